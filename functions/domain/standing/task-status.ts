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
  /** A coordinator confirmed that a deadline before the go-live mark still counts. */
  readonly confirmed: boolean;
};
