import type { Grid } from '../../sheets-schema/cell.ts';
import { findings, mailPlan, matrix, overview, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import type { Office } from '../../test/support/office.ts';

/**
 * Ids are random, a mail that was held went out minutes later, and a digest counts what could be read that morning;
 * everything else must be the same.
 */
function settled(cell: unknown, ids: readonly string[]): unknown {
  if (typeof cell !== 'string') return cell;
  const known = ids.reduce((text, id) => text.replaceAll(id, 'ID'), cell);
  return known
    .replace(/BC-([A-Z]+)-[0-9A-Z]{8}/g, 'BC-$1')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://here')
    .replace(/gửi \d\d:\d\d ngày/, 'gửi ngày')
    .replace(/^(\[Bản tin [\d/]+\]).*/, '$1');
}

function rowsOf(grid: Grid, ids: readonly string[]): readonly string[] {
  return grid.map((row) => JSON.stringify(row.map((cell) => settled(cell, ids)))).toSorted();
}

/** What people see at the end of the days, whatever order they gave their rows: projections, and mails by recipient. */
export async function outcomeOf(office: Office) {
  const { spreadsheetId, formId, responderUri } = office.workspace.provisioned;
  const ids = [spreadsheetId, formId, responderUri];
  const tabs = [overview, tracking, matrix, progress, mailPlan, findings];
  const projections = await Promise.all(
    tabs.map(async (tab) => [tab.title, rowsOf(await office.cellsOf(tab), ids)] as const),
  );
  const mails = (await office.mails()).map(
    ({ envelope, subject }) => `${envelope.to.join()}: ${settled(subject, ids)}`,
  );
  return { projections: Object.fromEntries(projections), mails: mails.toSorted() };
}
