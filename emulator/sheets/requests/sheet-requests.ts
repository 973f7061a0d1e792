import { invalidArgument } from '../../google-error.ts';
import { wholeSheet } from '../area.ts';
import { type Change, editMetadata, editSheet, findSheet, sheetOf } from '../change.ts';
import { editDimension } from '../edit-dimension.ts';
import { emptySheet } from '../empty-sheet.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import { refuseTooManyCells } from '../grid-size.ts';
import type { GridProperties, Sheet, SheetProperties } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { afterRename } from '../reference-text.ts';
import { EditorRefusal } from '../refusal.ts';
import { rewriteReferences } from '../rewrite-references.ts';
import { newNumber } from './new-number.ts';

type PropertiesRequest = { properties?: Partial<SheetProperties>; fields?: string };

export function addSheet(change: Change, { properties = {} }: PropertiesRequest): object {
  const { sheets, stamp } = change.draft;
  const sheetId = freeSheetId(change, properties.sheetId);
  const title = properties.title || freeTitle(change);
  refuseTitle(change, title);
  const gridProperties = { rowCount: 1000, columnCount: 26, ...withoutZero(properties.gridProperties) };
  const index = Math.min(properties.index ?? sheets.length, sheets.length);
  const complete: SheetProperties = { ...properties, sheetId, title, index, sheetType: 'GRID', gridProperties };
  sheets.splice(index, 0, emptySheet(complete, stamp));
  refuseTooManyCells(change);
  return { properties: complete };
}

function withoutZero(grid: Partial<GridProperties> = {}): Partial<GridProperties> {
  return Object.fromEntries(Object.entries(grid).filter(([, value]) => value !== 0));
}

/** The sentence for an id in use is not known. */
function freeSheetId(change: Change, wanted: number | undefined): number {
  const isTaken = (id: number) => findSheet(change.draft, id) !== undefined;
  if (wanted === undefined) return newNumber(change, isTaken);
  if (wanted < 0) throw invalidArgument(`Sheet id must be positive: ${wanted}`);
  if (isTaken(wanted)) throw new EditorRefusal(`A sheet with the id ${wanted} already exists.`);
  return wanted;
}

function freeTitle(change: Change): string {
  let number = change.draft.sheets.length + 1;
  while (isTitleTaken(change, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/**
 * Whether titles that differ in case only are the same is not known over the API: they are here, unless switch
 * `sheets.titles-case-sensitive` is on.
 */
function isTitleTaken(change: Change, title: string, own?: number): boolean {
  const isSensitive = change.context.switches.get('sheets.titles-case-sensitive') === true;
  const folded = (text: string) => (isSensitive ? text : text.toLowerCase());
  return change.draft.sheets.some(
    ({ properties }) => properties.sheetId !== own && folded(properties.title) === folded(title),
  );
}

function refuseTitle(change: Change, title: string, own?: number): void {
  if (isTitleTaken(change, title, own)) {
    throw new EditorRefusal(
      `A sheet with the name "${title}" already exists. Please enter another name.`,
      `Đã tồn tại một trang tính có tên "${title}". Vui lòng nhập tên khác.`,
    );
  }
  if (title.length > 100) throw new EditorRefusal('The sheet name cannot be greater than 100 characters.');
}

export function deleteSheet(change: Change, { sheetId = 0 }: { sheetId?: number }): undefined {
  const { draft } = change;
  const sheet = findSheet(draft, sheetId);
  if (!sheet) throw new EditorRefusal(`No sheet with id: ${sheetId}`);
  refuseProtected(change, sheet, wholeSheet(sheet));
  if (draft.sheets.length === 1) throw new EditorRefusal("You can't remove all the sheets in a document.");
  draft.sheets = draft.sheets.filter((other) => other !== sheet);
  refuseAllHidden(change, "You can't remove all the visible sheets in a document.");
  draft.namedRanges = draft.namedRanges.filter(({ range }) => (range.sheetId ?? 0) !== sheetId);
  dropMetadata(change, sheetId);
}

function refuseAllHidden(change: Change, sentence: string): void {
  if (change.draft.sheets.every(({ properties }) => properties.hidden)) throw new EditorRefusal(sentence);
}

function dropMetadata(change: Change, sheetId: number): void {
  for (const [id, { location }] of change.draft.metadata) {
    if (location.locationType === 'SPREADSHEET') continue;
    const own = location.dimensionRange ? (location.dimensionRange.sheetId ?? 0) : location.sheetId;
    if (own === sheetId) editMetadata(change).delete(id);
  }
}

type DuplicateRequest = {
  sourceSheetId?: number;
  insertSheetIndex?: number;
  newSheetId?: number;
  newSheetName?: string;
};

export function duplicateSheet(change: Change, request: DuplicateRequest): object {
  const source = sheetOf(change.draft, request.sourceSheetId);
  const sheetId = freeSheetId(change, request.newSheetId);
  const title = request.newSheetName || copyTitle(change, source.properties.title);
  refuseTitle(change, title);
  const index = Math.min(request.insertSheetIndex ?? 0, change.draft.sheets.length);
  const properties = { ...source.properties, sheetId, title, index };
  change.draft.sheets.splice(index, 0, copyOf(change, source, properties));
  refuseTooManyCells(change);
  return { properties };
}

function copyTitle(change: Change, title: string): string {
  let name = `Copy of ${title}`;
  for (let number = 2; isTitleTaken(change, name); number += 1) name = `Copy of ${title} ${number}`;
  return name;
}

/** A copy with ids of its own. Rows are copied, so that neither sheet writes into the other's. */
function copyOf(change: Change, source: Sheet, properties: SheetProperties): Sheet {
  const { sheetId } = properties;
  const { stamp } = change.draft;
  const id = () => newNumber(change, () => false);
  const here = <T extends { readonly range?: object }>(item: T): T =>
    item.range ? { ...item, range: { ...item.range, sheetId } } : item;
  return {
    ...source,
    stamp,
    properties,
    rows: source.rows.map((row) => row && { stamp, cells: row.cells.slice() }),
    rowProperties: source.rowProperties.slice(),
    columnProperties: source.columnProperties.slice(),
    merges: source.merges.map((range) => ({ ...range, sheetId })),
    protectedRanges: source.protectedRanges.map((range) => here({ ...range, protectedRangeId: id() })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId })),
    })),
    bandedRanges: source.bandedRanges.map((range) => here({ ...range, bandedRangeId: id() })),
    basicFilter: source.basicFilter && here(source.basicFilter),
    filterViews: source.filterViews.map((view) => here({ ...view, filterViewId: id() })),
    charts: source.charts.map((chart) => ({ ...chart, chartId: id() })),
  };
}

