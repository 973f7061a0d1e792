import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  LeaderType,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Temporal } from 'temporal-polyfill';

/**
 * The form of an administrative document as Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes it: page, letterhead,
 * paragraphs, closing. Font sizes are points here; .docx counts half points.
 */
const FONT = 'Times New Roman';
const BODY = 14;
const mm = convertMillimetersToTwip;
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LEFT_COLUMN = Math.round(TEXT_WIDTH * 0.4);
const COLUMNS = [LEFT_COLUMN, TEXT_WIDTH - LEFT_COLUMN] as const;
const INDENT = mm(12.7);
/** A tab to this place draws dots up to the right margin. */
const DOTTED = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }];

type Looks = { readonly size?: number; readonly bold?: boolean; readonly italics?: boolean };

/** A page of A4 with its number at the top, the first page without. */
export function decreeDocument(title: string, children: ISectionOptions['children']): Document {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: BODY * 2 })],
  });
  return new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: { default: { document: { run: { font: FONT, size: BODY * 2, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: PAGE, margin: MARGIN } },
        headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
        children,
      },
    ],
  });
}

/** Who issues, and beside it the nation's name and motto; below, number and day, both blank until they are given out. */
export function letterhead(issuer: readonly string[], symbol: string, place: string): Table {
  return columns([
    [
      [...issuer.map((line) => centred(line, { size: 13, bold: true })), rule(COLUMNS[0], 0.4)],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
        rule(COLUMNS[1], 0.6),
      ],
    ],
    [
      [centred(`Số:        /${symbol}`, { size: 13 })],
      [centred(`${place}, ngày      tháng      năm 20    `, { size: 13, italics: true })],
    ],
  ]);
}

/** BÁO CÁO and, under it, what the report is about. */
export function namedTitle(name: string, about: string): Paragraph[] {
  return [
    centred(name, { bold: true }, { spacing: { before: 240 } }),
    centred(about, { bold: true }),
    rule(TEXT_WIDTH, 0.3),
  ];
}

/** Who receives copies, and room to sign. */
export function closing(receivers: readonly string[]): Table {
  const copies = [
    new Paragraph({ children: [run('Nơi nhận:', { size: 12, bold: true, italics: true })] }),
    ...receivers.map((line) => new Paragraph({ children: [run(line, { size: 11 })] })),
  ];
  const signer = [
    centred('QUYỀN HẠN, CHỨC VỤ', { bold: true }),
    centred('CỦA NGƯỜI KÝ', { bold: true }),
    ...Array.from({ length: 4 }, () => new Paragraph('')),
    centred('Họ và tên', { bold: true }),
  ];
  return columns([[copies, signer]]);
}

/** A paragraph of the body: both edges straight, first line indented. */
export function paragraph(text: string, looks: Looks = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: 120 },
    ...more,
    children: [run(text, looks)],
  });
}

function centred(text: string, looks: Looks = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, alignment: AlignmentType.CENTER, children: [run(text, looks)] });
}

/** Words and, after them, dots to the right margin; without words, a line of dots. */
export function dotted(label = '', more: IParagraphOptions = {}): Paragraph {
  const indent = label === '' ? {} : { indent: { firstLine: INDENT } };
  return new Paragraph({
    ...indent,
    ...more,
    tabStops: DOTTED,
    spacing: { before: 120 },
    children: [run(`${label}\t`)],
  });
}

export function run(text: string, { size = BODY, ...looks }: Looks = {}): TextRun {
  return new TextRun({ text, size: size * 2, ...looks });
}

/** `ngày 05 tháng 01 năm 2026`: a nought before days below 10 and before January and February (II.4.b). */
export function decreeDate({ day, month, year }: Temporal.PlainDate): string {
  const padded = (value: number, below: number) => (value < below ? `0${value}` : `${value}`);
  return `ngày ${padded(day, 10)} tháng ${padded(month, 3)} năm ${year}`;
}

/** A line in the middle of a column, a part of its width long. */
function rule(width: number, part: number): Paragraph {
  const side = Math.round((width * (1 - part)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, line: 120, lineRule: 'exact', after: 120 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });
}

/** Two columns without lines. */
function columns(rows: readonly (readonly [Paragraph[], Paragraph[]])[]): Table {
  return new Table({
    borders: TableBorders.NONE,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...COLUMNS],
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}

function cell(children: Paragraph[], column: number): TableCell {
  return new TableCell({
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    margins: { left: 0, right: 0 },
    children,
  });
}
