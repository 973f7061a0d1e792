import { deadlineChange } from './notice-kinds/deadline-change.ts';
import type { Audience, KeyFacts } from './notice-kinds/define-kind.ts';
import { digest } from './notice-kinds/digest.ts';
import { extension } from './notice-kinds/extension.ts';
import { requestNoted, requestRefused } from './notice-kinds/extension-requests.ts';
import { invitation } from './notice-kinds/invitation.ts';
import { firstLate, furtherLate, secondLate } from './notice-kinds/late-notices.ts';
import { leadersOnTasks } from './notice-kinds/leaders-on-tasks.ts';
import { leadersReport } from './notice-kinds/leaders-report.ts';
import { newLink } from './notice-kinds/new-link.ts';
import { receipt } from './notice-kinds/receipt.ts';
import { reminder } from './notice-kinds/reminder.ts';
import { returnedReport } from './notice-kinds/returned-report.ts';
import { sample } from './notice-kinds/sample.ts';
import { supplement } from './notice-kinds/supplement.ts';
import { newTaskDeadline, overdueTasks, taskReminder, taskToHelp } from './notice-kinds/task-mails.ts';
import { unverifiedReport } from './notice-kinds/unverified-report.ts';

/** Every kind of notice, in the order in which people see them. */
const declarations = [
  invitation,
  receipt,
  unverifiedReport,
  reminder,
  firstLate,
  secondLate,
  furtherLate,
  extension,
  requestNoted,
  requestRefused,
  newLink,
  deadlineChange,
  supplement,
  returnedReport,
  taskReminder,
  overdueTasks,
  newTaskDeadline,
  taskToHelp,
  sample,
  digest,
  leadersReport,
  leadersOnTasks,
] as const;

export type NoticeKind = (typeof declarations)[number]['title'];
export type KeyKind = (typeof declarations)[number]['key'];

/** Titles that kinds once had: read for ever where people or logs wrote them. */
export const formerTitles: Readonly<Record<string, NoticeKind>> = { 'Mời gửi báo cáo': 'Đề nghị gửi báo cáo' };

export const noticeKinds: readonly NoticeKind[] = declarations.map(({ title }) => title);

/** What is declared of each kind. */
export const kinds = tableOf(declarations.map((kind) => [kind.title, kind] as const));

/** What is declared of all kinds with one key. */
export const keyFacts = tableOf<KeyKind, KeyFacts>(declarations.map((kind) => [kind.key, kind] as const));

function tableOf<K extends string, V>(entries: readonly (readonly [K, V])[]): Readonly<Record<K, V>> {
  return Object.fromEntries(entries) as Record<K, V>;
}

/** Mail inside the ministry: it may be about a unit, but is none of the unit's own. */
export function isInternal({ to }: { readonly to: Audience }): boolean {
  return to === 'coordinators' || to === 'leaders';
}
