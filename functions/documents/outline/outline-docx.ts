import { asks } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { type ZipEntry, zip, zipEntry } from '../decree/zip.ts';
import type { Outline } from './outline-document.ts';
import { type UnitLetterhead, unitLetterhead } from './unit-letterhead.ts';

export type OutlineInput = {
  readonly round: Round;
  readonly questions: readonly OutlineQuestion[];
  readonly unit: Unit;
  /** The effective deadline as people are told it: `hết ngày 23/10/2025`. */
  readonly deadlineWords: string;
};

/** A document with a slot wherever it speaks of its issuer; all but its text is packed already. */
type Mould = { readonly text: string; readonly others: readonly ZipEntry[] };

const TEXT = 'word/document.xml';
/** Unicode keeps these code points out of every text: no wording can be taken for one of them. */
const SLOTS = { lines: ['\uFDD0', '\uFDD1'], symbol: '\uFDD2', place: '\uFDD3', name: '\uFDD4' } as const;

/**
 * Makes outlines as .docx for units to fill in; they bear the time the round opens, and the same input gives the same
 * bytes. Units that are asked the same share a mould: making a document takes 20 ms of a processor, filling one half a
 * millisecond, packing it anew as a whole ten; and 50 mails a second are to leave.
 */
export function createOutlineDocx(): (input: OutlineInput) => Promise<Uint8Array> {
  const moulds = new Map<string, Promise<Mould>>();
  return async ({ unit, ...input }) => {
    const issuer = unitLetterhead(unit);
    const questions = input.questions.filter((question) => isAsked(question, input.round, unit));
    const key = JSON.stringify([input.round.id, input.deadlineWords, issuer.lines.length, questions.map(nameOf)]);
    const slots = { ...SLOTS, lines: SLOTS.lines.slice(0, issuer.lines.length) };
    const mould = moulds.get(key) ?? makeMould({ ...input, questions, issuer: slots });
    moulds.set(key, mould);
    return fill(await mould, issuer);
  };
}

function isAsked(question: OutlineQuestion, round: Round, unit: Unit): boolean {
  return question.used && question.version === round.outlineVersion && asks(question, unit);
}

function nameOf({ question }: OutlineQuestion): string {
  return question;
}

/** The library is loaded here and not before: most runs invite nobody. */
async function makeMould(outline: Outline): Promise<Mould> {
  const [{ docxParts }, { outlineDocument }] = await Promise.all([
    import('../decree/pack-docx.ts'),
    import('./outline-document.ts'),
  ]);
  const { [TEXT]: text, ...others } = await docxParts(outlineDocument(outline), outline.round.opensAt);
  return {
    text: new TextDecoder().decode(text),
    others: Object.entries(others).map(([name, content]) => zipEntry(name, content)),
  };
}

function fill({ text, others }: Mould, { lines, symbol, place, name }: UnitLetterhead): Uint8Array {
  const words = [lines[0], lines[1], symbol, place, name].map((word = '') => escaped(word));
  const filled = text.replaceAll(/[\uFDD0-\uFDD4]/g, (slot) => words[slot.charCodeAt(0) - 0xfdd0] ?? '');
  return zip([...others, zipEntry(TEXT, Buffer.from(filled))]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
