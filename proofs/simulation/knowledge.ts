import { dayOf, isInWindow, minuteOf, momentOf, openingFrom, workingDay } from './calendar.ts';
import { type Filing, submissionTime } from './model-responses.ts';
import { deadlineEnd, type LastMoment, type Office, type OfficeDecision, type OfficeRound } from './office.ts';
import { type Bindings, isSame, isWithdrawn, type StillBook } from './record.ts';
import type { RecordedVersion, Records } from './records.ts';
import type { TaskToldBook } from './task-told.ts';
import { dayTyped, type Told, type ToldBook } from './told.ts';

/** All an observer of the whole world knows. */
export type Knowledge = {
  readonly office: Office;
  readonly filings: readonly Filing[];
  readonly records: Records;
  readonly bindings: Bindings;
  readonly told: ToldBook;
  readonly taskTold: TaskToldBook;
  readonly still: StillBook;
  /** Who hears when no coordinator can be reached. */
  readonly alertTo: string | null;
  now(): number;
  /** When somebody last typed in the sheet. */
  typedAt(): number;
  /** When somebody last typed, or a report last became visible. */
  movedAt(): number;
  /** Whether a run has finished that read the sheet after a moment. */
  wasActedOn(moment: number): boolean;
  addressesOf(unit: string): readonly string[];
  /** Whether no server takes mail for the address. */
  isDead(address: string): boolean;
  /** Whether at least one address of the unit works. */
  isReachable(unit: string): boolean;
};

const PENDING_WORKING_DAYS = 2;

/** Decisions about a unit, oldest first. */
export function decisionsOn({ office }: Knowledge, round: string, unit: string): readonly OfficeDecision[] {
  return office.decisions.filter((one) => one.round === round && one.unit === unit).sort((a, b) => a.at - b.at);
}

export function isPaused(known: Knowledge, round: string, unit: string): boolean {
  const last = decisionsOn(known, round, unit).findLast(
    ({ kind }) => kind === 'Tạm dừng nhắc' || kind === 'Nhắc trở lại',
  );
  return last?.kind === 'Tạm dừng nhắc';
}

/** The round as it binds: what was approved of it, whatever its cells say since. */
export function inForce({ bindings }: Knowledge, round: OfficeRound): OfficeRound {
  return { ...round, ...bindings.of(round.id) };
}

/** A decision that names a deadline. */
type Given = OfficeDecision & { readonly until: LastMoment };

/** The decisions that have moved deadlines, oldest first: all that a run has seen, and what stands there now. */
function givenTo(known: Knowledge, round: string, unit: string | null): readonly Given[] {
  const { office, bindings } = known;
  const standing = office.decisions.filter((one) => bindings.isSeen(one) || !isWithdrawn(one, office.decisions));
  return [...new Set([...bindings.seen(), ...standing])]
    .filter((one) => one.round === round && (one.unit === null || one.unit === unit))
    .flatMap((one) => (one.until === null ? [] : [{ ...one, until: one.until }]))
    .sort((a, b) => a.at - b.at);
}

const later = (a: LastMoment, b: LastMoment) => (deadlineEnd(a) < deadlineEnd(b) ? b : a);

/** *Gia hạn* only ever gives time; any other decision is the express word for its day, a unit's own until the round's moves. */
function moved(approved: LastMoment, given: readonly Given[]): LastMoment {
  let [ofRound, agreed, granted] = [approved, null as LastMoment | null, null as LastMoment | null];
  for (const { unit, kind, until } of given) {
    const gives = kind === 'Gia hạn';
    if (unit === null) {
      ofRound = gives ? later(ofRound, until) : until;
      agreed = null;
    } else if (gives) granted = granted ? later(granted, until) : until;
    else [agreed, granted] = [until, null];
  }
  const own = agreed ?? ofRound;
  return granted ? later(own, granted) : own;
}

/** The deadline that applies: what was approved for the round, moved by decisions alone. */
export function deadlineFor(known: Knowledge, round: OfficeRound, unit: string | null): LastMoment {
  const { adjusted, strict } = inForce(known, round);
  return moved(adjusted ?? strict, givenTo(known, round.id, unit));
}

