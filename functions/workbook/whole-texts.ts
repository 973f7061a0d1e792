import { parseTab } from '../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../sheets-schema/schema-version.ts';
import { type AnswerRow, answers } from '../../sheets-schema/tabs/logs.ts';
import type { RowRange, Workbook } from '../ports.ts';

/** Rows of `Nội dung` with their long texts, read only where a document is made of them: a run knows the rows without. */
export async function readWholeTexts(
  workbook: Workbook,
  rows: readonly RowRange[],
  { sheetId }: { readonly sheetId: number } = answers,
): Promise<readonly AnswerRow[]> {
  if (rows.length === 0) return [];
  const outcome = await workbook.read([{ sheetId, columns: null, rows }]);
  return outcome.kind === 'read' ? parseTab(answers, outcome.grids.get(sheetId) ?? [], ANY_VERSION).rows : [];
}
