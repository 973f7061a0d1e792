import { dayOf, isoDay, minuteOf, openingFrom, type SpecialDays, workingDay } from './calendar.ts';
import { holdReason } from './holds.ts';
import {
  awaitsWord,
  deadlineFor,
  decisionsOn,
  filingsOf,
  inForce,
  isAccepted,
  isAsked,
  isFiled,
  isOver,
  type Knowledge,
  lateFrom,
  movedAt,
  toldOf,
  versionOf,
} from './knowledge.ts';
import { keyStart, type NoticeName } from './notice-name.ts';
import { deadlineEnd, deadlineName, type OfficeRound } from './office.ts';
import { tells } from './told.ts';

/** A mail that must have left by a moment, told by what would meet it. */
export type Demand = {
  readonly what: string;
  readonly subject: string;
  readonly unit: string;
  /** What it takes of the unit's: its mail of the day, its receipt of the hour, nothing. */
  readonly takes: 'day' | 'hour' | null;
  isMetBy(name: NoticeName, at: number): boolean;
};

const USUAL_STEPS = [-5, -3, -1, 0, 1, 3, 5];
const REPEATED_AFTER = [10, 20, 30];
export const CITIES = ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'] as const;

/** Everything owed at a moment and held by nothing the office did. */
export function demandsOn(known: Knowledge, moment: number): readonly Demand[] {
  return [...known.office.rounds.values()].flatMap((round) =>
    CITIES.flatMap((unit) => [
      ...(round.state === 'Đang mở' ? mailDemands(known, round, unit, moment) : []),
      ...(round.state === 'Chuẩn bị' ? [] : receiptDemands(known, round, unit, moment)),
    ]),
  );
}

function mailDemands(known: Knowledge, round: OfficeRound, unit: string, moment: number): readonly Demand[] {
  const own = isFiled(known, round.id, unit, { sheetReadAt: moment, formReadAt: moment })
    ? [supplement(known, round, unit, moment)]
    : [invitation(round, unit, moment), news(known, round, unit, moment), ladder(known, round, unit, moment)];
  const demands = [...own, returned(known, round, unit, moment)];
  return demands.filter((one) => one !== null).filter((one) => !isHeld(known, one, moment));
}

type Owed = Demand & { readonly kind: string };

function isHeld(known: Knowledge, { kind, subject, unit }: Owed, moment: number): boolean {
  if (awaitsWord(known, subject, unit)) return true;
  const { wrongDay } = known.office;
  // The row that cannot be read may be this round under another name: nobody is invited twice.
  if (wrongDay !== null && wrongDay.unit === null && invitedAt(known, subject, unit) === null) return true;
  return holdReason(known, { key: '', subject, unit, kind, step: '', at: '' }, moment) !== null;
}

/** Everybody is invited once, from the opening on. */
function invitation(round: OfficeRound, unit: string, moment: number): Owed | null {
  if (moment < round.opensAt) return null;
  return owed(round, unit, 'moi', '', (name) => name.kind === 'moi');
}

/** A unit that was invited and knows another deadline than the one that applies is told: of more time at once, of less in its turn. */
function news(known: Knowledge, round: OfficeRound, unit: string, moment: number): Owed | null {
  if (invitedAt(known, round.id, unit) === null) return null;
  const deadline = deadlineFor(known, round, unit);
  const told = deadlineEnd(toldOf(known, round, unit, 'left').deadline);
  if (told === deadlineEnd(deadline)) return null;
  const isGood = told < deadlineEnd(deadline) && !isOver(known, round, unit, moment);
  const at = deadlineName(deadline);
  const demand = owed(round, unit, isGood ? 'gia-han' : 'doi-han', at, (name) => tells(name) && name.at === at);
  return { ...demand, takes: isGood ? null : 'day' };
}

/**
 * The strongest step that is due and fell due after the invitation (and after an extension was granted). A reminder is
 * owed until the deadline, a late notice until the report is there. A stronger mail about the same deadline, or word of
 * the extension sent since the step fell due, meets it too.
 */
