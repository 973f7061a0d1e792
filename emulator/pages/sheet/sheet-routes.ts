import type { Context, Hono } from 'hono';
import { AT_THE_SCREEN } from '../../actor.ts';
import type { Sheet, Spreadsheet } from '../../sheets/model.ts';
import { summariseWrite } from '../home/summarise-write.ts';
import { answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages-context.ts';
import { rowsThrough } from './filter-rows.ts';
import type { Undone } from './history.ts';
import { placesOf, readSearch } from './search.ts';
import { type Found, sheetPage } from './sheet-page.ts';
import { versionsPage } from './versions-page.ts';
import { PAGE_ROWS, viewTab } from './view-tab.ts';

const path = '/spreadsheets/d/:id';

/** A spreadsheet at the address the API gives as `spreadsheetUrl`, and its earlier versions. */
export function routeSheet(app: Hono, context: PagesContext): void {
  const { sheets, history } = context;
  app.get(path, (c) => c.redirect(`/spreadsheets/d/${encodeURIComponent(c.req.param('id'))}/edit`));

  app.get(`${path}/edit`, (c) => {
    const [id, number] = [c.req.param('id'), c.req.query('version')];
    const version = history.versions(id).find((one) => String(one.number) === number);
    const book = number === undefined ? sheets.spreadsheets().get(id) : version?.book;
    const sheet = book && sheetFor(book, c.req.query('gid'));
    if (!book || !sheet) return noSuchSpreadsheet(c);
    return answerPage(c, sheetPage({ book, sheet, version, ...lookedAt(c, book, sheet) }));
  });

  app.get(`${path}/versions`, (c) => {
    const book = sheets.spreadsheets().get(c.req.param('id'));
    return book ? answerPage(c, versionsPage(book, history.versions(book.id))) : noSuchSpreadsheet(c);
  });

  routeEdits(app, context);
}

/** Which rows are asked for: a page of them, those of a view, those that hold a text. */
function lookedAt(c: Context, book: Spreadsheet, sheet: Sheet) {
  const through = sheet.filterViews.find(({ filterViewId }) => String(filterViewId) === c.req.query('fvid'));
  const found = foundIn(c, book, sheet);
  const shown = found?.places[found.at];
  const start = shown ? pageOf(shown.row) : wholeNumber(c.req.query('from'));
  const isFiltering = found?.search.as === 'filter';
  const rows = new Set(isFiltering ? found.places.map(({ row }) => row) : []);
  const passes = isFiltering ? (row: number) => rows.has(row) : through && rowsThrough(book, sheet, through);
  return { found, through, from: start, view: viewTab(book, sheet, { from: start, through: passes }) };
}

function foundIn(c: Context, book: Spreadsheet, sheet: Sheet): Found | undefined {
  const search = readSearch((name) => c.req.query(name));
  if (!search) return undefined;
  const places = placesOf(book, sheet, search);
  return { search, places, at: Math.min(wholeNumber(c.req.query('hit')), Math.max(0, places.length - 1)) };
}

const pageOf = (row: number): number => Math.floor(row / PAGE_ROWS) * PAGE_ROWS;
const wholeNumber = (text = ''): number => (/^\d{1,7}$/.test(text) ? Number(text) : 0);

/**
 * What a person changes goes through the API itself, by its owner's hand; it is no call of the program's, so neither
 * faults nor quotas nor the request log see it.
 */
function routeEdits(app: Hono, { sheets, files, journal, history }: PagesContext): void {
  app.post(`${path}/values/:range`, (c) =>
    forward(c, {
      method: 'PUT',
      rest: `/values/${encodeURIComponent(c.req.param('range'))}`,
      query: '?valueInputOption=USER_ENTERED',
    }),
  );
  app.post(`${path}/batchUpdate`, (c) => forward(c, { method: 'POST', rest: ':batchUpdate', query: '' }));

  type Onward = { method: 'PUT' | 'POST'; rest: string; query: string };
  async function forward(c: Context, { method, rest, query }: Onward): Promise<Response> {
    const onward = `/v4/spreadsheets/${encodeURIComponent(c.req.param('id') ?? '')}${rest}`;
    const body = await c.req.text();
    const headers = { 'content-type': 'application/json', 'x-emulator-user': AT_THE_SCREEN };
    const answer = await sheets.routes.request(onward + query, { method, body, headers });
    const summary = summariseWrite({ method, path: onward, body: parsed(body) }, nameOf);
    if (answer.ok && summary) journal.add({ who: 'person', text: summary.text, detail: summary.kinds ?? '' });
    return answer;
  }

  app.post(`${path}/undo`, (c) => answerUndone(c, history.undo(c.req.param('id')), 'Hoàn tác'));
  app.post(`${path}/redo`, (c) => answerUndone(c, history.redo(c.req.param('id')), 'Làm lại'));

  function answerUndone(c: Context, undone: Undone, label: string): Response {
    if (undone.kind !== 'done') return c.json({ error: { message: refusals[undone.kind](label) } }, 409);
    journal.add({ who: 'person', text: `${label} ở «${nameOf(c.req.param('id') ?? '')}»` });
    return c.json({ sheetId: undone.sheetId });
  }

  app.post(`${path}/restore`, async (c) => {
    const id = c.req.param('id');
    const { version: number } = await c.req.parseBody();
    const version = history.versions(id).find((one) => String(one.number) === number);
    const now = sheets.spreadsheets().get(id);
    if (!version || !now) return noSuchSpreadsheet(c);
    // What programs marked the file with is no part of its versions.
    sheets.replace({ ...version.book, metadata: now.metadata }, AT_THE_SCREEN);
    journal.add({ who: 'person', text: `Khôi phục một phiên bản cũ của «${nameOf(id)}»` });
    return c.redirect('edit', 303);
  });

  function nameOf(id: string): string {
    return files.get(id)?.name ?? id;
  }
}

const refusals: Readonly<Record<Exclude<Undone['kind'], 'done'>, (label: string) => string>> = {
  nothing: (label) => `không còn thao tác nào để ${label.toLowerCase()}.`,
  'changed since': () => 'chương trình đã ghi vào tab này sau thao tác ấy. Nội dung cũ còn trong Nhật ký phiên bản.',
};

const noSuchSpreadsheet = (c: Context) =>
  answerPage(c, noticePage('Không có bảng tính này', 'Đề nghị kiểm tra lại đường dẫn.'), 404);

/** The tab of this id; without one, the first that is not hidden. */
function sheetFor({ sheets }: Spreadsheet, gid: string | undefined): Sheet | undefined {
  if (gid === undefined) return sheets.find(({ properties }) => !properties.hidden) ?? sheets[0];
  return sheets.find(({ properties }) => String(properties.sheetId) === gid);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
