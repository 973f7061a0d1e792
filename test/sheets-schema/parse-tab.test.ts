import { describe, expect, test } from 'vitest';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { headerRow, parseTab, unreadable } from '../../sheets-schema/parse-tab.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';

const peoplesTabs = (allTabs as readonly Tab[]).filter(({ owner }) => owner === 'people');
const NOTHING = { rows: [], broken: [], findings: [], readable: true };

/** The tick boxes of a tab and every other column of it. */
function columnsOf({ columns }: Tab) {
  const all = Object.values(columns).map(({ rule }, place) => ({ place, isTickBox: rule?.type === 'BOOLEAN' }));
  return { boxes: all.filter(({ isTickBox }) => isTickBox), others: all.filter(({ isTickBox }) => !isTickBox) };
}

function rowWith(tab: Tab, places: readonly number[], cell: Cell): readonly Cell[] {
  return headerRow(tab).map((_, place) => (places.includes(place) ? cell : ''));
}

describe.each(peoplesTabs.map((tab) => [tab.title, tab] as const))('an empty row of %s', (_title, tab) => {
  const { boxes, others } = columnsOf(tab);
  const boxPlaces = boxes.map(({ place }) => place);

  test('is one whose boxes were ticked and unticked', () => {
    const rows = [boxPlaces, ...boxPlaces.map((place) => [place])].map((places) => rowWith(tab, places, false));
    expect(parseTab(tab, [headerRow(tab), ...rows])).toMatchObject(NOTHING);
  });

  test('is one with boxes in a column of people’s own', () => {
    const [header, row] = [
      [...headerRow(tab), 'Đã gọi điện'],
      [...rowWith(tab, boxPlaces, false), false],
    ];
    expect(parseTab(tab, [header, row])).toMatchObject(NOTHING);
  });

  test('is none where a box is ticked', () => {
    const rows = boxPlaces.map((place) => rowWith(tab, [place], true));
    expect(parseTab(tab, [headerRow(tab), ...rows]).broken).toHaveLength(rows.length);
  });

  test('is none where FALSE stands for a text', () => {
    const [first] = others;
    const { rows, broken } = parseTab(tab, [headerRow(tab), rowWith(tab, [first?.place ?? -1], false)]);
    expect(rows.length + broken.length).toBe(1);
  });
});

describe('a row pasted one column astray', () => {
  const titles = headerRow(decisions);
  const right: readonly Cell[] = [45_954.4, '2025-10', 'HPG', '', 'Gia hạn', 45_961, '', 'Vụ trưởng'];
  const parsed = (row: readonly Cell[]) => parseTab(decisions, [titles, row]);

  test('is right where it belongs', () => {
    expect(parsed(right).findings).toEqual([]);
  });

  test.each([
    ['to the right', 'phải', ['', ...right]],
    ['to the left', 'trái', right.slice(1)],
  ])('%s is one finding', (_where, side, row) => {
    const { rows, broken, findings } = parsed(row);
    expect([rows.length, broken.length]).toEqual([0, 1]);
    expect(findings).toEqual([expect.objectContaining({ level: 'error', found: `dòng lệch một cột sang ${side}` })]);
  });

  test('is not one whose cells are wrong each for itself', () => {
    const row = right.map((cell, at) => (at === 0 || at === 4 ? '???' : at === 7 ? '' : cell));
    expect(parsed(row).findings).toHaveLength(3);
  });
});

test('an empty cell is mended by what its column says of itself', () => {
  expect(unreadable(decisions.columns.by, '')).toMatchObject({
    found: 'ô trống',
    expected: 'một dòng chữ',
    fix: 'điền ô này: Tên hoặc chức danh người quyết định',
  });
});
