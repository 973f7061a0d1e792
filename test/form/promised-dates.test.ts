import { describe, expect, test } from 'vitest';
import { promisedDates } from '../../functions/form/promised-dates.ts';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { at, day, dueBy, ledgerRow } from '../domain/notices/notice-world.ts';

const days = (...named: readonly string[]) => named.map((iso) => ({ day: day(iso), time: null }));
const SUPPLEMENT = '2025-10/HPG/bo-sung/1.4@mot-lan';
const LEFT = '2025-10-30 09:00';

/** What is promised on 31/10, where the usual time after a mail would end on 04/11. */
const promised = (...rows: readonly LedgerRow[]) =>
  promisedDates('2025-10', {
    formHash: '',
    ledger: rows,
    supplyDay: () => dueBy('2025-11-04'),
    now: at('2025-10-31 08:00'),
  });

describe('the form waits for the days that units were told', () => {
  test.each<[string, readonly LedgerRow[], readonly string[]]>([
    [
      'a supplement names one',
      [ledgerRow(SUPPLEMENT, 'đã gửi', LEFT, { told: days('2025-10-29', '2025-11-05') })],
      ['HPG: hết ngày 05/11/2025'],
    ],
    [
      'a supplement of the first release had the usual time',
      [ledgerRow(SUPPLEMENT, 'đã gửi', LEFT)],
      ['HPG: hết ngày 04/11/2025'],
    ],
    [
      'so had a report returned',
      [ledgerRow('2025-10/HPG/tra-lai/1@BC-1', 'đã gửi', LEFT)],
      ['HPG: hết ngày 04/11/2025'],
    ],
    ['a receipt of the first release named none', [ledgerRow('2025-10/HPG/tiep-nhan/0@BC-1', 'đã gửi', LEFT)], []],
    [
      'a receipt names the one of the list',
      [ledgerRow('2025-10/HPG/tiep-nhan/0@BC-1', 'đã gửi', LEFT, { told: days('2025-10-29', '2025-11-05') })],
      ['HPG: hết ngày 05/11/2025'],
    ],
    [
      'of several the last',
      [
        ledgerRow(SUPPLEMENT, 'đã gửi', LEFT, { told: days('2025-10-29', '2025-11-03') }),
        ledgerRow('2025-10/HPG/bo-sung/2@2025-11-03', 'đã gửi', LEFT, { told: days('2025-10-29', '2025-11-06') }),
      ],
      ['HPG: hết ngày 06/11/2025'],
    ],
    [
      'of what was settled at a restore nobody knows',
      [ledgerRow(SUPPLEMENT, 'khôi phục', LEFT)],
      ['HPG: hết ngày 04/11/2025'],
    ],
    [
      'nor of an answer that was lost',
      [
        ledgerRow(SUPPLEMENT, 'đang gửi', LEFT, { told: days('2025-10-29', '2025-11-05') }),
        ledgerRow(SUPPLEMENT, 'chưa rõ kết quả', LEFT),
      ],
      ['HPG: hết ngày 05/11/2025'],
    ],
    [
      'a day that is over',
      [ledgerRow(SUPPLEMENT, 'đã gửi', '2025-10-20 09:00', { told: days('2025-10-19', '2025-10-24') })],
      [],
    ],
    ['what never left', [ledgerRow(SUPPLEMENT, 'không gửi được', LEFT)], []],
    ['another round', [ledgerRow(SUPPLEMENT.replace('2025-10', '2025-09'), 'đã gửi', LEFT)], []],
    ['a reminder', [ledgerRow('2025-10/HPG/nhac/0@2025-11-05', 'đã gửi', LEFT, { told: days('2025-11-05') })], []],
  ])('%s', (_, rows, expected) => {
    expect(promised(...rows)).toEqual(expected);
  });
});
