import { invalidArgument } from '../google-error.ts';
import type { BooleanCondition } from './model.ts';

/** How many values a kind of condition takes, from the first number to the second; one where it is not listed. */
const counts: Readonly<Record<string, readonly [number, number]>> = {
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  DATE_IS_VALID: [0, 0],
  TEXT_IS_EMAIL: [0, 0],
  TEXT_IS_URL: [0, 0],
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  DATE_BETWEEN: [2, 2],
  DATE_NOT_BETWEEN: [2, 2],
  // A checkbox may name its own two words.
  BOOLEAN: [0, 2],
  ONE_OF_LIST: [1, Number.POSITIVE_INFINITY],
};

/** Refuses a condition with the wrong number of values. The API words this itself, in English whatever the file. */
export function refuseCondition(condition: BooleanCondition | undefined): void {
  const { type, values = [] } = condition ?? {};
  if (!type || type === 'CONDITION_TYPE_UNSPECIFIED') throw invalidArgument('condition.type must be specified.');
  const [least, most] = counts[type] ?? [1, 1];
  if (values.length < least || values.length > most) {
    const supplied = `but ${values.length} values were supplied.`;
    throw invalidArgument(`ConditionType '${type}' requires ${wanted(least, most)}, ${supplied}`);
  }
  if (type === 'ONE_OF_RANGE' && !values[0]?.userEnteredValue?.startsWith('=')) {
    throw invalidArgument("ConditionType 'ONE_OF_RANGE' requires a range that starts with '='.");
  }
}

function wanted(least: number, most: number): string {
  const words = ['no', 'one', 'two'];
  const plural = most === 1 ? 'ConditionValue' : 'ConditionValues';
  return least === most ? `exactly ${words[least]} ${plural}` : `at least ${words[least]} ${plural}`;
}

/** Data validation moreover takes no relative dates. */
export function refuseValidation(condition: BooleanCondition | undefined): void {
  refuseCondition(condition);
  if (condition?.values?.some(({ relativeDate }) => relativeDate !== undefined)) {
    throw invalidArgument('Relative dates are not supported in data validation.');
  }
}
