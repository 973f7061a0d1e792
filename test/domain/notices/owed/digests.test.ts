import { describe, expect, test } from 'vitest';
import { aContact, day, decidedFor, invitedRows, ledgerRow, lines, policyInput } from '../notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('the digest', () => {
  const coordinator = aContact('BXD-2', { role: 'Điều phối' });
  const plan = (now: string, hasNews = true, rows = invitedRows) =>
    lines(
      decidedFor(
        policyInput(now, {
          statuses: [],
          contacts: [coordinator],
          rows,
          digestContent: { hasNews },
          holidays: [{ day: day('2025-10-28'), kind: 'Nghỉ', name: 'Nghỉ', status: 'đề xuất', source: null }],
        }),
      ),
    );

  test.each([
    ['not before eight', '2025-10-27 07:59', []],
    ['at eight, before the hours of other mails', '2025-10-27 08:00', ['Bản tin điều phối 1: send']],
    ['later the same day when the morning was missed', '2025-10-27 12:00', ['Bản tin điều phối 1: send']],
    ['no longer in the evening', '2025-10-27 18:00', []],
    ['not on a Sunday', '2025-10-26 09:00', []],
    ['not on a day that is only proposed as a holiday', '2025-10-28 09:00', []],
  ])('%s', (_, now, expected) => {
    expect(plan(now)).toEqual(expected);
  });

  test('not when there is nothing to say, and once a day', () => {
    expect(plan('2025-10-27 08:00', false)).toEqual([]);
    expect(plan('2025-10-27 09:00', true, [sent('digest//ban-tin/1@2025-10-27', '2025-10-27 08:00')])).toEqual([]);
  });

  test.each([
    ['on the first day of the week that mails go', '2025-10-27 08:00', []],
    ['which may be a Tuesday', '2025-10-28 08:00', [day('2025-10-27')]],
    ['on no other day', '2025-10-29 08:00', []],
  ])('what is told once a week is told %s', (name, now, off) => {
    const holidays = off.map(
      (one) => ({ day: one, kind: 'Nghỉ', name: 'Nghỉ', status: 'chốt', source: null }) as const,
    );
    const input = {
      statuses: [],
      contacts: [coordinator],
      holidays,
      digestContent: { hasNews: false, isWeekly: true },
    };
    const going = lines(decidedFor(policyInput(now, input)));
    expect(going).toEqual(name === 'on no other day' ? [] : ['Bản tin điều phối 1: send']);
  });
});
