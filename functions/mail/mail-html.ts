import { type Html, html } from '../shared/html.ts';
import type { MailTexts } from '../shared/mail-texts.ts';

/** A link that stands out: what it does, and where it leads. */
type Button = { readonly label: string; readonly url: string };

type Parts = Pick<MailTexts, 'subject' | 'message' | 'footer' | 'standsOut'> & { readonly button: Button | null };

const FONT = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const INK = 'color:#1f2933';
const LINK = 'color:#0b5cad';
const LONGEST_SHOWN = 60;
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';

/** For programs that follow the reader's dark setting; the others show the light mail, which stays readable. */
const DARK = `@media (prefers-color-scheme: dark) {
.ground{background:#12171c!important}
.sheet{background:#1f2933!important;border-color:#3e4c59!important}
.ink{color:#f0f4f8!important}
.muted{color:#bcccdc!important;border-color:#3e4c59!important}
.link{color:#8cc4ff!important}
}`;

/** The mail for programs that show HTML: one column, nothing loaded from elsewhere. */
export function mailHtml({ subject, message, button, footer, standsOut }: Parts): string {
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${{ html: DARK }}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f7f9fb">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f7f9fb">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #d9e2ec">
<tr><td class="ink" style="padding:24px 24px 8px;${FONT};font-size:16px;line-height:1.55;${INK};text-align:left;${WRAP}">
${laidOut(message, button, standsOut)}</td></tr>
<tr><td class="muted" style="padding:16px 24px;border-top:1px solid #d9e2ec;${FONT};font-size:14px;line-height:1.5;color:#52606d;text-align:left;${WRAP}">
${textBlocks(footer).map((block) => blockHtml(block, inLine))}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  return page.html;
}

/** How the words of a line are shown. */
type Words = (line: string) => readonly Html[];

/** The message in its order. Where it first says the button's address the button stands, and days that bind stand out once. */
function laidOut(message: string, button: Button | null, standsOut: readonly string[]): readonly Html[] {
  const words = standingOut(standsOut);
  const blocks = textBlocks(message);
  const place = button === null ? -1 : blocks.findIndex(({ lines }) => lines.some((line) => line.includes(button.url)));
  return blocks.flatMap((block, i) => {
    if (button === null || i !== place) return [blockHtml(block, words)];
    return isAddress(block, button)
      ? [buttonHtml(button), addressHtml(block)]
      : [blockHtml(block, words), buttonHtml(button)];
  });
}

/** A line that only says where the button leads. */
function isAddress({ kind, lines }: TextBlock, { url }: Button): boolean {
  return kind === 'paragraph' && lines.length === 1 && lines[0]?.endsWith(`: ${url}`) === true;
}

function blockHtml({ kind, lines, leadsOn }: TextBlock, words: Words): Html {
  const below = leadsOn ? '4px' : '16px';
  if (kind === 'paragraph') return html`<p style="margin:0 0 ${below}">${paragraphLines(lines, words)}</p>\n`;
  const items = lines.map((item) => html`<li style="margin:0 0 6px">${[...words(item)]}</li>\n`);
  return html`<ul style="margin:0 0 ${below};padding-left:22px">\n${items}</ul>\n`;
}

function paragraphLines(all: readonly string[], words: Words): Html[] {
  return all.flatMap((line, i) => (i === 0 ? [...words(line)] : [html`<br>\n`, ...words(line)]));
}

/** Each of these phrases in bold where it first comes; of phrases that overlap the longest. */
function standingOut(phrases: readonly string[]): Words {
  const left = new Set(phrases);
  const parts = (line: string): readonly Html[] => {
    const found = [...left]
      .map((phrase) => ({ phrase, at: line.indexOf(phrase) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.phrase.length - a.phrase.length)[0];
    if (!found) return inLine(line);
    left.delete(found.phrase);
    const end = found.at + found.phrase.length;
    return [...inLine(line.slice(0, found.at)), html`<strong>${found.phrase}</strong>`, ...parts(line.slice(end))];
  };
  return parts;
}

function buttonHtml({ label, url }: Button): Html {
  const look =
    'display:inline-block;padding:12px 20px;background:#0b5cad;color:#ffffff;font-weight:600;text-decoration:none';
  return html`<p style="margin:0 0 8px"><a href="${url}" style="${look}">${label}</a></p>\n`;
}

/** Some programs drop the button's looks: below it the same address stands as a plain link. */
function addressHtml({ lines }: TextBlock): Html {
  const words = lines.flatMap(inLine);
  return html`<p class="muted" style="margin:0 0 16px;font-size:14px;line-height:1.4;color:#52606d">${words}</p>\n`;
}

/** Addresses of the web become links; what ends a sentence or closes a bracket is not part of them. */
function inLine(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/i).flatMap((part, i) => {
    if (i % 2 === 0) return [html`${part}`];
    const url = part.replace(/[.,;:!?)\]}'”’»…]{1,20}$/, '');
    return [link(url, shown(url)), html`${part.slice(url.length)}`];
  });
}

/** A prefilled address fills half a telephone's screen; its beginning says where it leads. */
function shown(url: string): string {
  return url.length <= LONGEST_SHOWN ? url : `${url.slice(0, LONGEST_SHOWN - 1)}…`;
}

function link(url: string, words: string): Html {
  return html`<a class="link" href="${url}" style="${LINK};${WRAP}">${words}</a>`;
}

/** A written text as it is laid out: lines of a paragraph, or items of a list. */
export type TextBlock = {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly string[];
  /** No blank line after it: `Gồm:` stays close to its list. */
  readonly leadsOn: boolean;
};

const BULLET = /^\s*[–-]\s+/;

/** Blank lines part paragraphs; lines that begin with a dash and a space make a list. */
export function textBlocks(text: string): readonly TextBlock[] {
  return text.split(/\n\s*\n/).flatMap(blocksOf);
}

function blocksOf(paragraph: string): TextBlock[] {
  const blocks: { readonly kind: TextBlock['kind']; readonly lines: string[] }[] = [];
  for (const line of paragraph.split('\n').filter((line) => line.trim() !== '')) {
    const kind = BULLET.test(line) ? 'list' : 'paragraph';
    const words = line.replace(BULLET, '').trim();
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
  }
  return blocks.map((block, i) => ({ ...block, leadsOn: i + 1 < blocks.length }));
}
