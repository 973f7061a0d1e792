import type { ParsedMessage } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { verifyDay } from '../../functions/domain/notices/verify.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { pastLogs } from '../../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts, type Unit } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, city, mailboxOf, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
beforeEach(async () => {
  await askTheCities(office);
  await office.type(rounds, ROUND, 'Khóa sau ngày', '31/10/2025');
  await office.sync();
});

const lastTo = async (unit: string, kind = '['): Promise<ParsedMessage> => {
  const mail = (await office.mailsTo(unit)).findLast(({ subject }) => subject.startsWith(kind));
  if (!mail) throw new Error(`No mail to ${unit}.`);
  return mail;
};

test('a mail tells the deadline from the day on which the round locks', async () => {
  const sentence = 'Báo cáo gửi sau thời hạn, đến hết ngày 31/10/2025, vẫn được tiếp nhận và ghi là gửi muộn;';
  expect((await lastTo('HPG', '[Đề nghị gửi')).text).toContain(sentence);
  await office.syncAt('2025-10-30 08:30');
  expect((await lastTo('HPG', '[Quá hạn]')).text).toContain(sentence);
});

test('a receipt after the lock tells its own code and time, and judges nothing before it is accepted', async () => {
  await office.file('HUE', withoutPlan(fullReport('HUE')));
  await office.syncAt('2025-10-24 09:00');
  office.moveTo('2025-11-03 10:15');
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-11-03 10:20');
  const { subject, text } = await lastTo('HUE', '[Đã tiếp nhận]');
  const version = (await office.rowsOf(reports)).at(-1)?.version;
  expect(subject).toBe(
    `[Đã tiếp nhận] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – Huế – ${version}`,
  );
  expect(text).toContain(`lúc 10:15 ngày 03/11/2025 (mã tiếp nhận ${version}).`);
  expect(text).toContain(
    'Thời gian tiếp nhận của kỳ báo cáo đã kết thúc; nội dung vừa gửi chờ Cục Phát triển đô thị, Bộ Xây dựng xem xét.',
  );
  expect(text).not.toMatch(/bổ sung, làm rõ|Kết quả kiểm tra/);
});

test('a report that says nothing is received in time, and the city hears that it does not count', async () => {
  await office.file('HUE', { '1.1': 'Đang cập nhật' });
  office.moveTo('2025-10-23 14:06');
  await office.sync();
  const { text } = await lastTo('HUE', '[Đã tiếp nhận]');
  expect(text).toContain('Tình trạng về thời hạn: gửi trong thời hạn (hạn cuối: hết ngày 29/10/2025).');
  expect(text).toContain('báo cáo chưa được ghi nhận là đã gửi');
});

test('after an extension late notices speak of each other, not of the one that was withdrawn', async () => {
  await office.syncAt('2025-10-30 08:30');
  await office.decide('Gia hạn', { 'Thời điểm': '31/10/2025 08:00', 'Đơn vị': 'HCM', 'Giá trị': '04/11/2025' });
  await office.syncAt('2025-10-31 08:30');
  expect((await lastTo('HCM')).text).toMatch(
    /Thông báo quá hạn gửi ngày 30\/10\/2025 được rút lại[\s\S]*Thời hạn trước khi gia hạn: hết ngày 29\/10\/2025\./,
  );
  await office.syncAt('2025-11-05 08:30');
  await office.syncAt('2025-11-07 08:30');
  expect((await lastTo('HCM')).text).toContain('tiếp theo thư ngày 05/11/2025');
  await office.syncAt('2025-11-12 08:30');
  const { subject, text } = await lastTo('lanhdao');
  expect(subject).toContain('06 báo cáo quá hạn');
  expect(text).toContain('đã quá thời hạn (hết ngày 29/10/2025; hết ngày 04/11/2025)');
  expect(text).toMatch(/– TP\. Hồ Chí Minh: .*đã nhắc lần 1 ngày 05\/11\/2025, lần 2 ngày 07\/11\/2025\.$/m);
});

test('a later deadline names the one before it: that of the late notice, that of the extension before', async () => {
  await office.syncAt('2025-10-30 08:30');
  await office.decide('Gia hạn', { 'Thời điểm': '30/10/2025 16:30', 'Giá trị': '03/11/2025' });
  await office.syncAt('2025-10-31 08:30');
  expect((await lastTo('HCM', '[Gia hạn]')).text).toContain('Thời hạn trước khi gia hạn: hết ngày 29/10/2025.');
  await office.decide('Gia hạn', { 'Thời điểm': '31/10/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': '05/11/2025' });
  await office.syncAt('2025-11-03 08:30');
  expect((await lastTo('HPG', '[Gia hạn]')).text).toContain('Thời hạn trước khi gia hạn: hết ngày 03/11/2025.');
  await office.decide('Gia hạn', { 'Thời điểm': '03/11/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': '10/11/2025' });
  await office.syncAt('2025-11-04 08:30');
  expect((await lastTo('HPG', '[Gia hạn]')).text).toContain('Thời hạn trước khi gia hạn: hết ngày 05/11/2025.');
});

