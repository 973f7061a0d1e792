import { expect, test } from 'vitest';
import { decodeFacts } from '../../../functions/domain/reading/examine-answer.ts';
import { hostileCells, readEverything } from './hostile-cells.ts';

test.each([...hostileCells()])('what is kept of a cell full of %s is small and can be read again', (_, cell) => {
  const facts = readEverything(cell);
  expect(facts.length).toBeLessThan(1_000);
  expect(decodeFacts(facts)).not.toBeNull();
});
