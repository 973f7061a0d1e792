import { randomInt } from 'node:crypto';
import { invalidArgument } from '../google-error.ts';
import { type Item, questionsOf, type WireItem } from './item-schema.ts';

/** Item and question ids are the numbers below 2^31 as eight hex digits. */
const idFormat = /^[0-7][0-9a-f]{7}$/;

const randomId = () =>
  randomInt(2 ** 31)
    .toString(16)
    .padStart(8, '0');

/** Every id the items use, their questions' included: one id never names two things in a form. */
export const idsOf = (items: readonly WireItem[]): string[] =>
  items.flatMap((item) => [item.itemId, ...questionsOf(item).map(({ questionId }) => questionId)]).filter(isGiven);

const isGiven = (id: string | undefined): id is string => id !== undefined && id !== '';

/** The item with an id wherever it had none. @throws GoogleError for an id of a wrong format or one already used */
export function withIds(item: WireItem, usedElsewhere: readonly string[]): Item {
  const used = new Set(usedElsewhere);
  for (const id of idsOf([item])) {
    if (!idFormat.test(id)) throw invalidArgument(`Invalid ID: ${id}`);
    if (used.has(id)) throw invalidArgument(`Duplicate ID: ${id}`);
    used.add(id);
  }
  const fresh = (id: string | undefined): string => {
    if (isGiven(id)) return id;
    const candidate = randomId();
    if (used.has(candidate)) return fresh(undefined);
    used.add(candidate);
    return candidate;
  };
  const whole: Item = { ...structuredClone(item), itemId: fresh(item.itemId) };
  for (const question of questionsOf(whole)) question.questionId = fresh(question.questionId);
  return whole;
}
