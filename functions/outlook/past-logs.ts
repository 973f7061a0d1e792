import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { saysSomething } from '../domain/judging/valid-content.ts';
import type { PastLogs } from '../domain/notices/past-day.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { type Outlook, setAside } from './outlook.ts';

/** The logs as a proof about a past day needs them. */
export function pastLogs(
  { logs, people }: Pick<Snapshot, 'logs' | 'people'>,
  outlook: Pick<Outlook, 'standing'>,
): PastLogs {
  return {
    ledger: logs.ledger.rows,
    changes: logs.changes.rows,
    reports: outlook.standing.reports,
    realVersions: realVersions(outlook.standing, people.outline.rows),
    setAside: setAside(outlook.standing.misfits),
  };
}

/** Versions that make a report of their answers, as the filing of a unit is judged. */
function realVersions(
  { reports, answers }: Outlook['standing'],
  outline: readonly OutlineQuestion[],
): ReadonlySet<string> {
  const questions = new Map(outline.map((question) => [`${question.version}/${question.question}`, question]));
  const real = reports.filter(({ version, outlineVersion }) =>
    (answers.get(version) ?? []).some((answer) => {
      const question = questions.get(`${outlineVersion}/${answer.question}`);
      return question !== undefined && saysSomething(question, answer.facts);
    }),
  );
  return new Set(real.map(({ version }) => version));
}
