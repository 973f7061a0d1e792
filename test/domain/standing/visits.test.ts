import { expect, test } from 'vitest';
import { visitLines, visitTo, visitWords } from '../../../functions/domain/standing/visits.ts';
import type { Visit } from '../../../sheets-schema/tabs/visits.ts';
import { day } from '../notices/notice-world.ts';

function aVisit(unit: string, own: Partial<Visit> = {}): Visit {
  return { round: '2025-10', unit, expected: null, day: null, hour: null, place: null, note: null, ...own };
}

const WINDOW = 'khoảng từ 24-31/10/2025';

test.each<[string, Partial<Visit>, string | null]>([
  ['only expected', { expected: WINDOW }, `dự kiến ${WINDOW}, ngày cụ thể sẽ thông báo sau`],
  ['in a window without a day', { expected: 'cuối tháng 10' }, 'dự kiến cuối tháng 10, ngày cụ thể sẽ thông báo sau'],
  ['with its day', { expected: WINDOW, day: day('2025-10-27') }, 'thứ Hai, ngày 27/10/2025'],
  [
    'with hour and place',
    { day: day('2025-10-24'), hour: '14 giờ 00', place: 'Tại trụ sở UBND' },
    '14 giờ 00 thứ Sáu, ngày 24/10/2025, tại trụ sở UBND',
  ],
  ['that is over', { day: day('2025-10-23') }, null],
  ['of which nothing is said', {}, null],
  ['whose window is over', { expected: 'khoảng từ 20-22/10/2025' }, null],
  ['whose month is over', { expected: 'cuối tháng 9/2025' }, null],
  ['whose quarter is over', { expected: 'quý III năm 2025' }, null],
  ['in this month', { expected: 'tháng 10/2025' }, 'dự kiến tháng 10/2025, ngày cụ thể sẽ thông báo sau'],
])('a visit %s', (_, own, words) => {
  expect(visitWords(aVisit('HPG', own), day('2025-10-24'))).toBe(words);
});

test('those ahead come by their days, those without one in a line; another round’s stay away', () => {
  const all = [
    aVisit('HUE', { expected: WINDOW }),
    aVisit('HNI', { day: day('2025-10-29') }),
    aVisit('HPG', { day: day('2025-10-27') }),
    aVisit('CTO', { expected: WINDOW }),
    aVisit('DNG', { day: day('2025-10-20') }),
    aVisit('HCM', { round: '2025-11', day: day('2025-11-20') }),
  ];
  const names = new Map([['HNI', 'Hà Nội']]);
  expect(visitLines(all, new Set(['2025-10']), day('2025-10-24'), names)).toEqual([
    'HPG: thứ Hai, ngày 27/10/2025',
    'Hà Nội: thứ Tư, ngày 29/10/2025',
    `Chưa ấn định ngày (dự kiến ${WINDOW}): HUE, CTO`,
  ]);
  expect(visitTo(all, '2025-10', 'HCM')).toBeNull();
});
