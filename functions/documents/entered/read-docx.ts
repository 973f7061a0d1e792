import mammoth from 'mammoth';
import { clean } from '../../../sheets-schema/text.ts';
import { ROUND_PROPERTY } from '../outline/place-marks.ts';
import { openDocx, type Refused } from './open-docx.ts';

/** A line of a document as a reader sees it. */
export type Line = {
  readonly text: string;
  /** The cells, of a row of a table; what stands in one may have several lines. */
  readonly cells: readonly string[] | null;
  /** Bookmarks on it. */
  readonly marks: readonly string[];
  /** In bold throughout, as a heading, or counted by Word itself. */
  readonly standsOut: boolean;
  /** What is in bold at its beginning, where the rest is not. */
  readonly lead: string;
  readonly isItalic: boolean;
};

export type Paper = {
  readonly lines: readonly Line[];
  /** Of what round, where the file says so. */
  readonly round: string | null;
  /** What a person should know of how it was read. */
  readonly notes: readonly string[];
  /** Every word in the file, of heads, feet, notes, frames, what was struck out: a mark of secrecy may stand anywhere. */
  readonly everything: string;
};

/** Reads a .docx as lines of words, or says why not. Changes that are tracked are read as accepted. */
export async function readDocx(file: Uint8Array): Promise<Paper | Refused> {
  const open = openDocx(file);
  if ('refused' in open) return open;
  const read: Node[] = [];
  const keep = (document: Node): Node => {
    read.push(...(document.children ?? []));
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(open.words) }, { transformDocument: keep });
  } catch {
    return { refused: 'Tệp bị hỏng; đề nghị mở bằng Word và lưu lại. Chưa ghi gì.' };
  }
  return {
    lines: read.flatMap((node) => linesOf(node)),
    round: roundOf(open.parts.get('docProps/custom.xml') ?? ''),
    notes: notesOn(open.parts.get('word/document.xml') ?? ''),
    everything: [...open.parts].flatMap(([name, xml]) => (HAS_WORDS.test(name) ? [textOf(xml)] : [])).join('\n'),
  };
}

/** What of the library's tree is looked at. */
type Node = {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly name?: string;
  readonly checked?: boolean;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean } | null;
};

function linesOf(node: Node): readonly Line[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphLines(node);
    case 'table':
      return (node.children ?? []).map(rowLine);
    default:
      return (node.children ?? []).flatMap(linesOf);
  }
}

function rowLine(row: Node): Line {
  const inside = (row.children ?? []).map((cell) => (cell.children ?? []).flatMap(linesOf));
  const cells = inside.map((lines) =>
    lines
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
  );
  return {
    text: cells.map((cell) => cell.replaceAll('\n', '; ')).join(' | '),
    cells,
    marks: inside.flat().flatMap(({ marks }) => marks),
    standsOut: false,
    lead: '',
    isItalic: false,
  };
}

type Run = { readonly text: string; readonly isBold: boolean; readonly isItalic: boolean };

/** A line for each that the writer broke; a list keeps a dash for what Word puts before it. */
function paragraphLines(node: Node): readonly Line[] {
  const { styleName, numbering } = node;
  if (/^toc\b/i.test(styleName ?? '')) return [];
  const isHeading = /^(?:heading|title|tiêu đề)/i.test(styleName ?? '');
  const runs = runsOf(node);
  const marks = bookmarksOf(node);
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [first = '', ...rest] = run.text.split('\n');
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of rest) lines.push([{ ...run, text }]);
  }
  return lines.map((line, index) => {
    const visible = line.filter(({ text }) => text.trim() !== '');
    const words = clean(line.map(({ text }) => text).join(''));
    const firstPlain = line.findIndex(({ text, isBold }) => !isBold && text.trim() !== '');
    const isCounted = numbering?.isOrdered === true && index === 0;
    const isBold = isHeading || (visible.length > 0 && firstPlain < 0);
    const dash = numbering && index === 0 && words !== '' && !isBold && !/^[-–+•]/.test(words) ? '- ' : '';
    return {
      text: dash + words,
      cells: null,
      marks: index === 0 ? marks : [],
      standsOut: isBold || isCounted,
      lead:
        isBold || firstPlain < 0
          ? ''
          : clean(
              line
                .slice(0, firstPlain)
                .map(({ text }) => text)
                .join(''),
            ),
      isItalic: visible.length > 0 && visible.every((run) => run.isItalic),
    };
  });
}

const BOXES = { ticked: '☒ ', empty: '☐ ' } as const;

function runsOf(node: Node, looks: Omit<Run, 'text'> = { isBold: false, isItalic: false }): readonly Run[] {
  switch (node.type) {
    case 'text':
      return [{ ...looks, text: node.value ?? '' }];
    case 'tab':
      return [{ ...looks, text: '\t' }];
    case 'break':
      return [{ ...looks, text: '\n' }];
    case 'checkbox':
      return [{ ...looks, text: node.checked ? BOXES.ticked : BOXES.empty }];
    case 'run': {
      const own = { isBold: node.isBold === true, isItalic: node.isItalic === true };
      return (node.children ?? []).flatMap((child) => runsOf(child, own));
    }
    default:
      return (node.children ?? []).flatMap((child) => runsOf(child, looks));
  }
}

function bookmarksOf(node: Node): readonly string[] {
  const own = node.type === 'bookmarkStart' && node.name ? [node.name] : [];
  return [...own, ...(node.children ?? []).flatMap(bookmarksOf)];
}

/** The library gives lines and says nothing of these. */
const NOTES: readonly (readonly [RegExp, string])[] = [
  [
    /<w:(?:ins|del|moveFrom|moveTo)\b/,
    'Tệp có thay đổi đang theo dõi (Track Changes): đọc như đã chấp nhận tất cả; chữ đã xóa không nhập.',
  ],
  [/<w:comment(?:Reference|RangeStart)\b/, 'Tệp có nhận xét (Comment): không nhập.'],
  [/<w:txbxContent\b/, 'Tệp có khung chữ: chữ trong khung được đọc liền sau đoạn có khung; đề nghị xem lại vị trí.'],
  [/<w:(?:footnote|endnote)Reference\b/, 'Tệp có chú thích cuối trang: không nhập.'],
  [/<(?:pic:pic|v:imagedata)\b/, 'Tệp có hình: không nhập.'],
  [/<w:strike\/>|<w:strike w:val="(?:1|true)"/, 'Tệp có chữ gạch ngang: đọc như chữ thường; đề nghị xem lại.'],
  [/<w:vanish\/>/, 'Tệp có chữ ẩn: đọc như chữ thường; đề nghị xem lại.'],
];

function notesOn(xml: string): readonly string[] {
  return NOTES.flatMap(([sign, note]) => (sign.test(xml) ? [note] : []));
}

const HAS_WORDS = /^word\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/;

function textOf(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>|<w:br\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(x?)([\da-f]{1,6});/gi, (_, hex: string, code: string) =>
      signOf(Number.parseInt(code, hex ? 16 : 10)),
    );
}

function signOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function roundOf(custom: string): string | null {
  const [, value = null] = new RegExp(`name="${ROUND_PROPERTY}"[^>]*>\\s*<vt:lpwstr>([^<]*)<`).exec(custom) ?? [];
  return value;
}
