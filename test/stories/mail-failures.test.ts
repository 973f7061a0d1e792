import { beforeEach, expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';

const office = useOffice();
const COMMITS = '/spreadsheets/.*:batchUpdate$';

beforeEach(() => askTheCities(office, { cities: ['HPG', 'HUE'] }));

const statesOf = async (unit: string) =>
  (await office.rowsOf(ledger)).filter((row) => row.unit === unit).map(({ state }) => state);
const messageIdsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ messageId }) => messageId);

test('an address that refuses for good is a finding on its contact; a new one gets the mail', async () => {
  await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('HPG') });
  expect(await office.sync()).toMatchObject({ failed: 1 });
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'không gửi được']);
  expect(await office.mailsTo('HUE')).toHaveLength(1);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({
      tab: 'Danh bạ',
      row: 'HPG-1',
      column: 'E-mail',
      found: expect.stringContaining('không nhận'),
    }),
  );
  expect(await office.syncAt('2025-10-23 15:30')).toMatchObject({ sent: 0, failed: 0 });
  await office.type(contacts, 'HPG-1', 'E-mail', mailboxOf('HPG-moi'));
  await office.syncAt('2025-10-23 15:35');
  expect(await office.mailsTo('HPG-moi')).toHaveLength(1);
  expect(await office.errors()).toEqual([]);
});

test('an address that takes mail again gets it when a person asks for it', async () => {
  await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('HPG'), times: 1 });
  await office.sync();
  await office.syncAt('2025-10-23 15:30');
  expect(await office.mailsTo('HPG')).toEqual([]);
  await office.decide('Gửi lại', { 'Thời điểm': '23/10/2025 15:35', 'Đơn vị': 'HPG' });
  await office.syncAt('2025-10-23 15:40');
  await office.syncAt('2025-10-23 15:50');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await office.errors()).toEqual([]);
});

test('an address that is put off again and again is told, alone, until the mail is through', async () => {
  await office.breakMail({ kind: 'refuse-temporary', to: mailboxOf('HPG') });
  const told = async () => (await office.errors()).map(({ tab, found }) => `${tab}: ${found}`);
  for (const time of ['23 14:05', '23 14:21', '23 14:55']) await office.syncAt(`2025-10-${time}`);
  expect(await told()).toEqual([]);
  for (const time of ['23 15:58', '24 08:35']) await office.syncAt(`2025-10-${time}`);
  expect(await told()).toEqual([expect.stringMatching(/^Nhật ký thư: thư Đề nghị gửi .*HPG: \d lần chưa đi được/)]);
  await office.breakMail();
  await office.syncAt('2025-10-24 15:55');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await told()).toEqual([]);
});

test('of two contacts the one that is refused is a finding, although the other got the mail', async () => {
  const second = { 'Mã liên hệ': 'HPG-2', 'Đơn vị': 'HPG', 'Vai trò': 'Đầu mối', 'Đang dùng': true };
  await office.add(contacts, { ...second, 'E-mail': mailboxOf('cu') });
  await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('cu'), times: 1 });
  expect(await office.sync()).toMatchObject({ failed: 0 });
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  const refused = async () => (await office.errors()).filter(({ found }) => found.includes('không nhận thư'));
  expect((await refused()).map(({ tab, row }) => [tab, row])).toEqual([['Danh bạ', 'HPG-2']]);
  await office.syncAt('2025-10-29 08:30');
  expect(await office.mailsTo('cu')).toHaveLength(1);
  expect(await refused()).toEqual([]);
});

test('an address that refuses for now is tried again as the same mail', async () => {
  await office.breakMail({ kind: 'refuse-temporary', to: mailboxOf('HPG'), times: 1 });
  expect(await office.sync()).toMatchObject({ failed: 1 });
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'gửi lại sau']);
  expect(await office.syncAt('2025-10-23 14:10')).toMatchObject({ sent: 0 });
  const planned = (await office.rowsOf(mailPlan)).find((row) => row.unit === 'HPG');
  expect(planned).toMatchObject({ state: 'Sẽ gửi' });
  await office.syncAt('2025-10-23 14:21');
  const claims = (await office.rowsOf(ledger)).filter((row) => row.unit === 'HPG' && row.state === 'đang gửi');
  expect(new Set(claims.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await messageIdsTo('HPG')).toEqual([claims[0]?.messageId]);
});

