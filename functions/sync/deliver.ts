import pLimit from 'p-limit';
import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { writeMarks } from '../domain/notices/ledger.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Mail, Mailer, SendOutcome } from '../ports.ts';
import { noticeRow } from './plan-sync.ts';

/** Mails under way at once; the mailer's own pool has as many connections. */
const AT_ONCE = 10;

export type Delivered = {
  /** The result of each. */
  readonly rows: readonly LedgerRow[];
  /** Why the server takes nothing from us, as the last attempt that failed of it told. Vietnamese. */
  readonly serverOut: string | null;
};

/**
 * Sends the mails of claimed notices, each on its own. A lost answer is a result too: such a mail may have arrived, and is
 * sent again once under the same Message-ID.
 * @param writeMail makes the mail of a notice; one that cannot be made is a temporary failure of that notice alone.
 */
export async function deliver(
  notices: readonly Notice[],
  {
    mailer,
    writeMail,
    hasTime,
    holdsBack = () => null,
    now,
  }: {
    readonly mailer: Mailer;
    readonly writeMail: (notice: Notice) => Promise<Mail>;
    readonly hasTime: () => boolean;
    /** Why no mail goes although it was claimed, as far as is known by now. Vietnamese. */
    readonly holdsBack?: (notice: Notice) => string | null;
    readonly now: Temporal.Instant;
  },
): Promise<Delivered> {
  const limit = pLimit(AT_ONCE);
  let serverOut: string | null = null;
  const rows = await Promise.all(
    notices.map((notice) =>
      limit(async () => {
        const why = hasTime() ? holdsBack(notice) : 'lượt chạy đã hết thời gian';
        if (why !== null) return [putOff(notice, now, why)];
        try {
          const mail = await writeMail(notice);
          const outcome = await mailer.send(mail, hasTime);
          if (outcome.kind === 'later' && outcome.isServerOut) serverOut = outcome.reason;
          return resultRows(notice, mail, outcome, now);
        } catch (error) {
          return [putOff(notice, now, `chưa soạn được thư: ${error}`)];
        }
      }),
    ),
  );
  return { rows: rows.flat(), serverOut };
}

/** What a report that came since the plan was made would make untrue: it calls a unit late, or names those that are. */
export function speaksOfLateReports({ kind }: Pick<Notice, 'kind'>): boolean {
  const { asksFor, callsLate, about } = kinds[kind];
  return asksFor === 'report' && (callsLate || about === 'late reports');
}

function putOff(notice: Notice, now: Temporal.Instant, reason: string): LedgerRow {
  return { ...noticeRow(notice, now), state: 'gửi lại sau', reason };
}

/** A mail that some have is sent; a row of its own says who is still owed it. */
function resultRows(notice: Notice, mail: Mail, outcome: SendOutcome, now: Temporal.Instant): readonly LedgerRow[] {
  const row = resultRow(notice, mail, outcome, now);
  const { owed = [] } = outcome.kind === 'sent' ? outcome : {};
  if (owed.length === 0) return [row];
  return [row, { ...row, state: 'chờ người nhận còn lại', contacts: marksOf(notice, owed) }];
}

function marksOf({ recipients }: Notice, addresses: readonly string[] = []): string | null {
  return writeMarks(recipients.filter(({ email }) => addresses.includes(email)));
}

function resultRow(notice: Notice, mail: Mail, outcome: SendOutcome, now: Temporal.Instant): LedgerRow {
  const contacts = outcome.kind === 'unknown' ? null : marksOf(notice, outcome.undeliverable);
  const row = { ...noticeRow(notice, now), messageId: mail.messageId, contacts };
  switch (outcome.kind) {
    case 'sent':
      return {
        ...row,
        state: notice.firstSentAt ? 'đã gửi thêm' : 'đã gửi',
        reason: outcome.refused ? `${notice.why} ${outcome.refused}` : notice.why,
      };
    case 'exported':
      return { ...row, state: 'đã xuất', reason: notice.why };
    case 'refused':
      return { ...row, state: 'không gửi được', reason: outcome.reason };
    case 'later':
      return { ...row, state: 'gửi lại sau', reason: outcome.reason };
    case 'unknown':
      return { ...row, state: 'chưa rõ kết quả', reason: outcome.reason };
  }
}
