import { Temporal } from 'temporal-polyfill';
import { lastMoment } from '../../../sheets-schema/columns/date.ts';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { type Deadline, deadlineInWords, deadlineOf } from '../time/deadline.ts';
import type { DecisionBook } from './decision-book.ts';
import type { UnitStatus } from './unit-status.ts';

type UnitDeadline = Pick<UnitStatus, 'strict' | 'effective' | 'explained' | 'extension'>;

/** An extension for the unit beats the round's adjusted deadline, which beats the letter. */
export function unitDeadline(round: Round, unit: string, decisions: DecisionBook): UnitDeadline {
  const strict = deadlineOf(round.strictDeadline);
  const adjusted = round.effectiveDeadline && deadlineOf(round.effectiveDeadline);
  const decided = decisions.all(round.id, ['Gia hạn']).filter((one) => one.unit === null || one.unit === unit);
  const [last, former] = decided.toReversed();
  const deadline = last && extensionOf(last);
  const before = (former && extensionOf(former)) ?? adjusted ?? strict;
  const extension = last && deadline ? { at: last.at, deadline, before, reason: last.reason } : null;
  const effective = deadline ?? adjusted ?? strict;
  const explained = [
    `Văn bản ghi "${round.deadlineText}": ${deadlineInWords(strict)}`,
    ...(adjusted ? [`điều phối viên ấn định ${deadlineInWords(adjusted)}`] : []),
    ...(extension ? [grantedWords(decided)] : []),
    ...(round.locksOn ? [`khóa sau ngày ${formatDate(laterDay(round.locksOn, effective.lastDay))}`] : []),
  ];
  return { strict, effective, extension, explained: explained.join('; ') };
}

/** The new deadline a *Gia hạn* names; null when its value is no day. */
export function extensionOf(decision: Decision): Deadline | null {
  const read = lastMoment.codec.safeParse(decision.value ?? '');
  return read.success ? deadlineOf(read.data) : null;
}

/** `được gia hạn đến hết ngày 05/11/2025, rồi đến hết ngày 10/11/2025 (bão số 12)`. */
function grantedWords(decided: readonly Decision[]): string {
  const deadlines = decided.flatMap((one) => extensionOf(one) ?? []).map(deadlineInWords);
  const reason = decided.at(-1)?.reason;
  return `được gia hạn đến ${deadlines.join(', rồi đến ')}${reason ? ` (${reason})` : ''}`;
}

function laterDay(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}
