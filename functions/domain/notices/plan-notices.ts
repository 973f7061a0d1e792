import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import type { Contact } from '../../../sheets-schema/tabs/units.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { fateAlone, waitsForAPerson } from './fate.ts';
import { isTerminal, openRest } from './ledger.ts';
import { contactMark, contactOfMark } from './ledger-key.ts';
import { lostNotices } from './lost-notices.ts';
import type { Decided, Notice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';
import { owed } from './owed/makers.ts';
import { CROWD_OF_TASKS, type DayBook, type Leaving, sendOnDay, today } from './send-on-day.ts';

/** All that is owed at a moment. */
export type NoticePlan = {
  readonly desk: Desk;
  /** Every notice that has fallen due and is not settled, with what becomes of it now, strongest first. */
  readonly decided: readonly Decided[];
  /** The mails among them that leave now. */
  readonly leaving: readonly Leaving[];
  /** What they leave of the day. */
  readonly book: DayBook;
  /** What falls due later. */
  readonly coming: readonly Notice[];
};

/**
 * Pure: each run plans anew from the facts, so what an earlier run missed is found again and what was done is not done
 * twice.
 */
export function planNotices(input: PolicyInput): NoticePlan {
  const desk = setDesk(input);
  const all = owed(desk);
  const unsettled = [...all.values()].flatMap((notice) => unsettledOf(desk, notice) ?? []);
  const { due = [], coming = [] } = Object.groupBy(unsettled, ({ dueAt }) =>
    isBefore(desk.now, dueAt) ? 'coming' : 'due',
  );
  const judged = [...due, ...lostNotices(desk, (key) => all.has(key))].map((notice) => ({
    notice,
    fate: fateAlone(desk, notice, desk.now),
  }));
  if (input.digestContent?.hasNews === false && judged.some(isStandingHere(desk))) {
    return planNotices({ ...input, digestContent: { hasNews: true } });
  }
  const sent = sendOnDay(desk, judged, today(desk));
  const isCrowd = sent.leaving.filter(isAboutTasks).length > MOST_TASK_MAILS && !input.isCrowdShown;
  return { desk, coming, ...(isCrowd ? sendOnDay(desk, judged.map(nextRun(desk)), today(desk)) : sent) };
}

/** More mails about tasks than these are shown in `Lịch thư` for a run before they go. */
const MOST_TASK_MAILS = 20;
const CROWD = `Hơn ${MOST_TASK_MAILS} thư về nhiệm vụ cùng lúc: để một lần chạy ở Lịch thư, từ lần chạy sau thư mới đi.`;

function isAboutTasks({ notice }: Pick<Decided, 'notice'>): boolean {
  return kinds[notice.kind].about === 'tasks';
}

/** Runs follow each other in ten minutes. */
function nextRun({ now, calendar }: Desk): (one: Decided) => Decided {
  const until = calendar.nextSendAt(now.add({ minutes: 10 }));
  return (one) =>
    isAboutTasks(one) && one.fate.do === 'send'
      ? { ...one, fate: { do: 'wait', until, reason: CROWD, budget: CROWD_OF_TASKS } }
      : one;
}

/** A mail that a person must free is news by itself, on the morning after it was held. */
function isStandingHere({ now, calendar }: Desk): (one: Decided) => boolean {
  const opening = calendar.windowsOn(localDay(now))[0]?.from ?? now;
  return ({ notice: { kind, dueAt }, fate }) =>
    fate.do === 'hold' &&
    waitsForAPerson.has(fate.reason) &&
    kinds[kind].about !== 'morning' &&
    !isBefore(opening, dueAt);
}

function unsettledOf({ ledger }: Desk, notice: Notice): Notice | null {
  const entry = ledger.entries.get(notice.key);
  if (!entry || !isTerminal(entry.state)) return notice;
  const rest = openRest(entry);
  return rest && entry.sentAt && restOf(notice, { owed: rest.marks, all: entry.marks, firstSentAt: entry.sentAt });
}

type Rest = {
  readonly owed: readonly string[];
  readonly all: readonly string[];
  readonly firstSentAt: Temporal.Instant;
};

/** What is left of a mail: to those alone who are owed it, under their new address if it was mended, apart from all others. */
function restOf(notice: Notice, { owed, all, firstSentAt }: Rest): Notice {
  const ids = new Set(owed.map(contactOfMark));
  const isMended = (contact: Contact) => ids.has(contact.id) && !all.includes(contactMark(contact));
  const recipients = notice.recipients.filter((one) => owed.includes(contactMark(one)) || isMended(one));
  const moot = notice.moot ?? (recipients.length === 0 ? nobodyLeft : null);
  return { ...notice, recipients, moot, group: notice.key, firstSentAt };
}

const nobodyLeft = { state: 'không cần nữa', reason: 'Người nhận còn lại không còn trong Danh bạ.' } as const;
