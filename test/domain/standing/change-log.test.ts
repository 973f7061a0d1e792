import { describe, expect, test } from 'vitest';
import {
  changesSince,
  createTaskJoined,
  decisionSubject,
  encodeDecision,
  readChanges,
  vanishedDecisions,
} from '../../../functions/domain/standing/change-log.ts';
import { encodeRow, headerRow, parseTab } from '../../../sheets-schema/parse-tab.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { type ChangeRow, changes } from '../../../sheets-schema/tabs/logs.ts';
import { at } from '../notices/notice-world.ts';

const NOW = at('2025-10-24 09:00');

function row(subject: string, value: string | null): ChangeRow {
  return { seenAt: NOW, subject, old: null, new: value };
}

const granted: Decision = {
  at: at('2025-10-24 08:00'),
  subject: '2025-10',
  unit: 'HPG',
  item: null,
  decision: 'Gia hạn',
  value: '31/10/2025',
  reason: 'bão; "lũ"\nhai dòng',
  by: 'Điều phối viên',
};

test('the last value written under a subject is what holds', () => {
  const book = readChanges([
    row('round/1/state', 'Chuẩn bị'),
    row('round/1/state', 'Đang mở'),
    row('round/2/state', null),
  ]);
  expect(book.last('round/1/state')).toBe('Đang mở');
  expect(book.last('round/3/state')).toBeNull();
  expect(book.under('round/')).toEqual([['round/1/state', 'Đang mở']]);
});

test('only what moved is written, with what it was before', () => {
  const book = readChanges([row('a', '1'), row('b', '2')]);
  const wanted = new Map([
    ['a', '1'],
    ['b', '3'],
    ['c', '4'],
    ['d', null],
  ]);
  expect(changesSince(book, NOW, wanted)).toEqual([
    { seenAt: NOW, subject: 'b', old: '2', new: '3' },
    { seenAt: NOW, subject: 'c', old: null, new: '4' },
  ]);
});

test.each([1, 100, 10_000, 100_000])('a list of %i units reads back the same, and what it becomes too', (count) => {
  const units = Array.from({ length: count }, (_, index) => `X${10_000 + index}`);
  const lists = [units, units.slice(0, count / 2), [...units, 'Y1'], units.slice(0, 1), null];
  let rows: readonly ChangeRow[] = [];
  for (const list of lists) {
    const value = list?.join('; ') || null;
    const written = changesSince(readChanges(rows), NOW, new Map([['round/1/expected', value]]));
    for (const row of written)
      expect(encodeRow(changes, row).every((cell) => String(cell).length <= 50_000)).toBe(true);
    rows = [...rows, ...parseTab(changes, [headerRow(changes), ...written.map((row) => encodeRow(changes, row))]).rows];
    const book = readChanges(rows);
    expect(book.last('round/1/expected')).toBe(value);
    expect(book.under('round/')).toEqual(value === null ? [] : [['round/1/expected', value]]);
    expect(changesSince(book, NOW, new Map([['round/1/expected', value]]))).toEqual([]);
  }
});

test('a value that was taken back is written as gone, once', () => {
  const gone = changesSince(readChanges([row('a', '1')]), NOW, new Map([['a', null]]));
  expect(gone).toEqual([{ seenAt: NOW, subject: 'a', old: '1', new: null }]);
  expect(changesSince(readChanges([row('a', '1'), ...gone]), NOW, new Map([['a', null]]))).toEqual([]);
});

test('a decision whose row is gone comes back whole', () => {
  const book = readChanges([row(decisionSubject(granted), encodeDecision(granted))]);
  expect(vanishedDecisions(book, [])).toEqual([granted]);
  expect(vanishedDecisions(book, [granted])).toEqual([]);
});

test('a decision whose value or reason was edited is the same row', () => {
  const book = readChanges([row(decisionSubject(granted), encodeDecision(granted))]);
  expect(vanishedDecisions(book, [{ ...granted, value: '05/11/2025', reason: null }])).toEqual([]);
  expect(vanishedDecisions(book, [{ ...granted, unit: 'HUE' }])).toEqual([granted]);
});

test.each(['', 'không phải JSON', '{}', '{"at":"hôm qua"}'])(
  'a damaged cell %j acts no longer, and stops nothing',
  (cell) => {
    expect(vanishedDecisions(readChanges([row('decision/x', cell)]), [])).toEqual([]);
  },
);

describe('since when a unit has had a task that others had before it', () => {
  const day = (n: number) => at(`2025-10-${n} 08:30`);
  const chased = (n: number, text: string | null, part = '') => ({ ...row(`task/T1${part}`, text), seenAt: day(n) });
  const joined = (unit: string, ...rows: readonly ChangeRow[]) => createTaskJoined(rows, NOW)('T1', unit);

  test('a task that nobody was chased for yet is everybody’s from the start', () => {
    expect(joined('HPG')).toBeNull();
    expect(createTaskJoined([chased(20, 'HPG@2025-10-23')], NOW)('T2', 'HPG')).toBeNull();
  });

  test('who was there first had it from the start, whatever its deadline became', () => {
    const rows = [chased(20, 'HPG@2025-10-23; HUE@2025-10-23'), chased(21, 'HPG@2025-10-31')];
    expect([joined('HPG', ...rows), joined('HUE', ...rows)]).toEqual([null, null]);
  });

  test('who came later has it since then, also when the others have done it; a code that ends another is none of it', () => {
    const rows = [chased(20, 'HPG@2025-10-23'), chased(22, 'HPG@2025-10-23; QNH@2025-10-23'), chased(23, null)];
    expect(joined('QNH', ...rows.toReversed())).toEqual(day(22));
    expect(joined('NH', ...rows)).toEqual(NOW);
    expect(joined('DNI', ...rows)).toEqual(NOW);
  });

  test('a list in several parts is one, wherever it was cut', () => {
    const rows = [
      chased(20, 'HPG@2025-10-23; H'),
      chased(20, 'UE@2025-10-23', '#2'),
      chased(21, 'UE@2025-10-23; QNH@2025-10-23', '#2'),
    ];
    expect(['HPG', 'HUE', 'QNH'].map((unit) => joined(unit, ...rows))).toEqual([null, null, day(21)]);
  });
});
