import { Temporal } from 'temporal-polyfill';
import type { Cell } from '../../sheets-schema/cell.ts';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { OUTLINE_VERSION } from '../../sheets-schema/seed/outline.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { type DecisionKind, decisions } from '../../sheets-schema/tabs/decisions.ts';
import { type Holiday, holidays } from '../../sheets-schema/tabs/holidays.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { type Round, rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { type Contact, type ContactRow, contacts } from '../../sheets-schema/tabs/units.ts';
import { isoDay, momentOf, type SpecialDay } from './calendar.ts';
import { simulatedOutline } from './model-responses.ts';
import type { ModelFile } from './model-workbook.ts';

/** The end of a deadline as people type it: a last valid day, or a time on it. */
export type LastMoment = { readonly day: number; readonly minute: number | null };

/** A round as its row says now. Moments and days as in calendar.ts. */
export type OfficeRound = {
  readonly id: string;
  readonly opensAt: number;
  readonly strict: LastMoment;
  readonly adjusted: LastMoment | null;
  readonly steps: readonly number[] | null;
  readonly locksOn: number | null;
  readonly state: Round['state'];
  readonly approved: boolean;
};

/** Who is asked for tasks of the register, beside the cities. */
export const AGENCIES = ['BTP', 'BTC'] as const;

/** A task of the register as its row says now. */
export type OfficeTask = {
  readonly id: string;
  readonly doers: readonly string[];
  /** Who takes part besides. */
  readonly helpers: readonly string[];
  /** The last valid day. */
  readonly day: number;
  /** The document names the day; else a coordinator did. */
  readonly isWritten: boolean;
  readonly approved: boolean;
};

export type OfficeDecision = {
  /** As typed: whole minutes. */
  readonly at: number;
  readonly typedAt: number;
  /** Or task. */
  readonly round: string;
  /** Null for every unit. */
  readonly unit: string | null;
  readonly kind: DecisionKind;
  readonly value: string | null;
  /** The deadline that it names. */
  readonly until: LastMoment | null;
};

/** Somebody who is written to: at the addresses meant, which a slip of the hand may leave unreadable. */
export type OfficeContact = Pick<Contact, 'id' | 'unit' | 'role' | 'active'> & {
  /** What a careful reader makes of the cell. */
  readonly addresses: readonly string[];
  readonly typed: string;
};

/** A last day that is none, as typed: the adjusted deadline of a round, or what an extension grants to a unit. */
export type WrongDay = {
  readonly round: string;
  readonly unit: string | null;
  readonly at: number;
  readonly text: string;
};

/** A row of `Quyết định` that somebody has begun and not finished. */
export type HalfTyped = { readonly round: string | null; readonly unit: string | null };

/**
 * What the people of the office know they have typed. The oracle judges by it; the product sees only the sheet. Every
 * change goes through {@link retype}, so that the two never part.
 */
export type Office = {
  readonly rounds: Map<string, OfficeRound>;
  readonly tasks: Map<string, OfficeTask>;
  readonly decisions: OfficeDecision[];
  /** Decisions whose rows somebody erased after they had begun to act. */
  readonly erased: Set<OfficeDecision>;
  readonly contacts: Map<string, OfficeContact>;
  readonly special: Map<number, SpecialDay>;
  halfTyped: HalfTyped | null;
  wrongDay: WrongDay | null;
  /** The file was set to another language, in which a typed 5/11 is the 11th of May. */
  isForeign: boolean;
  /** When somebody last chose its language. */
  languageSetAt: number;
  /** A row of the ledger says what nobody wrote. */
  isLedgerSpoilt: boolean;
  /** Blanks stand around keys and codes. */
  isPadded: boolean;
  mailOn: boolean;
  dailyCap: number;
  /** Rows from the bottom up, and a column of their own in front: nothing may depend on places. */
  isRearranged: boolean;
  /** A header cell of `Danh bạ` is gone. */
  isHeaderLost: boolean;
  /** Days off were announced late or moved. */
  isCalendarMoved: boolean;
};

