import { Hono, type MiddlewareHandler } from 'hono';
import type { SettableClock } from '../clock.ts';
import type { FormsService } from '../forms/forms-service.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { DriveFile, Service } from '../service.ts';
import type { SheetsService } from '../sheets/index.ts';
import { serveAssets } from './assets.ts';
import { routeForm } from './form/form-routes.ts';
import { routeHome } from './home/home-routes.ts';
import { createJournal, type Journal } from './home/journal.ts';
import type { Link } from './home/links-block.ts';
import type { Runner } from './home/runner.ts';
import { routeInbox } from './inbox/inbox-routes.ts';
import { answerPage, noticePage } from './page.ts';
import { routeSheet } from './sheet/sheet-routes.ts';

/** What the pages look at, and what a person may set in motion from them. */
export type Shown = {
  clock: SettableClock;
  forms: FormsService;
  sheets: SheetsService;
  inbox: Inbox;
  files: ReadonlyMap<string, DriveFile>;
  origin(): string;
  runners: readonly Runner[];
  /** Known only once the program has made its files. */
  links(): readonly Link[];
};

export type PagesContext = Shown & { journal: Journal };

/** What a person sees of the emulator. `watch` goes before the services, to tell afterwards what they were told. */
export type Pages = Service & { watch: MiddlewareHandler };

export function createPages(shown: Shown): Pages {
  const journal = createJournal(shown);
  const context = { ...shown, journal };
  const routes = new Hono();
  routes.use(refuseForeignPages);
  routes.route('/', serveAssets());
  routeHome(routes, context);
  routeForm(routes, context);
  routeSheet(routes, context);
  routeInbox(routes, context);
  return { routes, watch: journal.watch, reset: journal.clear };
}

/** A page of some other site cannot press this one's buttons. */
const refuseForeignPages: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin;
  if (c.req.method !== 'POST' || !isForeign) return next();
  return answerPage(c, noticePage('Không nhận', 'Thao tác này đến từ một trang khác nên không được thực hiện.'), 403);
};
