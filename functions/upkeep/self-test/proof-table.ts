import type { Result } from './proof.ts';

const marks = {
  ok: { word: 'đúng', colour: 'green' },
  differs: { word: 'KHÁC', colour: 'red' },
  unchecked: { word: 'chưa kiểm', colour: 'yellow' },
} as const;

/** Puts a word in a colour, where there are colours. */
export type Paint = (colour: (typeof marks)[Result['kind']]['colour'], word: string) => string;

const STATE_WIDTH = 11;
const ID_WIDTH = 5;
const INDENT = ' '.repeat(STATE_WIDTH + ID_WIDTH);

/** What was seen, line by line, to be read and sent on: a word says each state, a colour may repeat it. */
export function proofTable(results: readonly Result[], paint: Paint = (_, word) => word): string {
  const count = (kind: Result['kind']) => results.filter((result) => result.kind === kind).length;
  return [
    ...results.flatMap((result) => lines(result, paint)),
    '',
    `Đúng ${count('ok')} · khác ${count('differs')} · chưa kiểm ${count('unchecked')}.`,
  ].join('\n');
}

function lines(result: Result, paint: Paint): readonly string[] {
  const { word, colour } = marks[result.kind];
  return [
    `${paint(colour, word.padEnd(STATE_WIDTH))}${result.id.padEnd(ID_WIDTH)}${result.assumption}`,
    `${INDENT}hệ thống: ${result.reliance}`,
    `${INDENT}${result.kind === 'unchecked' ? `vì:       ${result.because}` : `thấy:     ${result.seen}`}`,
    `${INDENT}nếu khác: ${result.remedy}`,
  ];
}
