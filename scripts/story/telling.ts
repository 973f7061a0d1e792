import { styleText } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, toLocal } from '../../sheets-schema/zone.ts';

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** Tells a story by day and hour; colour only where a terminal shows it. */
export type Telling = {
  /** One thing that happened: who → what came of it. */
  event(at: Temporal.Instant, who: string, what: string): void;
  line(text: string): void;
  table(rows: readonly (readonly string[])[]): void;
};

export function createTelling(write: (text: string) => void): Telling {
  let day = '';
  const bold = (text: string) => styleText('bold', text);
  return {
    event(at, who, what) {
      const today = dayName(at);
      if (today !== day) write(`\n${bold(today)}\n`);
      day = today;
      write(`  ${formatTime(toLocal(at).toPlainTime())} · ${who}: ${what}\n`);
    },
    line: (text) => write(`${text}\n`),
    table: (rows) => write(aligned(rows, bold)),
  };
}

function dayName(at: Temporal.Instant): string {
  const day = localDay(at);
  return `${WEEKDAYS[day.dayOfWeek - 1]}, ${formatDate(day)}`;
}

/** Columns as wide as their widest cell; the first row is the header. */
function aligned(rows: readonly (readonly string[])[], bold: (text: string) => string): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => [...(row[index] ?? '')].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line, index) => `    ${index === 0 ? bold(line) : line}\n`).join('');
}
