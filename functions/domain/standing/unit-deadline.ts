import { Temporal } from 'temporal-polyfill';
import { lastMoment } from '../../../sheets-schema/columns/date.ts';
import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { type Deadline, deadlineInWords, deadlineKey, deadlineOf } from '../time/deadline.ts';
import { type DecisionBook, onlyGivesTime } from './decision-book.ts';
import type { UnitStatus } from './unit-status.ts';

type UnitDeadline = Pick<UnitStatus, 'strict' | 'effective' | 'explained' | 'extension' | 'announced' | 'joinedAt'>;

/** What is asked about a round: as its row says, or as the change log has it. */
export type RoundRecord = Pick<Round, 'id' | 'strictDeadline' | 'effectiveDeadline' | 'deadlineText' | 'locksOn'>;

/** A decision with the deadline that it names. */
type Given = { readonly decision: Decision; readonly deadline: Deadline };

/**
 * The deadline in force of a unit: what was approved for the round, moved by decisions alone. *Gia hạn* only ever gives
 * more time; *Đồng ý thay đổi* is the express word for any other day. A unit's own extension lasts beside what becomes of
 * the round's; what was agreed for it alone lasts until the round's deadline moves. A unit that joined has its own.
 */
export function unitDeadline(round: RoundRecord, unit: string, decisions: DecisionBook): UnitDeadline {
  const strict = deadlineOf(round.strictDeadline);
  const adjusted = round.effectiveDeadline && deadlineOf(round.effectiveDeadline);
  const given = givenTo(round, unit, decisions);
  const effective = foldDeadlines(adjusted ?? strict, given);
  const last = given.findLast(({ deadline }) => deadlineKey(deadline) === deadlineKey(effective));
  const former = given.slice(0, last && given.indexOf(last));
  const before = foldDeadlines(adjusted ?? strict, former);
  const extension = last ? { at: last.decision.at, deadline: effective, before, reason: last.decision.reason } : null;
  const explained = [
    `Văn bản ghi "${round.deadlineText}": ${deadlineInWords(strict)}`,
    ...(adjusted ? [`điều phối viên ấn định ${deadlineInWords(adjusted)}`] : []),
    ...(given.length > 0 ? [givenWords(given)] : []),
    ...(round.locksOn ? [`khóa sau ngày ${formatDate(laterDay(round.locksOn, effective.lastDay))}`] : []),
  ];
  const announced = announcements(round, unit, decisions).map(({ at, on }) => ({
    at: on,
    deadline: foldDeadlines(
      adjusted ?? strict,
      given.filter(({ decision }) => Temporal.Instant.compare(decision.at, at) <= 0),
    ),
  }));
  const joined = given.findLast(({ decision }) => decision.decision === 'Bổ sung đơn vị')?.decision.at ?? null;
  return { strict, effective, extension, announced, joinedAt: joined, explained: explained.join('; ') };
}

/** What applies to the whole round, units with a deadline of their own excepted. */
export function roundDeadline(round: Round, decisions: Pick<DecisionBook, 'deadlines'>): Deadline {
  const approved = deadlineOf(round.effectiveDeadline ?? round.strictDeadline);
  return foldDeadlines(
    approved,
    givenTo(round, null, decisions).filter(({ decision }) => decision.unit === null),
  );
}

/** *Đã báo bằng văn bản*: what was in force when it was recorded is what the document of that day told. */
function announcements(round: RoundRecord, unit: string, decisions: DecisionBook) {
  return decisions
    .all(round.id, ['Đã báo bằng văn bản'])
    .filter((decision) => decision.unit === null || decision.unit === unit)
    .flatMap((decision) => {
      const day = documentDay(decision);
      return day ? [{ at: decision.at, on: startOfDay(day) }] : [];
    });
}

/**
 * The day in `số, ký hiệu; ngày`; null where it names none, or one after that of the decision: such a document can neither
 * have told nor have come.
 */
export function documentDay({ value, at }: Pick<Decision, 'value' | 'at'>): Temporal.PlainDate | null {
  const day = parseVietnameseDate((value ?? '').split(';')[1] ?? '');
  return day && Temporal.PlainDate.compare(day, localDay(at)) <= 0 ? day : null;
}

function givenTo(
  round: RoundRecord,
  unit: string | null,
  decisions: Pick<DecisionBook, 'deadlines'>,
): readonly Given[] {
  return decisions
    .deadlines(round.id)
    .filter((decision) => decision.unit === null || decision.unit === unit)
    .flatMap((decision) => {
      const deadline = extensionOf(decision);
      return deadline ? [{ decision, deadline }] : [];
    });
}

/**
 * By what a report that came at a moment is judged in time: what applied to the unit then, or what applies now where that
 * is later. A deadline that moves to an earlier day makes nobody late who was in time.
 */
export function judgedBy(effective: Deadline, ...then: Parameters<typeof deadlineBefore>): Deadline {
  return later(effective, deadlineBefore(...then));
}

/** What applied to a unit before a moment. */
export function deadlineBefore(
  round: RoundRecord,
  unit: string,
  decisions: DecisionBook,
  at: Temporal.Instant,
): Deadline {
  const given = givenTo(round, unit, decisions).filter(({ decision }) => Temporal.Instant.compare(decision.at, at) < 0);
  return foldDeadlines(deadlineOf(round.effectiveDeadline ?? round.strictDeadline), given);
}

function foldDeadlines(approved: Deadline, given: readonly Given[]): Deadline {
  let ofRound = approved;
  let agreed: Deadline | null = null;
  let granted: Deadline | null = null;
  for (const { decision, deadline } of given) {
    if (decision.unit === null) {
      ofRound = onlyGivesTime(decision) ? later(ofRound, deadline) : deadline;
      agreed = null;
    } else if (onlyGivesTime(decision)) granted = later(granted ?? deadline, deadline);
    else [agreed, granted] = [deadline, null];
  }
  const own = agreed ?? ofRound;
  return granted ? later(own, granted) : own;
}

function later(a: Deadline, b: Deadline): Deadline {
  return Temporal.Instant.compare(a.before, b.before) < 0 ? b : a;
}

/** Further ahead than this nobody means a deadline: a mistyped year. */
const MOST_DAYS_AHEAD = 400;

/** The deadline that a decision names; null when its value is no day, or one that nobody means. */
export function extensionOf({ value, at }: Pick<Decision, 'value' | 'at'>): Deadline | null {
  const read = lastMoment.codec.safeParse(value ?? '');
  if (!read.success) return null;
  const days = localDay(at).until(read.data.day).total('days');
  return days <= MOST_DAYS_AHEAD ? deadlineOf(read.data) : null;
}

/** `được gia hạn đến hết ngày 05/11/2025, rồi đến hết ngày 10/11/2025 (bão số 12)`. */
function givenWords(given: readonly Given[]): string {
  const words = given.map(({ decision, deadline }, index) => {
    const isSame = index > 0 && given[index - 1]?.decision.decision === decision.decision;
    const verb = isSame ? '' : `${verbs[decision.decision] ?? ''} `;
    return `${index > 0 ? 'rồi ' : ''}${verb}${verb === '' ? 'đến ' : ''}${deadlineInWords(deadline)}`;
  });
  const reason = given.at(-1)?.decision.reason;
  return `${words.join(', ')}${reason ? ` (${reason})` : ''}`;
}

const verbs: Partial<Record<Decision['decision'], string>> = {
  'Gia hạn': 'được gia hạn đến',
  'Đồng ý thay đổi': 'đổi thành',
  'Bổ sung đơn vị': 'được bổ sung vào kỳ với hạn',
};

function laterDay(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}