test('a mail whose answer was lost is repeated once, as the same mail, after fifteen minutes', async () => {
  await office.breakMail({ kind: 'drop-after-data', to: mailboxOf('HPG'), times: 1 });
  await office.sync();
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'chưa rõ kết quả']);
  await office.syncAt('2025-10-23 14:19');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  await office.syncAt('2025-10-23 14:21');
  await office.syncAt('2025-10-23 14:40');
  const ids = await messageIdsTo('HPG');
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect((await statesOf('HPG')).at(-1)).toBe('đã gửi');
});

test('a mail whose answer is lost again and again is sent twice in all, told, and sent again when a person asks for it', async () => {
  await office.breakMail({ kind: 'drop-after-data', to: mailboxOf('HPG') });
  await office.sync();
  for (const time of ['14:21', '14:40', '15:30', '15:55']) await office.syncAt(`2025-10-23 ${time}`);
  await office.syncAt('2025-10-24 08:30');
  expect(new Set(await messageIdsTo('HPG')).size).toBe(1);
  expect(await office.mailsTo('HPG')).toHaveLength(2);
  expect(await office.mailsTo('HUE')).not.toEqual([]);
  const told = async () => (await office.errors()).filter(({ found }) => found.includes('không cho biết'));
  expect(await told()).toHaveLength(1);
  await office.breakMail();
  await office.decide('Gửi lại', { 'Thời điểm': '24/10/2025 08:40', 'Đơn vị': 'HPG' });
  await office.syncAt('2025-10-24 08:45');
  expect(await office.mailsTo('HPG')).toHaveLength(3);
  expect(await told()).toEqual([]);
});

test('a mail that was cut off before its text arrived is not counted as sent', async () => {
  await office.breakMail({ kind: 'drop-before-data', to: mailboxOf('HPG'), times: 1 });
  await office.sync();
  await office.syncAt('2025-10-23 14:21');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect((await statesOf('HPG')).at(-1)).toBe('đã gửi');
});

test('a crash between commit and mail delays the mail, and sends it once', async () => {
  await office.breakGoogle({ path: COMMITS, kind: 'drop-after' });
  await expect(office.sync()).rejects.toMatchObject({ code: 'google.unreachable' });
  await office.breakGoogle();
  expect(await statesOf('HPG')).toEqual(['đang gửi']);
  expect(await office.mails()).toEqual([]);
  await office.syncAt('2025-10-23 14:10');
  expect(await office.mailsTo('HPG')).toEqual([]);
  await office.syncAt('2025-10-23 14:21');
  await office.syncAt('2025-10-23 14:22');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'đang gửi', 'đã gửi']);
});

test('a crash between mail and its record repeats it at most once, as the same mail', async () => {
  await office.breakGoogle({ path: COMMITS, kind: '503', skip: 1 });
  await expect(office.sync()).rejects.toMatchObject({ code: 'google.unreachable' });
  await office.breakGoogle();
  await office.syncAt('2025-10-23 14:21');
  await office.syncAt('2025-10-23 14:40');
  const ids = await messageIdsTo('HPG');
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('without a mail server nothing is lost, the error is clear, and a later run sends everything', async () => {
  const { config } = office.workspace;
  const failing = runSync({ ...config, SMTP_URL: 'smtp://127.0.0.1:1' });
  await expect(failing).rejects.toMatchObject({
    code: 'mail.unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'gửi lại sau']);
  await office.syncAt('2025-10-23 14:25');
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await office.mailsTo('HUE')).toHaveLength(1);
});
