import { beforeEach, expect, test } from 'vitest';
import { formatDate, formatTime } from '../../sheets-schema/columns/vietnamese-date.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { mailPlan, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { localDay, toLocal } from '../../sheets-schema/zone.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';

const office = useOffice();
beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG'], deadline: '03/11/2025' });
  await office.sync();
});

const NOT_OF_THE_STEPS = ['Quá hạn lần n', 'Báo cáo lãnh đạo về nhiệm vụ'];

/** What Lịch thư says of Hải Phòng and of the leadership on the round's steps: day, hour, kind. */
async function foretold(): Promise<readonly string[]> {
  const rows = (await office.rowsOf(mailPlan)).filter(({ unit }) => unit === 'HPG' || unit === 'BXD');
  const first = rows.filter(({ kind }) => !NOT_OF_THE_STEPS.includes(kind));
  return first.map(({ at, kind }) =>
    at ? `${formatDate(localDay(at))} ${formatTime(toLocal(at).toPlainTime())} ${kind}` : kind,
  );
}

const AS_EVER = [
  '27/10/2025 08:30 Nhắc việc',
  '29/10/2025 08:30 Nhắc việc',
  '31/10/2025 08:30 Nhắc việc',
  '03/11/2025 08:30 Nhắc việc',
  '04/11/2025 08:30 Quá hạn lần 1',
  '06/11/2025 08:30 Quá hạn lần 2',
  '11/11/2025 08:30 Báo cáo lãnh đạo',
];

const dayOf = (day: string, kind: string, status: string) =>
  office.add(holidays, { Ngày: day, Loại: kind, Tên: 'Theo thông báo', 'Tình trạng': status });

test('the round stands in Lịch thư day by day', async () => {
  expect(await foretold()).toEqual(AS_EVER);
});

test('a mail about tasks is shown with the tasks it is about, approved or not, and an item goes with its report', async () => {
  const ofTasks = (await office.rowsOf(mailPlan)).filter(({ kind }) => kind === 'Nhiệm vụ quá hạn');
  expect(ofTasks.length).toBeGreaterThan(0);
  for (const { subject, text } of ofTasks) {
    if (subject !== null) expect(subject).toMatch(/^\[Quá hạn\] 01 nhiệm vụ/);
    if (text !== null) expect(text).toMatch(/^– Theo 12112\/BXD-PTĐT .*\(đoạn kết\), .*quá hạn \d+ ngày làm việc/m);
  }
});

test('after the leaders have heard, a unit is reminded of it every ten working days, three times', async () => {
  const again = (await office.rowsOf(mailPlan)).filter(({ kind }) => kind === 'Quá hạn lần n');
  expect(again.map(({ at }) => at && formatDate(localDay(at)))).toEqual(['20/11/2025', '04/12/2025', '18/12/2025']);
  await office.type(settingsTab, 'Nhắc lại sau', 'Giá trị', 25);
  await office.sync();
  const rarer = (await office.rowsOf(mailPlan)).filter(({ kind }) => kind === 'Quá hạn lần n');
  expect(rarer.map(({ at }) => at && formatDate(localDay(at)))).toEqual(['11/12/2025']);
});

test.each(['chốt', 'tính theo luật'])(
  'a day off that is %s moves every mail that is counted over it',
  async (status) => {
    await dayOf('05/11/2025', 'Nghỉ', status);
    await office.sync();
    expect(await foretold()).toEqual([
      ...AS_EVER.slice(0, 5),
      '07/11/2025 08:30 Quá hạn lần 2',
      '12/11/2025 08:30 Báo cáo lãnh đạo',
    ]);
  },
);

test('a day off that is only proposed counts as a working day, yet no mail goes on it', async () => {
  await dayOf('06/11/2025', 'Nghỉ', 'đề xuất');
  await office.sync();
  expect(await foretold()).toEqual(
    AS_EVER.with(5, '07/11/2025 08:30 Quá hạn lần 2').with(6, '12/11/2025 08:30 Báo cáo lãnh đạo'),
  );
});

