import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import { unzipSync } from 'fflate';
import { zip, zipEntry } from '../../../functions/documents/decree/zip.ts';

// Reports as offices write them, of every make.

export const p = (text: string): Paragraph => new Paragraph(text);
export const b = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });
/** In bold to begin with, plain afterwards, on one line. */
export const lead = (bold: string, rest: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: bold, bold: true }), new TextRun(rest)] });
export const h = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
/** Counted by Word: the number is no text. */
export const counted = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], numbering: { reference: 'counted', level: 0 } });
export const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });
/** Lines within one paragraph. */
export const broken = (...lines: readonly string[]): Paragraph =>
  new Paragraph({ children: lines.map((text, index) => new TextRun({ text, break: index === 0 ? 0 : 1 })) });
const BY = { author: 'Người soát', date: '2025-10-20T00:00:00Z' };
export const tracked = (kept: string, inserted: string, deleted: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun(kept),
      new InsertedTextRun({ id: 1, text: inserted, ...BY }),
      new DeletedTextRun({ id: 2, text: deleted, ...BY }),
    ],
  });
export const table = (...rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [p(text)] })) })),
  });
export const boxed = (text: string): Textbox =>
  new Textbox({ style: { width: '200pt', height: 'auto' }, children: [p(text)] });

export const HEAD = [
  table(['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
  table(['Số: 57/BC-UBND', 'Huế, ngày 20 tháng 10 năm 2025']),
  b('BÁO CÁO'),
  b('Tình hình triển khai đô thị thông minh tại địa phương'),
  p('Kính gửi: Bộ Xây dựng'),
  p('Thực hiện Công văn số 12112/BXD-PTĐT, Ủy ban nhân dân thành phố báo cáo như sau:'),
];
export const END = [
  p('Trên đây là báo cáo của Ủy ban nhân dân thành phố, kính gửi Bộ Xây dựng tổng hợp./.'),
  p('Nơi nhận:'),
];

export async function docxOf(children: ConstructorParameters<typeof Document>[0]['sections'][number]['children']) {
  const numbering = {
    config: [
      {
        reference: 'counted',
        levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: 'left' as const }],
      },
    ],
  };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

/** The same file with other parts. */
export function withParts(file: Uint8Array, others: Readonly<Record<string, string>>): Uint8Array {
  const parts = {
    ...unzipSync(file),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, Buffer.from(text)])),
  };
  return zip(Object.entries(parts).map(([name, content]) => zipEntry(name, content)));
}