export function createOffice(): Office {
  return {
    rounds: new Map(),
    tasks: new Map(),
    decisions: [],
    erased: new Set(),
    contacts: new Map(),
    special: new Map(),
    halfTyped: null,
    wrongDay: null,
    isForeign: false,
    languageSetAt: Number.NEGATIVE_INFINITY,
    isLedgerSpoilt: false,
    isPadded: false,
    mailOn: true,
    dailyCap: 400,
    isRearranged: false,
    isHeaderLost: false,
    isCalendarMoved: false,
  };
}

export const deadlineEnd = ({ day, minute }: LastMoment) =>
  minute === null ? momentOf(day + 1) : momentOf(day, minute);

/** As it stands in ledger keys: `2026-03-09` or `2026-03-09T17:00`. */
export function deadlineName({ day, minute }: LastMoment): string {
  return minute === null ? isoDay(day) : `${isoDay(day)}T${clockTime(minute)}`;
}

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Brings the people's tabs of the sheet up to what the office now holds. */
export function retype(file: ModelFile, office: Office, goLive: number): void {
  const write = (tab: Tab, rows: readonly (readonly Cell[])[]) => retypeTab(file, office, tab, rows);
  const padded = (cells: readonly Cell[], columns: readonly number[]) =>
    office.isPadded ? cells.map((cell, at) => (columns.includes(at) && cell !== '' ? `\u00A0 ${cell} ` : cell)) : cells;
  file.settings = { locale: office.isForeign ? 'en_US' : 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
  write(
    rounds,
    [...office.rounds.values()].map((round) => padded(roundCells(round, office.wrongDay), [columnOf(rounds, 'id')])),
  );
  write(
    tasks,
    [...namedTasks, ...[...office.tasks.values()].map(taskRow)].map((row) => encodeRow(tasks, row)),
  );
  write(decisions, [
    ...office.decisions
      .filter((one) => !office.erased.has(one))
      .map((one) =>
        padded(encodeRow(decisions, decisionRow(one)), [columnOf(decisions, 'subject'), columnOf(decisions, 'unit')]),
      ),
    ...(office.halfTyped ? [halfRow(office.halfTyped)] : []),
    ...(office.wrongDay?.unit ? [wrongExtension(office.wrongDay)] : []),
  ]);
  write(
    contacts,
    [...office.contacts.values()].map((one) =>
      padded(contactCells(one), [columnOf(contacts, 'id'), columnOf(contacts, 'unit')]),
    ),
  );
  write(
    holidays,
    [...office.special].map(([day, mark]) => encodeRow(holidays, holidayRow(day, mark))),
  );
  write(settingsTab, settingRows(office, goLive));
}

function retypeTab(file: ModelFile, office: Office, tab: Tab, rows: readonly (readonly Cell[])[]): void {
  const place = file.tabs.get(tab.sheetId);
  if (!place) throw new Error(`No tab ${tab.title}.`);
  const header = headerRow(tab).map((title, index) =>
    office.isHeaderLost && tab.sheetId === contacts.sheetId && index === 0 ? 'Ghi chú' : title,
  );
  place.rows = office.isRearranged
    ? [['Việc riêng', ...header], ...rows.toReversed().map((row) => ['', ...row])]
    : [header, ...rows];
}

function instantOf(moment: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment);
}

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(isoDay(day));
}

function lastMomentOf({ day, minute }: LastMoment): Round['strictDeadline'] {
  return { day: dateOf(day), time: minute === null ? null : Temporal.PlainTime.from(clockTime(minute)) };
}

function roundRow(round: OfficeRound): RowOf<typeof rounds> {
  return {
    id: round.id,
    title: `Báo cáo kỳ ${round.id}`,
    task: 'L12112-BC',
    basisType: 'Công văn',
    basisNumber: '12112/BXD-PTĐT',
    basisDate: dateOf(Math.floor(round.opensAt / 86_400_000)),
    basisIssuer: 'Bộ Xây dựng',
    deadlineText: `hết ngày ${formatDate(dateOf(round.strict.day))}`,
    deadlineKind: 'Chậm nhất',
    strictDeadline: lastMomentOf(round.strict),
    effectiveDeadline: round.adjusted && lastMomentOf(round.adjusted),
    opensAt: instantOf(round.opensAt),
    locksOn: round.locksOn === null ? null : dateOf(round.locksOn),
    outlineVersion: OUTLINE_VERSION,
    expected: ['TP-TW'],
    steps: round.steps?.map(String) ?? null,
    state: round.state,
    approved: round.approved,
    note: null,
    copiesTo: null,
  };
}

