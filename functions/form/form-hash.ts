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

export function infoHash({ title, description }: { readonly title: string; readonly description: string }): string {
  return hashOf([title, description]);
}

/** An item with its keys in one order and defaults left out, as the API answers. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([, held]) => held !== false && held !== '' && held !== null && held !== undefined,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, comparable(held)]));
}
