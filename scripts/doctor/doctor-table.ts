import { styleText } from 'node:util';
import type { Check } from '../../functions/upkeep/doctor/check.ts';

const marks = {
  ok: { word: 'tốt', colour: 'green' },
  note: { word: 'lưu ý', colour: 'yellow' },
  broken: { word: 'CẦN XỬ LÝ', colour: 'red' },
} as const satisfies Readonly<Record<Check['state'], { word: string; colour: string }>>;

const STATE_WIDTH = 11;

/** A check-up for a terminal: a word says each state, a colour repeats it where the terminal has colours. */
export function doctorTable(checks: readonly Check[], hasColours: boolean): string {
  const width = Math.max(...checks.map(({ subject }) => subject.length)) + 2;
  const paint = (colour: 'green' | 'yellow' | 'red', text: string) =>
    hasColours ? styleText(colour, text, { validateStream: false }) : text;
  const lines = checks.flatMap(({ subject, state, found, fix }) => {
    const { word, colour } = marks[state];
    const first = `${paint(colour, word.padEnd(STATE_WIDTH))}${subject.padEnd(width)}${found}`;
    return fix === '' ? [first] : [first, `${' '.repeat(STATE_WIDTH + width)}→ ${fix}`];
  });
  const count = checks.filter(({ state }) => state === 'broken').length;
  const last = count === 0 ? 'Không có việc nào cần người xử lý.' : `${count} việc cần người xử lý.`;
  return [...lines, '', last].join('\n');
}
