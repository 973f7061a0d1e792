import { expect, test } from 'vitest';
import { matches, readTerm, resembles } from '../../../functions/upkeep/personal-data/person-term.ts';

const nobody = { name: null, email: null, phone: null };
const isOf = (term: string, cells: object) => matches(readTerm(term)!, { ...nobody, ...cells });

test.each([
  ['the same name', 'Trần Thị Mẫu', 'Trần Thị Mẫu', true],
  ['another case', 'trần thị mẫu', 'TRẦN THỊ MẪU', true],
  ['decomposed', 'Trần Thị Mẫu'.normalize('NFD'), 'Trần Thị Mẫu', true],
  ['the tone on the other vowel', 'Lê Thị Hoà', 'Lê Thị Hòa', true],
  ['spaces of Word', 'Trần Thị Mẫu', ' Trần\u00A0 Thị Mẫu ', true],
  ['the Eth of old documents', 'Đỗ Văn Mẫu', '\u00D0ỗ Văn Mẫu', true],
  ['another tone is another person', 'Nguyễn Thị Hương', 'Nguyễn Thị Hường', false],
  ['a hat is not a tone', 'Nguyễn Thị Mân', 'Nguyễn Thị Mấn', false],
  ['a part of a name', 'Mẫu', 'Trần Thị Mẫu', false],
])('a name: %s', (_, term, name, same) => {
  expect(isOf(term, { name })).toBe(same);
});

test.each([
  ['the same', 'sxd@hpg.example', 'sxd@hpg.example', true],
  ['another case', 'SXD@hpg.example', 'sxd@HPG.example', true],
  ['one of two in a cell', 'b@hpg.example', 'a@hpg.example; b@hpg.example', true],
  ['a longer address that ends alike', 'b@hpg.example', 'ab@hpg.example', false],
])('an address: %s', (_, term, email, same) => {
  expect(isOf(term, { email })).toBe(same);
});

test.each([
  ['the same', '0225 000 0000', '0225 000 0000', true],
  ['points and brackets', '(0225).000.0000', '02250000000', true],
  ['the country before it', '+84 225 000 0000', '0225 000 0000', true],
  ['the country in the cell', '0225 000 0000', '+84 225 000 0000', true],
  ['one of two in a cell', '0225 000 0000', '024 1111 1111 - 0225 000 0000', true],
  ['another', '0225 000 0001', '0225 000 0000', false],
])('a telephone number: %s', (_, term, phone, same) => {
  expect(isOf(term, { phone })).toBe(same);
});

test.each(['', '  ', '...', '113', '1234567'])('"%s" says nothing to look for', (text) => {
  expect(readTerm(text)).toBeNull();
});

test('a name without marks is only alike', () => {
  const cells = { ...nobody, name: 'Trần Thị Mẫu' };
  expect(matches(readTerm('tran thi mau')!, cells)).toBe(false);
  expect(resembles(readTerm('tran thi mau')!, cells)).toBe(true);
});
