import { describe, expect, test } from 'vitest';
import { choice } from '../../sheets-schema/columns/choice.ts';
import { optional } from '../../sheets-schema/columns/kind.ts';
import { wholeNumber } from '../../sheets-schema/columns/number.ts';
import { key, text } from '../../sheets-schema/columns/text.ts';
import { column, defineTab } from '../../sheets-schema/define-tab.ts';
import { isHeaded, parseTab } from '../../sheets-schema/parse-tab.ts';

const tab = defineTab({
  name: 'planted',
  sheetId: 1,
  title: 'Tab thử',
  owner: 'people',
  about: 'Để thử.',
  key: ['id'],
  columns: {
    id: column(key, 'Mã', 'Mã.'),
    count: column(wholeNumber, 'Số lượng', 'Số.', 80, { former: ['Số', 'SL'] }),
    remark: column(optional(text), 'Ghi chú', 'Gì cũng được.', 80, { decides: false }),
    urgency: column(choice(['Thường', 'Khẩn'], { Gấp: 'Khẩn' }), 'Mức khẩn', 'Mức.', 80, {
      since: 2,
      existing: 'Thường',
    }),
    place: column(optional(text), 'Nơi', 'Nơi.', 80, { since: 2 }),
  },
});

const OLD = ['Mã', 'Số lượng', 'Ghi chú'];
const NEW = [...OLD, 'Mức khẩn', 'Nơi'];

describe('a file older than a column', () => {
  test('is read without it: nothing is wrong, and the value is that of existing rows', () => {
    const { rows, findings, readable } = parseTab(tab, [OLD, ['A', 1, 'x']], 1);
    expect(readable).toBe(true);
    expect(findings).toEqual([]);
    expect(rows).toEqual([{ at: 2, id: 'A', count: 1, remark: 'x', urgency: 'Thường', place: null }]);
  });

  test('is read with it where somebody put it in already', () => {
    const { rows } = parseTab(
      tab,
      [
        [...OLD, 'Mức khẩn'],
        ['A', 1, '', 'Khẩn'],
      ],
      1,
    );
    expect(rows).toEqual([{ at: 2, id: 'A', count: 1, remark: null, urgency: 'Khẩn', place: null }]);
  });

  test('once brought up its older rows have empty cells, which mean the same', () => {
    const { rows, findings } = parseTab(tab, [NEW, ['A', 1, 'x']], 2);
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([{ urgency: 'Thường', place: null }]);
  });
});

describe('a column that the file had', () => {
  test.each(NEW)('and that is gone is named: %s', (lost) => {
    const { findings, readable } = parseTab(tab, [NEW.filter((title) => title !== lost), ['A', 1]], 2);
    expect(findings).toMatchObject([{ tab: 'Tab thử', column: lost, found: 'không thấy cột' }]);
    expect(readable).toBe(lost === 'Ghi chú');
  });

  test('and by which nothing is decided leaves the rows as they are', () => {
    const { rows, findings } = parseTab(
      tab,
      [
        ['Mã', 'Số lượng', 'Chú giải', 'Mức khẩn', 'Nơi'],
        ['A', 1, 'x'],
      ],
      2,
    );
    expect(rows).toMatchObject([{ id: 'A', remark: null }]);
    expect(findings).toMatchObject([{ level: 'warning', column: 'Ghi chú' }]);
  });

  test('and that stands there twice is named', () => {
    const { findings, readable } = parseTab(
      tab,
      [
        [...NEW, 'số lượng'],
        ['A', 1],
      ],
      2,
    );
    expect(findings).toMatchObject([{ column: 'Số lượng', found: 'tiêu đề có hai lần' }]);
    expect(readable).toBe(false);
  });
});

test.each([['Số lượng'], ['Số'], ['sl']])('a title a column had once is read for ever: %s', (title) => {
  const { rows, findings } = parseTab(
    tab,
    [
      ['Mã', title, 'Ghi chú'],
      ['A', 7],
    ],
    1,
  );
  expect(findings).toEqual([]);
  expect(rows).toMatchObject([{ count: 7 }]);
});

test.each(['Khẩn', 'khẩn', 'Gấp', 'gap'])('a word that stood for a choice once is read for ever: %s', (word) => {
  expect(parseTab(tab, [NEW, ['A', 1, '', word]], 2).rows).toMatchObject([{ urgency: 'Khẩn' }]);
});

test('a former word is offered no longer, and never written', () => {
  const { rule, codec } = tab.columns.urgency;
  expect(rule).toMatchObject({ values: ['Thường', 'Khẩn'] });
  expect(codec.encode(codec.decode('Gấp'))).toBe('Khẩn');
});

test('a header that is written by place is right as far as the file reaches, under titles of any time', () => {
  expect(isHeaded(tab, OLD, 1)).toBe(true);
  expect(isHeaded(tab, ['Mã', 'SL', 'Ghi chú', 'của tôi'], 1)).toBe(true);
  expect(isHeaded(tab, OLD, 2)).toBe(false);
  expect(isHeaded(tab, ['Số lượng', 'Mã', 'Ghi chú'], 1)).toBe(false);
});

test('a tab newer than the file is empty, and nothing is wrong', () => {
  const planted = { ...tab, since: 2 };
  expect(parseTab(planted, [], 1)).toMatchObject({ rows: [], findings: [], readable: true });
  expect(parseTab(planted, [], 2)).toMatchObject({ readable: false });
});

describe('the compiler refuses', () => {
  test('a new column that existing rows cannot be read with', () => {
    // @ts-expect-error: what existing rows mean is missing
    column(text, 'Nơi', 'Nơi.', 80, { since: 2 });
    // @ts-expect-error: only an optional column can decide nothing
    column(text, 'Nơi', 'Nơi.', 80, { decides: false });
    // @ts-expect-error: existing rows mean nothing for a column that was always there
    column(text, 'Nơi', 'Nơi.', 80, { existing: 'x' });
    expect(column(text, 'Nơi', 'Nơi.', 80, { since: 2, existing: 'Hà Nội' }).codec.decode('')).toBe('Hà Nội');
  });
});
