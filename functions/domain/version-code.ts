import { createHash } from 'node:crypto';
import { signs } from './link-code.ts';

/** `BC-HPG-7K3M2QXW`: the code of one version of a response, the same however often it is read. */
export function versionCode(unit: string | null, responseId: string, lastSubmittedTime: string): string {
  const digest = createHash('sha256').update(`${responseId}\n${lastSubmittedTime}`).digest();
  return `BC-${unit ?? 'CXM'}-${signs(digest, 8)}`;
}
