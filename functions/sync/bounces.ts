import type { Temporal } from 'temporal-polyfill';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { type LedgerEntry, readLedger } from '../domain/notices/ledger.ts';
import { contactMark, contactOfMark, messageIdOf } from '../domain/notices/ledger-key.ts';
import type { Bounce, Bounces } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { isHourPast } from '../workbook/bookkeeping.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

type Sources = { readonly snapshot: Snapshot; readonly mailDomain: string; readonly now: Temporal.Instant };

/** A server gives a mail up after five days at the latest; a mailbox may have been out of reach for some. */
const DAYS = 14;

/**
 * What came back since, looked for once an hour. A mailbox that cannot be read holds up nothing: the check-up tells.
 */
export async function cameBack(bounces: Bounces | undefined, sources: Sources): Promise<readonly LedgerRow[]> {
  const { snapshot, now } = sources;
  if (!bounces || !isHourPast(snapshot.bookkeeping.lookedAt, now)) return [];
  try {
    return bouncedRows(await bounces.since(localDay(now).subtract({ days: DAYS })), sources);
  } catch (error) {
    if (error instanceof Problem && error.code === 'mail.unread') return [];
    throw error;
  }
}

/** A row for each recipient of a mail of ours that came back and is not known to have. Whatever else is reported says nothing. */
function bouncedRows(reported: readonly Bounce[], { snapshot, mailDomain, now }: Sources): readonly LedgerRow[] {
  if (reported.length === 0) return [];
  const { entries } = readLedger(snapshot.logs.ledger.rows);
  const sent = new Map([...entries.values()].map((entry) => [messageIdOf(entry.key, mailDomain), entry]));
  const rows = new Map<string, LedgerRow>();
  for (const { messageId, recipient, status } of reported) {
    const entry = sent.get(messageId);
    const mark = entry?.sentAt ? markOf(entry, recipient) : undefined;
    if (!entry || mark === undefined || entry.bounced.has(mark)) continue;
    const why = whyBack(status);
    rows.set(`${entry.key} ${mark}`, {
      at: now,
      key: entry.key,
      state: 'bị trả lại',
      unit: entry.parts?.unit ?? null,
      kind: entry.kind,
      contacts: mark,
      messageId,
      reason: `Máy chủ thư báo không tới được người nhận này: ${why}.`,
      told: null,
      heldBy: why,
    });
  }
  return [...rows.values()];
}

/** Which of those it went to has this address. */
function markOf({ marks }: LedgerEntry, email: string): string | undefined {
  return marks.find((mark) => mark === contactMark({ id: contactOfMark(mark), email }));
}

/** Fact: RFC 3463, enumerated status codes. */
function whyBack(status: string): string {
  const [, subject, detail] = status.split('.');
  const words = wordsOf(subject ?? '', detail ?? '');
  return `${words} (${status})`;
}

function wordsOf(subject: string, detail: string): string {
  if (subject === '1') return 'địa chỉ không có';
  if (subject === '2') return detail === '2' ? 'hộp thư đầy' : 'hộp thư không nhận thư';
  if (subject === '4') return 'không tới được máy chủ của người nhận';
  return subject === '7' ? 'máy chủ của người nhận từ chối' : 'không giao được';
}
