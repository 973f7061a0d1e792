import { expect, test } from 'vitest';
import {
  type Bookkeeping,
  firstBookkeeping,
  readBookkeeping,
  writeBookkeeping,
} from '../../functions/workbook/bookkeeping.ts';
import type { Grid } from '../../sheets-schema/cell.ts';
import { headerRow } from '../../sheets-schema/parse-tab.ts';
import { system, systemCells } from '../../sheets-schema/tabs/system.ts';

const book: Bookkeeping = {
  ...firstBookkeeping('1aBcDeFgHiJ', 'https://docs.google.example/spreadsheets/d/1aBcDeFgHiJ'),
  revision: 41,
  token: 'a1b2c3d4',
  formHash: '{"hash":"0042"}',
  formUri: 'https://docs.google.example/forms/d/e/1/viewform',
  formId: '1xYz',
  lastGoodRun: '2025-10-24T02:00:00Z',
  mailHold: 'bảng tính đã được khôi phục về bản cũ',
  doctor: 'hai dòng\ncần xem',
  rows: { reports: 3, answers: 40, ledger: 12, changes: 7 },
};

/** The tab once the cells are written. */
function gridOf(written: Bookkeeping): Grid {
  const cells = writeBookkeeping(written).rows.map((row) => row.map(({ value }) => value));
  return [headerRow(system), ...cells];
}

test('what is written is read again, every cell', () => {
  expect(readBookkeeping(gridOf(book))).toEqual(book);
  expect(
    gridOf(book)
      .slice(1)
      .map(([name]) => name),
  ).toEqual(systemCells);
});

test('cells are found by name, in any order, and may be missing', () => {
  const [header, ...cells] = gridOf(book);
  expect(readBookkeeping([header!, ...cells.toReversed()])).toEqual(book);
  expect(readBookkeeping([header!, ['revision', 5]])).toMatchObject({ revision: 5, token: '', rows: { reports: 0 } });
});

test('a file without a schema version is one of the first release', () => {
  const read = readBookkeeping([['revision', '5']]);
  expect(read).toMatchObject({ schema: { system: 1, people: 1 }, lowestWriter: 1, release: '' });
});

test('a file whose tab is empty was never provisioned', () => {
  expect(readBookkeeping([])).toBeNull();
  expect(readBookkeeping([headerRow(system)])).toBeNull();
});

test('a revision that is no number counts as none: the claims tell that it is wrong', () => {
  expect(readBookkeeping([['revision', 'mới']])?.revision).toBe(0);
});

test.each(['hôm qua', '45965,35', '2025-13-01T00:00:00Z', ''])(
  'a moment written over with "%s" stops no run',
  (cell) => {
    const read = readBookkeeping([
      ['revision', '5'],
      ['lastGoodRun', cell],
      ['lookedAt', cell],
    ]);
    expect(read).toMatchObject({ lastGoodRun: '', lookedAt: '' });
  },
);
