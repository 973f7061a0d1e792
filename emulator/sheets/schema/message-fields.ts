import { cellsMessages } from './cells.ts';
import { chartsMessages } from './charts.ts';
import { enumerations } from './enumerations.ts';
import { repliesMessages } from './replies.ts';
import { requestsMessages } from './requests.ts';
import { rulesMessages } from './rules.ts';
import { sheetsMessages } from './sheets.ts';
import { valuesMessages } from './values.ts';

/**
 * The API's messages, one line each: `name:type`, where a type is `text int number bool mask json`, an enumeration,
 * another message, or a list `[type]`. `json` is taken as it comes; `unserved` is a name this emulator only knows.
 * Proto JSON leaves out zero, false and empty; a name with `!` is printed even then.
 */
const notation = {
  ...cellsMessages,
  ...chartsMessages,
  ...repliesMessages,
  ...requestsMessages,
  ...rulesMessages,
  ...sheetsMessages,
  ...valuesMessages,
};

export type MessageName = keyof typeof notation;

export type FieldType =
  | { kind: 'text' | 'int' | 'number' | 'bool' | 'mask' | 'json' | 'unserved' }
  | { kind: 'enumeration'; name: string; words: ReadonlySet<string>; unset: string }
  | { kind: 'message'; name: MessageName };

export type Field = {
  name: string;
  /** As refusals spell it. */
  snakeName: string;
  type: FieldType;
  isList: boolean;
  isPrintedAtZero: boolean;
  /** `color` beside `colorStyle` is the same thing in its older spelling; only the style is kept. */
  olderSpellingOf?: string;
};

export type Fields = ReadonlyMap<string, Field>;

const messages = new Map<MessageName, Fields>();
for (const [name, line] of Object.entries(notation)) messages.set(name as MessageName, readLine(line));

export function fieldsOf(name: MessageName): Fields {
  const fields = messages.get(name);
  if (!fields) throw new Error(`No message ${name}`);
  return fields;
}

function readLine(line: string): Fields {
  const words = line.trim().split(/\s+/).filter(Boolean);
  const fields = new Map<string, Field>();
  for (const word of words) {
    const field = readField(word);
    fields.set(field.name, field);
  }
  for (const field of fields.values()) {
    if (fields.has(`${field.name}Style`)) field.olderSpellingOf = `${field.name}Style`;
  }
  return fields;
}

function readField(word: string): Field {
  const [left = '', right = ''] = word.split(':');
  const isList = right.startsWith('[');
  const name = left.replace('!', '');
  return {
    name,
    snakeName: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    type: readType(isList ? right.slice(1, -1) : right),
    isList,
    isPrintedAtZero: left.endsWith('!'),
  };
}

function readType(word: string): FieldType {
  if (/^(text|int|number|bool|mask|json|unserved)$/.test(word)) return { kind: word } as FieldType;
  const enumeration = (enumerations as Record<string, string>)[word];
  if (enumeration === undefined) return { kind: 'message', name: word as MessageName };
  const words = enumeration.trim().split(/\s+/);
  return { kind: 'enumeration', name: word, words: new Set(words), unset: words[0] ?? '' };
}

/** The API takes `user_entered_value` wherever it takes `userEnteredValue`. */
export const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
