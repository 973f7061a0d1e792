import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeOf } from '../../proofs/people/outcome.ts';
import { typing } from '../../proofs/people/person-acts.ts';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { furnish } from '../../scripts/workspace/start-workspace.ts';
import { OUTLINE_VERSION } from '../../sheets-schema/seed/outline.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { askTheCities, createOffice, mailboxOf, type Office } from '../support/office.ts';
import { fewOf } from '../support/properties.ts';
import { fullReport } from '../support/reports.ts';
import { describedSwitches, switches } from '../support/switches.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({});
});
afterAll(() => emulator.close());

async function officeUnder(names: readonly string[]): Promise<Office> {
  emulator.reset();
  const on = Object.fromEntries(names.map((name) => [name, true]));
  await fetch(`${emulator.url}/_emulator/switches`, { method: 'PUT', body: JSON.stringify(on) });
  return createOffice(await furnish(emulator, '2025-10-23T14:05:00+07:00'));
}

/** From provisioning to the first late notice; with an edited report, a reworded question, two runs at once. */
async function played(...names: readonly string[]) {
  const office = await officeUnder(names);
  await askTheCities(office, { cities: ['HPG', 'DNG', 'HUE'] });
  await office.sync();
  office.moveTo('2025-10-24 10:00');
  const first = await office.file('DNG', withoutPlan(fullReport('DNG')));
  await typing(outline, OUTLINE_VERSION, outline.columns.title.header, '1.1. Tình hình rà soát các đề án')(office);
  await office.syncAt('2025-10-24 10:02');
  office.moveTo('2025-10-24 10:05');
  await office.file('DNG', fullReport('DNG'), { responseId: first });
  office.moveTo('2025-10-24 10:07');
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-24 10:09');
  office.moveTo('2025-10-30 08:30');
  await Promise.all([office.sync(), office.sync()]);
  await office.sync();
  return outcomeOf(office);
}

const calm: { outcome?: Awaited<ReturnType<typeof played>> } = {};

test('the story has something to say', async () => {
  calm.outcome = await played();
  const late = calm.outcome.mails.filter((mail) => mail.startsWith(mailboxOf('HUE')) && mail.includes('[Quá hạn]'));
  expect(late).toHaveLength(1);
});

test('each switch is described where the service is made', () => {
  expect(switches.length).toBeGreaterThan(25);
  expect(describedSwitches).toEqual(switches);
});

// By default some of them; all in the long set. All at once are played always.
test.each(fewOf(switches, 3))('it ends the same way under %s', async (name) => {
  expect(await played(name)).toEqual(calm.outcome);
});

test('and under all of them at once', async () => {
  expect(await played(...switches)).toEqual(calm.outcome);
});
