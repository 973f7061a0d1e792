import { Temporal } from 'temporal-polyfill';
import type { Decision, DecisionKind, decisions as decisionsTab } from '../../../sheets-schema/tabs/decisions.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { isSameVersion } from '../links/codes.ts';
import { deadlineOf } from '../time/deadline.ts';
import { type DecisionBook, onlyGivesTime } from './decision-book.ts';
import type { TaskStatus } from './task-status.ts';
import { deadlineBefore, extensionOf } from './unit-deadline.ts';
import type { UnitStatus } from './unit-status.ts';

/** What decisions act on. */
export type DecidedOn = {
  readonly rounds: readonly Round[];
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  /** What has given deadlines. */
  readonly given: DecisionBook;
  /** Every decision of the tab, withdrawn ones too. */
  readonly decisions: readonly Decision[];
  /** Whether a round was closed when a decision was first seen. */
  readonly wasClosed: (decision: Decision) => boolean;
  /** Whether the round would ask the unit without those that left it by decision. */
  readonly wasAsked: (decision: Decision) => boolean;
  /** Whether a mail about it ever failed to go through at once. */
  readonly hadTrouble: (decision: Decision) => boolean;
  /** Whether the deadline of the round lies before the system was put to use. */
  readonly isBeforeOperation: (decision: Decision) => boolean;
};

/** Why a decision changes nothing, and whether what it is about waits until somebody says what was meant. Vietnamese. */
export type Effectless = {
  readonly column: keyof typeof decisionsTab.columns;
  readonly why: string;
  readonly holds?: true;
  /** Somebody believes it acts, and a unit was told otherwise. */
  readonly misleads?: true;
};

/** Kinds that act on reports, on whom a round asks or on what it told them, and so on rounds alone. */
const OF_ROUNDS: ReadonlySet<DecisionKind> = new Set([
  'Đồng ý thay đổi',
  'Không gia hạn',
  'Đã báo bằng văn bản',
  'Bổ sung đơn vị',
  'Rút đơn vị',
  'Trả lại để bổ sung',
  'Chấp nhận mục',
  'Dùng nội dung của',
  'Dừng đề nghị bổ sung',
  'Mở lại cho đơn vị',
  'Đã nhận văn bản chính thức',
  'Xác nhận đơn vị',
  'Không phải của đơn vị',
  'Đổi đường dẫn',
  'Gửi thư mẫu',
] as const);
/** Kinds whose whole work is a mail or its absence: none goes once a round is closed. */
const WHILE_OPEN: ReadonlySet<DecisionKind> = new Set([
  'Gia hạn',
  'Không gia hạn',
  'Tạm dừng nhắc',
  'Nhắc trở lại',
  'Trả lại để bổ sung',
  'Dừng đề nghị bổ sung',
  'Gửi thư mẫu',
] as const);

/** @returns null for a decision that acts, and for one about something nobody knows: that lacks more than effect. */
export function effectlessness(decision: Decision, on: DecidedOn): Effectless | null {
  const { subject, unit, decision: kind } = decision;
  const round = on.rounds.find(({ id }) => id === subject);
  const statuses = on.statuses.filter((one) => one.round.id === subject && isAbout(decision, one));
  if (!round) return onTask(decision, on);
  if (kind === 'Hoàn thành nhiệm vụ')
    return { column: 'subject', why: 'chỉ dùng cho nhiệm vụ; kỳ hoàn thành khi có báo cáo' };
  if (WHILE_OPEN.has(kind) && on.wasClosed(decision))
    return { column: 'subject', why: `kỳ ${subject} đã đóng, không gửi thư nữa` };
  const hasLeft = kind === 'Rút đơn vị' && on.wasAsked(decision);
  if (unit !== null && kind !== 'Rút lại' && statuses.length === 0 && !hasLeft)
    return { column: 'unit', why: `${unit} không có trong danh sách phải báo cáo của kỳ ${subject}` };
  return (
    onMails(decision, on) ??
    onReports(decision, round, statuses) ??
    onRequests(decision, statuses) ??
    onDeadlines(decision, on, statuses) ??
    onDecisions(decision, on.decisions)
  );
}

function isAbout({ unit }: Decision, status: UnitStatus): boolean {
  return unit === null || status.unit.code === unit;
}

function onMails(decision: Decision, on: DecidedOn): Effectless | null {
  if (decision.decision === 'Gửi lại' && !on.hadTrouble(decision))
    return { column: 'decision', why: 'không có thư nào của việc này bị từ chối hoặc chưa rõ kết quả' };
  if (decision.decision === 'Xác nhận dữ liệu trước vận hành' && !on.isBeforeOperation(decision))
    return { column: 'decision', why: 'hạn của kỳ không ở trước Mốc vận hành' };
  return null;
}

