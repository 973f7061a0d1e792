import { createHash } from 'node:crypto';
import { remember } from '../../../sheets-schema/remember.ts';

/**
 * The id of a form item or question, from its key alone, so that it survives rewording and a second provisioning meets
 * the same form. Fact: google-forms, ids are 8 hexadecimal digits, the first 0-7.
 */
const formId = remember((key: string) => {
  const [first = 0, ...rest] = createHash('sha256').update(`form/${key}`).digest().subarray(0, 4);
  return Buffer.from([first & 0x7f, ...rest]).toString('hex');
});

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