/** When the deadline that applies to a unit was decided on; null while it is the approved one. */
export function movedAt(known: Knowledge, round: OfficeRound, unit: string): number | null {
  const end = deadlineEnd(deadlineFor(known, round, unit));
  return givenTo(known, round.id, unit).findLast(({ until }) => deadlineEnd(until) === end)?.at ?? null;
}

/** What a unit knows of its deadline. */
export function toldOf(known: Knowledge, round: OfficeRound, unit: string, source: 'left' | 'ledger'): Told {
  return known.told.of(round.id, unit, {
    strict: inForce(known, round).strict,
    source,
    documents: documentsTo(known, round, unit),
  });
}

/** *Đã báo bằng văn bản*: what applied when it was noted is what the document of that day told. */
function documentsTo(known: Knowledge, round: OfficeRound, unit: string) {
  const { adjusted, strict } = inForce(known, round);
  const given = givenTo(known, round.id, unit);
  return known.office.decisions
    .filter((one) => one.kind === 'Đã báo bằng văn bản' && one.round === round.id && (one.unit ?? unit) === unit)
    .map(({ at, value }) => ({
      at: momentOf(dayTyped(value ?? '')),
      deadline: moved(
        adjusted ?? strict,
        given.filter((one) => one.at <= at),
      ),
    }));
}

/** Whether the round asks the unit: as units joined and left by decision. */
export function isAsked({ office }: Knowledge, round: string, unit: string): boolean {
  const last = office.decisions
    .filter(({ kind }) => kind === 'Bổ sung đơn vị' || kind === 'Rút đơn vị')
    .filter((one) => one.round === round && one.unit === unit)
    .sort((a, b) => a.at - b.at)
    .at(-1);
  return last?.kind !== 'Rút đơn vị';
}

const DAYS_FOR_WHO_JOINS = 2;

/** Nobody joins with less than two working days before its deadline. */
export function joinsTooLate(known: Knowledge, round: OfficeRound, unit: string, moment: number): boolean {
  if (!givenTo(known, round.id, unit).some(({ kind }) => kind === 'Bổ sung đơn vị')) return false;
  const { special } = known.office;
  const today = isInWindow(special, moment) ? dayOf(moment) : dayOf(openingFrom(special, dayOf(moment), 1));
  return deadlineFor(known, round, unit).day < workingDay(special, today, DAYS_FOR_WHO_JOINS);
}

/**
 * From which day late notices count: the last day of the deadline, but a whole working day after the unit heard of it, and
 * not before the day by which it was asked to answer.
 */
export function lateFrom(known: Knowledge, round: OfficeRound, unit: string, source: 'left' | 'ledger'): number {
  const { day, answerBy } = toldOf(known, round, unit, source);
  const last = deadlineFor(known, round, unit).day;
  if (day === null) return last;
  return Math.max(last, answerBy?.day ?? workingDay(known.office.special, day, 1));
}

/** Whether cells of an approved round say something else than what binds: then nobody is called late by it. */
export function isOtherwiseTyped(known: Knowledge, round: OfficeRound): boolean {
  const bound = known.bindings.of(round.id);
  if (!bound || round.state === 'Đã đóng') return false;
  const isAdjusted =
    isSame(round.adjusted, bound.adjusted) || isSame(round.adjusted ?? round.strict, ofRound(known, round));
  return !isAdjusted || !isSame(round.strict, bound.strict) || String(round.steps) !== String(bound.steps);
}

const ofRound = (known: Knowledge, round: OfficeRound) => deadlineFor(known, round, null);

/** The row of the log a filing became; null before it was recorded. */
export function versionOf({ records }: Knowledge, filing: Filing): RecordedVersion | null {
  const submitted = submissionTime(filing.submittedAt);
  return records.versions().find((one) => one.responseId === filing.responseId && one.submitted === submitted) ?? null;
}

/**
 * Whose a filing without the right code is, as a coordinator decided of it, or of all that had been seen; null while
 * nobody did.
 */
export function verdictOn(
  known: Knowledge,
  filing: Filing,
  typedBefore = Number.POSITIVE_INFINITY,
): OfficeDecision | null {
  const seen = filing.isCodeRight ? null : versionOf(known, filing);
  if (!seen) return null;
  const typed = decisionsOn(known, filing.round, filing.unit).filter(
    ({ kind, typedAt }) => typedAt <= typedBefore && (kind === 'Xác nhận đơn vị' || kind === 'Không phải của đơn vị'),
  );
  const ofAll = ({ kind, value, at }: OfficeDecision) =>
    kind === 'Không phải của đơn vị' && value === null && seen.seenAt < at;
  return typed.findLast(({ value }) => value === seen.version) ?? typed.find(ofAll) ?? null;
}

