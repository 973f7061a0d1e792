import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, ROUND, useOffice } from '../support/office.ts';

const office = useOffice();

const digests = async () => (await office.mails()).filter(({ subject }) => subject.includes('[Bản tin'));
const lastDigest = async () => (await digests()).at(-1) ?? { subject: '', text: '', to: [] };

/** Two cities were invited on Thursday; a run on Friday morning found nothing to send them. */
async function inTheRound() {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.syncAt('2025-10-23 14:21');
  await office.syncAt('2025-10-24 08:30');
}

test('a day that does not exist is typed on Friday; on Monday the coordinators read first which cell, and since when', async () => {
  await inTheRound();
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '31/11/2025');
  await office.syncAt('2025-10-24 10:05');
  await office.syncAt('2025-10-27 08:00');
  const { subject, text } = await lastDigest();
  expect(subject).toBe('[Bản tin 27/10/2025] Có việc đang dừng · Quá hạn 0 · Đến hạn hôm nay 0 · Cần xử lý 1');
  expect(text).toContain(
    'Lỗi cần sửa:\n– Tab Kỳ báo cáo, 2025-10, cột "Hạn điều chỉnh": "31/11/2025"; sửa thành hạn cuối',
  );
  expect(text.split('\n').slice(2, 4)).toEqual([
    'Đang dừng:',
    '– Từ 10:05 ngày 24/10/2025: ô "Hạn điều chỉnh" của dòng 2 (2025-10) tab "Kỳ báo cáo" chưa đọc được; thư quá hạn của kỳ 2025-10 tạm giữ.',
  ]);
  expect(text).toContain('– Hải Phòng: hết ngày 29/10/2025, còn 2 ngày làm việc.');
  expect((await office.rowsOf(overview))[0]).toMatchObject({
    label: expect.stringContaining('Đã nhận 0/2'),
    about: expect.stringContaining('ô "Hạn điều chỉnh" của dòng 2 (2025-10)'),
  });
});

test('each error is told with its cell and its cure, and counted; of Danh bạ nothing that was typed leaves the Sheet', async () => {
  await inTheRound();
  await office.type(contacts, 'HPG-1', 'E-mail', 'nguoi-la@hpg,example');
  await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': '27/10/2025' });
  await office.syncAt('2025-10-24 10:05');
  await office.syncAt('2025-10-27 08:00');
  const { subject, text } = await lastDigest();
  expect(subject).toMatch(/Cần xử lý 3$/);
  expect(text).toMatch(/– Tab Danh bạ, HPG-1, cột "E-mail": .*địa chỉ e-mail/);
  expect(text).not.toContain('nguoi-la');
  expect(text).toMatch(/– Tab Quyết định, [^\n]*HPG[^\n]*: "Gia hạn" không có tác dụng[^\n]*; /);
});

test('mail is switched off in the middle of a round: said next morning with what had gone, in Kiểm tra and Tổng quan too', async () => {
  await inTheRound();
  const gone = (await office.mails()).length - (await digests()).length;
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Tắt');
  await office.syncAt('2025-10-27 09:00');
  const before = await digests();
  await office.syncAt('2025-10-27 14:00');
  expect(await digests()).toHaveLength(before.length);
  await office.syncAt('2025-10-28 08:30');
  const said = `Từ 09:00 ngày 27/10/2025: Gửi thư đang Tắt ở tab Cài đặt: ${gone} thư đã gửi, các thư sau đó đang giữ lại`;
  expect((await lastDigest()).text).toContain(`Đang dừng:\n– ${said}`);
  expect(await office.errors()).toContainEqual(
    expect.objectContaining({ tab: 'Cài đặt', row: 'Gửi thư', found: said }),
  );
  expect((await office.rowsOf(overview)).find(({ label }) => label === 'Thư')).toMatchObject({
    value: 'Lỗi: Tắt',
    about: `${said}.`,
  });
  await office.syncAt('2025-10-29 08:30');
  expect((await office.mailsTo('HPG')).length).toBe(1);
});

