import { describe, expect, test } from 'vitest';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { at } from '../notices/notice-world.ts';

function aDecision(when: string, decision: Decision['decision'], own: Partial<Decision> = {}): Decision {
  return {
    at: at(when),
    subject: '2025-10',
    unit: 'HPG',
    item: null,
    decision,
    value: null,
    reason: null,
    by: 'Điều phối viên',
    ...own,
  };
}

const HPG = { subject: '2025-10', unit: 'HPG' };

describe('the last decision on a matter', () => {
  test('is the latest by its moment, wherever its row stands', () => {
    const late = aDecision('2025-10-25 09:00', 'Gia hạn', { value: '31/10/2025' });
    const early = aDecision('2025-10-24 09:00', 'Gia hạn', { value: '28/10/2025' });
    expect(readDecisions([late, early]).last(HPG, ['Gia hạn'])).toBe(late);
  });

  test('may be one for every unit, and none of another unit', () => {
    const forAll = aDecision('2025-10-24 09:00', 'Tạm dừng nhắc', { unit: null });
    const forHue = aDecision('2025-10-25 09:00', 'Tạm dừng nhắc', { unit: 'HUE' });
    const book = readDecisions([forAll, forHue]);
    expect(book.last(HPG, ['Tạm dừng nhắc'])).toBe(forAll);
    expect(book.last({ subject: '2025-11', unit: 'HPG' }, ['Tạm dừng nhắc'])).toBeNull();
  });

  test('is about the item when an item is asked for', () => {
    const item = aDecision('2025-10-24 09:00', 'Chấp nhận mục', { item: '1.3' });
    const book = readDecisions([item]);
    expect(book.last({ ...HPG, item: '1.3' }, ['Chấp nhận mục'])).toBe(item);
    expect(book.last({ ...HPG, item: '1.4' }, ['Chấp nhận mục'])).toBeNull();
  });
});

describe('a withdrawal', () => {
  const granted = aDecision('2025-10-24 09:00', 'Gia hạn', { value: '31/10/2025' });
  const paused = aDecision('2025-10-24 10:00', 'Tạm dừng nhắc');

  test('ends the kind it names', () => {
    const book = readDecisions([granted, paused, aDecision('2025-10-25 09:00', 'Rút lại', { value: 'gia han' })]);
    expect(book.last(HPG, ['Gia hạn'])).toBeNull();
    expect(book.last(HPG, ['Tạm dừng nhắc'])).toBe(paused);
    expect([book.isInForce(granted), book.isInForce(paused)]).toEqual([false, true]);
  });

  test('that names none ends all before it, and nothing after it', () => {
    const again = aDecision('2025-10-26 09:00', 'Gia hạn', { value: '05/11/2025' });
    const book = readDecisions([granted, paused, aDecision('2025-10-25 09:00', 'Rút lại'), again]);
    expect(book.all('2025-10', ['Gia hạn', 'Tạm dừng nhắc'])).toEqual([again]);
  });

  test.each<[string, Partial<Decision>]>([
    ['another unit', { unit: 'HUE' }],
    ['another round', { subject: '2025-11' }],
    ['another item', { item: '1.3' }],
  ])('on %s ends nothing here', (_what, own) => {
    const book = readDecisions([granted, aDecision('2025-10-25 09:00', 'Rút lại', own)]);
    expect(book.last(HPG, ['Gia hạn'])).toBe(granted);
  });
});

test.each<[string, Decision[], number]>([
  [
    'two new deadlines',
    [
      aDecision('2025-10-24 09:00', 'Gia hạn', { value: '28/10/2025' }),
      aDecision('2025-10-24 09:00', 'Gia hạn', { value: '31/10/2025' }),
    ],
    1,
  ],
  [
    'a pause and its end',
    [aDecision('2025-10-24 09:00', 'Tạm dừng nhắc'), aDecision('2025-10-24 09:00', 'Nhắc trở lại')],
    1,
  ],
  [
    'an extension and a pause',
    [aDecision('2025-10-24 09:00', 'Gia hạn', { value: '28/10/2025' }), aDecision('2025-10-24 09:00', 'Tạm dừng nhắc')],
    0,
  ],
  [
    'the same said twice',
    [aDecision('2025-10-24 09:00', 'Tạm dừng nhắc'), aDecision('2025-10-24 09:00', 'Tạm dừng nhắc')],
    0,
  ],
  [
    'two units',
    [
      aDecision('2025-10-24 09:00', 'Gia hạn', { value: '28/10/2025' }),
      aDecision('2025-10-24 09:00', 'Gia hạn', { value: '31/10/2025', unit: 'HUE' }),
    ],
    0,
  ],
  [
    'a contradiction with another decision between',
    [
      aDecision('2025-10-24 09:00', 'Tạm dừng nhắc'),
      aDecision('2025-10-24 09:00', 'Gia hạn', { value: '31/10/2025' }),
      aDecision('2025-10-24 09:00', 'Nhắc trở lại'),
    ],
    1,
  ],
  [
    'two versions confirmed',
    [
      aDecision('2025-10-24 09:00', 'Xác nhận đơn vị', { value: 'BC-CXM-1' }),
      aDecision('2025-10-24 09:00', 'Không phải của đơn vị', { value: 'BC-CXM-2' }),
    ],
    0,
  ],
  [
    'one version confirmed and denied',
    [
      aDecision('2025-10-24 09:00', 'Xác nhận đơn vị', { value: 'BC-CXM-1' }),
      aDecision('2025-10-24 09:00', 'Không phải của đơn vị', { value: 'BC-CXM-1' }),
    ],
    1,
  ],
])('%s at one moment contradict each other or not', (_what, rows, count) => {
  expect(readDecisions(rows).ties).toHaveLength(count);
});
