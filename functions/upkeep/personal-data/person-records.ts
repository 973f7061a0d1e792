import { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { filers, reports } from '../../../sheets-schema/tabs/logs.ts';
import { contacts } from '../../../sheets-schema/tabs/units.ts';
import { toLocal } from '../../../sheets-schema/zone.ts';
import type { PersonFound } from './plan-find.ts';
import type { FilerRow } from './read-people.ts';

/** One row about a person, under the titles people know. */
export type PersonRecord = Readonly<Record<(typeof recordTitles)[number], string>>;

const { name, position, email, phone } = filers.columns;

const recordTitles = [
  'Tab',
  'Dòng',
  'Mã',
  reports.columns.unit.header,
  reports.columns.round.header,
  reports.columns.lastSubmittedTime.header,
  name.header,
  position.header,
  email.header,
  phone.header,
  reports.columns.responseId.header,
] as const;

/** Everything the Sheet keeps about a person. */
export function personRecords({
  filed,
  contacts: found,
}: Pick<PersonFound, 'filed' | 'contacts'>): readonly PersonRecord[] {
  return [
    ...filed.map(filerRecord),
    ...found.map((row) =>
      record([contacts.title, row.row + 1, row.id, row.unit, null, null, row.name, null, row.email, null, null]),
    ),
  ];
}

export function filerRecord(row: FilerRow): PersonRecord {
  const { version, unit, round, filedAt, responseId } = row;
  const cells = [row.name, row.position, row.email, row.phone];
  return record([filers.title, row.row + 1, version, unit, round, filedAt && localTime(filedAt), ...cells, responseId]);
}

function record(cells: readonly (string | number | null)[]): PersonRecord {
  return Object.fromEntries(recordTitles.map((title, index) => [title, String(cells[index] ?? '')])) as PersonRecord;
}

function localTime(instant: string): string {
  const local = toLocal(Temporal.Instant.from(instant));
  return `${formatDate(local.toPlainDate())} ${formatTime(local.toPlainTime())}`;
}

/** For Excel: UTF-8 with its mark, and no cell that Excel would run. */
export function toCsv(records: readonly PersonRecord[]): string {
  const rows: readonly (readonly string[])[] = records.map((one) => recordTitles.map((title) => one[title] ?? ''));
  const lines = [recordTitles, ...rows];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** What begins like a formula gets an apostrophe before it, as Excel itself writes text. */
function csvCell(text: string): string {
  const inert = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}
