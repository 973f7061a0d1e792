import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetsRule } from '../../sheets-schema/columns/kind.ts';
import type { Column, Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { ACCENT, BAND, colouredColumns, GROUND, ownerColours, PAPER, rgb, tones } from '../../sheets-schema/look.ts';
import { filterViews } from './filter-views.ts';

type Request = sheets_v4.Schema$Request;

/** Rows a new tab has to start with; logs and projections grow by themselves. */
const ROWS = 1000;
/** Room for columns people add beside ours. */
const SPARE_COLUMNS = 4;

/** A new tab, empty. Its id is the declared one, so that it is found whatever people call it. */
export function addTab(tab: Tab, index: number): Request {
  return {
    addSheet: {
      properties: {
        sheetId: tab.sheetId,
        title: tab.title,
        index,
        hidden: tab.hidden,
        tabColorStyle: { rgbColor: rgb(ownerColours[tab.owner]) },
        gridProperties: {
          rowCount: ROWS,
          columnCount: columnsOf(tab).length + (tab.owner === 'people' ? SPARE_COLUMNS : 1),
          frozenRowCount: 1,
          frozenColumnCount: tab.key.length > 0 ? 1 : 0,
        },
      },
    },
  };
}

/** Everything about a tab but its rows: header, notes, widths, formats, drop-downs, colours, protection. */
export function formatTab(tab: Tab, tabs: readonly Tab[], serviceAccounts: readonly string[]): readonly Request[] {
  return [
    headerCells(tab),
    ...columnsOf(tab).flatMap(([, column], index) => dressColumn(tab, column, index, tabs)),
    ...colours(tab),
    banding(tab),
    ...filterViews(tab),
    ...(tab.owner === 'people' ? [] : [protection(tab, serviceAccounts)]),
  ];
}

function columnsOf(tab: Tab): [string, Column<unknown>][] {
  return Object.entries(tab.columns as Columns);
}

function headerCells(tab: Tab): Request {
  return titleCells(
    tab,
    columnsOf(tab).map(([, column]) => column),
    0,
  );
}

/** The titles of some columns, from a place on: with their notes, as headers look. */
export function titleCells(tab: Tab, columns: readonly Column<unknown>[], columnIndex: number): Request {
  const values = columns.map((column) => ({
    userEnteredValue: { stringValue: column.header },
    note: column.note,
    userEnteredFormat: {
      textFormat: { bold: true, foregroundColorStyle: { rgbColor: rgb('#ffffff') } },
      backgroundColorStyle: { rgbColor: rgb(tab.owner === 'people' ? ACCENT : ownerColours[tab.owner]) },
      wrapStrategy: 'WRAP',
      verticalAlignment: 'MIDDLE',
    },
  }));
  return {
    updateCells: {
      start: { sheetId: tab.sheetId, rowIndex: 0, columnIndex },
      rows: [{ values }],
      fields: 'userEnteredValue,note,userEnteredFormat(textFormat,backgroundColorStyle,wrapStrategy,verticalAlignment)',
    },
  };
}

/** The note of a title that is there. */
export function noteCell({ sheetId }: Tab, { note }: Column<unknown>, columnIndex: number): Request {
  const start = { sheetId, rowIndex: 0, columnIndex };
  return { updateCells: { start, rows: [{ values: [{ note }] }], fields: 'note' } };
}

/** The list a column offers, where it is one of its own; lists that stand elsewhere follow them by themselves. */
export function choiceRule({ sheetId }: Tab, { rule }: Column<unknown>, index: number): readonly Request[] {
  if (rule?.type !== 'ONE_OF_LIST') return [];
  const range = { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
  return [{ setDataValidation: { range, rule: condition(rule, []) } }];
}

/** Room at the end of a tab: a column is only ever put in before one that is there. */
export function spareColumn({ sheetId }: Tab): Request {
  return { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } };
}

/** A column put in at a place, empty below its title; what stands there and behind it moves on. */
export function putInColumn(tab: Tab, name: string, index: number, tabs: readonly Tab[]): readonly Request[] {
  const column = tab.columns[name];
  if (!column) throw new Error(`The tab "${tab.title}" declares no column ${name}.`);
  const range = { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  return [
    { insertDimension: { range, inheritFromBefore: index > 0 } },
    titleCells(tab, [column], index),
    ...dressColumn(tab, column, index, tabs),
  ];
}

function dressColumn(tab: Tab, column: Column<unknown>, index: number, tabs: readonly Tab[]): readonly Request[] {
  const range = { sheetId: tab.sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
  const width: Request = {
    updateDimensionProperties: {
      range: { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize: column.width },
      fields: 'pixelSize',
    },
  };
  const format: Request = {
    repeatCell: {
      range,
      cell: {
        userEnteredFormat: {
          wrapStrategy: 'WRAP',
          verticalAlignment: 'TOP',
          ...numberFormat(tab, column),
        },
      },
      fields: 'userEnteredFormat(wrapStrategy,verticalAlignment,numberFormat)',
    },
  };
  const isOffered = column.rule && (column.rule.type !== 'ONE_OF_COLUMN' || hasColumn(column.rule, tabs));
  const rule = tab.owner === 'people' && column.rule && isOffered ? condition(column.rule, tabs) : null;
  return [width, format, ...(rule ? [{ setDataValidation: { range, rule } }] : [])];
}

/** Whether the column that a drop-down takes its list from stands where it is looked for. */
function hasColumn({ tab: title, column }: { readonly tab: string; readonly column: string }, tabs: readonly Tab[]) {
  const tab = tabs.find((one) => one.title === title);
  return tab !== undefined && columnsOf(tab).some(([, { header }]) => header === column);
}

/** What people type into text columns stays as typed: `3/4` is no date there. The system writes typed values itself. */
function numberFormat(tab: Tab, { format }: Column<unknown>): sheets_v4.Schema$CellFormat {
  if (format) return { numberFormat: { ...format } };
  return tab.owner === 'people' ? { numberFormat: { type: 'TEXT' } } : {};
}

/** A drop-down, a date rule or a tick box. Pasting passes strict rules by; the reading of the tab checks again. */
export function condition(rule: SheetsRule, tabs: readonly Tab[]): sheets_v4.Schema$DataValidationRule {
  switch (rule.type) {
    case 'ONE_OF_LIST':
      return {
        condition: { type: 'ONE_OF_LIST', values: rule.values.map((value) => ({ userEnteredValue: value })) },
        strict: rule.strict,
        showCustomUi: true,
      };
    case 'ONE_OF_COLUMN':
      return {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: rangeOf(rule.tab, rule.column, tabs) }] },
        strict: false,
        showCustomUi: true,
      };
    case 'DATE_IS_VALID':
      return { condition: { type: 'DATE_IS_VALID' }, strict: false };
    case 'TEXT_CONTAINS':
      return { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: rule.text }] }, strict: false };
    case 'BOOLEAN':
      return { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };
  }
}

