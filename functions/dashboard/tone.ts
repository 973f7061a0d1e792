import { tones } from '../../sheets-schema/look.ts';

/** The class that colours a cell as its words mean; '' for words without a meaning of their own. */
export function toneClass(words: string): string {
  const index = tones.findIndex((tone) => tone.words.some((word) => words.startsWith(word)));
  return index < 0 ? '' : `tone-${index}`;
}

/** The rules for every class {@link toneClass} gives. */
export const toneRules = tones
  .map(({ text, ground }, index) => `.tone-${index}{color:${text};background:${ground}}`)
  .join('\n');
