import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { dateApiCalls, isApiCall, limitApiCalls, logApiCalls, strikeApiCalls } from './api-calls.ts';
import { createClock, type SettableClock } from './clock.ts';
import { createControl } from './control.ts';
import { createDriveService } from './drive/drive-service.ts';
import { createFaultList, type Fault } from './faults.ts';
import { createFormsService, type FormsService } from './forms/forms-service.ts';
import { answerGoogleErrors, notFound, notImplemented } from './google-error.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import type { Block, Intro } from './pages/home/links-block.ts';
import type { Runner } from './pages/home/runner.ts';
import { createPages } from './pages/pages.ts';
import { createPubsub } from './pubsub/pubsub.ts';
import { createQuotas } from './quotas.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { DriveFile, Service } from './service.ts';
import { createSheetsService, type SheetsService } from './sheets/index.ts';
import { createSwitches } from './switches.ts';

export type Emulator = {
  /** Where the APIs and the control plane answer, without a trailing slash; the `rootUrl` of a Google client. */
  url: string;
  /** The inbox, as nodemailer takes it. */
  smtpUrl: string;
  clock: SettableClock;
  log: RequestLog;
  inbox: Inbox;
  forms: FormsService;
  sheets: SheetsService;
  files: ReadonlyMap<string, DriveFile>;
  /** Back to empty: no files, mail, faults or subscriptions, switches as at the start, the machine's time. */
  reset(): void;
  /** Remembers the files and the time. @returns what puts them back; all else is then as after a reset */
  checkpoint(): () => void;
  /** How many requests of any kind came since it was started, put back or reset. */
  asked(): number;
  close(): Promise<void>;
};

const newId = (length = 44) => randomBytes(length).toString('base64url').slice(0, length);

export type EmulatorOptions = {
  /** Where the APIs, the control plane and the pages answer. @default 0, a free one */
  port?: number;
  /** Where the inbox takes mail. @default 0, a free one */
  smtpPort?: number;
  /** What the home page offers to run. @default none */
  runners?: readonly Runner[];
  /** What the home page says at its top; asked at each showing. @default what the emulator is */
  intro?: () => Promise<Intro>;
  /** What the home page says and where it leads besides its own pages; asked at each showing. @default none */
  blocks?: () => Promise<readonly Block[]>;
  /** When the program will next have something to do, as an ISO instant: the clock can be moved there. @default none */
  nextEvent?: () => Promise<string | undefined>;
};

/** Starts an empty emulator on the loopback. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const place = { url: '' };
  const parts = await createParts(options, () => place.url);
  const { clock, log, inbox, forms, sheets, files } = parts;
  const reset = () => resetParts(parts);
  const server = await listen(composeApp(parts, reset), options.port ?? 0).catch(async (error: unknown) => {
    await inbox.close();
    throw error;
  });
  place.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, inbox.close()]);
  }
  const held = { clock, log, inbox, forms, sheets, files };
  const asked = () => parts.requests.count;
  return { url: place.url, smtpUrl: inbox.url, ...held, reset, checkpoint: () => checkpoint(parts), asked, close };
}

const itself: Intro = {
  title: 'Bàn làm việc',
  about: 'Bảng tính, biểu mẫu và hộp thư trên máy này. Không gì ở đây ra ngoài máy.',
};

type Parts = Awaited<ReturnType<typeof createParts>>;

async function createParts(options: EmulatorOptions, origin: () => string) {
  const { smtpPort = 0, runners = [], blocks = async () => [], nextEvent = async () => undefined } = options;
  const { intro = async () => itself } = options;
  const clock = createClock();
  const pubsub = createPubsub(clock);
  const inbox = await createInbox({ port: smtpPort, now: clock.now });
  const { switches, reset: switchBack } = createSwitches();
  const files = new Map<string, DriveFile>();
  const context = { clock, files, newId, origin, switches };
  const forms = createFormsService({ ...context, pubsub });
  const sheets = createSheetsService(context);
  const pages = createPages({ ...context, forms, sheets, inbox, runners, intro, blocks, nextEvent });
  const services: Service[] = [sheets, forms, createDriveService(context), pages];
  const [log, faults, quotas] = [createRequestLog(), createFaultList<Fault>(), createQuotas(clock)];
  const requests = { count: 0 };
  return {
    requests,
    clock,
    pubsub,
    inbox,
    switches,
    switchBack,
    files,
    forms,
    sheets,
    pages,
    services,
    log,
    faults,
    quotas,
  };
}

function resetParts({ requests, clock, pubsub, inbox, switchBack, files, services, log, faults, quotas }: Parts): void {
  requests.count = 0;
  for (const service of services) service.reset();
  files.clear();
  switchBack();
  faults.replace([]);
  quotas.limit({});
  pubsub.reset();
  inbox.clear();
  inbox.setFaults([]);
  clock.set(null);
  log.clear();
}

function checkpoint(parts: Parts): () => void {
  const { clock, files, forms, sheets } = parts;
  const now = Temporal.Instant.from(clock.now());
  const restores = [sheets.save(), forms.store.save()];
  const saved = structuredClone([...files]);
  return () => {
    resetParts(parts);
    for (const restore of restores) restore();
    for (const [id, file] of structuredClone(saved)) files.set(id, file);
    clock.set(now);
  };
}

function composeApp(parts: Parts, reset: () => void): Hono<{ Bindings: HttpBindings }> {
  const { clock, log, faults, quotas, services, forms, pages } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use((_, next) => {
    parts.requests.count += 1;
    return next();
  });
  app.use(dateApiCalls(clock), logApiCalls(log), strikeApiCalls(faults), limitApiCalls(quotas), pages.watch);
  for (const service of services) app.route('/', service.routes);
  app.route('/_emulator', forms.control);
  app.route('/', createControl({ ...parts, reset }));
  answerUnknownCalls(app as unknown as Hono);
  return app;
}

/** Listens on the loopback. @throws Error EADDRINUSE for a port that is taken */
async function listen({ fetch }: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Server> {
  // The machine's own Request and Response stay: whoever runs the emulator in its process may use them.
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  // An idle connection stays open: closing it would now and then cross with a request on its way.
  server.keepAliveTimeout = 0;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A Google call nobody here serves is answered 501 by its name; any other path is simply not there. */
function answerUnknownCalls(app: Hono): void {
  answerGoogleErrors(app);
  app.notFound(() => {
    throw notFound();
  });
  app.all('*', (c) => {
    throw isApiCall(c.req.path) ? notImplemented(`${c.req.method} ${c.req.path}`) : notFound();
  });
}
