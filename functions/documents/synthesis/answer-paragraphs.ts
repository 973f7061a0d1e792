import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { sentence, withOfficialDays } from './official-words.ts';
import type { WholeAnswer } from './unit-content.ts';

/** Words of one version. */
export type Paragraph = { readonly text: string; readonly source: string };

/** The answers to one item as paragraphs: lines stay apart; short facts of one version share a sentence. */
export function answerParagraphs(answers: readonly WholeAnswer[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let facts: WholeAnswer[] = [];
  const close = () => {
    const [first] = facts;
    if (first) paragraphs.push({ text: sentence(factsInWords(facts)), source: first.source });
    facts = [];
  };
  for (const answer of answers) {
    const isFact = answer.question.part !== 'nội dung' && !answer.text.includes('\n');
    if (!isFact || (facts[0] && facts[0].source !== answer.source)) close();
    if (isFact) facts.push(answer);
    else paragraphs.push(...linesOf(answer).map((text) => ({ text, source: answer.source })));
  }
  close();
  return paragraphs.map(({ text, source }) => ({ text: withOfficialDays(text), source }));
}

/** `Đã ban hành; số 88/KH-UBND ngày 30/07/2025`: the day of a document stands beside its number. */
function factsInWords(facts: readonly WholeAnswer[]): string {
  return facts
    .map((fact, i) => `${i === 0 ? '' : isDayOf(fact, facts[i - 1]) ? ' ' : '; '}${factWords(fact)}`)
    .join('');
}

function isDayOf({ question }: WholeAnswer, before: WholeAnswer | undefined): boolean {
  return question.part === 'ngày' && before?.question.part === 'số, ký hiệu';
}

function linesOf(answer: WholeAnswer): readonly string[] {
  return factWords(answer)
    .split('\n')
    .filter((line) => line !== '');
}

function factWords({ question, text }: WholeAnswer): string {
  switch (question.part) {
    case 'nội dung':
    case 'trạng thái':
    case 'không có':
      return text;
    case 'ngày':
      return `ngày ${dayWords(text)}`;
    case 'ngày gửi':
      return `gửi ngày ${dayWords(text)}`;
    case 'ngày dự kiến':
      return `dự kiến ngày ${dayWords(text)}`;
    case 'số, ký hiệu':
      return /^số /i.test(text) ? text : `số ${text}`;
    case 'lý do':
      return `lý do: ${text}`;
    case 'khác':
      return `thông tin khác: ${text}`;
  }
}

/** The form answers with an ISO day. */
function dayWords(text: string): string {
  const day = parseVietnameseDate(text);
  return day ? formatDate(day) : text;
}
