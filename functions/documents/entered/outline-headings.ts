import { isWholeSection, type OutlineSection, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { fold, withoutStop } from '../../../sheets-schema/text.ts';
import type { Line } from './read-docx.ts';

/** What a heading stands over: an item, or a part whose items follow. */
type Place = {
  readonly kind: 'item' | 'part';
  /** The number of either. */
  readonly number: string;
  readonly part: string;
};

export type Heading = {
  readonly place: Place;
  /** What follows on the same line. */
  readonly rest: string;
  /** Lines that the heading takes up. */
  readonly lines: number;
  /** How it is numbered in the document, and whether it stands out: those that look the same are of one level. */
  readonly looks: HeadingLooks;
  /** What a person should know of how it was told. */
  readonly remark: string | null;
};

/** A line that looks like a heading and is none of the outline, or may be several. */
type HeadingDoubt = { readonly doubt: string; readonly looks: HeadingLooks };

export type HeadingLooks = { readonly depth: number; readonly standsOut: boolean; readonly number: string | null };

type Target = Place & { readonly words: readonly ReadonlySet<string>[]; readonly texts: readonly string[] };

/** What is known when a line is read. */
export type Context = {
  /** The part whose heading came last. */
  readonly part: string | null;
  /** The item whose heading came last. */
  readonly item: string | null;
};

/** Shared words of both, at least, for a reworded heading. */
const [ALIKE, ALIKE_WITH_NUMBER, SAME] = [0.6, 0.4, 0.85];
/** Two that are so near to each other cannot be told apart by their words. */
const NEAR = 0.12;
/** Longer ones are sentences. */
const LONGEST_HEADING = 240;
const MOST_BROKEN = 5;

export type HeadingReader = (lines: readonly Line[], at: number, context: Context) => Heading | HeadingDoubt | null;

/** Tells the headings of an outline in a document that somebody wrote: numbered otherwise, reworded, broken over lines. */
export function headingReader(questions: readonly OutlineQuestion[]): HeadingReader {
  const targets = targetsOf(questions);
  const order = targets.filter(({ kind }) => kind === 'item').map(({ number }) => number);
  return (lines, at, context) => {
    const line = lines[at];
    if (!line || line.text === '') return null;
    const known = { ...context, order };
    return joined(lines, at, targets, known) ?? readLine(line, targets, known);
  };
}

function targetsOf(questions: readonly OutlineQuestion[]): readonly Target[] {
  return sectionsOf(questions).flatMap((section) => {
    const items = [...Map.groupBy(section.questions, ({ item }) => item)].map(([number, own]) =>
      target({ kind: 'item', number, part: section.number }, wordingsOf(section, own)),
    );
    const isOwnItem = section.questions.some(isWholeSection);
    const part = target({ kind: 'part', number: section.number, part: section.number }, [section.heading]);
    return isOwnItem || section.heading === '' ? items : [part, ...items];
  });
}

function wordingsOf(section: OutlineSection, own: readonly OutlineQuestion[]): readonly string[] {
  const [first] = own;
  const bare = ({ title, item }: OutlineQuestion) => title.replace(`${item}. `, '').split(/[:(]/)[0] ?? '';
  const ofPart = first && isWholeSection(first) ? [section.heading] : [];
  return [...new Set([first?.wording ?? '', ...ofPart, first ? bare(first) : ''])].filter((text) => text.trim() !== '');
}

function target(place: Place, wordings: readonly string[]): Target {
  return { ...place, words: wordings.map(wordsOf), texts: wordings.map((text) => fold(withoutStop(text))) };
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[\p{L}\d]+/gu) ?? []);
}

const NUMBERED =
  /^(?:(?:mục|phần|khoản)\s+)?((?:\d{1,2}|[IVX]{1,4}(?=[.):\s]))(?:\.\d{1,2}){0,3})(?:\s*[.):–-]+\s*|\s+)(?=\S)/iu;

