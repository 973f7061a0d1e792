import { Hono, type MiddlewareHandler } from 'hono';
import type { Service } from '../service.ts';
import { serveAssets } from './assets.ts';
import { routeForm } from './form/form-routes.ts';
import { routeHome } from './home/home-routes.ts';
import { createJournal } from './home/journal.ts';
import { routeInbox } from './inbox/inbox-routes.ts';
import { answerPage, noticePage } from './page.ts';
import type { Shown } from './pages-context.ts';
import { createHistory } from './sheet/history.ts';
import { routeSheet } from './sheet/sheet-routes.ts';

/** What a person sees of the emulator. `watch` goes before the services, to tell afterwards what they were told. */
export type Pages = Service & { watch: MiddlewareHandler };

export function createPages(shown: Shown): Pages {
  const journal = createJournal(shown);
  const history = createHistory(shown);
  const context = { ...shown, journal, history };
  const routes = new Hono();
  routes.use(refuseForeignPages);
  routes.route('/', serveAssets());
  routeHome(routes, context);
  routeForm(routes, context);
  routeSheet(routes, context);
  routeInbox(routes, context);
  function reset(): void {
    journal.clear();
    history.clear();
  }
  return { routes, watch: journal.watch, reset };
}

/** A page of some other site cannot press this one's buttons. */
const refuseForeignPages: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin;
  if (c.req.method !== 'POST' || !isForeign) return next();
  return answerPage(c, noticePage('Không nhận', 'Thao tác này đến từ một trang khác nên không được thực hiện.'), 403);
};
