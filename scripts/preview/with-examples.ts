import type { Letter } from '../../functions/ports.ts';
import { exampleView, type TemplateVariable } from '../../sheets-schema/notice-kinds/variables.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What is blank because it has not happened yet, such as the code of a report, is shown by the example of its name. A list
 * that is known to be empty stays so.
 */
export function withExamples(variables: readonly TemplateVariable[], values: Values): Letter['variables'] {
  const filled = variables.map((variable) => [variable.name, filledIn(variable, values[variable.name])]);
  return { ...values, ...Object.fromEntries(filled) } as Letter['variables'];
}

function filledIn(variable: TemplateVariable, value: unknown): unknown {
  if (variable.kind === 'flag') return value ?? variable.example;
  if (variable.kind === 'text') return value === undefined || value === '' ? variable.example : value;
  if (!Array.isArray(value)) return [exampleView(variable.fields)];
  return (value as readonly Values[]).map((row) => withExamples(variable.fields, row));
}
