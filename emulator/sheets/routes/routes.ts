import { type Context, Hono } from 'hono';
import { actorOf } from '../../actor.ts';
import { notFound, notImplemented, readJsonObject } from '../../google-error.ts';
import type { ServiceContext } from '../../service.ts';
import { printMessage } from '../answer-fields.ts';
import { located } from '../apply-requests.ts';
import { readMask } from '../field-mask.ts';
import { readMessage } from '../json-fields.ts';
import type { MessageName } from '../schema/message-fields.ts';
import type { Store } from '../store.ts';
import { type Call, readQuery } from './call.ts';
import { batchClearByDataFilter, batchGetByDataFilter, batchUpdateByDataFilter } from './filter-calls.ts';
import { getMetadata, searchMetadata } from './metadata-calls.ts';
import { batchUpdate, create, get, getByDataFilter } from './spreadsheet-calls.ts';
import {
  appendValues,
  batchClear,
  batchGetValues,
  batchUpdateValues,
  clear,
  getValues,
  updateValues,
} from './values-calls.ts';

type Route = {
  method: 'GET' | 'POST' | 'PUT';
  /** Of the path after `/v4/spreadsheets`, still encoded; may name `id` and `name`. */
  path: RegExp;
  query: MessageName;
  body?: MessageName;
  answer: MessageName;
  call: (call: Call<never, never>) => object;
};

const id = '/(?<id>[^/:]+)';
const path = (rest: string) => new RegExp(`^${rest}$`);

/** The calls of the API. A range may itself hold a colon, so the verbs after it come first. */
const routes: readonly Route[] = [
  { method: 'POST', path: path(''), query: 'NoQuery', body: 'Spreadsheet', answer: 'Spreadsheet', call: create },
  { method: 'GET', path: path(id), query: 'GetQuery', answer: 'Spreadsheet', call: get },
  {
    method: 'POST',
    path: path(`${id}:batchUpdate`),
    query: 'NoQuery',
    body: 'BatchUpdateSpreadsheetRequest',
    answer: 'BatchUpdateSpreadsheetResponse',
    call: batchUpdate,
  },
  {
    method: 'POST',
    path: path(`${id}:getByDataFilter`),
    query: 'NoQuery',
    body: 'GetSpreadsheetByDataFilterRequest',
    answer: 'Spreadsheet',
    call: getByDataFilter,
  },
  {
    method: 'POST',
    path: path(`${id}/values/(?<name>[^/]+):append`),
    query: 'AppendQuery',
    body: 'ValueRange',
    answer: 'AppendValuesResponse',
    call: appendValues,
  },
  {
    method: 'POST',
    path: path(`${id}/values/(?<name>[^/]+):clear`),
    query: 'NoQuery',
    body: 'ClearValuesRequest',
    answer: 'ClearValuesResponse',
    call: clear,
  },
  {
    method: 'GET',
    path: path(`${id}/values/(?<name>[^/]+)`),
    query: 'GetValuesQuery',
    answer: 'ValueRange',
    call: getValues,
  },
  {
    method: 'PUT',
    path: path(`${id}/values/(?<name>[^/]+)`),
    query: 'UpdateQuery',
    body: 'ValueRange',
    answer: 'UpdateValuesResponse',
    call: updateValues,
  },
  {
    method: 'GET',
    path: path(`${id}/values:batchGet`),
    query: 'BatchGetQuery',
    answer: 'BatchGetValuesResponse',
    call: batchGetValues,
  },
  {
    method: 'POST',
    path: path(`${id}/values:batchUpdate`),
    query: 'NoQuery',
    body: 'BatchUpdateValuesRequest',
    answer: 'BatchUpdateValuesResponse',
    call: batchUpdateValues,
  },
  {
    method: 'POST',
    path: path(`${id}/values:batchClear`),
    query: 'NoQuery',
    body: 'BatchClearValuesRequest',
    answer: 'BatchClearValuesResponse',
    call: batchClear,
  },
  {
    method: 'POST',
    path: path(`${id}/values:batchGetByDataFilter`),
    query: 'NoQuery',
    body: 'BatchGetValuesByDataFilterRequest',
    answer: 'BatchGetValuesByDataFilterResponse',
    call: batchGetByDataFilter,
  },
  {
    method: 'POST',
    path: path(`${id}/values:batchUpdateByDataFilter`),
    query: 'NoQuery',
    body: 'BatchUpdateValuesByDataFilterRequest',
    answer: 'BatchUpdateValuesByDataFilterResponse',
    call: batchUpdateByDataFilter,
  },
  {
    method: 'POST',
    path: path(`${id}/values:batchClearByDataFilter`),
    query: 'NoQuery',
    body: 'BatchClearValuesByDataFilterRequest',
    answer: 'BatchClearValuesByDataFilterResponse',
    call: batchClearByDataFilter,
  },
  {
    method: 'GET',
    path: path(`${id}/developerMetadata/(?<name>\\d+)`),
    query: 'NoQuery',
    answer: 'DeveloperMetadata',
    call: getMetadata,
  },
  {
    method: 'POST',
    path: path(`${id}/developerMetadata:search`),
    query: 'NoQuery',
    body: 'SearchDeveloperMetadataRequest',
    answer: 'SearchDeveloperMetadataResponse',
    call: searchMetadata,
  },
];

const root = '/v4/spreadsheets';

export function createRoutes(store: Store, context: ServiceContext): Hono {
  const hono = new Hono();
  const answer = async (c: Context) => inLines(c, await answered(c, store, context));
  hono.all(root, answer);
  // The verbs stand behind a colon, so `/v4/spreadsheets/*` is taken whole and matched here.
  hono.all(`${root}/*`, answer);
  return hono;
}

/** In lines and indented, unless it is asked for without. Fact: Google APIs, standard query parameters. */
function inLines(c: Context, answer: object): Response {
  if (c.req.query('prettyPrint') === 'false') return c.json(answer);
  return c.body(JSON.stringify(answer, null, 2), 200, { 'content-type': 'application/json' });
}

async function answered(c: Context, store: Store, context: ServiceContext): Promise<object> {
  const url = new URL(c.req.url);
  const rest = decoded(url.pathname.slice(root.length));
  const { route, names } = findRoute(c.req.method, rest);
  const fields = url.searchParams.get('fields');
  const mask = fields ? readMask(fields, route.answer) : undefined;
  const call = {
    store,
    context,
    id: names['id'] ?? '',
    name: decodeURIComponent(names['name'] ?? ''),
    query: readQuery(route.query, url.searchParams),
    body: route.body ? readMessage<object>(route.body, await readJsonObject(c)) : {},
    mask,
    user: actorOf(c),
  };
  try {
    return printMessage(route.answer, route.call(call as Call<never, never>), mask ?? 'all');
  } catch (error) {
    throw located(context, error, '');
  }
}

/** Some clients write the colon before a verb as %3A, or a slash before it or at the end: Google takes them all. */
const decoded = (text: string): string => text.replace(/%3A/gi, ':').replace(/\/(?=:|$)/, '');

function findRoute(method: string, rest: string): { route: Route; names: Record<string, string> } {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(rest) : null;
    if (match) return { route, names: match.groups ?? {} };
  }
  if (/^\/[^/]+\/sheets\/\d+:copyTo$/.test(rest)) throw notImplemented('spreadsheets.sheets.copyTo');
  throw notFound();
}
