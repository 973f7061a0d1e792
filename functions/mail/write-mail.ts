import { kinds } from '../../sheets-schema/notice-kinds.ts';
import type { Attachment, Enclosure, Letter, Mail } from '../ports.ts';
import { type MailInput, mailInput, mailTexts } from '../shared/mail-texts.ts';
import { mailHtml } from './mail-html.ts';

/** Every document that goes along is one. */
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Puts a letter into words and makes what goes along. */
export async function writeMail(letter: Letter): Promise<Mail> {
  const { key, messageId, at, to, replyTo, kind, enclosures } = letter;
  return {
    key,
    messageId,
    date: at,
    to,
    ...renderMail(mailInput(letter)),
    replyTo,
    autoSubmitted: kinds[kind].isReply ? 'auto-replied' : 'auto-generated',
    attachments: await Promise.all(enclosures.map(attached)),
  };
}

async function attached({ filename, content }: Enclosure): Promise<Attachment> {
  return { filename, contentType: DOCX_TYPE, content: await content() };
}

/** The text is written first; the HTML is laid out from it, so that both say the same and only the HTML is escaped. */
export function renderMail(input: MailInput): Pick<Mail, 'subject' | 'text' | 'html'> {
  const texts = mailTexts(input);
  const { subject, text } = texts;
  return { subject, text, html: mailHtml({ ...texts, button: input.button ?? null }) };
}
