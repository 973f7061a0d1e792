import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { actorOf } from './actor.ts';
import type { SettableClock } from './clock.ts';
import type { Fault, FaultList } from './faults.ts';
import { type Quotas, quotaClassOf, quotaRefusal } from './quotas.ts';
import type { RequestLog } from './request-log.ts';

type Bindings = { Bindings: HttpBindings };

/** Where Google's APIs answer; everything else is the control plane or people's pages. */
const apiPath = /^\/(v\d+|drive|upload|batch|token|oauth2)(\/|$)/;
export const isApiCall = (path: string): boolean => apiPath.test(path);

const isDropped = (response: Response) => response === RESPONSE_ALREADY_SENT;

function dropConnection(c: Context<Bindings>): void {
  c.env.incoming.socket.destroy();
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}

/** An answer bears the time of the emulator's clock, as Google's bears that of Google's. */
export function dateApiCalls(clock: SettableClock): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    await next();
    if (isApiCall(c.req.path) && !isDropped(c.res))
      c.res.headers.set('date', new Date(clock.nowMillis()).toUTCString());
  };
}

/** Writes each API call into the log before its answer leaves, so whoever has the answer finds it there. */
export function logApiCalls(log: RequestLog): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    if (!isApiCall(c.req.path)) return next();
    const started = performance.now();
    await next();
    const dropped = isDropped(c.res);
    const body = dropped ? null : await c.res.arrayBuffer();
    if (body !== null) c.res = new Response(body.byteLength > 0 ? body : null, c.res);
    const requestBytes = Number(c.req.header('content-length') ?? 0);
    const responseBytes = body?.byteLength ?? 0;
    log.add({
      method: c.req.method,
      path: c.req.path,
      query: new URL(c.req.url).search,
      user: actorOf(c),
      status: dropped ? 0 : c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      bytes: requestBytes + responseBytes,
      requestBytes,
      responseBytes,
    });
  };
}

const faultAnswers = {
  '400': { status: 'INVALID_ARGUMENT', message: 'Request contains an invalid argument.' },
  '429': { status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' },
  '500': { status: 'INTERNAL', message: 'Internal error encountered.' },
  '503': { status: 'UNAVAILABLE', message: 'The service is currently unavailable.' },
} as const;

/**
 * Lets the listed faults strike API calls. A `drop-after` lets the work be done and loses the answer; of a `late` call
 * the connection is lost at once, and the work is done when the next call has done its own.
 */
export function strikeApiCalls(faults: FaultList<Fault>): MiddlewareHandler<Bindings> {
  let late: (() => Promise<void>)[] = [];
  return async (c, next) => {
    const { method, path } = c.req;
    if (!isApiCall(path)) return next();
    const overdue = late;
    late = [];
    const body = faults.some(({ body }) => body !== undefined) ? await c.req.text() : '';
    const striking = faults.strike(
      (fault) =>
        (fault.method ?? method) === method && (fault.path?.test(path) ?? true) && (fault.body?.test(body) ?? true),
    );
    const delay = striking.reduce((sum, { ms }) => sum + ms, 0);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const kind = striking.find((fault) => fault.kind !== 'delay')?.kind;
    if (kind === 'late') {
      // Read while the connection is there: its end is the end of what was not read.
      await c.req.arrayBuffer();
      dropConnection(c);
      await new Promise<void>((done) => {
        late.push(() => next().finally(done));
      });
    } else if (kind !== undefined && kind in faultAnswers) {
      const code = Number(kind) as 400 | 429 | 500 | 503;
      c.res = c.json({ error: { code, ...faultAnswers[kind as keyof typeof faultAnswers] } }, code);
    } else if (kind !== 'drop-before') await next();
    for (const work of overdue) await work();
    if (kind === 'drop-before' || kind === 'drop-after' || kind === 'late') dropConnection(c);
    return;
  };
}

/** Answers 429 to calls over the quota of their class. */
export function limitApiCalls(quotas: Quotas): MiddlewareHandler {
  return async (c, next) => {
    const quotaClass = quotaClassOf(c.req.method, c.req.path);
    const exceeded = quotaClass && quotas.exceededBy(quotaClass);
    return exceeded ? c.json(quotaRefusal(exceeded).toBody(), 429) : next();
  };
}
