import { Temporal } from 'temporal-polyfill';
import { Problem } from '../../functions/shared/problem.ts';
import { ZONE } from '../../sheets-schema/zone.ts';
import { dyingAt, type Gate } from '../crash/gates.ts';
import { arriveAgain } from '../crash/late-repeats.ts';
import { type RunOptions, syncThrough } from '../crash/runs.ts';
import { createTurns, type Turns } from '../crash/turns.ts';
import type { Did, Life } from './life.ts';
import { bookOf } from './the-sheet.ts';

type Ending = 'done' | 'died' | 'gave up';

/** One run, its steps taken one at a time. @param death what ends it; nothing may otherwise */
async function run(life: Life, turns: Turns, copy: number, death: Gate | null, mayGiveUp: boolean): Promise<Ending> {
  const turn = turns.gateOf(copy);
  const gate: Gate = death ? (name, act) => death(name, () => turn(name, act)) : turn;
  const options: RunOptions = { gate, rewire: life.rewire };
  try {
    await syncThrough(life.office.workspace, options);
    return 'done';
  } catch (error) {
    if (death && !(error instanceof Problem)) return 'died';
    if ((death || mayGiveUp) && error instanceof Problem) return 'gave up';
    throw error;
  } finally {
    turns.ended(copy);
  }
}

async function runs(
  life: Life,
  what: string,
  { copies = 1, dies = false, mayGiveUp = false, isMailHurt = false },
): Promise<Did> {
  const draw = (below: number) => life.random.int(0, below - 1);
  const turns = createTurns(copies, draw);
  const death = dies ? dyingAt({ step: draw(14), side: draw(2) === 0 ? 'before' : 'after' }) : null;
  const endings = await Promise.allSettled(
    Array.from({ length: copies }, (_, copy) => run(life, turns, copy, copy === 0 ? death : null, mayGiveUp)),
  );
  const errors = endings.flatMap((ending) => (ending.status === 'rejected' ? [`a run failed: ${ending.reason}`] : []));
  const ended = endings.map((ending) => (ending.status === 'fulfilled' ? ending.value : 'failed'));
  const isHurt = isMailHurt || ended.some((one) => one !== 'done');
  return { what: `${what}: ${ended.join(', ')}`, isByPeople: false, isHurt, errors };
}

export const calmRun = (life: Life): Promise<Did> => runs(life, 'a run', {});
export const dyingRun = (life: Life): Promise<Did> => runs(life, 'a run that may die', { dies: true });

/** Of the next night, or of the one it is: it may die, or meet a bad moment of Google. */
export async function nightRun(life: Life): Promise<Did> {
  const { clock } = life.office.workspace.emulator;
  const now = Temporal.Instant.from(clock.now()).toZonedDateTimeISO(ZONE);
  if (now.hour >= 5 || life.random.chance(0.7)) clock.set(now.startOfDay().add({ days: 1, hours: 1 }).toInstant());
  return life.random.pick([calmRun, calmRun, dyingRun, runsAtOnce, runAgainstGoogle] as const)(life);
}

export function runsAtOnce(life: Life): Promise<Did> {
  const copies = life.random.int(2, 3);
  const dies = life.random.chance(0.3);
  return runs(life, `${copies} runs at once${dies ? ', one may die' : ''}`, { copies, dies });
}

const KINDS = ['429', '500', '503', 'drop-before', 'drop-after'] as const;

/** Some calls fail, now and then so often that the run gives up. */
export async function runAgainstGoogle(life: Life): Promise<Did> {
  const { office, random } = life;
  const faults = Array.from({ length: random.int(1, 3) }, () => ({
    kind: random.pick(KINDS),
    skip: random.int(0, 6),
    times: random.chance(0.15) ? 9 : 1,
  }));
  await office.breakGoogle(...faults);
  const done = await runs(life, `a run against ${JSON.stringify(faults)}`, { mayGiveUp: true });
  await office.breakGoogle();
  return done;
}

const MAIL_KINDS = [
  'refuse-permanent',
  'refuse-temporary',
  'drop-before-data',
  'drop-after-data',
  'answer-late',
] as const;
/** Whose mail meets it: everybody's, one city's, the second address of a cell. */
const MAIL_TO = ['', 'hpg', 'hai@'] as const;

/** The mail server has a bad moment. */
export async function runAgainstMail(life: Life): Promise<Did> {
  const { office, random } = life;
  const fault = {
    kind: random.pick(MAIL_KINDS),
    to: random.pick(MAIL_TO),
    ms: 5,
    skip: random.int(0, 3),
    times: random.chance(0.3) ? 99 : random.int(1, 3),
  };
  await office.breakMail(fault);
  const isMailHurt = fault.kind === 'drop-after-data';
  const done = await runs(life, `a run against mail ${JSON.stringify(fault)}`, { mayGiveUp: true, isMailHurt });
  await office.breakMail();
  return done;
}

/** Old commits that hung on their way arrive now. One whose claim was never used may pass: it arrives for the first time. */
export async function lateRepeat({ office, random, commits }: Life): Promise<Did> {
  const errors: string[] = [];
  for (let left = random.int(1, 3); left > 0; left -= 1) {
    const commit = commits[random.int(0, commits.length - 1)];
    if (!commit) continue;
    const wasUsed = bookOf(office).metadata.has(commit.claim);
    const [outcome] = await arriveAgain(office.workspace, [commit]);
    if (wasUsed && outcome !== 'claim-used') errors.push(`commit ${commit.claim} was ${outcome} a second time`);
  }
  return { what: 'old commits arrive', isByPeople: false, isHurt: false, errors };
}
