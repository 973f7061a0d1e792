import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { questionsOf, reportTitle } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { counted } from '../../../sheets-schema/text.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { LedgerBook } from '../../domain/notices/ledger.ts';
import { type RoundFigures, roundFigures } from '../../domain/standing/round-figures.ts';
import { isBeforeOperation, type TimingSources, waitingWords } from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { deadlineInWords, isOnTime } from '../../domain/time/deadline.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { daysInWords, remindedDays } from './reminded-days.ts';

export type UrgingInput = {
  /** Those of the round. */
  readonly statuses: readonly UnitStatus[];
  readonly ledger: LedgerBook;
  readonly outline: readonly OutlineQuestion[];
  readonly timing: TimingSources;
  /** Where it is signed. */
  readonly place: string;
};

/** A draft công văn đôn đốc: what it says, before it takes the form of the decree. A person numbers, dates, signs it. */
export type UrgingLetter = {
  readonly round: Round;
  readonly unit: Unit;
  readonly place: string;
  readonly about: string;
  /** What was asked and when it was reminded; what has come. */
  readonly opening: readonly string[];
  readonly request: readonly string[];
  /** When it was drafted, ISO. */
  readonly at: string;
};

export type Urging = {
  readonly letters: readonly UrgingLetter[];
  /** Late units that get no draft, and why. */
  readonly held: readonly { readonly unit: Unit; readonly reason: string }[];
};

/** A draft for each unit whose deadline passed without a report; none while something about it waits to be settled. */
export function planUrging(input: UrgingInput): Urging {
  const { statuses, timing } = input;
  const late = statuses.filter((status) => status.filedAt === null && !isOnTime(timing.now, status.effective));
  const judged = late.map((status) => ({ status, reason: holdReason(status, timing) }));
  const figures = roundFigures(statuses, timing.now);
  return {
    letters: judged
      .filter(({ reason }) => reason === null)
      .map(({ status }) => letterTo(status, { ...input, figures })),
    held: judged.flatMap(({ status, reason }) => (reason === null ? [] : [{ unit: status.unit, reason }])),
  };
}

function holdReason(status: UnitStatus, timing: TimingSources): string | null {
  if (isBeforeOperation(status, timing)) return 'Dữ liệu trước vận hành – chờ xác nhận';
  if (status.paused) return 'Điều phối viên đã tạm dừng nhắc';
  const waiting = waitingWords(status).join('; ');
  return waiting === '' ? null : waiting.charAt(0).toUpperCase() + waiting.slice(1);
}

type Known = Pick<UrgingInput, 'ledger' | 'outline' | 'timing' | 'place'> & { readonly figures: RoundFigures };

function letterTo(status: UnitStatus, { figures, ledger, outline, timing, place }: Known): UrgingLetter {
  const { round, unit } = status;
  const report = lowerFirst(reportTitle(questionsOf(round, outline)) || round.title);
  return {
    round,
    unit,
    place,
    about: `V/v đôn đốc gửi ${report}`,
    opening: [`${askedWords(status, report)}${remindedWords(status, ledger)}. ${stateWords(status, figures, timing)}`],
    request: [
      `Đề nghị ${unit.name} quan tâm, chỉ đạo cơ quan chuyên môn hoàn thiện báo cáo theo Đề cương và gửi về ${round.basisIssuer} trước ngày ……/……/${localDay(timing.now).year} để kịp thời tổng hợp, báo cáo cấp có thẩm quyền.`,
      `Trường hợp có vướng mắc về nội dung hoặc cần thêm thời gian, đề nghị ${unit.name} thông tin để ${round.basisIssuer} phối hợp; trường hợp đã gửi báo cáo, đề nghị cho biết số, ký hiệu, ngày ban hành văn bản để đối chiếu.`,
    ],
    at: timing.now.toString(),
  };
}

function askedWords({ round, unit, strict, effective, extension }: UnitStatus, report: string): string {
  const last = deadlineInWords(effective);
  const later = extension
    ? `, đã được gia hạn đến ${last}`
    : last === deadlineInWords(strict)
      ? ''
      : `, sau đó được điều chỉnh đến ${last}`;
  return `Ngày ${formatDate(round.basisDate)}, ${round.basisIssuer} có ${round.basisType} số ${round.basisNumber} đề nghị ${unit.name} gửi ${report} (thời hạn ghi trong văn bản: “${round.deadlineText}”${later})`;
}

function remindedWords(status: UnitStatus, ledger: LedgerBook): string {
  const days = remindedDays(status, ledger);
  return days.length === 0 ? '' : `; ${status.round.basisIssuer} đã nhắc qua thư điện tử ${daysInWords(days)}`;
}

function stateWords(
  status: UnitStatus,
  { received, expected }: RoundFigures,
  { now, calendar }: TimingSources,
): string {
  const days = calendar.workingDaysBetween(status.effective.lastDay, localDay(now));
  const late = days > 0 ? `quá hạn ${counted(days)} ngày làm việc` : 'đã quá thời hạn';
  const lacks =
    status.versions.length === 0
      ? `chưa nhận được báo cáo của ${status.unit.name}`
      : `chưa nhận được nội dung báo cáo của ${status.unit.name} (đã gửi biểu mẫu nhưng chưa có thông tin để tổng hợp)`;
  const others = received > 0 ? `; đã có ${counted(received)}/${counted(expected)} đơn vị gửi báo cáo` : '';
  return `Đến ${momentWords(now)}, ${status.round.basisIssuer} ${lacks}, ${late}${others}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
