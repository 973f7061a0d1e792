import { type Change, editRow, editSheet } from './change.ts';
import type { Cell, DataValidationRule, Row, Sheet } from './model.ts';

/** The new text of a formula that stands on a sheet; the same text when nothing in it changed. */
export type RewriteFormula = (formula: string, sheet: Sheet) => string;

/** Applies a rewrite to the formulas of all cells and of all rules of validation, as the editor does by itself. */
export function rewriteReferences(change: Change, rewrite: RewriteFormula): void {
  for (const { properties } of [...change.draft.sheets]) rewriteOn(change, properties.sheetId, rewrite);
}

function rewriteOn(change: Change, sheetId: number, rewrite: RewriteFormula): void {
  const sheet = change.draft.sheets.find(({ properties }) => properties.sheetId === sheetId);
  // Many cells share one rule: it is rewritten once and stays shared.
  const rules = new Map<DataValidationRule, DataValidationRule>();
  sheet?.rows.forEach((row, index) => {
    if (!row || !mayRefer(row, change.draft.stamp)) return;
    row.cells.forEach((cell, column) => {
      const after = cell && rewrittenCell(cell, (formula) => rewrite(formula, sheet), rules);
      if (after !== cell) editRow(editSheet(change, sheetId), index)[column] = after;
    });
  });
}

/** Whether a row holds formulas: found out once of each row that no change writes to any more, for most hold none. */
const holdsFormulas = new WeakMap<Row, boolean>();

function mayRefer(row: Row, draft: number): boolean {
  if (row.stamp === draft) return true;
  const known = holdsFormulas.get(row);
  if (known !== undefined) return known;
  const holds = row.cells.some((cell) => cell !== undefined && hasFormula(cell));
  holdsFormulas.set(row, holds);
  return holds;
}

function hasFormula({ userEnteredValue, dataValidation }: Cell): boolean {
  const values = dataValidation?.condition?.values ?? [];
  return userEnteredValue?.formulaValue !== undefined || values.some((value) => isFormula(value.userEnteredValue));
}

const isFormula = (text: string | undefined) => text?.startsWith('=') === true;

type Rules = Map<DataValidationRule, DataValidationRule>;

function rewrittenCell(cell: Cell, rewrite: (formula: string) => string, rules: Rules): Cell {
  const { userEnteredValue: value, dataValidation: rule } = cell;
  const formula = value?.formulaValue;
  const after = formula === undefined ? undefined : rewrite(formula);
  const rewritten = rule && rewrittenRule(rule, rewrite, rules);
  if (after === formula && rewritten === rule) return cell;
  return {
    ...cell,
    ...(after !== undefined && { userEnteredValue: { formulaValue: after } }),
    ...(rewritten && { dataValidation: rewritten }),
  };
}

function rewrittenRule(
  rule: DataValidationRule,
  rewrite: (formula: string) => string,
  rules: Rules,
): DataValidationRule {
  const known = rules.get(rule);
  if (known) return known;
  const values = rule.condition?.values ?? [];
  const after = values.map((value) =>
    isFormula(value.userEnteredValue) ? { ...value, userEnteredValue: rewrite(value.userEnteredValue ?? '') } : value,
  );
  const isSame = after.every((value, index) => value.userEnteredValue === values[index]?.userEnteredValue);
  const result = isSame ? rule : { ...rule, condition: { ...rule.condition, values: after } };
  rules.set(rule, result);
  return result;
}
