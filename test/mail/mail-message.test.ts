import { expect, test } from 'vitest';
import { mailMessage } from '../../functions/mail/smtp-mailer.ts';
import { aMail } from './a-mail.ts';

const from = { name: '', address: 'a@b.example' };
const bait = 'một\r\nBcc: thief@attacker.example\u2028hai\u0000';

test('no value that becomes a header keeps a line break, whatever the library would do about it', () => {
  const content = new Uint8Array(1);
  const attachments = [{ filename: bait, contentType: bait, content }];
  const given = { subject: bait, messageId: bait, replyTo: bait, to: [bait], attachments };
  const { text, html, ...message } = mailMessage(aMail(given), { name: bait, address: bait });
  expect(JSON.stringify(message).includes('Bcc')).toBe(true);
  expect(JSON.stringify(message)).not.toMatch(/\\[rnu]|\u2028/);
});

test('the text itself is left as written', () => {
  expect(mailMessage(aMail({ text: 'một\n\nhai' }), from).text).toBe('một\n\nhai');
});

test('a Message-ID stands in one pair of brackets, with or without its own', () => {
  const idOf = (messageId: string) => mailMessage(aMail({ messageId }), from).messageId;
  expect(idOf('<k@register.example>')).toBe('<k@register.example>');
  expect(idOf('k@register.example')).toBe('<k@register.example>');
});

test('nothing is fetched from a file or an address that a mail names', () => {
  expect(mailMessage(aMail(), from)).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
});
