import { invalidArgument } from '../../google-error.ts';
import { type Change, editSheet, isSwitchedOn, sheetOf } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { EmbeddedChart, ObjectPosition, Sheet } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';
import { newNumber } from './new-number.ts';
import { type Found, find } from './sheet-objects.ts';
import { addSheet } from './sheet-requests.ts';

const kinds = new Set([
  ...['basicChart', 'pieChart', 'scorecardChart', 'bubbleChart', 'candlestickChart'],
  ...['histogramChart', 'orgChart', 'treemapChart', 'waterfallChart'],
]);

export function addChart(change: Change, { chart: given = {} }: { chart?: Partial<EmbeddedChart> }): object {
  const isTaken = (id: number) => findChart(change, id) !== undefined;
  const { chartId = newNumber(change, isTaken) } = given;
  if (isTaken(chartId)) throw new EditorRefusal(`An embedded object with the id ${chartId} already exists.`);
  const spec = checkedSpec(given.spec);
  const { sheetId, position } = placed(change, given.position);
  const chart = { ...given, chartId, spec, position };
  const sheet = editSheet(change, sheetId);
  sheet.charts = [...sheet.charts, chart];
  return { chart };
}

function checkedSpec(spec: object | undefined): object {
  const isChart = Object.keys(spec ?? {}).some((name) => kinds.has(name));
  if (!spec || !isChart) throw invalidArgument('chart.spec must specify a chart.');
  return spec;
}

type Placed = { sheetId: number; position: ObjectPosition };

/** On a tab of its own, or over the cells of a sheet from an anchor that must be in the grid. */
function placed(change: Change, position: ObjectPosition = {}): Placed {
  if (position.newSheet) return onNewSheet(change);
  const { overlayPosition: overlay } = position;
  if (!overlay) throw invalidArgument('chart.position must be specified.');
  const { sheetId, rowIndex = 0, columnIndex = 0 } = overlay.anchorCell ?? {};
  const sheet = sheetOf(change.draft, sheetId);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const outside = (name: string, index: number, grid: string) =>
    invalidArgument(`GridCoordinate.${name}[${index}] is after last ${grid}`);
  if (rowIndex >= rowCount) throw outside('rowIndex', rowIndex, `row in grid[${rowCount - 1}]`);
  if (columnIndex >= columnCount) throw outside('columnIndex', columnIndex, `column in grid[${columnCount - 1}]`);
  const anchorCell = { ...overlay.anchorCell, sheetId: sheet.properties.sheetId };
  const size = { widthPixels: 600, heightPixels: 371, ...overlay };
  const widthPixels = fittingWidth(
    change,
    size.widthPixels,
    roomFrom(sheet, columnIndex) - (overlay.offsetXPixels ?? 0),
  );
  const overlayPosition = { ...size, widthPixels, anchorCell };
  return { sheetId: sheet.properties.sheetId, position: { overlayPosition } };
}

/** Whether a chart may stand out over the last column is not known. */
function fittingWidth(change: Change, wanted: number, room: number): number {
  if (wanted <= room) return wanted;
  if (isSwitchedOn(change, 'sheets.charts-past-edge-refused')) {
    throw invalidArgument('The chart does not fit between its anchor and the last column of the grid.');
  }
  return isSwitchedOn(change, 'sheets.charts-clipped') ? room : wanted;
}

const usualWidth = 100;

function roomFrom({ properties, columnProperties }: Sheet, columnIndex: number): number {
  let room = 0;
  for (let column = columnIndex; column < properties.gridProperties.columnCount; column += 1) {
    room += columnProperties[column]?.pixelSize ?? usualWidth;
  }
  return room;
}

function onNewSheet(change: Change): Placed {
  const { properties } = addSheet(change, {}) as { properties: { sheetId: number } };
  return { sheetId: properties.sheetId, position: { sheetId: properties.sheetId } };
}

const findChart = (change: Change, id: number): Found<EmbeddedChart> | undefined =>
  find(change, ({ charts }) => charts.find(({ chartId }) => chartId === id));

function existing(change: Change, id = 0): Found<EmbeddedChart> {
  const found = findChart(change, id);
  if (found) return found;
  throw new EditorRefusal(`No embedded object with id: ${id}`);
}

function replace(change: Change, { sheetId, object }: Found<EmbeddedChart>, after: EmbeddedChart[]): void {
  const sheet = editSheet(change, sheetId);
  sheet.charts = sheet.charts.flatMap((chart) => (chart === object ? after : [chart]));
}

export function updateChartSpec(change: Change, request: { chartId?: number; spec?: object }): undefined {
  const found = existing(change, request.chartId);
  replace(change, found, [{ ...found.object, spec: checkedSpec(request.spec) }]);
}

export function deleteEmbeddedObject(change: Change, { objectId }: { objectId?: number }): undefined {
  replace(change, existing(change, objectId), []);
}

type MoveRequest = { objectId?: number; newPosition?: ObjectPosition; fields?: string };

/** The mask is read within overlayPosition, unless the object goes to a tab of its own. */
export function updateEmbeddedObjectPosition(change: Change, request: MoveRequest): object {
  const { newPosition = {} } = request;
  const found = existing(change, request.objectId);
  const { overlayPosition: old = {} } = found.object.position;
  const mask = newPosition.newSheet ? 'all' : readUpdateMask(request.fields, 'OverlayPosition');
  const overlayPosition = withMasked(old, newPosition.overlayPosition ?? {}, mask);
  const { sheetId, position } = placed(change, newPosition.newSheet ? newPosition : { overlayPosition });
  replace(change, found, []);
  const sheet = editSheet(change, sheetId);
  sheet.charts = [...sheet.charts, { ...found.object, position }];
  return { position };
}
