import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { writeMail } from '../../functions/mail/write-mail.ts';
import type { Letter } from '../../functions/ports.ts';
import { exampleView, type TemplateVariable } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, noticeKinds } from '../../sheets-schema/notice-kinds.ts';

function anOrder(given: Partial<Letter> = {}): Letter {
  return {
    key: 'round/2025-10/HPG/reminder',
    messageId: '<26@register.example>',
    kind: 'Nhắc việc',
    to: ['sxd@haiphong.example'],
    at: Temporal.Instant.from('2025-10-22T01:30:00Z'),
    replyTo: 'dothithongminh@boxaydung.example',
    template: { subject: 'Gửi {{ten}}', body: 'Kính gửi: {{ten}}' },
    variables: { ten: 'Hải Phòng & Huế', dau_moi: 'Tổ giúp việc' },
    button: null,
    enclosures: [],
    ...given,
  };
}

test('a letter becomes a mail with the footer of all mails', async () => {
  const mail = await writeMail(anOrder());
  expect(mail).toMatchObject({
    key: 'round/2025-10/HPG/reminder',
    messageId: '<26@register.example>',
    to: ['sxd@haiphong.example'],
    subject: 'Gửi Hải Phòng & Huế',
    autoSubmitted: 'auto-generated',
    attachments: [],
  });
  expect(mail.text).toContain('Kính gửi: Hải Phòng & Huế\n\nĐầu mối: Tổ giúp việc');
});

test('only a receipt says that it answers somebody', async () => {
  expect((await writeMail(anOrder({ kind: 'Xác nhận tiếp nhận' }))).autoSubmitted).toBe('auto-replied');
});

test('what goes along is made when the mail is, and is a .docx', async () => {
  const content = new Uint8Array(3);
  const mail = await writeMail(anOrder({ enclosures: [{ filename: 'Cong-van.docx', content: async () => content }] }));
  const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(mail.attachments).toEqual([{ filename: 'Cong-van.docx', contentType, content }]);
});

describe('a list in a mail', () => {
  type Rows = Extract<TemplateVariable, { kind: 'rows' }>;
  const lists = noticeKinds.flatMap((kind) =>
    kinds[kind].variables
      .filter((one): one is Rows => one.kind === 'rows')
      .map((list) => [kind, list.name, list] as const),
  );
  /** As many rows, the texts of each numbered. */
  const numbered = ({ fields }: Rows, count: number) =>
    Array.from({ length: count }, (_, n) => {
      const texts = fields.filter(({ kind }) => kind === 'text').map(({ name }) => [name, `dòng-${n + 1}.`]);
      return { ...exampleView(fields), ...Object.fromEntries(texts) };
    });
  const written = async (kind: (typeof noticeKinds)[number], list: Rows, count: number, template = kinds[kind]) => {
    const headings = kinds[kind].variables.filter((one) => one.kind === 'flag' && one.name.startsWith('co_'));
    const own = { ...Object.fromEntries(headings.map(({ name }) => [name, true])), [list.name]: numbered(list, count) };
    const variables = { ...exampleView(kinds[kind].variables), ...own };
    return await writeMail(anOrder({ kind, template, variables: variables as Letter['variables'] }));
  };

  test.each(lists)(
    'of %s, %s: ends after 20 rows with the number of the others, or is told whole',
    async (kind, _, list) => {
      for (const part of ['text', 'html'] as const) {
        const { [part]: twenty } = await written(kind, list, 20);
        expect(twenty).toContain('dòng-20.');
        expect(twenty).not.toContain('… và');
        const { [part]: many } = await written(kind, list, 1_020);
        if (list.name === 'muc' || kinds[kind].about === 'tasks') expect(many).toContain('dòng-1020.');
        else {
          expect(many).toContain('dòng-20.');
          expect(many).toContain('… và 1000 nữa');
          expect(many).not.toContain('dòng-21.');
          expect(many.length).toBeLessThan(30_000);
        }
      }
    },
  );

  test.each([
    ['– {{dong}}', '– dòng-20.\n– … và 5 nữa\n'],
    ['* {{dong}}\n  thêm', '* dòng-20.\n  thêm\n… và 5 nữa\n'],
    ['{{dong}}', 'dòng-20.\n… và 5 nữa\n'],
  ])('written in lines like %j goes on in its manner', async (row, end) => {
    const body = `Các việc:\n{{#qua_han}}\n${row}\n{{/qua_han}}\nHết.`;
    const list = lists.find(([, name]) => name === 'qua_han')?.[2] as Rows;
    expect((await written('Bản tin điều phối', list, 25, { ...kinds['Bản tin điều phối'], body })).text).toContain(end);
  });

  test('written in one line ends in that line', async () => {
    const body = 'Gồm {{#qua_han}}{{dong}} {{/qua_han}}.';
    const list = lists.find(([, name]) => name === 'qua_han')?.[2] as Rows;
    const { text } = await written('Bản tin điều phối', list, 25, { ...kinds['Bản tin điều phối'], body });
    expect(text).toContain('dòng-20. … và 5 nữa.');
  });
});