/** `='Đơn vị'!$A$2:$A`; the service moves it along when people move the column. */
function rangeOf(title: string, header: string, tabs: readonly Tab[]): string {
  const tab = tabs.find((candidate) => candidate.title === title);
  const index = tab ? columnsOf(tab).findIndex(([, column]) => column.header === header) : -1;
  if (index < 0) throw new Error(`No column "${header}" in a tab "${title}": fix the declaration.`);
  const letter = String.fromCharCode(65 + index);
  return `='${title}'!$${letter}$2:$${letter}`;
}

/** The rules that colour words; they stand before whatever others there are. */
export function colours(tab: Tab): readonly Request[] {
  const names = columnsOf(tab).map(([name]) => name);
  const ranges = (colouredColumns[tab.name] ?? []).flatMap((name) => {
    const index = names.indexOf(name);
    if (index < 0) return [];
    return [{ sheetId: tab.sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 }];
  });
  if (ranges.length === 0) return [];
  const rules = tones.flatMap(({ words, text, ground }) => words.map((word) => ({ word, text, ground })));
  return rules.map(({ word, text, ground }, index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges,
        booleanRule: {
          condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: word }] },
          format: {
            textFormat: { foregroundColorStyle: { rgbColor: rgb(text) } },
            backgroundColorStyle: { rgbColor: rgb(ground) },
          },
        },
      },
    },
  }));
}

function banding(tab: Tab): Request {
  return {
    addBanding: {
      bandedRange: {
        bandedRangeId: tab.sheetId,
        range: { sheetId: tab.sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: columnsOf(tab).length },
        rowProperties: {
          firstBandColorStyle: { rgbColor: rgb(tab.owner === 'people' ? PAPER : GROUND) },
          secondBandColorStyle: { rgbColor: rgb(tab.owner === 'people' ? GROUND : BAND) },
        },
      },
    },
  };
}

/** A protection that is there, opened to those accounts too. */
export function opened(id: number, editors: readonly string[], serviceAccounts: readonly string[]): Request {
  const users = [...new Set([...editors, ...serviceAccounts])];
  return { updateProtectedRange: { protectedRange: { protectedRangeId: id, editors: { users } }, fields: 'editors' } };
}

/** Only the service accounts write here; the owner of the file always can, which is why every snapshot checks. */
function protection(tab: Tab, serviceAccounts: readonly string[]): Request {
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: tab.sheetId,
        range: { sheetId: tab.sheetId },
        description: 'Hệ thống ghi tab này; đề nghị không sửa.',
        warningOnly: false,
        ...(serviceAccounts.length > 0 && { editors: { users: [...serviceAccounts] } }),
      },
    },
  };
}
