import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { erase } from '../../functions/upkeep/personal-data/erase.ts';
import { readTerm } from '../../functions/upkeep/personal-data/person-term.ts';
import { planFind } from '../../functions/upkeep/personal-data/plan-find.ts';
import { askTheCities, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import { crashPoints, dyingAt, type Gate, gatedGoogle, recording } from './gates.ts';
import { readOutcome, violations } from './outcome.ts';

const office = useOffice();
const NOW = Temporal.Instant.from('2025-10-27T08:00:00+07:00');
const CITIES = ['HPG', 'HUE'];
const person = readTerm('sxd@hpg.example');

let tokens = 0;

/** The administrator's command. */
function eraseThrough(gate: Gate = (_name, act) => act()): Promise<number> {
  const { emulator, provisioned } = office.workspace;
  const google = gatedGoogle(createGoogle({ emulator: emulator.url, backoff: 1 }), gate);
  const workbook = createWorkbook(google, provisioned.spreadsheetId);
  tokens += 1;
  const newToken = () => `erase-${tokens}`;
  return erase(
    { workbook, newToken },
    (people) => ({ rows: person ? planFind(people, person, null).filed : [], why: 'theo đề nghị' }),
    NOW,
  );
}

/** Two people have filed; the moment can be had again. */
async function prepare() {
  await askTheCities(office, { cities: CITIES });
  await office.sync();
  for (const unit of CITIES) await office.file(unit, fullReport(unit));
  await office.sync();
  const reset = office.workspace.emulator.checkpoint();
  return async (act: () => Promise<unknown>) => {
    reset();
    await act();
    await office.breakGoogle();
    expect(await eraseThrough()).toBe(0);
    return readOutcome(office);
  };
}

test('an erasure that ends before or after any call is completed by the next, and recorded once', async () => {
  const play = await prepare();
  const calls = recording();
  const quiet = await play(() => eraseThrough(calls.gate));
  expect(calls.names.length).toBeGreaterThan(2);
  for (const point of crashPoints(calls.names)) {
    const outcome = await play(async () => {
      await eraseThrough(dyingAt(point)).catch(() => {});
      await eraseThrough();
    });
    expect(violations(quiet, outcome, { copies: 1 }), `${point.side} ${point.name}`).toEqual([]);
  }
});

test.each(['429', '500', '503', 'drop-before', 'drop-after', 'late'] as const)(
  'an erasure in which each call meets %s once is like any other',
  async (kind) => {
    const play = await prepare();
    const quiet = await play(() => eraseThrough());
    const outcome = await play(async () => {
      await office.breakGoogle(...Array.from({ length: 12 }, (_, call) => ({ kind, skip: 2 * call, times: 1 })));
      expect(await eraseThrough()).toBe(1);
    });
    expect(violations(quiet, outcome, { copies: 1 })).toEqual([]);
  },
);