function numberOf(text: string): { readonly number: string | null; readonly rest: string } {
  const match = NUMBERED.exec(text);
  if (!match) return { number: null, rest: text };
  const [all, number = ''] = match;
  const [first = '', ...others] = number.split('.');
  return { number: [/^\d/.test(first) ? first : `${roman(first)}`, ...others].join('.'), rest: text.slice(all.length) };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function roman(number: string): number {
  const values = [...number.toLowerCase()].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/**
 * A heading word for word, over so many lines as whoever pasted it broke it into. Without its number it stands alone: a
 * sentence may begin with the same words.
 */
function joined(
  lines: readonly Line[],
  at: number,
  targets: readonly Target[],
  known: Known,
): Heading | HeadingDoubt | null {
  const line = lines[at];
  const { number } = numberOf(line?.text ?? '');
  const looks = looksOf(line, number);
  const named = targets.filter((one) => number === null || isNumbered(one, number, known.part));
  for (let taken = 1; taken <= MOST_BROKEN && at + taken <= lines.length; taken += 1) {
    const parts = lines.slice(at, at + taken);
    const { rest } = numberOf(parts.map(({ text }) => text).join(' '));
    const words = fold(rest);
    const found = named.flatMap((one) =>
      one.texts.filter((text) => startsWith(words, text)).map((text) => ({ one, text })),
    );
    const longest = found.reduce((most, { text }) => Math.max(most, text.length), 0);
    const best = found.filter(({ text }) => text.length === longest);
    const [first] = best;
    if (first && number === null && taken === 1) return null;
    if (first) {
      const after = restAfter(rest, first.text);
      if (number === null && after !== '') return null;
      const isReworded = line?.standsOut === true && after !== '' && !isApart(rest, first.text);
      const near = [...new Set(best.map(({ one }) => one))];
      const chosen = near.length === 1 ? near[0] : inPlace(near, known);
      return chosen
        ? {
            place: chosen,
            rest: isReworded ? '' : after,
            lines: taken,
            looks,
            remark: isReworded ? headedBy(rest) : null,
          }
        : { doubt: doubtOf(near), looks };
    }
    const mayGoOn = named.some(({ texts }) => texts.some((text) => text.startsWith(words)));
    if (!mayGoOn || words.split(' ').length < 2) return null;
  }
  return null;
}

function doubtOf(near: readonly Target[]): string {
  return `có thể là ${near.map(({ number }) => `mục ${number}`).join(' hoặc ')}`;
}

/** Folding changes no number of words. */
function startsWith(words: string, text: string): boolean {
  return words.startsWith(text) && !/^[\p{L}\d]/u.test(words.slice(text.length));
}

/** What stands behind the words of a heading on its line. */
function restAfter(rest: string, text: string): string {
  const { glued, after } = behind(rest, text);
  return [glued, after]
    .join(' ')
    .replace(/^[\s.:;–-]+/u, '')
    .trim();
}

/** Whether a sign parts it from the heading: else it goes on with it. */
function isApart(rest: string, text: string): boolean {
  const { sign, after } = behind(rest, text);
  return sign !== '' || /^[:.;–-]/u.test(after) || after.length > LONGEST_HEADING;
}

function behind(rest: string, text: string) {
  const words = text.split(' ').length;
  const all = rest.split(' ');
  const [, sign = '', glued = ''] = /^[^:.;]*([:.;]?)(.*)$/su.exec(all[words - 1] ?? '') ?? [];
  return { sign, glued, after: all.slice(words).join(' ') };
}

type Known = Context & { readonly order: readonly string[] };

function readLine(line: Line, targets: readonly Target[], known: Known): Heading | HeadingDoubt | null {
  for (const { text, rest } of readings(line)) {
    const { number, rest: words } = numberOf(text);
    const looks = looksOf(line, number);
    const found = tell(words, number, { targets, known, isSure: looks.standsOut || line.cells !== null });
    if (found === null) continue;
    if ('doubt' in found) return { ...found, looks };
    return { ...found, rest, lines: 1, looks };
  }
  return null;
}

/** What of a line may be a heading: all of it, what is in bold before the rest, what stands before a colon, a cell. */
function readings({ text, lead, cells }: Line): readonly { readonly text: string; readonly rest: string }[] {
  if (cells) {
    const [first = '', second = '', ...others] = cells;
    const counted = /^[\d.IVX]{1,7}$/i.test(first.trim());
    const heading = counted ? `${first.trim().replace(/\.$/, '')}. ${second}` : first;
    return [
      {
        text: heading.replaceAll('\n', ' '),
        rest: (counted ? others : [second, ...others]).filter(Boolean).join('\n'),
      },
    ];
  }
  const colon = text.indexOf(':');
  return [
    { text, rest: '' },
    ...(lead === '' ? [] : [{ text: lead, rest: text.slice(lead.length).replace(/^[\s.:–-]+/, '') }]),
    ...(colon > 0 ? [{ text: text.slice(0, colon), rest: text.slice(colon + 1).trim() }] : []),
  ].filter((one) => one.text.length <= LONGEST_HEADING);
}

function looksOf(line: Line | undefined, number: string | null): HeadingLooks {
  return { depth: number?.split('.').length ?? 0, standsOut: line?.standsOut ?? false, number };
}

type Telling = { readonly targets: readonly Target[]; readonly known: Known; readonly isSure: boolean };

/** Which heading of the outline these words are: the one whose number they bear, if they are like it, else the likest. */
function tell(
  words: string,
  number: string | null,
  { targets, known, isSure }: Telling,
): Pick<Heading, 'place' | 'remark'> | { readonly doubt: string } | null {
  const said = wordsOf(words);
  const scored = targets.map((one) => ({ one, score: Math.max(...one.words.map((of) => likeness(said, of))) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const agrees = ({ one, score }: (typeof scored)[number]) =>
    score >= Math.min(ALIKE, Math.max(ALIKE_WITH_NUMBER, best - NEAR)) && isNumbered(one, number, known.part);
  const numbered = scored.filter(agrees);
  const [only] = numbered;
  const place = (one: Target, score: number) => ({ place: one, remark: remarkOn(one, { words, number, score }) });
  if (only && numbered.length === 1) return place(only.one, only.score);
  if (best < (isSure || number !== null ? ALIKE : SAME)) return null;
  const near = scored.filter(({ score }) => score >= best - NEAR).map(({ one }) => one);
  if (number === null && best < SAME && near.some((one) => isPlain(one, known))) return null;
  // An item of the part that is being read is meant sooner than one in the very words of another part.
  const rival = scored.find(({ one, score }) => one.part === known.part && one.kind === 'item' && score >= ALIKE);
  if (rival && near.every(({ part }) => part !== known.part)) {
    return rival.one.number === nextOf(known)
      ? place(rival.one, rival.score)
      : { doubt: doubtOf([...near, rival.one]) };
  }
  const chosen = near.length === 1 ? near[0] : inPlace(near, known);
  return chosen ? place(chosen, best) : { doubt: doubtOf(near) };
}

/** Words like those of the item that is being read stand in its own text; a part is counted, and no title of a report. */
function isPlain({ kind, number }: Place, { item }: Known): boolean {
  return kind === 'part' || number === item;
}

/** Of what two sets of words have in common: against both, or nearly all of a short heading in a long one. */
function likeness(said: ReadonlySet<string>, of: ReadonlySet<string>): number {
  const both = [...said].filter((word) => of.has(word)).length;
  if (both < 2) return 0;
  const whole = (2 * both) / (said.size + of.size);
  const within = said.size >= 4 && both / of.size >= 0.45 ? (0.9 * both) / said.size : 0;
  return Math.max(whole, within);
}

/** `2.1`, or `1` within part 2. */
function isNumbered({ kind, number, part }: Target, given: string | null, within: string | null): boolean {
  if (given === null) return false;
  if (given === number) return true;
  return kind === 'item' && within === part && number === `${part}.${given}`;
}

/** Of several in the same words the one of the part that is being read, else the one that follows the item before. */
function inPlace(near: readonly Target[], known: Known): Target | undefined {
  const ofPart = near.filter((one) => one.part === known.part);
  if (ofPart.length === 1) return ofPart[0];
  return near.find((one) => one.kind === 'item' && one.number === nextOf(known));
}

function nextOf({ item, order }: Known): string | undefined {
  return item === null ? undefined : order[order.indexOf(item) + 1];
}

type Said = { readonly words: string; readonly number: string | null; readonly score: number };

function remarkOn({ number, kind }: Target, { words, number: given, score }: Said): string | null {
  const isOther = given !== null && given !== number && kind === 'item' && !number.endsWith(`.${given}`);
  if (isOther) return `tiêu đề trong tệp ghi số ${given}: “${words}”`;
  return score < SAME ? headedBy(words) : null;
}

function headedBy(words: string): string {
  return `tiêu đề trong tệp: “${words}”`;
}
