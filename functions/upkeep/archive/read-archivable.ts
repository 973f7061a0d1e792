import type { Grid } from '../../../sheets-schema/cell.ts';
import { isHeaded, type ParsedRow, parseTab } from '../../../sheets-schema/parse-tab.ts';
import { answers, type ChangeRow, changes, type Report, reports } from '../../../sheets-schema/tabs/logs.ts';
import { type Round, rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { sealedAnswers, sealedReports } from '../../../sheets-schema/tabs/sealed.ts';
import { system } from '../../../sheets-schema/tabs/system.ts';
import type { Workbook } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { type Bookkeeping, readBookkeeping } from '../../workbook/bookkeeping.ts';
import { assertCurrent } from '../../workbook/schema-gate.ts';

/** With the tab it stands in: a round that was put away has its rows in one of its own. */
export type Answer = ParsedRow<typeof answers> & { readonly tab: number };

/** What an archive is planned from: whole answers, and whose they are. */
export type Archivable = {
  readonly bookkeeping: Bookkeeping;
  readonly rounds: readonly Round[];
  readonly reports: readonly Report[];
  readonly answers: readonly Answer[];
  readonly changes: readonly ChangeRow[];
};

const tabs = [system, rounds, reports, sealedReports, answers, sealedAnswers, changes] as const;

/** One call. @throws workbook.newer, workbook.older; workbook.unprovisioned when a tab is gone or a log is not headed as declared */
export async function readArchivable(workbook: Workbook): Promise<Archivable> {
  const ranges = tabs.map(({ sheetId, owner, columns }) => ({
    sheetId,
    columns: owner === 'people' ? null : Object.keys(columns).length,
  }));
  const outcome = await workbook.read(ranges);
  if (outcome.kind !== 'read') {
    throw problem('workbook.unprovisioned', [`one of the tabs ${tabs.map(({ title }) => `"${title}"`).join(', ')}`]);
  }
  const gridOf = ({ sheetId }: { readonly sheetId: number }): Grid => outcome.grids.get(sheetId) ?? [];
  const bookkeeping = readBookkeeping(gridOf(system));
  if (!bookkeeping) throw problem('workbook.unprovisioned', [`the tab "${system.title}"`]);
  assertCurrent(bookkeeping);
  for (const log of [answers, changes]) {
    if (!isHeaded(log, gridOf(log)[0] ?? []))
      throw problem('workbook.unprovisioned', [`the first row of the tab "${log.title}"`]);
  }
  return {
    bookkeeping,
    rounds: parseTab(rounds, gridOf(rounds), bookkeeping.schema.people).rows,
    reports: [reports, sealedReports].flatMap((tab) => parseTab(tab, gridOf(tab)).rows),
    answers: [answers, sealedAnswers].flatMap((tab) =>
      parseTab(tab, gridOf(tab)).rows.map((row) => ({ ...row, tab: tab.sheetId })),
    ),
    changes: parseTab(changes, gridOf(changes)).rows,
  };
}
