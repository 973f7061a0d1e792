import { expect, test } from 'vitest';
import { readDocx } from '../../../functions/documents/entered/read-docx.ts';
import { ownReports, readBack } from './own-reports.ts';

test.each(ownReports())(
  'the report that $unit has to sign reads back to what it sent',
  async ({ write, unit, sent }) => {
    const paper = await readDocx(await write());
    if ('refused' in paper) throw new Error(paper.refused);
    const { answers, unplaced } = readBack(paper, unit);
    expect([answers, unplaced, paper.notes]).toEqual([sent, [], []]);
  },
);
