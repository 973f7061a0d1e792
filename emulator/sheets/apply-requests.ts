import { GoogleError, invalidArgument, notImplemented } from '../google-error.ts';
import type { ServiceContext } from '../service.ts';
import type { Change } from './change.ts';
import { EditorRefusal } from './refusal.ts';
import * as banding from './requests/banding-requests.ts';
import * as cells from './requests/cell-requests.ts';
import * as charts from './requests/chart-requests.ts';
import * as formats from './requests/conditional-format-requests.ts';
import { copyPaste } from './requests/copy-paste-request.ts';
import * as dimensions from './requests/dimension-requests.ts';
import * as filters from './requests/filter-requests.ts';
import { findReplace } from './requests/find-replace-request.ts';
import * as merges from './requests/merge-requests.ts';
import * as metadata from './requests/metadata-requests.ts';
import * as names from './requests/named-range-requests.ts';
import * as protection from './requests/protection-requests.ts';
import * as sheets from './requests/sheet-requests.ts';
import { sortRange } from './requests/sort-requests.ts';
import { updateSpreadsheetProperties } from './requests/spreadsheet-requests.ts';

/** Applies one request, already checked against its message, to the draft; gives its reply if the kind has one. */
type Handler = (change: Change, request: never) => object | undefined;

const handlers: Readonly<Record<string, Handler>> = {
  addBanding: banding.addBanding,
  addChart: charts.addChart,
  addConditionalFormatRule: formats.addConditionalFormatRule,
  addFilterView: filters.addFilterView,
  addNamedRange: names.addNamedRange,
  addProtectedRange: protection.addProtectedRange,
  addSheet: sheets.addSheet,
  appendCells: cells.appendCells,
  appendDimension: dimensions.appendDimension,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  clearBasicFilter: filters.clearBasicFilter,
  copyPaste,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  deleteBanding: banding.deleteBanding,
  deleteConditionalFormatRule: formats.deleteConditionalFormatRule,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  deleteDimension: dimensions.deleteDimension,
  deleteEmbeddedObject: charts.deleteEmbeddedObject,
  deleteFilterView: filters.deleteFilterView,
  deleteNamedRange: names.deleteNamedRange,
  deleteProtectedRange: protection.deleteProtectedRange,
  deleteSheet: sheets.deleteSheet,
  duplicateFilterView: filters.duplicateFilterView,
  duplicateSheet: sheets.duplicateSheet,
  findReplace,
  insertDimension: dimensions.insertDimension,
  mergeCells: merges.mergeCells,
  moveDimension: dimensions.moveDimension,
  repeatCell: cells.repeatCell,
  setBasicFilter: filters.setBasicFilter,
  setDataValidation: cells.setDataValidation,
  sortRange,
  unmergeCells: merges.unmergeCells,
  updateBanding: banding.updateBanding,
  updateCells: cells.updateCells,
  updateChartSpec: charts.updateChartSpec,
  updateConditionalFormatRule: formats.updateConditionalFormatRule,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  updateEmbeddedObjectPosition: charts.updateEmbeddedObjectPosition,
  updateFilterView: filters.updateFilterView,
  updateNamedRange: names.updateNamedRange,
  updateProtectedRange: protection.updateProtectedRange,
  updateSheetProperties: sheets.updateSheetProperties,
  updateSpreadsheetProperties,
};

export type Request = Record<string, object>;

/** Applies the requests in order; the first refusal, named by its place, ends the batch. */
export function applyRequests(change: Change, requests: readonly Request[]): object[] {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  const kinds = requests.map(kindOf);
  return requests.map((request, index) => applyOne(change, request, { index, kind: kinds[index] ?? '' }));
}

function kindOf(request: Request, index: number): string {
  const [kind, second] = Object.keys(request);
  if (kind === undefined) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
  if (second === undefined) return kind;
  const sentence = `oneof field 'kind' is already set. Cannot set '${second}'`;
  throw invalidArgument(`Invalid value at 'requests[${index}]' (oneof), ${sentence}`);
}

function applyOne(change: Change, request: Request, { index, kind }: { index: number; kind: string }): object {
  const handler = handlers[kind];
  if (!handler) throw notImplemented(`spreadsheets.batchUpdate ${kind}`);
  try {
    const reply = handler(change, request[kind] as never);
    return reply ? { [kind]: reply } : {};
  } catch (error) {
    throw located(change.context, error, `Invalid requests[${index}].${kind}: `);
  }
}

/** The refusal with its place in front, '' when it has none. The place stays English whatever the language of the sentence. */
export function located({ switches }: Pick<ServiceContext, 'switches'>, error: unknown, place: string): unknown {
  if (error instanceof EditorRefusal) {
    const isLocalised = switches.get('sheets.localised-errors') === true;
    return invalidArgument(place + (isLocalised ? error.localised : error.message));
  }
  const isWorded = error instanceof GoogleError && error.code === 400 && place !== '';
  if (isWorded) return invalidArgument(place + error.message);
  return error;
}
