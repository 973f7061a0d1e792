import { expect, test } from 'vitest';
import { personRecords, toCsv } from '../../../functions/upkeep/personal-data/person-records.ts';

const filed = {
  row: 4,
  version: 'BC-HPG-1',
  name: 'Trần "Mẫu"',
  position: '=HYPERLINK("http://x.example")',
  email: 'mau@hpg.example',
  phone: '+84 225 000 0000',
  unit: 'HPG',
  round: '2025-10',
  responseId: '-ACYDBN',
  filedAt: '2025-10-28T02:05:07.123456Z',
};
const records = personRecords({
  filed: [filed],
  contacts: [{ row: 1, id: 'HPG-1', unit: 'HPG', name: null, email: 'mau@hpg.example' }],
});

test('a record has the titles people know and the time of the city', () => {
  expect(records[0]).toMatchObject({ Tab: 'Người gửi', Dòng: '5', 'Gửi lúc': '28/10/2025 09:05' });
  expect(records[1]).toMatchObject({ Tab: 'Danh bạ', Dòng: '2', Mã: 'HPG-1', 'Họ và tên': '' });
});

test('a file for Excel begins with the mark of UTF-8 and has a line for each row', () => {
  const csv = toCsv(records);
  expect(csv.codePointAt(0)).toBe(0xfeff);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain('"Trần ""Mẫu"""');
});

test.each([['=1+1'], ['+84 225'], ['-1'], ['@SUM(A1)'], ['\t=1'], [' =1'], ['\u200b=1'], ['\uFF1D1']])(
  'a cell that begins like a formula is inert: %j',
  (text) => {
    const csv = toCsv(personRecords({ filed: [{ ...filed, name: text }], contacts: [] }));
    expect(csv).toContain(`"'${text}"`);
  },
);
