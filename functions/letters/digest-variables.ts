import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../sheets-schema/zone.ts';
import { calledLateOn, digestLists, mailNews } from '../domain/notices/digest.ts';
import { fourCounts } from '../domain/standing/round-figures.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import type { Letter } from '../ports.ts';
import { restsOn, whyUnread } from '../workbook/unread-tabs.ts';
import type { MailSources } from './letter-sources.ts';

/** Where a figure would stand, were it known. */
const UNKNOWN = 'chưa rõ';

/** What the coordinators' morning mail says. */
export function digestVariables(sources: MailSources): Letter['variables'] {
  const { policy, lastGoodRun, sheetUrl, unread, planned } = sources;
  const today = localDay(policy.now);
  const lists = digestLists(policy, calledLateOn(planned, today));
  const mails = mailNews(planned, today);
  const toDecide = [...lists.toDecide, ...mails.asks];
  const counts = fourCounts(policy.tasks, policy.now);
  const counted = (count: number) => (whyUnread(unread, restsOn.tasks) === null ? count : UNKNOWN);
  const dueToday = policy.statuses.filter(
    ({ round, filedAt, effective }) => round.state === 'Đang mở' && filedAt === null && effective.lastDay.equals(today),
  );
  return {
    ten_co_quan: 'Điều phối viên',
    link: sheetUrl,
    so_qua_han: lists.overdue.length,
    so_hom_nay: dueToday.length,
    so_can_xu_ly: toDecide.length,
    co_viec: toDecide.length > 0,
    ...told('dang_dung', mails.still),
    ...told('can_quyet_dinh', toDecide),
    ...told('hom_nay_gui', mails.today),
    ...told('da_gui', mails.sent),
    ...told('moi_nhan', lists.received),
    ...told('can_bo_sung', lists.toSupplement),
    ...told('qua_han', lists.overdue),
    ...told('sap_den_han', lists.soon),
    ht_dung_han: counted(counts.doneOnTime),
    ht_qua_han: counted(counts.doneLate),
    cht_trong_han: counted(counts.openInTime),
    cht_qua_han: counted(counts.openOverdue),
    lan_chay_cuoi: lastGoodRun ? momentWords(Temporal.Instant.from(lastGoodRun)) : '',
    ...told('loi', [...checkupWords(sources), ...findingWords(sources, 'Lỗi', 'lỗi cần sửa')]),
    ...told('luu_y', findingWords(sources, 'Lưu ý', 'điểm nên xem')),
  };
}

/** A list, and whether there is anything in it: a heading stands over lines alone. */
function told(name: string, list: readonly string[]): Letter['variables'] {
  return { [name]: list.map((dong) => ({ dong: dong.replace(/\.$/, '') })), [`co_${name}`]: list.length > 0 };
}

function checkupWords({ checkup }: MailSources): readonly string[] {
  const when = checkup.at === '' ? '' : ` lúc ${momentWords(Temporal.Instant.from(checkup.at))}`;
  return checkup.lines.map((line) => `Kiểm tra hệ thống${when}: ${line}; đề nghị quản trị viên xem`);
}

/** `2 lỗi cần sửa ở tab Kiểm tra (Danh bạ 2)` */
function findingWords({ findings }: MailSources, level: 'Lỗi' | 'Lưu ý', words: string): readonly string[] {
  const own = findings.filter((one) => one.level === level);
  if (own.length === 0) return [];
  const tabs = [...Map.groupBy(own, ({ tab }) => tab)].map(([tab, of]) => `${tab} ${of.length}`);
  return [`${own.length} ${words} ở tab Kiểm tra (${tabs.join(', ')})`];
}