function onTask(decision: Decision, on: DecidedOn): Effectless | null {
  const { tasks, decisions } = on;
  const { subject, unit, decision: kind } = decision;
  const done = tasks.filter(({ task }) => task.id === subject);
  if (done.length === 0) return null;
  if (OF_ROUNDS.has(kind)) return { column: 'subject', why: 'chỉ dùng cho kỳ báo cáo, không dùng cho nhiệm vụ' };
  const isMailed = kind === 'Gửi lại' && done.some(({ told = [] }) => told.some(({ code }) => code === unit));
  if (unit !== null && kind !== 'Rút lại' && !isMailed && !done.some((one) => one.unit.code === unit))
    return { column: 'unit', why: `nhiệm vụ ${subject} không giao cho ${unit}` };
  const concerned = done.filter((one) => unit === null || one.unit.code === unit);
  if (ON_WHOLE_REPORTS.has(kind) && concerned.length > 0 && concerned.every(({ isPart }) => isPart))
    return {
      column: 'subject',
      why: `${subject} là một mục trong báo cáo của kỳ; ghi quyết định với mã kỳ`,
      misleads: true,
    };
  return (
    (kind === 'Gửi lại' ? onMails(decision, on) : null) ??
    onTaskDeadlines(decision, concerned, decisions) ??
    onDecisions(decision, decisions)
  );
}

/** Kinds that mean a report whole, and no item of it. */
const ON_WHOLE_REPORTS: ReadonlySet<DecisionKind> = new Set(['Gia hạn', 'Tạm dừng nhắc', 'Nhắc trở lại'] as const);

/** *Gia hạn* of a task too gives time and takes none. */
function onTaskDeadlines(
  decision: Decision,
  concerned: readonly TaskStatus[],
  all: readonly Decision[],
): Effectless | null {
  const deadline = onlyGivesTime(decision) ? extensionOf(decision) : null;
  if (deadline === null || concerned.length === 0) return null;
  const before = (unit: string) =>
    all
      .filter(
        (one) => onlyGivesTime(one) && one.subject === decision.subject && (one.unit === null || one.unit === unit),
      )
      .filter(({ at }) => Temporal.Instant.compare(at, decision.at) < 0)
      .flatMap((one) => extensionOf(one) ?? []);
  const isNoGain = ({ task, unit }: TaskStatus) => {
    const own = task.adjusted ?? task.deadline;
    const others = [...(own ? [deadlineOf(own)] : []), ...before(unit.code)];
    return others.some((one) => Temporal.Instant.compare(deadline.before, one.before) <= 0);
  };
  if (!concerned.every(isNoGain)) return null;
  const why = 'hạn này không muộn hơn hạn đang áp dụng; muốn hạn sớm hơn thì sửa Hạn điều chỉnh rồi duyệt lại';
  return { column: 'value', why, misleads: true };
}

function onReports(decision: Decision, round: Round, statuses: readonly UnitStatus[]): Effectless | null {
  const { decision: kind, item, unit } = decision;
  if (kind === 'Không phải của đơn vị' && decision.value === null) return onUnverified(decision, statuses);
  if (
    kind === 'Trả lại để bổ sung' &&
    statuses.every(({ versions, afterLock }) => versions.length + afterLock.length === 0)
  )
    return { column: 'unit', why: `${unit ?? 'chưa đơn vị nào'} chưa có báo cáo nào để trả lại`, holds: true };
  if (kind === 'Mở lại cho đơn vị' && round.locksOn === null && round.state !== 'Đã đóng')
    return { column: 'decision', why: 'kỳ không có ngày khóa; báo cáo gửi muộn vẫn được nhận' };
  if (kind !== 'Chấp nhận mục' && kind !== 'Dùng nội dung của') return null;
  const items = statuses.flatMap((status) => status.items);
  const isAsked = items.length === 0 || items.some((one) => one.item === item && one.verdict !== 'Không áp dụng');
  if (!isAsked) return { column: 'item', why: `mục ${item} không hỏi ${unit ?? 'đơn vị nào'}` };
  return kind === 'Dùng nội dung của' ? onChosen(decision, statuses) : null;
}

