import { createHash } from 'node:crypto';
import type { FormItem } from '../ports.ts';

/** A short hash of anything JSON, for telling whether it changed. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

/** The same for an item as we want it and as the API gives it back. */
export function itemHash(item: FormItem): string {
  return hashOf(comparable(item));
}

type Info = { readonly title: string; readonly description: string };

export function infoHash({ title, description }: Info): string {
  return hashOf([title, description]);
}

/** Whether two are alike but for blanks and for how a letter with its marks is written: what a service may tidy. */
export function areAlike(one: FormItem | Info, other: FormItem | Info): boolean {
  return hashOf(comparable(one, tidy)) === hashOf(comparable(other, tidy));
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** An item with its keys in one order and defaults left out, as the API answers. */
function comparable(value: unknown, worded = (text: string) => text): unknown {
  if (typeof value === 'string') return worded(value);
  if (Array.isArray(value)) return value.map((one) => comparable(one, worded));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([, held]) => held !== false && held !== '' && held !== null && held !== undefined,
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, comparable(held, worded)]),
  );
}
