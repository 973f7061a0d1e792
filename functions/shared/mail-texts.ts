import Mustache from 'mustache';
import { bindingDays, wholeLists } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, type NoticeKind } from '../../sheets-schema/notice-kinds.ts';
import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import { clean } from '../../sheets-schema/text.ts';

/** What the words in braces stand for. A list repeats the part of the template between `{{#x}}` and `{{/x}}`. */
export type MailVariables = { readonly [name: string]: unknown };

/** What a mail is put into words from. */
export type MailInput = {
  readonly template: { readonly subject: string; readonly body: string };
  readonly footer: string;
  readonly variables: MailVariables;
  /** Lists that are told to the end. */
  readonly whole?: readonly string[];
  /** Names of days by which something is asked. */
  readonly binding?: readonly string[];
  readonly button?: { readonly label: string; readonly url: string };
};

/** The words of a mail, and the parts that its HTML is laid out from. */
export type MailTexts = {
  readonly subject: string;
  readonly text: string;
  /** As far as the footer, with the address of its button. */
  readonly message: string;
  readonly footer: string;
  /** What a reader must not miss, each as it stands in the message: the days by which something is asked. */
  readonly standsOut: readonly string[];
};

/** What every mail of a kind has: the footer, the lists that are not cut, the days that bind. */
export function mailInput(letter: {
  readonly kind: NoticeKind;
  readonly template: MailInput['template'];
  readonly variables: MailVariables;
  readonly button: MailInput['button'] | null;
}): MailInput {
  const { kind, template, variables, button } = letter;
  return {
    template,
    footer: MAIL_FOOTER,
    variables,
    whole: wholeLists(kinds[kind].variables),
    binding: bindingDays(kinds[kind].variables),
    ...(button && { button }),
  };
}

/** Mail programs cut longer ones, and some servers refuse them. */
const LONGEST_SUBJECT = 200;

/**
 * Puts a mail into words, for `Lịch thư` and for the mail itself: what was read before is what leaves. The template must
 * have passed `checkTemplate`.
 */
export function mailTexts(input: MailInput): MailTexts {
  const { template, footer: below, variables, whole = [], binding = [], button } = input;
  const writer = new ListsCut(whole);
  const fill = (text: string) => writer.render(text.normalize('NFC'), variables, {}, { escape: String });
  const message = withAddress(tidy(fill(template.body)), button);
  const footer = tidy(fill(below));
  const days = binding.flatMap((name) => (typeof variables[name] === 'string' ? variables[name].trim() : []));
  return {
    subject: cut(clean(fill(template.subject))),
    text: `${joined(message, footer)}\n`,
    message,
    footer,
    standsOut: [...new Set(days)].filter((day) => day !== ''),
  };
}

/** A text that does not say where the button leads says it behind what is asked: the salutation and one paragraph. */
function withAddress(body: string, button: MailInput['button']): string {
  if (!button || body.includes(button.url)) return body;
  const paragraphs = body.split('\n\n');
  return joined(...paragraphs.slice(0, 2), `${button.label}: ${button.url}`, ...paragraphs.slice(2));
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
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

  /** The library remembers what it parsed, a writer of its own would not: a run writes many mails of the same few texts. */
  override parse(template: string): ReturnType<typeof Mustache.parse> {
    return Mustache.parse(template);
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
