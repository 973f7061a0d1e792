import { type Area, closed } from '../../sheets/area.ts';
import type { BooleanCondition, CellFormat, Sheet } from '../../sheets/model.ts';
import { type Look, lookOf } from './colours.ts';

/** A cell as the rules of a tab see it: its text as shown, and its number if it has one. */
export type Judged = { row: number; column: number; text: string; number: number | undefined };

type Rule = { areas: readonly Area[]; condition: BooleanCondition; look: Look };

/** What the conditional formats of a tab give a cell; of two rules about one trait the earlier one wins. */
export function conditionalLooks(sheet: Sheet): (cell: Judged) => Look {
  const rules = sheet.conditionalFormats.flatMap(({ ranges = [], booleanRule }): Rule[] => {
    const { condition, format } = (booleanRule ?? {}) as { condition?: BooleanCondition; format?: CellFormat };
    return condition ? [{ areas: ranges.map((range) => closed(range, sheet)), condition, look: lookOf(format) }] : [];
  });
  return (cell) => {
    const fitting = rules.filter(
      ({ areas, condition }) => areas.some((area) => isIn(area, cell)) && holds(condition, cell),
    );
    return Object.assign({}, ...fitting.map(({ look }) => look).reverse());
  };
}

const isIn = (area: Area, { row, column }: Judged) =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;

type Test = (cell: Judged, wanted: string, bounds: readonly number[]) => boolean;
const numeric =
  (test: (number: number, low: number, high: number) => boolean): Test =>
  ({ number }, _, [low = Number.NaN, high = Number.NaN]) =>
    number !== undefined && test(number, low, high);

/** Texts are compared without regard to case. A kind that is not listed, a formula for instance, colours nothing. */
const tests: Readonly<Record<string, Test>> = {
  BLANK: ({ text }) => text === '',
  NOT_BLANK: ({ text }) => text !== '',
  TEXT_CONTAINS: ({ text }, wanted) => text.toLowerCase().includes(wanted),
  TEXT_NOT_CONTAINS: ({ text }, wanted) => !text.toLowerCase().includes(wanted),
  TEXT_STARTS_WITH: ({ text }, wanted) => text.toLowerCase().startsWith(wanted),
  TEXT_ENDS_WITH: ({ text }, wanted) => text.toLowerCase().endsWith(wanted),
  TEXT_EQ: ({ text }, wanted) => text.toLowerCase() === wanted,
  NUMBER_GREATER: numeric((number, low) => number > low),
  NUMBER_GREATER_THAN_EQ: numeric((number, low) => number >= low),
  NUMBER_LESS: numeric((number, low) => number < low),
  NUMBER_LESS_THAN_EQ: numeric((number, low) => number <= low),
  NUMBER_EQ: numeric((number, low) => number === low),
  NUMBER_NOT_EQ: numeric((number, low) => number !== low),
  NUMBER_BETWEEN: numeric((number, low, high) => number >= low && number <= high),
  NUMBER_NOT_BETWEEN: numeric((number, low, high) => number < low || number > high),
};

/** Whether a cell meets a condition. */
export function holds({ type = '', values = [] }: BooleanCondition, cell: Judged): boolean {
  const texts = values.map(({ userEnteredValue = '' }) => userEnteredValue.toLowerCase());
  return tests[type]?.(cell, texts[0] ?? '', texts.map(Number)) ?? false;
}
