import { invalidArgument } from '../google-error.ts';
import { checkLine } from './check-line.ts';
import type { ItemRules } from './item-rules.ts';
import type { ChoiceQuestion, Option } from './item-schema.ts';

/** @throws GoogleError for options the Forms API would refuse */
export function checkChoices({ type, options = [] }: ChoiceQuestion, rules: ItemRules): void {
  if (type === undefined || type === 'CHOICE_TYPE_UNSPECIFIED')
    throw invalidArgument('ChoiceQuestion.type is required');
  if (options.length === 0) throw invalidArgument('ChoiceQuestion.options is required');
  for (const option of options) {
    checkValue(option);
    checkDirections(option, type, rules);
    if (option.isOther && type === 'DROP_DOWN') throw invalidArgument('Cannot set option.isOther on DROP_DOWN');
  }
  if (!rules.allowsDuplicateOptions) checkDistinct(options);
  if (!rules.allowsPartialNavigation && options.some(leads) && !options.every(leads)) {
    throw invalidArgument('Either all options or none must have a goTo');
  }
}

/** The columns of a grid are plain choices: no "Other", no way to another section. */
export function checkGridColumns(columns: ChoiceQuestion, rules: ItemRules): void {
  checkChoices(columns, rules);
  if (columns.type === 'DROP_DOWN') throw invalidArgument('Grid columns must be RADIO or CHECKBOX');
  for (const option of columns.options ?? []) {
    if (option.isOther) throw invalidArgument('Cannot set option.isOther in a grid');
    if (leads(option)) throw invalidArgument('Cannot set option.goTo in a grid');
  }
}

function checkValue({ value, isOther }: Option): void {
  if (isOther && value) throw invalidArgument('Cannot set option.value when isOther is true');
  if (!isOther && !value) throw invalidArgument('option.value was not provided');
  checkLine(value);
}

const leads = ({ goToAction, goToSectionId }: Option) => goToAction !== undefined || goToSectionId !== undefined;

function checkDirections(option: Option, type: ChoiceQuestion['type'], { sections }: ItemRules): void {
  if (!leads(option)) return;
  if (type === 'CHECKBOX') throw invalidArgument('Cannot set option.goTo on CHECKBOX');
  const { goToAction, goToSectionId } = option;
  if (goToAction !== undefined && goToSectionId !== undefined) {
    throw invalidArgument('Only one of option.goToAction and option.goToSectionId can be set');
  }
  if (goToAction === 'GO_TO_ACTION_UNSPECIFIED') throw invalidArgument('option.goToAction is invalid');
  if (goToSectionId !== undefined && !sections.has(goToSectionId)) {
    throw invalidArgument(`option.goToSectionId does not name a section: ${goToSectionId}`);
  }
}

function checkDistinct(options: readonly Option[]): void {
  const values = options.map(({ value, isOther }) => (isOther ? '' : value));
  const repeated = values.find((value, n) => values.indexOf(value) !== n);
  if (repeated !== undefined) throw invalidArgument(`Duplicate option value: ${repeated || 'Other'}`);
}
