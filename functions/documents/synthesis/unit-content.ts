import { askedAs } from '../../../sheets-schema/form.ts';
import type { AnswerRow } from '../../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { cleanLines } from '../../../sheets-schema/text.ts';
import type { StoredAnswer } from '../../domain/judging/valid-content.ts';
import { questionId, unknownKey } from '../../domain/links/form-links.ts';
import type { AnswerClass } from '../../domain/reading/answer-facts.ts';
import type { ItemStatus, UnitStatus } from '../../domain/standing/unit-status.ts';
import type { WantedTexts } from '../../ports.ts';
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

/** Stands for a text that bears a mark of secrecy: such words go into no document of ours. */
const SECRET = 'Câu trả lời mang dấu chỉ mức độ mật, không đưa vào báo cáo; đề nghị liên hệ đơn vị.';

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

/** The versions that a round's report is made of. */
export function versionsOf(round: string | null, statuses: readonly UnitStatus[]): ReadonlySet<string> {
  const shown = statuses.filter((status) => status.round.id === round);
  return new Set(shown.flatMap(({ items }) => items.flatMap(({ content }) => content.map(({ version }) => version))));
}

/** The rows of `Nội dung` that belong to versions, as few pieces as they make. */
export function rowsOfVersions(
  { rows, lines }: { readonly rows: readonly Pick<AnswerRow, 'version'>[]; readonly lines: readonly number[] },
  versions: ReadonlySet<string>,
): WantedTexts {
  const found: { from: number; to: number }[] = [];
  for (const [index, { version }] of rows.entries()) {
    const line = lines[index];
    if (line === undefined || !versions.has(version)) continue;
    const last = found.at(-1);
    if (last?.to === line - 1) last.to = line;
    else found.push({ from: line, to: line });
  }
  return { lines: found, versions };
}

/** The valid content of one item, whole, in the order of the outline; where a text was not read or is archived, what was kept of it. */
export function wholeAnswers(
  status: UnitStatus,
  { content }: ItemStatus,
  questions: readonly OutlineQuestion[],
  texts: Texts,
): readonly WholeAnswer[] {
  return questions.flatMap((question): WholeAnswer[] => {
    const answer = content.find((one) => one.question === question.question);
    const report = status.versions.find(({ version }) => version === answer?.version);
    if (!answer || !report) return [];
    const source = versionSource(status.unit, report);
    if (answer.facts.marks.includes('secret')) return [{ question, class: 'blank', text: SECRET, source }];
    const text = readable(textOf(answer, question, texts) || answer.excerpt);
    return [{ question, class: answer.facts.class, text, source }];
  });
}

/** What came while the outline did not know its question is kept under the question's id on the form. */
function textOf({ version }: StoredAnswer, asked: OutlineQuestion, texts: Texts): string | undefined {
  const given = texts.get(version);
  return given?.get(asked.question) ?? given?.get(unknownKey(questionId(asked.question, askedAs(asked))));
}

/** Marks no document can hold (XML 1.0, section 2.2) and halves of characters are left out. */
function readable(text: string): string {
  return cleanLines(text.toWellFormed().replaceAll(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, ''));
}
