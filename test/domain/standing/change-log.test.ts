import { expect, test } from 'vitest';
import {
  changesSince,
  decisionSubject,
  encodeDecision,
  readChanges,
  vanishedDecisions,
} from '../../../functions/domain/standing/change-log.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Change } from '../../../sheets-schema/tabs/logs.ts';
import { at } from '../notices/notice-world.ts';

const NOW = at('2025-10-24 09:00');

function row(subject: string, value: string | null): Change {
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
