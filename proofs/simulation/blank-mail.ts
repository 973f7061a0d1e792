import type { MailWriter } from '../../functions/ports.ts';

/** Mails that say nothing: who gets which and when is all a model looks at. */
export function blankMail(messageIdOf: (key: string) => string): MailWriter {
  return async ({ key, at, to }) => ({
    key,
    messageId: messageIdOf(key),
    date: at,
    to,
    subject: '',
    text: '',
    html: '',
    replyTo: '',
    autoSubmitted: 'auto-generated',
    attachments: [],
  });
}
