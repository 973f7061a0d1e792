import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { concerns, questionsOf, reportTitle, sectionsOf } from '../../sheets-schema/outline-sections.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { bounded, counted, withoutStop } from '../../sheets-schema/text.ts';
import { instantOf, localDay, startOfDay } from '../../sheets-schema/zone.ts';
import { ownCode } from '../domain/links/codes.ts';
import type { Notice, PolicyInput } from '../domain/notices/notice.ts';
import { lateNoticesInHand, toldOf } from '../domain/notices/owed/already-told.ts';
import { answerTo } from '../domain/notices/owed/answer-by.ts';
import { filingOf, insteadOfSilence, lackingWords } from '../domain/standing/tracking-words.ts';
import type { ItemStatus, UnitStatus } from '../domain/standing/unit-status.ts';
import { submittedAt } from '../domain/standing/unit-statuses.ts';
import { visitTo, visitWords } from '../domain/standing/visits.ts';
import { deadlineInWords, isOnTime } from '../domain/time/deadline.ts';
import { dayOf, timeOf } from '../domain/time/moment-words.ts';
import type { Letter } from '../ports.ts';
import type { MailSources } from './letter-sources.ts';
import { ownReport } from './own-reports.ts';

const LONGEST_QUOTED = 60;
/** A longer one is cut, and leads nowhere; it stands whole in the Sheet. */
const LONGEST_LINK = 300;

/** What a mail to a unit says of its report in a round. */
export function unitVariables(notice: Notice, status: UnitStatus, sources: MailSources): Letter['variables'] {
  const { policy, figures: ofRounds, summaries, outline } = sources;
  const { calendar, now } = policy;
  const questions = questionsOf(status.round, outline).filter(({ used }) => used);
  const figures = ofRounds.get(status.round.id);
  const today = localDay(now);
  const visit = visitTo(policy.visits ?? [], status.round.id, status.unit.code);
  const daysLeft = calendar.workingDaysBetween(today, status.effective.lastDay);
  const counting = status.items.filter((item) => item.counts);
  const waits = status.afterLock.find((one) => one.version === notice.version);
  const lacking = waits ? [] : counting.filter((item) => item.verdict !== 'Đủ');
  const asked = notice.items ?? lacking;
  const unverified = status.pending.find((one) => one.version === notice.version);
  const version =
    waits ?? unverified ?? status.versions.find((one) => one.version === notice.version) ?? status.versions.at(-1);
  return {
    ...partVariables(status, questions),
    ...(kinds[notice.kind].encloses === 'outline' && previousVariables(status, sources)),
    ...(policy.settings.ownReport &&
      kinds[notice.kind].encloses === 'own report' &&
      ownReportVariables(notice, status, sources)),
    // What nobody has confirmed bears nobody's name.
    ma: unverified?.version ?? (version ? ownCode(version.version, status.unit.code) : ''),
    ...receivedVariables(version),
    ...requestVariables(notice, status),
    ...(kinds[notice.kind].isReply && timeVariables(status, version, policy)),
    k_du: counted(counting.filter((item) => item.verdict === 'Đủ').length),
    k_tong: counted(counting.length),
    con_thieu: asked.length > 0,
    so_noi_dung: counted(asked.length),
    muc: asked.map(itemVariables),
    sau_khoa: waits !== undefined && !isForClosed(waits),
    ky_da_dong: waits !== undefined && isForClosed(waits),
    bao_cao_cho: insteadOfSilence(status) ?? '',
    chua_co_noi_dung: status.filedAt === null && !waits,
    chua_co_vb: !(waits?.officialNumber ?? status.officialUnclear?.typed ?? status.official?.number),
    vb_chua_ro: waits ? '' : bounded(status.officialUnclear?.typed ?? '', LONGEST_QUOTED),
    lien_ket_vb: bounded((waits ?? status).officialLink ?? '', LONGEST_LINK),
    vb_thieu: status.officialUnclear?.lacks ?? '',
    lich_lam_viec: visit ? (visitWords(visit, today) ?? '') : '',
    tom_tat: summaries.get(status.round.task) ?? status.round.title,
    tinh_trang: lackingWords(status) ?? filingOf(status).toLowerCase(),
    hom_nay: today.equals(status.effective.lastDay),
    con_ngay: daysLeft > 0,
    so_ngay_lv: counted(daysLeft),
    so_ngay_qua_han: counted(Math.max(1, calendar.workingDaysBetween(status.effective.lastDay, today))),
    ngay_lan_1: lateDays(status, policy)[0] ?? '',
    so_da_gui: figures && figures.received > 0 ? counted(figures.received) : '',
    tong: counted(figures?.expected ?? 0),
    han_phan_hoi: deadlineInWords(notice.answerBy ?? answerTo(policy, now)),
    da_qua_han: notice.answerBy !== undefined,
    lan: String(notice.nth ?? ''),
    cac_ngay_da_nhac: lateDays(status, policy).join(', '),
    han_bo_sung: notice.answerBy ? deadlineInWords(notice.answerBy) : '',
    duoc_khong_co: questions.some(({ item, part }) => part === 'không có' && asked.some((one) => one.item === item)),
    han_truoc: deadlineInWords(notice.formerly ?? status.extension?.before ?? status.strict),
    ly_do: withoutStop(notice.reason ?? ''),
    ngay_doi: dayOf(notice.dueAt),
    rut_thong_bao: notice.withdraws !== undefined,
    ngay_thong_bao: notice.withdraws ? dayOf(notice.withdraws) : '',
  };
}

