import type { Report } from '../../../../sheets-schema/tabs/logs.ts';
import { ownCode } from '../../links/codes.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { bySeen } from '../../standing/unit-statuses.ts';
import { type Deadline, deadlineKey, isOnTime } from '../../time/deadline.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { sentEntries, supplyBy, toldOf } from './already-told.ts';
import { oweUnit } from './owe.ts';

/**
 * One for each version whose unit is known, as soon as it is seen; those that wait for a decision are told so too. What
 * has come since speaks for those before it: however many come, one is written about at a time.
 */
export function receipts(desk: Desk, status: UnitStatus): readonly Notice[] {
  const reports = [...status.versions, ...status.afterLock].sort(bySeen);
  const newest = reports.at(-1);
  const answerBy = repeatedDay(desk, status);
  const { deadline } = toldOf(desk, status);
  return reports.map((report) => {
    const { version, seenAt } = report;
    const waitsFor = receivedBefore(desk, report);
    const receipt = oweUnit(desk, status, 'Xác nhận tiếp nhận', {
      step: '1',
      dueAt: seenAt,
      why: `Đã nhận báo cáo, mã tiếp nhận ${ownCode(version, status.unit.code)}.`,
      moot: report === newest || waitsFor !== null ? null : spokenFor,
      waitsFor,
      version,
      ...(answerBy && { answerBy }),
    });
    // It repeats the deadline that the unit was told, and never sets one.
    return { ...receipt, deadline };
  });
}

/** By when what lacks was asked for, while that is to come: a receipt names no day of its own. */
function repeatedDay(desk: Desk, status: UnitStatus): Deadline | null {
  const named = supplyBy(desk, status);
  const isOpen = named !== null && isOnTime(desk.now, named);
  return isOpen && status.items.some(({ counts, verdict }) => counts && verdict !== 'Đủ') ? named : null;
}

const spokenFor: Moot = {
  state: 'gộp vào thư mạnh hơn',
  reason: 'Thay bằng thư tiếp nhận của bản mới hơn.',
};

/**
 * The unit is asked about the first report in its name that did not come by its own link and may say something: once for
 * each deadline, whatever else comes, and about none that it was asked about under another deadline. What the first release
 * recorded, which kept no form beside it, a coordinator has been dealing with since before there was this mail.
 */
export function unverifiedReports(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { round, unit, effective, doubtful } = status;
  const waiting = doubtful.filter(
    ({ waits, identity, formId }) => waits && identity === 'Chờ xác minh đơn vị' && formId !== null,
  );
  if (waiting.length === 0) return [];
  const asked = sentEntries(desk.entriesOf(round.id, unit.code, ASKS), ASKS).findLast(
    ({ parts }) => parts?.at !== deadlineKey(effective),
  );
  const first = waiting.find(({ seenAt }) => !asked || isBefore(asked.sentAt, seenAt));
  if (!first) return [];
  return [
    oweUnit(desk, status, ASKS, {
      step: '1',
      dueAt: first.seenAt,
      why: `Báo cáo ${first.version} ghi tên đơn vị, không đi từ đường dẫn riêng; hỏi đơn vị có đúng là của mình.`,
      waitsFor: receivedBefore(desk, first),
      version: first.version,
    }),
  ];
}

const ASKS = 'Báo cáo chưa xác minh';

/** What was imported from before the system ran needs no receipt of today. */
function receivedBefore({ settings }: Desk, { seenAt }: Report): string | null {
  const isOld = settings.goLive !== null && isBefore(seenAt, settings.goLive);
  return isOld ? 'Báo cáo nhận trước Mốc vận hành, không gửi xác nhận tự động.' : null;
}
