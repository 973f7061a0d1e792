import type { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import { type ChasedTask, type Helper, isChased } from '../../standing/task-status.ts';
import { mustBeAskedFor } from '../fate.ts';
import { claimState, isTerminal, openRest } from '../ledger.ts';
import type { Notice, TaskToHelp } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { owe } from './owe.ts';
import { NOT_SHOWN, PAUSED, taskLock } from './reasons-to-rest.ts';
import { wentAlong } from './task-obligation.ts';

export const TELLS_HELPERS = 'Nhiệm vụ phối hợp' satisfies NoticeKind;

type Help = TaskToHelp & { readonly doers: readonly [ChasedTask, ...ChasedTask[]] } & Pick<Helper, 'shownAt'>;

/**
 * Who takes part in a task hears that it does, who leads it and by when: once for each task and unit, whatever becomes of
 * lead and deadline afterwards, and is asked nothing. What lets the task's own mails go lets this one go, and what holds
 * them holds it: of a task that is done, gone or without a day nobody is told, of one at rest not before it is taken up
 * again. Who joins later is told then; who leaves hears nothing more. All of a unit go as one mail, along with what it has
 * to do itself where that is due.
 */
export function tasksToHelp(desk: Desk): readonly Notice[] {
  return [...helpsByUnit(desk)].flatMap(([unit, all]) => {
    const helps = toldOfThem(desk, unit, all, true);
    return all.flatMap((help) => [
      ...stillToTell(desk, unit, help).map((notice) => ({ ...notice, helps })),
      ...leftOf(desk, unit, help),
    ]);
  });
}

/** The tasks that a mail to each unit tells it to take part in, whatever it goes for. */
export function createHelps(desk: Desk): (unit: string, kind?: NoticeKind) => readonly TaskToHelp[] {
  const byUnit = helpsByUnit(desk);
  return (unit, kind) => toldOfThem(desk, unit, byUnit.get(unit) ?? [], kind === TELLS_HELPERS);
}

/** What a mail told of them that went at a moment. */
export function helpsToldAt(desk: Desk, unit: string, at: Temporal.Instant): readonly TaskToHelp[] {
  return (helpsByUnit(desk).get(unit) ?? []).filter(({ task }) => tellingOf(desk, task.id, unit).toldAt?.equals(at));
}

function helpsByUnit({ tasks }: Pick<Desk, 'tasks'>): ReadonlyMap<string, readonly Help[]> {
  const byUnit = new Map<string, Help[]>();
  for (const [first, ...rest] of Map.groupBy(tasks.filter(isChased), ({ task }) => task.id).values()) {
    for (const { unit, shownAt } of first?.toTell ?? []) {
      if (!first) continue;
      const help: Help = { task: first.task, leads: first.leads ?? [], doers: [first, ...rest], shownAt };
      byUnit.set(unit.code, [...(byUnit.get(unit.code) ?? []), help]);
    }
  }
  return byUnit;
}

/** @param isOwn the mail goes for them: while none may go, it is shown with what it would say */
function toldOfThem(desk: Desk, unit: string, all: readonly Help[], isOwn: boolean): readonly TaskToHelp[] {
  const untold = all.filter(({ task }) => tellingOf(desk, task.id, unit).toldAt === null);
  const told = untold.filter(
    (help) =>
      lockOf(desk, help) === null &&
      !isAtRest(desk, help) &&
      desk.doubtAbout(help.task.id, unit) === null &&
      (isOwn || !isInHand(desk, help, unit)),
  );
  return told.length > 0 || !isOwn ? told : untold;
}

/** A mail of its own that may lie with its reader. */
function isInHand(desk: Desk, { task }: Help, unit: string): boolean {
  const open = desk.entriesOf(task.id, unit, TELLS_HELPERS).find(({ state }) => !isTerminal(state));
  if (!open) return false;
  return claimState(open, desk.now) === 'live' || open.state === 'đã xuất' || mustBeAskedFor(desk, open);
}

function lockOf(desk: Desk, { doers, shownAt }: Help): string | null {
  const reasons = doers.map((status) => taskLock(desk, status));
  return reasons.includes(null) ? (shownAt ? null : NOT_SHOWN) : (reasons[0] ?? null);
}

/** Nobody who may be asked is: whoever takes part hears of it when somebody is again. */
function isAtRest(desk: Desk, { doers }: Help): boolean {
  return doers.every((status) => status.paused || taskLock(desk, status) !== null);
}

function stillToTell(desk: Desk, unit: string, help: Help): readonly Notice[] {
  const { toldAt, isUnderWay, step } = tellingOf(desk, help.task.id, unit);
  return toldAt || isUnderWay ? [] : [noticeOf(desk, unit, help, step)];
}

function noticeOf(desk: Desk, unit: string, help: Help, step: string): Notice {
  const waitsFor = lockOf(desk, help);
  return owe(desk, TELLS_HELPERS, {
    subject: help.task.id,
    unit,
    step,
    dueAt: dueAt(desk, help),
    why: `Nhiệm vụ ${help.task.id} có cơ quan này phối hợp; báo một lần để biết.`,
    waitsFor,
    heldBy: waitsFor === null && isAtRest(desk, help) ? PAUSED : null,
  });
}

/** Once somebody may be asked for the task, and a run has shown who takes part. */
function dueAt({ now }: Desk, { doers, shownAt }: Help): Temporal.Instant {
  const asked = doers.map((one) => later(one.approvedAt ?? now, one.shownAt ?? now));
  const first = asked.reduce((a, b) => (isBefore(b, a) ? b : a));
  return later(first, shownAt ?? now);
}

/** What is left of mails that went, as they were when they went. */
function leftOf(desk: Desk, unit: string, help: Help): readonly Notice[] {
  return desk.entriesOf(help.task.id, unit, TELLS_HELPERS).flatMap((entry) => {
    const { sentAt, parts } = entry;
    if (!sentAt || !parts || !openRest(entry)) return [];
    return [{ ...noticeOf(desk, unit, help, parts.step), helps: helpsToldAt(desk, unit, sentAt) }];
  });
}

/** What the ledger says of telling a unit that it takes part in a task. */
type Telling = {
  readonly toldAt: Temporal.Instant | null;
  /** It went along with a mail that has not arrived and is sent on. */
  readonly isUnderWay: boolean;
  /** Of the next mail: who left before it was told is told when it is back. */
  readonly step: string;
};

function tellingOf(desk: Desk, task: string, unit: string): Telling {
  const entries = desk.entriesOf(task, unit, TELLS_HELPERS);
  if (entries.length === 0) return { toldAt: null, isUnderWay: false, step: '1' };
  const sent = desk.taskEntriesTo(unit).flatMap(({ sentAt }) => sentAt ?? []);
  const [toldAt = null] = entries.flatMap((entry) => entry.sentAt ?? wentAlong(entry, sent) ?? []);
  const isUnderWay = toldAt === null && entries.some(({ state }) => state === 'gộp vào thư mạnh hơn');
  return { toldAt, isUnderWay, step: String(entries.filter(({ state }) => isTerminal(state)).length + 1) };
}
