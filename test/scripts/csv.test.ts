import { expect, test } from 'vitest';
import { csvOf, fileNameOf } from '../../scripts/backup/csv.ts';

test('a tab is a file that Excel reads in Vietnamese, and no cell of it is a formula', () => {
  expect(
    csvOf([
      ['Đơn vị', 1, true],
      ['=IMPORTXML(…)', 'a,"b"\nc', -5],
    ]),
  ).toBe('\uFEFFĐơn vị,1,true\r\n\'=IMPORTXML(…),"a,""b""\nc",-5\r\n');
});

test('a file is named as its tab, as far as file systems take it', () => {
  expect(fileNameOf('Nội dung 2025/10')).toBe('Nội dung 2025_10.csv');
});
