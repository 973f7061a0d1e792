import { invalidArgument } from '../../google-error.ts';
import { requestedArea } from '../area.ts';
import { type Change, editSheet, sheetOf } from '../change.ts';
import { refuseCondition } from '../condition.ts';
import type { ConditionalFormatRule } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';

type AddRule = { rule?: ConditionalFormatRule; index?: number };

/** Rules have no ids: they are known by their place, and the same rule sent twice stands there twice. */
export function addConditionalFormatRule(change: Change, { rule, index = 0 }: AddRule): undefined {
  const sheet = editSheet(change, checkedSheetId(change, rule));
  if (index < 0 || index > sheet.conditionalFormats.length) throw noRule(index);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 0, rule as ConditionalFormatRule);
}

/** All ranges of a rule are on one sheet. */
function checkedSheetId(change: Change, rule: ConditionalFormatRule | undefined): number {
  const [first, ...others] = rule?.ranges ?? [];
  if (!first) throw invalidArgument('rule.ranges must be specified.');
  for (const range of [first, ...others]) requestedArea(change, range);
  const sheetId = first.sheetId ?? 0;
  if (others.some((range) => (range.sheetId ?? 0) !== sheetId)) {
    throw invalidArgument('All ranges of a conditional format rule must be on the same sheet.');
  }
  const { booleanRule, gradientRule } = rule as { booleanRule?: { condition?: object }; gradientRule?: object };
  if (!booleanRule && !gradientRule) throw invalidArgument('rule must have a booleanRule or a gradientRule.');
  if (booleanRule) refuseCondition(booleanRule.condition);
  return sheetId;
}

const noRule = (index: number): EditorRefusal => new EditorRefusal(`No conditional format on sheet at index: ${index}`);

type UpdateRule = { index?: number; sheetId?: number; rule?: ConditionalFormatRule; newIndex?: number };

export function updateConditionalFormatRule(change: Change, request: UpdateRule): object {
  const { index = 0, rule, newIndex } = request;
  const sheetId = rule ? checkedSheetId(change, rule) : sheetOf(change.draft, request.sheetId).properties.sheetId;
  const sheet = editSheet(change, sheetId);
  const oldRule = sheet.conditionalFormats[index];
  if (!oldRule) throw noRule(index);
  const newRule = rule ?? oldRule;
  const others = sheet.conditionalFormats.toSpliced(index, 1);
  const place = rule ? index : (newIndex ?? 0);
  if (place < 0 || place > others.length) throw noRule(place);
  sheet.conditionalFormats = others.toSpliced(place, 0, newRule);
  return { oldRule, oldIndex: index, newRule, newIndex: place };
}

type DeleteRule = { index?: number; sheetId?: number };

export function deleteConditionalFormatRule(change: Change, { index = 0, sheetId }: DeleteRule): object {
  const sheet = editSheet(change, sheetOf(change.draft, sheetId).properties.sheetId);
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw noRule(index);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1);
  return { rule };
}
