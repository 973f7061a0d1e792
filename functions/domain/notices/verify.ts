import type { Temporal } from 'temporal-polyfill';
import type { KeyFacts } from '../../../sheets-schema/notice-kinds/define-kind.ts';
import { isInternal, keyFacts, kinds } from '../../../sheets-schema/notice-kinds.ts';
import type { LedgerFact } from '../../../sheets-schema/tabs/logs.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { momentWords, timeOf } from '../time/moment-words.ts';
import { parseLedgerKey } from './ledger-key.ts';
import type { Decided, PolicyInput } from './notice.ts';
import { isBefore } from './notice-desk.ts';
import { type PastLogs, pastInput } from './past-day.ts';
import { planNotices } from './plan-notices.ts';

/** A notice of a past day for which the logs give no account, or one that should not have gone. */
export type Gap = {
  readonly key: string;
  readonly unit: string | null;
  /** Vietnamese. */
  readonly problem: string;
};

/** A run may be this late and still have done its duty. */
const SLACK = { hours: 1 };

/**
 * Proves rule 6 for a past day from the logs alone. Of every kind of which the logs tell: what was due an hour before the day's last sending hour ended, and
 * still at its end, was sent, settled, or held for a reason that the logs show; and of every kind: no mail of the
 * day went twice, out of hours, to a unit already mailed that day, or to ask a unit for a report that had been seen.
 */
export function verifyDay(day: Temporal.PlainDate, logs: PastLogs): readonly Gap[] {
  const midnight = startOfDay(day.add({ days: 1 }));
  const lastLook = pastInput(logs, midnight.subtract({ hours: 1 }), midnight);
  const end = lastLook.calendar.windowsOn(day).at(-1)?.until ?? midnight;
  const stillDue = new Set(gapsAt(end.subtract({ seconds: 1 }), logs, day).map(({ key }) => key));
  const today = logs.ledger.filter(({ at }) => localDay(at).equals(day));
  return [
    ...gapsAt(end.subtract(SLACK), logs, day).filter(({ key }) => stillDue.has(key)),
    ...sentTwice(today, logs.ledger),
    ...mailedTwiceThatDay(today),
    ...outOfHours(today, lastLook),
    ...despiteReport(today, logs),
  ];
}

/** What was due by what was known at a moment of the day, and has no account by its end. */
function gapsAt(moment: Temporal.Instant, logs: PastLogs, day: Temporal.PlainDate): readonly Gap[] {
  const input = pastInput(logs, moment, startOfDay(day.add({ days: 1 })));
  const { decided } = planNotices(input, (kind) => kinds[kind].unproven === null);
  return decided.flatMap((one) => unaccounted(one, input, day));
}

/** Refusals are accounts too: the coordinator was told, or the mail is tried again. */
function unaccounted({ notice, fate }: Decided, { ledger }: PolicyInput, day: Temporal.PlainDate): readonly Gap[] {
  if (fate.do === 'hold' || fate.do === 'wait') return [];
  // Somebody has it: what is left of a mail is no duty of a day.
  if (notice.firstSentAt) return [];
  const entry = ledger.entries.get(notice.key);
  if (entry?.state === 'không gửi được') return [];
  if (entry?.state === 'gửi lại sau' && localDay(entry.at).equals(day)) return [];
  const since = momentWords(notice.dueAt);
  const found = entry ? `chỉ có "${entry.state}", không có kết quả` : 'nhật ký không ghi gì';
  return [{ key: notice.key, unit: notice.unit, problem: `${notice.kind}: đến lúc gửi từ ${since}, ${found}.` }];
}

function gap({ key, unit }: LedgerFact, problem: string): Gap {
  return { key, unit, problem };
}

function sentTwice(today: readonly LedgerFact[], all: readonly LedgerFact[]): readonly Gap[] {
  const isSent = ({ state }: LedgerFact) => state === 'đã gửi';
  return today
    .filter(isSent)
    .filter((row) => all.some((other) => isSent(other) && other.key === row.key && isBefore(other.at, row.at)))
    .map((row) => gap(row, 'Thư này đã gửi trước đó rồi.'));
}

function mailedTwiceThatDay(today: readonly LedgerFact[]): readonly Gap[] {
  const sent = today.filter((row) => row.state === 'đã gửi' && row.unit !== null && factsOf(row)?.lane === 'unit');
  const extra = [...Map.groupBy(sent, ({ unit }) => unit).values()].flatMap((rows) => rows.slice(1));
  return extra.map((row) => gap(row, 'Đơn vị nhận quá một thư trong ngày.'));
}

/** What is declared of the kind of a row; null when its key is none of ours. */
function factsOf({ key }: LedgerFact): KeyFacts | null {
  const parts = parseLedgerKey(key);
  return parts && keyFacts[parts.kind];
}

function outOfHours(today: readonly LedgerFact[], { calendar }: PolicyInput): readonly Gap[] {
  return today
    .filter((row) => row.state === 'đang gửi' && factsOf(row)?.hours !== 'any')
    .filter(({ at }) => !calendar.isOpen(at))
    .map((row) => gap(row, `Gửi ngoài khung giờ, lúc ${timeOf(row.at)}.`));
}

/** What came after the lock stops nothing until somebody takes it. */
function despiteReport(today: readonly LedgerFact[], logs: PastLogs): readonly Gap[] {
  return today.flatMap((row) => {
    const parts = row.state === 'đang gửi' ? parseLedgerKey(row.key) : null;
    if (!parts || !asksTheUnit(keyFacts[parts.kind])) return [];
    const seen = logs.reports.find(
      ({ unit, round, version, seenAt }) =>
        unit === parts.unit && round === parts.subject && logs.realVersions.has(version) && isBefore(seenAt, row.at),
    );
    if (!seen) return [];
    const status = pastInput(logs, row.at, row.at).statuses.find(
      ({ unit, round }) => unit.code === parts.unit && round.id === parts.subject,
    );
    const wasAccepted = status?.versions.some(({ version }) => logs.realVersions.has(version)) ?? false;
    return wasAccepted ? [gap(row, `Nhắc đơn vị đã gửi báo cáo ${seen.version}.`)] : [];
  });
}

function asksTheUnit({ asksFor, to }: KeyFacts): boolean {
  return asksFor === 'report' && !isInternal({ to });
}
