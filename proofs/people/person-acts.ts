import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { findings, matrix, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { clean } from '../../sheets-schema/text.ts';
import { mailboxOf, type Office, ROUND } from '../../test/support/office.ts';

type Request = sheets_v4.Schema$Request;

/** Something people do to the Sheet in passing. What it means for the round is the same before and after. */
export type PersonAct = {
  readonly name: string;
  /** @returns the way back; nothing where none is needed. */
  readonly play: (office: Office) => Promise<(() => Promise<void>) | undefined>;
  /** What `Kiểm tra` must say until it is mended: parts of a finding's tab, row, column and what was found. */
  readonly told?: readonly [tab: string, row: RegExp, column: RegExp, found: RegExp];
  /** Whom mail is held for meanwhile, nobody unless said; `late`: what calls a unit late, all else goes by what was approved. */
  readonly holds?: 'all' | 'HPG' | 'late';
};

const harmless = (name: string, ...requests: Request[]): PersonAct => ({
  name,
  play: async (office) => {
    await office.edit(...requests);
    return undefined;
  },
});

const columns = ({ sheetId }: Tab, startIndex: number, endIndex = startIndex + 1) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const rows = ({ sheetId }: Tab, startIndex: number, endIndex = startIndex + 1) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const moveColumn = (tab: Tab, from: number, to: number): Request => ({
  moveDimension: { source: columns(tab, from), destinationIndex: to },
});
const sortBy = (tab: Tab, column: number, sortOrder = 'DESCENDING'): Request => ({
  sortRange: {
    range: { sheetId: tab.sheetId, startRowIndex: 1, startColumnIndex: 0 },
    sortSpecs: [{ dimensionIndex: column, sortOrder }],
  },
});
const hide = (range: object): Request => ({
  updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
});
const properties = ({ sheetId }: Tab, changed: object): Request => ({
  updateSheetProperties: { properties: { sheetId, ...changed }, fields: Object.keys(changed).join() },
});

/** Types into the cell of a row and column as people name them. @returns types what stood there back again */
export function typing(tab: Tab, key: string, column: string, value: Cell, newKey = key) {
  return async (office: Office) => {
    const place = await placeOf(office, tab, key, column);
    await office.edit(written(tab, place, value));
    return async () => {
      const now = await placeOf(office, tab, newKey, column).catch(() => place);
      await office.edit(written(tab, newKey === key ? now : place, place.cell));
    };
  };
}

type Place = { readonly row: number; readonly column: number; readonly cell: Cell };

async function placeOf(office: Office, tab: Tab, key: string, title: string): Promise<Place> {
  const grid = await office.cellsOf(tab);
  const keyColumn = (grid[0] ?? []).indexOf(Object.values(tab.columns)[0]?.header ?? '');
  const row = grid.findIndex((cells, index) => index > 0 && clean(String(cells[keyColumn] ?? '')) === key);
  const column = (grid[0] ?? []).indexOf(title);
  if (row < 0 || column < 0) throw new Error(`No cell ${key} / ${title} in ${tab.title}.`);
  return { row, column, cell: grid[row]?.[column] ?? '' };
}

function written({ sheetId }: Tab, { row, column }: Pick<Place, 'row' | 'column'>, cell: Cell): Request {
  const userEnteredValue =
    typeof cell === 'number'
      ? { numberValue: cell }
      : typeof cell === 'boolean'
        ? { boolValue: cell }
        : { stringValue: cell };
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [cell === '' ? {} : { userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}

/** Puts a copy of a row below the last one, then changes cells of the copy. */
function copying(tab: Tab, key: string, changes: Readonly<Record<string, Cell>> = {}) {
  return async (office: Office) => {
    const grid = await office.cellsOf(tab);
    const { row } = await placeOf(office, tab, key, Object.values(tab.columns)[0]?.header ?? '');
    const cells = (grid[0] ?? []).map((title, index) => changes[String(title)] ?? grid[row]?.[index] ?? '');
    await office.edit(...cells.map((cell, column) => written(tab, { row: grid.length, column }, cell)));
    return () => office.edit(...cells.map((_, column) => written(tab, { row: grid.length, column }, '')));
  };
}

/** Deletes a row; what stood below moves up. @returns puts it back below the last one */
function deletingRow(tab: Tab, key: string) {
  return async (office: Office) => {
    const { row } = await placeOf(office, tab, key, Object.values(tab.columns)[0]?.header ?? '');
    const [header = [], ...before] = await office.cellsOf(tab);
    const gone = new Map(header.map((title, column) => [title, before[row - 1]?.[column] ?? '']));
    await office.edit({ deleteDimension: { range: rows(tab, row) } });
    return async () => {
      const [titles = [], ...left] = await office.cellsOf(tab);
      const below = left.length + 1;
      await office.edit(...titles.map((title, column) => written(tab, { row: below, column }, gone.get(title) ?? '')));
    };
  };
}

/** Empties rows, from the second to the last. @returns puts them back */
function emptying(tab: Tab) {
  return async (office: Office) => {
    const grid = await office.cellsOf(tab);
    const put = (value: (cell: Cell) => Cell) =>
      grid.flatMap((cells, row) =>
        row === 0 ? [] : cells.map((cell, column) => written(tab, { row, column }, value(cell))),
      );
    await office.edit(...put(() => ''));
    return () => office.edit(...put((cell) => cell));
  };
}

/** The title of a column is typed over, wherever the column stands by then. */
function titling(tab: Tab, header: string, title: string) {
  return async (office: Office) => {
    const [titles = []] = await office.cellsOf(tab);
    const column = titles.indexOf(header);
    await office.edit(written(tab, { row: 0, column }, title));
    return () => office.edit(written(tab, { row: 0, column }, header));
  };
}

const contactTitles = contacts.columns;
const roundTitles = rounds.columns;

/** Nothing to mend, nothing to tell. */
export const harmlessActs: readonly PersonAct[] = [
  harmless('columns are moved', moveColumn(rounds, 17, 2), moveColumn(contacts, 5, 0), moveColumn(units, 5, 1)),
  harmless('columns of their own are put in between', { insertDimension: { range: columns(contacts, 2, 4) } }),
  harmless('columns are hidden', hide(columns(rounds, 3, 8))),
  harmless('rows are hidden', hide(rows(tasks, 2, 9))),
  harmless('rows are inserted', { insertDimension: { range: rows(contacts, 2, 4) } }),
  harmless('contacts are sorted', sortBy(contacts, 0)),
  harmless('tasks are sorted', sortBy(tasks, 3, 'ASCENDING')),
  harmless('holidays are sorted', sortBy(holidays, 2, 'ASCENDING')),
  harmless('rows are filtered', { setBasicFilter: { filter: { range: { sheetId: contacts.sheetId } } } }),
  harmless(
    'tabs are renamed',
    properties(contacts, { title: 'Người nhận thư' }),
    properties(rounds, { title: 'Các kỳ' }),
  ),
  harmless('tabs change places', properties(findings, { index: 9 }), properties(units, { index: 0 })),
  {
    name: 'a tab is duplicated',
    play: async (office) => {
      const { data } = await office.sheet.spreadsheets.get({
        spreadsheetId: office.workspace.provisioned.spreadsheetId,
      });
      const newSheetName = `Bản sao ${data.sheets?.length}`;
      await office.edit({ duplicateSheet: { sourceSheetId: rounds.sheetId, newSheetName } });
      return undefined;
    },
  },
  {
    name: 'a deadline is typed in words, decomposed, with no-break spaces',
    play: typing(
      rounds,
      ROUND,
      roundTitles.effectiveDeadline.header,
      'ngày 29\u00A0tháng 10 năm 2025'.normalize('NFD'),
    ),
  },
  {
    name: 'a deadline is typed with dashes',
    play: typing(rounds, ROUND, roundTitles.effectiveDeadline.header, '29-10-2025'),
  },
  {
    name: 'a unit is written by its name',
    play: typing(contacts, 'HPG-1', contactTitles.unit.header, 'TP. Hải Phòng'),
  },
  {
    name: 'a key has a no-break space behind it',
    play: typing(contacts, 'HPG-1', contactTitles.id.header, 'HPG-1\u00A0'),
  },
  {
    name: 'a box in an empty row is ticked and unticked',
    play: async (office) => {
      const row = (await office.cellsOf(units)).length + 3;
      const [titles = []] = await office.cellsOf(contacts);
      const column = titles.indexOf(contactTitles.active.header);
      await office.edit(written(contacts, { row, column }, false));
      return undefined;
    },
  },
  {
    name: 'a projection is written over',
    play: async (office) => {
      await office.edit(
        written(tracking, { row: 1, column: 3 }, 'Đã tiếp nhận nội dung'),
        { deleteDimension: { range: rows(matrix, 2) } },
        sortBy(progress, 2),
      );
      return undefined;
    },
  },
];

/** Told in `Kiểm tra` until mended; mail that depends on it waits, all other goes on. */
export const damagingActs: readonly PersonAct[] = [
  {
    name: 'a deadline is half typed',
    play: typing(rounds, ROUND, roundTitles.effectiveDeadline.header, '29/10'),
    told: ['Kỳ báo cáo', /^2025-10$/, /^Hạn điều chỉnh$/, /29\/10/],
    holds: 'late',
  },
  {
    name: 'a deadline gets a year of long ago',
    play: typing(rounds, ROUND, roundTitles.effectiveDeadline.header, '29/10/0025'),
    told: ['Kỳ báo cáo', /^2025-10$/, /^Hạn điều chỉnh$/, /0025/],
    holds: 'late',
  },
  {
    name: 'an extension gets a year of long ago',
    play: async (office) => {
      const row = (await office.cellsOf(decisions)).length;
      await office.decide('Gia hạn', {
        'Thời điểm': '23/10/2025 14:01',
        'Đơn vị': 'HPG',
        'Giá trị': '31/10/0025',
      });
      const width = Object.keys(decisions.columns).length;
      return () =>
        office.edit(...Array.from({ length: width }, (_, column) => written(decisions, { row, column }, '')));
    },
    told: ['Quyết định', /HPG/, /^Giá trị$/, /0025/],
    holds: 'HPG',
  },
  {
    name: 'an agency is half typed',
    play: async (office) => {
      const row = (await office.cellsOf(units)).length;
      const put = (code: Cell, name: Cell) =>
        office.edit(written(units, { row, column: 0 }, code), written(units, { row, column: 1 }, name));
      await put('BXX', 'Bộ Mẫu');
      return () => put('', '');
    },
    told: ['Đơn vị', /BXX/, /./, /ô trống/],
  },
  {
    name: 'the key of the round is emptied',
    play: typing(rounds, ROUND, roundTitles.id.header, '', ''),
    told: ['Kỳ báo cáo', /dòng 2/, /^Mã kỳ$/, /ô trống/],
    holds: 'all',
  },
  {
    name: 'the key of the round is changed',
    play: typing(rounds, ROUND, roundTitles.id.header, 'thang-10', 'thang-10'),
    told: ['Kỳ báo cáo', /^2025-10$/, /^Mã kỳ$/, /không còn dòng/],
    holds: 'all',
  },
  {
    name: 'the round is copied to make the next one, and has another deadline already',
    play: copying(rounds, ROUND, { 'Hạn điều chỉnh': '30/11/2025' }),
    told: ['Kỳ báo cáo', /^2025-10$/, /^Mã kỳ$/, /dòng 2 và dòng 3/],
    holds: 'all',
  },
  {
    name: 'a contact is doubled',
    play: copying(contacts, 'HPG-1'),
    told: ['Danh bạ', /^HPG-1$/, /^Mã liên hệ$/, /khóa "HPG-1"/],
  },
  {
    name: 'an address is half typed',
    play: typing(contacts, 'HPG-1', contactTitles.emails.header, 'dothithongminh@'),
    told: ['Danh bạ', /^HPG-1$/, /^E-mail$/, /dothithongminh@/],
    holds: 'HPG',
  },
  {
    name: 'an address gets a comma too many',
    play: typing(contacts, 'HPG-1', contactTitles.emails.header, `${mailboxOf('HPG')},`),
    told: ['Danh bạ', /^HPG-1$/, /^E-mail$/, /đọc là dothithongminh@hpg\.example$/],
  },
  {
    name: 'an address gets a second one beside it that is none',
    play: typing(contacts, 'HPG-1', contactTitles.emails.header, `${mailboxOf('HPG')}; sxd@hpg`),
    told: ['Danh bạ', /^HPG-1$/, /^E-mail$/, /"sxd@hpg" không phải địa chỉ/],
  },
  {
    name: 'an address is copied with what its link begins with, and with signs that show nothing',
    play: typing(contacts, 'HPG-1', contactTitles.emails.header, `\u200Bmailto:${mailboxOf('HPG')}\u2068`),
    told: ['Danh bạ', /^HPG-1$/, /^E-mail$/, /đọc là dothithongminh@hpg\.example$/],
  },
  {
    name: 'an address loses the end of its domain',
    play: typing(contacts, 'HPG-1', contactTitles.emails.header, 'dothithongminh@hpg'),
    told: ['Danh bạ', /^HPG-1$/, /^E-mail$/, /dothithongminh@hpg/],
    holds: 'HPG',
  },
  {
    name: 'the group mailbox is half typed',
    play: typing(settingsTab, 'Hộp thư nhóm', 'Giá trị', 'dothithongminh@'),
    told: ['Cài đặt', /^Hộp thư nhóm$/, /^Giá trị$/, /dothithongminh@/],
  },
  {
    name: 'the only coordinator is taken out of use',
    play: typing(contacts, 'BXD-1', contactTitles.active.header, false),
    told: ['Danh bạ', /^Điều phối$/, /^Vai trò$/, /không có dòng Điều phối/],
  },
  {
    name: 'the row of a contact is deleted',
    play: deletingRow(contacts, 'HPG-1'),
    told: ['Danh bạ', /^HPG$/, /^Đơn vị$/, /không có dòng Đầu mối/],
    holds: 'HPG',
  },
  {
    name: 'a contact is given to a unit nobody knows',
    play: typing(contacts, 'HPG-1', contactTitles.unit.header, 'HPP'),
    told: ['Danh bạ', /^HPG-1$/, /^Đơn vị$/, /HPP/],
    holds: 'HPG',
  },
  {
    name: 'a contact is given to a name two units could mean',
    play: typing(contacts, 'HPG-1', contactTitles.unit.header, 'TPH'),
    told: ['Danh bạ', /^HPG-1$/, /^Đơn vị$/, /có thể là/],
    holds: 'HPG',
  },
  {
    name: 'a header is typed over',
    play: titling(contacts, contactTitles.emails.header, 'Thư'),
    told: ['Danh bạ', /dòng 1/, /^E-mail$/, /không thấy cột/],
    holds: 'all',
  },
  {
    name: 'the list of units is emptied',
    play: emptying(units),
    told: ['Đơn vị', /^HPG$/, /^Mã$/, /không còn dòng/],
    holds: 'all',
  },
  {
    name: 'the code of a unit is changed',
    play: typing(units, 'HPG', units.columns.code.header, 'HP1', 'HP1'),
    told: ['Đơn vị', /^HPG$/, /^Mã$/, /không còn dòng/],
    holds: 'HPG',
  },
  {
    name: 'the outline is emptied',
    play: emptying(outline),
    told: ['Kỳ báo cáo', /^2025-10$/, /^Phiên bản đề cương$/, /không có câu hỏi nào/],
    holds: 'all',
  },
  {
    name: 'a row of the ledger is written over',
    play: async (office) => {
      const before = (await office.cellsOf(ledger))[1]?.[2] ?? '';
      await office.edit(written(ledger, { row: 1, column: 2 }, 'đã gởi rồi'));
      return () => office.edit(written(ledger, { row: 1, column: 2 }, before));
    },
    told: ['Nhật ký thư', /dòng 2|./, /./, /đã gởi rồi/],
    holds: 'all',
  },
  {
    name: 'an erased decision',
    play: async (office) => {
      const grid = await office.cellsOf(decisions);
      const row = grid.length - 1;
      const put = (value: (cell: Cell) => Cell) =>
        (grid[row] ?? []).map((cell, column) => written(decisions, { row, column }, value(cell)));
      await office.edit(...put(() => ''));
      return () => office.edit(...put((cell) => cell));
    },
    told: ['Quyết định', /HUE/, /^Quyết định$/, /đã bị xóa/],
  },
];
