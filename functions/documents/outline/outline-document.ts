import { CheckBox, type Document, Paragraph, type Table } from 'docx';
import { isWholeSection, reportTitle, sectionHeading, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { closing, letterhead, namedTitle } from '../decree/frame.ts';
import { decreeDocument } from '../decree/page.ts';
import { decreeDate, dotted, paragraph, run } from '../decree/text.ts';
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
/** On one page with what follows. */
const STAYS = { keepNext: true, keepLines: true };
const APART = { keepNext: false, keepLines: true };
const BOX = { value: '2610', font: 'MS Gothic' };
const TICKED_BOX = { value: '2612', font: 'MS Gothic' };

/** The outline as a report to fill in: letterhead of the unit, each item in the letter's own words, blanks. */
export function outlineDocument(outline: Outline): Document {
  const { round, questions, issuer } = outline;
  const about = withoutName(reportTitle(questions) || round.title);
  return decreeDocument(`Báo cáo ${about}`, [
    letterhead({ issuer: issuer.lines, symbol: issuer.symbol, place: issuer.place }),
    ...namedTitle('BÁO CÁO', capital(about)),
    new Paragraph({
      spacing: { before: 120, after: 120 },
      alignment: 'center',
      children: [run(`Kính gửi: ${round.basisIssuer}`)],
    }),
    guidance(howToUse(outline)),
    paragraph(`Thực hiện ${basisOf(round)}, ${issuer.name} báo cáo như sau:`),
    ...chapters(questions),
    paragraph(`Trên đây là báo cáo của ${issuer.name}, kính gửi ${round.basisIssuer} tổng hợp./.`),
    new Paragraph(''),
    closing(['- Như trên;', '- ……………………;', '- Lưu: VT, ………']),
  ]);
}

function howToUse({ round, deadlineWords }: Outline): string {
  return `Thời hạn ghi trong văn bản: “${round.deadlineText}”; hạn cuối: ${deadlineWords}. Nội dung báo cáo đồng thời cập nhật trên biểu mẫu theo đường dẫn riêng trong thư. Đề nghị xóa các dòng hướng dẫn in nghiêng trong ngoặc đơn trước khi ban hành.`;
}

function chapters(questions: readonly OutlineQuestion[]): (Paragraph | Table)[] {
  return sectionsOf(questions).flatMap((section) => [
    headline(sectionHeading(section)),
    ...[...Map.groupBy(section.questions, ({ item }) => item)].flatMap(([item, parts]) => itemLines(item, parts)),
  ]);
}

function itemLines(item: string, questions: readonly OutlineQuestion[]): Paragraph[] {
  const [first] = questions;
  const heading = !first || isWholeSection(first) ? [] : [headline(`${item}. ${first.wording}`)];
  return [...heading, ...questions.flatMap((question) => blanks(question, questions.length > 1))];
}

/** An item's only question, and its main one, need no label: the wording stands above. */
function blanks({ item, title, help, type, options, part }: OutlineQuestion, labelled: boolean): Paragraph[] {
  const words = labelled && part !== 'nội dung' ? `- ${capital(labelOf(title, item))}: ` : '';
  const label = words === '' ? [] : [paragraph(words.trim(), {}, { ...STAYS, alignment: 'left' })];
  const hint = help === null ? [] : [guidance(help)];
  const hintBelow = help === null ? [] : [guidance(help, APART)];
  switch (type) {
    case 'Chọn một':
      return [...label, ...hint, ...(options ?? []).map((option, i) => choice(option, i + 1 === options?.length))];
    case 'Ngày':
      return [paragraph(`${words}ngày ……… tháng ……… năm …………`, {}, { ...STAYS, alignment: 'left' }), ...hintBelow];
    case 'Một dòng':
    case 'Số':
      return [dotted(words, STAYS), ...hintBelow];
    case 'Đoạn văn':
      return [...label, ...hint, ...Array.from({ length: LONG_ANSWER }, () => dotted())];
  }
}

/** A question's title without its number; one colon stands where the answer begins, and none before. */
function labelOf(title: string, item: string): string {
  return title.replace(`${item}. `, '').replaceAll(': ', ', ');
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

function headline(text: string): Paragraph {
  return paragraph(text, { bold: true }, STAYS);
}

/** What a person is told and takes out again; it stays with the blank it speaks of. */
function guidance(text: string, more = STAYS): Paragraph {
  return paragraph(`(${text})`, { size: 12, italics: true }, more);
}

function basisOf({ basisType, basisNumber, basisDate, basisIssuer }: Round): string {
  return `${basisType} số ${basisNumber} ${decreeDate(basisDate)} của ${basisIssuer}`;
}

function withoutName(title: string): string {
  return title.replace(/^Báo cáo /i, '');
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
