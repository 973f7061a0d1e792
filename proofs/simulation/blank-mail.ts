import type { MailWriter } from '../../functions/ports.ts';

/** Mails that say nothing: who gets which and when is all a model looks at. */
export const blankMail: MailWriter = async ({ key, messageId, at, to }) => ({
  key,
  messageId,
  date: at,
  to,
  subject: '',
  text: '',
  html: '',
  replyTo: '',
  autoSubmitted: 'auto-generated',
  attachments: [],
});
