import { expect, test } from 'vitest';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
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
  expect(await above()).toEqual(['Đánh dấu Duyệt gửi ở kỳ 2025-10 thì 6 thư "Đề nghị gửi báo cáo" đi ngay.']);
  const before = await shown();
  expect(before.filter(({ kind }) => kind === 'Đề nghị gửi báo cáo')).toMatchObject(
    CITIES.map((unit) => ({ unit, name: city(unit).shortName, to: `${unit}-1`, state: 'Giữ lại' })),
  );
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  expect(await above()).toEqual([]);
  await office.syncAt('2025-10-28 08:30');
  const next = await shown();
  await office.syncAt('2025-10-29 08:30');
  for (const unit of CITIES) {
    const told = [
      ...before.filter((row) => row.unit === unit && row.kind === 'Đề nghị gửi báo cáo'),
      ...next.filter((row) => row.unit === unit && row.kind === 'Nhắc việc').slice(0, 1),
    ];
    const left = await office.mailsTo(unit);
    expect(left.map(({ subject, text }) => ({ subject, text: plain(text) }))).toEqual(
      told.map(({ subject, text }) => ({ subject, text: plain(text) })),
    );
    expect(left).toHaveLength(2);
  }
});

/** Runs the loop, and holds each mail that left against what Lịch thư had shown of it. @returns the kinds that were shown */
async function runAt(time: string): Promise<readonly string[]> {
  const before = new Map((await shown()).map((row) => [row.key, row]));
  const known = (await office.rowsOf(ledger)).length;
  await office.syncAt(time);
  const left = (await office.rowsOf(ledger)).slice(known).filter(({ state }) => state === 'đang gửi');
  const mails = new Map((await office.mails()).map((mail) => [mail.messageId, mail]));
  return left.flatMap(({ key, kind, messageId }) => {
    const row = before.get(key);
    if (!row || row.subject === null) return [];
    const mail = mails.get(messageId ?? '');
    expect({ subject: mail?.subject, text: plain(mail?.text) }, `${time} ${key}`).toEqual({
      subject: row.subject,
      text: plain(row.text),
    });
    return [kind ?? ''];
  });
}

test('of every kind of mail the one that Lịch thư showed is the one that leaves, word for word', async () => {
  await askTheCities(office, { cities: ['HCM', 'HPG', 'DNG', 'CTO', 'HUE'] });
  for (const unit of ['BTP', 'VPCP']) {
    const agency = { 'Mã liên hệ': `${unit}-1`, 'Đơn vị': unit, 'Vai trò': 'Đầu mối', 'E-mail': mailboxOf(unit) };
    await office.add(contacts, { ...agency, 'Đang dùng': true });
  }
  await office.type(tasks, 'N382-II1b-1', 'Phối hợp', 'VPCP');
  await office.type(tasks, 'N382-II1b-1', 'Hạn điều chỉnh', '27/10/2025');
  await office.type(tasks, 'N382-II1b-1', 'Duyệt nhắc', true);
  const decide = (at: string, decision: string, unit: string, value = {}) =>
    office.decide(decision, { 'Thời điểm': at, 'Đơn vị': unit, ...value });
  const seen: string[] = [];
  const run = async (...times: readonly string[]) => {
    for (const time of times) seen.push(...(await runAt(time)));
  };

  await run('2025-10-23 14:05');
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Tắt');
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.file('CTO', fullReport('CTO'));
  await office.file('HUE', fullReport('HUE'), { code: 'HUE-0000' });
  await office.file('HCM', {}, { identification: { moreTime: 'Xin thêm ba ngày vì bão số 12' } });
  await run('2025-10-23 14:10');
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await run('2025-10-23 14:15', '2025-10-24 08:30');
  await decide('24/10/2025 16:10', 'Trả lại để bổ sung', 'CTO', { 'Lý do': 'số liệu mục 1.1 chưa khớp văn bản' });
  await decide('24/10/2025 16:10', 'Không gia hạn', 'HCM', { 'Lý do': 'cần kịp phiên họp' });
  await run('2025-10-24 16:15', '2025-10-27 08:30', '2025-10-28 08:30', '2025-10-29 08:30');
  await decide('29/10/2025 16:30', 'Gia hạn', 'HCM', { 'Giá trị': '31/10/2025' });
  await decide('29/10/2025 16:30', 'Gia hạn', 'BTP', { 'Kỳ hoặc nhiệm vụ': 'N382-II1b-1', 'Giá trị': '31/10/2025' });
  await run('2025-10-29 16:31', '2025-10-30 08:30');
  await decide('30/10/2025 16:30', 'Đổi đường dẫn', 'HPG');
  await run('2025-10-30 16:31', '2025-10-31 08:30');
  await decide('31/10/2025 16:30', 'Đồng ý thay đổi', 'HCM', { 'Giá trị': '30/10/2025' });
  await run('2025-10-31 16:31', '2025-11-03 08:30', '2025-11-05 16:15', '2025-11-06 08:30');
  await run('2025-11-14 16:15', '2025-11-17 08:30');

  const written = Object.values(kinds).filter(({ about, title }) => about !== 'morning' && title !== 'Thư mẫu');
  expect([...new Set(seen)].sort()).toEqual(written.map(({ title }) => title).sort());
});

test('with mail off the sentence says so, and what switching it on does then', async () => {
  await askTheCities(office, { cities: ['HPG'], approved: false, mail: 'Tắt' });
  await office.syncAt('2025-10-23 16:30');
  expect(await above()).toEqual([
    'Đánh dấu Duyệt gửi ở kỳ 2025-10 thì chưa thư nào đi vì Gửi thư đang Tắt ở tab Cài đặt; khi Bật, 1 thư "Đề nghị gửi báo cáo" đi lúc 08:30 ngày 24/10/2025.',
  ]);
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await office.sync();
  expect(await above()).toEqual([
    'Đánh dấu Duyệt gửi ở kỳ 2025-10 thì 1 thư "Đề nghị gửi báo cáo" đi lúc 08:30 ngày 24/10/2025.',
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
  const kindsToCome = ['Đề nghị gửi báo cáo', 'Nhắc việc', 'Quá hạn lần 1', 'Quá hạn lần 2', 'Quá hạn lần n'];
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
