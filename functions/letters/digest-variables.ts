import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../sheets-schema/zone.ts';
import { digestLists } from '../domain/notices/digest.ts';
import { fourCounts } from '../domain/standing/round-figures.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import type { Letter } from '../ports.ts';
import { restsOn, whyUnread } from '../workbook/unread-tabs.ts';
import type { MailSources } from './letter-sources.ts';

/** Where a figure would stand, were it known. */
const UNKNOWN = 'chưa rõ';

/** What the coordinators' morning mail says. */
export function digestVariables(sources: MailSources): Letter['variables'] {
  const { policy, lastGoodRun, findingCount, doctor, sheetUrl, unread } = sources;
  const lists = digestLists(policy);
  const counts = fourCounts(policy.tasks, policy.now);
  const counted = (count: number) => (whyUnread(unread, restsOn.tasks) === null ? count : UNKNOWN);
  const today = localDay(policy.now);
  const dueToday = policy.statuses.filter(
    (status) => status.filedAt === null && status.effective.lastDay.equals(today),
  );
  const lines = (list: readonly string[]) => list.map((dong) => ({ dong }));
  return {
    ten_co_quan: 'Điều phối viên',
    link: sheetUrl,
    so_qua_han: lists.overdue.length,
    so_hom_nay: dueToday.length,
    so_can_xu_ly: lists.toDecide.length,
    co_viec: lists.toDecide.length > 0,
    can_quyet_dinh: lines(lists.toDecide),
    moi_nhan: lines(lists.received),
    can_bo_sung: lines(lists.toSupplement),
    qua_han: lines(lists.overdue),
    sap_den_han: lines(lists.soon),
    ht_dung_han: counted(counts.doneOnTime),
    ht_qua_han: counted(counts.doneLate),
    cht_trong_han: counted(counts.openInTime),
    cht_qua_han: counted(counts.openOverdue),
    lan_chay_cuoi: lastGoodRun ? momentWords(Temporal.Instant.from(lastGoodRun)) : '',
    loi: lines([
      ...unread.values(),
      ...doctor.split('\n').filter((line) => line !== ''),
      ...(findingCount === 0 ? [] : [`${findingCount} điểm cần xem ở tab Kiểm tra`]),
    ]),
  };
}
