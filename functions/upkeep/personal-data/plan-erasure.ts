import { createHmac } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type ChangeRow, changes, filers } from '../../../sheets-schema/tabs/logs.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import type { Write } from '../../ports.ts';
import { appendLog } from '../../workbook/diff-grid.ts';
import type { FilerRow, People } from './read-people.ts';

/** Rows of `Người gửi` to blank, and the words that keep account of it. Vietnamese. */
export type Erasure = { readonly rows: readonly FilerRow[]; readonly why: string };

const PERSONAL = Object.keys(filers.columns).filter((name) => name !== 'version').length;

/**
 * The writes of an erasure: the personal cells of each row, and one record. The rows and their versions stay, so that no
 * report is taken for new. Who asked is not kept.
 */
export function erasureChanges({ rows, why }: Erasure, now: Temporal.Instant): readonly Write[] {
  const blanks = Array.from({ length: PERSONAL }, () => ({ value: '' }));
  const record: ChangeRow = {
    seenAt: now,
    subject: `person/erased/${now.toString({ smallestUnit: 'second' })}`,
    old: null,
    new: `${rows.length} dòng của tab ${filers.title}; ${why}`,
  };
  return [
    ...rows.map(({ row }) => ({ kind: 'write', sheetId: filers.sheetId, row, column: 1, rows: [blanks] }) as const),
    ...appendLog(changes, [record]),
  ];
}

/**
 * Tells later whether a term was erased, without keeping it. Keyed, because telephone numbers are few enough to try all.
 * @returns 16 hexadecimal digits
 */
export function termMark(term: string, secret: string): string {
  return createHmac('sha256', secret).update(`person\n${term}`).digest('hex').slice(0, 16);
}

/** Whose time is over: filed more than so many months ago. A row whose version is in no log has no date and stays. */
export function planExpiry({ filers: rows }: People, months: number, now: Temporal.Instant): Erasure {
  const limit = startOfDay(localDay(now).subtract({ months }));
  const isOver = ({ filedAt }: FilerRow) =>
    filedAt !== null && Temporal.Instant.compare(Temporal.Instant.from(filedAt), limit) < 0;
  return { rows: rows.filter((row) => isOver(row) && isPersonal(row)), why: `hết thời hạn lưu ${months} tháng` };
}

function isPersonal({ name, position, email, phone }: FilerRow): boolean {
  return [name, position, email, phone].some((cell) => cell !== null);
}
