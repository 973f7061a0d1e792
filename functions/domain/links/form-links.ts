import { createHash } from 'node:crypto';
import { askedAs, identification } from '../../../sheets-schema/form.ts';
import { concerns, everyGate, questionsOf, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { linkCode } from './codes.ts';

/**
 * The id of a form item or question, from its key alone, so that it survives rewording and a second provisioning meets
 * the same form. Fact: google-forms, ids are 8 hexadecimal digits, the first 0-7.
 */
function formId(key: string): string {
  const [first = 0, ...rest] = createHash('sha256').update(`form/${key}`).digest().subarray(0, 4);
  return Buffer.from([first & 0x7f, ...rest]).toString('hex');
}

/** The question of an outline key, asked in one way: another way of asking is another question. */
export function questionId(key: string, kind: string): string {
  return formId(`question/${key}/${kind}`);
}

export function itemId(key: string, kind: string): string {
  return formId(`item/${key}/${kind}`);
}

/** The name a question has in a prefilled link: the id as a decimal number. Fact: google-forms, prefilled URLs. */
export function entryOf(id: string): string {
  return `entry.${Number.parseInt(id, 16)}`;
}

/** Where the owner edits the form. */
export function formEditUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/edit`;
}

/**
 * A unit's own link: its name, its code and which parts of the outline it answers are filled in. Fact: google-forms,
 * prefilled URLs.
 * @param outline every row there is; those of the round's version count
 * @param own with a version in the unit's name, the question whether that is the unit's is answered too
 */
export function prefilledLink(
  formUri: string,
  secret: string,
  outline: readonly OutlineQuestion[],
  { round, unit, epoch, claim }: OwnLink,
): string {
  if (formUri === '') return '';
  const url = new URL(formUri);
  url.searchParams.set('usp', 'pp_url');
  const fill = ({ key, kind }: { key: string; kind: string }, value: string) =>
    url.searchParams.set(entryOf(questionId(key, kind)), value);
  fill(identification.unit, unit.shortName);
  fill(identification.code, linkCode(secret, round.id, unit.code, epoch));
  if (claim !== undefined) fill(identification.claim, claim);
  for (const { gate, appliesTo } of sectionsOf(questionsOf(round, outline)))
    if (gate) fill(gate, concerns(appliesTo, unit) ? gate.yes : gate.no);
  return url.href;
}

type OwnLink = {
  readonly round: Pick<Round, 'id' | 'outlineVersion' | 'asked'>;
  readonly unit: Unit;
  readonly epoch: number;
  readonly claim?: string | undefined;
};

/** Every question any outline version ever asked, by its id on the form. */
export function questionsById(outline: readonly OutlineQuestion[]): ReadonlyMap<string, OutlineQuestion> {
  return new Map(outline.map((question) => [questionId(question.question, askedAs(question)), question]));
}

/** The ids of the identification page, and of the questions that lead to the parts of an outline or past them. */
export function fixedIds(outline: readonly OutlineQuestion[]): ReadonlySet<string> {
  return new Set(
    [...Object.values(identification), ...everyGate(outline)].map(({ key, kind }) => questionId(key, kind)),
  );
}

/** The key under which `Nội dung` keeps why Google would not store a response. */
export const SET_ASIDE = '(phản hồi)';
/** What stands there instead of Google's words when it was longer than the system reads. */
export const NOT_READ = 'dài hơn mức hệ thống đọc được';

/** The key under which `Nội dung` keeps that a response came by a link that had been changed. */
export const FORMER_CODE = '(mã cũ)';

/** The key under which `Nội dung` keeps the answer to a question that the outline did not know when it came. */
export function unknownKey(id: string): string {
  return `?${id}`;
}

/**
 * The key under which `Nội dung` keeps what a unit wrote of more time: no row of an outline asks that, and releases that do
 * not know it either keep it so.
 */
export const MORE_TIME = unknownKey(questionId(identification.moreTime.key, identification.moreTime.kind));

export function isUnknownKey(key: string): boolean {
  return key.startsWith('?');
}

/** The question of a stored answer; one unknown when it came may be known by now, as when its row was being typed in. */
export function knownKey(stored: string, byId: ReadonlyMap<string, OutlineQuestion>): string {
  return isUnknownKey(stored) ? (byId.get(stored.slice(1))?.question ?? stored) : stored;
}
