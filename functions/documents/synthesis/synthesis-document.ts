import { type Document, Paragraph } from 'docx';
import { dataTable } from '../decree/data-table.ts';
import { closing, letterhead, namedTitle } from '../decree/frame.ts';
import { decreeDocument, WIDE_TEXT_WIDTH } from '../decree/page.ts';
import { centred, paragraph, run, runs } from '../decree/text.ts';
import type { Block, Statement } from './document-model.ts';
import { issuerOf } from './issuer.ts';
import type { SynthesisModel } from './plan-synthesis.ts';

/** The property of the .docx that holds the marks of its paragraphs, to compare a later synthesis with. */
export const MARKS_PROPERTY = 'synthesis-marks';

const STAYS = { keepNext: true, keepLines: true };
const SOURCE = { size: 13, italics: true };
const CHANGES = { new: '(mới) ', changed: '(cập nhật) ' } as const;

/** Báo cáo tổng hợp in the form of the decree (mẫu 1.4): number, day and signature are left to people. */
export function synthesisDocument({ round, place, about, blocks, appendix, marks }: SynthesisModel): Document {
  const issuer = issuerOf(round);
  return decreeDocument(
    `Báo cáo ${about}`,
    [
      letterhead({
        issuer: [issuer.name.toLocaleUpperCase('vi')],
        symbol: `BC-${issuer.abbreviation}`,
        place,
      }),
      ...namedTitle('BÁO CÁO', about),
      centred('Kính gửi: ……………………………………', {}, { spacing: { before: 120, after: 120 } }),
      ...blocks.map(blockParagraph),
      paragraph(
        `Trên đây là báo cáo tổng hợp từ báo cáo của các đơn vị, ${issuer.name} kính báo cáo./.`,
        {},
        { keepNext: true },
      ),
      new Paragraph({ keepNext: true }),
      closing(['- Như trên;', '- Lãnh đạo Bộ (để báo cáo);', '- ……………………;', `- Lưu: VT, ${issuer.office}.`]),
    ],
    {
      appendix: [...appendixHead(appendix.title, issuer.name), ...appendix.tables.flatMap(appendixTable)],
      properties: { [MARKS_PROPERTY]: JSON.stringify(marks) },
    },
  );
}

function blockParagraph(block: Block): Paragraph {
  switch (block.kind) {
    case 'part':
      return paragraph(block.text.toLocaleUpperCase('vi'), { bold: true }, STAYS);
    case 'heading':
      return paragraph(block.text, { bold: true }, STAYS);
    case 'statement':
      return statementParagraph(block);
  }
}

function statementParagraph({ lead, text, source, change }: Statement): Paragraph {
  return runs([
    ...(change === null ? [] : [run(CHANGES[change], { bold: true, italics: true })]),
    ...(lead === null ? [] : [run(`${lead}: `, { bold: true })]),
    run(text),
    run(` [${source}]`, SOURCE),
  ]);
}

function appendixHead(title: string, issuer: string): Paragraph[] {
  return [
    centred('Phụ lục', { bold: true }),
    centred(title.toLocaleUpperCase('vi'), { bold: true }),
    centred(
      `(Kèm theo Báo cáo số:        /BC-        ngày      tháng      năm 20     của ${issuer})`,
      { italics: true },
      { spacing: { after: 120 } },
    ),
  ];
}

function appendixTable(table: SynthesisModel['appendix']['tables'][number]) {
  return [
    paragraph(table.caption, { bold: true }, { ...STAYS, indent: {}, spacing: { before: 240, after: 120 } }),
    dataTable(table, WIDE_TEXT_WIDTH),
  ];
}
