import { linkCode } from '../../functions/domain/links/codes.ts';
import { questionId } from '../../functions/domain/links/form-links.ts';
import { askedAs, identification, SECRECY } from '../../sheets-schema/form.ts';
import { concerns, sectionsOf } from '../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';

/** What a city writes: outline question key → text. */
export type Answers = Readonly<Record<string, string>>;

export type Filing = {
  readonly unit: Unit;
  readonly round: string;
  readonly secret: string;
  readonly answers: Answers;
  /** What the form asks; the outline of the letter where it is not said. */
  readonly outline?: readonly OutlineQuestion[];
  /** Another code than the one in the link. */
  readonly code?: string;
  /** Edits this earlier response. */
  readonly responseId?: string;
  /** Listed so many minutes after it was sent, and not when Google would. */
  readonly listedAfter?: number;
  /** Who fills it in, as typed. */
  readonly filer?: string;
  readonly official?: { readonly number: string; readonly date: string };
  /** Other answers to the identification page. */
  readonly identification?: Readonly<Partial<Record<keyof typeof identification, string>>>;
};

/** Fills the form as a person would, through the emulator. @returns the response's id. */
export async function fillForm(emulatorUrl: string, formId: string, filing: Filing): Promise<string> {
  const { unit, official, outline = outlineSeeds } = filing;
  const fixed = (question: { key: string; kind: string }, value: string) =>
    [questionId(question.key, question.kind), [value]] as const;
  const answers = Object.fromEntries([
    fixed(identification.unit, unit.shortName),
    fixed(identification.code, filing.code ?? linkCode(filing.secret, filing.round, unit.code)),
    fixed(identification.office, 'Sở Xây dựng'),
    fixed(identification.filer, filing.filer ?? 'Trần Thị Mẫu'),
    fixed(identification.position, 'Chuyên viên'),
    fixed(identification.email, `sxd@${unit.code.toLowerCase()}.example`),
    fixed(identification.phone, '024 0000 0000'),
    ...(official
      ? [fixed(identification.officialNumber, official.number), fixed(identification.officialDate, official.date)]
      : []),
    fixed(identification.secrecy, SECRECY),
    ...Object.entries(filing.identification ?? {}).map(([name, value]) =>
      fixed(identification[name as keyof typeof identification], value),
    ),
    ...sectionsOf(outline).flatMap(({ gate, appliesTo }) =>
      gate ? [fixed(gate, concerns(appliesTo, unit) ? gate.yes : gate.no)] : [],
    ),
    ...Object.entries(filing.answers).map(([key, text]) => [idOf(key, outline), [text]] as const),
  ]);
  const response = await fetch(`${emulatorUrl}/_emulator/forms/${formId}/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      answers,
      ...(filing.responseId && { responseId: filing.responseId }),
      ...(filing.listedAfter !== undefined && { visibleAfterMs: filing.listedAfter * 60_000 }),
    }),
  });
  const body = (await response.json()) as { responseId?: string; error?: unknown };
  if (!response.ok || !body.responseId)
    throw new Error(`The form refused the report of ${unit.shortName}: ${JSON.stringify(body)}`);
  return body.responseId;
}

/** The form's id of an outline question. */
function idOf(key: string, outline: readonly OutlineQuestion[]): string {
  const question = outline.find((candidate) => candidate.question === key);
  if (!question) throw new Error(`No outline question "${key}".`);
  return questionId(question.question, askedAs(question));
}
