import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../functions/letters/template-check.ts';
import { renderMail } from '../../functions/mail/write-mail.ts';
import { exampleView } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import { templateSeeds } from '../../sheets-schema/seed/templates.ts';

const receipt = (body: string, subject = 'Tiêu đề') =>
  checkTemplate('Xác nhận tiếp nhận', subject, body).map(({ found }) => found);
const inBody = (problem: string) => [`Trong nội dung thư "Xác nhận tiếp nhận", ${problem}.`];

describe.each(templateSeeds)('the built-in text "$kind"', ({ kind, subject, body }) => {
  test('has nothing to mend', () => {
    expect(checkTemplate(kind, subject ?? '', body ?? '')).toEqual([]);
    expect(checkTemplate(kind, 'x', MAIL_FOOTER)).toEqual([]);
  });

  test('fills up without a brace or a word of the machine left', () => {
    const variables = exampleView(kinds[kind].variables) as Parameters<typeof renderMail>[0]['variables'];
    const mail = renderMail({ template: { subject: subject ?? '', body: body ?? '' }, footer: MAIL_FOOTER, variables });
    for (const part of [mail.subject, mail.text, mail.html.replace(/<style>.*<\/style>/s, '')]) {
      expect(part).not.toMatch(/[{}]|undefined|\[object|true|false|null/);
    }
    expect(mail.text).not.toMatch(/\n{3}/);
  });
});

test('a name written out is known by its short one', () => {
  expect(checkTemplate('Nhắc việc', 'x', 'Còn {{so_ngay_lam_viec}} ngày')).toEqual([
    {
      part: 'body',
      found: 'Trong nội dung thư "Nhắc việc", không có biến {{so_ngay_lam_viec}}; có phải là {{so_ngay_lv}}.',
    },
  ]);
});

describe('a template', () => {
  test('of plain words is fine', () => {
    expect(receipt('Đã nhận {{ma}} lúc {{ gio_nhan }}. {{! ghi chú }}')).toEqual([]);
  });

  test.each([
    ['Đã nhận {{han_chot}}', 'không có biến {{han_chot}}; có phải là {{han_cuoi}}'],
    ['Đã nhận {{ngay_nhan_bc}}', 'không có biến {{ngay_nhan_bc}}; có phải là {{ngay_nhan}}'],
    ['Đã nhận {{dau_moii}}', 'không có biến {{dau_moii}}; có phải là {{dau_moi}}'],
    ['{{#con_thiu}}x{{/con_thiu}}', 'không có biến {{#con_thiu}}; có phải là {{con_thieu}}'],
    ['Đã nhận {{thoi_tiet}}', 'không có biến {{thoi_tiet}}'],
    ['Đã nhận {{Hạn cuối}}', 'không có biến {{Hạn cuối}}; có phải là {{han_cuoi}}'],
    ['Đã nhận {{hancuoi}}', 'không có biến {{hancuoi}}; có phải là {{han_cuoi}}'],
    ['{{#moi}}x{{/moi}}', 'không có biến {{#moi}}'],
    ['{{^moi}}x{{/moi}}', 'không có biến {{^moi}}'],
    ['{{toString}}', 'không có biến {{toString}}'],
    ['{{{han_chot}}}', 'không có biến {{han_chot}}; có phải là {{han_cuoi}}'],
    ['{{ma', 'có {{ chưa được đóng bằng }} (dòng 1)'],
    ['một\nhai {{ma}', 'có {{ chưa được đóng bằng }} (dòng 2)'],
    ['mã ma}} nhận', 'có }} mà không có {{ mở trước'],
    ['{{#muc}}\nx', 'phần {{#muc}} chưa được đóng bằng {{/muc}} (dòng 2)'],
    ['x{{/muc}}', '{{/muc}} không có {{#muc}} mở trước (dòng 1)'],
    ['{{dung_han}}', '{{dung_han}} chỉ dùng để mở phần {{#dung_han}}…{{/dung_han}}'],
    ['{{so_muc}}', '{{so_muc}} chỉ dùng được trong phần {{#muc}}…{{/muc}}'],
    ['{{#muc}}{{.}}{{/muc}}', 'không có biến {{.}}'],
    ['{{> chan_thu}}', 'không dùng được {{>chan_thu}}'],
    ['{{=<% %>=}}', 'không dùng được {{=<% %>}}'],
    ['a\n{{#muc}}\nb {{#muc}}{{so_muc}}{{/muc}}{{/muc}}', 'phần {{#muc}} nằm bên trong chính phần {{#muc}} (dòng 3)'],
    ['{{#muc}}{{^muc}}x{{/muc}}{{/muc}}', 'phần {{^muc}} nằm bên trong chính phần {{#muc}} (dòng 1)'],
    [
      '{{#muc}}\n{{#dung_han}}{{#con_thieu}}\n{{#muc}}x{{/muc}}{{/con_thieu}}{{/dung_han}}{{/muc}}',
      'phần {{#muc}} nằm bên trong chính phần {{#muc}} (dòng 3)',
    ],
    [
      '{{#dung_han}}{{#muc}}{{#dung_han}}x{{/dung_han}}{{/muc}}{{/dung_han}}',
      'phần {{#dung_han}} nằm bên trong chính phần {{#dung_han}} (dòng 1)',
    ],
  ])('%j: %s', (body, problem) => {
    expect(receipt(body)).toEqual(inBody(problem));
  });

  test('that lists one list within another is refused: together they could fill a machine', () => {
    const body = '{{#can_quyet_dinh}}\n{{#qua_han}}{{dong}}{{/qua_han}}{{/can_quyet_dinh}}';
    expect(checkTemplate('Bản tin điều phối', 'x', body).map(({ found }) => found)).toEqual([
      'Trong nội dung thư "Bản tin điều phối", danh sách {{#qua_han}} nằm bên trong danh sách {{#can_quyet_dinh}} (dòng 2).',
    ]);
  });

  test.each([
    ['the same part twice, one after the other', '{{#muc}}x{{/muc}} {{#muc}}y{{/muc}}'],
    ['a list inside a part', '{{#con_thieu}}{{#muc}}{{so_muc}}{{/muc}}{{/con_thieu}}'],
    ['a part inside a list', '{{#muc}}{{#con_thieu}}{{so_muc}}{{/con_thieu}}{{/muc}}'],
    ['a list in place of an empty one', '{{^muc}}{{#qua_han}}{{dong}}{{/qua_han}}{{/muc}}'],
    ['words in place of an empty list inside another', '{{#qua_han}}{{dong}}{{^muc}}x{{/muc}}{{/qua_han}}'],
  ])('may have %s', (_, body) => {
    const allowed = ['#muc', 'muc.so_muc', '#qua_han', 'qua_han.dong', '#con_thieu'];
    expect(checkTemplate('Xác nhận tiếp nhận', 'x', body, allowed)).toEqual([]);
  });

  test.each([
    ['', 'x', ['Thiếu tiêu đề thư "Xác nhận tiếp nhận"; đề nghị bổ sung.']],
    ['x', ' \n', ['Thiếu nội dung thư "Xác nhận tiếp nhận"; đề nghị bổ sung.']],
  ])('lacking a part is told so', (subject, body, problems) => {
    expect(receipt(body, subject)).toEqual(problems);
  });

  test('tells each problem once, and those of both parts', () => {
    expect(receipt('{{a}} {{a}} {{b}}', '{{c}}')).toEqual([
      'Trong tiêu đề thư "Xác nhận tiếp nhận", không có biến {{c}}.',
      ...inBody('không có biến {{a}}'),
      ...inBody('không có biến {{b}}'),
    ]);
  });

  test('is held to the names given, when some are given', () => {
    expect(checkTemplate('Nhắc việc', '{{a}}', '{{#b}}{{c}}{{/b}}', ['a', '#b', 'b.c'])).toEqual([]);
    expect(checkTemplate('Nhắc việc', '{{a}}', '{{#b}}{{c}}{{/b}}', ['a', 'b', 'c'])).toEqual([]);
    expect(checkTemplate('Nhắc việc', '{{han_cuoi}}', 'x', ['a'])).toHaveLength(1);
  });
});
