import { runEmulator } from 'google-workspace-emulator/testing';
import { describe, expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createFiles } from '../../functions/google/files.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import type { CommitOutcome, RowChange, RowWrite, TabRange, Workbook } from '../../functions/ports.ts';
import { createModelFile, createModelWorkbook } from '../../proofs/simulation/model-workbook.ts';
import { createRandom, type Random } from '../../proofs/simulation/random.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import { brokenClauses, keepsContract } from './contract.ts';
import { contractTabs, NOWHERE, workbookContract } from './workbook.ts';

const running = runEmulator();

async function realWorkbook(): Promise<Workbook> {
  const google = createGoogle({ emulator: running.emulator.url, backoff: 1 });
  const files = createFiles(google);
  const id = await files.createSpreadsheet('Hợp đồng');
  const gridProperties = { rowCount: 200, columnCount: 10 };
  await files.build(
    id,
    contractTabs.map((tab) => ({ addSheet: { properties: { ...tab, gridProperties } } })),
    [],
  );
  return createWorkbook(google, id);
}

const modelWorkbook = async () => createModelWorkbook(createModelFile('mô-hình', contractTabs));

keepsContract('the Sheets adapter, on the emulator', workbookContract, realWorkbook);
keepsContract('the workbook in memory', workbookContract, modelWorkbook);

/** The model with one thing wrong. */
const faults: Readonly<Record<string, (right: Workbook) => Partial<Workbook>>> = {
  'forgets which claims were used': (right) => {
    const commits: unknown[] = [];
    return { commit: (commit) => right.commit({ ...commit, claim: commits.push(commit) }) };
  },
  'keeps the claim of a refused commit': (right) => ({
    async commit(commit) {
      const outcome = await right.commit(commit);
      if (outcome.kind === 'refused') await right.commit({ ...commit, changes: [] });
      return outcome;
    },
  }),
  'keeps half of a refused commit': (right) => ({
    async commit(commit) {
      const outcome = await right.commit(commit);
      if (outcome.kind === 'refused') await right.commit({ ...commit, changes: commit.changes.slice(0, 1), claim: -1 });
      return outcome;
    },
  }),
  'reads every column': (right) => ({ read: (ranges) => right.read(ranges.map((one) => ({ ...one, columns: null }))) }),
  'reads a missing tab as an empty one': (right) => ({
    async read(ranges) {
      const outcome = await right.read(ranges);
      return outcome.kind === 'read' ? outcome : { kind: 'read', grids: new Map(), headers: new Map() };
    },
  }),
  'counts the claims': (right) => {
    let done = 0;
    return {
      async commit(commit) {
        const outcome = await right.commit(commit);
        if (outcome.kind === 'done') done += 1;
        return outcome;
      },
      highestClaim: async () => done,
    };
  },
};

test.each(Object.entries(faults))('a model that %s breaks the contract', async (_fault, plant) => {
  const make = async () => {
    const right = await modelWorkbook();
    return { ...right, ...plant(right) };
  };
  expect(await brokenClauses(workbookContract, make)).not.toEqual([]);
});

const CELLS: readonly [Cell, ...Cell[]] = ['', '', 'chữ', '=1+1', '0123', "'", 46_000.25, 0, -3, true, false, ' '];

function drawRows(random: Random): RowWrite['rows'] {
  const row = () => Array.from({ length: random.int(1, 4) }, () => ({ value: random.pick(CELLS) }));
  return Array.from({ length: random.int(1, 3) }, row);
}

function drawChange(random: Random): RowChange {
  const sheetId = random.chance(0.04) ? NOWHERE : random.pick([11, 12]);
  const rows = drawRows(random);
  if (random.chance(0.2)) return { kind: 'shift', sheetId, row: random.int(1, 12), by: random.pick([-2, -1, 1, 2]) };
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
  return ids.map((sheetId) => {
    if (random.chance(0.5)) return { sheetId, columns: null };
    const columns = random.int(1, 4);
    const from = columns + random.int(0, 3);
    return { sheetId, columns, ...(random.chance(0.4) && { also: [from, from + random.int(1, 3)] as const }) };
  });
}

const kindOf = ({ kind }: CommitOutcome) => kind;

describe('what no clause foresees', () => {
  test.each([1, 2, 3, 4, 5])('the model answers as the emulator does, commit by commit, seed %i', async (seed) => {
    const random = createRandom(seed);
    const [real, model] = [await realWorkbook(), await modelWorkbook()];
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
});
