import type { DataValidationRule, Spreadsheet } from '../../sheets/model.ts';
import { resolveA1 } from '../../sheets/resolve.ts';
import { shownText } from './shown-text.ts';

/** What a cell's rule offers: a tick box, or a list that is `strict` or only suggests. */
export type Choices = { kind: 'tick' } | { kind: 'list'; isStrict: boolean; values: readonly string[] };

export function choicesOf(book: Spreadsheet, { condition, strict = false }: DataValidationRule): Choices | undefined {
  const texts = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  if (condition?.type === 'BOOLEAN') return { kind: 'tick' };
  if (condition?.type === 'ONE_OF_LIST') return { kind: 'list', isStrict: strict, values: texts };
  if (condition?.type !== 'ONE_OF_RANGE') return undefined;
  return { kind: 'list', isStrict: strict, values: textsIn(book, texts[0] ?? '') };
}

/** What stands in the range a rule names, once each. */
function textsIn(book: Spreadsheet, formula: string): string[] {
  const { sheet, area } = resolveA1(book, formula.replace(/^=/, '').replaceAll('$', ''), { clipsEnd: true });
  const texts = new Set<string>();
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      texts.add(shownText(book, sheet, row, column).text);
    }
  }
  texts.delete('');
  return [...texts];
}
