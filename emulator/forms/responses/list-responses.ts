import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidArgument } from '../../google-error.ts';
import type { Form } from '../form.ts';
import { readFilter } from './response-filter.ts';
import type { StoredResponse } from './stored-response.ts';

export type Listing = { responses: StoredResponse[]; nextPageToken?: string };

type Query = { filter: string; pageSize: number; pageToken: string };

const maxPageSize = 5000;
/** Of a page while `forms.short-pages` is on: fewer may come than were asked for. */
const shortPage = 1;
/** Milliseconds a page token is good for while `forms.brief-page-tokens` is on; how long it lives is not documented. */
const tokenLife = 60_000;

/**
 * A page of the visible responses, newest first. What sorts them after edits is unknown: the latest submission, or with
 * `forms.order-by-create-time` the first; `forms.shuffle-order` puts them in no order at all. A page goes on behind the
 * last response of the one before it, or with `forms.pages-by-place` at its place, which moves when responses come in.
 */
export function listResponses(
  form: Form,
  query: Query,
  { now, switches }: { now: number; switches: ReadonlyMap<string, boolean> },
): Listing {
  const size = Math.min(pageSizeOf(query.pageSize), switches.get('forms.short-pages') ? shortPage : maxPageSize);
  const isWanted = readFilter(query.filter);
  const oldest = switches.get('forms.brief-page-tokens') ? now - tokenLife : 0;
  const after = query.pageToken === '' ? null : readPageToken(query.pageToken, form.formId, query.filter, oldest);
  const rows = [...form.responses.values()]
    .filter((response) => response.visibleAt <= now && isWanted(response))
    .map((response) => ({ response, key: sortKey(response, switches) }))
    .sort((a, b) => (a.key < b.key ? 1 : -1));
  const isByPlace = switches.get('forms.pages-by-place') === true;
  const start = after === null ? 0 : isByPlace ? Number(after) : rows.filter(({ key }) => key >= after).length;
  const page = rows.slice(start, start + size);
  const responses = page.map(({ response }) => response);
  const last = page.at(-1);
  if (last === undefined || start + size >= rows.length) return { responses };
  const next = isByPlace ? String(start + size) : last.key;
  return { responses, nextPageToken: writePageToken(form.formId, query.filter, next, now) };
}

/** More than 5,000 is not documented: refused, so that no client comes to rely on it. */
function pageSizeOf(pageSize: number): number {
  const isValid = Number.isInteger(pageSize) && pageSize >= 0 && pageSize <= maxPageSize;
  if (!isValid) throw invalidArgument(`page_size must be between 0 and ${maxPageSize}.`);
  return pageSize === 0 ? maxPageSize : pageSize;
}

function sortKey({ responseId, createMicros, lastMicros }: StoredResponse, switches: ReadonlyMap<string, boolean>) {
  if (switches.get('forms.shuffle-order')) return createHash('sha1').update(responseId).digest('hex');
  const micros = switches.get('forms.order-by-create-time') ? createMicros : lastMicros;
  return `${String(micros).padStart(20, '0')} ${responseId}`;
}

const tokenSchema = z.tuple([z.string(), z.string(), z.string(), z.number()]);

const writePageToken = (...place: [formId: string, filter: string, key: string, given: number]) =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * A token is good for the form and the filter it was given for, unless it was given before `oldest`.
 * @throws GoogleError for any other use
 */
function readPageToken(token: string, formId: string, filter: string, oldest: number): string {
  const read = tokenSchema.safeParse(parseJson(Buffer.from(token, 'base64url').toString()));
  if (!read.success) throw invalidArgument('Invalid page_token.');
  const [tokenForm, tokenFilter, key, given] = read.data;
  if (tokenForm !== formId || tokenFilter !== filter) {
    throw invalidArgument('The page_token was given for another form or filter.');
  }
  if (given < oldest) throw invalidArgument('The page_token has expired.');
  return key;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