/** What is to be used must be there to be used. */
function onChosen({ item, unit, value, subject }: Decision, statuses: readonly UnitStatus[]): Effectless | null {
  const version = statuses.flatMap((one) => one.versions).find((one) => isSameVersion(one.version, value))?.version;
  if (version === undefined)
    return {
      column: 'value',
      why: `${value} không phải báo cáo đã nhận của ${unit} trong kỳ ${subject}`,
      misleads: true,
    };
  const asked = statuses.flatMap((one) => one.items).find((one) => one.item === item);
  if (!asked?.answeredBy || asked.answeredBy.includes(version)) return null;
  return { column: 'value', why: `báo cáo ${value} không trả lời mục ${item}`, misleads: true };
}

/** A denial that names no version is about what waited when it was written. */
function onUnverified({ at, unit }: Decision, statuses: readonly UnitStatus[]): Effectless | null {
  const denied = statuses.flatMap((status) => status.denied);
  if (denied.some(({ deniedAt }) => deniedAt.equals(at))) return null;
  return {
    column: 'unit',
    why: `tới thời điểm ghi ở dòng này ${unit} không có báo cáo nào chờ xác minh, hoặc thời điểm đó chưa tới`,
  };
}

/** What nobody asked for cannot be refused, nor what was given since. */
function onRequests({ decision, at, unit }: Decision, statuses: readonly UnitStatus[]): Effectless | null {
  if (decision !== 'Không gia hạn') return null;
  const refused = statuses.flatMap(({ requests }) => requests.flatMap(({ answers }) => answers));
  if (refused.some((one) => one.decision === decision && one.at.equals(at))) return null;
  const why = `tới thời điểm ghi ở dòng này ${unit ?? 'chưa đơn vị nào'} không có đề nghị gia hạn nào chờ quyết định`;
  return { column: 'decision', why };
}

/** *Gia hạn* gives time and takes none; what was given is not taken back by *Rút lại*. */
function onDeadlines(decision: Decision, { given }: DecidedOn, statuses: readonly UnitStatus[]): Effectless | null {
  const { decision: kind, subject, unit, value, at } = decision;
  if (onlyGivesTime(decision)) {
    const deadline = extensionOf(decision);
    const isNoGain = (status: UnitStatus) =>
      deadline !== null &&
      Temporal.Instant.compare(deadline.before, deadlineBefore(status.round, status.unit.code, given, at).before) <= 0;
    if (statuses.length === 0 || !statuses.every(isNoGain)) return null;
    const why = 'hạn này không muộn hơn hạn đang áp dụng; muốn hạn sớm hơn thì dùng "Đồng ý thay đổi"';
    return { column: 'value', why, misleads: true };
  }
  if (kind !== 'Rút lại') return null;
  const isOf = (one: Decision) => one.unit === unit && (value === null || fold(one.decision) === fold(value));
  const named = given.deadlines(subject);
  const isTaken = named.some((one) => isOf(one) && Temporal.Instant.compare(one.at, at) <= 0);
  const isAgreed = named.some(
    (one) =>
      one.decision === 'Đồng ý thay đổi' &&
      (one.unit === null || one.unit === unit) &&
      Temporal.Instant.compare(one.at, at) >= 0,
  );
  if (!isTaken || isAgreed) return null;
  const why = 'thời hạn đã ghi nhận không tự rút; thêm dòng "Đồng ý thay đổi" với hạn muốn áp dụng';
  return { column: 'value', why, misleads: true };
}

function onDecisions(decision: Decision, all: readonly Decision[]): Effectless | null {
  const before = all.filter((one) => one !== decision && isSameMatter(one, decision));
  if (decision.decision === 'Nhắc trở lại' && !before.some((one) => one.decision === 'Tạm dừng nhắc'))
    return { column: 'decision', why: 'trước đó không có quyết định "Tạm dừng nhắc" nào' };
  const { value } = decision;
  const isMeant = (one: Decision) =>
    one.unit === decision.unit &&
    one.item === decision.item &&
    (value === null || fold(one.decision) === fold(value)) &&
    one.decision !== 'Rút lại';
  const meant = decision.decision === 'Rút lại' ? before.filter(isMeant) : [];
  if (decision.decision !== 'Rút lại' || meant.some((one) => one.decision !== 'Đổi đường dẫn')) return null;
  if (meant.length > 0)
    return { column: 'value', why: 'đường dẫn đã đổi không trở lại; cần đổi nữa thì thêm một dòng "Đổi đường dẫn"' };
  return { column: 'value', why: 'trước đó không có quyết định nào như vậy để rút lại' };
}

/** An earlier one for the same unit, or where one of the two is for all. */
function isSameMatter(earlier: Decision, decision: Decision): boolean {
  return (
    earlier.subject === decision.subject &&
    (earlier.unit === decision.unit || earlier.unit === null || decision.unit === null) &&
    Temporal.Instant.compare(earlier.at, decision.at) <= 0
  );
}
