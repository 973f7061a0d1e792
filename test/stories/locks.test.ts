import { expect, test } from 'vitest';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, type Office, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const cities = ['HPG', 'HUE'];

const invitationTo = async (unit: string) =>
  (await office.rowsOf(mailPlan)).find((row) => row.unit === unit && row.kind === 'Đề nghị gửi báo cáo');

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

test.each([
  ['still to come', '23/10/2026 08:00', 'Lỗi'],
  ['that is past', '30/10/2025 08:00', 'Lưu ý'],
])('an open round that a go-live mark %s silences is named, in Kiểm tra and each morning', async (_, mark, level) => {
  await askTheCities(office, { cities, deadline: '29/10/2025' });
  await office.sync();
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', mark);
  const named = async () => (await office.findings()).filter(({ row }) => row === 'Mốc vận hành');
  const morning = async () => (await office.mailsTo('dieuphoi')).at(-1)?.text ?? '';
  for (const day of ['29', '30']) await office.syncAt(`2025-10-${day} 08:30`);
  expect(await named()).toEqual([expect.objectContaining({ level, found: expect.stringContaining('kỳ 2025-10') })]);
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await morning()).toMatch(/đang giữ lại\. Dữ liệu trước vận hành – chờ xác nhận/);
  await office.decide('Xác nhận dữ liệu trước vận hành', { 'Thời điểm': '30/10/2025 08:40' });
  await office.syncAt('2025-10-30 08:45');
  expect(await named()).toEqual([]);
  expect(await office.mailsTo('HPG')).toHaveLength(2);
  await office.syncAt('2025-10-31 08:30');
  expect(await morning()).not.toContain('Dữ liệu trước vận hành');
});

test('without a go-live mark no task is chased, and with mail on that is a finding', async () => {
  await askTheCities(office, { cities });
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '');
  await office.type(tasks, 'N382-II3c', 'Hạn điều chỉnh', '24/10/2025');
  await office.type(tasks, 'N382-II3c', 'Duyệt nhắc', true);
  const ofTasks = async () =>
    (await office.rowsOf(mailPlan)).filter(({ key }) => key?.startsWith('N382-II3c/HPG/nhiem-vu/'));
  await office.sync();
  expect((await ofTasks())[0]).toMatchObject({ state: 'Giữ lại', why: expect.stringContaining('Mốc vận hành') });
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Cài đặt', row: 'Mốc vận hành', level: 'Lưu ý' }),
  );
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/2025 08:00');
  await office.sync();
  expect((await ofTasks())[0]).toMatchObject({ state: 'Sẽ gửi' });
  expect((await office.findings()).filter(({ row }) => row === 'Mốc vận hành')).toEqual([]);
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

test('a decision whose round is not typed yet holds all mail to units', async () => {
  await askTheCities(office, { cities });
  await office.decide('Tạm dừng nhắc', { 'Kỳ hoặc nhiệm vụ': '', 'Thời điểm': '23/10/2025 14:00' });
  await office.sync();
  for (const unit of cities) expect(await office.mailsTo(unit)).toEqual([]);
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
  expect((await office.rowsOf(ledger)).filter(({ key }) => !key.startsWith('digest/'))).toEqual([]);
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  await office.sync();
  await office.sync();
  expect(await office.mailsTo('HPG')).toHaveLength(1);
});

type Deed = (office: Office) => Promise<void>;

const typeInto = (tab: Tab, rowIndex: number, columnIndex: number, value: string): Deed => {
  const rows = [{ values: [{ userEnteredValue: { stringValue: value } }] }];
  const start = { sheetId: tab.sheetId, rowIndex, columnIndex };
  return ({ edit }) => edit({ updateCells: { start, rows, fields: 'userEnteredValue' } });
};
const decision =
  (kind: string, cells: Readonly<Record<string, string>>): Deed =>
  ({ decide }) =>
    decide(kind, { 'Thời điểm': '23/10/2025 14:01', 'Đơn vị': 'HPG', ...cells });
const inTurn =
  (...deeds: readonly Deed[]): Deed =>
  async (at) => {
    for (const deed of deeds) await deed(at);
  };

test.each<[string, Deed]>([
  ['an extension until nobody knows when', decision('Gia hạn', { 'Giá trị': 'tuần sau' })],
  ['a decision on a unit that is mistyped', decision('Tạm dừng nhắc', { 'Đơn vị': 'HPQ' })],
  ['a decision on a round that is mistyped', decision('Tạm dừng nhắc', { 'Kỳ hoặc nhiệm vụ': '2025-1' })],
  [
    'two decisions of one moment that contradict each other',
    inTurn(decision('Tạm dừng nhắc', {}), decision('Nhắc trở lại', {})),
  ],
  ['a question of the outline half typed', typeInto(outline, 3, Object.keys(outline.columns).indexOf('type'), 'Đoạn')],
  ['the go-live mark half typed', ({ type }) => type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/20')],
  ['a day off that nobody can read', typeInto(holidays, 2, 0, '24/10')],
])('%s holds mail that might be wrong', async (_what, deed) => {
  await askTheCities(office, { cities });
  await deed(office);
  await office.sync();
  expect(await office.mailsTo('HPG')).toEqual([]);
  expect(await office.errors()).not.toEqual([]);
  expect(await invitationTo('HPG')).toMatchObject({ state: 'Giữ lại' });
});

const replaced = (find: string, replacement: string) => ({
  findReplace: { find, replacement, matchEntireCell: true, allSheets: true },
});
