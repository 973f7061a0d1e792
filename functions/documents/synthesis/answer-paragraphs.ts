import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { type Statement, statement } from './document-model.ts';
import type { WholeAnswer } from './unit-content.ts';

/** The answers to one item as paragraphs: lines stay apart; short facts of one version share a sentence. */
export function answerParagraphs(answers: readonly WholeAnswer[]): readonly Statement[] {
  const paragraphs: Statement[] = [];
  let facts: WholeAnswer[] = [];
  const close = () => {
    const [first] = facts;
    if (first) paragraphs.push(statement(sentence(facts.map(factWords).join('; ')), first.source));
    facts = [];
  };
  for (const answer of answers) {
    const isFact = answer.question.part !== 'nội dung' && !answer.text.includes('\n');
    if (!isFact || (facts[0] && facts[0].source !== answer.source)) close();
    if (isFact) facts.push(answer);
    else paragraphs.push(...linesOf(answer).map((line) => statement(line, answer.source)));
  }
  close();
  return paragraphs;
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
      return `số, ký hiệu: ${text}`;
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

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
