import { LOWEST_WRITER, RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { problem } from '../shared/problem.ts';
import type { Bookkeeping } from './bookkeeping.ts';

/**
 * Nothing of a file is believed, written or mailed by code that would misread it.
 * @throws workbook.newer
 */
export function assertUnderstood({ lowestWriter, release }: Bookkeeping): void {
  if (lowestWriter > SCHEMA_VERSION) throw problem('workbook.newer', [release]);
}

/**
 * For commands that write logs by place and do not bring a file up themselves.
 * @throws workbook.newer, workbook.older
 */
export function assertCurrent(book: Bookkeeping): void {
  assertUnderstood(book);
  if (isOlder(book)) throw problem('workbook.older', []);
}

/** Whether the system's tabs are those of an earlier release. */
export function isOlder({ schema }: Bookkeeping): boolean {
  return schema.system < SCHEMA_VERSION;
}

/** The cells once the system's tabs are as this release has them. */
export function broughtUp(book: Bookkeeping): Bookkeeping {
  return {
    ...book,
    schema: { ...book.schema, system: Math.max(book.schema.system, SCHEMA_VERSION) },
    lowestWriter: Math.max(book.lowestWriter, LOWEST_WRITER),
    release: RELEASE,
  };
}
