import type { Temporal } from 'temporal-polyfill';
import { momentWords } from '../../domain/time/moment-words.ts';
import { broken, type Check, ok } from './check.ts';

/** Days after which Google ends a login whose OAuth client is in testing. */
const LIFE = 7;
const WARNED_AFTER = 4;
const SUBJECT = 'Đăng nhập của chủ sở hữu';
const HOURS = 24;

/** A login that outlived a client in testing is of one that is not. */
export function checkLogin(madeAt: Temporal.Instant, now: Temporal.Instant): Check {
  return loginWarning(madeAt, now) ?? ok(SUBJECT, `từ ${momentWords(madeAt)}`);
}

/** From the fifth day on, while the end may come. */
export function loginWarning(madeAt: Temporal.Instant, now: Temporal.Instant): Check | null {
  const days = now.since(madeAt).total('hours') / HOURS;
  if (days < WARNED_AFTER || days > LIFE) return null;
  const end = momentWords(madeAt.add({ hours: LIFE * HOURS }));
  return broken(
    SUBJECT,
    `đăng nhập từ ${momentWords(madeAt)}; OAuth client ở chế độ thử thì hết hạn lúc ${end}`,
    'đăng nhập lại bằng lệnh ở hướng dẫn Chạy trên một máy tính, mục 1; ứng dụng nội bộ hoặc đã xuất bản thì bỏ qua',
  );
}