/** Every kind of mail to a city leaves somewhere on these days; tasks, digest and leadership too. */
async function playAllKinds(): Promise<void> {
  const agency = { 'Mã liên hệ': 'BTP-1', 'Đơn vị': 'BTP', 'Vai trò': 'Đầu mối', 'E-mail': mailboxOf('BTP') };
  await office.add(contacts, { ...agency, 'Đang dùng': true });
  await office.type(tasks, 'N382-II1b-1', 'Hạn điều chỉnh', '27/10/2025');
  await office.type(tasks, 'N382-II1b-1', 'Duyệt nhắc', true);
  await office.sync();
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.file('CTO', fullReport('CTO'));
  await office.syncAt('2025-10-24 08:30');
  await office.syncAt('2025-10-27 08:30');
  await office.decide('Trả lại để bổ sung', {
    'Thời điểm': '27/10/2025 09:00',
    'Đơn vị': 'CTO',
    'Lý do': 'số liệu mục 1.1 chưa khớp văn bản',
  });
  await office.syncAt('2025-10-28 08:30');
  await office.syncAt('2025-10-29 08:30');
  await office.syncAt('2025-10-30 08:30');
  await office.decide('Gia hạn', { 'Thời điểm': '30/10/2025 10:00', 'Đơn vị': 'HCM', 'Giá trị': '07/11/2025' });
  await office.syncAt('2025-10-31 08:30');
  await office.syncAt('2025-11-03 08:30');
  await office.syncAt('2025-11-04 08:30');
  await office.decide('Đồng ý thay đổi', { 'Thời điểm': '04/11/2025 16:30', 'Đơn vị': 'HCM', 'Giá trị': '05/11/2025' });
  await office.syncAt('2025-11-05 08:30');
  await office.syncAt('2025-11-06 08:30');
}

/** A hole where a name, a day or a number belongs; a word of the machine; a negative count. */
const HOLE =
  /ngày (?:[,.;)]|$)|lúc +ngày|\(\s*\)|""|“”| [,.;:)]|\S {2,}\S|undefined|null|NaN|\{\{|\}\}|[\s(]-\d|\[object/m;
const FORBIDDEN = /yêu cầu|vi phạm|xử phạt|phê bình/i;
const WRONG_DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d\/\d{1,2}\/\d{4}\b|\b\d{2}\/\d\/\d{4}\b/;

const textOfHtml = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<\/?(?:strong|a)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const withoutLinks = (text: string) => text.replace(/https?:\S+/g, 'LINK');

test('every kind of mail reads whole, in text and in HTML, with days as dd/MM/yyyy', async () => {
  await playAllKinds();
  const mails = await office.mails();
  const kinds = new Set(mails.map(({ subject }) => /^\[(\p{L}[\p{L} –]*)/u.exec(subject)?.[1]?.trim()));
  expect([...kinds].sort((a, b) => String(a).localeCompare(String(b), 'vi'))).toEqual([
    'Bản tin',
    'Báo cáo Lãnh đạo',
    'Đã tiếp nhận',
    'Đề nghị bổ sung',
    'Đề nghị gửi báo cáo',
    'Đề nghị hoàn thiện',
    'Gia hạn',
    'Nhắc việc',
    'Quá hạn',
    'Quá hạn – lần',
    'Thay đổi thời hạn',
  ]);
  expect(mails.some(({ envelope }) => envelope.to.includes(mailboxOf('BTP')))).toBe(true);
  for (const { subject, text, html } of mails) {
    expect(subject).not.toMatch(HOLE);
    expect(withoutLinks(text), subject).not.toMatch(HOLE);
    const quoteless = withoutLinks(text).replaceAll(/382\/TB-VPCP ngày 23\/7\/2025|"[^"]*"/g, '');
    for (const read of [quoteless, subject]) expect(read).not.toMatch(WRONG_DATE);
    for (const read of [text, textOfHtml(html)]) expect(read, subject).not.toMatch(FORBIDDEN);
    expect(text, subject).toBe(text.normalize('NFC'));
    const sentences = withoutLinks(text)
      .split('\n')
      .filter((line) => line.length > 40 && !line.includes('LINK'));
    for (const line of sentences) expect(textOfHtml(html)).toContain(line.replace(/^– /, '').replaceAll('"', '&quot;'));
  }
});

test('every one of these days has a full account in the logs', async () => {
  await playAllKinds();
  const snapshot = await readSnapshot(workbook(), NO_RESPONSES, Temporal.Now.instant());
  const logs = pastLogs(snapshot);
  const first = Temporal.PlainDate.from('2025-10-23');
  const days = Array.from({ length: 15 }, (_, n) => first.add({ days: n }));
  const gaps = (ledger: typeof logs.ledger) => days.flatMap((day) => verifyDay(day, { ...logs, ledger }));
  expect(gaps(logs.ledger)).toEqual([]);
  for (const kind of ['/nhiem-vu/', '/bo-sung/', '/tra-lai/', '/gia-han/', '/doi-han/', '/lanh-dao/', '/tiep-nhan/']) {
    expect(
      gaps(logs.ledger.filter(({ key }) => !key.includes(kind)))
        .map(({ key }) => key)
        .join(),
    ).toContain(kind);
  }
});

const workbook = () =>
  createWorkbook(createGoogle({ emulator: office.workspace.emulator.url }), office.workspace.provisioned.spreadsheetId);

test('a mail to a city bears its own name and link, and no other city', async () => {
  await playAllKinds();
  const links = new Map(office.workspace.provisioned.links.map(({ unit, link }) => [unit, link]));
  const isNamed = ({ shortName }: Unit, text: string) => withoutLinks(text).includes(shortName.replace('TP. ', ''));
  for (const { code } of citySeeds) {
    for (const { subject, text, html, to, cc } of await office.mailsTo(code)) {
      expect([...to, ...cc]).toEqual([mailboxOf(code)]);
      expect(text).toContain(`Kính gửi: ${city(code).name}`);
      expect(text).toContain(links.get(code));
      expect(html).toContain(links.get(code)?.replaceAll('&', '&amp;'));
      const others = citySeeds.filter((unit) => unit.code !== code && isNamed(unit, subject + text));
      expect(others.map((unit) => unit.code)).toEqual([]);
    }
  }
});
