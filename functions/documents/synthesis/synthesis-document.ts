import { type Document, EndnoteReferenceRun, Paragraph } from 'docx';
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../sheets-schema/zone.ts';
import { dataTable } from '../decree/data-table.ts';
import { closing, letterhead, namedTitle, receiversOf } from '../decree/frame.ts';
import { decreeDocument, WIDE_TEXT_WIDTH } from '../decree/page.ts';
import { centred, paragraph, run, runs } from '../decree/text.ts';
import type { Annex, Block, Statement } from './document-model.ts';
import { type Issuer, issuerOf } from './issuer.ts';
import { unitNoun } from './official-words.ts';
import type { SynthesisModel } from './plan-synthesis.ts';

/** The property of the .docx that holds the marks of its paragraphs, to compare a later synthesis with. */
export const MARKS_PROPERTY = 'synthesis-marks';

const STAYS = { keepNext: true, keepLines: true };
const CHANGES = { new: '(mới) ', changed: '(cập nhật) ' } as const;

/**
 * Báo cáo tổng hợp in the form of the decree (mẫu 1.4): number, day and signature are left to people. Where its words
 * come from stands in endnotes: Word takes all of them out in one step (find `^e`, replace by nothing).
 */
export function synthesisDocument(model: SynthesisModel): Document {
  const { round, place, to, about, bases, blocks, annexes, marks } = model;
  const issuer = issuerOf(round);
  const { year } = localDay(Temporal.Instant.from(marks.at));
  return decreeDocument(
    `Báo cáo ${about}`,
    [
      letterhead({
        issuer: [issuer.name.toLocaleUpperCase('vi')],
        symbol: `BC-${issuer.abbreviation}`,
        place,
        year,
      }),
      ...namedTitle('BÁO CÁO', about),
      centred(`Kính gửi: ${to}`, {}, { spacing: { before: 120, after: 120 } }),
      paragraph(bases),
      ...blocks.map(blockParagraph),
      paragraph(
        `Trên đây là báo cáo tổng hợp từ báo cáo của các ${unitNoun(model.statuses)}, ${issuer.name} kính báo cáo./.`,
        {},
        { keepNext: true },
      ),
      new Paragraph({ keepNext: true }),
      closing(receiversOf(round, issuer.office, ['- Các cơ quan có nội dung xử lý (theo Phụ lục);'])),
    ],
    {
      annexes: annexes.map((annex, i) => annexContent(annex, annexName(i, annexes.length), { issuer, year })),
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

function statementParagraph({ lead, text, notes, change }: Statement): Paragraph {
  return runs([
    ...(change === null ? [] : [run(CHANGES[change], { bold: true, italics: true })]),
    ...(lead === null ? [] : [run(`${lead}: `, { bold: true })]),
    run(text),
    ...(notes.length === 0 ? [] : [note(notes)]),
  ]);
}

/** One note a paragraph, however many say it. */
function note(notes: readonly string[]): EndnoteReferenceRun {
  return new EndnoteReferenceRun({
    children: [new Paragraph({ children: [run(` ${notes.join(' ')}`, { size: 11 })] })],
  });
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `Phụ lục`; of several `Phụ lục IV` (III.1.a). */
function annexName(index: number, count: number): string {
  if (count === 1) return 'Phụ lục';
  const [tens, ones] = [Math.floor(index / 10), index % 10];
  return `Phụ lục ${'X'.repeat(tens)}${ROMAN[ones] ?? ''}`;
}

function annexContent(
  { title, tables, apart }: Annex,
  name: string,
  { issuer, year }: { readonly issuer: Issuer; readonly year: number },
) {
  return [
    centred(name, { bold: true }),
    centred(title.toLocaleUpperCase('vi'), { bold: true }),
    centred(
      `(Kèm theo Báo cáo số:        /BC-${issuer.abbreviation} ngày      tháng      năm ${year} của ${issuer.name})`,
      { italics: true },
      { spacing: { after: 120 } },
    ),
    ...tables.flatMap((table, i) => [
      ...(table.caption === null
        ? []
        : [
            paragraph(
              table.caption,
              { bold: true },
              { ...STAYS, indent: {}, spacing: { before: 240, after: 120 }, pageBreakBefore: apart && i > 0 },
            ),
          ]),
      dataTable(table, WIDE_TEXT_WIDTH),
    ]),
  ];
}
