import { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import type { NoticeKind } from '../../sheets-schema/tabs/settings.ts';
import { localDay, toLocal } from '../../sheets-schema/zone.ts';
import { isInSection2, prefilledLink } from '../domain/links/prefilled-link.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import type { Notice, PolicyInput } from '../domain/notices/notice.ts';
import { lateNoticesInHand } from '../domain/notices/round-notices.ts';
import { filingOf, lackingWords } from '../domain/standing/tracking-words.ts';
import type { ItemStatus, UnitStatus } from '../domain/standing/unit-status.ts';
import { submittedAt } from '../domain/standing/unit-statuses.ts';
import { deadlineInWords, isOnTime } from '../domain/time/deadline.ts';
import type { MailOrder } from '../ports.ts';
import { digestVariables } from './digest-variables.ts';
import type { MailSources } from './mail-sources.ts';

/** A unit's link is its own: the ministry's leadership hears of the unit, not with its code. */
function isToUnit({ kind }: Notice): boolean {
  return kind !== 'Báo cáo lãnh đạo';
}

/** What a mail says, from how things stand at the moment it goes: nothing was written down when it was planned. */
export function planMail(notice: Notice, sources: MailSources): MailOrder {
  const { policy } = sources;
  const status = sources.statuses.get(aboutKey(notice.subject, notice.unit));
  const link =
    status && isToUnit(notice) ? prefilledLink(sources.formUri, sources.linkSecret, status.round, status.unit) : '';
  return {
    key: notice.key,
    kind: notice.kind,
    to: notice.recipients.map((contact) => contact.email),
    at: policy.now,
    replyTo: policy.settings.groupMailbox,
    template: sources.templates.get(notice.kind) ?? { subject: '', body: '' },
    variables: {
      ...commonVariables(notice, sources),
      ...statusVariables(status, link),
      ...ownVariables(notice, status, sources),
    },
    button: buttonOf(notice.kind, link),
    urging: urgingOf(notice),
    outline: notice.kind === 'Mời gửi báo cáo' && status ? outlineOf(status, sources) : null,
  };
}

function commonVariables(notice: Notice, { policy, units }: MailSources): MailOrder['variables'] {
  const { settings, now } = policy;
  const unit = notice.unit === null ? undefined : units.get(notice.unit);
  return {
    ten_co_quan: unit?.name ?? settings.officeName,
    ten_don_vi: unit?.shortName ?? '',
    dau_moi: settings.contactLine,
    co_quan_gui: settings.officeName,
    email_nhom: settings.groupMailbox,
    chan_thu: settings.signature,
    ngay: dayOf(now),
    gio: timeOf(now),
  };
}

function statusVariables(status: UnitStatus | undefined, link: string): MailOrder['variables'] {
  return status ? { ...basisVariables(status), link } : {};
}

/** The document behind a round, and its deadline for one unit. */
function basisVariables({ round, strict, effective }: UnitStatus): MailOrder['variables'] {
  return {
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

function ownVariables(notice: Notice, status: UnitStatus | undefined, sources: MailSources): MailOrder['variables'] {
  const { policy } = sources;
  switch (notice.kind) {
    case 'Bản tin điều phối':
      return digestVariables(sources);
    case 'Báo cáo lãnh đạo':
      return leaderVariables(notice, sources);
    case 'Nhiệm vụ quá hạn':
      return taskVariables(notice, policy);
    default:
      return status ? unitVariables(notice, status, sources) : {};
  }
}

function unitVariables(
  notice: Notice,
  status: UnitStatus,
  { policy, figures: ofRounds, summaries }: MailSources,
): MailOrder['variables'] {
  const { calendar, now, settings } = policy;
  const figures = ofRounds.get(status.round.id);
  const today = localDay(now);
  const daysLeft = calendar.workingDaysBetween(today, status.effective.lastDay);
  const counting = status.items.filter((item) => item.counts);
  const waits = status.afterLock.find((one) => one.version === notice.version);
  const lacking = waits ? [] : counting.filter((item) => item.verdict !== 'Đủ');
  const asked = notice.items ?? lacking;
  const version = waits ?? status.versions.find((one) => one.version === notice.version) ?? status.versions.at(-1);
  return {
    thuoc_muc_2: isInSection2(status.unit),
    ma: version?.version ?? '',
    ...receivedVariables(version),
    dung_han: status.onTime ?? (version !== undefined && isOnTime(submittedAt(version), status.effective)),
    k_du: counting.filter((item) => item.verdict === 'Đủ').length,
    k_tong: counting.length,
    con_thieu: asked.length > 0,
    so_noi_dung: asked.length,
    muc: asked.map(itemVariables),
    sau_khoa: waits !== undefined,
    chua_co_noi_dung: status.filedAt === null && !waits,
    chua_co_vb: !(waits?.officialNumber ?? status.official?.number),
    tom_tat: summaries.get(status.round.task) ?? status.round.title,
    tinh_trang: lackingWords(status) ?? filingOf(status).toLowerCase(),
    hom_nay: today.equals(status.effective.lastDay),
    con_ngay: daysLeft > 0,
    so_ngay_lv: daysLeft,
    so_ngay_qua_han: Math.max(1, calendar.workingDaysBetween(status.effective.lastDay, today)),
    ngay_lan_1: lateDays(status, policy)[0] ?? '',
    so_da_gui: figures?.received,
    tong: figures?.expected,
    han_phan_hoi: `trước 16:00 ngày ${formatDate(calendar.addWorkingDays(today, 2))}`,
    han_bo_sung: `hết ngày ${formatDate(calendar.addWorkingDays(today, settings.supplementDays))}`,
    duoc_khong_co: asked.some((item) => ['1.4', '1.5', '2.2', '2.3'].includes(item.item)),
    han_truoc: deadlineInWords(notice.formerly ?? status.extension?.before ?? status.strict),
    ly_do: (notice.kind === 'Trả lại' ? status.returned?.reason : status.extension?.reason) ?? '',
    rut_thong_bao: notice.withdraws !== undefined,
    ngay_thong_bao: notice.withdraws ? dayOf(notice.withdraws) : '',
  };
}

function receivedVariables(version: Report | undefined): MailOrder['variables'] {
  if (!version) return {};
  const at = Temporal.Instant.from(version.lastSubmittedTime);
  return { gio_nhan: timeOf(at), ngay_nhan: dayOf(at), ngay_gui: dayOf(at) };
}

function itemVariables({ item, wording, reasons, verdict }: ItemStatus): MailOrder['variables'] {
  return { so_muc: item, ten_muc: wording, ly_do: reasons.join('; ') || verdict.toLowerCase() };
}

function leaderVariables(notice: Notice, { policy, figures: ofRounds }: MailSources): MailOrder['variables'] {
  const listed = notice.units ?? [];
  const [first] = listed;
  const figures = ofRounds.get(notice.subject);
  if (!first || !figures) return {};
  return {
    ...basisVariables(first),
    han_cuoi: [...new Set(listed.map(({ effective }) => deadlineInWords(effective)))].join('; '),
    chuc_danh_lanh_dao: `Lãnh đạo ${policy.settings.officeName.split(',')[0]}`,
    so_qua_han: listed.length,
    so_da_nhan: figures.received,
    tong: figures.expected,
    so_du: figures.complete,
    so_chua_gui: figures.expected - figures.received,
    don_vi: listed.map((status) => ({
      ten_don_vi: status.unit.shortName,
      so_ngay_qua_han: policy.calendar.workingDaysBetween(status.effective.lastDay, localDay(policy.now)),
      da_nhac: remindedWords(status, policy),
    })),
    kem_du_thao: urgingOf(notice) !== null,
  };
}

/** `lần 1 ngày 27/10/2025, lần 2 ngày 29/10/2025`. */
function remindedWords(status: UnitStatus, policy: PolicyInput): string {
  return lateDays(status, policy)
    .map((day, index) => `lần ${index + 1} ngày ${day}`)
    .join(', ');
}

/** When the late notices went that the unit has in hand; those withdrawn by an extension are not spoken of again. */
function lateDays(status: UnitStatus, policy: PolicyInput): readonly string[] {
  return lateNoticesInHand(policy, status).map(({ sentAt }) => dayOf(sentAt));
}

function taskVariables(notice: Notice, { calendar, now }: PolicyInput): MailOrder['variables'] {
  const today = localDay(now);
  const tasks = notice.tasks ?? [];
  return {
    so_nhiem_vu: tasks.length,
    han_phan_hoi: `trước 16:00 ngày ${formatDate(calendar.addWorkingDays(today, 2))}`,
    nhiem_vu: tasks.map(({ task, deadline }) => ({
      ma_nhiem_vu: task.id,
      tom_tat: task.summary,
      van_ban: task.source,
      khoan: task.clause,
      nguyen_van_han: task.deadlineText ?? '',
      han_cuoi: deadline ? deadlineInWords(deadline) : '',
      so_ngay_qua_han: deadline ? Math.max(1, calendar.workingDaysBetween(deadline.lastDay, today)) : 0,
    })),
  };
}

function buttonOf(kind: NoticeKind, link: string): MailOrder['button'] {
  if (link === '') return null;
  return {
    label: kind === 'Đề nghị bổ sung' || kind === 'Trả lại' ? 'Bổ sung báo cáo' : 'Mở biểu mẫu của Quý cơ quan',
    url: link,
  };
}

/** What a mail program still takes: each draft is some 15 kB. */
const MOST_DRAFTS = 40;

/** A leadership report brings the draft letters to the units it lists; too many are left to the command. */
function urgingOf({ kind, subject, units = [] }: Notice): MailOrder['urging'] {
  if (kind !== 'Báo cáo lãnh đạo' || units.length === 0 || units.length > MOST_DRAFTS) return null;
  return { round: subject, units: units.map(({ unit }) => unit.code) };
}

function outlineOf(
  { round, unit, effective }: UnitStatus,
  { outline }: MailSources,
): NonNullable<MailOrder['outline']> {
  const questions = outline.filter((question) => question.version === round.outlineVersion && question.used);
  return { round, unit, questions, deadlineWords: deadlineInWords(effective) };
}

function dayOf(instant: Temporal.Instant): string {
  return formatDate(localDay(instant));
}

function timeOf(instant: Temporal.Instant): string {
  return formatTime(toLocal(instant).toPlainTime());
}
