import { Temporal } from 'temporal-polyfill';
import { readLedger } from '../../../functions/domain/notices/ledger.ts';
import type { Decided, PolicyInput } from '../../../functions/domain/notices/notice.ts';
import { planNotices } from '../../../functions/domain/notices/plan-notices.ts';
import { type MailAhead, planMailSchedule } from '../../../functions/domain/notices/schedule.ts';
import type { ExtensionRequest } from '../../../functions/domain/standing/extension-requests.ts';
import type { TaskStatus } from '../../../functions/domain/standing/task-status.ts';
import type { ItemStatus, UnitStatus } from '../../../functions/domain/standing/unit-status.ts';
import { deadlineOf } from '../../../functions/domain/time/deadline.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { type Settings, settings } from '../../../sheets-schema/setting-list.ts';
import type { Holiday } from '../../../sheets-schema/tabs/holidays.ts';
import type { LedgerRow, Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Contact, Unit } from '../../../sheets-schema/tabs/units.ts';
import { toInstant, toLocal } from '../../../sheets-schema/zone.ts';

/** A moment on the clock of Ha Noi: `at('2025-10-23 08:30')`. */
export function at(local: string): Temporal.Instant {
  return toInstant(Temporal.PlainDateTime.from(local.replace(' ', 'T')));
}

