import type { Temporal } from 'temporal-polyfill';
import { keyFacts, kinds, type NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { Round } from '../../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../../sheets-schema/tabs/units.ts';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineOf, deadlineOfKey, isSameDeadline } from '../../time/deadline.ts';
import { aboutKey, isTerminal, type LedgerEntry } from '../ledger.ts';
import type { PolicyInput } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';

/** What a unit was asked and by when, wherever it stands. */
export type Bound = Pick<UnitStatus, 'strict' | 'effective' | 'extension' | 'announced'> & {
  readonly round: Pick<Round, 'id' | 'opensAt'>;
  readonly unit: Pick<Unit, 'code'>;
};

/** When the unit was invited, or the matter was settled otherwise; null before that. */
export function invitedAt(desk: Desk, { round, unit }: Bound): Temporal.Instant | null {
  const entry = desk.entriesOf(round.id, unit.code, 'Đề nghị gửi báo cáo').find(({ state }) => isTerminal(state));
  return entry ? (entry.sentAt ?? entry.at) : null;
}

/** When the unit was invited, or will be as things stand. */
export function invitationOf(desk: Desk, status: Bound): Temporal.Instant {
  return invitedAt(desk, status) ?? desk.calendar.nextSendAt(later(desk.now, status.round.opensAt));
}

/** From when on steps count: what fell due before the unit was invited, or before it was granted more time, is dropped. */
export function countsFrom(desk: Desk, status: Bound): Temporal.Instant {
  const invited = invitationOf(desk, status);
  return status.extension ? later(invited, status.extension.at) : invited;
}

/** What a unit was last told of its deadline. */
export type Told = {
  readonly deadline: Deadline;
  /** When; null while it has nothing but the document itself. */
  readonly at: Temporal.Instant | null;
  /** By when it was asked to answer, where the deadline was past already. */
  readonly answerBy: Deadline | null;
};

const NOTHING: readonly never[] = [];

type Telling = Pick<PolicyInput, 'ledger' | 'deadlineThen'>;

/**
 * The deadline that a unit knows: the document's own, until a mail that at least one contact took, or a document since,
 * named another.
 * @param asOf what it knew before that moment; null for now
 */
export function toldOf(desk: Telling, status: Bound, asOf: Temporal.Instant | null = null): Told {
  const { round, unit, strict, announced } = status;
  const entries = desk.ledger.about.get(aboutKey(round.id, unit.code)) ?? [];
  const tellings = [...entries.flatMap((entry) => tellingOf(desk, status, entry) ?? NOTHING), ...announced];
  return tellings
    .filter(({ at }) => asOf === null || isBefore(at, asOf))
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .reduce(learns, { deadline: strict, at: null, answerBy: null });
}

/** Told the same again a unit learns nothing, unless it is asked to answer by a day for the first time. */
function learns(known: Told, { answerBy = null, ...one }: Omit<Told, 'answerBy'> & Partial<Told>): Told {
  if (!isSameDeadline(known.deadline, one.deadline)) return { ...one, answerBy };
  return known.answerBy === null && answerBy !== null ? { ...known, at: known.at ?? one.at, answerBy } : known;
}

/** Of what was settled at a restore nobody knows whether it was mailed: it counts as told. */
function tellingOf(desk: Telling, { round, extension }: Bound, entry: LedgerEntry) {
  const { parts, state, sentAt, told } = entry;
  if (!parts || !keyFacts[parts.kind].setsDeadline || !(sentAt || state === 'khôi phục')) return null;
  // Rows of the first release name no day: it is that of the key, or what was in force then.
  const at = sentAt ?? entry.at;
  const [named, answerBy] = told.map(deadlineOf);
  const granted = extension && isBefore(extension.at, at) ? extension.deadline : null;
  const deadline = named ?? deadlineOfKey(parts.at) ?? granted ?? desk.deadlineThen(round.id, at);
  return deadline && { at, deadline, answerBy: answerBy ?? null };
}

/**
 * Whether the deadline in force gives a unit more time than it knows of. Of a mail that was begun and never known to have
 * gone nobody can tell: who may have read a later day is told of a change, not that it is granted more.
 */
