import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plantedBugs as ofSimulation, type PlantedBug } from '../../proofs/simulation/planted-bugs.ts';
import { plantedBugs as ofSoak } from '../../proofs/soak/planted-bugs.ts';

const plantedBugs: Readonly<Record<string, PlantedBug>> = { ...ofSimulation, ...ofSoak };

const root = new URL('../../', import.meta.url);

test.each(
  Object.entries(plantedBugs).flatMap(([bug, { edits }]) => edits.map(({ file, find }) => [bug, file, find] as const)),
)('%s is planted where the product has its words: %s', (_bug, file, find) => {
  expect(readFileSync(new URL(file, root), 'utf8')).toContain(find);
});
