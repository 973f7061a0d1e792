import { beforeEach, expect, test } from 'vitest';
import { linkCode } from '../../functions/domain/links/codes.ts';
import { runLinks } from '../../functions/upkeep/commands.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const codeOf = (unit: string, epoch: number) =>
  linkCode(office.workspace.environment['LINK_SECRET'] ?? '', ROUND, unit, epoch);
const change = (at: string, unit = 'HPG') => office.decide('Đổi đường dẫn', { 'Thời điểm': at, 'Đơn vị': unit });
const lastMailTo = async (unit: string) => (await office.mailsTo(unit)).at(-1);
const identities = async () => (await office.rowsOf(reports)).map(({ unit, identity }) => [unit, identity]);
const tracked = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);

/** Hải Phòng and Huế are invited; Hải Phòng has filed once. */
beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
});

test('a changed link goes to the unit at once, beside the day’s other mail, and to nobody else', async () => {
  await change('23/10/2025 14:30');
  expect(await office.syncAt('2025-10-23 14:31')).toMatchObject({ sent: 1 });
  const mail = await lastMailTo('HPG');
  expect(mail?.subject).toMatch(/^\[Đường dẫn mới\]/);
  expect(mail?.text).toContain(codeOf('HPG', 1));
  expect(mail?.text).toContain('chỉ dùng đường dẫn mới');
  expect((await office.mailsTo('HUE')).map(({ subject }) => subject)).toHaveLength(1);
  expect(await office.syncAt('2025-10-23 14:41')).toMatchObject({ sent: 0 });
  await office.syncAt('2025-10-29 08:30');
  expect((await lastMailTo('HPG'))?.text).toContain(codeOf('HPG', 1));
  expect((await lastMailTo('HUE'))?.text).toContain(codeOf('HUE', 0));
  const links = await runLinks(office.workspace.config);
  expect(
    links.map(({ unit, link }) => [unit, new URL(link).search.includes(codeOf(unit, unit === 'HPG' ? 1 : 0))]),
  ).toEqual([
    ['HPG', true],
    ['HUE', true],
  ]);
  expect(await office.errors()).toEqual([]);
});

test('what came by the former link before stays the unit’s; what comes by it afterwards waits, and it is said why', async () => {
  const first = await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-23 15:00');
  await office.file('HUE', fullReport('HUE'), { code: codeOf('HUE', 0) });
  await change('23/10/2025 15:10');
  await change('23/10/2025 15:10', 'HUE');
  await office.syncAt('2025-10-23 15:20');
  expect(await identities()).toEqual([
    ['HPG', 'Mã hợp lệ'],
    ['HUE', 'Mã hợp lệ'],
  ]);
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 0) });
  await office.syncAt('2025-10-23 15:30');
  expect((await identities()).at(-1)).toEqual([null, 'Chờ xác minh đơn vị']);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Báo cáo', found: expect.stringContaining('mã cũ, đã đổi ngày 23/10/2025') }),
  );
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 1) });
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 0), responseId: first });
  await office.syncAt('2025-10-23 15:40');
  expect((await identities()).slice(-2)).toEqual([
    ['HPG', 'Mã hợp lệ'],
    ['HPG', 'Theo phiên bản trước'],
  ]);
  expect((await tracked('HPG'))?.timing).toBe('Đúng hạn');
});

test('a code that came to light is never good again: neither withdrawn, nor with the row deleted, nor with the tab gone', async () => {
  await change('23/10/2025 14:30');
  await office.syncAt('2025-10-23 14:31');
  await office.decide('Rút lại', { 'Thời điểm': '23/10/2025 14:40', 'Đơn vị': 'HPG', 'Giá trị': 'Đổi đường dẫn' });
  await office.syncAt('2025-10-23 14:41');
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Quyết định', found: expect.stringContaining('đường dẫn đã đổi không trở lại') }),
  );
  await office.edit({
    deleteDimension: { range: { sheetId: decisions.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 3 } },
  });
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 0) });
  await office.syncAt('2025-10-23 14:51');
  await office.edit({ deleteSheet: { sheetId: decisions.sheetId } });
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 0) });
  await office.file('HPG', fullReport('HPG'), { code: codeOf('HPG', 1) });
  await office.syncAt('2025-10-23 15:01');
  expect(await identities()).toEqual([
    [null, 'Chờ xác minh đơn vị'],
    [null, 'Chờ xác minh đơn vị'],
    ['HPG', 'Mã hợp lệ'],
  ]);
});

test('changed twice before a mail could go, one mail goes, with the newest link', async () => {
  await change('23/10/2025 18:00');
  await change('23/10/2025 19:00');
  await office.syncAt('2025-10-23 19:05');
  await office.syncAt('2025-10-24 08:30');
  const mails = (await office.mailsTo('HPG')).filter(({ subject }) => subject.startsWith('[Đường dẫn mới]'));
  expect(mails.map(({ text }) => text.includes(codeOf('HPG', 2)))).toEqual([true]);
  const settled = (await office.rowsOf(ledger)).filter(({ key }) => key.includes('doi-duong-dan'));
  expect(settled.map(({ state }) => state).sort()).toEqual(['không cần nữa', 'đang gửi', 'đã gửi']);
});

test('a decision for all units changes every link', async () => {
  await office.decide('Đổi đường dẫn', { 'Thời điểm': '23/10/2025 14:30' });
  expect(await office.syncAt('2025-10-23 14:31')).toMatchObject({ sent: 2 });
  expect((await lastMailTo('HUE'))?.text).toContain(codeOf('HUE', 1));
});