test('a make-up Saturday is counted and written on, a proposed one is neither', async () => {
  await dayOf('08/11/2025', 'Làm bù', 'đề xuất');
  await office.sync();
  expect(await foretold()).toEqual(AS_EVER);
  await dayOf('01/11/2025', 'Làm bù', 'chốt');
  await office.sync();
  expect(await foretold()).toEqual([
    '28/10/2025 08:30 Nhắc việc',
    '30/10/2025 08:30 Nhắc việc',
    '01/11/2025 08:30 Nhắc việc',
    ...AS_EVER.slice(3),
  ]);
  await office.syncAt('2025-11-01 08:30');
  expect((await office.mailsTo('HPG')).at(-1)?.subject).toMatch(/^\[Nhắc việc\]/);
});

test('a day off that is taken back lets the mail go after all', async () => {
  await dayOf('04/11/2025', 'Nghỉ', 'chốt');
  await office.syncAt('2025-11-03 08:30');
  expect(await foretold()).toContain('05/11/2025 08:30 Quá hạn lần 1');
  const at = (await office.cellsOf(holidays)).findIndex((cells) => cells.includes('Theo thông báo'));
  await office.edit({
    deleteDimension: { range: { sheetId: holidays.sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } },
  });
  await office.syncAt('2025-11-04 08:30');
  expect((await office.mailsTo('HPG')).at(-1)?.subject).toMatch(/^\[Quá hạn\]/);
});

test('a moved deadline moves them all, and Theo dõi says how it was reached', async () => {
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:05', 'Giá trị': '05/11/2025' });
  await office.sync();
  expect(await foretold()).toEqual([
    '29/10/2025 08:30 Nhắc việc',
    '31/10/2025 08:30 Nhắc việc',
    '04/11/2025 08:30 Nhắc việc',
    '05/11/2025 08:30 Nhắc việc',
    '06/11/2025 08:30 Quá hạn lần 1',
    '10/11/2025 08:30 Quá hạn lần 2',
    '13/11/2025 08:30 Báo cáo lãnh đạo',
  ]);
  const [row] = await office.rowsOf(tracking);
  expect(row?.explained).toBe(
    'Văn bản ghi "trước ngày 24/10/2025": hết ngày 23/10/2025; điều phối viên ấn định hết ngày 03/11/2025; được gia hạn đến hết ngày 05/11/2025',
  );
});

test('other steps and other hours move them too', async () => {
  await office.type(rounds, ROUND, 'Nhịp nhắc', '-2; 1');
  await office.type(settingsTab, 'Khung giờ gửi', 'Giá trị', '14:00-15:00');
  await office.decide('Đồng ý thay đổi', { 'Thời điểm': '23/10/2025 14:05', 'Giá trị': 'Nhịp nhắc' });
  await office.sync();
  await office.sync();
  expect(await foretold()).toEqual([
    '30/10/2025 14:00 Nhắc việc',
    '04/11/2025 14:00 Quá hạn lần 1',
    '18/11/2025 14:00 Quá hạn lần 2',
  ]);
});

test('what Lịch thư foretold is what left, over three weeks in which nobody did anything', async () => {
  for (let day = 24; day <= 45; day += 1) {
    const date = day <= 31 ? `2025-10-${day}` : `2025-11-${String(day - 31).padStart(2, '0')}`;
    for (const time of ['08:00', '08:30', '13:45']) await office.syncAt(`${date} ${time}`);
  }
  const toThem = [...(await office.mailsTo('HPG')).slice(1), ...(await office.mailsTo('lanhdao'))];
  const left = toThem.map(({ receivedAt }) => new Date(receivedAt).toISOString().slice(0, 16));
  const inUtc = AS_EVER.map((line) => line.replace(/^(\d\d)\/(\d\d)\/(\d{4}) 08:30.*/, '$3-$2-$1T01:30'));
  expect(left).toEqual(inUtc);
});
