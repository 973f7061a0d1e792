import { beforeEach, expect, test } from 'vitest';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, NEXT_ROUND, openNextRound, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'CTO'] });
  await office.sync();
  await office.file('CTO', fullReport('CTO'));
  await office.syncAt('2025-10-24 09:00');
  await openNextRound(office);
  // One mail a day: the next round's invitations go on Monday.
  await office.syncAt('2025-10-27 08:30');
});

/** What is known of a city's report in a round. */
async function tracked(round: string, unit: string) {
  return (await office.rowsOf(tracking)).find((row) => row.round === round && row.unit === unit);
}

const subjectsTo = async (unit: string, begin: string) =>
  (await office.mailsTo(unit)).filter(({ subject }) => subject.startsWith(begin));
const lastVersion = async () => (await office.rowsOf(reports)).at(-1)?.version ?? '';

/** A city files by the link of October while November asks. */
async function fileByOldLink(unit: string): Promise<void> {
  await office.file(unit, { ...fullReport(unit), '1.4': 'Nội dung của tháng 11.' }, { round: ROUND });
  await office.sync();
}

test('waits for a word: no content changes, the receipt says so and leads to the round that asks', async () => {
  const before = await tracked(ROUND, 'CTO');
  office.moveTo('2025-10-27 09:00');
  await fileByOldLink('CTO');
  expect((await office.rowsOf(reports)).at(-1)).toMatchObject({
    unit: 'CTO',
    round: ROUND,
    identity: 'Mã của kỳ đã đóng',
  });
  expect((await tracked(ROUND, 'CTO'))?.filing).toBe(before?.filing);
  expect((await tracked(NEXT_ROUND, 'CTO'))?.filedAt).toBeNull();
  const receipt = (await subjectsTo('CTO', '[Đã tiếp nhận]')).at(-1);
  expect(receipt?.text).toContain('đường dẫn của kỳ báo cáo đã đóng');
  expect(receipt?.text).toContain('Báo cáo đợt 2');
  expect(receipt?.text).not.toContain('gửi trong thời hạn');
  const codes = [...(receipt?.text ?? '').matchAll(/CTO-[0-9A-Z]{12}/g)].map(([code]) => code);
  const invited = (await subjectsTo('CTO', '[Đề nghị gửi báo cáo]')).at(-1)?.text ?? '';
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) expect(invited).toContain(code);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: reports.title, found: expect.stringContaining(`kỳ ${ROUND} đã đóng`) }),
  );
});

test('holds the late notices of its unit in the round that asks, for two working days', async () => {
  office.moveTo('2025-10-31 16:30');
  await fileByOldLink('HPG');
  await office.syncAt('2025-11-03 09:00');
  expect(await subjectsTo('HPG', '[Quá hạn]')).toEqual([]);
  expect(await subjectsTo('CTO', '[Quá hạn]')).toHaveLength(1);
  await office.syncAt('2025-11-05 09:00');
  expect(await subjectsTo('HPG', '[Quá hạn]')).toHaveLength(1);
});

test('counts for the round that a coordinator names', async () => {
  office.moveTo('2025-10-27 09:00');
  await fileByOldLink('HPG');
  await office.decide('Xác nhận đơn vị', {
    'Thời điểm': '27/10/2025 10:00',
    'Kỳ hoặc nhiệm vụ': NEXT_ROUND,
    'Đơn vị': 'HPG',
    'Giá trị': await lastVersion(),
  });
  await office.syncAt('2025-10-27 10:10');
  expect((await tracked(NEXT_ROUND, 'HPG'))?.filedAt).not.toBeNull();
  expect((await tracked(ROUND, 'HPG'))?.filedAt).toBeNull();
  expect(await office.findings()).not.toContainEqual(
    expect.objectContaining({ found: expect.stringContaining('đã đóng, đang chờ xác nhận') }),
  );
});

test('is taken by its own round when that is opened again for the unit', async () => {
  office.moveTo('2025-10-27 09:00');
  await fileByOldLink('HPG');
  await office.decide('Mở lại cho đơn vị', { 'Thời điểm': '27/10/2025 10:00', 'Đơn vị': 'HPG' });
  await office.syncAt('2025-10-27 10:10');
  expect((await tracked(ROUND, 'HPG'))?.filedAt).not.toBeNull();
  expect((await tracked(NEXT_ROUND, 'HPG'))?.filedAt).toBeNull();
});

test('a report sent before its round was closed counts, though it is read after', async () => {
  await office.type(rounds, NEXT_ROUND, 'Trạng thái', 'Đã đóng');
  office.moveTo('2025-10-27 09:00');
  await office.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  await office.sync();
  await office.file('HPG', fullReport('HPG'));
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  await office.syncAt('2025-10-27 09:10');
  expect((await tracked(ROUND, 'HPG'))?.filedAt).not.toBeNull();
});
