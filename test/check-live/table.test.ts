import { expect, test } from 'vitest';
import { asRelied, differs, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { checkLiveTable } from '../../scripts/check-live/table.ts';

const line = { id: 'S1', assumption: 'điều chưa chắc', reliance: 'không cần biết', remedy: 'xem lại' };
const report = {
  results: [
    { ...line, ...asRelied('có') },
    { ...line, ...differs('không') },
    { ...line, ...unchecked('thiếu người') },
  ],
  leftBehind: ['https://docs.google.com/forms/d/abc/edit'],
};

test('each line says its state in words, what was seen or why not, and the files to delete come last', () => {
  const table = checkLiveTable(report, false);
  expect(table).toContain('đúng       S1   điều chưa chắc');
  expect(table).toContain('KHÁC       S1');
  expect(table).toMatch(/vì: +thiếu người/);
  expect(table).toContain('Đúng 1 · khác 1 · chưa kiểm 1.');
  expect(table.split('\n').at(-1)).toBe('  https://docs.google.com/forms/d/abc/edit');
});

test('colour repeats the word and is only for a terminal', () => {
  expect(checkLiveTable(report, false)).not.toContain('\u001b');
  expect(checkLiveTable(report, true)).toContain('\u001b[31mKHÁC');
});
