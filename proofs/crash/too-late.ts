import type { Office } from '../../test/support/office.ts';
import { type RunOptions, syncThrough } from './runs.ts';

/** Longer than any call of these scenes takes, milliseconds. */
const PATIENCE = 300;

/** The first attempt has its effect all the same: after the client gave it up, and mostly after the second had its own. */
export const TOO_LATE = PATIENCE + 100;

/** More calls than a run makes. */
const CALLS = 40;

/** A run in which the first attempt of each call comes too late, and the second in time. */
export async function syncTooLate({ workspace, breakGoogle }: Office, options: RunOptions): Promise<void> {
  const delays = Array.from({ length: CALLS }, (_, call) => ({ ms: TOO_LATE, skip: 2 * call, times: 1 }));
  await breakGoogle(...delays.map((delay) => ({ kind: 'delay' as const, ...delay })));
  await syncThrough(workspace, { ...options, retries: { patience: PATIENCE } });
}
