import type { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { momentWords } from '../../functions/domain/time/moment-words.ts';
import { planAlone, withoutPlan } from '../../scripts/story/reports.ts';
import { answers, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { matrix, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
});

const subjects = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);

async function tracked(unit: string) {
  return (await office.rowsOf(tracking)).find((row) => row.unit === unit);
}

test('every city is invited with its own link and the outline', async () => {
  const [mail, ...others] = await office.mailsTo('HPG');
  expect(others).toEqual([]);
  expect(mail?.subject).toContain('Hải Phòng');
  expect(mail?.to).toHaveLength(1);
  expect(mail?.text).toContain(office.workspace.provisioned.links.find(({ unit }) => unit === 'HPG')?.link);
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.docx$/)]);
});

test('late city is chased', async () => {
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-30 08:30');
  expect(await tracked('HPG')).toMatchObject({ filing: 'Chưa gửi', timing: 'Quá hạn 1 ngày làm việc' });
  await office.syncAt('2025-11-03 08:30');
  await office.syncAt('2025-11-06 08:30');
  expect((await subjects('HPG')).slice(1)).toEqual([
    expect.stringMatching(/^\[Quá hạn\] .* – chưa nhận được báo cáo của Hải Phòng \(lần 1\)$/),
    expect.stringMatching(/^\[Quá hạn – lần 2\] .* – đề nghị sớm gửi – Hải Phòng$/),
  ]);
  expect((await subjects('lanhdao')).join()).toContain('[Báo cáo Lãnh đạo] 05 báo cáo');
  expect(JSON.stringify(await office.mailsTo('lanhdao'))).not.toContain('viewform');
  const drafts = (await office.mailsTo('lanhdao')).flatMap(({ attachments }) => attachments);
  expect(drafts.map(({ filename }) => filename)).toContain('Cong-van-don-doc-HPG.docx');
  expect(drafts).toHaveLength(5);
  expect((await subjects('HUE')).join()).not.toContain('Quá hạn');
});

