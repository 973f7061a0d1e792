import type { AnswerRow } from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { cleanLines } from '../../sheets-schema/text.ts';
import type { AnswerClass } from '../domain/answer-facts.ts';
import { examineAnswer } from '../domain/examine-answer.ts';
import type { UnitStatus } from '../domain/unit-status.ts';
import { type StoredAnswer, validContent } from '../domain/valid-content.ts';
import { versionSource } from './document-model.ts';

/** Whole answers, by version and question. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** One answer of the valid content, whole, with the version that gave it. */
export type WholeAnswer = {
  readonly question: OutlineQuestion;
  readonly class: AnswerClass;
  /** Lines kept, spaces tidied, nothing else touched. */
  readonly text: string;
  readonly source: string;
};

/** Puts the parts of `Nội dung` together again, in whatever order the rows stand. */
export function textsOf(rows: readonly Pick<AnswerRow, 'version' | 'question' | 'part' | 'text'>[]): Texts {
  const versions = new Map<string, Map<string, string>>();
  for (const { version, question, text } of rows.toSorted((a, b) => a.part - b.part)) {
    const answers = versions.get(version) ?? new Map<string, string>();
    answers.set(question, (answers.get(question) ?? '') + (text ?? ''));
    versions.set(version, answers);
  }
  return versions;
}

/** The valid content of one item, chosen by the same rule that judged it, in the order of the outline. */
export function wholeAnswers(
  status: UnitStatus,
  questions: readonly OutlineQuestion[],
  texts: Texts,
): readonly WholeAnswer[] {
  const answers = status.versions.flatMap((report) =>
    questions.flatMap(({ question }): (StoredAnswer & Pick<WholeAnswer, 'text' | 'source'>)[] => {
      const text = texts.get(report.version)?.get(question);
      if (text === undefined) return [];
      const { version, responseId } = report;
      const source = versionSource(status.unit, report);
      return [{ version, responseId, question, facts: examineAnswer(text), excerpt: '', text: readable(text), source }];
    }),
  );
  const valid = validContent(questions, answers);
  return questions.flatMap((question) => {
    const answer = answers.find((one) => one === valid.get(question.question));
    return answer ? [{ question, class: answer.facts.class, text: answer.text, source: answer.source }] : [];
  });
}

/** Marks no document can hold (XML 1.0, section 2.2) and halves of characters are left out. */
function readable(text: string): string {
  return cleanLines(text.toWellFormed().replaceAll(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, ''));
}
