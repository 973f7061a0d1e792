import { Temporal } from 'temporal-polyfill';
import { questionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { instantOf, localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { NO_ANSWER } from '../judging/narrative.ts';
import { type StoredAnswer, saysSomething } from '../judging/valid-content.ts';
import { versionSigns } from '../links/codes.ts';
import { MORE_TIME } from '../links/form-links.ts';
import { classifyAnswer } from '../reading/answer-class.ts';
import { parseDocumentNumber } from '../reading/document-number.ts';
import { findDates } from '../reading/found-dates.ts';
import { isOnTime } from '../time/deadline.ts';
import { claimedVersions, isMet, type Word } from './claims.ts';
import type { DecisionBook } from './decision-book.ts';
import { askingTime, extensionRequests } from './extension-requests.ts';
import { type ItemSources, itemStatuses } from './item-statuses.ts';
import { documentDay, judgedBy, type RoundRecord, unitDeadline } from './unit-deadline.ts';
import type { UnitStatus } from './unit-status.ts';

export type StatusSources = {
  readonly units: readonly Unit[];
  /** Per round the units asked, frozen when the round was approved. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  readonly decisions: DecisionBook;
  /** All versions, any order. */
  readonly reports: readonly Report[];
  /** By version code. */
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  readonly outline: readonly OutlineQuestion[];
  /** Versions whose words are not at hand: they may say anything. */
  readonly unread?: ReadonlySet<string>;
  /** A denial of all that waits acts from its own time on: one dated ahead by a slip must not deny what is yet to come. */
  readonly now?: Temporal.Instant;
};

type VersionSources = Pick<StatusSources, 'decisions' | 'reports' | 'now'>;

/** Where every unit of a round stands, computed anew from people's tabs and logs. */
export function unitStatuses(round: Round, sources: StatusSources): readonly UnitStatus[] {
  const byCode = new Map(sources.units.map((unit) => [unit.code, unit]));
  const owners = versionsByUnit(round, sources);
  const questions = questionsOf(round, sources.outline);
  const used = questions.filter((question) => question.used);
  const asked = {
    byKey: new Map(questions.map((question) => [question.question, question])),
    byItem: Map.groupBy(used, (question) => question.item),
    itemOf: new Map(used.map((question) => [question.question, question.item])),
  };
  return (sources.expected.get(round.id) ?? []).flatMap((code) => {
    const unit = byCode.get(code);
    return unit ? [statusOf(round, unit, owners.get(code) ?? [], asked, sources)] : [];
  });
}

type Asked = Pick<ItemSources, 'byItem' | 'itemOf'> & { readonly byKey: ReadonlyMap<string, OutlineQuestion> };

/** A version with the unit it counts for, after what coordinators decided; of one denied, the unit that it waited for. */
type Place =
  | { readonly unit: string; readonly state: 'accepted' | 'pending' | 'after-lock' }
  | { readonly unit: string; readonly state: 'denied'; readonly deniedAt: Temporal.Instant };
export type Owned = Place & { readonly report: Report };

/** Whose each version is, in the order in which they were sent: by its code, or by what was decided since. */
export function versionsByUnit(round: RoundRecord, sources: VersionSources): ReadonlyMap<string, readonly Owned[]> {
  const owned = new Map<string, Owned[]>();
  const decisionOn = readVerifications(round, sources);
  const elsewhere = confirmedElsewhere(round, sources);
  const known = new Set<string>();
  for (const report of [...sources.reports].sort(bySubmission)) {
    const cameAt = known.has(report.responseId) ? submittedAt(report) : instantOf(report.createTime);
    known.add(report.responseId);
    const isElsewhere = elsewhere.has(report.responseId);
    const place = ownerOf(round, { ...report, cameAt, isElsewhere }, decisionOn(report), sources.decisions);
    if (!place) continue;
    const others = owned.get(place.unit);
    if (others) others.push({ ...place, report });
    else owned.set(place.unit, [{ ...place, report }]);
  }
  return owned;
}

/** Responses that came for this round and were confirmed for another. */
function confirmedElsewhere(round: RoundRecord, { decisions, reports }: VersionSources): ReadonlySet<string> {
  const isOther = (subject: string | undefined) => subject !== undefined && subject !== round.id;
  const moved = reports.filter(({ version }) => isOther(decisions.confirmedFor.get(versionSigns(version))));
  return new Set(moved.map(({ responseId }) => responseId));
}

/**
 * What was decided about a version, else what its unit says of it; an edit of a response that was confirmed is its unit's
 * too. A denial that names no version is about all in the unit's name that had been seen by then and that nobody had
 * spoken of one by one.
 */
function readVerifications(round: RoundRecord, { decisions, reports, now }: VersionSources) {
  const verified = decisions.all(round.id, ['Xác nhận đơn vị', 'Không phải của đơn vị']);
  const byVersion = new Map(verified.map((decision) => [versionSigns(decision.value ?? ''), decision]));
  const decisionOn = (version: string) => byVersion.get(versionSigns(version));
  const claimed = claimedVersions(round, reports, decisionOn);
  const saidOf = (version: string): Word | undefined => decisionOn(version) ?? claimed.get(version);
  const confirmed = reports.flatMap(({ version, responseId }) => {
    const word = saidOf(version);
    return word?.decision === 'Xác nhận đơn vị' ? [[responseId, word] as const] : [];
  });
  const byResponse = new Map(confirmed);
  const hasCome = ({ at }: Decision) => now === undefined || Temporal.Instant.compare(at, now) <= 0;
  const ofAll = Map.groupBy(
    verified.filter((decision) => isAboutAll(decision) && hasCome(decision)),
    ({ unit }) => unit,
  );
  const aboutAll = ({ identity, claimedUnit, seenAt }: Report) =>
    identity === UNVERIFIED && claimedUnit !== null
      ? ofAll.get(claimedUnit)?.find(({ at }) => Temporal.Instant.compare(seenAt, at) < 0)
      : undefined;
  return (report: Report): Word | undefined =>
    saidOf(report.version) ??
    (WAITING.has(report.identity) ? byResponse.get(report.responseId) : undefined) ??
    aboutAll(report);
}

function isAboutAll({ decision, value }: Decision): boolean {
  return decision === 'Không phải của đơn vị' && value === null;
}

const UNVERIFIED = 'Chờ xác minh đơn vị';

/** What came so counts for nobody until somebody says whose it is, or for which round. */
const WAITING: ReadonlySet<Report['identity']> = new Set([UNVERIFIED, 'Mã của kỳ đã đóng'] as const);

function bySubmission(a: Report, b: Report): number {
  return Temporal.Instant.compare(submittedAt(a), submittedAt(b));
}

/** In the order in which runs saw them; those of one run in the order in which they were sent. */
export function bySeen(a: Report, b: Report): number {
  return Temporal.Instant.compare(a.seenAt, b.seenAt) || bySubmission(a, b);
}

export function submittedAt(report: Report): Temporal.Instant {
  return instantOf(report.lastSubmittedTime);
}

/**
 * With the moment that counts for the lock. Of a response edited before anybody looked only the edit can be had: it came
 * when it was first sent, for the unit is not to blame that nobody looked.
 */
type Arrival = Report & { readonly cameAt: Temporal.Instant; readonly isElsewhere: boolean };

function ownerOf(
  round: RoundRecord,
  report: Arrival,
  decided: Word | undefined,
  decisions: DecisionBook,
): Place | null {
  if (decided?.decision === 'Không phải của đơn vị')
    return deniedOf(ownerOf(round, report, undefined, decisions), decided);
  if (decided?.unit) return { unit: decided.unit, state: lockState(round, decided.unit, report, decisions) };
  if (report.round !== round.id) return null;
  if (report.identity === UNVERIFIED) {
    return report.claimedUnit ? { unit: report.claimedUnit, state: 'pending' } : null;
  }
  if (report.unit === null) return null;
  if (report.identity === 'Mã của kỳ đã đóng') return afterClosing(round, { ...report, unit: report.unit }, decisions);
  return { unit: report.unit, state: lockState(round, report.unit, report, decisions) };
}

/** What counted for a unit until it was denied leaves no trace; what waited has had its time. */
function deniedOf(place: Place | null, { at }: Word): Place | null {
  const hasWaited = place?.state === 'pending' || place?.state === 'after-lock';
  return hasWaited ? { unit: place.unit, state: 'denied', deniedAt: at } : null;
}

/** Its round takes it when it is opened again for the unit; another round, once somebody says that it was meant. */
function afterClosing(
  round: RoundRecord,
  { unit, isElsewhere }: Arrival & { readonly unit: string },
  decisions: DecisionBook,
): Place | null {
  if (isElsewhere) return null;
  const isReopened = decisions.last({ subject: round.id, unit }, ['Mở lại cho đơn vị']) !== null;
  return { unit, state: isReopened ? 'accepted' : 'after-lock' };
}

/** Nobody is locked out before the deadline given to them is over. */
function lockState(
  round: RoundRecord,
  unit: string,
  { cameAt }: Arrival,
  decisions: DecisionBook,
): 'accepted' | 'after-lock' {
  if (round.locksOn === null) return 'accepted';
  const locked = startOfDay(round.locksOn.add({ days: 1 }));
  if (Temporal.Instant.compare(cameAt, locked) < 0) return 'accepted';
  const { effective } = unitDeadline(round, unit, decisions);
  if (isOnTime(cameAt, judgedBy(effective, round, unit, decisions, cameAt))) return 'accepted';
  return decisions.last({ subject: round.id, unit }, ['Mở lại cho đơn vị']) ? 'accepted' : 'after-lock';
}

function statusOf(
  round: Round,
  unit: Unit,
  all: readonly Owned[],
  { byKey, byItem, itemOf }: Asked,
  sources: StatusSources,
): UnitStatus {
  const { decisions } = sources;
  const isReport = sayingAnything(byKey, sources.answers);
  const mayBeReport = ({ version }: Report) => isReport(version) || (sources.unread?.has(version) ?? false);
  // Few ask: of all others nothing is looked at.
  const isAsked = all.some(({ report }) =>
    sources.answers.get(report.version)?.some(({ question }) => question === MORE_TIME),
  );
  const isAsking = isAsked ? askingTime(sources.answers) : () => false;
  const owned = all.filter((one) => !isNoReport(one, isAsking) || mayBeReport(one.report));
  const of = (state: Owned['state']) => owned.filter((one) => one.state === state).map((one) => one.report);
  const versions = of('accepted');
  const deadlines = unitDeadline(round, unit.code, decisions);
  const official = officialOf(round, unit, versions, decisions);
  const answers = versions.flatMap((version) => sources.answers.get(version.version) ?? []);
  const filedAt = filedAtOf(versions, isReport, official?.decidedDate ?? null);
  const { effective } = deadlines;
  const due = filedAt ? judgedBy(effective, round, unit.code, decisions, filedAt) : effective;
  const items = itemStatuses({
    unit,
    round,
    byItem,
    itemOf,
    versions,
    answers,
    filedOn: versions.at(-1) ? localDay(submittedAt(versions.at(-1) as Report)) : round.basisDate,
    hasOfficialDocument: official !== null,
    decisions,
  });
  const requests = isAsked
    ? extensionRequests(round, unit.code, {
        sent: all.flatMap(({ state, report }) =>
          state === 'accepted' || state === 'after-lock' ? [{ report, sentAt: submittedAt(report) }] : [],
        ),
        answers: sources.answers,
        decisions,
        effective,
        isComplete: filedAt !== null && items.every(({ counts, verdict }) => !counts || verdict === 'Đủ'),
      })
    : [];
  const pending = of('pending');
  const afterLock = of('after-lock');
  const denied = owned.flatMap((one) => (one.state === 'denied' ? [{ ...one.report, deniedAt: one.deniedAt }] : []));
  return {
    round,
    unit,
    ...deadlines,
    filedAt,
    onTime: filedAt && isOnTime(filedAt, due),
    judgedBy: due,
    versions,
    pending,
    afterLock,
    denied,
    doubtful: [
      ...[...pending, ...afterLock].map((report) => ({ ...report, waits: true })),
      ...denied.map((report) => ({ ...report, waits: false })),
    ]
      .filter(mayBeReport)
      .sort(bySeen),
    claims: claimsOf(round, unit, all, decisions),
    requests,
    items,
    secrets: [
      ...new Set([
        ...secretsOf(items, [...pending, ...afterLock], sources.answers),
        ...requests.flatMap(({ isOpen, isSecret, version }) => (isOpen && isSecret ? [version] : [])),
      ]),
    ],
    official: official && { number: official.number, date: official.date },
    officialUnclear: officialUnclear(official, versions),
    officialLink: versions.findLast(({ officialLink }) => officialLink !== null)?.officialLink ?? null,
    paused:
      decisions.last({ subject: round.id, unit: unit.code }, ['Tạm dừng nhắc', 'Nhắc trở lại'])?.decision ===
      'Tạm dừng nhắc',
    returned: returnedOf(round, unit, { versions, afterLock }, decisions),
    supplementStopped: decisions.last({ subject: round.id, unit: unit.code }, ['Dừng đề nghị bổ sung']) !== null,
  };
}

/**
 * What somebody sent to say whose another version is, or a unit to ask for time, and holds nothing of its own but that, is
 * no report: it closes nothing and gets no receipt. What came for a round that is closed waits for a person all the same.
 * @param isAsking whether the version asks for time
 */
export function isNoReport({ state, report }: Owned, isAsking: (version: string) => boolean): boolean {
  const { claims, officialNumber, officialDate, officialLink, identity, version } = report;
  if (officialNumber !== null || officialDate !== null || officialLink !== null) return false;
  const isOwn = (state === 'accepted' || state === 'after-lock') && identity !== 'Mã của kỳ đã đóng';
  return claims !== null || (isOwn && isAsking(version));
}

/** A claim that names nothing of the unit's asks for a word until one is given, or another claim is right. */
function claimsOf(round: Round, unit: Unit, owned: readonly Owned[], decisions: DecisionBook): UnitStatus['claims'] {
  const claims = owned.flatMap(({ report }) => (report.claims === null ? [] : [report])).sort(bySeen);
  if (claims.length === 0) return [];
  const own = new Set(
    owned.flatMap(({ state, report }) =>
      state === 'accepted' || state === 'after-lock' ? [versionSigns(report.version)] : [],
    ),
  );
  const decided = decisions.last({ subject: round.id, unit: unit.code }, ['Xác nhận đơn vị', 'Không phải của đơn vị']);
  const met = claims.findLast((one) => one.identity === 'Mã hợp lệ' && isMet(one, own));
  const answered = (one: Report) =>
    (decided !== null && Temporal.Instant.compare(one.seenAt, decided.at) <= 0) ||
    (met !== undefined && bySeen(one, met) <= 0);
  return claims.map((one) => ({ ...one, isOpen: round.state !== 'Đã đóng' && !answered(one) }));
}

/** Secrets in the valid content until the item is sent anew or accepted; in versions that do not count, until decided. */
function secretsOf(
  items: UnitStatus['items'],
  waiting: readonly Report[],
  answers: StatusSources['answers'],
): readonly string[] {
  const judged = items.filter((item) => item.verdict !== 'Đủ').flatMap((item) => item.content);
  const unjudged = waiting.flatMap((report) => answers.get(report.version) ?? []);
  const secret = [...judged, ...unjudged].filter(({ facts }) => facts.marks.includes('secret'));
  return [...new Set(secret.map(({ version }) => version))];
}

type Official = {
  readonly number: string;
  readonly date: Temporal.PlainDate | null;
  readonly decidedDate: Temporal.PlainDate | null;
  /** What the unit wrote; null for what a coordinator recorded. */
  readonly typed: string | null;
};

/** What a coordinator recorded (`số, ký hiệu; ngày`), else the number the unit wrote on the form: `chưa ban hành` is none. */
function officialOf(round: Round, unit: Unit, versions: readonly Report[], decisions: DecisionBook): Official | null {
  const decision = decisions.last({ subject: round.id, unit: unit.code }, ['Đã nhận văn bản chính thức']);
  if (decision) {
    const [number = ''] = (decision.value ?? '').split(';');
    const date = documentDay(decision);
    return { number: number.trim(), date, decidedDate: date, typed: null };
  }
  for (const { officialNumber, officialDate } of versions.toReversed()) {
    const typed = officialNumber ?? '';
    const number = parseDocumentNumber(typed);
    if (number)
      return { number: number.text, date: officialDate ?? findDates(typed)[0] ?? null, decidedDate: null, typed };
  }
  return null;
}

/** Nothing that was typed there is dropped in silence, but for words that say there is none yet. */
function officialUnclear(official: Official | null, versions: readonly Report[]): UnitStatus['officialUnclear'] {
  if (official) {
    const { typed, date } = official;
    return typed !== null && date === null ? { typed, lacks: 'ngày ban hành' } : null;
  }
  const typed = versions.findLast(({ officialNumber }) => officialNumber !== null)?.officialNumber ?? '';
  return NO_ANSWER.has(classifyAnswer(typed)) || NOT_YET.test(fold(typed)) ? null : { typed, lacks: 'số, ký hiệu' };
}

const NOT_YET = /^(?:chua|dang|se|cho|du kien|khong)(?![a-z])/;

/** Whether there is any answer in a version that makes a report of it. */
function sayingAnything(byKey: Asked['byKey'], answers: StatusSources['answers']): (version: string) => boolean {
  const says = (answer: StoredAnswer) => {
    const question = byKey.get(answer.question);
    return question !== undefined && saysSomething(question, answer.facts);
  };
  return (version) => (answers.get(version) ?? []).some(says);
}

function filedAtOf(
  versions: readonly Report[],
  isReport: (version: string) => boolean,
  officialDate: Temporal.PlainDate | null,
): Temporal.Instant | null {
  const first = versions.find(({ version }) => isReport(version));
  const moments = [first && saidAt(first, versions), officialDate && startOfDay(officialDate)];
  return moments.filter((moment) => !!moment).sort(Temporal.Instant.compare)[0] ?? null;
}

/** When a version was sent; an edit of a response that is known to have said nothing before was sent when it was edited. */
function saidAt(version: Report, versions: readonly Report[]): Temporal.Instant {
  const isEdit = versions.find((one) => one.responseId === version.responseId) !== version;
  return isEdit ? submittedAt(version) : instantOf(version.createTime);
}

/** What a return speaks of: the last that the unit itself sent, taken or not. */
export function lastReport({ versions, afterLock }: Pick<UnitStatus, 'versions' | 'afterLock'>): Report | undefined {
  return [...versions, ...afterLock].sort(bySubmission).at(-1);
}

function returnedOf(
  round: Round,
  unit: Unit,
  sent: Pick<UnitStatus, 'versions' | 'afterLock'>,
  decisions: DecisionBook,
): UnitStatus['returned'] {
  const own = decisions
    .all(round.id, ['Trả lại để bổ sung'])
    .filter((one) => one.unit === null || one.unit === unit.code);
  const decision = own.at(-1);
  const last = decision && lastReport(sent);
  if (!decision || !last) return null;
  const isOfLast = ({ at }: Decision) => Temporal.Instant.compare(submittedAt(last), at) <= 0;
  if (!isOfLast(decision)) return null;
  const again = own.filter(isOfLast).length > 1;
  return { at: decision.at, reason: decision.reason ?? '', ...(again && ({ again: true } as const)) };
}
