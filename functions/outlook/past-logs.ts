import { MORE_TIME } from '../domain/links/form-links.ts';
import type { PastLogs } from '../domain/notices/past-day.ts';
import { decodeFacts } from '../domain/reading/examine-answer.ts';
import { unitCodeOf } from '../domain/standing/expected-units.ts';
import { asksForTime } from '../domain/standing/extension-requests.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** The logs as a proof about a past day needs them; of people's tabs only which code a unit's name means. */
export function pastLogs({ logs, earlier, people }: Pick<Snapshot, 'logs' | 'earlier' | 'people'>): PastLogs {
  const saying = new Map<string, boolean>();
  const asking = new Map<string, string>();
  for (const { version, question, facts, excerpt } of [...earlier.answers.rows, ...logs.answers.rows]) {
    const read = facts === null ? null : decodeFacts(facts);
    if (question === MORE_TIME) {
      if (read && asksForTime(read)) asking.set(version, excerpt ?? '');
      continue;
    }
    const { class: said } = read ?? {};
    // That there is nothing to tell is an answer to some questions, and none to others.
    if (said === 'text') saying.set(version, true);
    if (said === 'negative' && !saying.has(version)) saying.set(version, false);
  }
  const reports = [...earlier.reports.rows, ...logs.reports.rows].map((report) => ({
    ...report,
    claimedUnit: report.claimedUnit && unitCodeOf(report.claimedUnit, people.units.rows),
  }));
  const ledger = [...earlier.ledger.rows, ...logs.ledger.rows];
  return { ledger, changes: logs.changes.rows, reports, saying, asking };
}
