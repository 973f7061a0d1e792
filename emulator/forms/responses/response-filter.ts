import { Temporal } from 'temporal-polyfill';
import { invalidArgument } from '../../google-error.ts';
import type { StoredResponse } from './stored-response.ts';

const comparison = /^timestamp\s*(>=|>)\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z)$/;

/**
 * Reads `timestamp > N` or `timestamp >= N`, the only filters there are; N is RFC 3339 in UTC down to nanoseconds, and
 * the timestamp is that of the latest submission. @throws GoogleError for any other text
 */
export function readFilter(text: string): (response: StoredResponse) => boolean {
  if (text === '') return () => true;
  const [, operator, instant = ''] = comparison.exec(text.trim()) ?? [];
  const bound = operator && nanosOf(instant);
  if (typeof bound !== 'bigint') throw invalidArgument(`Invalid filter: ${text}`);
  return ({ lastMicros }) => lastMicros * 1000n > bound || (operator === '>=' && lastMicros * 1000n === bound);
}

function nanosOf(instant: string): bigint | null {
  try {
    return Temporal.Instant.from(instant).epochNanoseconds;
  } catch {
    return null;
  }
}
