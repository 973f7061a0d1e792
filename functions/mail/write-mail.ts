import Mustache from 'mustache';
import { wholeLists } from '../../sheets-schema/notice-kinds/variables.ts';
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
    ...renderMail({
      template,
      footer: MAIL_FOOTER,
      variables,
      whole: wholeLists(kinds[kind].variables),
      ...(button && { button }),
    }),
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
  /** Lists that are told to the end. */
  readonly whole?: readonly string[];
  readonly button?: Button;
}): MailTexts {
  const writer = new ListsCut(input.whole ?? []);
  const fill = (template: string) => writer.render(template.normalize('NFC'), input.variables, {}, { escape: String });
  const subject = cut(clean(fill(input.template.subject)));
  const body = tidy(fill(input.template.body));
  const footer = tidy(fill(input.footer));
  const button = input.button ?? null;
  const call = button === null || body.includes(button.url) ? [] : [`${button.label}: ${button.url}`];
  return {
    subject,
    text: `${[body, ...call, footer].filter((part) => part !== '').join('\n\n')}\n`,
    html: mailHtml({ subject, body, button, footer }),
  };
}

/** Of a list in a mail so many rows are told, and of the others their number: a long mail is not read, and a flood fills it. */
const MOST_ROWS = 20;

/** Mustache, save that lists end: whatever the kind of mail, and whoever wrote its text. */
class ListsCut extends Mustache.Writer {
  readonly #whole: readonly string[];

  constructor(whole: readonly string[]) {
    super();
    this.#whole = whole;
  }

  override renderSection(...section: Parameters<Mustache.Writer['renderSection']>): string {
    const [token, context, ...rest] = section;
    const name = token[1] ?? '';
    const rows: unknown = context.lookup(name);
    if (!Array.isArray(rows) || rows.length <= MOST_ROWS || this.#whole.includes(name))
      return super.renderSection(...section);
    const shown = super.renderSection(token, context.push({ [name]: rows.slice(0, MOST_ROWS) }), ...rest);
    return shown + lastRow(shown, `… và ${rows.length - MOST_ROWS} nữa`);
  }
}

/** In the manner of the rows before it: a line with their dash, or behind them in the same line. */
function lastRow(shown: string, words: string): string {
  if (!shown.endsWith('\n')) return `${/\s$/.test(shown) ? '' : ' '}${words}`;
  const [, dash = ''] = /(?:^|\n)([ \t]*[–•*-][ \t]*)[^\n]*\n\s*$/.exec(shown) ?? [];
  return `${dash}${words}\n`;
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
