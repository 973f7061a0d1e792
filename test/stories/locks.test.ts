import { expect, test } from 'vitest';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const cities = ['HPG', 'HUE'];

const invitationTo = async (unit: string) =>
  (await office.rowsOf(mailPlan)).find((row) => row.unit === unit && row.kind === 'Mời gửi báo cáo');

test('with mail off nothing leaves, and the schedule shows what would', async () => {
  await askTheCities(office, { cities, mail: 'Tắt' });
  await office.sync();
  expect(await office.mails()).toEqual([]);
  expect(await invitationTo('HPG')).toMatchObject({ state: 'Giữ lại', why: expect.stringContaining('Tắt') });
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await office.sync();
  expect(await office.mailsTo('HPG')).toHaveLength(1);
});

test('a round that is not approved sends nothing, a receipt neither', async () => {
  await askTheCities(office, { cities, approved: false });
  await office.sync();
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  expect(await office.mailsTo('HUE')).toEqual([]);
  expect(await invitationTo('HPG')).toMatchObject({ state: 'Giữ lại', why: expect.stringContaining('Duyệt gửi') });
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  expect((await office.mailsTo('HUE')).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[Đã tiếp nhận\]/),
  ]);
});

test('a switch that says neither on nor off is off', async () => {
  await askTheCities(office, { cities, mail: 'Bật nhé' });
  await office.sync();
  expect(await office.mails()).toEqual([]);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Cài đặt', row: 'Gửi thư', found: '"Bật nhé"' }),
  );
});

test('what was due before the go-live mark stays silent until somebody confirms it', async () => {
  await askTheCities(office, { cities, deadline: '29/10/2025' });
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '10/11/2025 08:00');
  await office.syncAt('2025-11-10 08:30');
  expect(await office.mailsTo('HPG')).toEqual([]);
  await office.decide('Xác nhận dữ liệu trước vận hành', { 'Thời điểm': '10/11/2025 08:40' });
  await office.syncAt('2025-11-10 08:45');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
});

test('a half-typed decision holds the mail of its unit alone', async () => {
  await askTheCities(office, { cities });
  await office.decide('Gia hạ', { 'Thời điểm': '23/10/2025 14:00', 'Đơn vị': 'HPG', 'Giá trị': '31/10/2025' });
  await office.sync();
  expect(await office.mailsTo('HPG')).toEqual([]);
  expect(await office.mailsTo('HUE')).toHaveLength(1);
  expect(await invitationTo('HPG')).toMatchObject({ state: 'Giữ lại', why: expect.stringContaining('Quyết định') });
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Quyết định', column: 'Quyết định', found: '"Gia hạ"' }),
  );
  await office.edit(replaced('Gia hạ', 'Gia hạn'));
  await office.sync();
  expect((await office.mailsTo('HPG'))[0]?.text).toContain('31/10/2025');
});

test('a decision whose round is not typed yet holds all mail', async () => {
  await askTheCities(office, { cities });
  await office.decide('Tạm dừng nhắc', { 'Kỳ hoặc nhiệm vụ': '', 'Thời điểm': '23/10/2025 14:00' });
  await office.sync();
  expect(await office.mails()).toEqual([]);
});

test('a half-typed address sends nothing there and stops nobody else', async () => {
  await askTheCities(office, { cities });
  await office.type(contacts, 'HPG-1', 'E-mail', 'dothithongminh@');
  await office.sync();
  expect(await office.mailsTo('HUE')).toHaveLength(1);
  expect((await office.mails()).flatMap(({ envelope }) => envelope.to)).not.toContain('dothithongminh@');
  expect(await invitationTo('HPG')).toMatchObject({ state: 'Giữ lại' });
  await office.type(contacts, 'HPG-1', 'E-mail', mailboxOf('HPG'));
  await office.sync();
  expect(await office.mailsTo('HPG')).toHaveLength(1);
});

test('a half-typed deadline of the round holds its mail', async () => {
  await askTheCities(office, { cities, deadline: '29/10/' });
  await office.sync();
  expect(await office.mailsTo('HPG')).toEqual([]);
  expect(await office.rowsOf(ledger)).toEqual([]);
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  await office.sync();
  expect(await office.mailsTo('HPG')).toHaveLength(1);
});

const replaced = (find: string, replacement: string) => ({
  findReplace: { find, replacement, matchEntireCell: true, allSheets: true },
});
