import { below, type Mask } from './field-mask.ts';
import { type Field, fieldsOf, type MessageName } from './schema/message-fields.ts';

type Json = Record<string, unknown>;

/**
 * A message as proto JSON prints it: zero, false, empty text, empty lists and the unset word are left out, an empty
 * message stays `{}`, and only what the mask means is there at all.
 */
export function printMessage(name: MessageName, message: object, mask: Mask = 'all'): Json {
  const printed: Json = {};
  for (const field of fieldsOf(name).values()) {
    const meant = below(mask, field.name);
    const value = meant === undefined ? undefined : kept(message as Json, field);
    if (meant === undefined || value === undefined || value === null) continue;
    if (isDefault(field, value)) continue;
    printed[field.name] = printValue(field, value, meant);
  }
  return printed;
}

/** A colour is kept as a style only; the older spelling is printed beside it. */
function kept(message: Json, field: Field): unknown {
  if (field.olderSpellingOf === undefined) return message[field.name];
  return (message[field.olderSpellingOf] as Json | undefined)?.['rgbColor'];
}

function isDefault(field: Field, value: unknown): boolean {
  if (field.isPrintedAtZero) return false;
  if (field.isList) return (value as unknown[]).length === 0;
  return value === 0 || value === false || value === '' || isUnset(field, value);
}

const isUnset = (field: Field, value: unknown): boolean =>
  field.type.kind === 'enumeration' && value === field.type.unset && field.type.unset.includes('UNSPECIFIED');

function printValue(field: Field, value: unknown, mask: Mask): unknown {
  if (field.type.kind !== 'message') return value;
  const { name } = field.type;
  if (!field.isList) return printMessage(name, value as object, mask);
  return (value as object[]).map((item) => printMessage(name, item, mask));
}
