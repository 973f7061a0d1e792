import { describe, expect, test } from 'vitest';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { aDecision } from './a-decision.ts';

const HPG = { subject: '2025-10', unit: 'HPG' };

describe('the last decision on a matter', () => {
  test('is the latest by its moment, wherever its row stands', () => {
    const late = aDecision('Gia hạn', '2025-10-25 09:00', { value: '31/10/2025' });
    const early = aDecision('Gia hạn', '2025-10-24 09:00', { value: '28/10/2025' });
    expect(readDecisions([late, early]).last(HPG, ['Gia hạn'])).toBe(late);
  });

  test('may be one for every unit, and none of another unit', () => {
    const forAll = aDecision('Tạm dừng nhắc', '2025-10-24 09:00', { unit: null });
    const forHue = aDecision('Tạm dừng nhắc', '2025-10-25 09:00', { unit: 'HUE' });
    const book = readDecisions([forAll, forHue]);
    expect(book.last(HPG, ['Tạm dừng nhắc'])).toBe(forAll);
    expect(book.last({ subject: '2025-11', unit: 'HPG' }, ['Tạm dừng nhắc'])).toBeNull();
  });

  test('is about the item when an item is asked for', () => {
    const item = aDecision('Chấp nhận mục', '2025-10-24 09:00', { item: '1.3' });
    const book = readDecisions([item]);
    expect(book.last({ ...HPG, item: '1.3' }, ['Chấp nhận mục'])).toBe(item);
    expect(book.last({ ...HPG, item: '1.4' }, ['Chấp nhận mục'])).toBeNull();
  });
});

describe('a withdrawal', () => {
  const granted = aDecision('Gia hạn', '2025-10-24 09:00', { value: '31/10/2025' });
  const paused = aDecision('Tạm dừng nhắc', '2025-10-24 10:00');

  test('ends the kind it names', () => {
    const book = readDecisions([granted, paused, aDecision('Rút lại', '2025-10-25 09:00', { value: 'gia han' })]);
    expect(book.last(HPG, ['Gia hạn'])).toBeNull();
    expect(book.last(HPG, ['Tạm dừng nhắc'])).toBe(paused);
    expect([book.isInForce(granted), book.isInForce(paused)]).toEqual([false, true]);
  });

  test('that names none ends all before it, and nothing after it', () => {
    const again = aDecision('Gia hạn', '2025-10-26 09:00', { value: '05/11/2025' });
    const book = readDecisions([granted, paused, aDecision('Rút lại', '2025-10-25 09:00'), again]);
    expect(book.all('2025-10', ['Gia hạn', 'Tạm dừng nhắc'])).toEqual([again]);
  });

  test.each<[string, Partial<Decision>]>([
    ['another unit', { unit: 'HUE' }],
    ['another round', { subject: '2025-11' }],
    ['another item', { item: '1.3' }],
  ])('on %s ends nothing here', (_what, own) => {
    const book = readDecisions([granted, aDecision('Rút lại', '2025-10-25 09:00', own)]);
    expect(book.last(HPG, ['Gia hạn'])).toBe(granted);
  });
});

test.each<[string, Decision[], number]>([
  [
    'two new deadlines',
    [
      aDecision('Gia hạn', '2025-10-24 09:00', { value: '28/10/2025' }),
      aDecision('Gia hạn', '2025-10-24 09:00', { value: '31/10/2025' }),
    ],
    1,
  ],
  [
    'a pause and its end',
    [aDecision('Tạm dừng nhắc', '2025-10-24 09:00'), aDecision('Nhắc trở lại', '2025-10-24 09:00')],
    1,
  ],
  [
    'an extension and a pause',
    [aDecision('Gia hạn', '2025-10-24 09:00', { value: '28/10/2025' }), aDecision('Tạm dừng nhắc', '2025-10-24 09:00')],
    0,
  ],
  [
    'the same said twice',
    [aDecision('Tạm dừng nhắc', '2025-10-24 09:00'), aDecision('Tạm dừng nhắc', '2025-10-24 09:00')],
    0,
  ],
  [
    'two units',
    [
      aDecision('Gia hạn', '2025-10-24 09:00', { value: '28/10/2025' }),
      aDecision('Gia hạn', '2025-10-24 09:00', { value: '31/10/2025', unit: 'HUE' }),
    ],
    0,
  ],
  [
    'a contradiction with another decision between',
    [
      aDecision('Tạm dừng nhắc', '2025-10-24 09:00'),
      aDecision('Gia hạn', '2025-10-24 09:00', { value: '31/10/2025' }),
      aDecision('Nhắc trở lại', '2025-10-24 09:00'),
    ],
    1,
  ],
  [
    'two versions confirmed',
    [
      aDecision('Xác nhận đơn vị', '2025-10-24 09:00', { value: 'BC-CXM-1' }),
      aDecision('Không phải của đơn vị', '2025-10-24 09:00', { value: 'BC-CXM-2' }),
    ],
    0,
  ],
  [
    'one version confirmed and denied',
    [
      aDecision('Xác nhận đơn vị', '2025-10-24 09:00', { value: 'BC-CXM-1' }),
      aDecision('Không phải của đơn vị', '2025-10-24 09:00', { value: 'BC-CXM-1' }),
    ],
    1,
  ],
])('%s at one moment contradict each other or not', (_what, rows, count) => {
  expect(readDecisions(rows).ties).toHaveLength(count);
});
