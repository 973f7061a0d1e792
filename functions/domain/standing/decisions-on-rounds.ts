import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Decision, DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { completes } from './decision-problems.ts';

/** A round as far as it stands for a task of the register. */
export type RoundOfTask = Pick<Round, 'id' | 'task' | 'state'>;

const DONE: DecisionKind = 'Hoàn thành nhiệm vụ';
const RECEIVED: DecisionKind = 'Đã nhận văn bản chính thức';

/**
 * What decisions on the task of a round are on the round itself: whoever decides about the one means the other. Of several
 * rounds with the task it is the open one, else the last.
 */
export function onRounds(decisions: readonly Decision[], rounds: readonly RoundOfTask[]): readonly Decision[] {
  const ids = new Set(rounds.map(({ id }) => id));
  const byTask = new Map<string, string>();
  for (const { id, task, state } of rounds) if (state !== 'Đang mở') byTask.set(task, id);
  for (const { id, task, state } of rounds) if (state === 'Đang mở') byTask.set(task, id);
  return decisions.flatMap((decision) => {
    const subject = ids.has(decision.subject) ? undefined : byTask.get(decision.subject);
    return subject === undefined || isIdle(decision) ? [] : [onRound(decision, subject)];
  });
}

/** What completes no task completes no report either. */
function isIdle(decision: Decision): boolean {
  return decision.decision === DONE && !completes(decision);
}

/** A report that a coordinator says is done has been received, by the day that was named. */
function onRound(decision: Decision, subject: string): Decision {
  if (decision.decision === DONE) {
    const day = decision.value ?? formatDate(localDay(decision.at));
    return { ...decision, subject, decision: RECEIVED, value: `ghi nhận theo quyết định; ${day}` };
  }
  const isOfDone = decision.decision === 'Rút lại' && fold(decision.value ?? '') === fold(DONE);
  return { ...decision, subject, ...(isOfDone && { value: RECEIVED }) };
}
