import type { TemplateVariable } from './variables.ts';

/**
 * Everything the product knows of one kind of notice, but for the moment at which it falls due: that stands in
 * functions/domain/notices/owed. Nothing is optional, so a kind half declared does not compile.
 */
export type KindDeclaration = KeyFacts & {
  /** What people see it called: in `Lịch thư`, `Mẫu thư`, the ledger. */
  readonly title: string;
  /** When it goes and what for, in the coordinator's words; for the guides. */
  readonly occasion: string;
  /** What was done by sending it, as an official letter would put it; null when that is no matter of the unit's. */
  readonly deed: string | null;
  /** The step on whose day a preview shows it; null when it does not speak of days before or after the deadline. */
  readonly shownOn: number | null;
  /** The names its text may use; any other is a finding. */
  readonly variables: readonly TemplateVariable[];
  /** The text it has until people write their own in `Mẫu thư`, as Mustache. */
  readonly subject: string;
  readonly body: string;
};

/** The part of a declaration that kinds with one key share: what the ledger tells of a mail by its key alone. */
export type KeyFacts = {
  /** What ledger keys call it. It never changes, whatever the title does: keys are read for ever. */
  readonly key: string;
  /** For what there is another one to the same recipient. */
  readonly repeats:
    | 'once'
    | 'each step'
    | 'each deadline'
    | 'each decision'
    | 'each report'
    | 'each set of items'
    | 'each day';
  /** What it tells of. The subject of its keys is a round, a task or `digest` accordingly. */
  readonly about: 'report' | 'late reports' | 'tasks' | 'late tasks' | 'morning';
  readonly to: Audience;
  /** What it is sent to obtain, from whomever: once a report asked for is there, the mail is settled instead. */
  readonly asksFor: 'report' | 'supplement' | 'results' | 'confirmation' | null;
  /** Higher goes first where a limit bites. */
  readonly rank: number;
  /**
   * One mail a working day for each unit, for each round, or in all; `hour`: one an hour of its kind and step for each
   * unit, apart from all others; null for mails that neither wait nor make others wait.
   */
  readonly lane: 'unit' | 'round' | 'all' | 'hour' | null;
  /** `any`: as soon as it is due, whatever the hour. */
  readonly hours: 'windows' | 'any';
  /**
   * `at most half`, `at most a quarter`: it takes places of the day's cap, and no more than that share of them; false: it
   * has a small number of its own.
   */
  readonly countsToCap: boolean | 'at most half' | 'at most a quarter';
  /** There is none before a report came. */
  readonly needsReport: boolean;
  /** It answers somebody who acts this moment: it goes however old the deadline is, and is marked as a reply. */
  readonly isReply: boolean;
  /** It tells its recipient that something of its own is late. */
  readonly callsLate: boolean;
  /** What it names as the deadline binds every later mail: receipts and reminders repeat it and never set it. */
  readonly setsDeadline: boolean;
  /** It says how long there is still time, so after the deadline it would be untrue. */
  readonly speaksOfTimeLeft: boolean;
  /** What is written on the button to the unit's own form; null for a mail without one. */
  readonly button: string | null;
  /** What goes along. */
  readonly encloses: 'outline' | 'own report' | 'urging letters' | null;
  /** What the dashboard says where the reason quotes what a person typed; null where the reason may be shown. */
  readonly whyInPublic: string | null;
};

/** Whom a mail goes to: the contacts of a city or an agency, the coordinators, the ministry's own leadership. */
export type Audience = 'city' | 'agency' | 'coordinators' | 'leaders';

export const OPEN_FORM = 'Mở biểu mẫu của Quý cơ quan';
export const SUPPLY = 'Bổ sung báo cáo';

export function defineKind<const Title extends string, const Key extends string>(
  kind: KindDeclaration & { readonly title: Title; readonly key: Key },
): KindDeclaration & { readonly title: Title; readonly key: Key } {
  return kind;
}
