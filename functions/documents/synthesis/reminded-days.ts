import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { aboutKey, type LedgerBook } from '../../domain/notices/ledger.ts';
import { kindOf } from '../../domain/notices/ledger-key.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';

/** The days on which a mail that reminds of the report reached the unit, oldest first, each once. */
export function remindedDays({ round, unit }: UnitStatus, ledger: LedgerBook): readonly Temporal.PlainDate[] {
  const days = (ledger.about.get(aboutKey(round.id, unit.code)) ?? []).flatMap(({ parts, kind, sentAt }) => {
    if (!parts || !sentAt) return [];
    const { asksFor, repeats, deed } = kinds[kindOf(parts.kind, kind)];
    return deed !== null && asksFor === 'report' && repeats === 'each step' ? [localDay(sentAt)] : [];
  });
  return [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) =>
    a.toString() < b.toString() ? -1 : 1,
  );
}

/** `ngày 30/10 và 03/11/2025`: a year stands where it ends. */
export function daysInWords(days: readonly Temporal.PlainDate[]): string {
  const words = days.map((day, i) => (days[i + 1]?.year === day.year ? formatDate(day).slice(0, 5) : formatDate(day)));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? `ngày ${last}` : `các ngày ${words.slice(0, -1).join(', ')} và ${last}`;
}