test('a header is renamed: the digest names the column, and the figures stay', async () => {
  await inTheRound();
  await office.edit({
    findReplace: { find: 'Tên chính thức', replacement: 'Tên đầy đủ', matchEntireCell: true, sheetId: units.sheetId },
  });
  await office.syncAt('2025-10-24 15:00');
  await office.syncAt('2025-10-27 08:00');
  const { text } = await lastDigest();
  expect(text).toMatch(
    /^Kính gửi: Điều phối viên\n\nĐang dừng:\n– Từ 15:00 ngày 24\/10\/2025: không đọc được tab "Đơn vị", cột "Tên chính thức"/,
  );
  expect((await office.rowsOf(overview))[0]?.label).toContain('Số liệu cũ: không đọc được tab "Đơn vị"');
});

test('a day off is filled down for months: mail waits, and the coordinators are told each morning all the same', async () => {
  await inTheRound();
  const first = Temporal.PlainDate.from('2025-10-27');
  const days = Array.from({ length: 150 }, (_, index) => formatDate(first.add({ days: index })));
  await office.sheet.spreadsheets.values.append({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    range: `'${holidays.title}'!A1`,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: days.map((day) => [day, 'Nghỉ', 'Nghỉ bù', 'chốt']) },
  });
  await office.syncAt('2025-10-24 15:00');
  await office.syncAt('2025-10-29 08:30');
  expect((await lastDigest()).text).toMatch(
    /^Kính gửi: Điều phối viên\n\nĐang dừng:\n– Từ 08:30 ngày 29\/10\/2025: tab "Lịch nghỉ" ghi từ 27\/10\/2025 đến 25\/03\/2026 không có ngày làm việc nào/,
  );
  expect(await office.errors()).toContainEqual(expect.objectContaining({ tab: 'Lịch nghỉ', row: '27/10/2025' }));
  expect((await office.mailsTo('HPG')).length).toBe(1);
});

test('every contact is gone: one finding, and whoever the environment names is told', async () => {
  await inTheRound();
  const sheetId = contacts.sheetId;
  await office.edit({ updateCells: { range: { sheetId, startRowIndex: 1 }, fields: 'userEnteredValue' } });
  const config = { ...office.workspace.config, ALERT_TO: 'quantri@boxaydung.example' };
  office.moveTo('2025-10-24 15:00');
  await runSync(config);
  office.moveTo('2025-10-27 08:00');
  await runSync(config);
  const ofContacts = (await office.errors()).filter(({ tab }) => tab === 'Danh bạ');
  expect(ofContacts.map(({ found }) => found)).toEqual([expect.stringMatching(/^Danh bạ trống: \d+ dòng vừa mất$/)]);
  const { to, text } = await lastDigest();
  expect(to).toEqual(['quantri@boxaydung.example']);
  expect(text).toMatch(/Đang dừng:\n– Từ 15:00 ngày 24\/10\/2025: Danh bạ trống: \d+ dòng vừa mất/);
});

test.each([
  [
    'the only coordinator is none any more',
    () => office.type(contacts, 'BXD-1', 'Đang dùng', false),
    'quantri@boxaydung.example',
    'Danh bạ không có dòng Điều phối đang dùng',
  ],
  [
    'a tab that holds no mail cannot be read',
    () =>
      office.edit({
        findReplace: { find: 'Nội dung', replacement: 'Lời thư', matchEntireCell: true, sheetId: templates.sheetId },
      }),
    mailboxOf('dieuphoi'),
    'không đọc được tab "Mẫu thư"',
  ],
] as const)('%s: told next morning, whenever the first run of the day is', async (_, spoil, to, words) => {
  await inTheRound();
  const config = { ...office.workspace.config, ALERT_TO: 'quantri@boxaydung.example' };
  await spoil();
  for (const time of ['24 15:00', '27 08:50']) {
    office.moveTo(`2025-10-${time}`);
    await runSync(config);
  }
  const mail = await lastDigest();
  expect(mail.to).toEqual([to]);
  expect(mail.text).toContain(`Đang dừng:\n– Từ 15:00 ngày 24/10/2025: ${words}`);
});
