import { beforeEach, expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createWatches } from '../../functions/google/watches.ts';
import { renewWatch } from '../../functions/upkeep/watch/renew-watch.ts';
import { useOffice } from '../../test/support/office.ts';
import { dyingAt, type Gate, gatedGoogle, recording } from './gates.ts';

const office = useOffice();
const TOPIC = 'projects/demo/topics/forms';
const FORMER_TOPIC = 'projects/demo/topics/former';

beforeEach(async () => {
  const subscriptions = [TOPIC, FORMER_TOPIC].map((topic) => ({ topic, endpoint: 'http://127.0.0.1:9/' }));
  const body = JSON.stringify(subscriptions);
  await fetch(`${office.workspace.emulator.url}/_emulator/subscriptions`, { method: 'PUT', body });
});

function renew(topic: string, gate: Gate = (_name, act) => act()) {
  const { emulator, config } = office.workspace;
  const google = gatedGoogle(createGoogle({ emulator: emulator.url, backoff: 1 }), gate);
  return renewWatch(createWatches(google, config.FORM_ID), topic);
}

const form = () => [...office.workspace.emulator.forms.store.all()][0]!;
const standing = () =>
  [...form().watches.values()].map(({ eventType, topicName, state }) => `${eventType} ${topicName} ${state}`).sort();
const wanted = [`RESPONSES ${TOPIC} ACTIVE`, `SCHEMA ${TOPIC} ACTIVE`];

const situations: readonly (readonly [name: string, prepare: () => Promise<unknown>])[] = [
  ['no watch', async () => {}],
  ['both watches', () => renew(TOPIC)],
  ['both watches on another topic', () => renew(FORMER_TOPIC)],
];

test.each(situations)(
  'with %s before it, a renewal that ends at any call is completed by the next',
  async (_, prepare) => {
    await prepare();
    const before = structuredClone(form().watches);
    const calls = recording();
    await renew(TOPIC, calls.gate);
    expect(calls.names.length).toBeGreaterThan(2);
    for (const [step, name] of calls.names.entries()) {
      for (const side of ['before', 'after'] as const) {
        form().watches = structuredClone(before);
        await renew(TOPIC, dyingAt({ step, side })).catch(() => {});
        await renew(TOPIC);
        expect(standing(), `${side} ${name}`).toEqual(wanted);
      }
    }
  },
);

test.each(['429', '500', '503', 'drop-before', 'drop-after', 'late'] as const)(
  'a renewal in which each call meets %s once leaves one watch of each',
  async (kind) => {
    for (const [name, prepare] of situations) {
      form().watches.clear();
      await office.breakGoogle();
      await prepare();
      await office.breakGoogle(...Array.from({ length: 20 }, (_, call) => ({ kind, skip: 2 * call, times: 1 })));
      await renew(TOPIC);
      expect(standing(), name).toEqual(wanted);
    }
  },
);
