import { BorderStyle, Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { TEXT_WIDTH } from './page.ts';
import { centred, run } from './text.ts';

const LEFT_COLUMN = Math.round(TEXT_WIDTH * 0.4);
const COLUMNS = [LEFT_COLUMN, TEXT_WIDTH - LEFT_COLUMN] as const;

export type Letterhead = {
  /** The body above the issuer, in plain letters; [] where the issuer stands alone. */
  readonly parent?: readonly string[];
  readonly issuer: readonly string[];
  /** What follows the number: `BC-BXD`. */
  readonly symbol: string;
  readonly place: string;
  /** Of the day; where it is not known its last two figures are left blank. */
  readonly year?: number;
  /** What a letter is about, under its number; null where a title says it. */
  readonly about?: string | null;
};

/** Who issues, and beside it the nation's name and motto; below, number and day, both blank until they are given out. */
export function letterhead({ parent = [], issuer, symbol, place, year, about = null }: Letterhead): Table {
  const number = centred(`Số:        /${symbol}`, { size: 13 });
  const subject = about === null ? [] : [centred(about, { size: 12 }, { spacing: { before: 120 } })];
  return columns([
    [
      [
        ...parent.map((line) => centred(line, { size: 13 })),
        ...issuer.map((line) => centred(line, { size: 13, bold: true })),
        rule(COLUMNS[0], 0.4),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
        rule(COLUMNS[1], 0.6),
      ],
    ],
    [
      [number, ...subject],
      [centred(`${place}, ngày      tháng      năm ${year ?? '20    '}`, { size: 13, italics: true })],
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

/** Who receives a paper about a round besides whom it goes to: as the round's own document has it. */
export function receiversOf(
  { copiesTo }: { readonly copiesTo: readonly string[] | null },
  office: string,
  besides: readonly string[] = [],
): string[] {
  const copies = copiesTo?.map((line) => `- ${line.replace(/[;.]$/, '')};`) ?? ['- Lãnh đạo Bộ (để báo cáo);'];
  return ['- Như trên;', ...copies, ...besides, `- Lưu: VT, ${office}.`];
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
