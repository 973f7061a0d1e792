import { applyRequests, type Request } from '../apply-requests.ts';
import { beginChange } from '../change.ts';
import { createRequests, type NewSpreadsheet } from '../create-requests.ts';
import { type DataFilter, resolveFilter } from '../data-filter.ts';
import { describeSpreadsheet } from '../describe-spreadsheet.ts';
import { below } from '../field-mask.ts';
import type { SpreadsheetProperties } from '../model.ts';
import { emptySpreadsheet, firstSheet } from '../new-spreadsheet.ts';
import { newNumber } from '../requests/new-number.ts';
import { refuseProperties } from '../requests/spreadsheet-requests.ts';
import { type Place, resolveA1 } from '../resolve.ts';
import type { Call } from './call.ts';

export function create({ store, context, body, user, mask }: Call<object, NewSpreadsheet>): object {
  const given: Partial<SpreadsheetProperties> = body.properties ?? {};
  const empty = emptySpreadsheet(context.newId(), given, context);
  refuseProperties(empty.properties);
  const caller = { email: user, isOwner: true };
  const change = beginChange(empty, caller, context);
  if ((body.sheets ?? []).length === 0) change.draft.sheets.push(firstSheet(change.draft.stamp));
  const requests = createRequests(body, () => newNumber(change, () => false));
  if (requests.length > 0) applyRequests(change, requests);
  store.add(change.draft, user);
  const origin = context.origin();
  return describeSpreadsheet(change.draft, { mask, includeGridData: false, places: undefined, caller, origin });
}

type GetQuery = { ranges?: string[]; includeGridData?: boolean };

export function get({ store, context, id, user, query, mask }: Call<GetQuery>): object {
  const { book, caller } = store.read(id, user);
  const { ranges = [], includeGridData = false } = query;
  const places = ranges.length === 0 ? undefined : ranges.map((range) => resolveA1(book, range, { clipsEnd: true }));
  return describeSpreadsheet(book, { mask, includeGridData, places, caller, origin: context.origin() });
}

type FilterBody = { dataFilters?: DataFilter[]; includeGridData?: boolean };

export function getByDataFilter({ store, context, id, user, body, mask }: Call<object, FilterBody>): object {
  const { book, caller } = store.read(id, user);
  const { dataFilters = [], includeGridData = false } = body;
  const found = dataFilters.flatMap((filter) => resolveFilter(book, filter, { clipsEnd: true }));
  const places: Place[] | undefined = dataFilters.length === 0 ? undefined : found;
  return describeSpreadsheet(book, { mask, includeGridData, places, caller, origin: context.origin() });
}

type BatchBody = {
  requests?: Request[];
  includeSpreadsheetInResponse?: boolean;
  responseRanges?: string[];
  responseIncludeGridData?: boolean;
};

export function batchUpdate({ store, context, id, user, body, mask }: Call<object, BatchBody>): object {
  const { requests = [], includeSpreadsheetInResponse, responseRanges = [], responseIncludeGridData = false } = body;
  return store.change(id, user, (change) => {
    const replies = applyRequests(change, requests);
    const answer = { spreadsheetId: id, replies };
    if (!includeSpreadsheetInResponse) return answer;
    const { draft: book, caller } = change;
    const places = responseRanges.map((range) => resolveA1(book, range, { clipsEnd: true }));
    const updatedSpreadsheet = describeSpreadsheet(book, {
      mask: below(mask, 'updatedSpreadsheet'),
      includeGridData: responseIncludeGridData,
      places: places.length === 0 ? undefined : places,
      caller,
      origin: context.origin(),
    });
    return { ...answer, updatedSpreadsheet };
  });
}
