import { CheckBox, type Document, Paragraph } from 'docx';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { dotted, run, runs } from '../decree/text.ts';
import { headedItems } from './headed-items.ts';
import { answerMark, labelOf } from './place-marks.ts';
import { capital, guidance, marked, reportPaper, STAYS } from './report-paper.ts';
import type { UnitLetterhead } from './unit-letterhead.ts';

export type Outline = {
  readonly round: Round;
  /** What this issuer is asked, in its order. */
  readonly questions: readonly OutlineQuestion[];
  readonly issuer: UnitLetterhead;
  /** The effective deadline as people are told it: `hết ngày 23/10/2025`. */
  readonly deadlineWords: string;
};

/** Lines left for an answer of several sentences. */
const LONG_ANSWER = 3;
const DAY_TO_FILL_IN = 'ngày ……… tháng ……… năm …………';
const APART = { keepNext: false, keepLines: true };
const BOX = { value: '2610', font: 'MS Gothic' };
const TICKED_BOX = { value: '2612', font: 'MS Gothic' };

/** The outline as a report to fill in: letterhead of the unit, each item in the letter's own words, blanks. */
export function outlineDocument(outline: Outline): Document {
  return reportPaper({ ...outline, note: howToUse(outline), body: chapters(outline.questions) });
}

function howToUse({ round, deadlineWords }: Outline): string {
  return `Thời hạn ghi trong văn bản: “${round.deadlineText}”; hạn cuối: ${deadlineWords}. Nội dung báo cáo đồng thời cập nhật trên biểu mẫu theo đường dẫn riêng trong thư. Đề nghị xóa các dòng hướng dẫn in nghiêng trong ngoặc đơn trước khi ban hành.`;
}

function chapters(questions: readonly OutlineQuestion[]): Paragraph[] {
  return headedItems(questions, (own) => own.flatMap((question) => blanks(question, own.length > 1)));
}

/** An item's only question, and its main one, need no label: the wording stands above. */
function blanks(question: OutlineQuestion, labelled: boolean): Paragraph[] {
  const { help, type, options, part } = question;
  const words =
    labelled && part !== 'nội dung' ? [marked(answerMark(question), `- ${capital(labelOf(question))}: `)] : [];
  const label = words.length === 0 ? [] : [runs(words, { ...STAYS, alignment: 'left' })];
  const hint = help === null ? [] : [guidance(help)];
  const hintBelow = help === null ? [] : [guidance(help, APART)];
  switch (type) {
    case 'Chọn một':
      return [...label, ...hint, ...(options ?? []).map((option, i) => choice(option, i + 1 === options?.length))];
    case 'Ngày':
      return [runs([...words, run(DAY_TO_FILL_IN)], { ...STAYS, alignment: 'left' }), ...hintBelow];
    case 'Một dòng':
    case 'Số':
      return [dotted(words, STAYS), ...hintBelow];
    case 'Đoạn văn':
      return [...label, ...hint, ...Array.from({ length: LONG_ANSWER }, () => dotted())];
  }
}

function choice(option: string, last: boolean): Paragraph {
  const box = new CheckBox({ checked: false, uncheckedState: BOX, checkedState: TICKED_BOX });
  return new Paragraph({
    keepNext: !last,
    indent: { left: 720 },
    spacing: { before: 60 },
    children: [box, run(` ${option}`)],
  });
}
