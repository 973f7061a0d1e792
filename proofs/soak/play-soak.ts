import { createEmulator } from 'google-workspace-emulator';
import { sealedReports } from '../../sheets-schema/tabs/sealed.ts';
import type { Rewire } from '../crash/runs.ts';
import { drawAct } from './acts.ts';
import { firstDay, firstNight, type Life } from './life.ts';
import { quietPoint } from './quiet.ts';
import { bookOf, cellsOf, sheetOf } from './the-sheet.ts';
import { createWatch } from './watch.ts';

/** Steps after which everything comes to rest and a fresh file begins. */
const LIFE = 150;

/** Steps between two quiet points within a life. */
const QUIET = 75;

export type Soak = {
  readonly seed: number;
  /** The first and the last step; the life of the first is played from its beginning. */
  readonly from: number;
  readonly until: number;
  /** A bug that the soak must find. @default none */
  readonly plant?: Rewire;
  /** Told of each step. */
  readonly hear?: (step: number, what: string) => void;
};

export type Soaked = {
  readonly steps: number;
  readonly mails: number;
  readonly quietPoints: number;
  /** Files at whose end a closed round had been put away. */
  readonly putAway: number;
  /** How often each act came, by its name in acts.ts. */
  readonly acts: ReadonlyMap<string, number>;
  /** The first step after which something was not as it must be. */
  readonly failure: { readonly step: number; readonly what: string; readonly violations: readonly string[] } | null;
};

/** Plays random steps on one emulator and looks at everything after each. The seed and the life decide every draw. */
export async function playSoak({
  seed,
  from,
  until,
  plant = (ports) => ports,
  hear = () => {},
}: Soak): Promise<Soaked> {
  const emulator = await createEmulator({});
  const acts = new Map<string, number>();
  const tally = { steps: 0, mails: 0, quietPoints: 0, putAway: 0 };
  try {
    const births = [await firstDay(emulator), await firstNight(emulator)] as const;
    for (let first = from - ((from - 1) % LIFE); first <= until; first += LIFE) {
      const begin = births[((first - 1) / LIFE) % 2 === 0 ? 0 : 1];
      const failure = await playLife(begin(seed * 1_000_003 + first, plant), first, Math.min(first + LIFE - 1, until));
      if (failure) return { ...tally, acts, failure };
    }
    return { ...tally, acts, failure: null };
  } finally {
    await emulator.close();
  }

  async function playLife(life: Life, first: number, last: number): Promise<Soaked['failure']> {
    const watch = createWatch(life);
    for (let step = first; step <= last; step += 1) {
      const act = drawAct(life);
      const did = await act(life);
      const isQuiet = (step - first + 1) % QUIET === 0 || step === last;
      hear(step, did.what);
      const violations = [...(await watch(did))];
      if (violations.length === 0 && isQuiet) {
        violations.push(...(await quietPoint(life)));
        violations.push(...(await watch({ what: 'rest', isByPeople: true, isHurt: false, errors: [] })));
        tally.quietPoints += 1;
      }
      tally.steps += 1;
      acts.set(act.name, (acts.get(act.name) ?? 0) + 1);
      if (violations.length > 0) return { step, what: did.what, violations };
    }
    tally.mails += (await life.office.mails()).length;
    if (cellsOf(sheetOf(bookOf(life.office), sealedReports)).length > 1) tally.putAway += 1;
    return null;
  }
}
