import Mustache from 'mustache';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import { clean } from '../../sheets-schema/text.ts';
import type { Attachment, Enclosure, Letter, Mail } from '../ports.ts';
import { type Button, mailHtml } from './mail-html.ts';

/** Every document that goes along is one. */
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Puts a letter into words and makes what goes along. */
export async function writeMail(letter: Letter): Promise<Mail> {
  const { key, messageId, at, to, replyTo, kind, template, variables, button, enclosures } = letter;
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

/** What the words in braces stand for. A list repeats the part of the template between `{{#x}}` and `{{/x}}`. */
export type MailVariables = { readonly [name: string]: unknown };

export type MailTexts = { readonly subject: string; readonly text: string; readonly html: string };

/** Mail programs cut longer ones, and some servers refuse them. */
const LONGEST_SUBJECT = 200;

/**
 * Puts a mail into words. The text is written first; the HTML is laid out from it, so that both say the same and only
 * the HTML is escaped. The template must have passed `checkTemplate`.
 */
export function renderMail(input: {
  readonly template: { readonly subject: string; readonly body: string };
  readonly footer: string;
  readonly variables: MailVariables;
  readonly button?: Button;
}): MailTexts {
  const subject = cut(clean(fill(input.template.subject, input.variables)));
  const body = tidy(fill(input.template.body, input.variables));
  const footer = tidy(fill(input.footer, input.variables));
  const button = input.button ?? null;
  const call = button === null || body.includes(button.url) ? [] : [`${button.label}: ${button.url}`];
  return {
    subject,
    text: `${[body, ...call, footer].filter((part) => part !== '').join('\n\n')}\n`,
    html: mailHtml({ subject, body, button, footer }),
  };
}

function fill(template: string, variables: MailVariables): string {
  return Mustache.render(template.normalize('NFC'), variables, {}, { escape: String });
}

/** No more than one blank line between paragraphs, nothing behind the words: a part left out leaves no hole. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function cut(line: string): string {
  const letters = [...line];
  return letters.length <= LONGEST_SUBJECT ? line : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
