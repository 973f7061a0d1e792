import { describe, expect, test } from 'vitest';
import { percent, roundFigures, roundHeadline } from '../../../functions/domain/standing/round-figures.ts';
import {
  filingOf,
  isBeforeOperation,
  isComplete,
  lackingWords,
  officialWords,
  timingWords,
} from '../../../functions/domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../../functions/domain/standing/unit-status.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { aHoliday, anItem, aReport, aStatus, at, day, dueBy, filed } from '../notices/notice-world.ts';

const received = filed('2025-10-29 10:00');
const paper = { number: '123/BC-UBND', date: null };

describe('what has come in', () => {
  test.each<[string, Partial<UnitStatus>]>([
    ['Chưa gửi', {}],
    ['Chờ xác minh đơn vị', { pending: [aReport()] }],
    ['Gửi sau khi khóa – chờ chấp nhận', { afterLock: [aReport()] }],
    ['Trả lại để bổ sung', { ...received, returned: { at: at('2025-10-30 09:00'), reason: '' } }],
    [
      'Đề nghị bổ sung',
      { ...received, items: [anItem('1.1', 'Đủ'), anItem('1.3', 'Thiếu'), anItem('1.4', 'Cần làm rõ')] },
    ],
    ['Cần làm rõ', { ...received, items: [anItem('1.1', 'Đủ'), anItem('1.4', 'Cần làm rõ')] }],
    [
      'Đã tiếp nhận nội dung',
      { ...received, items: [anItem('1.1', 'Đủ'), { ...anItem('3', 'Thiếu'), counts: false }] },
    ],
    ['Đã nhận văn bản chính thức', { ...received, items: [anItem('1.1', 'Đủ')], official: paper }],
    [
      'Đã nhận văn bản chính thức',
      { filedAt: at('2025-10-29 00:00'), onTime: true, official: paper, items: [anItem('1.1', 'Thiếu')] },
    ],
    ['Đề nghị bổ sung', { versions: [aReport()], items: [anItem('1.1', 'Thiếu')] }],
  ])('%s', (words, own) => {
    expect(filingOf(aStatus(own))).toBe(words);
  });
});

describe('in time or not', () => {
  const holidays = [aHoliday('2025-11-03')];
  const words = (now: string, own: Partial<UnitStatus> = {}, goLive: string | null = null) =>
    timingWords(aStatus(own), {
      now: at(now),
      calendar: createCalendar(holidays, []),
      soonDays: 5,
      goLive: goLive === null ? null : at(goLive),
      confirmedRounds: [],
    });

  test.each<[string, string, Partial<UnitStatus>]>([
    ['2025-10-23 09:00', 'Chưa đến hạn', {}],
    ['2025-10-24 09:00', 'Sắp đến hạn (còn 5 ngày làm việc)', {}],
    ['2025-10-30 23:59', 'Sắp đến hạn (còn 1 ngày làm việc)', {}],
    ['2025-10-31 00:00', 'Đến hạn hôm nay', {}],
    ['2025-10-31 23:59', 'Đến hạn hôm nay', {}],
    ['2025-11-01 00:00', 'Quá hạn', {}],
    ['2025-11-03 09:00', 'Quá hạn', {}],
    ['2025-11-04 09:00', 'Quá hạn 1 ngày làm việc', {}],
    ['2025-11-05 09:00', 'Quá hạn 2 ngày làm việc', {}],
    ['2025-10-31 16:59', 'Đến hạn hôm nay', { effective: dueBy('2025-10-31', '17:00') }],
    ['2025-10-31 17:00', 'Quá hạn', { effective: dueBy('2025-10-31', '17:00') }],
    ['2025-11-05 09:00', 'Đúng hạn', received],
    ['2025-11-05 09:00', 'Gửi muộn', { filedAt: at('2025-11-02 10:00'), onTime: false }],
    ['2025-11-05 09:00', 'Gửi muộn 2 ngày làm việc', { filedAt: at('2025-11-05 08:00'), onTime: false }],
  ])('at %s: %s', (now, said, own) => {
    expect(words(now, own)).toBe(said);
  });

  test('what was due before the go-live mark waits for a word', () => {
    expect(words('2025-11-10 09:00', {}, '2025-11-10 08:00')).toBe('Dữ liệu trước vận hành – chờ xác nhận');
    expect(words('2025-11-10 09:00', {}, '2025-10-31 23:00')).toBe('Quá hạn 5 ngày làm việc');
    expect(words('2025-11-10 09:00', received, '2025-11-10 08:00')).toBe('Đúng hạn');
  });

  test('a round that was confirmed is in operation', () => {
    const sources = {
      now: at('2025-11-10 09:00'),
      calendar: createCalendar([], []),
      soonDays: 5,
      goLive: at('2025-11-10 08:00'),
    };
    expect(isBeforeOperation(aStatus(), { ...sources, confirmedRounds: [] })).toBe(true);
    expect(isBeforeOperation(aStatus(), { ...sources, confirmedRounds: ['2025-10'] })).toBe(false);
  });
});

test('what lacks is named by item, of reports only', () => {
  const items = [
    anItem('1.1', 'Đủ'),
    anItem('1.3', 'Thiếu'),
    anItem('1.4', 'Cần làm rõ'),
    anItem('2.1', 'Không áp dụng'),
  ];
  const counted = items.map((item) => ({ ...item, counts: item.verdict !== 'Không áp dụng' }));
  expect(lackingWords(aStatus({ ...received, items: counted }))).toBe('1.3 Thiếu; 1.4 Cần làm rõ');
  expect(lackingWords(aStatus({ items: counted }))).toBeNull();
  expect(lackingWords(aStatus({ ...received, items: [anItem('1.1', 'Đủ')] }))).toBeNull();
});

test.each([
  [{ number: '57/BC-UBND', date: day('2025-10-24') }, '57/BC-UBND ngày 24/10/2025'],
  [{ number: '57/BC-UBND', date: null }, '57/BC-UBND'],
  [{ number: '', date: day('2025-10-24') }, null],
  [null, null],
])('an official document is named with its day: %j', (official, words) => {
  expect(officialWords(aStatus({ official }))).toBe(words);
});

test('the figures of a round add up', () => {
  const full = aStatus({ ...received, items: [anItem('1.1', 'Đủ')] });
  const lacking = aStatus({ ...received, onTime: false, items: [anItem('1.1', 'Thiếu')] });
  const onPaper = aStatus({
    filedAt: at('2025-10-29 00:00'),
    onTime: true,
    official: paper,
    items: [anItem('1.1', 'Thiếu')],
  });
  const silent = aStatus();
  const waiting = aStatus({ pending: [aReport()], effective: dueBy('2025-11-30') });
  const figures = roundFigures([full, lacking, onPaper, silent, waiting], at('2025-11-10 09:00'));
  expect(figures).toEqual({
    expected: 5,
    received: 3,
    onTime: 2,
    complete: 1,
    toSupplement: 1,
    overdue: 1,
    pending: 1,
  });
  expect(roundHeadline(figures)).toBe('Đã nhận 3/5 · đúng hạn 2 · cần bổ sung 1 · quá hạn 1');
  expect([full, lacking, onPaper, silent].map(isComplete)).toEqual([true, false, false, false]);
});

test.each([
  [4, 6, '66,7%'],
  [6, 6, '100%'],
  [0, 6, '0%'],
  [1, 8, '12,5%'],
  [1, 1000, '0,1%'],
  [0, 0, '–'],
])('%i of %i is %s', (part, whole, words) => {
  expect(percent(part, whole)).toBe(words);
});
