import { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '../../../sheets-schema/notice-kinds.ts';
import { ledger as ledgerTab, type Report } from '../../../sheets-schema/tabs/logs.ts';
import { instantOf, localDay, toInstant } from '../../../sheets-schema/zone.ts';
import { onlyGivesTime } from '../standing/decision-book.ts';
import { answersTo, decisionsOnTime } from '../standing/extension-requests.ts';
import { helpersIn, helpersSubject, writtenDeadline } from '../standing/task-record.ts';
import { documentDay, unitDeadline } from '../standing/unit-deadline.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { isNoReport, type Owned, submittedAt, versionsByUnit } from '../standing/unit-statuses.ts';
import { type Deadline, deadlineKey, deadlineOfKey, isOver, isSameDeadline } from '../time/deadline.ts';
import { isTerminal, type LedgerEntry } from './ledger.ts';
import type { Notice } from './notice.ts';
import { isBefore, later } from './notice-desk.ts';
import {
  type Bound,
  givesTime,
  invitedAt,
  lateNoticesInHand,
  supplyBy,
  tellings,
  toldOf,
  untold,
} from './owed/already-told.ts';
import { isTaskMailUnderWay } from './owed/answer-by.ts';
import { DIGEST_TIME } from './owed/digests.ts';
import { type Climber, obligationOf } from './owed/ladder.ts';
import { leadersSteps, timeToAnswer } from './owed/leaders-reports.ts';
import { keyOf } from './owed/owe.ts';
import { allRungs, type Obligation, openRungs, type Rung } from './owed/rungs.ts';
import { dueAfter, MOST_SUPPLEMENTS } from './owed/supplements.ts';
import { ASKS_RESULTS, type TaskObligation, taskObligation } from './owed/task-obligation.ts';
import type { PastDay, PastRound } from './past-day.ts';
import { hasEverMailed, isToldOn, STILL, standstill } from './standstill.ts';

/** A notice of which the ledger must tell, by what the other logs say. */
export type Duty = Pick<Notice, 'kind' | 'key' | 'subject' | 'unit' | 'step' | 'dueAt' | 'deadline'> & {
  /** What the ledger says of it. */
  readonly entries: readonly LedgerEntry[];
};

type Own = Parameters<typeof keyOf>[1];

/** Everything that had fallen due by a moment and was not yet over, counted from the records alone. */
export function dutiesAt(past: PastDay): readonly Duty[] {
  const duties = [
    ...[...past.rounds.values()].flatMap((round) => dutiesOfRound(past, round)),
    ...past.book.under('task/').flatMap(([subject, chased]) => dutiesOfTask(past, subject.slice(5), chased)),
    ...past.samplesAsked.map((asked) => sample(past, asked)),
    ...digest(past),
  ];
  return duties.filter(({ dueAt }) => !isBefore(past.now, dueAt));
}

function duty({ ledger }: PastDay, kind: NoticeKind, own: Own, entries?: readonly LedgerEntry[]): Duty {
  const key = keyOf(kind, own);
  const { subject, unit, step, dueAt, deadline = null } = own;
  const entry = ledger.entries.get(key);
  return { kind, key, subject, unit, step, dueAt, deadline, entries: entries ?? (entry ? [entry] : []) };
}

function dutiesOfRound(past: PastDay, round: PastRound): readonly Duty[] {
  if (round.state === 'Chuẩn bị') return [];
  const owned = versionsByUnit(round, past);
  return round.units.flatMap((code) => {
    const sent = owned.get(code) ?? [];
    const versions = sent.filter(
      (one) => !isNoReport(one, (version) => past.logs.asking.has(version)) || past.logs.saying.has(one.report.version),
    );
    const bound = { round, unit: { code }, ...unitDeadline(round, code, past.decisions) };
    const place = { past, sent, versions, status: { ...bound, filedAt: filedAt(past, bound, versions) } };
    return [...receipts(place), ...(round.state === 'Đang mở' ? whileOpen(place) : [])];
  });
}

type Place = {
  readonly past: PastDay;
  readonly status: Climber & Pick<UnitStatus, 'joinedAt'> & { readonly round: PastRound };
  /** All that came from the unit or in its name. */
  readonly sent: readonly Owned[];
  /** What of it may be a report. */
  readonly versions: readonly Owned[];
};

/** When its report came at the earliest; null when there surely is none. What a coordinator recorded may be of any day. */
function filedAt({ decisions, logs }: PastDay, { round, unit }: Bound, versions: readonly Owned[]) {
  const isReport = ({ state, report }: Owned) => state === 'accepted' && logs.saying.has(report.version);
  const received = decisions.last({ subject: round.id, unit: unit.code }, ['Đã nhận văn bản chính thức']);
  if (received && documentDay(received)) return round.opensAt;
  const first = versions.find(isReport);
  return first ? instantOf(first.report.createTime) : null;
}

function of({ past, status: { round, unit, effective } }: Place, kind: NoticeKind, own: Omit<Own, 'subject' | 'unit'>) {
  return duty(past, kind, { subject: round.id, unit: unit.code, deadline: effective, ...own });
}

function whileOpen(place: Place): readonly Duty[] {
  const { status } = place;
  const opened = status.joinedAt ? later(status.round.opensAt, status.joinedAt) : status.round.opensAt;
  const invitation = of(place, 'Đề nghị gửi báo cáo', { step: '0', dueAt: opened });
  return [
    invitation,
    ...ladder(place),
    ...leaders(place),
    ...deadlineNews(place),
    ...newLinks(place),
    ...requests(place),
    ...unverified(place),
    ...returned(place),
    ...supplements(place),
  ];
}

/** Every step day since the unit was invited, while its report was not there. */
function ladder(place: Place): readonly Duty[] {
  const isTold = untold(place.past, place.status) === null;
  const obligation = obligationOf(place.past, place.status);
  return openRungs(obligation, allRungs(place.past, obligation))
    .filter(({ step }) => step <= 0 || isTold)
    .map(({ step, dueAt }) => of(place, step > 0 ? 'Quá hạn lần 1' : 'Nhắc việc', { step: String(step), dueAt }));
}

/** A late notice goes before the leadership hears: the first ones, and any further one that is due. */
function isPressedStill({ now }: PastDay, { steps }: Obligation, open: readonly Rung[]): boolean {
  return open.some(({ step, dueAt }) => steps.late.includes(step) || (step > 0 && !isBefore(now, dueAt)));
}

/** Once the late notices before it have gone and the time that the last of them gave is over. */
function leaders(place: Place): readonly Duty[] {
  const { past, status } = place;
  const last = lateNoticesInHand(past, status).at(-1);
  if (!past.settings.leaders || !last || untold(past, status) !== null) return [];
  const obligation = obligationOf(past, status);
  const open = openRungs({ ...obligation, doneAt: null }, allRungs(past, obligation));
  if (isPressedStill(past, obligation, open)) return [];
  const pressed = { answeredBy: timeToAnswer(past, last), isUnreachable: false };
  return leadersSteps(past, obligation, pressed).map(({ step, dueAt }) =>
    of(place, 'Báo cáo lãnh đạo', { step, dueAt }),
  );
}

/** Who knows another deadline than the one in force is told. */
function deadlineNews({ past, status }: Place): readonly Duty[] {
  const { round, unit, effective, extension, filedAt: came } = status;
  const invited = invitedAt(past, status);
  const told = toldOf(past, status);
  if (!invited || isSameDeadline(told.deadline, effective)) return [];
  const decidedAt = extension?.at ?? told.at ?? invited;
  if (came && isBefore(came, decidedAt)) return [];
  const isNews = ({ parts, at }: LedgerEntry) =>
    parts?.at === deadlineKey(effective) && (told.at === null || isBefore(told.at, at));
  const entries = (['Gia hạn', 'Thay đổi thời hạn'] as const).flatMap((kind) =>
    past.entriesOf(round.id, unit.code, kind).filter(isNews),
  );
  const kind = givesTime(past, status, told) ? 'Gia hạn' : 'Thay đổi thời hạn';
  const own = { subject: round.id, unit: unit.code, deadline: effective, step: '1', dueAt: later(decidedAt, invited) };
  return [duty(past, kind, own, entries)];
}

function newLinks(place: Place): readonly Duty[] {
  const { past, status } = place;
  if (!invitedAt(past, status)) return [];
  const changed = past.linkChanges(status.round.id, status.unit.code);
  return changed.map(({ at }) => of(place, 'Đổi đường dẫn', { step: at.toString(), dueAt: at }));
}

/** Each version that came from the unit, or was said to be its own. What was there before the system ran needs none. */
function receipts(place: Place): readonly Duty[] {
  const { settings } = place.past;
  return place.versions.flatMap(({ state, report }) => {
    const { version, seenAt } = report;
    if (state !== 'accepted' && state !== 'after-lock') return [];
    if (settings.goLive !== null && isBefore(seenAt, settings.goLive)) return [];
    return [of(place, 'Xác nhận tiếp nhận', { step: '1', dueAt: seenAt, version })];
  });
}

/** More time that was asked for, and refused. */
function requests(place: Place): readonly Duty[] {
  const { past, sent, status } = place;
  const { logs, settings } = past;
  const asked = sent.filter(
    ({ state, report }) => (state === 'accepted' || state === 'after-lock') && logs.asking.has(report.version),
  );
  const given = decisionsOnTime(past.decisions, status.round.id, status.unit.code);
  return asked.flatMap(({ report: { version, responseId, seenAt }, report }, index) => {
    const before = asked.slice(0, index).findLast((one) => one.report.responseId === responseId)?.report.version ?? '';
    const isNew = logs.asking.get(before) !== logs.asking.get(version);
    const isOld = settings.goLive !== null && isBefore(seenAt, settings.goLive);
    const next = asked[index + 1];
    const refusals = answersTo(submittedAt(report), next ? submittedAt(next.report) : null, given).filter(
      (decision) => !onlyGivesTime(decision),
    );
    return [
      ...(isNew && !isOld ? [of(place, 'Ghi nhận đề nghị gia hạn', { step: '1', dueAt: seenAt, version })] : []),
      ...refusals.map(({ at }) => of(place, 'Không gia hạn', { step: at.toString(), dueAt: at })),
    ];
  });
}

/** One question about what came in the unit's name, however much it is. */
function unverified({ past, status, versions }: Place): readonly Duty[] {
  const { round, unit, effective: deadline } = status;
  const { goLive } = past.settings;
  const isAsked = ({ state, report: { identity, formId, version, seenAt } }: Owned) =>
    state === 'pending' &&
    identity === 'Chờ xác minh đơn vị' &&
    formId !== null &&
    past.logs.saying.get(version) === true &&
    (goLive === null || !isBefore(seenAt, goLive));
  const first = versions.find(isAsked);
  if (!first) return [];
  const own = { subject: round.id, unit: unit.code, deadline, step: '1', dueAt: first.report.seenAt };
  return [duty(past, 'Báo cáo chưa xác minh', own, past.entriesOf(round.id, unit.code, 'Báo cáo chưa xác minh'))];
}

/** The last decision that returned the version that is there. */
function returned(place: Place): readonly Duty[] {
  const { past, status } = place;
  const { round, unit } = status;
  const decision = past.decisions.last({ subject: round.id, unit: unit.code }, ['Trả lại để bổ sung']);
  const last = lastOf(place, ['accepted', 'after-lock']);
  if (!decision || !last || isBefore(decision.at, submittedAt(last))) return [];
  const { at } = decision;
  const own = { subject: round.id, unit: unit.code, step: '1', dueAt: at, version: last.version };
  const since = past.entriesOf(round.id, unit.code, 'Trả lại').filter((entry) => !isBefore(entry.at, at));
  return [duty(past, 'Trả lại', own, since)];
}

function lastOf({ versions }: Place, states: readonly Owned['state'][]): Report | null {
  return versions.findLast(({ state }) => states.includes(state))?.report ?? null;
}

/** What lacks is asked for after the report came, and again after the day that the mail before it had named. */
function supplements(place: Place): readonly Duty[] {
  const { past, status } = place;
  const { round, unit } = status;
  const about = { subject: round.id, unit: unit.code };
  const last = lastOf(place, ['accepted']);
  const lacking = past.book.last(`lacking/${unit.code}/${round.id}`);
  const isStopped = past.decisions.last(about, ['Dừng đề nghị bổ sung']) !== null;
  if (!status.filedAt || !last || lacking === null || isStopped || returned(place).length > 0) return [];
  const entries = past.entriesOf(round.id, unit.code, 'Đề nghị bổ sung');
  if (tellings(entries).length >= MOST_SUPPLEMENTS) return [];
  const dueAt = dueAfter(past, last.seenAt, supplyBy(past, status));
  const open = entries.filter(({ state }) => !isTerminal(state));
  const own = { ...about, step: lacking.replaceAll('; ', '+'), dueAt, deadline: status.effective };
  return [duty(past, 'Đề nghị bổ sung', own, open)];
}

/** What the agencies on record were chased for, once it was shown and approved. */
function dutiesOfTask(past: PastDay, subject: string, chased: string): readonly Duty[] {
  const approval = past.record.approved(subject);
  const approvedAt = past.record.approvedAt(subject);
  if (past.settings.goLive === null || approval === null || approvedAt === null) return [];
  const shown = chased.split('; ').flatMap((one) => {
    const [unit = '', key = ''] = one.split('@');
    const deadline: Deadline | null = deadlineOfKey(key);
    const shownAt = deadline && past.record.shownAt(subject, unit, deadline);
    return deadline && shownAt ? [{ unit, deadline, shownAt }] : [];
  });
  const climbing = shown.flatMap(({ unit, deadline, shownAt }) => {
    const written = writtenDeadline(approval);
    const isWritten = written !== null && isSameDeadline(written, deadline);
    const from = later(approvedAt, shownAt);
    return climbs(past, taskObligation(past, { subject, unit, deadline, isWritten, from }), shownAt);
  });
  const first = shown.map(({ shownAt }) => later(approvedAt, shownAt)).sort(Temporal.Instant.compare)[0];
  return [...climbing, ...(first ? helpers(past, subject, first) : [])];
}

/** Who takes part was told so, once it was shown. @param from since when somebody was asked for the task */
function helpers(past: PastDay, subject: string, from: Temporal.Instant): readonly Duty[] {
  const { record, book } = past;
  return helpersIn(book.last(helpersSubject(subject))).flatMap((unit) => {
    const since = record.helpsSince(subject, unit);
    if (!since || record.helpedBefore(subject, unit)) return [];
    const entries = past.entriesOf(subject, unit, 'Nhiệm vụ phối hợp');
    return [duty(past, 'Nhiệm vụ phối hợp', { subject, unit, step: '1', dueAt: later(from, since) }, entries)];
  });
}

function climbs(past: PastDay, obligation: TaskObligation, shownAt: Temporal.Instant): readonly Duty[] {
  const { subject, unit, deadline, names, isTold, formerly, ask, inHand } = obligation;
  const about = { subject, unit, deadline };
  const open = openRungs(obligation, allRungs(past, obligation));
  const rungs = open
    .filter(({ step }) => step <= 0 || isTold)
    .map(({ step, dueAt }) =>
      duty(past, step > 0 ? names.late : names.reminder, { ...about, step: String(step), dueAt }),
    );
  const asks = ask ? [duty(past, names.reminder, { ...about, step: ASKS_RESULTS, dueAt: ask.dueAt })] : [];
  const news = formerly && !isOver(deadline, past.now) ? [newDeadline(past, about, shownAt)] : [];
  const last = inHand.at(-1);
  const isAhead = isPressedStill(past, obligation, open) || isTaskMailUnderWay(past, unit);
  const isPressed = last && isTold && !isAhead;
  const pressed = isPressed && { answeredBy: timeToAnswer(past, last), isUnreachable: false };
  const heard = pressed && past.settings.leaders ? leadersSteps(past, obligation, pressed) : [];
  const leaders = heard.map(({ step, dueAt }) => duty(past, 'Báo cáo lãnh đạo về nhiệm vụ', { ...about, step, dueAt }));
  return [...rungs, ...asks, ...news, ...leaders];
}

function newDeadline(
  past: PastDay,
  about: Pick<TaskObligation, 'subject' | 'unit' | 'deadline'>,
  dueAt: Temporal.Instant,
) {
  const entries = past
    .entriesOf(about.subject, about.unit, 'Hạn mới của nhiệm vụ')
    .filter(({ parts, at }) => parts?.at === deadlineKey(about.deadline) && !isBefore(at, dueAt));
  return duty(past, 'Hạn mới của nhiệm vụ', { ...about, step: '1', dueAt }, entries);
}

function sample(past: PastDay, { at, subject }: PastDay['samplesAsked'][number]): Duty {
  const entries = past.entriesOf(subject, null, 'Thư mẫu').filter(({ parts }) => parts?.step.startsWith(at.toString()));
  return duty(past, 'Thư mẫu', { subject, unit: null, step: `${at}+`, dueAt: at }, entries);
}

/** Where something stood still in the morning the coordinators hear of it; with no ledger to write to nobody can tell. */
function digest(past: PastDay): readonly Duty[] {
  const day = localDay(past.now);
  const isUnwritten = past.doubts.some(({ reason }) => reason.includes(`"${ledgerTab.title}"`));
  if (!past.calendar.maySend(day) || !hasEverMailed(past.ledger) || isUnwritten) return [];
  const besides = past.book
    .under(STILL)
    .map(([subject, what]) => ({ what, since: past.book.saidSince(subject, what), reason: null, isMeant: false }));
  const still = [...standstill({ ...past, areContactsKnown: false, unread: [], isLogKept: true }), ...besides];
  if (!still.some((one) => isToldOn(past, one, day))) return [];
  const dueAt = toInstant(day.toPlainDateTime(DIGEST_TIME));
  return [duty(past, 'Bản tin điều phối', { subject: 'digest', unit: null, step: '1', dueAt })];
}
