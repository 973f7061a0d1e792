import type { Document, Paragraph, Table } from 'docx';
import { Temporal } from 'temporal-polyfill';
import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { withoutStop } from '../../../sheets-schema/text.ts';
import { ownCode } from '../../domain/links/codes.ts';
import type { ItemStatus, UnitStatus } from '../../domain/standing/unit-status.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { dataTable } from '../decree/data-table.ts';
import { packDocx } from '../decree/pack-docx.ts';
import { TEXT_WIDTH } from '../decree/page.ts';
import { dotted, paragraph, run, runs } from '../decree/text.ts';
import { headedItems } from '../outline/headed-items.ts';
import { answerMark, labelOf } from '../outline/place-marks.ts';
import { capital, guidance, marked, reportPaper } from '../outline/report-paper.ts';
import { unitLetterhead } from '../outline/unit-letterhead.ts';
import { type Texts, type WholeAnswer, wholeAnswers } from '../synthesis/unit-content.ts';

export type OwnReport = {
  readonly status: UnitStatus;
  /** The questions of the round, in their order. */
  readonly questions: readonly OutlineQuestion[];
  readonly texts: Texts;
  readonly at: Temporal.Instant;
};

/** What a unit has sent so far, as the report that it has to sign: what it sent through the form is written once. */
export function ownReportDocx(report: OwnReport): Promise<Uint8Array> {
  return packDocx(ownReport(report), report.at);
}

function ownReport({ status, questions, texts }: OwnReport): Document {
  const { round, unit, items } = status;
  const asked = questions.filter((question) => asks(question, unit));
  return reportPaper({
    round,
    questions: asked,
    issuer: unitLetterhead(unit),
    note: howToFinish(status),
    body: headedItems<Paragraph | Table>(asked, (own, item) => {
      const judged = items.find((one) => one.item === item);
      return judged ? itemBlocks(judged, wholeAnswers(status, judged, own, texts)) : null;
    }),
  });
}

function howToFinish({ unit, versions }: UnitStatus): string {
  const last = versions.at(-1);
  const upTo = last
    ? ` đến ${momentWords(Temporal.Instant.from(last.lastSubmittedTime))} (mã tiếp nhận ${ownCode(last.version, unit.code)})`
    : '';
  return `Lập từ nội dung đã gửi${upTo}. Đề nghị kiểm tra, điền số, ngày, nơi nhận, người ký và xóa các dòng hướng dẫn in nghiêng trong ngoặc đơn trước khi ban hành.`;
}

/** Nothing where nothing was said and nothing had to be. */
function itemBlocks({ counts, reasons, verdict }: ItemStatus, answers: readonly WholeAnswer[]) {
  const given = answers.filter(({ text }) => text !== '');
  if (given.length === 0 && !counts) return null;
  const lacks = counts && verdict !== 'Đủ' && verdict !== 'Không áp dụng';
  const why = withoutStop(reasons.join('; ')) || verdict.toLowerCase();
  return [
    ...(lacks ? [guidance(`${verdict}: ${why}.`)] : []),
    ...given.flatMap(answerBlocks),
    ...(lacks && given.length === 0 ? [dotted(), dotted()] : []),
  ];
}

/** What belongs to the heading stands under it; what answers a question of its own behind words that say which. */
function answerBlocks({ question, text }: WholeAnswer): readonly (Paragraph | Table)[] {
  const { part, type } = question;
  if (part === 'nội dung') return textBlocks(text);
  const mark = answerMark(question);
  if (part === 'không có') return [runs([marked(mark, `${withoutStop(text)}.`)])];
  const label = `- ${capital(labelOf(question)).replace(/ \(nếu [^)]*\)/, '')}: `;
  const day = type === 'Ngày' ? parseVietnameseDate(text) : null;
  const [first = '', ...rest] = (day ? formatDate(day) : text).split('\n');
  return [runs([marked(mark, label), run(first)]), ...textBlocks(rest.join('\n'))];
}

const CELLS = ' | ';

/** A paragraph a line; lines that are the rows of a table become one again. */
function textBlocks(text: string): readonly (Paragraph | Table)[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const blocks: (Paragraph | Table)[] = [];
  for (let at = 0; at < lines.length; ) {
    const width = cellsOf(lines[at]).length;
    const end = lines.findIndex((line, index) => index > at && cellsOf(line).length !== width);
    const rows = lines.slice(at, width < 2 ? at + 1 : end < 0 ? undefined : end).map(cellsOf);
    blocks.push(...(rows.length > 1 ? [table(rows)] : [paragraph(lines[at] ?? '')]));
    at += rows.length;
  }
  return blocks;
}

function cellsOf(line = ''): readonly string[] {
  return line.split(CELLS);
}

function table([header = [], ...rows]: readonly (readonly string[])[]): Table {
  return dataTable({ header, widths: header.map(() => 1), rows }, TEXT_WIDTH);
}
