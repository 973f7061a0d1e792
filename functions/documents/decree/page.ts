import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Header,
  type ISectionOptions,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';

/**
 * The page of an administrative document as Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes it. Font sizes are points;
 * .docx counts half points.
 */
const FONT = 'Times New Roman';
export const BODY = 14;
const mm = convertMillimetersToTwip;
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Of an appendix that lies on its side. */
export const WIDE_TEXT_WIDTH = PAGE.height - MARGIN.left - MARGIN.right;
export const INDENT = mm(12.7);

type Content = ISectionOptions['children'];

/** A page of A4 with its number at the top, the first page without; each annex counts its own pages, on their side. */
export function decreeDocument(
  title: string,
  body: Content,
  more: { readonly annexes?: readonly Content[]; readonly properties?: Readonly<Record<string, string>> } = {},
): Document {
  const { annexes = [], properties = {} } = more;
  return new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    styles: { default: { document: { run: { font: FONT, size: BODY * 2, language: { value: 'vi-VN' } } } } },
    sections: [section(body, PAGE), ...annexes.map((annex) => section(annex, ON_ITS_SIDE))],
  });
}

const ON_ITS_SIDE = { ...PAGE, orientation: PageOrientation.LANDSCAPE };

function section(children: Content, size: typeof PAGE | typeof ON_ITS_SIDE): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: { size, margin: MARGIN, pageNumbers: { start: 1 } },
      endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
    },
    headers: { default: numbered(), first: new Header({ children: [new Paragraph('')] }) },
    children,
  };
}

function numbered(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: BODY * 2 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