function ladder(known: Knowledge, round: OfficeRound, unit: string, moment: number): Owed | null {
  const invited = invitedAt(known, round.id, unit);
  if (invited === null) return null;
  const from = Math.max(invited, movedAt(known, round, unit) ?? invited);
  const deadline = deadlineFor(known, round, unit);
  const isTold = deadlineEnd(toldOf(known, round, unit, 'ledger').deadline) === deadlineEnd(deadline);
  const late = lateFrom(known, round, unit, 'ledger');
  const dueAt = (step: number) => stepDueAt(known.office.special, step > 0 ? late : deadline.day, step);
  const top = stepsOf(inForce(known, round)).findLast(
    (step) => dueAt(step) <= moment && dueAt(step) > from && isTactful(known, round, unit, step),
  );
  if (top === undefined || (top <= 0 ? isOver(known, round, unit, moment) : !isTold)) return null;
  const at = deadlineName(deadline);
  const isMetBy = (name: NoticeName, sentAt: number) =>
    name.at === at &&
    ((['nhac', 'qua-han'].includes(name.kind) && Number(name.step) >= top) ||
      (tells(name) && top <= 0 && sentAt >= dueAt(top)));
  return owed(round, unit, top > 0 ? 'qua-han' : 'nhac', `${top}@${at}`, isMetBy);
}

/** A returned report is told once, until a newer one is there, in time or after the lock. */
function returned(known: Knowledge, round: OfficeRound, unit: string, moment: number): Owed | null {
  const decision = decisionsOn(known, round.id, unit).findLast(({ kind }) => kind === 'Trả lại để bổ sung');
  if (!decision || decision.at > moment) return null;
  const isAnswered = filingsOf(known, round.id, unit).some(
    (one) => one.submittedAt > decision.at && (one.isCodeRight || isAccepted(known, one)),
  );
  if (isAnswered) return null;
  return owed(round, unit, 'tra-lai', String(decision.at), (name, at) => name.kind === 'tra-lai' && at >= decision.at);
}

/** Whoever was asked so often is for the coordinator. */
const MOST_SUPPLEMENTS = 3;

/**
 * A working day after the last version was seen, what is absent is asked for; again only after the day that the mail before
 * had named, a return being such a mail too. Not while a return is open.
 */
function supplement(known: Knowledge, round: OfficeRound, unit: string, moment: number): Owed | null {
  const accepted = filingsOf(known, round.id, unit).filter((one) => isAccepted(known, one) && versionOf(known, one));
  if (!accepted.some((one) => one.isReal) || returned(known, round, unit, moment)) return null;
  if (accepted.some((one) => one.isReal && !one.lacks)) return null;
  const dueAt = supplementDueAt(known, round, unit);
  if (dueAt === null || moment < dueAt) return null;
  return owed(round, unit, 'bo-sung', isoDay(dayOf(dueAt)), ({ kind }, at) => kind === 'bo-sung' && at >= dueAt);
}

/** When a supplement falls due next, if anything lacks; null when none does any more. */
function supplementDueAt(known: Knowledge, round: OfficeRound, unit: string): number | null {
  const seen = filingsOf(known, round.id, unit).flatMap((one) => {
    const seenAt = isAccepted(known, one) ? versionOf(known, one)?.seenAt : undefined;
    return seenAt === undefined ? [] : [{ seenAt, submittedAt: one.submittedAt }];
  });
  const last = seen.toSorted((a, b) => a.submittedAt - b.submittedAt).at(-1);
  const asked = known.told.asked(round.id, unit, 'ledger');
  if (!last || asked.filter(({ kind }) => kind === 'bo-sung').length >= MOST_SUPPLEMENTS) return null;
  const { special } = known.office;
  const after = (day: number) => openingFrom(special, workingDay(special, day, 1), 1);
  return Math.max(after(dayOf(last.seenAt)), ...asked.slice(-1).map(({ by }) => after(by.day)));
}

