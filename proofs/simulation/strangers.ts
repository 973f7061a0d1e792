import { HOUR } from './calendar.ts';
import { send } from './cities.ts';
import { CITIES } from './demands.ts';
import type { Flaw } from './model-responses.ts';
import type { OfficeRound } from './office.ts';
import type { World } from './world.ts';

const FLAWS: readonly [Flaw | null, ...(Flaw | null)[]] = [
  'secret',
  'secret',
  'unstorable',
  'year',
  'long fields',
  'hostile words',
  'huge',
  null,
];

/** Anybody can answer the form: somebody does, in a city's name, once or many times in a row. */
export function expectStrangers(world: World, round: OfficeRound, closesAt: number, wake: () => void): void {
  const random = world.random.fork();
  if (!random.chance(0.4)) return;
  for (let visit = random.int(1, 3); visit > 0; visit -= 1) {
    const from = round.opensAt + random.next() * (closesAt - round.opensAt);
    const unit = random.pick(CITIES);
    for (let answer = random.pick([1, 1, 2, 6]); answer > 0; answer -= 1) {
      const stranger = { isCodeRight: false, isReal: true, lacks: false, isStranger: true, flaw: random.pick(FLAWS) };
      world.agenda.note(from + random.next() * HOUR, () => send(world, { round: round.id, unit, ...stranger }, wake));
    }
  }
}
