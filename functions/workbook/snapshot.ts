import type { Temporal } from 'temporal-polyfill';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import type { Finding } from '../../sheets-schema/finding.ts';
import { inOutlineOrder } from '../../sheets-schema/outline-sections.ts';
import { HEADER_ROW, headerFindings, isHeaded, type ParsedTab, parseTab } from '../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import type { SettingName, Settings } from '../../sheets-schema/setting-list.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import {
  answerFactsTab,
  answers,
  changes,
  filerKeysTab,
  filers,
  ledger,
  ledgerStatesTab,
  reports,
} from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import {
  choices,
  findings,
  mailPlan,
  matrix,
  overview,
  progress,
  tracking,
} from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { type Round, rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { visits } from '../../sheets-schema/tabs/visits.ts';
import { withKnownGroups } from '../domain/reading/group-names.ts';
import { readChanges } from '../domain/standing/change-log.ts';
import { knownEntries, unitCodeOf } from '../domain/standing/expected-units.ts';
import { recordedPlaces } from '../domain/standing/outline-record.ts';
import { roundsInForce } from '../domain/standing/round-record.ts';
import type { FormResponse, ResponsePart } from '../ports.ts';
import { type Bookkeeping, logNames, type SchemaVersions } from './bookkeeping.ts';
import type { SealedRows, SealedVersion } from './read-sealed.ts';
import { readSettings } from './read-settings.ts';

/** The tabs people own, as a sync reads them. */
export const peopleTabs = {
  tasks,
  rounds,
  decisions,
  units,
  contacts,
  outline,
  settingsTab,
  holidays,
  templates,
  visits,
};

/** The logs a sync reads back: of `Người gửi` the versions alone, `Nội dung` without its long texts, `Nhật ký thư` without its reasons. */
export const logTabs = { reports, answers: answerFactsTab, filers: filerKeysTab, ledger: ledgerStatesTab, changes };

/** The logs whole, as they are written. */
export const wholeLogs: readonly Tab[] = [reports, answers, filers, ledger, changes];

/** The projections, read so that only changed rows are written and damaged ones heal. */
export const projectionTabs = { overview, tracking, matrix, progress, findings, mailPlan, choices };

type Parsed<T extends Record<string, Parameters<typeof parseTab>[0]>> = { readonly [K in keyof T]: ParsedTab<T[K]> };

/** All a run knows: one reading of the sheet, and the responses since the last one recorded. */
export type Snapshot = {
  readonly readAt: Temporal.Instant;
  /** Minutes by which this machine's clock was ahead of Google's; absent when they agree. `readAt` is Google's then. */
  readonly clockAhead?: number;
  /** Language and zone of the file as this run was told them; absent before a commit told. */
  readonly fileSettings?: string;
  readonly bookkeeping: Bookkeeping;
  /** What this run was given to work with, to be compared with what the file knows; '' where it was given none. */
  readonly given: { readonly formId: string; readonly secret: string };
  /** What people's tabs say; of rounds, what was approved of them. */
  readonly people: Parsed<typeof peopleTabs>;
  /** Rounds as their rows stand, approved or not. */
  readonly typedRounds: readonly Round[];
  readonly logs: Parsed<typeof logTabs>;
  /** Rows of sealed rounds that are looked at again: they stand in tabs of their own. */
  readonly earlier: SealedRows;
  /** Sealed rounds whose rows were not read: nothing is to be done about them. */
  readonly away: ReadonlySet<string>;
  /** Sealed rounds that were to be read and are not there as they were put away. */
  readonly damaged: readonly string[];
  /** What tells versions of rounds that are away, where something came that may belong to one. */
  readonly sealedVersions: readonly SealedVersion[];
  readonly settings: Settings;
  /** Settings that have their first value because nobody could read what stands there. */
  readonly unreadSettings: readonly SettingName[];
  readonly projections: ReadonlyMap<number, Grid>;
  /** The last day on which all submissions the form has were compared with those recorded, this run's included; '' for never. */
  readonly comparedOn: string;
  /** Not yet recorded, oldest first: as many as were read. */
  readonly responses: readonly FormResponse[];
  /** Reads those after them; null when there are none. */
  readonly moreResponses: ResponsePart['more'];
  /** What is wrong with the tabs themselves. */
  readonly findings: readonly Finding[];
  /** Where declared tabs (by sheetId) really are; empty when each is where it was provisioned. */
  readonly places: ReadonlyMap<number, number>;
  /** Tabs (by sheetId) that the file had and that are gone: nothing is written to them. */
  readonly missing: ReadonlySet<number>;
  /** Declared tabs (by sheetId) that are newer than the file: known to be absent, and nothing is wrong. */
  readonly unborn: ReadonlySet<number>;
  /** The whole first rows of the logs, by sheetId. */
  readonly headers: ReadonlyMap<number, readonly Cell[]>;
  /** Logs (by sheetId) whose header row is not as declared: rows added there would stand in wrong columns. */
  readonly misheaded: ReadonlySet<number>;
};

/** What a run has other than the file knows it: its form, or the secret of the links. Nothing is told apart without both. */
export function mismatches({ bookkeeping, given }: Pick<Snapshot, 'bookkeeping' | 'given'>): readonly Mismatch[] {
  const differs = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  return [
    ...(differs(bookkeeping.formId, given.formId) ? (['form'] as const) : []),
    ...(differs(bookkeeping.secret, given.secret) ? (['secret'] as const) : []),
  ];
}

export type Mismatch = 'form' | 'secret';

/** The tabs that people own, as they could be read. */
export type PeopleTabs = Snapshot['people'];

/** Whether rows may be added to a log. */
export function isWritable(
  { missing, misheaded, unborn }: Pick<Snapshot, 'missing' | 'misheaded' | 'unborn'>,
  sheetId: number,
): boolean {
  return !missing.has(sheetId) && !misheaded.has(sheetId) && !unborn.has(sheetId);
}

/** Rows of a tab that hold something, readable or not. */
export function rowsIn({ rows, rivals, broken }: Record<'rows' | 'rivals' | 'broken', readonly unknown[]>): number {
  return rows.length + rivals.length + broken.length;
}

/** The rows that each log really has; of one that is gone, or whose columns are, as many as it should have. */
export function countRows(
  snapshot: Pick<Snapshot, 'logs' | 'bookkeeping' | 'missing' | 'misheaded'>,
): Bookkeeping['rows'] {
  const { logs, bookkeeping, missing, misheaded } = snapshot;
  const isLost = ({ sheetId }: Tab) => missing.has(sheetId) || misheaded.has(sheetId);
  const counts = logNames.map((name) => [name, isLost(logTabs[name]) ? bookkeeping.rows[name] : rowsIn(logs[name])]);
  return Object.fromEntries(counts) as Bookkeeping['rows'];
}

const CURRENT: SchemaVersions = { system: SCHEMA_VERSION, people: SCHEMA_VERSION };

type HowRead = {
  readonly now: Temporal.Instant;
  /** The whole first rows of the logs; where one is not given, as far as it was read. */
  readonly headers?: ReadonlyMap<number, readonly Cell[]>;
  /** What the file can hold. */
  readonly schema?: SchemaVersions;
  /** What was lost and stands there again, empty: `tab.column`, `setting.name`. */
  readonly putBack?: readonly string[];
};

/** Makes sense of the grids, by declared sheetId. */
export function understand(
  grids: ReadonlyMap<number, Grid>,
  { now, headers = new Map(), schema = CURRENT, putBack = [] }: HowRead,
): Omit<
  Snapshot,
  | 'readAt'
  | 'bookkeeping'
  | 'given'
  | 'comparedOn'
  | 'responses'
  | 'moreResponses'
  | 'missing'
  | 'unborn'
  | 'headers'
  | 'places'
  | 'earlier'
  | 'away'
  | 'damaged'
  | 'sealedVersions'
> {
  const gridOf = (tab: { sheetId: number }) => grids.get(tab.sheetId) ?? [];
  const typed = withUnitCodes(parseAll(peopleTabs, gridOf, { version: schema.people, putBack }));
  const logs = parseAll(logTabs, gridOf, { version: schema.system, putBack });
  const book = readChanges(logs.changes.rows);
  const ordered = inOutlineOrder(typed.outline.rows, recordedPlaces(book));
  const outline = { ...typed.outline, rows: ordered, lines: ordered.map(({ at }) => at) };
  const units = typed.units.rows;
  const people = {
    ...typed,
    outline,
    rounds: roundsInForce(typed.rounds, { book, units, outline: outline.rows, now }),
  };
  const {
    settings,
    unread,
    findings: settingFindings,
  } = readSettings(people.settingsTab.rows, schema.people, within('setting', putBack));
  const headerOf = (tab: Tab) => headers.get(tab.sheetId) ?? gridOf(tab)[0] ?? [];
  const headed = wholeLogs.filter((tab) => isHeaded(tab, headerOf(tab), schema.system));
  return {
    people,
    typedRounds: typed.rounds.rows,
    logs,
    settings,
    unreadSettings: unread,
    misheaded: new Set(wholeLogs.filter((tab) => !headed.includes(tab)).map(({ sheetId }) => sheetId)),
    projections: new Map(Object.values(projectionTabs).map((tab) => [tab.sheetId, gridOf(tab)])),
    findings: [
      ...Object.values(people).flatMap((tab) => tab.findings),
      ...Object.values(logs).flatMap(({ findings }) => cellFindings(findings)),
      ...wholeLogs.flatMap((tab) => headerFindings(tab, headerOf(tab), schema.system)),
      ...settingFindings,
    ],
  };
}

/** Nobody mends a log by hand. */
export const MEND_LOG =
  'khôi phục tab từ Nhật ký phiên bản; không được thì báo quản trị viên; mọi thư đang giữ lại cho tới khi khớp';

/** Of a log more are told as a number: one slip may fill a column. */
export const MOST_OF_A_LOG = 20;

function cellFindings(found: readonly Finding[]): readonly Finding[] {
  const ofCells = found.filter(({ row }) => row !== HEADER_ROW);
  return ofCells.slice(0, MOST_OF_A_LOG).map((one) => ({ ...one, fix: MEND_LOG }));
}

/** People may write names and groups their own way; what means nobody or several stays as it is, for a finding. */
function withUnitCodes(people: PeopleTabs): PeopleTabs {
  const { contacts, decisions, outline, rounds, tasks } = people;
  const units = { ...people.units, rows: withKnownGroups(people.units.rows) };
  const codeOf = (typed: string) => unitCodeOf(typed, units.rows);
  const listOf = <L extends readonly string[] | null>(list: L) => list && knownEntries(list, units.rows);
  return {
    ...people,
    units,
    outline: {
      ...outline,
      rows: outline.rows.map((row) => ({
        ...row,
        appliesTo: listOf(row.appliesTo),
        sectionFor: listOf(row.sectionFor),
      })),
    },
    rounds: {
      ...rounds,
      rows: rounds.rows.map((row) => ({ ...row, expected: knownEntries(row.expected, units.rows) })),
    },
    tasks: {
      ...tasks,
      rows: tasks.rows.map((row) => ({
        ...row,
        appliesTo: listOf(row.appliesTo),
        cooperating: listOf(row.cooperating),
      })),
    },
    visits: { ...people.visits, rows: people.visits.rows.map((row) => ({ ...row, unit: codeOf(row.unit) })) },
    contacts: { ...contacts, rows: contacts.rows.map((row) => ({ ...row, unit: codeOf(row.unit) })) },
    decisions: {
      ...decisions,
      rows: decisions.rows.map((row) => ({ ...row, unit: row.unit && codeOf(row.unit) })),
    },
  };
}

function parseAll<T extends Record<string, Parameters<typeof parseTab>[0]>>(
  tabs: T,
  gridOf: (tab: { sheetId: number }) => Grid,
  { version, putBack }: { readonly version: number; readonly putBack: readonly string[] },
): Parsed<T> {
  return Object.fromEntries(
    Object.entries(tabs).map(([name, tab]) => [name, parseTab(tab, gridOf(tab), version, within(name, putBack))]),
  ) as unknown as Parsed<T>;
}

/** What of these belongs to one tab. */
function within(tab: string, putBack: readonly string[]): readonly string[] {
  return putBack.flatMap((one) => (one.startsWith(`${tab}.`) ? [one.slice(tab.length + 1)] : []));
}

export const bookkeepingTab = system;
