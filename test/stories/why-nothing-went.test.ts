import { beforeEach, expect, test } from 'vitest';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
});

/** What a coordinator reads in `Nhật ký thư` of a city and a day. */
async function readOf(unit: string, day: string): Promise<readonly string[]> {
  const rows = (await office.rowsOf(ledger)).filter((row) => row.unit === unit && formatDate(localDay(row.at)) === day);
  return rows.map(({ kind, state, reason, heldBy }) => [kind, state, reason, heldBy].filter(Boolean).join(' · '));
}

test('a city that a coordinator paused got nothing that morning: Nhật ký thư says what was due, and why it did not go', async () => {
  await office.decide('Tạm dừng nhắc', { 'Thời điểm': '23/10/2025 15:00', 'Đơn vị': 'HPG' });
  for (const time of ['08:30', '08:35', '14:00']) await office.syncAt(`2025-10-29 ${time}`);
  expect(await readOf('HPG', '29/10/2025')).toEqual([
    'Nhắc việc · đến hạn · Ngày cuối của thời hạn (hết ngày 29/10/2025). · Điều phối viên tạm dừng nhắc đơn vị.',
  ]);
  expect(await office.mailsTo('HUE')).toHaveLength(2);
});

test('nor did one whose last address was taken out; once it has another the mail goes, and no row says that it waits', async () => {
  await office.type(contacts, 'HPG-1', 'Đang dùng', false);
  for (const time of ['08:30', '14:00']) await office.syncAt(`2025-10-29 ${time}`);
  const waits = 'Nhắc việc · đến hạn · Ngày cuối của thời hạn (hết ngày 29/10/2025).';
  expect(await readOf('HPG', '29/10/2025')).toEqual([`${waits} · Chưa có người nhận đang dùng trong Danh bạ.`]);
  await office.type(contacts, 'HPG-1', 'Đang dùng', true);
  await office.syncAt('2025-10-29 15:00');
  expect((await readOf('HPG', '29/10/2025')).map((line) => line.split(' · ')[1])).toEqual([
    'đến hạn',
    'đang gửi',
    'đã gửi',
  ]);
  expect(mailboxOf('HPG')).toBe((await office.mailsTo('HPG')).at(-1)?.envelope.to[0]);
});