/**
 * Whether the report came in time, which is a matter of its first filing, and whether this version did. The deadline is
 * the one that the unit was told; where another one is in force already, nothing is said of it before the mail that tells
 * it, and nobody is called late by the one or the other alone.
 */
function timeVariables(status: UnitStatus, version: Report | undefined, policy: PolicyInput): Letter['variables'] {
  const told = toldOf(policy, status).deadline;
  const sentAt = version ? submittedAt(version) : null;
  const first =
    status.filedAt && sentAt && Temporal.Instant.compare(status.filedAt, sentAt) < 0 ? status.filedAt : null;
  const isInTime = (at: Temporal.Instant | null) => {
    const due = at === (first ?? sentAt) ? status.judgedBy : status.effective;
    return at !== null && (isOnTime(at, due) || isOnTime(at, told));
  };
  const isPlain = [first, sentAt].every((at) => at === null || isOnTime(at, told) === isInTime(at));
  return {
    dung_han: isInTime(sentAt),
    lan_dau: first ? firstFilingWords(status, first) : '',
    lan_dau_dung_han: isInTime(first),
    la_ban_sua: version !== undefined && isEdit(status, version),
    han_cuoi: isPlain ? deadlineInWords(told) : '',
  };
}

/** What was counted as the filing: a report, or the document itself if that came earlier. */
function firstFilingWords({ versions, official }: UnitStatus, filedAt: Temporal.Instant): string {
  const isReport = versions.some(
    (one) => submittedAt(one).equals(filedAt) || instantOf(one.createTime).equals(filedAt),
  );
  if (!isReport && official?.date && startOfDay(official.date).equals(filedAt))
    return `văn bản chính thức ngày ${formatDate(official.date)}`;
  return `lần gửi đầu ${timeOf(filedAt)} ngày ${dayOf(filedAt)}`;
}

function isEdit({ versions }: UnitStatus, version: Report): boolean {
  const first = versions.find(({ responseId }) => responseId === version.responseId) ?? version;
  return first.version !== version.version || instantOf(version.createTime).until(submittedAt(version)).sign > 0;
}

function isForClosed({ identity }: Report): boolean {
  return identity === 'Mã của kỳ đã đóng';
}

/** Where a unit files that used the link of a closed round: the round that asks it now; null for every other mail. */
export function askingInstead(
  { version }: Notice,
  { unit, afterLock }: UnitStatus,
  statuses: readonly UnitStatus[],
): UnitStatus | null {
  if (!afterLock.some((one) => one.version === version && isForClosed(one))) return null;
  return statuses.find((one) => one.unit.code === unit.code && one.round.state === 'Đang mở') ?? null;
}

function receivedVariables(version: Report | undefined): Letter['variables'] {
  if (!version) return {};
  const at = Temporal.Instant.from(version.lastSubmittedTime);
  return { gio_nhan: timeOf(at), ngay_nhan: dayOf(at), ngay_gui: dayOf(at) };
}

