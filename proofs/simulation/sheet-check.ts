import { submissionTime } from './model-responses.ts';
import type { OracleFinding } from './oracle.ts';
import type { World } from './world.ts';

/** When all is over: every version is in the log once, and every notice that was begun has an end. */
export function checkSheet({ knowledge, filings, agenda }: World): readonly OracleFinding[] {
  const finding = (offence: OracleFinding['offence'], what: string): OracleFinding => ({
    offence,
    what,
    at: agenda.now(),
    run: 0,
  });
  const counts = new Map<string, number>();
  for (const { responseId, submitted } of knowledge.records.versions()) {
    const name = `${responseId} ${submitted}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const latest = new Map(filings.map((filing) => [filing.responseId, filing]));
  const lost = [...latest.values()].filter(
    ({ responseId, submittedAt }) => !counts.has(`${responseId} ${submissionTime(submittedAt)}`),
  );
  const doubled = [...counts].filter(([, count]) => count > 1);
  const open = [...knowledge.records.states()].filter(([, state]) => state === 'đang gửi' || state === 'gửi lại sau');
  return [
    ...lost.map(({ responseId }) => finding('lost report', responseId)),
    ...doubled.map(([name]) => finding('doubled report', name)),
    ...open.map(([key, state]) => finding('left open', `${key}: ${state}`)),
  ];
}
