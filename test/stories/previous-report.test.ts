import { expect, test } from 'vitest';
import { settings } from '../../sheets-schema/setting-list.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { unzip } from '../documents/unzip.ts';
import { askTheCities, openNextRound, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
/** Longer than what a run keeps of an answer. */
const LONG = `${'Đã rà soát, ban hành kế hoạch theo Quyết định số 210/QĐ-UBND ngày 15/3/2025. '.repeat(12)}Hết.`;

test('the next round says what recurs and, once switched on, brings what was reported, to the unit’s own addresses alone', async () => {
  await askTheCities(office);
  for (const code of ['HUE', 'HPG', 'DNG'])
    await office.type(units, code, units.columns.domains.header, `${code.toLowerCase()}.example`);
  await office.type(settingsTab, settings.previousReport.title, 'Giá trị', true);
  await office.add(contacts, {
    'Mã liên hệ': 'HPG-9',
    'Đơn vị': 'HPG',
    'Vai trò': 'Đầu mối',
    'E-mail': 'rieng@noikhac.example',
    'Đang dùng': true,
  });
  await office.sync();
  for (const code of ['HUE', 'HPG', 'CTO']) await office.file(code, { ...fullReport(code), '1.2': LONG });
  await office.syncAt('2025-10-24 08:40');
  office.moveTo('2025-10-27 08:40');
  await openNextRound(office);

  const invited = async (code: string) =>
    (await office.mailsTo(code)).findLast(({ subject }) => subject.startsWith('[Đề nghị gửi báo cáo]'));
  const recurs = 'Các mục của Đề cương đã có ở kỳ trước';
  const hue = await invited('HUE');
  expect(hue?.text).toContain(recurs);
  expect(hue?.text).toContain('được chép lại trong tệp kèm theo');
  expect(hue?.attachments.map(({ filename }) => filename)).toEqual([
    'De-cuong-bao-cao-2025-11-HUE.docx',
    'Noi-dung-da-bao-cao-2025-10-HUE.docx',
  ]);
  const text = unzip(Buffer.from(hue?.attachments[1]?.contentBase64 ?? '', 'base64')).get('word/document.xml') ?? '';
  expect(text).toContain('Hết.');
  expect(text).toContain('BC-HUE-');
  // Another's address among its contacts; no domain on record; nothing reported.
  for (const code of ['HPG', 'CTO', 'DNG']) {
    const mail = await invited(code);
    expect(mail?.text).toContain(recurs);
    expect(mail?.text.includes('nêu rõ nội dung mới hoặc thay đổi')).toBe(code !== 'DNG');
    expect(mail?.text).not.toContain('tệp kèm theo');
    expect(mail?.attachments).toHaveLength(1);
  }
  expect(await office.errors()).toEqual([]);
});
