import type { Context } from 'hono';
import type { z } from 'zod';
import { malformed, readJsonObject, unknownName } from '../google-error.ts';

/** The full names Google puts into its sentence about a wrong enum, by the member that holds it. */
const enumNames: Record<string, string> = {
  emailCollectionType: 'FormSettings.EmailCollectionType',
  type: 'ChoiceQuestion.ChoiceType',
  goToAction: 'Option.GoToAction',
  eventType: 'EventType',
  alignment: 'MediaProperties.Alignment',
  iconType: 'RatingQuestion.RatingIconType',
};
const protoTypes: Record<string, string> = {
  string: 'TYPE_STRING',
  int: 'TYPE_INT32',
  number: 'TYPE_INT32',
  boolean: 'TYPE_BOOL',
};

/** Reads a request by its schema; a member that is null counts as left out. @throws GoogleError as Google words it */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(withoutNulls(await readJsonObject(c)), { reportInput: true });
  if (read.success) return read.data;
  throw refusalOf(read.error.issues[0] as z.core.$ZodIssue);
}

function refusalOf(issue: z.core.$ZodIssue) {
  const path = protoPath(issue.path);
  if (issue.code === 'unrecognized_keys') return unknownName(issue.keys[0] ?? '', path);
  const last = issue.path.at(-1);
  const isEnum = issue.code === 'invalid_value' && typeof last === 'string';
  const expected = issue.code === 'invalid_type' ? (protoTypes[issue.expected] ?? 'TYPE_MESSAGE') : 'TYPE_MESSAGE';
  const type = isEnum ? `type.googleapis.com/google.apps.forms.v1.${enumNames[last] ?? last}` : expected;
  return malformed(path, `Invalid value at '${path}' (${type}), ${JSON.stringify(issue.input)}`);
}

/** `requests[0].update_settings.settings`: Google names places in snake_case. */
function protoPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${snakeCase(String(step))}`));
  return steps.join('').replace(/^\./, '');
}

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
