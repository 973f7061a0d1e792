import { requestedArea, toGridRange } from '../area.ts';
import { type Change, editSheet, sheetOf } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { BasicFilter, FilterView } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';
import { newNumber } from './new-number.ts';
import { type Found, find, sheetIdOf } from './sheet-objects.ts';
import { sortRange } from './sort-requests.ts';

/** One for each tab, in place of the one before. With nothing but a sheet it covers the whole grid; its sort is real. */
export function setBasicFilter(change: Change, { filter: given = {} }: { filter?: Partial<BasicFilter> }): undefined {
  const area = requestedArea(change, given.range ?? {});
  const sheet = editSheet(change, sheetIdOf(given.range));
  const range = toGridRange(area, sheet);
  sheet.basicFilter = { ...given, range };
  const sortSpecs = [...(given.sortSpecs ?? [])];
  const isHeaderOnly = area.endRow - area.startRow < 2;
  if (sortSpecs.length > 0 && !isHeaderOnly) {
    sortRange(change, { range: { ...range, startRowIndex: area.startRow + 1 }, sortSpecs });
  }
}

/** Nothing to clear is not an error. */
export function clearBasicFilter(change: Change, { sheetId }: { sheetId?: number }): undefined {
  editSheet(change, sheetOf(change.draft, sheetId).properties.sheetId).basicFilter = undefined;
}

type ViewRequest = { filter?: Partial<FilterView>; fields?: string };

export function addFilterView(change: Change, { filter: given = {} }: ViewRequest): object {
  const isTaken = (id: number) => findView(change, id) !== undefined;
  const { filterViewId = newNumber(change, isTaken) } = given;
  if (isTaken(filterViewId)) throw new EditorRefusal(`A filter view with the id ${filterViewId} already exists.`);
  const view = checked(change, { ...given, filterViewId });
  const sheet = editSheet(change, sheetIdFor(change, view));
  sheet.filterViews = [...sheet.filterViews, view];
  return { filter: view };
}

function checked(change: Change, given: Partial<FilterView> & { filterViewId: number }): FilterView {
  const sheetId = sheetIdFor(change, given);
  const sheet = sheetOf(change.draft, sheetId);
  const title = given.title || `Filter ${sheet.filterViews.length + 1}`;
  const isTaken = sheet.filterViews.some((view) => view.filterViewId !== given.filterViewId && view.title === title);
  if (isTaken) throw new EditorRefusal(`A filter view with the name "${title}" already exists.`);
  if (given.namedRangeId) return { ...given, title };
  return { ...given, title, range: toGridRange(requestedArea(change, given.range ?? {}), sheet) };
}

function sheetIdFor(change: Change, { range, namedRangeId }: Partial<FilterView>): number {
  const named = change.draft.namedRanges.find((candidate) => candidate.namedRangeId === namedRangeId);
  if (namedRangeId && !named) throw new EditorRefusal(`No named range with id: ${namedRangeId}`);
  return sheetIdOf(named?.range ?? range);
}

const findView = (change: Change, id: number): Found<FilterView> | undefined =>
  find(change, ({ filterViews }) => filterViews.find(({ filterViewId }) => filterViewId === id));

function existing(change: Change, id = 0): Found<FilterView> {
  const found = findView(change, id);
  if (found) return found;
  throw new EditorRefusal(`No filter view with id: ${id}`);
}

export function updateFilterView(change: Change, { filter: given = {}, fields }: ViewRequest): undefined {
  const mask = readUpdateMask(fields, 'FilterView');
  const { sheetId, object: old } = existing(change, given.filterViewId);
  const after = checked(change, { ...withMasked(old, given, mask), filterViewId: old.filterViewId });
  const sheet = editSheet(change, sheetId);
  sheet.filterViews = sheet.filterViews.map((view) => (view === old ? after : view));
}

export function deleteFilterView(change: Change, { filterId }: { filterId?: number }): undefined {
  const { sheetId, object: old } = existing(change, filterId);
  const sheet = editSheet(change, sheetId);
  sheet.filterViews = sheet.filterViews.filter((view) => view !== old);
}

export function duplicateFilterView(change: Change, { filterId }: { filterId?: number }): object {
  const { sheetId, object: old } = existing(change, filterId);
  const sheet = editSheet(change, sheetId);
  const filterViewId = newNumber(change, (id) => findView(change, id) !== undefined);
  const copy = checked(change, { ...old, filterViewId, title: `Copy of ${old.title}` });
  sheet.filterViews = [...sheet.filterViews, copy];
  return { filter: copy };
}
