import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import type { Deadline } from '../time/deadline.ts';
import type { Reported } from './task-report.ts';
import type { ItemWords } from './tracking-words.ts';

/** One task as one unit has to do it. */
export type TaskStatus = {
  readonly task: Task;
  readonly unit: Unit;
  readonly deadline: Deadline | null;
  readonly done: boolean;
  /** When it was done, as decided or filed. */
  readonly doneAt?: Temporal.Instant | null;
  readonly doneBy?: 'decision' | 'report' | 'evidence' | null;
  /** More time was given, to this unit or to all. */
  readonly isExtended?: boolean;
  /** Its report came and is not all of it, or not clear. */
  readonly lacks?: 'Thiếu' | 'Cần làm rõ' | null;
  /** It is an item of a report, which is an obligation of its own; what is said of it there. */
  readonly item?: ItemWords | null;
  /** It is an item of some round's report: it stands in no count beside that report. */
  readonly isPart?: boolean;
  /** What a coordinator recorded; dated when a day was named. */
  readonly decided?: { readonly at: Temporal.Instant; readonly isDated: boolean } | null;
  /** What the unit's report says of it in passing. */
  readonly reported?: Reported | null;
  /** It was due before the go-live mark, or before the unit was asked, and nobody confirmed it: silent, in no count. */
  readonly isBeforeOperation?: boolean;
  /** A round asks for it, so the round's own notices chase it. */
  readonly isAskedByRound?: boolean;
  /** The round that asks for it is closed. */
  readonly isOfClosedRound?: boolean;
  /** Reminders rest, as decided. */
  readonly paused?: boolean;
  /** The last *Gia hạn* for it that gave more time. */
  readonly extension?: { readonly at: Temporal.Instant; readonly reason: string | null } | null;
  /** The deadline is the one that the document words; else a coordinator set it. */
  readonly isWritten?: boolean;
  /** Since when its mails may go (*Duyệt nhắc*); null while nobody approved what was shown. */
  readonly approvedAt?: Temporal.Instant | null;
  /** What of the approved cells says something else now; null when nothing does. */
  readonly changedSince?: string | null;
  /** When `Lịch thư` first showed it for the unit with this deadline; null while no earlier run has. */
  readonly shownAt?: Temporal.Instant | null;
  /** It alone receives what it does, so nobody asks it by mail. */
  readonly isOwnRecipient?: boolean;
  /** Who takes part and is told of it. */
  readonly told?: readonly Unit[];
  /** Of them whom a mail tells so. */
  readonly toTell?: readonly Helper[];
  /** Who leads it, where that is a unit of the register. */
  readonly leads?: readonly Unit[];
  /** Something stands as evidence that does not say when the task was done. */
  readonly isEvidenceUnclear?: boolean;
  /** A coordinator confirmed that a deadline before the go-live mark still counts. */
  readonly confirmed: boolean;
};

/** An agency that takes part in a task, and when `Lịch thư` first showed so; null while no earlier run has. */
export type Helper = { readonly unit: Unit; readonly shownAt: Temporal.Instant | null };

/** A task that somebody is asked after by a day. */
export type ChasedTask = TaskStatus & { readonly deadline: Deadline };

/** Whether the register itself chases it: what a round asks for has the round's notices, an item goes with its report. */
export function isChased(status: TaskStatus): status is ChasedTask {
  const { deadline, done, isAskedByRound, isPart, isBeforeOperation, isOwnRecipient } = status;
  return deadline !== null && !done && !isAskedByRound && !isPart && !isBeforeOperation && !isOwnRecipient;
}
