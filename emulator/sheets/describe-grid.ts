import { below, type Mask } from './field-mask.ts';
import type { Cell, CellFormat, Spreadsheet } from './model.ts';
import type { Place } from './resolve.ts';
import { display } from './values/display.ts';
import { effectiveValue } from './values/effective-value.ts';
import { localeOf } from './values/file-locale.ts';

type Described = Record<string, unknown>;

/**
 * The cells of a place with the fields the mask means. Like values, cells and rows at the end that have nothing to
 * show are left out, and those in between are `{}`.
 */
export function describeCells(book: Spreadsheet, { sheet, area }: Place, mask: Mask): { rowData?: object[] } {
  const fields = below(below(mask, 'rowData'), 'values');
  if (fields === undefined) return {};
  const rows: object[] = [];
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    const values: Described[] = [];
    for (let column = area.startColumn; column < Math.min(area.endColumn, cells.length); column += 1) {
      const cell = cells[column];
      const described = cell ? describeCell(book, { sheet, row, column, cell }, fields) : undefined;
      if (!described) continue;
      while (values.length < column - area.startColumn) values.push({});
      values.push(described);
    }
    if (values.length === 0) continue;
    while (rows.length < row - area.startRow) rows.push({});
    rows.push({ values });
  }
  return rows.length === 0 ? {} : { rowData: rows };
}

type At = { sheet: Place['sheet']; row: number; column: number; cell: Cell };

function describeCell(book: Spreadsheet, { sheet, row, column, cell }: At, fields: Mask): Described | undefined {
  const means = (name: string) => below(fields, name) !== undefined;
  const described: Described = {};
  for (const name in cell) if (means(name)) described[name] = cell[name as keyof Cell];
  const needsValue = means('effectiveValue') || means('formattedValue');
  const value = cell.userEnteredValue && needsValue ? effectiveValue(book, sheet, row, column) : undefined;
  const format = cell.userEnteredFormat;
  if (value && means('effectiveValue')) described['effectiveValue'] = value;
  if (value && means('formattedValue')) {
    described['formattedValue'] = display(value, format?.numberFormat, localeOf(book));
  }
  if (means('effectiveFormat')) described['effectiveFormat'] = effectiveFormat(book, format);
  const link = means('hyperlink') ? hyperlinkOf(cell) : undefined;
  if (link !== undefined) described['hyperlink'] = link;
  for (const _ in described) return described;
  return undefined;
}

/** The file's default under what was entered; conditional formats are not computed. */
function effectiveFormat({ properties: { defaultFormat } }: Spreadsheet, format: CellFormat | undefined): CellFormat {
  if (!format) return defaultFormat;
  return { ...defaultFormat, ...format, textFormat: { ...defaultFormat.textFormat, ...format.textFormat } };
}

/** A cell shows a link when all of it is one. */
function hyperlinkOf(cell: Cell): string | undefined {
  const formula = /^=\s*HYPERLINK\(\s*"([^"]*)"/i.exec(cell.userEnteredValue?.formulaValue ?? '');
  return formula?.[1] ?? cell.userEnteredFormat?.textFormat?.link?.uri;
}
