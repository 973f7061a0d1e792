import { parseTab } from '../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../sheets-schema/schema-version.ts';
import { type AnswerRow, answers } from '../../sheets-schema/tabs/logs.ts';
import type { RowRange, WantedTexts, Workbook } from '../ports.ts';
import { linesIn } from './read-sealed.ts';

/**
 * Rows of `Nội dung` with their long texts, read only where a document is made of them: a run knows the rows without. Rows
 * that do not stand where they were looked for are looked for in the whole tab: where this run's own were appended is not
 * known, and people may have moved some since.
 */
export async function readWholeTexts(
  workbook: Workbook,
  { lines, versions }: WantedTexts,
  { sheetId }: { readonly sheetId: number } = answers,
): Promise<readonly AnswerRow[]> {
  if (lines.length === 0) return [];
  const read = async (rows?: readonly RowRange[]) => {
    const outcome = await workbook.read([{ sheetId, columns: null, ...(rows && { rows }) }]);
    const all = outcome.kind === 'read' ? parseTab(answers, outcome.grids.get(sheetId) ?? [], ANY_VERSION).rows : [];
    return all.filter(({ version }) => versions.has(version));
  };
  const found = await read(lines);
  return found.length < linesIn(lines) ? read() : found;
}
