import { expect, test } from 'vitest';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { askTheCities, CITIES, city, mailboxOf, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

const shown = async () => (await office.rowsOf(mailPlan)).filter(({ key }) => key !== null);
const above = async () => (await office.rowsOf(mailPlan)).flatMap(({ key, why }) => (key === null ? [why] : []));
/** As the mail program shows it. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\r\n', '\n').trim();

test('who reads Lịch thư before approving has read every mail that leaves, word for word, and what approving does', async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
  expect(await above()).toEqual(['Đánh dấu Duyệt gửi ở kỳ 2025-10 thì 6 thư "Mời gửi báo cáo" đi ngay.']);
  const before = await shown();
  expect(before.filter(({ kind }) => kind === 'Mời gửi báo cáo')).toMatchObject(
    CITIES.map((unit) => ({ unit, name: city(unit).shortName, to: `${unit}-1`, state: 'Giữ lại' })),
  );
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  expect(await above()).toEqual([]);
  const next = await shown();
  await office.syncAt('2025-10-29 08:30');
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

const ask = (cells: Readonly<Record<string, string>> = {}) =>
  office.decide('Gửi thư mẫu', { 'Thời điểm': '23/10/2025 14:05', ...cells });
const samples = async () => (await office.mails()).filter(({ subject }) => subject?.startsWith('[Thư mẫu]'));

test('samples show the coordinators each coming kind before anything is approved, and tell nobody anything', async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
  const before = await shown();
  await ask();
  await office.sync();
  const kindsToCome = ['Mời gửi báo cáo', 'Nhắc việc', 'Quá hạn lần 1', 'Quá hạn lần 2', 'Quá hạn lần n'];
  const firsts = kindsToCome.flatMap((kind) => {
    const one = before.find((row) => row.kind === kind);
    return one ? [one] : [];
  });
  expect(firsts).toHaveLength(kindsToCome.length);
  const sent = await samples();
  expect(sent.flatMap(({ envelope }) => envelope.to)).toEqual(firsts.map(() => mailboxOf('dieuphoi')));
  expect(sent.map(({ subject }) => subject).toSorted()).toEqual(
    firsts.map(({ subject }) => `[Thư mẫu] ${subject}`).toSorted(),
  );
  for (const { subject, text } of firsts) {
    const shownTo = plain(sent.find((one) => one.subject === `[Thư mẫu] ${subject}`)?.text);
    const [salutation, warning, ...real] = shownTo.split('\n\n');
    expect(real.join('\n\n')).toBe(plain(text));
    expect([salutation, warning]).toEqual([
      'Kính gửi: Điều phối viên',
      expect.stringMatching(/^Đây là thư mẫu, .* gửi Hà Nội; /),
    ]);
  }
  const rows = (await office.rowsOf(ledger)).filter(({ kind }) => kind === 'Thư mẫu');
  expect(rows.map(({ unit, told }) => ({ unit, told }))).toEqual(rows.map(() => ({ unit: null, told: null })));
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  await office.syncAt('2025-10-29 08:30');
  expect(await samples()).toHaveLength(sent.length);
  for (const unit of CITIES) expect(await office.mailsTo(unit)).toHaveLength(2);
});

test('no sample leaves while mail is off, whatever is decided; switched on it does', async () => {
  await askTheCities(office, { cities: ['HPG'], approved: false, mail: 'Tắt' });
  await ask();
  await office.sync();
  expect(await office.mails()).toEqual([]);
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await office.sync();
  expect((await samples()).length).toBeGreaterThan(0);
});

test.each([
  ['a task', async () => ask({ 'Kỳ hoặc nhiệm vụ': 'N382-II3c' })],
  ['a unit that is not asked', async () => ask({ 'Đơn vị': 'HUE' })],
  [
    'a unit that filed all',
    async () => {
      await office.sync();
      await office.file('HPG', fullReport('HPG'));
      await office.sync();
      await ask({ 'Đơn vị': 'HPG' });
    },
  ],
  [
    'a closed round',
    async () => {
      await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
      await office.sync();
      await ask();
    },
  ],
])('samples of %s are a finding', async (_, decide) => {
  await askTheCities(office, { cities: ['HPG'] });
  await decide();
  await office.sync();
  await office.sync();
  expect(await samples()).toEqual([]);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Quyết định', found: expect.stringContaining('"Gửi thư mẫu" không có tác dụng') }),
  );
});
