import { beforeEach, expect, test } from 'vitest';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
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
  await office.syncAt('2025-10-24 08:40');
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
