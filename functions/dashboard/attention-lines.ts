import {
  filingOf,
  isBeforeOperation,
  isLacking,
  lackingWords,
  requestWords,
  type TimingSources,
  timingWords,
  versionsInWords,
  waitingWords,
} from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { isOnTime } from '../domain/time/deadline.ts';

const MOST = 30;

/** What a coordinator should act on, gravest first: `Hải Phòng: quá hạn 2 ngày làm việc`. */
export function attentionLines(
  statuses: readonly UnitStatus[],
  sources: TimingSources,
): { readonly shown: readonly string[]; readonly left: number } {
  const lists = [
    secret,
    waitingWords,
    requestWords,
    returned,
    (status: UnitStatus) => overdue(status, sources),
    toSupplement,
  ];
  const lines = lists.flatMap((line) =>
    statuses.flatMap((status) => line(status).map((words) => `${status.unit.shortName}: ${words}`)),
  );
  return { shown: lines.slice(0, MOST), left: Math.max(0, lines.length - MOST) };
}

function secret({ secrets }: UnitStatus): readonly string[] {
  if (secrets.length === 0) return [];
  return [`${versionsInWords(secrets)} có câu trả lời mang dấu mật, đề nghị xử lý ngay`];
}

function returned(status: UnitStatus): readonly string[] {
  return status.returned ? ['đã trả lại để bổ sung, chờ bản mới'] : [];
}

function overdue(status: UnitStatus, sources: TimingSources): readonly string[] {
  if (status.filedAt !== null || isOnTime(sources.now, status.effective)) return [];
  if (isBeforeOperation(status, sources)) return ['dữ liệu trước vận hành, chờ xác nhận'];
  return [`${filingOf(status).toLowerCase()}, ${timingWords(status, sources).toLowerCase()}`];
}

function toSupplement(status: UnitStatus): readonly string[] {
  return isLacking(status) ? [`mục ${lackingWords(status)}`] : [];
}