/** When more time was asked for, and until when. */
function requestVariables({ version }: Notice, { requests }: UnitStatus): Letter['variables'] {
  const asked = requests.find((one) => one.version === version);
  if (!asked) return {};
  const { askedAt, day } = asked;
  return { gio_de_nghi: timeOf(askedAt), ngay_de_nghi: dayOf(askedAt), han_de_nghi: day ? formatDate(day) : '' };
}

function itemVariables({ item, wording, reasons, verdict }: ItemStatus): Letter['variables'] {
  return {
    so_muc: item,
    ten_muc: withoutStop(wording),
    ly_do: withoutStop(reasons.join('; ')) || verdict.toLowerCase(),
  };
}

/** Which of the parts that are for some units alone are the unit's, and which are not. */
function partVariables({ unit }: UnitStatus, questions: readonly OutlineQuestion[]): Letter['variables'] {
  const parts = sectionsOf(questions).filter(({ gate }) => gate !== null);
  const [own = [], others = []] = [true, false].map((isOwn) =>
    parts.filter(({ appliesTo }) => concerns(appliesTo, unit) === isOwn).map(({ number }) => `Mục ${number}`),
  );
  return { muc_rieng: own.join(', '), muc_khong_ap_dung: others.join(', '), thuoc_muc_2: own.length > 0 };
}

/**
 * What a unit was asked before and is asked again, and whether what it reported then goes along: to all of its contacts or
 * to none, so that whoever gets the mail later gets the same.
 */
export function previousReport(
  status: UnitStatus,
  { previous, policy: { settings, contacts } }: Pick<MailSources, 'previous' | 'policy'>,
) {
  const before = previous(status);
  if (!before) return null;
  const own = contacts.filter(({ unit, active }) => unit === status.unit.code && active);
  const enclosure = settings.previousReport ? before.enclose(own.map(({ email }) => email)) : null;
  return { ...before, enclosure };
}

/** More items than these are not told one by one. */
const MOST_ITEMS = 20;

function previousVariables(status: UnitStatus, sources: MailSources): Letter['variables'] {
  const before = previousReport(status, sources);
  const items = before?.recurring.map(({ item }) => item) ?? [];
  const asked = status.items.filter(({ verdict }) => verdict !== 'Không áp dụng');
  const isAll = items.length > MOST_ITEMS || items.length === asked.length;
  return {
    muc_lap_lai: items.length === 0 ? '' : isAll ? 'Các mục của Đề cương' : `Mục ${items.join(', ')}`,
    ten_ky_truoc: before?.status.round.title ?? '',
    da_bao_cao_truoc: before != null && before.status.filedAt !== null,
    kem_bao_cao_truoc: before?.enclosure != null,
  };
}

function ownReportVariables(notice: Notice, status: UnitStatus, sources: MailSources): Letter['variables'] {
  const report = ownReport(notice, status, sources);
  return { kem_bao_cao: report !== null && report !== 'too long', bao_cao_qua_dai: report === 'too long' };
}

/** The document behind a round, and its deadline for one unit. */
export function basisVariables(
  { round, strict, effective }: UnitStatus,
  outline: readonly OutlineQuestion[],
): Letter['variables'] {
  const asked = reportTitle(questionsOf(round, outline));
  return {
    ten_ky: round.title,
    ten_bao_cao: withinSentence(asked || round.title),
    loai_vb: round.basisType,
    so_ky_hieu: round.basisNumber,
    ngay_vb: formatDate(round.basisDate),
    co_quan_ban_hanh: round.basisIssuer,
    nguyen_van_han: round.deadlineText,
    han_cuoi: deadlineInWords(effective),
    han_theo_van_ban: deadlineInWords(strict),
    dieu_chinh: deadlineInWords(strict) !== deadlineInWords(effective),
    co_khoa: round.locksOn !== null && Temporal.PlainDate.compare(effective.lastDay, round.locksOn) < 0,
    ngay_khoa: round.locksOn ? formatDate(round.locksOn) : '',
  };
}

/** `Báo cáo tình hình …` as it is called inside a sentence. */
function withinSentence(title: string): string {
  return `báo cáo ${title.replace(/^báo cáo\s+/i, '')}`;
}

/** When the late notices went that the unit has in hand; those withdrawn by an extension are not spoken of again. */
export function lateDays(status: UnitStatus, policy: PolicyInput): readonly string[] {
  return lateNoticesInHand(policy, status).map(({ sentAt }) => dayOf(sentAt));
}
