import type { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '../../../sheets-schema/notice-kinds.ts';
import type { Settings } from '../../../sheets-schema/setting-list.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { LedgerState } from '../../../sheets-schema/tabs/logs.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Contact, Unit } from '../../../sheets-schema/tabs/units.ts';
import type { Visit } from '../../../sheets-schema/tabs/visits.ts';
import type { LinkChanges } from '../standing/decision-book.ts';
import type { ChasedTask, TaskStatus } from '../standing/task-status.ts';
import type { ItemStatus, UnitStatus } from '../standing/unit-status.ts';
import type { Deadline } from '../time/deadline.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { LedgerBook } from './ledger.ts';

/** A mail that is owed, before anything is decided about it, with what its text needs beside the statuses. */
export type Notice = {
  /** Its key in the ledger: at most one mail each. */
  readonly key: string;
  /** What the mail is; of late notices decided by `nth`, so it may differ from one run to the next. */
  readonly kind: NoticeKind;
  /** Round or task id, or `digest`. */
  readonly subject: string;
  /** Whom it is about, and mostly also to; a leadership report is about a unit and goes to the ministry. */
  readonly unit: string | null;
  readonly step: string;
  readonly deadline: Deadline | null;
  /** When it fell due; mails go at the first allowed moment from then on. */
  readonly dueAt: Temporal.Instant;
  /** Higher goes first: as its kind declares, later steps before earlier ones. */
  readonly rank: number;
  /** Vietnamese, for Lịch thư and the ledger. */
  readonly why: string;
  readonly recipients: readonly Contact[];
  /** The round whose approval it needs; null for tasks and the digest. */
  readonly round: Round | null;
  /** Where the unit stands; null for tasks and the digest. */
  readonly status: UnitStatus | null;
  /** Of several due under one name only the strongest goes; the others are settled. */
  readonly group: string;
  /** It fell due, but there is no point in sending it any more. */
  readonly moot: Moot | null;
  /** Held for a reason of its own. */
  readonly heldBy: string | null;
  /** What it waits for with many others, or which other mail goes first. */
  readonly waitsFor: string | null;
  /** When it went to the others: what is left of it goes to these recipients alone, as it was then. */
  readonly firstSentAt?: Temporal.Instant;
  /** The version a receipt or return answers. */
  readonly version?: string;
  /** What tells it from an earlier one of the same step, where its kind has no other mark. */
  readonly setApart?: string;
  /** By when it asks for an answer or for what is missing; the unit is not pressed before. */
  readonly answerBy?: Deadline;
  /** Items a supplement asks for. */
  readonly items?: readonly ItemStatus[];
  /** Which late notice or supplement to this unit it is, counted from 1 over those that were sent. */
  readonly nth?: number;
  /** Why a person returned the report or granted more time, in that person's words. */
  readonly reason?: string;
  /** When the late notice went that this extension withdraws. */
  readonly withdraws?: Temporal.Instant;
  /** The deadline that late notice was about. */
  readonly formerly?: Deadline;
  /** The units a leadership report lists. */
  readonly units?: readonly UnitStatus[];
  /** The mail that a sample shows. */
  readonly sample?: Notice;
  /** The tasks that a mail tells of. */
  readonly tasks?: readonly TaskLine[];
  /** What is told with it and would have no mail of its own: settled when it leaves. */
  readonly beside?: readonly Notice[];
  /** The tasks of which it tells its recipient that it takes part. */
  readonly helps?: readonly TaskToHelp[];
};

/** A task as one mail tells of it. */
export type TaskLine = ChasedTask & {
  /** That the deadline comes, that it is over, a question how things stand, or another deadline. */
  readonly tells: 'due' | 'late' | 'ask' | 'news';
  /** The days on which its agency had a late notice that stands. */
  readonly lateOn: readonly Temporal.PlainDate[];
  /** What it was told before of the deadline, where that is another one now. */
  readonly formerly: Deadline | null;
  /** When the late notice went that a new deadline withdraws. */
  readonly withdraws: Temporal.Instant | null;
};