export function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** `2025-10-23 08:30`, for short expectations. */
export function clock(instant: Temporal.Instant): string {
  return toLocal(instant).toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

export function dueBy(iso: string, time: string | null = null) {
  return deadlineOf({ day: day(iso), time: time === null ? null : Temporal.PlainTime.from(time) });
}

export function aHoliday(iso: string, own: Partial<Holiday> = {}): Holiday {
  return { day: day(iso), kind: 'Nghỉ', name: 'Nghỉ lễ', status: 'chốt', source: null, ...own };
}

export function aUnit(code = 'HPG', own: Partial<Unit> = {}): Unit {
  return {
    code,
    name: `Ủy ban nhân dân thành phố ${code}`,
    shortName: code,
    aliases: null,
    domains: null,
    groups: ['TP-TW'],
    activeFrom: null,
    activeTo: null,
    successor: null,
    ...own,
  };
}

export function aContact(id: string, own: Partial<Contact> = {}): Contact {
  const unit = id.split('-')[0] ?? id;
  const email = `${id.toLowerCase()}@don-vi.example`;
  return { id, unit, role: 'Đầu mối', honorific: null, name: null, email, active: true, ...own };
}

/** A round whose last valid day is Friday 31/10/2025, open since Monday 20/10. */
export function aRound(own: Partial<Round> = {}): Round {
  return {
    id: '2025-10',
    title: 'Báo cáo tháng 10/2025',
    task: 'L12112-BC',
    basisType: 'Công văn',
    basisNumber: '12112/BXD-PTĐT',
    basisDate: day('2025-10-20'),
    basisIssuer: 'Bộ Xây dựng',
    deadlineText: 'trước ngày 01/11/2025',
    deadlineKind: 'Trước ngày',
    strictDeadline: { day: day('2025-10-31'), time: null },
    effectiveDeadline: null,
    opensAt: at('2025-10-20 08:00'),
    locksOn: null,
    outlineVersion: 'PL1-12112',
    expected: ['TP-TW'],
    steps: null,
    state: 'Đang mở',
    approved: true,
    note: null,
    copiesTo: null,
    ...own,
  };
}

export function aReport(version = 'BC-1', seenAt = '2025-10-29 10:00', own: Partial<Report> = {}): Report {
  return {
    version,
    responseId: `r-${version}`,
    createTime: at(seenAt).toString(),
    lastSubmittedTime: at(seenAt).toString(),
    round: '2025-10',
    unit: 'HPG',
    identity: 'Mã hợp lệ',
    claimedUnit: null,
    gates: null,
    outlineVersion: 'PL1-12112',
    officialNumber: null,
    officialDate: null,
    seenAt: at(seenAt),
    formId: null,
    officialLink: null,
    createdAt: null,
    submittedAt: null,
    claims: null,
    channel: 'Biểu mẫu',
    ...own,
  };
}

/** More time that was asked for, seen a minute later. */
export function aRequest(when: string, answers: ExtensionRequest['answers'] = []): ExtensionRequest {
  const [askedAt, asked] = [at(when), { words: 'Xin thêm ba ngày', day: null, isSecret: false, isRepeated: false }];
  const seenAt = askedAt.add({ minutes: 1 });
  return { version: 'BC-1', seenAt, askedAt, ...asked, answers, isOpen: answers.length === 0 };
}

export function anItem(item: string, verdict: ItemStatus['verdict']): ItemStatus {
  const judged = { item, wording: `Mục ${item}`, verdict, reasons: [], counts: true };
  return { ...judged, versions: ['BC-1'], excerpt: '', content: [], difference: null };
}

export function aStatus(own: Partial<UnitStatus> = {}): UnitStatus {
  const round = own.round ?? aRound();
  const strict = deadlineOf(round.strictDeadline);
  const effective = own.effective ?? (round.effectiveDeadline ? deadlineOf(round.effectiveDeadline) : strict);
  return {
    round,
    unit: aUnit(),
    strict,
    effective,
    judgedBy: effective,
    explained: '',
    extension: null,
    announced: own.effective && !own.extension ? [{ at: at('2025-10-22 23:00'), deadline: own.effective }] : [],
    joinedAt: null,
    filedAt: null,
    onTime: null,
    versions: [],
    pending: [],
    afterLock: [],
    denied: [],
    doubtful: [
      ...(own.pending ?? []).map((report) => ({ ...report, identity: 'Chờ xác minh đơn vị' as const, waits: true })),
      ...(own.afterLock ?? []).map((report) => ({ ...report, waits: true })),
    ],
    claims: [],
    requests: [],
    items: [],
    secrets: [],
    official: null,
    officialUnclear: null,
    officialLink: null,
    paused: false,
    returned: null,
    supplementStopped: false,
    ...own,
  };
}

/** A unit that filed one report. */
export function filed(seenAt: string, own: Partial<UnitStatus> = {}): Partial<UnitStatus> {
  return { filedAt: at(seenAt), onTime: true, versions: [aReport('BC-1', seenAt)], ...own };
}

export function aTask(id: string, own: Partial<Task> = {}): Task {
  return {
    id,
    source: '382/TB-VPCP ngày 23/7/2025',
    clause: 'II.2',
    summary: 'Tổng kết Đề án',
    lead: 'HPG',
    exact: null,
    cooperating: null,
    unlisted: null,
    recipient: null,
    deadlineText: null,
    deadlineKind: 'Chậm nhất',
    deadline: null,
    adjusted: null,
    appliesTo: null,
    product: null,
    evidence: null,
    approved: true,
    doneOn: null,
    note: null,
    ...own,
  };
}

/** A task of a unit that was shown and approved long before. */
export function aTaskStatus(id: string, deadline: string | null, own: Partial<TaskStatus> = {}): TaskStatus {
  const before = at('2025-06-02 08:00');
  return {
    task: aTask(id),
    unit: aUnit(),
    deadline: deadline === null ? null : dueBy(deadline),
    done: false,
    confirmed: false,
    isWritten: true,
    approvedAt: before,
    shownAt: before,
    ...own,
  };
}

export function ledgerRow(
  key: string,
  state: LedgerRow['state'],
  when: string,
  own: Partial<LedgerRow> = {},
): LedgerRow {
  const blank = { unit: null, kind: null, contacts: null, messageId: null, reason: null, told: null, heldBy: null };
  return { at: at(when), key, state, ...blank, ...own };
}

export const INVITED = '2025-10/HPG/moi/0@mot-lan';

/** The ledger of a unit that was invited on the first day of {@link aRound}. */
export const invitedRows: readonly LedgerRow[] = [ledgerRow(INVITED, 'đã gửi', '2025-10-20 08:30')];

/** So many mails to others, sent since the morning of a day. */
export function otherMails(count: number, iso: string): readonly LedgerRow[] {
  return Array.from({ length: count }, (_, n) => ledgerRow(`X${n}/XAM/nhac/0@2025-10-01`, 'đã gửi', `${iso} 08:30`));
}

export const usualSettings = {
  ...(Object.fromEntries(Object.entries(settings).map(([name, { initial }]) => [name, initial])) as Settings),
  mail: 'Bật',
} as const satisfies Settings;

/** One unit, invited, nothing filed; mail on. */
export function policyInput(
  now: string,
  own: Partial<PolicyInput> & { readonly rows?: readonly LedgerRow[]; readonly holidays?: readonly Holiday[] } = {},
): PolicyInput {
  const { rows = invitedRows, holidays = [], ...input } = own;
  return {
    now: at(now),
    calendar: createCalendar(holidays, usualSettings.windows),
    settings: usualSettings,
    statuses: [aStatus()],
    tasks: [],
    contacts: [aContact('HPG-1')],
    ledger: readLedger(rows),
    doubts: [],
    confirmedRounds: [],
    linkChanges: () => [],
    samplesAsked: [],
    resentAt: () => null,
    deadlineThen: (id) => {
      const { round, extension, effective } = own.statuses?.find((status) => status.round.id === id) ?? aStatus();
      const ofRound = deadlineOf(round.effectiveDeadline ?? round.strictDeadline);
      return extension ? (extension.before ?? ofRound) : effective;
    },
    digestContent: null,
    ...input,
  };
}

/** What becomes of all that is due. */
export function decidedFor(input: PolicyInput): readonly Decided[] {
  return planNotices(input).decided;
}

/** The rows of `Lịch thư`. */
export function scheduleFor(input: PolicyInput, days?: number): readonly MailAhead[] {
  return planMailSchedule(planNotices(input), days);
}

/** A plan as short lines: `Nhắc việc -5: send`. */
export function lines(plan: readonly Decided[]): readonly string[] {
  return plan.map(({ notice, fate }) => {
    const outcome =
      fate.do === 'wait'
        ? `wait ${clock(fate.until)}${fate.reason ? `: ${fate.reason}` : ''}`
        : fate.do === 'settle'
          ? fate.state
          : fate.do === 'hold'
            ? `hold: ${fate.reason}`
            : 'send';
    return `${notice.kind} ${notice.step}: ${outcome}`;
  });
}
