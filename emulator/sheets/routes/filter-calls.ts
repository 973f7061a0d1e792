import { invalidArgument } from '../../google-error.ts';
import { type DataFilter, resolveFilter } from '../data-filter.ts';
import type { Spreadsheet } from '../model.ts';
import type { Place, Resolving } from '../resolve.ts';
import type { Rendering } from '../values/read-values.ts';
import { clearValues, readMatrix, type ValueBody, type Written } from '../values/write-values.ts';
import type { Call } from './call.ts';
import { required } from './call.ts';
import {
  describeValues,
  describeWritten,
  inPlace,
  rangeName,
  resolving,
  totals,
  type WriteOptions,
  writeAt,
} from './values-calls.ts';

type GetBody = Rendering & { dataFilters?: DataFilter[] };

/** One answer for each place found; a place several filters mean is answered once, with all of them. */
export function batchGetByDataFilter(call: Call<object, GetBody>): object {
  const { store, id, user, body } = call;
  const { book } = store.read(id, user);
  const found = placesByName(book, body.dataFilters ?? [], resolving(call));
  const valueRanges = [...found.values()].map(({ place, dataFilters }) => ({
    valueRange: describeValues(book, place, body),
    dataFilters,
  }));
  return { spreadsheetId: id, valueRanges };
}

type Found = { place: Place; dataFilters: DataFilter[] };

function placesByName(book: Spreadsheet, filters: DataFilter[], how: Resolving): Map<string, Found> {
  if (filters.length === 0) throw invalidArgument('Must specify at least one data filter.');
  const found = new Map<string, Found>();
  for (const filter of filters) {
    for (const place of resolveFilter(book, filter, how)) {
      const name = rangeName(place);
      const known = found.get(name);
      if (known) known.dataFilters.push(filter);
      else found.set(name, { place, dataFilters: [filter] });
    }
  }
  return found;
}

type ClearBody = { dataFilters?: DataFilter[] };

export function batchClearByDataFilter({ store, id, user, body }: Call<object, ClearBody>): object {
  return store.change(id, user, (change) => {
    const found = placesByName(change.draft, body.dataFilters ?? [], resolving(change));
    for (const { place } of found.values()) clearValues(change, place);
    return { spreadsheetId: id, clearedRanges: [...found.keys()] };
  });
}

type FilterData = ValueBody & { dataFilter?: DataFilter };
type UpdateBody = WriteOptions & { data?: FilterData[] };

/** Every place a filter means gets the same values; more values than it holds refuse the call, fewer leave the rest. */
export function batchUpdateByDataFilter({ store, id, user, body }: Call<object, UpdateBody>): object {
  const input = required(body.valueInputOption, 'valueInputOption');
  return store.change(id, user, (change) => {
    const all: Written[] = [];
    const responses = (body.data ?? []).flatMap((data, index) =>
      inPlace(change, `Invalid data[${index}]: `, () => {
        const matrix = readMatrix(data, `data[${index}].values`);
        const places = resolveFilter(change.draft, data.dataFilter ?? {}, resolving(change));
        return places.map((place) => {
          const written = writeAt(change, place, { matrix, input });
          all.push(written);
          return { ...describeWritten(change, written, body), dataFilter: data.dataFilter };
        });
      }),
    );
    return { spreadsheetId: id, ...totals(all), responses };
  });
}
