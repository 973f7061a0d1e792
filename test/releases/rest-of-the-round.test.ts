import { expect, test } from 'vitest';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { fullReport } from '../support/reports.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0');

const DAYS = [
  '2025-10-31',
  '2025-11-03',
  '2025-11-04',
  '2025-11-05',
  '2025-11-06',
  '2025-11-07',
  '2025-11-10',
  '2025-11-12',
];

/** Kinds that a unit hears of once for each step of a deadline. */
const sentKeys = async () =>
  (await office.rowsOf(ledger)).filter(({ state }) => state === 'đã gửi').map(({ key }) => key);

async function tracked(unit: string) {
  return (await office.rowsOf(tracking)).find((row) => row.round === '2025-10' && row.unit === unit);
}

test('a round that 0.1.0 began ends well: nobody is written to twice, and reports keep counting', async () => {
  const told = await sentKeys();
  expect(told.filter((key) => key.includes('/moi/'))).toHaveLength(6);
  await office.syncAt('2025-10-30 14:00');
  await office.provision();

  office.moveTo('2025-10-31 09:30');
  await office.file('DNG', {
    '1.3-trang-thai': 'Đang dự thảo',
    '1.3-du-kien': '2025-11-30',
    '1.3-ly-do': 'Chờ thống nhất danh mục nhiệm vụ với các phường mới thành lập sau sắp xếp.',
  });
  await office.syncAt('2025-10-31 09:31');
  office.moveTo('2025-11-03 14:00');
  const [waiting] = (await office.rowsOf(reports)).filter(({ identity }) => identity === 'Chờ xác minh đơn vị');
  await office.decide('Xác nhận đơn vị', {
    'Thời điểm': '03/11/2025 14:00',
    'Đơn vị': 'CTO',
    'Giá trị': waiting?.version ?? '',
  });
  await office.syncAt('2025-11-03 14:01');
  office.moveTo('2025-11-05 16:00');
  await office.file('HCM', fullReport('HCM'));
  await office.syncAt('2025-11-05 16:01');
  for (const day of DAYS) await office.syncAt(`${day} 08:31`);
  office.moveTo('2025-11-12 09:00');
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-11-12 09:01');

  const sent = await sentKeys();
  expect(sent.filter((key, index) => sent.indexOf(key) !== index)).toEqual([]);
  expect(sent.filter((key) => key.includes('/moi/'))).toEqual(told.filter((key) => key.includes('/moi/')));
  const mails = await office.mails();
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  expect(mails.map(({ subject }) => subject).filter((subject) => subject.startsWith('[Đề nghị gửi'))).toEqual([]);
  expect(await Promise.all(['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'].map(tracked))).toMatchObject([
    { filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' },
    { filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' },
    { filing: 'Đã tiếp nhận nội dung', timing: 'Gửi muộn 10 ngày làm việc' },
    { filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' },
    { filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' },
    { filing: 'Đã nhận văn bản chính thức', timing: 'Đúng hạn' },
  ]);
  expect((await office.rowsOf(reports)).map(({ unit }) => unit)).toEqual([
    'HUE',
    'HNI',
    'HNI',
    'DNG',
    null,
    'DNG',
    'HCM',
    'HPG',
  ]);
  expect(await office.errors()).toEqual([]);
});
