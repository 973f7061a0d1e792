import { beforeEach, expect, test } from 'vitest';
import { decisionKinds, decisions } from '../../sheets-schema/tabs/decisions.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.syncAt('2025-10-23 14:05');
});

const told = async () => (await office.findings()).filter(({ tab }) => tab === decisions.title);
const lastTo = async (unit: string) => (await office.mailsTo(unit)).at(-1)?.subject ?? '';

test('a return to a unit that sent nothing mails nothing and waits to be mended; the other unit is not touched', async () => {
  await office.decide('Trả lại để bổ sung', {
    'Thời điểm': '24/10/2025 08:35',
    'Đơn vị': 'HUE',
    'Lý do': 'thiếu mục 1.3',
  });
  await office.syncAt('2025-10-29 08:40');
  expect(await told()).toMatchObject([
    { level: 'Lỗi', found: expect.stringContaining('chưa có báo cáo nào để trả lại') },
  ]);
  expect(await lastTo('HUE')).not.toContain('trả lại');
  expect((await office.mailsTo('HUE')).length).toBe(1);
  expect((await office.mailsTo('HPG')).length).toBe(2);
  expect((await office.rowsOf(tracking)).find(({ unit }) => unit === 'HUE')?.filing).toBe('Chưa gửi');
});

test('each return goes, a second one of the same version too, and none of them twice', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  const returned = async () =>
    (await office.mailsTo('HPG')).filter(({ text }) => /trả lại/i.test(text)).map(({ text }) => text);
  await office.decide('Trả lại để bổ sung', {
    'Thời điểm': '24/10/2025 08:35',
    'Đơn vị': 'HPG',
    'Lý do': 'số liệu mục 1.1',
  });
  for (let run = 0; run < 2; run++) await office.syncAt('2025-10-24 08:40');
  expect(await returned()).toEqual([expect.stringContaining('số liệu mục 1.1')]);
  await office.decide('Trả lại để bổ sung', {
    'Thời điểm': '27/10/2025 08:35',
    'Đơn vị': 'HPG',
    'Lý do': 'thiếu số văn bản',
  });
  for (let run = 0; run < 2; run++) await office.syncAt('2025-10-27 08:40');
  expect(await returned()).toEqual([expect.anything(), expect.stringContaining('thiếu số văn bản')]);
});

test.each(['Trả lại để bổ sung', 'Gia hạn', 'Tạm dừng nhắc'])(
  '%s of a closed round is told to have no effect',
  async (kind) => {
    await office.file('HPG', fullReport('HPG'));
    await office.sync();
    await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
    await office.syncAt('2025-10-30 09:00');
    await office.decide(kind, {
      'Thời điểm': '30/10/2025 10:00',
      'Đơn vị': 'HPG',
      'Giá trị': kind === 'Gia hạn' ? '10/11/2025' : '',
    });
    await office.syncAt('2025-10-31 09:00');
    expect(await told()).toMatchObject([{ level: 'Lưu ý', found: expect.stringContaining('đã đóng') }]);
  },
);

test('a row that cannot be acted on leaves nothing behind, taken out or put right', async () => {
  const slips = [
    ['Gia hạn', 'HUE', '31/10/0025'],
    ['Đã nhận văn bản chính thức', 'HUE', '123/BC-UBND; 24/10/20255'],
    ['Xác nhận đơn vị', 'HUE', 'BC-HUE-00000000'],
    ['Tạm dừng nhắc', 'HUEE', ''],
  ] as const;
  for (const [kind, unit, value] of slips)
    await office.decide(kind, { 'Thời điểm': '23/10/2025 15:00', 'Đơn vị': unit, 'Giá trị': value });
  await office.syncAt('2025-10-23 15:05');
  expect((await told()).length).toBeGreaterThanOrEqual(slips.length);
  const put = (row: number, cells: readonly string[]) =>
    office.edit({
      updateCells: {
        start: { sheetId: decisions.sheetId, rowIndex: row, columnIndex: 0 },
        rows: [{ values: cells.map((stringValue) => (stringValue ? { userEnteredValue: { stringValue } } : {})) }],
        fields: 'userEnteredValue',
      },
    });
  const right = ['23/10/2025 15:00', ROUND, 'HUE', '', 'Gia hạn', '31/10/2025', '', 'Điều phối viên'];
  await put(1, right);
  for (let row = 2; row <= slips.length; row += 1) await put(row, Array(8).fill(''));
  await office.syncAt('2025-10-29 08:40');
  expect(await told()).toEqual([]);
  expect(await lastTo('HUE')).toContain('31/10/2025');
  expect((await office.mailsTo('HPG')).length).toBe(2);
});

test('whatever is left out of a decision of any kind, what is said of it is said once and in words', async () => {
  for (const [nth, kind] of decisionKinds.entries()) {
    const minute = String(nth).padStart(2, '0');
    await office.decide(kind, { 'Thời điểm': `23/10/2025 14:${minute}`, 'Đơn vị': 'HUE' });
    await office.decide(kind, { 'Thời điểm': `23/10/2025 13:${minute}` });
    await office.decide(kind, { 'Thời điểm': `23/10/2025 12:${minute}`, 'Kỳ hoặc nhiệm vụ': 'N382-II3c' });
  }
  await office.syncAt('2025-10-23 15:05');
  const found = await told();
  expect(found.length).toBeGreaterThan(decisionKinds.length);
  for (const one of found) expect(Object.values(one).join(' ')).not.toMatch(/\b(?:null|undefined|NaN|object)\b/);
  const said = found.map((one) => `${one.found} ${one.column}`);
  expect(said.filter((words) => /^ô trống/.test(words)).length).toBeGreaterThan(10);
});

test('a unit that left a round by decision has left it, and nobody is told that it has not', async () => {
  await office.decide('Rút đơn vị', { 'Thời điểm': '24/10/2025 08:00', 'Đơn vị': 'HUE' });
  await office.syncAt('2025-10-24 08:40');
  expect((await office.rowsOf(tracking)).map(({ unit }) => unit)).toEqual(['HPG']);
  expect(await told()).toEqual([]);
});
