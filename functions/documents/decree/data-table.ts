import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { run } from './text.ts';

const SIZE = 11;

export type TableContent = {
  readonly header: readonly string[];
  /** Parts of the width, as many as columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** A table with lines; its header returns on every page and no row is broken. */
export function dataTable({ header, widths, rows }: TableContent, width: number): Table {
  const whole = widths.reduce((sum, part) => sum + part, 0);
  const columnWidths = widths.map((part) => Math.round((width * part) / whole));
  const row = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHeader,
      children: cells.map((text, i) => cell(text, columnWidths[i] ?? 0, isHeader)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

function cell(text: string, size: number, isHeader: boolean): TableCell {
  const alignment = isHeader ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text
      .split('\n')
      .map((line) => new Paragraph({ alignment, children: [run(line, { size: SIZE, bold: isHeader })] })),
  });
}
