import type { Office } from '../../test/support/office.ts';
import { type RunOptions, syncThrough } from './runs.ts';

/** More calls than a run makes. */
const CALLS = 40;

/** A run in which the first attempt of each call is given up, and has its effect all the same when the second had its own. */
export async function syncTooLate({ workspace, breakGoogle }: Office, options: RunOptions): Promise<void> {
  await breakGoogle(
    ...Array.from({ length: CALLS }, (_, call) => ({ kind: 'late' as const, skip: 2 * call, times: 1 })),
  );
  await syncThrough(workspace, options);
}
