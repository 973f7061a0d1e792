import type { ParsedMessage } from 'google-workspace-emulator';
import { beforeEach, expect, test } from 'vitest';
import { settings } from '../../sheets-schema/setting-list.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { unzip } from '../documents/unzip.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';

const office = useOffice();

/** What a reader of an attachment sees: one line a paragraph. */
function linesOf(mail: ParsedMessage | undefined): readonly string[] {
  const xml = unzip(Buffer.from(mail?.attachments[0]?.contentBase64 ?? '', 'base64')).get('word/document.xml') ?? '';
  return xml.split('</w:p>').map((paragraph) => paragraph.replaceAll(/<[^>]*>/g, '').replaceAll('&quot;', '"'));
}

const receiptFor = async (unit: string) =>
  (await office.mailsTo(unit)).findLast(({ subject }) => subject.startsWith('[Đã tiếp nhận]'));

beforeEach(() =>
  office.once('asked, with mail domains', async () => {
    await askTheCities(office);
    for (const code of ['HUE', 'HPG', 'DNG', 'HNI'])
      await office.type(units, code, units.columns.domains.header, `${code.toLowerCase()}.example`);
    await office.add(contacts, {
      'Mã liên hệ': 'HPG-9',
      'Đơn vị': 'HPG',
      'Vai trò': 'Đầu mối',
      'E-mail': 'rieng@noikhac.example',
      'Đang dùng': true,
    });
    await office.sync();
  }),
);

test('a receipt brings no report until somebody switches that on', async () => {
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-24 08:40');
  const receipt = await receiptFor('HUE');
  expect(receipt?.attachments).toEqual([]);
  expect(receipt?.text).not.toContain('kèm');
});

test('a receipt brings all that the unit has sent as a report to sign, to its own addresses alone', async () => {
  await office.type(settingsTab, settings.ownReport.title, 'Giá trị', true);
  const table = 'Tên đề án | Số, ký hiệu | Tình trạng\nĐô thị thông minh | 210/QĐ-UBND | tiếp tục';
  await office.file('HUE', { ...without(fullReport('HUE'), '1.5'), '1.1': `Đã rà soát xong 01 đề án.\n${table}` });
  for (const code of ['HPG', 'CTO']) await office.file(code, fullReport(code));
  await office.file('DNG', { ...fullReport('DNG'), '1.4': 'MẬT\nSố liệu hạ tầng …' });
  await office.file('HCM', fullReport('HNI'), { code: 'sai', identification: { unit: 'Hà Nội' } });
  await office.syncAt('2025-10-24 08:40');

  const receipt = await receiptFor('HUE');
  expect(receipt?.text).toContain('Tệp kèm theo trình bày nội dung Quý cơ quan đã gửi');
  expect(receipt?.attachments.map(({ filename }) => filename)).toEqual(['Bao-cao-2025-10-HUE.docx']);
  const lines = linesOf(receipt);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Số:        /BC-UBND',
      'BÁO CÁO',
      '1.3. Tình hình xây dựng kế hoạch hành động của địa phương',
      '- Kế hoạch hành động của địa phương, tình trạng: Đã ban hành',
      '- Kế hoạch hành động, ngày ban hành: 30/07/2025',
      'Tên đề án',
      '1.5. Các đề xuất, kiến nghị.',
      expect.stringMatching(/^\(Thiếu: .*\)$/),
      'Nơi nhận:',
    ]),
  );
  expect(lines.filter((line) => line.startsWith('(Thiếu'))).toHaveLength(1);
  expect(lines).not.toContain('3. Các nội dung khác nếu có');

  // Another's address among its contacts; no domain on record; a mark of secrecy; nobody has verified whose it is.
  for (const code of ['HPG', 'CTO', 'DNG', 'HNI'])
    expect([code, ...((await receiptFor(code))?.attachments ?? [])]).toEqual([code]);

  // What is sent alone later stands beside what was sent before; a number sent later is not in the way.
  await office.file('HUE', {
    '1.5': 'Đề nghị Bộ Xây dựng ban hành hướng dẫn về chỉ số đánh giá trong quý I năm 2026.',
  });
  await office.syncAt('2025-10-24 10:40');
  const next = linesOf(await receiptFor('HUE'));
  expect(next).toContain('- Kế hoạch hành động của địa phương, tình trạng: Đã ban hành');
  expect(next.filter((line) => line.startsWith('(Thiếu'))).toEqual([]);

  // More than a mail carries is left out, and said to be.
  await office.file('HUE', { '1.2': 'Đã bám theo Nghị định số 269/2025/NĐ-CP. '.repeat(7_000) });
  await office.syncAt('2025-10-24 13:50');
  const long = await receiptFor('HUE');
  expect(long?.attachments).toEqual([]);
  expect(long?.text).toContain('dài hơn mức gửi kèm được');
  expect((await office.errors()).map(({ found }) => found)).toEqual([expect.stringContaining('dấu chỉ độ mật')]);
});
