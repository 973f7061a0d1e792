import { expect, test } from 'vitest';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { askTheCities, CITIES, city, ROUND, useOffice } from '../support/office.ts';

const office = useOffice();

const shown = async () => (await office.rowsOf(mailPlan)).filter(({ key }) => key !== null);
const above = async () => (await office.rowsOf(mailPlan)).flatMap(({ key, why }) => (key === null ? [why] : []));
/** As the mail program shows it. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\r\n', '\n').trim();

test('who reads Lịch thư before approving has read every mail that leaves, word for word, and what approving does', async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
  expect(await above()).toEqual([
    'Đánh dấu Duyệt gửi ở kỳ 2025-10 thì 6 thư "Mời gửi báo cáo" đi ngay; 6 thư khác đi trong tuần này.',
  ]);
  const before = await shown();
  expect(before.filter(({ kind }) => kind === 'Mời gửi báo cáo')).toMatchObject(
    CITIES.map((unit) => ({ unit, name: city(unit).shortName, to: `${unit}-1`, state: 'Giữ lại' })),
  );
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  expect(await above()).toEqual([]);
  const next = await shown();
  await office.syncAt('2025-10-24 08:30');
  for (const unit of CITIES) {
    const told = [
      ...before.filter((row) => row.unit === unit && row.kind === 'Mời gửi báo cáo'),
      ...next.filter((row) => row.unit === unit && row.kind === 'Nhắc việc').slice(0, 1),
    ];
    const left = await office.mailsTo(unit);
    expect(left.map(({ subject, text }) => ({ subject, text: plain(text) }))).toEqual(
      told.map(({ subject, text }) => ({ subject, text: plain(text) })),
    );
    expect(left).toHaveLength(2);
  }
});

test('with mail off the sentence says so, and what switching it on does then', async () => {
  await askTheCities(office, { cities: ['HPG'], approved: false, mail: 'Tắt' });
  await office.syncAt('2025-10-23 16:30');
  expect(await above()).toEqual([
    'Đánh dấu Duyệt gửi ở kỳ 2025-10 thì chưa thư nào đi vì Gửi thư đang Tắt ở tab Cài đặt; khi Bật, 1 thư "Mời gửi báo cáo" đi lúc 08:30 ngày 24/10/2025.',
  ]);
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await office.sync();
  expect(await above()).toEqual([
    'Đánh dấu Duyệt gửi ở kỳ 2025-10 thì 1 thư "Mời gửi báo cáo" đi lúc 08:30 ngày 24/10/2025.',
  ]);
});

test('what is shown is not written again while it stays true: a quiet run makes two calls', async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
  await office.sync();
  for (const time of ['2025-10-23 14:20', '2025-10-23 14:50']) {
    expect(await office.syncAt(time)).toMatchObject({ googleCalls: 2 });
  }
});
