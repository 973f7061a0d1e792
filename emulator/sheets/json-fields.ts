import { invalidArgument, malformed, notImplemented, unknownName } from '../google-error.ts';
import { camelCase, type Field, type FieldType, fieldsOf, type MessageName } from './schema/message-fields.ts';

type Json = Record<string, unknown>;

/**
 * Reads a message as strictly as the API does: a member without a field and a value of the wrong kind are refused,
 * `null` is the same as leaving a member out. `path` is where the message stands, in the API's snake case.
 */
export function readMessage<T>(name: MessageName, json: unknown, path = ''): T {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw wrongValue(path, messageType(name), json);
  const fields = fieldsOf(name);
  const message: Json = {};
  for (const key in json) {
    const value = (json as Json)[key];
    if (value === null || value === undefined) continue;
    const field = fields.get(key) ?? fields.get(camelCase(key));
    if (!field) throw unknownName(key, path);
    set(message, field, readField(field, value, path === '' ? field.snakeName : `${path}.${field.snakeName}`));
  }
  return message as T;
}

/** A colour in the older spelling becomes a style; where both are given the style wins, as documented. */
function set(message: Json, field: Field, value: unknown): void {
  if (field.olderSpellingOf === undefined) message[field.name] = value;
  else message[field.olderSpellingOf] ??= { rgbColor: value };
}

function readField(field: Field, value: unknown, path: string): unknown {
  if (field.type.kind === 'json') return value;
  if (!field.isList) return readValue(field.type, value, path);
  if (!Array.isArray(value)) throw wrongValue(path, typeName(field.type), value);
  const { type } = field;
  return value.map((item, index) => readValue(type, item, `${path}[${index}]`));
}

function readValue(type: FieldType, value: unknown, path: string): unknown {
  if (Array.isArray(value) && type.kind !== 'json') throw notRepeating(path);
  switch (type.kind) {
    case 'message':
      return type.name === 'Color' ? readColor(value, path) : readMessage(type.name, value, path);
    case 'json':
      return value;
    case 'unserved':
      throw notImplemented(`spreadsheets.batchUpdate ${camelCase(path.replace(/^.*\./, ''))}`);
    default:
      return readScalar(type, value, path);
  }
}

function readScalar(type: FieldType, value: unknown, path: string): unknown {
  const read = scalar(type, value);
  if (read === undefined) throw wrongValue(path, typeName(type), value);
  return read;
}

function scalar(type: FieldType, value: unknown): unknown {
  if (type.kind === 'bool') return booleanOf(value);
  if (type.kind === 'number') return numberOf(value);
  if (type.kind === 'int') return integerOf(value);
  if (type.kind === 'enumeration') return typeof value === 'string' && type.words.has(value) ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Query parameters and proto JSON accept the words as well; queries in any case. */
function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function integerOf(value: unknown): number | undefined {
  const number = numberOf(value);
  const fits = number !== undefined && Number.isInteger(number) && Math.abs(number) <= 2_147_483_648;
  return fits && number < 2_147_483_648 ? number : undefined;
}

/** Colours are kept in eight bits a channel, so 0.5 reads back as 0.49803922. */
function readColor(value: unknown, path: string): unknown {
  const color = readMessage<Record<string, number>>('Color', value, path);
  for (const channel in color) {
    const part = color[channel] ?? 0;
    if (part < 0 || part > 1) throw invalidArgument(`Invalid value at '${path}.${channel}': ${part} is not in [0, 1].`);
    color[channel] = Number(Math.fround(Math.trunc(part * 255 + 0.0001) / 255).toPrecision(8));
  }
  return color;
}

const messageType = (name: string): string => `type.googleapis.com/google.apps.sheets.v4.${name}`;

function typeName(type: FieldType): string {
  if (type.kind === 'message' || type.kind === 'enumeration') return messageType(type.name);
  const names: Record<string, string> = { int: 'TYPE_INT32', number: 'TYPE_DOUBLE', bool: 'TYPE_BOOL' };
  return names[type.kind] ?? 'TYPE_STRING';
}

function wrongValue(path: string, type: string, value: unknown): Error {
  return malformed(path, `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);
}

function notRepeating(path: string): Error {
  const [, place = '', name = path] = /^(?:(.*)\.)?([^.]*)$/.exec(path) ?? [];
  const at = place === '' ? '' : ` at '${place}'`;
  const sentence = `Unknown name "${name}"${at}: Proto field is not repeating, cannot start list.`;
  return malformed(place, `Invalid JSON payload received. ${sentence}`);
}
