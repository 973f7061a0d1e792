import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { runSynthesis } from '../../functions/app.ts';
import { parseConfig, targets } from '../../functions/config.ts';
import { readDocx } from '../../functions/documents/entered/read-docx.ts';
import { splitReport } from '../../functions/documents/entered/split-report.ts';
import { createOutlineDocx } from '../../functions/documents/outline/outline-docx.ts';
import { openEntry } from '../../functions/upkeep/commands.ts';
import { entryLines } from '../../functions/upkeep/enter-report/entry-words.ts';
import { asks } from '../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../sheets-schema/seed/rounds.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { withParts } from '../documents/entered/a-paper.ts';
import { unzip } from '../documents/unzip.ts';
import { askTheCities, city, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';

const office = useOffice();

const attachmentFor = async (unit: string, subject: string) => {
  const mail = (await office.mailsTo(unit)).findLast((one) => one.subject.startsWith(subject));
  return Buffer.from(mail?.attachments[0]?.contentBase64 ?? '', 'base64');
};

const open = () => openEntry(parseConfig(office.workspace.environment, targets.sync));

/** The outline that the invitation brought, with words typed in where its dots are. */
function filledIn(outline: Uint8Array, typed: Readonly<Record<string, string>>): Uint8Array {
  let xml = Buffer.from(unzipSync(outline)['word/document.xml'] ?? []).toString('utf8');
  for (const [after, text] of Object.entries(typed)) {
    const from = xml.indexOf(after);
    if (from < 0) throw new Error(`The outline does not say "${after}".`);
    const blank = xml.indexOf('\t</w:t>', from);
    xml = `${xml.slice(0, blank)}${text}${xml.slice(blank + 1)}`;
  }
  return withParts(outline, { 'word/document.xml': xml });
}

beforeEach(async () => {
  await office.once('asked, with reports to sign', async () => {
    await askTheCities(office);
    await office.type(units, 'HUE', units.columns.domains.header, 'hue.example');
    await office.type(settingsTab, settings.ownReport.title, 'Giá trị', true);
  });
  // What is put back has no mails.
  await office.sync();
});

test('a city writes once: what it sent comes back to sign, and a signed document becomes a report like any other', async () => {
  const answers = {
    ...without(fullReport('HUE'), '1.4'),
    '1.4-khong-co': 'Không có',
    '1.1': 'Đã rà soát 02 đề án:\nTên | Số\nĐề án A | 210/QĐ-UBND\n- Chương trình chuyển đổi số.',
  };
  await office.file('HUE', answers);
  await office.syncAt('2025-10-24 08:40');

  // Its report to sign reads back to what it sent.
  const own = await attachmentFor('HUE', '[Đã tiếp nhận]');
  const paper = await readDocx(own);
  if ('refused' in paper) throw new Error(paper.refused);
  const questions = outlineSeeds.filter((question) => asks(question, city('HUE')));
  const back = splitReport(paper.lines, questions);
  expect(Object.fromEntries(back.answers)).toEqual(answers);
  expect([back.unplaced, paper.notes]).toEqual([[], []]);

  // The signed document comes with its number: the same words, no second version of them.
  await office.file('HUE', {}, { official: { number: '57/BC-UBND', date: '2025-10-24' } });
  // Hải Phòng filled in the outline in Word, and sent it by the official road.
  const outline = await attachmentFor('HPG', '[Đề nghị gửi báo cáo]');
  const file = filledIn(outline, {
    '1.1. Việc rà soát': fullReport('HPG')['1.1'] ?? '',
    '1.2. Việc chuẩn bị': fullReport('HPG')['1.2'] ?? '',
    'Kế hoạch hành động, số, ký hiệu': '305/KH-UBND',
    '1.4. Các khó khăn': 'Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh.',
    '1.5. Các đề xuất': fullReport('HPG')['1.5'] ?? '',
  });
  office.moveTo('2025-10-24 09:00');
  const entering = { file, unit: 'HPG', number: '61/BC-UBND', date: '23/10/2025' };
  const entry = await open().plan(entering);
  if ('refused' in entry) throw new Error(entry.refused);
  const shown = entryLines(entry);
  expect(shown).toEqual(
    expect.arrayContaining([
      'Văn bản chính thức: 61/BC-UBND ngày 23/10/2025.',
      expect.stringMatching(/^Mục 1\.1\. .* – Đủ$/),
      expect.stringMatching(/^Mục 1\.3\. .* – Cần làm rõ: chưa chọn trạng thái/),
    ]),
  );
  expect(entry.split.unplaced).toEqual([]);

  // Nothing is recorded before somebody says so; then it is a version, and once.
  expect((await office.rowsOf(reports)).filter(({ unit }) => unit === 'HPG')).toEqual([]);
  expect(await open().record(entry)).toBe(true);
  const again = await open().plan(entering);
  expect('refused' in again || again.isKnown).toBe(true);
  expect(await open().record(entry)).toBe(true);
  const rows = await office.rowsOf(reports);
  expect(
    rows
      .filter(({ unit }) => unit === 'HPG')
      .map(({ version, channel, identity, officialNumber }) => [version, channel, identity, officialNumber]),
  ).toEqual([[entry.version, 'Tệp văn bản', 'Mã hợp lệ', '61/BC-UBND']]);
  expect(rows.filter(({ unit }) => unit === 'HUE').map(({ channel }) => channel)).toEqual(['Biểu mẫu', 'Biểu mẫu']);
  const receipts = (await office.mailsTo('HPG')).filter(({ subject }) => subject.includes(entry.version));
  expect(receipts).toHaveLength(1);
  expect(receipts[0]?.text).toContain('gửi trong thời hạn');
  await office.syncAt('2025-10-24 10:45');
  const standing = (await office.rowsOf(tracking)).filter(({ unit }) => unit === 'HUE' || unit === 'HPG');
  expect(standing.map(({ unit, official }) => [unit, official])).toEqual([
    ['HPG', '61/BC-UBND ngày 23/10/2025'],
    ['HUE', '57/BC-UBND ngày 24/10/2025'],
  ]);

  // The papers of the round quote both alike.
  const config = parseConfig(office.workspace.environment, targets.synthesis);
  const draft = await runSynthesis(config, { round: null, unit: null });
  if (draft.kind !== 'document') throw new Error('No draft.');
  const text = (unzip(draft.content).get('word/document.xml') ?? '').replaceAll(/<[^>]*>/g, ' ');
  expect(text).toContain('Đề án A');
  expect(text).toContain('giao Sở Xây dựng làm đầu mối');
  expect(text).toContain('305/KH-UBND');
  expect((await office.errors()).map(({ found }) => found)).toEqual([]);
});

test('a document of another unit, another round, with a mark of secrecy or a wrong number is refused, and says why', async () => {
  const [round] = roundSeeds;
  if (!round) throw new Error('No round.');
  const outline = await createOutlineDocx()({ round, questions: outlineSeeds, unit: city('HPG'), deadlineWords: '' });
  const file = filledIn(outline, { '1.4. Các khó khăn': 'Thiếu kinh phí.' });
  const refusal = async (own: Partial<Parameters<ReturnType<typeof open>['plan']>[0]>) => {
    const entry = await open().plan({ file, unit: 'HPG', number: null, date: null, ...own });
    return 'refused' in entry ? entry.refused : '';
  };
  const said = (xml: Uint8Array, from: string, to: string, part = 'word/document.xml') =>
    withParts(xml, {
      [part]: Buffer.from(unzipSync(xml)[part] ?? [])
        .toString('utf8')
        .replace(from, to),
    });
  expect(await refusal({})).toBe('');
  expect(await refusal({ unit: 'HUE' })).toContain('ghi tên Ủy ban nhân dân thành phố Hải Phòng');
  expect(await refusal({ unit: ' hpg' })).toBe('');
  expect(await refusal({ unit: 'ABC' })).toContain('Không có đơn vị nào có mã "ABC"');
  expect(await refusal({ unit: 'BTP' })).toContain('Không có kỳ đang mở');
  expect(await refusal({ number: '57' })).toContain('Số, ký hiệu văn bản chưa đúng');
  expect(await refusal({ number: '57/BC-UBND', date: '31/11/2025' })).toContain('Ngày văn bản chưa đúng');
  expect(await refusal({ number: '57/BC-UBND', date: '20/10/2035' })).toContain('sau ngày nhập');
  expect(await refusal({ file: said(file, '2025-10', '2025-07', 'docProps/custom.xml') })).toContain('kỳ 2025-07');
  expect(await refusal({ file: said(file, 'BÁO CÁO', 'TỐI MẬT') })).toContain('dấu chỉ mức độ mật');
  expect(
    await refusal({ file: said(file, 'Thiếu kinh phí.', 'ThiÕu kinh phÝ cho c¸c ®Ò ¸n ph¸t triÓn ®« thÞ th«ng minh') }),
  ).toContain('bảng mã cũ');
  // In the head of the page too, however it is written there.
  const head = '<w:hdr><w:p><w:r><w:t>M&#7852;T</w:t></w:r></w:p></w:hdr>';
  expect(await refusal({ file: withParts(file, { 'word/header9.xml': head }) })).toContain('dấu chỉ mức độ mật');
  expect(await refusal({ file: Buffer.from('không phải docx') })).toContain('không phải là .docx');
  expect((await office.rowsOf(reports)).filter(({ unit }) => unit === 'HPG')).toEqual([]);
});
