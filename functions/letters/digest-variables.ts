import { Temporal } from 'temporal-polyfill';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { calledLateOn, digestLists, mailNews } from '../domain/notices/digest.ts';
import { COUNTED, fourCounts } from '../domain/standing/round-figures.ts';
import { dueCounts, silentTasks } from '../domain/standing/task-lists.ts';
import { visitLines } from '../domain/standing/visits.ts';
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
  const errors = [...checkupWords(sources), ...errorWords(sources)];
  const counts = fourCounts(policy.tasks, policy.now);
  const isKnown = whyUnread(unread, restsOn.tasks) === null;
  const counted = (count: number) => (isKnown ? count : UNKNOWN);
  const toDecide = [...lists.toDecide, ...(isKnown ? lists.tasks.toDecide : [])];
  const ofRegister = isKnown ? dueCounts(policy.tasks, policy) : { overdue: 0, today: 0 };
  const dueToday = policy.statuses.filter(
    ({ round, filedAt, effective }) => round.state === 'Đang mở' && filedAt === null && effective.lastDay.equals(today),
  );
  return {
    ten_co_quan: 'Điều phối viên',
    link: sheetUrl,
    so_qua_han: lists.overdue.length + ofRegister.overdue,
    so_hom_nay: dueToday.length + ofRegister.today,
    so_can_xu_ly: toDecide.length + errors.length,
    co_viec: toDecide.length + errors.length > 0,
    ...told('dang_dung', mails.still),
    ...told('can_quyet_dinh', toDecide),
    ...told('hom_nay_gui', mails.today),
    ...told('da_gui', mails.sent),
    ...told('moi_nhan', lists.received),
    ...told('can_bo_sung', lists.toSupplement),
    ...told('qua_han', lists.overdue),
    ...told('sap_den_han', lists.soon),
    ...told('lich_lam_viec', visitsAhead(sources)),
    ...told('nhiem_vu_qua_han', isKnown ? lists.tasks.overdue : []),
    ...told('nhiem_vu_den_han', isKnown ? lists.tasks.soon : []),
    cach_dem: `${COUNTED.charAt(0).toLowerCase()}${COUNTED.slice(1)}`,
    so_truoc_van_hanh: isKnown ? silentTasks(policy.tasks, policy) || '' : '',
    ht_dung_han: counted(counts.doneOnTime),
    ht_qua_han: counted(counts.doneLate),
    cht_trong_han: counted(counts.openInTime),
    cht_qua_han: counted(counts.openOverdue),
    lan_chay_cuoi: lastGoodRun ? momentWords(Temporal.Instant.from(lastGoodRun)) : '',
    ...told('loi', errors),
    ...told('luu_y', noteWords(sources)),
  };
}

function visitsAhead({ policy: { visits = [], statuses, now }, units }: MailSources): readonly string[] {
  const open = new Set(statuses.flatMap(({ round }) => (round.state === 'Đang mở' ? [round.id] : [])));
  const names = new Map([...units].map(([code, { shortName }]) => [code, shortName]));
  return visitLines(visits, open, localDay(now), names);
}

/** A list, and whether there is anything in it: a heading stands over lines alone. */
function told(name: string, list: readonly string[]): Letter['variables'] {
  return { [name]: list.map((dong) => ({ dong: dong.replace(/\.$/, '') })), [`co_${name}`]: list.length > 0 };
}

function checkupWords({ checkup }: MailSources): readonly string[] {
  const when = checkup.at === '' ? '' : ` lúc ${momentWords(Temporal.Instant.from(checkup.at))}`;
  return checkup.lines.map((line) => `Kiểm tra hệ thống${when}: ${line}; đề nghị quản trị viên xem`);
}

/**
 * Each error with its cell, and how to mend it. What stands there is quoted from people's own tabs, but neither from
 * `Danh bạ`, whose people have a right to be forgotten, nor from a report.
 */
function errorWords({ findings }: MailSources): readonly string[] {
  const errors = findings.filter(({ level }) => level === 'Lỗi');
  return errors.map(({ tab, row, column, found, fix }) => {
    const cell = [row, column && `cột "${column}"`].filter(Boolean).join(', ');
    return `Tab ${tab}${cell && `, ${cell}`}: ${[quoted.has(tab) && found, fix].filter(Boolean).join('; ')}`;
  });
}

const quoted: ReadonlySet<string> = new Set(
  allTabs.filter((tab) => tab.owner === 'people' && tab !== contacts).map(({ title }) => title),
);

/** `2 điểm nên xem ở tab Kiểm tra (Danh bạ 2)` */
function noteWords({ findings }: MailSources): readonly string[] {
  const notes = findings.filter(({ level }) => level === 'Lưu ý');
  if (notes.length === 0) return [];
  const tabs = [...Map.groupBy(notes, ({ tab }) => tab)].map(([tab, of]) => `${tab} ${of.length}`);
  return [`${notes.length} điểm nên xem ở tab Kiểm tra (${tabs.join(', ')})`];
}
