import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import { ledger as ledgerTab } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { mustBeAskedFor } from '../domain/notices/fate.ts';
import { aboutKey, type LedgerEntry, openRest } from '../domain/notices/ledger.ts';
import { toldOf } from '../domain/notices/owed/already-told.ts';
import { joinsTooLate } from '../domain/notices/owed/invitations.ts';
import { hadNoSample } from '../domain/notices/owed/samples.ts';
import { MAIL_OFF, stillWords } from '../domain/notices/standstill.ts';
import { deadlineInWords, isOver, isSameDeadline } from '../domain/time/deadline.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { MailOutage } from '../workbook/bookkeeping.ts';

/** The mail server takes nothing, and so many mails wait for it. */
export type OutageNow = MailOutage & { readonly waiting: number };

/** What was begun and did not get through: the server's fault in one word, else mail by mail. */
export type StuckMails = { readonly outage: OutageNow | null; readonly putOff: readonly LedgerEntry[] };

/** What stands between mails that were begun and their readers, and is no fault of an address. */
export function mailFindings(policy: Outlook['policy'], { outage, putOff }: StuckMails): readonly Finding[] {
  return [
    ...(outage ? [serverOut(outage)] : putOff.map(putOffAgain)),
    ...mailIsOff(policy),
    ...unclearMails(policy),
    ...untoldInTime(policy),
    ...joinedTooLate(policy),
    ...samplesOfNothing(policy),
  ];
}

/** Switched off after mails have gone: whoever reads of a deadline by mail hears nothing any more. */
function mailIsOff({ still = [], now }: Outlook['policy']): readonly Finding[] {
  const off = still.find(({ reason }) => reason === MAIL_OFF);
  if (!off) return [];
  return [
    finding(where(settingsTab, settings.mail.title, 'value'), {
      level: 'error',
      found: stillWords(off, now),
      expected: 'Bật, khi kỳ báo cáo đang chạy',
      fix: 'chọn Bật thì thư đang giữ lại tự đi, mỗi đơn vị thư mới nhất; xem trước ở tab Lịch thư',
    }),
  ];
}

function serverOut({ since, why, waiting }: OutageNow): Finding {
  return finding(where(settingsTab, settings.mail.title, 'value'), {
    level: 'error',
    found: `từ ${momentWords(Temporal.Instant.from(since))} máy chủ thư chưa nhận thư nào: ${inWords(why)}; ${waiting} thư đang chờ`,
    expected: 'máy chủ thư nhận thư của hệ thống',
    fix: 'đề nghị quản trị viên kiểm tra máy chủ thư và tài khoản gửi thư; máy chủ nhận lại thì thư đang chờ tự đi, mỗi thư một lần',
  });
}

/** The words that are ours: what the server itself said, and the names of faults, are for the administrator. */
function inWords(why: string): string {
  return why.replace(/(?:: .*| \([^)]*\))$/, '');
}

/** Greylisting is over after two or three tries: what is put off more often waits for a person, too. */
function putOffAgain({ key, kind, parts, attempts, at }: LedgerEntry): Finding {
  return finding(where(ledgerTab, key, 'state'), {
    level: 'error',
    found: `thư ${kind ?? ''} gửi ${parts?.unit ?? 'điều phối'}: ${attempts} lần chưa đi được, lần gần nhất ${momentWords(at)}`,
    expected: 'thư đã gửi',
    fix: 'xem lý do ở cột "Vì sao" của tab "Nhật ký thư"; hộp thư đầy hoặc bị chặn thì đề nghị nơi nhận xử lý, hoặc sửa địa chỉ ở tab "Danh bạ"; hệ thống vẫn gửi lại',
  });
}

/** Mails of which nobody knows whether they arrived, sent again once already: they wait for a person's word. */
function unclearMails(policy: Outlook['policy']): readonly Finding[] {
  return [...policy.ledger.entries.values()]
    .map((entry) => openRest(entry) ?? entry)
    .filter((entry) => mustBeAskedFor(policy, entry))
    .map(({ key, kind, parts }) =>
      finding(where(ledgerTab, key, 'state'), {
        level: 'error',
        found: `thư ${kind ?? ''} gửi ${parts?.unit ?? 'điều phối'}: máy chủ thư hai lần không cho biết đã nhận hay chưa`,
        expected: 'thư đã gửi',
        fix: `hỏi nơi nhận, rồi thêm dòng quyết định "Gửi lại" (Kỳ hoặc nhiệm vụ: ${parts?.subject ?? ''}, Đơn vị: ${parts?.unit ?? ''}); thư gửi lại vẫn là thư ấy, hộp thư nhận ra bản trùng`,
      }),
    );
}

/** Deadlines that were over before their units could be told: the mail that goes asks how things stand. */
function untoldInTime(policy: Outlook['policy']): readonly Finding[] {
  const open = policy.statuses.filter(({ round, filedAt }) => round.state === 'Đang mở' && round.approved && !filedAt);
  return open.flatMap((status) => {
    const { round, unit, effective } = status;
    const told = toldOf(policy, status);
    if (told.at === null || isSameDeadline(told.deadline, effective) || !isOver(effective, policy.now)) return [];
    return finding(where(tracking, `${round.id} · ${unit.shortName}`, 'effective'), {
      level: 'error',
      found: `${deadlineInWords(effective)}: đã qua mà đơn vị mới được báo ${deadlineInWords(told.deadline)}`,
      expected: 'đơn vị được báo hạn trước khi hạn qua',
      fix: 'liên hệ đơn vị; đã báo bằng văn bản thì thêm dòng quyết định "Đã báo bằng văn bản", cần thêm thời gian thì thêm dòng "Gia hạn"',
    });
  });
}

/** Decisions *Gửi thư mẫu* that were acted on when there was nothing to show. */
function samplesOfNothing(policy: Outlook['policy']): readonly Finding[] {
  const asked = policy.samplesAsked.filter((one) => hadNoSample(policy, one));
  return asked.map(({ at, subject }) =>
    finding(where(decisionsTab, `${momentWords(at)} · ${subject}`, 'decision'), {
      level: 'warning',
      found: '"Gửi thư mẫu" không có tác dụng: lúc đó kỳ không có thư nào sắp gửi đơn vị',
      expected: 'quyết định về kỳ còn thư sắp gửi ở Lịch thư',
      fix: 'cần xem mẫu thì thêm một dòng "Gửi thư mẫu" khi kỳ có thư sắp gửi; nếu không thì để nguyên hoặc xóa',
    }),
  );
}

/** Units that joined a round with less time left than an invitation leaves. */
function joinedTooLate(policy: Outlook['policy']): readonly Finding[] {
  return policy.statuses.flatMap((status) => {
    const { round, unit, filedAt } = status;
    const isInvited = policy.ledger.about.get(aboutKey(round.id, unit.code))?.some(({ sentAt }) => sentAt !== null);
    const why = filedAt || isInvited || round.state !== 'Đang mở' ? null : joinsTooLate(policy, status);
    if (why === null) return [];
    return finding(where(decisionsTab, `${round.id} · ${unit.shortName}`, 'value'), {
      level: 'error',
      found: `${unit.shortName} được bổ sung vào kỳ với hạn ${deadlineInWords(status.effective)}, chưa được đề nghị báo cáo`,
      expected: 'hạn còn ít nhất 2 ngày làm việc kể từ thư đề nghị gửi báo cáo',
      fix: 'thêm dòng quyết định "Gia hạn" cho đơn vị, hoặc "Rút đơn vị"',
    });
  });
}
