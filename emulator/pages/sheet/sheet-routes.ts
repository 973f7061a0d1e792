import type { Context, Hono } from 'hono';
import type { Sheet, Spreadsheet } from '../../sheets/model.ts';
import { summariseWrite } from '../home/summarise-write.ts';
import { answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages-context.ts';
import { sheetPage } from './sheet-page.ts';
import { viewTab } from './view-tab.ts';

/**
 * A spreadsheet at the address the API gives as `spreadsheetUrl`. What a person changes goes through the API itself,
 * by its owner's hand; it is no call of the program's, so neither faults nor quotas nor the request log see it.
 */
export function routeSheet(app: Hono, { sheets, files, journal }: PagesContext): void {
  const path = '/spreadsheets/d/:id';
  app.get(path, (c) => c.redirect(`/spreadsheets/d/${encodeURIComponent(c.req.param('id'))}/edit`));

  app.get(`${path}/edit`, (c) => {
    const book = sheets.spreadsheets().get(c.req.param('id'));
    const sheet = book && sheetFor(book, c.req.query('gid'));
    if (!book || !sheet)
      return answerPage(c, noticePage('Không có bảng tính này', 'Đề nghị kiểm tra lại đường dẫn.'), 404);
    const from = /^\d{1,7}$/.test(c.req.query('from') ?? '') ? Number(c.req.query('from')) : 0;
    const through = sheet.filterViews.find(({ filterViewId }) => String(filterViewId) === c.req.query('fvid'));
    return answerPage(c, sheetPage({ book, sheet, view: viewTab(book, sheet, { from, through }), from, through }));
  });

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
    const headers = { 'content-type': 'application/json' };
    const answer = await sheets.routes.request(onward + query, { method, body, headers });
    const summary = summariseWrite({ method, path: onward, body: parsed(body) }, (id) => files.get(id)?.name ?? id);
    if (answer.ok && summary) journal.add({ who: 'person', text: summary.text, detail: summary.kinds ?? '' });
    return answer;
  }
}

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
