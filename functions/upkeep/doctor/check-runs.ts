import { Temporal } from 'temporal-polyfill';
import { momentWords } from '../../domain/time/moment-words.ts';
import type { Watch, WatchEvent } from '../../ports.ts';
import type { Snapshot } from '../../workbook/snapshot.ts';
import { broken, type Check, note, ok } from './check.ts';

/** A run every ten minutes writes its time at least every hour. */
const LONGEST_SILENCE = { hours: 2 };
/** A response is recorded by the run that it wakes, or by the next one ten minutes later. */
const LONGEST_WAIT = { minutes: 40 };
/** Renewed every twelve hours for seven days: so near its end, renewing has failed for days. */
const NEAR_END = { hours: 36 };

/** Whether the loop runs: what it wrote down of itself, and what it should have recorded by now. */
export function checkRuns(
  { bookkeeping, responses, moreResponses }: Snapshot,
  now: Temporal.Instant,
): readonly Check[] {
  const { lastGoodRun } = bookkeeping;
  const fix = 'xem lịch chạy (Cloud Scheduler, hoặc lịch của máy chạy npm run once) và nhật ký của lần chạy';
  const waiting = responses.filter(({ lastSubmittedTime }) =>
    isBefore(Temporal.Instant.from(lastSubmittedTime), now.subtract(LONGEST_WAIT)),
  );
  return [
    lastGoodRun === ''
      ? broken('Lần chạy gần nhất', 'chưa chạy lần nào', fix)
      : lastRun(Temporal.Instant.from(lastGoodRun), now, fix),
    waiting.length > 0
      ? broken(
          'Báo cáo mới',
          `${moreResponses ? 'ít nhất ' : ''}${waiting.length} báo cáo đã gửi mà chưa được ghi nhận`,
          fix,
        )
      : ok('Báo cáo mới', 'đã ghi nhận hết'),
  ];
}

function lastRun(at: Temporal.Instant, now: Temporal.Instant, fix: string): Check {
  const found = momentWords(at);
  return isBefore(at, now.subtract(LONGEST_SILENCE))
    ? broken('Lần chạy gần nhất', `${found}, đã quá 2 giờ`, fix)
    : ok('Lần chạy gần nhất', found);
}

const eventWords: Readonly<Record<WatchEvent, string>> = { RESPONSES: 'báo cáo mới', SCHEMA: 'sửa biểu mẫu' };

/** @param topic null when none is set */
export function checkWatches(watches: readonly Watch[], topic: string, now: Temporal.Instant): readonly Check[] {
  return (Object.keys(eventWords) as WatchEvent[]).map((event) => {
    const subject = `Tin báo (${eventWords[event]})`;
    const watch = watches.find((one) => one.event === event && one.topic === topic);
    const fix = 'gọi hàm renewWatch và xem nhật ký của hàm';
    if (!watch) return broken(subject, 'không có', fix);
    if (watch.state === 'SUSPENDED') return broken(subject, `Google đã tạm ngừng: ${watch.cause ?? 'không rõ'}`, fix);
    const ends = Temporal.Instant.from(watch.expires);
    const found = `đến ${momentWords(ends)}`;
    return isBefore(ends, now.add(NEAR_END))
      ? broken(subject, `${found}, không được gia hạn`, fix)
      : ok(subject, found);
  });
}

/** Seconds. A Date header is whole seconds, an answer takes some; a mail window is minutes. */
const MOST_SKEW = 60;

/** @param ahead seconds our clock is ahead of Google's; null when Google told no time */
export function checkClock(ahead: number | null): Check {
  if (ahead === null) return note('Đồng hồ', 'chưa so được với giờ của Google');
  if (Math.abs(ahead) <= MOST_SKEW) return ok('Đồng hồ', 'khớp giờ của Google');
  const found = `${ahead > 0 ? 'nhanh' : 'chậm'} ${Math.abs(ahead)} giây so với giờ của Google`;
  return broken('Đồng hồ', found, 'chỉnh giờ của máy chạy hệ thống');
}

export function withoutTopic(): Check {
  return note('Tin báo', 'chưa đặt WATCH_TOPIC', 'báo cáo mới chờ lần chạy theo lịch');
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
