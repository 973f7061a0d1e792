import { beforeEach, expect, test } from 'vitest';
import { type LedgerRow, ledger } from '../../sheets-schema/tabs/logs.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { ROUND, useOffice } from '../../test/support/office.ts';
import type { Gate } from './gates.ts';
import { type RunOptions, syncThrough } from './runs.ts';
import { askCommunes } from './scenes.ts';

/** Two batches and a half. */
const UNITS = 120;
const office = useOffice();

beforeEach(() => askCommunes(office, UNITS));

const run = (options: RunOptions = {}) => syncThrough(office.workspace, options);
const runAt = (time: string, options: RunOptions = {}) => {
  office.moveTo(time);
  return run(options);
};

/** Mails to communes, by the commune they went to. */
async function copies(): Promise<ReadonlyMap<string, readonly string[]>> {
  const mails = (await office.mails()).filter(({ envelope }) => envelope.to.every((to) => to.endsWith('@xa.example')));
  const byUnit = Map.groupBy(mails, ({ envelope }) => envelope.to.join());
  return new Map([...byUnit].map(([to, own]) => [to, own.map(({ messageId }) => messageId)]));
}

const isInvitation = ({ key, unit }: LedgerRow) => key.includes('/moi/') && unit?.startsWith('X');

async function expectEachInvitedOnce(mostCopies = 1): Promise<void> {
  const arrived = await copies();
  expect(arrived.size).toBe(UNITS);
  const ids = [...arrived.values()];
  expect(Math.max(...ids.map((own) => own.length))).toBeLessThanOrEqual(mostCopies);
  expect(ids.filter((own) => new Set(own).size !== 1)).toEqual([]);
  const sent = (await office.rowsOf(ledger)).filter((row) => isInvitation(row) && row.state === 'đã gửi');
  expect(sent).toHaveLength(UNITS);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(UNITS);
}

/** The process ends at the n-th call whose name begins so: before it acts, or when it has acted. */
function dyingAtThe(nth: number, name: string, side: 'before' | 'after'): Gate {
  let met = 0;
  let isDead = false;
  return async (call, act) => {
    if (isDead) throw new Error(`dead before ${call}`);
    const isOne = call.startsWith(name);
    if (isOne) met += 1;
    if (!isOne || met !== nth) return act();
    if (side === 'after') await act();
    isDead = true;
    throw new Error(`died ${side} ${call} ${nth}`);
  };
}

test.each([
  ['the commit', 2, 'before'],
  ['the commit', 2, 'after'],
  ['the commit', 3, 'before'],
  ['the commit', 3, 'after'],
  ['a mail', 60, 'before'],
  ['a mail', 119, 'after'],
] as const)('a process killed at %s %i, %s it, is made good by the next', async (name, nth, side) => {
  await expect(run({ gate: dyingAtThe(nth, name, side) })).rejects.toThrow();
  await runAt('2025-10-23 14:25');
  await runAt('2025-10-23 14:45');
  await expectEachInvitedOnce(2);
});

test('a server that takes no more mail after the 70th gets the others later', async () => {
  await office.breakMail({ kind: 'refuse-temporary', to: '@xa', skip: 70 });
  expect(await run()).toMatchObject({ failed: UNITS - 70 });
  await office.breakMail();
  await runAt('2025-10-23 14:25');
  await expectEachInvitedOnce();
});

test('a daily cap sends a part each day, and nobody twice', async () => {
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '28/11/2025');
  await office.type(settingsTab, 'Hạn mức thư mỗi ngày', 'Giá trị', 55);
  const arrived: number[] = [];
  for (const day of ['2025-10-23', '2025-10-24', '2025-10-27']) {
    await runAt(`${day} 14:25`);
    await runAt(`${day} 15:25`);
    // The digest stands outside the cap.
    arrived.push((await office.mails()).filter(({ subject }) => !subject.startsWith('[Bản tin')).length);
  }
  expect(arrived.slice(0, 2)).toEqual([55, 110]);
  await expectEachInvitedOnce();
});

test('a run without time left stops claiming, and the next goes on', async () => {
  let sent = 0;
  const counted: Gate = (name, act) => {
    if (name === 'a mail') sent += 1;
    return act();
  };
  const first = await run({ gate: counted, rewire: (ports) => ({ ...ports, hasTime: () => sent < 60 }) });
  expect(first.sent).toBeLessThan(UNITS);
  expect((await copies()).size).toBeLessThan(UNITS);
  await runAt('2025-10-23 14:25');
  await expectEachInvitedOnce();
});
