import { describe, expect, test } from 'vitest';
import { planNotices } from '../../functions/domain/notice-policy.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  at,
  filed,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from './notice-world.ts';

const rung = (kind: string, step: number, deadline = '2025-10-31') => `2025-10/HPG/${kind}/${step}@${deadline}`;

describe('the ladder of a unit that has not filed', () => {
  test.each([
    ['before the first step nothing is due', '2025-10-23 10:00', []],
    ['five working days before the last day', '2025-10-24 08:30', ['Nhắc việc -5: send']],
    ['before the hours of that day', '2025-10-24 08:29', []],
    ['a missed morning is made good the same day', '2025-10-24 15:00', ['Nhắc việc -5: send']],
    [
      'outside the hours a due step waits for the next window',
      '2025-10-24 12:00',
      ['Nhắc việc -5: wait 2025-10-24 13:45'],
    ],
    ['over the weekend it waits for Monday', '2025-10-25 09:00', ['Nhắc việc -5: wait 2025-10-27 08:30']],
    [
      'several missed steps become one mail',
      '2025-10-30 09:00',
      ['Nhắc việc -1: send', 'Nhắc việc -3: gộp vào thư mạnh hơn', 'Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    [
      'on Saturday after the deadline reminders have become pointless',
      '2025-11-01 09:00',
      [
        'Nhắc việc 0: không cần nữa',
        'Nhắc việc -1: không cần nữa',
        'Nhắc việc -3: không cần nữa',
        'Nhắc việc -5: không cần nữa',
      ],
    ],
    [
      'a late notice takes all missed reminders with it',
      '2025-11-03 08:30',
      [
        'Quá hạn lần 1 1: send',
        'Nhắc việc 0: gộp vào thư mạnh hơn',
        'Nhắc việc -1: gộp vào thư mạnh hơn',
        'Nhắc việc -3: gộp vào thư mạnh hơn',
        'Nhắc việc -5: gộp vào thư mạnh hơn',
      ],
    ],
  ])('%s', (_, now, expected) => {
    expect(lines(planNotices(policyInput(now)))).toEqual(expected);
  });
});
