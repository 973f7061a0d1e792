import { expect, test } from 'vitest';
import { useOffice } from '../support/office.ts';
import { type CrashPoint, dyingAt, recording } from './gates.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { lateUnits, nothingNew, openingRound, restored, reworded, type Scene, sixReports } from './scenes.ts';

const office = useOffice();

const situations: readonly (readonly [Scene, { readonly isRestoring: boolean }])[] = [
  [nothingNew, { isRestoring: false }],
  [openingRound, { isRestoring: false }],
  [sixReports, { isRestoring: false }],
  [lateUnits, { isRestoring: false }],
  [reworded, { isRestoring: false }],
  [restored, { isRestoring: true }],
];

/** Before and after each of the calls. */
function crashPoints(calls: readonly string[]): readonly (CrashPoint & { readonly name: string })[] {
  return calls.flatMap((name, step) => [
    { step, name, side: 'before' as const },
    { step, name, side: 'after' as const },
  ]);
}

test.each(situations)(
  '$name: a sync that ends before or after any call is made good',
  async (scene, options) => {
    const { quiet, play } = await stageOf(office, scene, options);
    const calls = recording();
    expect(
      violations(quiet, await play(() => syncThrough(office.workspace, { ...options, ...calls })), { copies: 1 }),
    ).toEqual([]);
    for (const point of crashPoints(calls.names)) {
      const outcome = await play(() =>
        syncThrough(office.workspace, { ...options, gate: dyingAt(point) }).catch(() => {}),
      );
      expect(violations(quiet, outcome, { copies: 2 }), `${point.side} ${point.name}, call ${point.step}`).toEqual([]);
    }
  },
  120_000,
);
