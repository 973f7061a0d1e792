import { styleText } from 'node:util';
import { type Paint, proofTable } from '../../functions/upkeep/self-test/proof-table.ts';
import type { CheckLive } from './check-live.ts';

/** In colours for a terminal that has them. */
export const inColours: Paint = (colour, word) => styleText(colour, word, { validateStream: false });

/** What was seen, and which files it left. */
export function checkLiveTable({ results, leftBehind }: CheckLive, hasColours: boolean): string {
  return [
    proofTable(results, hasColours ? inColours : undefined),
    ...(leftBehind.length === 0 ? [] : ['Các tệp thử sau còn lại; đề nghị chủ sở hữu xóa trong Drive:']),
    ...leftBehind.map((address) => `  ${address}`),
  ].join('\n');
}