export function givesTime(desk: Telling, status: Bound, told: Told): boolean {
  const { round, unit, effective } = status;
  if (isSameDeadline(told.deadline, effective)) return true;
  const begun = (desk.ledger.about.get(aboutKey(round.id, unit.code)) ?? []).filter(
    ({ parts, claimedAt, sentAt }) => parts && keyFacts[parts.kind].setsDeadline && claimedAt && !sentAt,
  );
  const mayKnow = begun.flatMap(
    ({ parts, told: [named] }) => (named ? deadlineOf(named) : deadlineOfKey(parts?.at ?? '')) ?? [],
  );
  return [told.deadline, ...mayKnow].every(({ before }) => !isBefore(effective.before, before));
}

/**
 * From which last day late steps are counted: that of the deadline in force, never less than a whole working day after
 * the unit was told of it, nor before the day that the first word about a past deadline named.
 */
export function latenessFrom(desk: Desk, status: Bound): Deadline {
  const { effective } = status;
  const { at, answerBy } = toldOf(desk, status);
  if (at === null) return effective;
  const day = answerBy?.lastDay ?? desk.calendar.addWorkingDays(localDay(at), 1);
  return effective.lastDay.until(day).sign > 0 ? deadlineOf({ day, time: null }) : effective;
}

/** Why the unit may not be called late yet by the deadline in force. Vietnamese. */
export function untold(desk: Desk, status: Bound): string | null {
  if (isSameDeadline(toldOf(desk, status).deadline, status.effective)) return null;
  return 'Đơn vị chưa được báo hạn đang áp dụng; chờ thư báo hạn đi trước.';
}

/**
 * Late notices the unit has in hand: those that went since it was last told of an extension, which withdraws them.
 * @param asOf what had gone before that moment; null for all
 */
export function lateNoticesInHand(
  { ledger }: Pick<Desk, 'ledger'>,
  { round, unit }: Bound,
  asOf: Temporal.Instant | null = null,
): readonly SentEntry[] {
  const all = ledger.about.get(aboutKey(round.id, unit.code)) ?? [];
  const entries = asOf ? all.filter(({ sentAt }) => sentAt && isBefore(sentAt, asOf)) : all;
  const told = sentEntries(entries, 'Gia hạn').at(-1);
  const late = sentEntries(entries, 'Quá hạn lần 1');
  return told ? late.filter(({ sentAt }) => isBefore(told.sentAt, sentAt)) : late;
}

/** A mail that a unit has, or may have: of what was settled at a restore nobody knows. Oldest first. */
export function tellings(
  entries: readonly LedgerEntry[],
): readonly { readonly entry: LedgerEntry; readonly at: Temporal.Instant }[] {
  return entries
    .filter(({ sentAt, state }) => sentAt !== null || state === 'khôi phục')
    .map((entry) => ({ entry, at: entry.sentAt ?? entry.at }))
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}

const ASK_FOR_MORE: ReadonlySet<string> = new Set([kinds['Đề nghị bổ sung'].key, kinds['Trả lại'].key]);

/**
 * By when a unit was last asked to complete its report; null when it never was. Rows of the first release name no such
 * day: it is what the mail said then.
 * @param asOf what had been asked before that moment; null for now
 */
export function supplyBy(
  { ledger, calendar, settings }: Pick<PolicyInput, 'ledger' | 'calendar' | 'settings'>,
  { round, unit }: Bound,
  asOf: Temporal.Instant | null = null,
): Deadline | null {
  const entries = ledger.about.get(aboutKey(round.id, unit.code)) ?? [];
  const asking = entries.filter(({ parts }) => parts !== null && ASK_FOR_MORE.has(parts.kind));
  const last = tellings(asking).findLast(({ at }) => asOf === null || isBefore(at, asOf));
  if (!last) return null;
  const [, named] = last.entry.told;
  return deadlineOf(named ?? { day: calendar.addWorkingDays(localDay(last.at), settings.supplementDays), time: null });
}

type SentEntry = LedgerEntry & { readonly sentAt: Temporal.Instant };

/** Those under the key of a kind, in the order they went. */
export function sentEntries(entries: readonly LedgerEntry[], kind: NoticeKind): readonly SentEntry[] {
  const sent = entries.filter(
    (entry): entry is SentEntry => entry.parts?.kind === kinds[kind].key && entry.sentAt !== null,
  );
  return sent.toSorted((a, b) => a.sentAt.epochMilliseconds - b.sentAt.epochMilliseconds);
}