/** Whether a filing counts as the unit's own report. What comes after the lock waits for a word. */
export function isAccepted(known: Knowledge, filing: Filing, typedBefore = Number.POSITIVE_INFINITY): boolean {
  const round = known.office.rounds.get(filing.round);
  if (round && cameAt(known, filing) >= lockOf(known, round, filing.unit)) return false;
  return filing.isCodeRight || verdictOn(known, filing, typedBefore)?.kind === 'Xác nhận đơn vị';
}

/** Of a response edited before anybody looked only the edit is had: it came when it was first sent. */
function cameAt(known: Knowledge, { responseId, createdAt, submittedAt }: Filing): number {
  const earlier = known.filings.filter((one) => one.responseId === responseId && one.submittedAt < submittedAt);
  return earlier.some((one) => versionOf(known, one)) ? submittedAt : createdAt;
}

/** A later deadline of the unit's own opens the lock for it. */
function lockOf(known: Knowledge, round: OfficeRound, unit: string): number {
  if (round.locksOn === null) return Number.POSITIVE_INFINITY;
  return Math.max(momentOf(round.locksOn + 1), deadlineEnd(deadlineFor(known, round, unit)));
}

export function filingsOf({ filings }: Knowledge, round: string, unit: string): readonly Filing[] {
  return filings.filter((one) => one.round === round && one.unit === unit);
}

/** Whether the unit's report was there for somebody who read sheet and form at these moments. */
export function isFiled(
  known: Knowledge,
  round: string,
  unit: string,
  { sheetReadAt, formReadAt }: { readonly sheetReadAt: number; readonly formReadAt: number },
): boolean {
  const isReport = (filing: Filing) =>
    filing.isReal && filing.visibleAt <= formReadAt && isAccepted(known, filing, sheetReadAt);
  const hasDocument = decisionsOn(known, round, unit).some(
    ({ kind, typedAt }) => kind === 'Đã nhận văn bản chính thức' && typedAt <= sheetReadAt,
  );
  return hasDocument || filingsOf(known, round, unit).some(isReport);
}

/**
 * Until when reminders rest because somebody filed in the unit's name without its code, or the unit after the lock: two
 * working days from the first that said something, denied since or not, once before an extension and once after it. One
 * that no cell takes says nothing.
 */
export function pendingUntil(known: Knowledge, round: string, unit: string): number {
  const doubtful = filingsOf(known, round, unit).flatMap((filing) => {
    const seenAt = versionOf(known, filing)?.seenAt;
    if (seenAt === undefined || !filing.isReal || filing.flaw === 'unstorable' || isAccepted(known, filing)) return [];
    return [{ seenAt, waits: verdictOn(known, filing)?.kind !== 'Không phải của đơn vị' }];
  });
  const of = known.office.rounds.get(round);
  const granted = (of && movedAt(known, of, unit)) ?? Number.NEGATIVE_INFINITY;
  const deadlines = Map.groupBy(
    doubtful.toSorted((a, b) => a.seenAt - b.seenAt),
    ({ seenAt }) => seenAt >= granted,
  );
  const ends = [...deadlines.values()].flatMap(([first, ...others]) => {
    if (!first || ![first, ...others].some(({ waits }) => waits)) return [];
    const day = workingDay(known.office.special, dayOf(first.seenAt), PENDING_WORKING_DAYS);
    return [momentOf(day, minuteOf(first.seenAt)) + (first.seenAt % 60_000)];
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...ends);
}

/** Whether a mail to the unit may lie in its mailbox twice, nobody knows, and waits for somebody to ask for it again. */
export function awaitsWord(known: Knowledge, round: string, unit: string): boolean {
  const asked = decisionsOn(known, round, unit).findLast(({ kind }) => kind === 'Gửi lại')?.at;
  return known.records.unclear(round, unit, known.now()).some(({ at }) => asked === undefined || at >= asked);
}

export function isOver(known: Knowledge, round: OfficeRound, unit: string, moment: number): boolean {
  return moment >= deadlineEnd(deadlineFor(known, round, unit));
}
