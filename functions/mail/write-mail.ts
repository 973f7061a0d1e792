import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import type { Attachment, Enclosure, Mail, MailOrder } from '../ports.ts';
import { renderMail } from './render-mail.ts';

/** Every document that goes along is one. */
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Puts an order into words and makes what goes along. */
export async function writeMail(order: MailOrder): Promise<Mail> {
  const { key, messageId, at, to, replyTo, kind, template, variables, button, enclosures } = order;
  return {
    key,
    messageId,
    date: at,
    to,
    ...renderMail({ template, footer: MAIL_FOOTER, variables, ...(button && { button }) }),
    replyTo,
    autoSubmitted: kinds[kind].isReply ? 'auto-replied' : 'auto-generated',
    attachments: await Promise.all(enclosures.map(attached)),
  };
}

async function attached({ filename, content }: Enclosure): Promise<Attachment> {
  return { filename, contentType: DOCX_TYPE, content: await content() };
}
