import { createHash } from 'node:crypto';
import { signs } from './link-code.ts';

/** `BC-HPG-7K3M2QXW`: the code of one version of a response, the same however often it is read. */
export function versionCode(unit: string | null, responseId: string, lastSubmittedTime: string): string {
  const digest = createHash('sha256').update(submissionKey({ responseId, lastSubmittedTime })).digest();
  return `BC-${unit ?? 'CXM'}-${signs(digest, 8)}`;
}

/** What makes a version: an edit of a response keeps its id and moves its time. */
export function submissionKey(of: { readonly responseId: string; readonly lastSubmittedTime: string }): string {
  return `${of.responseId}\n${of.lastSubmittedTime}`;
}
