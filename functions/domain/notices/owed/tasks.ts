import { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../../sheets-schema/notice-kinds.ts';
import { localDay } from '../../../../sheets-schema/zone.ts';
import { type ChasedTask, isChased } from '../../standing/task-status.ts';
import { deadlineInWords, deadlineKey, isOver } from '../../time/deadline.ts';
import { openRest } from '../ledger.ts';
import type { Moot, Notice, TaskLine } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { answerDay } from './answer-by.ts';
import { reminderWords, tooLateToRemind } from './ladder.ts';
import { owe } from './owe.ts';
import { PAUSED, taskLock } from './reasons-to-rest.ts';
import { allRungs, highestSent, lateBefore, openRungs, type Rung } from './rungs.ts';
import { ASKS_RESULTS, TASK_MAILS, type TaskObligation, taskObligation } from './task-obligation.ts';
import { createHelps, helpsToldAt } from './tasks-to-help.ts';

/** A task that is chased, with where it stands on the ladder. */
export type Climbing = { readonly status: ChasedTask; readonly obligation: TaskObligation };

/**
 * What an agency hears of its tasks: before, on and after the deadline, and of a deadline that moved. Each task has keys of
 * its own, but those of one agency go as one mail that tells of all it has to do. Tasks that a round asks for have that
 * round's notices.
 */
export function taskNotices(desk: Desk): readonly Notice[] {
  const byUnit = Map.groupBy(climbingOf(desk), ({ status }) => status.unit.code);
  const helpsOf = createHelps(desk);
  return [...byUnit].flatMap(([unit, ofUnit]) => {
    const beside = ofUnit.flatMap((one) => besideOf(desk, one));
    const told = { tasks: linesOf(desk, ofUnit), helps: helpsOf(unit), ...(beside.length > 0 && { beside }) };
    return ofUnit.flatMap((one) => [
      ...noticesOf(desk, one).map((notice) => ({ ...notice, ...told })),
      ...leftOf(desk, one),
    ]);
  });
}

/** @param asOf what was told before that moment; null for all */
export function climbingOf(desk: Desk, asOf: Temporal.Instant | null = null): readonly Climbing[] {
  return desk.tasks
    .filter(isChased)
    .map((status) => ({ status, obligation: taskObligation(desk, matterOf(desk, status), asOf) }));
}

function matterOf({ now }: Desk, status: ChasedTask): Parameters<typeof taskObligation>[1] {
  const { task, unit, deadline, approvedAt, shownAt, isWritten = false } = status;
  const isPending = !approvedAt || !shownAt;
  const from = later(approvedAt ?? now, shownAt ?? now);
  return { subject: task.id, unit: unit.code, deadline, isWritten, from, isPending };
}

/** All that one agency would be told at a moment, or was told by a mail that went then. */
export function tasksThen(desk: Desk, unit: string | null, asOf: Temporal.Instant | null = null): readonly TaskLine[] {
  const tasks = desk.tasks.filter((status) => status.unit.code === unit);
  return linesOf(desk, climbingOf({ ...desk, tasks }, asOf));
}

function linesOf(desk: Desk, all: readonly Climbing[]): readonly TaskLine[] {
  const told = all.filter((one) => mayBeTold(desk, one));
  // While nothing may go yet, the mail is shown with what it would say.
  return (told.length > 0 ? told : all).flatMap((one) => lineOf(desk, one) ?? []);
}

function mayBeTold(desk: Desk, { status }: Climbing): boolean {
  return taskLock(desk, status) === null && !status.paused;
}

/**
 * A task whose reminders so far fell due before it was taken up is told of in the mails for other tasks. The ledger keeps
 * that it was: the day that was named binds as if the task had had a mail of its own.
 */
function besideOf(desk: Desk, climbing: Climbing): readonly Notice[] {
  if (!mayBeTold(desk, climbing) || lineOf(desk, climbing)?.tells !== 'due') return [];
  const { obligation } = climbing;
  const last = allRungs(desk, obligation).findLast(({ step, dueAt }) => step <= 0 && !isBefore(desk.now, dueAt));
  const isDropped = last && !last.entry && !isBefore(obligation.from, last.dueAt);
  return isDropped ? [stepOf(desk, climbing, last, [])] : [];
}

/** A task that is late, with the notices its agency has of it. */
export function lateLine({ status, obligation: { formerly, inHand } }: Climbing): TaskLine {
  return { ...status, tells: 'late', formerly, lateOn: daysOf(inHand), withdraws: null };
}

/** Of one day there is one mail. */
function daysOf(tellings: TaskObligation['inHand']): TaskLine['lateOn'] {
  const days = new Set(tellings.map(({ sentAt }) => localDay(sentAt).toString()));
  return [...days].map((day) => Temporal.PlainDate.from(day));
}

function lineOf(desk: Desk, climbing: Climbing): TaskLine | null {
  const { deadline, steps, lateFrom, ask, isTold, formerly, inHand } = climbing.obligation;
  const isPast = (moment: Temporal.Instant) => !isBefore(desk.now, moment);
  const line = lateLine(climbing);
  if (!isOver(deadline, desk.now)) {
    if (formerly) return { ...line, tells: 'news', withdraws: inHand.at(-1)?.sentAt ?? null };
    const [first] = steps.reminders;
    return first !== undefined && isPast(desk.stepsFrom(deadline)(first)) ? { ...line, tells: 'due' } : null;
  }
  if (ask && !ask.askedAt) return { ...line, tells: 'ask' };
  const [late] = steps.late;
  return isTold && late !== undefined && isPast(desk.stepsFrom(lateFrom)(late)) ? line : null;
}

type Words = Pick<Notice, 'kind' | 'why'> & Partial<Notice>;

function noticesOf(desk: Desk, climbing: Climbing): readonly Notice[] {
  const { obligation } = climbing;
  const { deadline } = obligation;
  const all = allRungs(desk, obligation);
  const highest = highestSent(all);
  const rungs = openRungs(obligation, all);
  const isLateDue = rungs.some(({ step, dueAt }) => step > 0 && !isBefore(desk.now, dueAt));
  const steps = rungs.map((rung, index) => {
    const notice = stepOf(desk, climbing, rung, rungs.slice(0, index));
    const moot = rung.step > 0 || isLateDue ? null : tooLateToRemind(desk, deadline, rung);
    return { ...notice, moot: overtaken(rung, highest) ?? moot };
  });
  return [...steps, ...asked(desk, climbing), ...news(desk, climbing)];
}

function stepOf(desk: Desk, climbing: Climbing, rung: Rung, earlier: readonly Rung[]): Notice {
  const { subject, deadline } = climbing.obligation;
  const words: Words =
    rung.step > 0
      ? lateWords(desk, climbing.obligation, rung, earlier)
      : { kind: 'Nhắc nhiệm vụ', why: `Nhiệm vụ ${subject}: ${reminderWords(deadline, rung.step)}` };
  return noticeOf(desk, climbing, rung, words);
}

function noticeOf(desk: Desk, climbing: Climbing, { step, dueAt }: Pick<Rung, 'step' | 'dueAt'>, words: Words): Notice {
  return owed(desk, climbing, { rank: kinds[words.kind].rank + step / 1000, ...words, step: String(step), dueAt });
}

type Own = Words & Pick<Notice, 'step' | 'dueAt'>;

function owed(desk: Desk, { status, obligation }: Climbing, { kind, ...own }: Own): Notice {
  const { subject, unit, deadline } = obligation;
  return owe(desk, kind, {
    subject,
    unit,
    deadline,
    waitsFor: taskLock(desk, status),
    heldBy: status.paused ? PAUSED : null,
    ...own,
  });
}

/** What is left of mails that went, as they were when they went. */
function leftOf(desk: Desk, { status, obligation }: Climbing): readonly Notice[] {
  const { subject, unit } = obligation;
  return TASK_MAILS.flatMap((kind) => desk.entriesOf(subject, unit, kind)).flatMap((entry) => {
    const { sentAt, key } = entry;
    if (!sentAt || !openRest(entry)) return [];
    const then = { ...desk, now: sentAt };
    const climbing = { status, obligation: taskObligation(then, matterOf(then, status), sentAt) };
    const rungs = allRungs(then, climbing.obligation).map((rung) => stepOf(then, climbing, rung, []));
    const [notice] = [...rungs, ...asked(then, climbing), ...news(then, climbing)].filter((one) => one.key === key);
    const told = { tasks: tasksThen(then, unit, sentAt), helps: helpsToldAt(desk, unit, sentAt) };
    return notice ? [{ ...notice, ...told }] : [];
  });
}

function overtaken({ step }: Rung, highest: number): Moot | null {
  return step < highest ? { state: 'không cần nữa', reason: 'Thư của bước sau đã gửi.' } : null;
}

function lateWords(desk: Desk, obligation: TaskObligation, rung: Rung, earlier: readonly Rung[]): Words {
  const { subject, deadline, inHand } = obligation;
  const nth = daysOf(inHand).length + lateBefore(desk, earlier, rung) + 1;
  const why = `Nhiệm vụ ${subject} quá hạn từ ${rung.step} ngày làm việc (${deadlineInWords(deadline)}); thư quá hạn lần ${nth}.`;
  return { kind: 'Nhiệm vụ quá hạn', why, nth, answerBy: answerDay(desk, rung.dueAt) };
}

/** The first word about a deadline that is over asks how things stand. */
function asked(desk: Desk, climbing: Climbing): readonly Notice[] {
  const { ask, subject, deadline } = climbing.obligation;
  if (!ask || ask.askedAt) return [];
  const why = `Nhiệm vụ ${subject} đã qua hạn (${deadlineInWords(deadline)}) trước khi cơ quan được nhắc; hỏi kết quả.`;
  const { dueAt } = ask;
  return [
    owed(desk, climbing, { kind: 'Nhắc nhiệm vụ', why, step: ASKS_RESULTS, dueAt, answerBy: answerDay(desk, dueAt) }),
  ];
}

/** Whoever knows another deadline than the one in force is told, as long as it is not over. */
function news(desk: Desk, climbing: Climbing): readonly Notice[] {
  const { status, obligation } = climbing;
  const { subject, unit, deadline, formerly, inHand } = obligation;
  if (!formerly || isOver(deadline, desk.now)) return [];
  const times = desk
    .entriesOf(subject, unit, 'Hạn mới của nhiệm vụ')
    .filter(({ parts, sentAt }) => parts?.at === deadlineKey(deadline) && sentAt && isBefore(sentAt, desk.now)).length;
  const withdrawn = inHand.length > 0 ? ' Rút thư quá hạn đã gửi.' : '';
  return [
    owed(desk, climbing, {
      kind: 'Hạn mới của nhiệm vụ',
      why: `Nhiệm vụ ${subject} có hạn mới: ${deadlineInWords(deadline)}.${withdrawn}`,
      step: String(times + 1),
      dueAt: status.shownAt ?? desk.now,
      heldBy: null,
    }),
  ];
}