export function updateSheetProperties(change: Change, { properties = {}, fields }: PropertiesRequest): undefined {
  const mask = readUpdateMask(fields, 'SheetProperties');
  const before = sheetOf(change.draft, properties.sheetId).properties;
  const masked = withMasked(before, properties, mask);
  const { sheetId, sheetType, index } = before;
  const gridProperties = masked.gridProperties ?? before.gridProperties;
  const after = { ...masked, sheetId, sheetType, index, gridProperties, title: masked.title ?? '' };
  if (after.title === '') throw invalidArgument('Sheet title must not be empty.');
  if (after.title !== before.title) {
    refuseTitle(change, after.title, sheetId);
    rewriteReferences(change, (formula) => afterRename(formula, before.title, after.title));
  }
  resizeTo(change, before, after.gridProperties);
  const sheet = editSheet(change, sheetId);
  sheet.properties = after;
  refuseFrozen(sheet);
  refuseTooManyCells(change);
  const movesTo = mask === 'all' || mask.has('index') ? properties.index : undefined;
  if (movesTo !== undefined) moveTab(change, sheet, movesTo);
  refuseAllHidden(change, "You can't hide all the sheets in a document.");
}

/** Shrinking deletes what lies past the new edge. */
function resizeTo(change: Change, { sheetId, gridProperties: old }: SheetProperties, grid: GridProperties): void {
  const { rowCount = 0, columnCount = 0 } = grid;
  if (rowCount < 1) throw new EditorRefusal("You can't delete all the rows on the sheet.");
  if (columnCount < 1) throw new EditorRefusal("You can't delete all the columns on the sheet.");
  if (rowCount < old.rowCount) {
    editDimension(change, { sheetId, dimension: 'ROWS', edit: { kind: 'delete', start: rowCount, end: old.rowCount } });
  }
  if (columnCount < old.columnCount) {
    const edit = { kind: 'delete', start: columnCount, end: old.columnCount } as const;
    editDimension(change, { sheetId, dimension: 'COLUMNS', edit });
  }
}

function refuseFrozen({ properties: { gridProperties: grid } }: Sheet): void {
  const isAll = (grid.frozenRowCount ?? 0) >= grid.rowCount || (grid.frozenColumnCount ?? 0) >= grid.columnCount;
  if (isAll) throw new EditorRefusal("You can't freeze all visible rows or columns on the sheet.");
}

/** The index counts before the move. */
function moveTab(change: Change, sheet: Sheet, to: number): void {
  const { sheets } = change.draft;
  const from = sheets.indexOf(sheet);
  const place = to > from ? to - 1 : to;
  sheets.splice(from, 1);
  sheets.splice(Math.min(place, sheets.length), 0, sheet);
}