function taskRow({ id, doers, helpers, day, isWritten, approved }: OfficeTask): RowOf<typeof tasks> {
  return {
    ...blankTask(id),
    deadlineText: isWritten ? `chậm nhất ngày ${formatDate(dateOf(day))}` : null,
    deadline: { day: dateOf(day), time: null },
    appliesTo: doers,
    cooperating: helpers.length > 0 ? helpers : null,
    approved,
  };
}

/** The tasks that rounds and questions name: they stand in the register, and nothing is due for them. */
const namedTasks = [
  'L12112-BC',
  ...new Set(simulatedOutline.flatMap(({ task, related }) => [...(task ? [task] : []), ...(related ?? [])])),
].map(blankTask);

function blankTask(id: string): RowOf<typeof tasks> {
  return {
    id,
    source: '12/TB-VPCP ngày 2/1/2020',
    clause: 'II.1',
    exact: null,
    summary: 'Góp ý dự thảo.',
    lead: null,
    cooperating: null,
    unlisted: null,
    recipient: null,
    deadlineText: null,
    deadlineKind: 'Chậm nhất',
    deadline: null,
    adjusted: null,
    appliesTo: ['TP-TW'],
    product: null,
    evidence: null,
    doneOn: null,
    approved: false,
    note: null,
  };
}

function decisionRow({ at, round, unit, kind, value }: OfficeDecision): RowOf<typeof decisions> {
  return {
    at: instantOf(at),
    subject: round,
    unit,
    item: null,
    decision: kind,
    value,
    reason: null,
    by: 'Điều phối viên',
  };
}

/** How an extension is typed: `31/10/2025`, or with a time. */
export function typedMoment({ day, minute }: LastMoment): string {
  return minute === null ? formatDate(dateOf(day)) : `${formatDate(dateOf(day))} ${clockTime(minute)}`;
}

function halfRow({ round, unit }: HalfTyped): readonly Cell[] {
  return Object.keys(decisions.columns).map((name) =>
    name === 'subject' ? (round ?? '') : name === 'unit' ? (unit ?? '') : name === 'by' ? 'Điều phối viên' : '',
  );
}

function columnOf<T extends Tab>(tab: T, name: keyof T['columns'] & string): number {
  return Object.keys(tab.columns).indexOf(name);
}

function roundCells(round: OfficeRound, wrong: WrongDay | null): readonly Cell[] {
  const cells = encodeRow(rounds, roundRow(round));
  if (wrong?.round !== round.id || wrong.unit !== null) return cells;
  return cells.with(columnOf(rounds, 'effectiveDeadline'), wrong.text);
}

function wrongExtension({ round, unit, at, text }: WrongDay): readonly Cell[] {
  return encodeRow(
    decisions,
    decisionRow({ at, typedAt: at, round, unit: unit ?? '', kind: 'Gia hạn', value: text, until: null }),
  );
}

function contactCells({ addresses, typed, ...contact }: OfficeContact): readonly Cell[] {
  const row: ContactRow = { ...contact, emails: addresses, honorific: null, name: null };
  return encodeRow(contacts, row).with(columnOf(contacts, 'emails'), typed);
}

function holidayRow(day: number, mark: SpecialDay): Holiday {
  return {
    day: dateOf(day),
    kind: mark === 'made up' ? 'Làm bù' : 'Nghỉ',
    name: 'Ngày trong mô phỏng',
    status: mark === 'proposed' ? 'đề xuất' : 'chốt',
    source: null,
  };
}

function settingRows(office: Office, goLive: number): readonly (readonly Cell[])[] {
  const values: Record<string, unknown> = {
    mail: office.mailOn ? 'Bật' : 'Tắt',
    goLive: instantOf(goLive),
    dailyCap: office.dailyCap,
  };
  return Object.entries(settings).map(([name, { title, kind, initial }]) => {
    const value = values[name] ?? initial;
    return [title, kind.codec.encode(value as never) as Cell, ''];
  });
}
