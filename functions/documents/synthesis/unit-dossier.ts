import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { aboutKey, type LedgerBook, type LedgerEntry } from '../../domain/notices/ledger.ts';
import { kindOf } from '../../domain/notices/ledger-key.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { deadlineInWords } from '../../domain/time/deadline.ts';
import { momentWords } from '../../domain/time/moment-words.ts';

/** What was asked of a unit, what it was reminded of and what it sent: one line each, oldest first. */
export function unitDossier(status: UnitStatus, ledger: LedgerBook): readonly string[] {
  const { round, unit, extension, versions } = status;
  const mails = (ledger.about.get(aboutKey(round.id, unit.code)) ?? []).flatMap(mailLine);
  const granted = extension
    ? [
        {
          at: extension.at.epochMilliseconds,
          line: `${momentWords(extension.at)}: gia hạn đến ${deadlineInWords(extension.deadline)}`,
        },
      ]
    : [];
  const lines = [...mails, ...granted].sort((a, b) => a.at - b.at).map(({ line }) => line);
  const asked = `Ngày ${formatDate(round.basisDate)}: ban hành ${round.basisType} số ${round.basisNumber}`;
  const filed =
    versions.length === 0
      ? 'Chưa ghi nhận báo cáo nào của đơn vị'
      : `Đã nhận ${versions.map(({ version }) => version).join(', ')}, chưa có nội dung báo cáo`;
  return [asked, ...lines, filed];
}

function mailLine(entry: LedgerEntry): readonly { readonly at: number; readonly line: string }[] {
  const deed = entry.parts && kinds[kindOf(entry.parts.kind, entry.kind)].deed;
  if (!deed) return [];
  if (entry.sentAt) return [{ at: entry.sentAt.epochMilliseconds, line: `${momentWords(entry.sentAt)}: ${deed}` }];
  if (entry.state !== 'không gửi được') return [];
  return [{ at: entry.at.epochMilliseconds, line: `${momentWords(entry.at)}: ${deed}, thư không đến được người nhận` }];
}
