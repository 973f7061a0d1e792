import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { writeMail } from '../../functions/mail/write-mail.ts';
import type { Letter } from '../../functions/ports.ts';

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