test('a city that files in the last minute is on time and is not chased', async () => {
  await office.syncAt('2025-10-29 08:30');
  office.moveTo('2025-10-29 23:59');
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-30 08:30');
  expect(await tracked('HPG')).toMatchObject({ filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' });
  expect((await subjects('HPG')).filter((subject) => subject.startsWith('[Quá hạn'))).toEqual([]);
});

test('incomplete report is answered with its missing items', async () => {
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.syncAt('2025-10-24 10:00');
  const receipt = (await office.mailsTo('DNG')).at(-1);
  expect(receipt?.subject).toMatch(/^\[Đã tiếp nhận\]/);
  expect(receipt?.text).toContain('1.3');
  expect(await tracked('DNG')).toMatchObject({ filing: 'Đề nghị bổ sung', missing: '1.3 Thiếu' });
  await office.syncAt('2025-10-27 08:30');
  const supplement = (await office.mailsTo('DNG')).at(-1);
  expect(supplement?.subject).toMatch(/^\[Đề nghị bổ sung\]/);
  expect(supplement?.text).toContain('1.3');
  expect(supplement?.text).not.toContain('1.4');
});

test('a supplement of one item completes the report', async () => {
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.syncAt('2025-10-24 10:00');
  office.moveTo('2025-10-24 15:00');
  await office.file('DNG', planAlone);
  await office.syncAt('2025-10-24 15:01');
  expect(await tracked('DNG')).toMatchObject({ filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn', missing: null });
  const items = (await office.rowsOf(matrix)).filter((row) => row.unit === 'DNG' && row.round === ROUND);
  const versions = new Map(items.map((row) => [row.item, row.version]));
  expect(versions.get('1.3')).not.toEqual(versions.get('1.1'));
  expect(items.filter((row) => row.verdict === 'Thiếu')).toEqual([]);
  await office.syncAt('2025-10-27 08:30');
  expect((await subjects('DNG')).join()).not.toContain('Đề nghị bổ sung');
});

test('an edited response is a new version of the same report', async () => {
  const id = await office.file('HPG', withoutPlan(fullReport('HPG')));
  await office.sync();
  office.moveTo('2025-10-24 09:00');
  await office.file('HPG', fullReport('HPG'), { responseId: id });
  await office.sync();
  const versions = await office.rowsOf(reports);
  expect(versions.map(({ responseId, unit }) => [responseId, unit])).toEqual([
    [id, 'HPG'],
    [id, 'HPG'],
  ]);
  expect(new Set(versions.map(({ version }) => version)).size).toBe(2);
  expect(await tracked('HPG')).toMatchObject({ filing: 'Đã tiếp nhận nội dung', missing: null });
});

test('a receipt goes out at night, a reminder waits for the morning', async () => {
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:05', 'Giá trị': '31/10/2025' });
  await office.sync();
  office.moveTo('2025-10-28 23:40');
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  expect((await subjects('HUE')).at(-1)).toMatch(/^\[Đã tiếp nhận\]/);
  expect((await subjects('HPG')).at(-1)).toMatch(/^\[Gia hạn\]/);
  await office.syncAt('2025-10-29 08:30');
  expect((await subjects('HPG')).at(-1)).toMatch(/^\[Nhắc việc\]/);
});

test('of a city that has not filed no item is missing yet, and every row names its unit', async () => {
  await office.file('DNG', withoutPlan({ ...fullReport('DNG'), '3': '' }));
  await office.syncAt('2025-10-24 10:00');
  const items = await office.rowsOf(matrix);
  const of = (unit: string) => items.filter((row) => row.unit === unit);
  expect([...new Set(of('HPG').map(({ verdict }) => verdict))].sort()).toEqual([
    'Chưa gửi',
    'Không bắt buộc',
    'Không áp dụng',
  ]);
  expect(of('HPG').filter(({ reasons }) => reasons !== null)).toEqual([]);
  expect(of('DNG').find(({ item }) => item === '1.3')?.verdict).toBe('Thiếu');
  expect(of('DNG').find(({ item }) => item === '3')?.verdict).toBe('Không nêu');
  const letter = ['Hà Nội', 'TP. Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế'];
  expect([...new Set(items.map(({ name }) => name))]).toEqual(letter);
  const tasks = (await office.rowsOf(progress)).filter(({ task }) => task === 'L12112-BC');
  expect(tasks.map(({ name }) => name)).toEqual(letter);
});

test('the link to the official document and the hour of Ha Noi stand where people read', async () => {
  const link = 'https://vanban.hue.example/412?ky=10';
  office.moveTo('2025-10-24 00:30');
  await office.file('HUE', fullReport('HUE'), { identification: { officialLink: link } });
  await office.sync();
  expect(await tracked('HUE')).toMatchObject({ official: null, officialLink: link });
  expect((await office.mailsTo('HUE')).at(-1)?.text).toContain(`văn bản chính thức: ${link}`);
  const titles = (await office.cellsOf(reports))[0] ?? [];
  const [report] = await office.rowsOf(reports);
  const read = (name: 'createdAt' | 'submittedAt') => momentWords(report?.[name] as Temporal.Instant);
  expect(titles).toEqual(expect.arrayContaining(['Tạo lúc (giờ Hà Nội)', 'Gửi lúc (giờ Hà Nội)']));
  expect([read('createdAt'), read('submittedAt'), report?.lastSubmittedTime.slice(0, 13)]).toEqual([
    '00:30 ngày 24/10/2025',
    '00:30 ngày 24/10/2025',
    '2025-10-23T17',
  ]);
});

test('second run changes nothing', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  const tabs = [reports, answers, filers, ledger, tracking, matrix];
  const before = await Promise.all(tabs.map(office.cellsOf));
  const mails = (await office.mails()).length;
  office.workspace.emulator.log.clear();
  expect(await office.sync()).toMatchObject({ recorded: 0, sent: 0, failed: 0, googleCalls: 2, formChanged: false });
  expect(office.workspace.emulator.log.list().filter(({ path }) => path.endsWith(':batchUpdate'))).toEqual([]);
  expect(await Promise.all(tabs.map(office.cellsOf))).toEqual(before);
  expect((await office.mails()).length).toBe(mails);
});

test('two officials of a city who disagree are shown side by side, and a decision says whose word counts', async () => {
  const { '1.1': _first, ...others } = fullReport('DNG');
  const saying = (count: string) => ({
    ...others,
    '1.1': `Thành phố có ${count} đề án đô thị thông minh, đề nghị giữ nguyên.`,
  });
  await office.file('DNG', saying('02'));
  await office.file('DNG', saying('05'));
  await office.syncAt('2025-10-24 10:00');
  const [older = '', newer = ''] = (await office.rowsOf(reports)).map(({ version }) => version);
  const row = async () => (await office.rowsOf(matrix)).find(({ unit, item }) => unit === 'DNG' && item === '1.1');
  const told = async () => (await office.findings()).filter(({ found }) => found.includes('trả lời khác nhau'));
  expect(await row()).toMatchObject({ version: `${newer} (đang dùng); ${older} (nêu khác)` });
  expect((await row())?.content).toContain('05 đề án');
  expect(await told()).toMatchObject([
    { found: expect.stringMatching(`${older}.*${newer}`), fix: expect.stringContaining('"Dùng nội dung của"') },
  ]);
  await office.decide('Dùng nội dung của', {
    'Thời điểm': '24/10/2025 10:30',
    'Đơn vị': 'DNG',
    'Mục đề cương': '1.1',
    'Giá trị': older,
  });
  await office.syncAt('2025-10-24 11:00');
  expect(await row()).toMatchObject({ version: older });
  expect((await row())?.content).toContain('02 đề án');
  expect(await told()).toEqual([]);
  expect(await office.errors()).toEqual([]);
});
