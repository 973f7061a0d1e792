import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { placesTaken } from '../../domain/notices/send-on-day.ts';
import { verifyDay } from '../../domain/notices/verify.ts';
import { contactBook } from '../../domain/standing/contact-book.ts';
import { deadlineInWords, isOnTime } from '../../domain/time/deadline.ts';
import type { Outlook } from '../../outlook/outlook.ts';
import { pastLogs } from '../../outlook/past-logs.ts';
import type { Bounce } from '../../ports.ts';
import { broken, type Check, note, ok, some } from './check.ts';
import type { DoctorFacts, LookedUp, SheetFacts } from './doctor-facts.ts';

/** Deadlines so near are told. */
const AHEAD_DAYS = 14;

/** Where mail is handed over: a server, or a folder whose files a person sends. */
export function checkServer({ trouble, isFolder }: DoctorFacts['mail']): Check {
  const subject = 'Máy chủ thư';
  if (trouble === null) return ok(subject, isFolder ? 'thư mục ghi được; thư chờ người gửi' : 'đăng nhập được');
  const remedy = isFolder ? 'tạo thư mục, hoặc sửa SMTP_URL' : 'kiểm tra SMTP_URL và tài khoản gửi';
  return broken(subject, trouble, remedy);
}

/** @param looked what the mailbox of undeliverable mail held of today */
export function checkBounces(looked: LookedUp<readonly Bounce[]>): Check {
  const subject = 'Thư trả lại';
  if (looked.ok) return ok(subject, `đọc được hộp thư; hôm nay ${looked.value.length} người nhận không tới được`);
  return broken(subject, `không đọc được hộp thư: ${looked.why}`, 'kiểm tra IMAP_URL, mật khẩu; hộp thư phải mở IMAP');
}

/** Mail as it stands today, yesterday's account, and what comes next. */
export function checkMail({ snapshot, outlook }: SheetFacts): readonly Check[] {
  const yesterday = localDay(outlook.policy.now).subtract({ days: 1 });
  const gaps = verifyDay(yesterday, pastLogs(snapshot));
  const words = gaps.map(({ key, problem }) => `${key}: ${problem}`);
  return [
    budget(outlook),
    coordinators(outlook),
    words.length > 0
      ? broken('Nhật ký thư hôm qua', some(words), 'đối chiếu Nhật ký thư với Lịch thư')
      : ok('Nhật ký thư hôm qua', `ngày ${formatDate(yesterday)}: thư nào đến lúc gửi cũng có kết quả hoặc lý do`),
    deadlines(outlook),
  ];
}

function budget({ policy }: Outlook): Check {
  const { settings } = policy;
  const left = Math.max(0, settings.dailyCap - placesTaken(policy));
  const found = `còn ${left}/${settings.dailyCap} thư trong ngày`;
  if (settings.mail === 'Tắt') return note('Gửi thư', `đang Tắt; ${found}`, 'điều phối viên Bật ở tab Cài đặt');
  return left === 0 ? note('Gửi thư', found, 'thư còn lại đi ngày hôm sau') : ok('Gửi thư', `đang Bật; ${found}`);
}

function coordinators({ policy }: Outlook): Check {
  const count = contactBook(policy.contacts)(null, 'Điều phối').length;
  if (count > 0) return ok('Điều phối viên', `${count} địa chỉ nhận bản tin và cảnh báo`);
  return broken('Điều phối viên', 'không có dòng Điều phối đang dùng ở tab Danh bạ', 'thêm điều phối viên vào Danh bạ');
}

function deadlines({ policy: { statuses, now } }: Outlook): Check {
  const last = now.add({ hours: 24 * AHEAD_DAYS });
  const coming = statuses.filter(
    ({ round, filedAt, effective }) =>
      round.state === 'Đang mở' && filedAt === null && isOnTime(now, effective) && !isOnTime(last, effective),
  );
  const groups = Map.groupBy(coming, ({ round, effective }) => `${round.id}, ${deadlineInWords(effective)}`);
  const words = [...groups].map(([when, units]) => `kỳ ${when}: ${units.length} đơn vị chưa gửi`);
  return ok('Thời hạn sắp tới', words.length > 0 ? some(words) : `không có trong ${AHEAD_DAYS} ngày tới`);
}
