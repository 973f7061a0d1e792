import { kinds, noticeKinds } from '../notice-kinds.ts';
import type { Template } from '../tabs/templates.ts';

/** Mẫu thư as first provisioned, and what serves when a row of the tab is missing or wrong. */
export const templateSeeds: readonly Template[] = noticeKinds.map((kind) => {
  const { subject, body } = kinds[kind];
  return { kind, subject, body };
});
