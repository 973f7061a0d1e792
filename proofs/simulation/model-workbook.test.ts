import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createFiles } from '../../functions/google/files.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import type { Change, CommitOutcome, TabRange, Workbook } from '../../functions/ports.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import { createModelFile, createModelWorkbook } from './model-workbook.ts';
import { createRandom, type Random } from './random.ts';

const TABS = [
  { sheetId: 11, title: 'Nhật ký', hidden: false },
  { sheetId: 12, title: 'Bảng chiếu', hidden: true },
];
const NOWHERE = 99;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ port: 0 });
});
afterAll(() => emulator.close());

/** The same two tabs in the emulator, through the real client, and in the model. */
async function twoWorkbooks(): Promise<readonly [Workbook, Workbook]> {
  const google = createGoogle({ emulator: emulator.url, backoff: 1 });
  const files = createFiles(google);
  const id = await files.createSpreadsheet('Mô hình');
  await files.build(
    id,
    TABS.map(({ sheetId, title, hidden }) => ({
      addSheet: { properties: { sheetId, title, hidden, gridProperties: { rowCount: 40, columnCount: 6 } } },
    })),
    [],
  );
  return [createWorkbook(google, id), createModelWorkbook(createModelFile(id, TABS))];
}

const CELLS: readonly [Cell, ...Cell[]] = ['', '', 'chữ', '=1+1', '0123', "'", 46_000.25, 0, -3, true, false, ' '];

function drawRows(random: Random): Change['rows'] {
  const row = () => Array.from({ length: random.int(1, 4) }, () => ({ value: random.pick(CELLS) }));
  return Array.from({ length: random.int(1, 3) }, row);
}

function drawChange(random: Random): Change {
  const sheetId = random.chance(0.04) ? NOWHERE : random.pick([11, 12]);
  const rows = drawRows(random);
  if (random.chance(0.5)) return { kind: 'append', sheetId, log: random.chance(0.5), rows };
  return { kind: 'write', sheetId, row: random.int(0, 12), column: random.int(0, 2), rows };
}

/** A claim is mostly the next one; now and then one that was used. */
function drawCommit(random: Random, next: number) {
  const claim = random.chance(0.2) ? Math.max(1, next - random.int(1, 3)) : next;
  return {
    claim,
    token: `t${random.int(0, 9999)}`,
    changes: Array.from({ length: random.int(0, 3) }, () => drawChange(random)),
  };
}

function drawRanges(random: Random): readonly TabRange[] {
  const ids = random.chance(0.1) ? [11, NOWHERE] : [11, 12];
  return ids.map((sheetId) => ({ sheetId, columns: random.chance(0.5) ? null : random.int(1, 4) }));
}

const kindOf = ({ kind }: CommitOutcome) => kind;

test.each([1, 2, 3, 4, 5])('the model answers as the emulator does, commit by commit, seed %i', async (seed) => {
  const random = createRandom(seed);
  const [real, model] = await twoWorkbooks();
  for (let step = 0; step < 40; step += 1) {
    const highest = await real.highestClaim();
    expect(await model.highestClaim()).toBe(highest);
    const commit = drawCommit(random, highest + 1);
    const outcome = await real.commit(commit);
    expect(kindOf(await model.commit(commit)), `step ${step}: ${JSON.stringify(commit)}`).toBe(kindOf(outcome));
    const ranges = drawRanges(random);
    expect(await model.read(ranges), `step ${step}`).toEqual(await real.read(ranges));
  }
});

test('both know the same tabs, and neither has the one that is not there', async () => {
  const [real, model] = await twoWorkbooks();
  const known = async (workbook: Workbook) =>
    (await workbook.tabs())
      .filter(({ sheetId }) => sheetId !== 0)
      .map(({ sheetId, title, hidden }) => ({ sheetId, title, hidden }));
  expect(await known(model)).toEqual(await known(real));
  const ranges = [{ sheetId: NOWHERE, columns: null }];
  expect([await model.read(ranges), await real.read(ranges)]).toEqual([
    { kind: 'tab-missing' },
    { kind: 'tab-missing' },
  ]);
});
