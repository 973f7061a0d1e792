import type { Temporal } from 'temporal-polyfill';
import type { Workbook } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { commit } from '../../workbook/commit.ts';
import { type Erasure, erasureChanges } from './plan-erasure.ts';
import { type People, readPeople } from './read-people.ts';

export type ErasePorts = {
  readonly workbook: Workbook;
  /** A short random text that tells our own commit from others'. */
  readonly newToken: () => string;
};

/** Disputed commits in a row after which somebody has to try again later. */
const MOST_DISPUTES = 6;

/**
 * Blanks what `choose` picks, under a claim as every write to the file, and reads again until nothing is left to pick.
 * @returns how many rows were blanked
 * @throws commit.blocked when the file was restored; commit.disputed; google.unreachable; google.refused
 */
export async function erase(
  { workbook, newToken }: ErasePorts,
  choose: (people: People) => Erasure,
  now: Temporal.Instant,
): Promise<number> {
  let [erased, disputes] = [0, 0];
  let people = await readPeople(workbook);
  for (;;) {
    const erasure = choose(people);
    if (erasure.rows.length === 0) return erased;
    const token = newToken();
    const outcome = await commit(workbook, {
      bookkeeping: grown(people),
      changes: erasureChanges(erasure, now),
      token,
      places: new Map(),
    });
    const before = people.bookkeeping.revision;
    people = await readPeople(workbook);
    if (outcome.kind === 'done' || people.bookkeeping.token === token) {
      erased += erasure.rows.length;
      continue;
    }
    if (people.bookkeeping.revision === before) throw problem('commit.blocked', [before]);
    disputes += 1;
    if (disputes > MOST_DISPUTES) throw problem('commit.disputed', [disputes]);
  }
}

/** The record is one more row of `Nhật ký thay đổi`. */
function grown({ bookkeeping }: People): People['bookkeeping'] {
  return { ...bookkeeping, rows: { ...bookkeeping.rows, changes: bookkeeping.rows.changes + 1 } };
}
