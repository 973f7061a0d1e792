import type { Document } from 'docx';
import { Temporal } from 'temporal-polyfill';
import { isWholeSection, sectionHeading, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { bounded } from '../../../sheets-schema/text.ts';
import { ownCode } from '../../domain/links/codes.ts';
import type { Recurring } from '../../domain/standing/previous-report.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { packDocx } from '../decree/pack-docx.ts';
import { decreeDocument } from '../decree/page.ts';
import { centred, paragraph } from '../decree/text.ts';
import { type Texts, type WholeAnswer, wholeAnswers } from '../synthesis/unit-content.ts';

export type PreviousReport = {
  /** Where the unit stood in the round that is over. */
  readonly status: UnitStatus;
  /** The questions of that round, in their order. */
  readonly questions: readonly OutlineQuestion[];
  /** Its items that are asked again. */
  readonly recurring: readonly Recurring[];
  readonly texts: Texts;
  readonly at: Temporal.Instant;
};

/** Of one answer more than this is cut, and said to be: what goes along with a mail stays small. */
const LONGEST_ANSWER = 20_000;

/** What a unit last reported, item by item, for it to go on from: no letterhead, for it is no paper of anybody's. */
export function previousReportDocx(report: PreviousReport): Promise<Uint8Array> {
  return packDocx(previousReport(report), report.at);
}

function previousReport({ status, questions, recurring, texts }: PreviousReport): Document {
  const { round, unit, versions, items } = status;
  const last = versions.at(-1);
  const source = last
    ? `Theo báo cáo ${ownCode(last.version, unit.code)}, gửi ${momentWords(Temporal.Instant.from(last.lastSubmittedTime))}.`
    : '';
  const again = new Map(recurring.map(({ item, formerly }) => [formerly, item]));
  return decreeDocument('Nội dung đã báo cáo kỳ trước', [
    centred('NỘI DUNG ĐÃ BÁO CÁO KỲ TRƯỚC', { bold: true }),
    centred(`${unit.name}`, { bold: true }),
    centred(round.title, { italics: true }, { spacing: { after: 240 } }),
    paragraph(
      `Bản này chép lại nội dung đã được ghi nhận để tiện cập nhật, không thay văn bản chính thức. ${source}`.trim(),
      { italics: true },
    ),
    ...sectionsOf(questions).flatMap((section) => {
      const blocks = [...Map.groupBy(section.questions, ({ item }) => item)].flatMap(([item, own]) => {
        const judged = items.find((one) => one.item === item);
        const answers = judged ? wholeAnswers(status, judged, own, texts).filter(({ text }) => text !== '') : [];
        return answers.length === 0 ? [] : itemLines(item, own, { answers, now: again.get(item) });
      });
      return blocks.length === 0 ? [] : [paragraph(sectionHeading(section), { bold: true }), ...blocks];
    }),
  ]);
}

function itemLines(
  item: string,
  questions: readonly OutlineQuestion[],
  { answers, now }: { readonly answers: readonly WholeAnswer[]; readonly now: string | undefined },
) {
  const [first] = questions;
  const heading = !first || isWholeSection(first) ? [] : [paragraph(`${item}. ${first.wording}`, { bold: true })];
  const place = now === undefined ? [] : [paragraph(`(Mục ${now} của kỳ này)`, { size: 12, italics: true })];
  return [
    ...heading,
    ...place,
    ...answers.flatMap(({ question, text }) => {
      const label =
        questions.length > 1 && question.part !== 'nội dung' ? `${question.title.replace(`${item}. `, '')}: ` : '';
      return `${label}${bounded(text, LONGEST_ANSWER)}`.split('\n').map((line) => paragraph(line));
    }),
  ];
}
