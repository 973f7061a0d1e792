import { styleText } from 'node:util';
import type { Result } from './check.ts';
import type { CheckLive } from './check-live.ts';
import { remedyOf } from './remedies.ts';

const marks = {
  ok: { word: 'đúng', colour: 'green' },
  differs: { word: 'KHÁC', colour: 'red' },
  unchecked: { word: 'chưa kiểm', colour: 'yellow' },
} as const;

const STATE_WIDTH = 11;
const ID_WIDTH = 5;
const INDENT = ' '.repeat(STATE_WIDTH + ID_WIDTH);

/** What was seen, for a terminal: a word says each state, a colour repeats it where there are colours. */
export function checkLiveTable({ results, leftBehind }: CheckLive, hasColours: boolean): string {
  const count = (kind: Result['kind']) => results.filter((result) => result.kind === kind).length;
  return [
    ...results.flatMap((result) => lines(result, hasColours)),
    '',
    `Đúng ${count('ok')} · khác ${count('differs')} · chưa kiểm ${count('unchecked')}.`,
    ...(leftBehind.length === 0 ? [] : ['Các tệp thử sau còn lại; đề nghị chủ sở hữu xóa trong Drive:']),
    ...leftBehind.map((address) => `  ${address}`),
  ].join('\n');
}

function lines(result: Result, hasColours: boolean): readonly string[] {
  const { word, colour } = marks[result.kind];
  const state = word.padEnd(STATE_WIDTH);
  const painted = hasColours ? styleText(colour, state, { validateStream: false }) : state;
  return [
    `${painted}${result.id.padEnd(ID_WIDTH)}${result.assumption}`,
    `${INDENT}hệ thống: ${result.reliance}`,
    `${INDENT}${result.kind === 'unchecked' ? `vì:       ${result.because}` : `thấy:     ${result.seen}`}`,
    ...(result.kind === 'ok' ? [] : [`${INDENT}nếu khác: ${remedyOf(result.id)}`]),
  ];
}