/** Of the versions whose unit is known the one seen last is confirmed once, at any hour; it speaks for those before it. */
function receiptDemands(known: Knowledge, round: OfficeRound, unit: string, moment: number): readonly Demand[] {
  const counted = filingsOf(known, round.id, unit).flatMap((filing) => {
    const seen = versionOf(known, filing);
    return seen && (filing.isCodeRight || isAccepted(known, filing, moment))
      ? [{ ...seen, at: filing.submittedAt }]
      : [];
  });
  const version = counted.toSorted((a, b) => a.seenAt - b.seenAt || a.at - b.at).at(-1)?.version;
  if (version === undefined) return [];
  const demand = owed(round, unit, 'tiep-nhan', version, (name) => name.kind === 'tiep-nhan' && name.at === version);
  if (!isAsked(known, round.id, unit) || isHeld(known, demand, moment)) return [];
  return [{ ...demand, takes: 'hour' }];
}

function owed(round: OfficeRound, unit: string, kind: string, detail: string, meets: Demand['isMetBy']): Owed {
  return {
    what: `${round.id}/${unit}/${kind}/${detail}`,
    kind,
    subject: round.id,
    unit,
    takes: 'day',
    isMetBy: (name, at) => name.subject === round.id && meets(name, at),
  };
}

/** As the ledger has it: a mail whose answer was lost counts from its repeat. */
function invitedAt({ records }: Knowledge, round: string, unit: string): number | null {
  return records.sentAt(`${keyStart(round, unit)}moi/0@mot-lan`);
}

const TIME_FOR_REMINDERS = 5;
const NOON = 12 * 60;

/** Whoever was given less than a working week is reminded once; nobody on the morning after an afternoon's invitation. */
function isTactful(known: Knowledge, round: OfficeRound, unit: string, step: number): boolean {
  const invited = invitedAt(known, round.id, unit);
  if (step > 0 || invited === null) return true;
  const { special } = known.office;
  const { day } = deadlineFor(known, round, unit);
  const isOnlyOne = day < workingDay(special, dayOf(invited), TIME_FOR_REMINDERS);
  if (isOnlyOne && step !== stepsOf(inForce(known, round)).findLast((one) => one <= 0)) return false;
  return minuteOf(invited) < NOON || stepDueAt(special, day, step) > openingFrom(special, dayOf(invited) + 1, 1);
}

/** Reminders, and the first two steps after the deadline; the third is the leadership's. The last is repeated. */
function stepsOf(round: OfficeRound): readonly number[] {
  const steps = [...(round.steps ?? USUAL_STEPS)].sort((a, b) => a - b);
  const late = steps.filter((step) => step > 0).slice(0, 2);
  const last = late.at(-1);
  const again = last === undefined ? [] : REPEATED_AFTER.map((days) => last + days);
  return [...steps.filter((step) => step <= 0), ...late, ...again];
}

/** A reminder that would fall on a day without mail goes on the day before, a late notice on the day after. */
export function stepDueAt(special: SpecialDays, lastDay: number, step: number): number {
  return openingFrom(special, workingDay(special, lastDay, step), step > 0 ? 1 : -1);
}

/**
 * Whether the step of a reminder or late notice about the deadline that applies has come, or the day after which more may be
 * asked for.
 */
export function isDueNow(known: Knowledge, { subject, unit, kind, step, at }: NoticeName, moment: number): boolean {
  const round = known.office.rounds.get(subject);
  if (!round) return false;
  if (kind === 'bo-sung') return moment >= (supplementDueAt(known, round, unit) ?? Number.POSITIVE_INFINITY);
  const deadline = deadlineFor(known, round, unit);
  const last = Number(step) > 0 ? lateFrom(known, round, unit, 'left') : deadline.day;
  if (deadlineName(deadline) !== at || !isTactful(known, round, unit, Number(step))) return false;
  return stepDueAt(known.office.special, last, Number(step)) <= moment;
}
