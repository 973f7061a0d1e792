import type { Change } from '../change.ts';

/** A random id as the API gives sheets, charts, filters and protections: positive, 31 bits, not in use. */
export function newNumber(change: Change, isTaken: (id: number) => boolean): number {
  for (;;) {
    let id = 0;
    for (const letter of change.context.newId(12)) id = (id * 61 + letter.charCodeAt(0)) % 2_147_483_647;
    if (id > 0 && !isTaken(id)) return id;
  }
}
