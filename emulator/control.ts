import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { SettableClock } from './clock.ts';
import { type Fault, type FaultList, faultSchema } from './faults.ts';
import type { Inbox } from './inbox/inbox.ts';
import { smtpFaultSchema } from './inbox/smtp-faults.ts';
import type { Pubsub } from './pubsub/pubsub.ts';
import { subscriptionSchema } from './pubsub/subscription-schema.ts';
import { type Quotas, quotaSchema } from './quotas.ts';
import { readControl, refuseControl } from './read-control.ts';
import type { RequestLog } from './request-log.ts';

/** What the control plane holds in its hand. */
export type Controlled = {
  clock: SettableClock;
  log: RequestLog;
  faults: FaultList<Fault>;
  quotas: Quotas;
  switches: Map<string, boolean>;
  pubsub: Pubsub;
  inbox: Inbox;
  reset(): void;
};

const instantSchema = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not an instant; write it like 2026-11-22T08:30:00+07:00`,
    });
    return z.NEVER;
  }
});
const clockSchema = z.strictObject({ now: z.nullable(instantSchema) });
const switchesSchema = z.record(z.string(), z.boolean());

/** `/_emulator/…`: what a test turns, and what it looks at. A request it cannot read is answered 400 and changes nothing. */
export function createControl(controlled: Controlled): Hono {
  const app = new Hono().basePath('/_emulator');
  refuseControl(app);
  app.post('/reset', (c) => {
    controlled.reset();
    return c.json({});
  });
  controlTime(app, controlled);
  controlCalls(app, controlled);
  controlMail(app, controlled);
  app.all('*', (c) =>
    c.json({ error: { message: `The emulator has no control ${c.req.method} ${c.req.path}.` } }, 404),
  );
  return app;
}

function controlTime(app: Hono, { clock, switches }: Controlled): void {
  app.get('/clock', (c) => c.json({ now: clock.now() }));
  app.put('/clock', async (c) => {
    clock.set((await readControl(c, clockSchema)).now);
    return c.json({ now: clock.now() });
  });
  app.get('/switches', (c) => c.json(Object.fromEntries(switches)));
  app.put('/switches', async (c) => {
    for (const [name, on] of Object.entries(await readControl(c, switchesSchema))) switches.set(name, on);
    return c.json(Object.fromEntries(switches));
  });
}

function controlCalls(app: Hono, { log, faults, quotas, pubsub }: Controlled): void {
  app.get('/requests', (c) => c.json(log.list()));
  app.delete('/requests', (c) => {
    log.clear();
    return c.json({});
  });
  app.put('/faults', async (c) => {
    faults.replace(await readControl(c, z.array(faultSchema)));
    return c.json({});
  });
  app.put('/quotas', async (c) => {
    quotas.limit(await readControl(c, quotaSchema));
    return c.json({});
  });
  app.put('/subscriptions', async (c) => {
    pubsub.subscribe(await readControl(c, z.array(subscriptionSchema)));
    return c.json({});
  });
  app.get('/pushes', async (c) => c.json(await pubsub.pushes()));
}

function controlMail(app: Hono, { inbox }: Controlled): void {
  app.get('/mail', async (c) => c.json(await inbox.messages()));
  app.get('/mail/:n/raw', (c) => {
    const raw = inbox.raw(Number(c.req.param('n')));
    if (!raw) return c.json({ error: { message: `There is no message ${c.req.param('n')}; they count from 0.` } }, 404);
    return c.body(new Uint8Array(raw), 200, { 'content-type': 'message/rfc822' });
  });
  app.delete('/mail', (c) => {
    inbox.clear();
    return c.json({});
  });
  app.put('/smtp-faults', async (c) => {
    inbox.setFaults(await readControl(c, z.array(smtpFaultSchema)));
    return c.json({});
  });
}
