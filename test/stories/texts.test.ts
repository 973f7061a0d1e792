import { beforeEach, expect, test } from 'vitest';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { askTheCities, useOffice } from '../support/office.ts';

const office = useOffice();
beforeEach(() => askTheCities(office, { cities: ['HPG'] }));

const KIND = 'Đề nghị gửi báo cáo';
const invitation = async () => (await office.mailsTo('HPG'))[0];
const textFindings = async () => (await office.findings()).filter(({ tab }) => tab === 'Mẫu thư');

test('the text of the tab is what a mail says, from the next run on', async () => {
  await office.type(templates, KIND, 'Tiêu đề', 'Kính mời {{ten_don_vi}}');
  await office.type(
    templates,
    KIND,
    'Nội dung',
    'Kính gửi: {{ten_co_quan}}\n\nHạn cuối: {{han_cuoi}}.{{#da_qua_han}} Đề nghị trả lời {{han_phan_hoi}}.{{/da_qua_han}}',
  );
  await office.sync();
  expect(await invitation()).toMatchObject({
    subject: 'Kính mời Hải Phòng',
    text: expect.stringContaining('Hạn cuối: hết ngày 29/10/2025.'),
  });
  expect(await textFindings()).toEqual([]);
});

test.each([
  ['a name nobody knows', 'Nội dung', 'Kính gửi: {{ten_co_quna}}', 'không có biến {{ten_co_quna}}'],
  ['a part that is not closed', 'Nội dung', '{{#dieu_chinh}}Hạn mới', 'phần {{#dieu_chinh}} chưa được đóng'],
  ['a tag that is not closed', 'Nội dung', 'Hạn: {{han_cuoi', 'có {{ chưa được đóng bằng }}'],
  ['no text', 'Nội dung', '', 'Thiếu nội dung thư'],
  ['no subject', 'Tiêu đề', '', 'Thiếu tiêu đề thư'],
  ['a name nobody knows in the subject', 'Tiêu đề', '{{ten}}', 'không có biến {{ten}}'],
])('with %s the built-in text serves, and the finding names the cell', async (_, column, typed, found) => {
  await office.type(templates, KIND, column, typed);
  await office.sync();
  expect((await invitation())?.subject).toBe(
    '[Đề nghị gửi báo cáo] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – hạn cuối hết ngày 29/10/2025 – Hải Phòng',
  );
  expect((await invitation())?.text).toContain('Đề nghị Quý cơ quan gửi báo cáo');
  expect(await textFindings()).toEqual([
    expect.objectContaining({ level: 'Lưu ý', row: KIND, column, found: expect.stringContaining(found) }),
  ]);
});

test('without its row, or without the whole tab, the built-in text serves', async () => {
  await office.edit({ deleteSheet: { sheetId: templates.sheetId } });
  await office.sync();
  expect((await invitation())?.subject).toMatch(/^\[Đề nghị gửi báo cáo\]/);
  expect(await textFindings()).not.toEqual([]);
});
