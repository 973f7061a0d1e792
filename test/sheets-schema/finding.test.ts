import { expect, test } from 'vitest';
import { finding, where } from '../../sheets-schema/finding.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';

const remark = { level: 'error', found: 'ô trống', expected: 'một địa chỉ', fix: 'điền địa chỉ' } as const;

test.each([
  ['a cell', where(contacts, 'HPG-1', 'emails'), ['Danh bạ', 'HPG-1', 'E-mail']],
  [
    'cells that mean something together',
    where(contacts, 'HPG-1', 'unit', 'role'),
    ['Danh bạ', 'HPG-1', 'Đơn vị + Vai trò'],
  ],
  ['a row', where(contacts, 'HPG-1'), ['Danh bạ', 'HPG-1', '']],
  ['a whole tab', where(contacts), ['Danh bạ', '', '']],
  ['what is no tab', where({ title: 'Biểu mẫu' }), ['Biểu mẫu', '', '']],
])('a finding tells %s as people see it', (_what, place, [tab, row, column]) => {
  expect(finding(place, remark)).toEqual({ tab, row, column, ...remark });
});
