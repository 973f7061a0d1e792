import { a1Of } from '../a1.ts';
import { located } from '../apply-requests.ts';
import type { Change } from '../change.ts';
import type { Spreadsheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { type Place, type Resolving, resolveA1 } from '../resolve.ts';
import { growFor, landing } from '../values/append-target.ts';
import { type Rendering, readValues } from '../values/read-values.ts';
import {
  areaFor,
  clearValues,
  readMatrix,
  refuseOverflow,
  type ValueBody,
  type ValueInput,
  type Written,
  writeMatrix,
} from '../values/write-values.ts';
import { type Call, required } from './call.ts';

/** What a write answers, and what it may show of the values afterwards. */
export type WriteOptions = {
  valueInputOption?: ValueInput;
  includeValuesInResponse?: boolean;
  responseValueRenderOption?: Rendering['valueRenderOption'];
  responseDateTimeRenderOption?: Rendering['dateTimeRenderOption'];
};

export const resolving = ({ context }: Pick<Call, 'context'>): Resolving => ({
  clipsEnd: context.switches.get('sheets.values-clip-end') === true,
});

export const rangeName = ({ sheet, area }: Place): string => a1Of(sheet.properties.title, area);

export function describeValues(book: Spreadsheet, place: Place, rendering: Rendering): object {
  const majorDimension = rendering.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
  const values = readValues(book, place, rendering);
  return { range: rangeName(place), majorDimension, ...(values && { values }) };
}

export function getValues(call: Call<Rendering>): object {
  const { book } = call.store.read(call.id, call.user);
  return describeValues(book, resolveA1(book, call.name, resolving(call)), call.query);
}

export function batchGetValues(call: Call<Rendering & { ranges?: string[] }>): object {
  const { book } = call.store.read(call.id, call.user);
  const places = (call.query.ranges ?? []).map((range) => resolveA1(book, range, resolving(call)));
  return { spreadsheetId: call.id, valueRanges: places.map((place) => describeValues(book, place, call.query)) };
}

type RangeBody = ValueBody & { range?: string };

export function updateValues({ store, id, name, user, query, body }: Call<WriteOptions, RangeBody>): object {
  const input = required(query.valueInputOption, 'valueInputOption');
  return store.change(id, user, (change) => {
    const place = resolveA1(change.draft, name, resolving(change));
    const matrix = readMatrix(body, 'data.values');
    const written = writeAt(change, place, { matrix, input });
    return describeWritten(change, written, query);
  });
}

type Content = { matrix: ReturnType<typeof readMatrix>; input: ValueInput };

/** Writes a matrix into a place that must hold it. */
export function writeAt(change: Change, place: Place, { matrix, input }: Content): Written {
  refuseOverflow(place, areaFor(matrix, place.area));
  return writeMatrix(change, place, matrix, input);
}

export function describeWritten({ draft }: Change, written: Written, options: WriteOptions): object {
  const { area, rows, columns, cells } = written;
  const sheet = draft.sheets.find(({ properties }) => properties.sheetId === written.sheet.properties.sheetId);
  const place = { sheet: sheet ?? written.sheet, area };
  const rendering: Rendering = {
    ...(options.responseValueRenderOption && { valueRenderOption: options.responseValueRenderOption }),
    ...(options.responseDateTimeRenderOption && { dateTimeRenderOption: options.responseDateTimeRenderOption }),
  };
  return {
    spreadsheetId: draft.id,
    updatedRange: rangeName(place),
    updatedRows: rows.size,
    updatedColumns: columns.size,
    updatedCells: cells,
    ...(options.includeValuesInResponse && { updatedData: describeValues(draft, place, rendering) }),
  };
}

type AppendQuery = WriteOptions & { insertDataOption?: 'OVERWRITE' | 'INSERT_ROWS' };

/** Not idempotent: the same call again writes another row. */
export function appendValues({ store, id, name, user, query, body }: Call<AppendQuery, RangeBody>): object {
  const input = required(query.valueInputOption, 'valueInputOption');
  return store.change(id, user, (change) => {
    const place = resolveA1(change.draft, name, resolving(change));
    const matrix = readMatrix(body, 'data.values');
    const { table, start } = landing(place);
    const target = areaFor(matrix, start);
    refuseProtected(change, place.sheet, target);
    const sheet = growFor(change, { sheet: place.sheet, area: target }, query.insertDataOption ?? 'OVERWRITE');
    const written = writeMatrix(change, { sheet, area: target }, matrix, input);
    const tableRange = table && rangeName({ sheet, area: table });
    return { spreadsheetId: id, ...(tableRange && { tableRange }), updates: describeWritten(change, written, query) };
  });
}

export function clear({ store, id, name, user }: Call): object {
  return store.change(id, user, (change) => {
    const place = resolveA1(change.draft, name, resolving(change));
    clearValues(change, place);
    return { spreadsheetId: id, clearedRange: rangeName(place) };
  });
}

export function batchClear({ store, id, user, body }: Call<object, { ranges?: string[] }>): object {
  return store.change(id, user, (change) => {
    const places = (body.ranges ?? []).map((range) => resolveA1(change.draft, range, resolving(change)));
    for (const place of places) clearValues(change, place);
    return { spreadsheetId: id, clearedRanges: places.map(rangeName) };
  });
}

type BatchBody = WriteOptions & { data?: RangeBody[] };

export function batchUpdateValues({ store, id, user, body }: Call<object, BatchBody>): object {
  const input = required(body.valueInputOption, 'valueInputOption');
  return store.change(id, user, (change) => {
    const written = (body.data ?? []).map((data, index) =>
      inPlace(change, `Invalid data[${index}]: `, () => {
        const place = resolveA1(change.draft, data.range ?? '', resolving(change));
        return writeAt(change, place, { matrix: readMatrix(data, `data[${index}].values`), input });
      }),
    );
    const responses = written.map((one) => describeWritten(change, one, body));
    return { spreadsheetId: id, ...totals(written), responses };
  });
}

/** Names the place of a refusal, as `Invalid data[0]: `. */
export function inPlace<T>(change: Change, place: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw located(change.context, error, place);
  }
}

/** A row or column written twice counts once. */
export function totals(written: readonly Written[]): object {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const sheets = new Set<number>();
  for (const one of written) {
    const { sheetId } = one.sheet.properties;
    for (const row of one.rows) rows.add(`${sheetId}/${row}`);
    for (const column of one.columns) columns.add(`${sheetId}/${column}`);
    if (one.cells > 0) sheets.add(sheetId);
  }
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells: written.reduce((sum, { cells }) => sum + cells, 0),
    totalUpdatedSheets: sheets.size,
  };
}