/** A task as a mail tells of it whoever takes part. */
export type TaskToHelp = {
  readonly task: Task;
  /** Who leads it, where that is a unit of the register. */
  readonly leads: readonly Unit[];
  /** Who has to do it still, each with its deadline. */
  readonly doers: readonly ChasedTask[];
};

export type Moot = { readonly state: LedgerState; readonly reason: string };

export type Fate =
  | { readonly do: 'send' }
  | ({ readonly do: 'settle' } & Moot)
  /** `isOwn`: no other mail waits for it, and the ledger tells of it. */
  | { readonly do: 'hold'; readonly reason: string; readonly isOwn?: boolean }
  /** `reason`: what made it wait, where that is worth telling; `budget`: which was spent. */
  | { readonly do: 'wait'; readonly until: Temporal.Instant; readonly reason?: string; readonly budget?: string };

export type Decided = { readonly notice: Notice; readonly fate: Fate };

/** Something a mail depends on cannot be trusted just now: everything in its scope is held. */
export type Doubt = {
  /** Only what calls a unit late rests; all else goes on by what is on record. */
  readonly only?: 'late';
  readonly scope: 'all' | { readonly round: string; readonly unit?: string };
  /** The file itself may be another one than is in use: its people are told nothing by it. */
  readonly isForeign?: true;
  /** Vietnamese. */
  readonly reason: string;
};

/** Something that stands still: a cause, never one of its consequences. */
export type Still = {
  /** Vietnamese, without a full stop: what, and which cell. */
  readonly what: string;
  /** When a run first saw it; null when this one does. */
  readonly since: Temporal.Instant | null;
  /** Nothing is kept of when it was first seen. */
  readonly isUndated?: boolean;
  /** Under which the change log keeps it, where nothing else there tells since when. */
  readonly subject?: string;
  /** The words that mails held for it give as their reason; null when none are. */
  readonly reason: string | null;
  /** Somebody meant it: it is told the next morning, then once a week. */
  readonly isMeant: boolean;
};

export type PolicyInput = {
  /** When the ministry meets the units; absent where nothing is known of it. */
  readonly visits?: readonly Visit[];
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  readonly contacts: readonly Contact[];
  readonly ledger: LedgerBook;
  readonly doubts: readonly Doubt[];
  /** Rounds due before the go-live mark that a coordinator confirmed. */
  readonly confirmedRounds: readonly string[];
  /** When a person last asked that the mails about a subject and unit be sent again (*Gửi lại*); null when nobody did. */
  readonly resentAt: (subject: string, unit: string | null) => Temporal.Instant | null;
  /** A round that stands in its tab and does not ask a unit, which left it by decision; null for every other. */
  readonly leftBy?: (subject: string, unit: string | null) => Pick<Round, 'state'> | null;
  /** The decisions by which coordinators asked for samples of what is coming. */
  readonly samplesAsked: readonly Pick<Decision, 'at' | 'subject' | 'unit'>[];
  /** The decisions that changed a unit's own link in a round, oldest first. */
  readonly linkChanges: LinkChanges;
  /** The mail server was out and takes mail again: what it put off need not wait any longer. */
  readonly isMailBack?: boolean;
  /** A run before has shown that many mails about tasks go at once. */
  readonly isCrowdShown?: boolean;
  /** What applied to a round at a moment of the past, as it was on record; null when that is not known. */
  readonly deadlineThen: (round: string, at: Temporal.Instant) => Deadline | null;
  /** Null when today's digest was not looked into. */
  readonly digestContent: {
    readonly hasNews: boolean;
    /** There is something that is told on the first working day of a week. */
    readonly isWeekly?: boolean;
  } | null;
  /** What stands still. */
  readonly still?: readonly Still[];
  /** Who hears when no coordinator can be reached: an address of the environment. */
  readonly alertTo?: string | null;
};
