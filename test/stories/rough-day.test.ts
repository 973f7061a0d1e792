import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playDays, STAGES } from '../../proofs/people/days.ts';
import { outcomeOf } from '../../proofs/people/outcome.ts';
import { damagingActs, harmlessActs, type PersonAct } from '../../proofs/people/person-acts.ts';
import { useOffice } from '../support/office.ts';
import { numRuns } from '../support/properties.ts';

const office = useOffice();
const calmOffice = useOffice();
const calm: { outcome?: Awaited<ReturnType<typeof outcomeOf>> } = {};

/** How days end on which nobody touches what need not be touched; played once. */
async function calmOutcome() {
  if (!calm.outcome) {
    await playDays(calmOffice, () => []);
    calm.outcome = await outcomeOf(calmOffice);
  }
  return calm.outcome;
}

const hands = [...harmlessActs, ...damagingActs];

test('a rough day with every hand once ends like a calm day with the same content', async () => {
  const expected = await calmOutcome();
  await playDays(office, (stage) => hands.filter((_, index) => STAGES - 1 - (index % STAGES) === stage));
  expect(await outcomeOf(office)).toEqual(expected);
});

/** A decision can be erased once it was acted on, and a row of the ledger once it is there. */
function isPlayable({ name }: PersonAct, stage: number): boolean {
  return stage > 0 || !['an erased decision', 'a row of the ledger is written over'].includes(name);
}

/** What one hand took away another cannot find: of two that would, the first is played. */
const takers = [
  ['the key of the round is emptied', 'the key of the round is changed', 'the round is copied'],
  ['the list of units is emptied', 'the code of a unit is changed'],
  ['the row of a contact is deleted', 'a contact is given', 'an address'],
];
function oneTaker(some: readonly PersonAct[]): readonly PersonAct[] {
  const rivalsOf = ({ name }: PersonAct) => takers.find((names) => names.some((start) => name.startsWith(start)));
  return some.filter((hand, index) => {
    const rivals = rivalsOf(hand);
    return !rivals || some.findIndex((other) => rivalsOf(other) === rivals) === index;
  });
}

/** Up to three hands at each stage. */
const anyDays = fc
  .array(fc.subarray(hands, { maxLength: 3 }), { minLength: STAGES, maxLength: STAGES })
  .map((days) => days.map((some, stage) => oneTaker(some.filter((hand) => isPlayable(hand, stage)))));

const DAYS = numRuns(1, 50);

test.each(fc.sample(anyDays, { numRuns: DAYS, seed: 382 }).map((days, index) => [index + 1, days] as const))(
  'rough days number %i, with any hands at any time, end like calm ones',
  async (_, days) => {
    const expected = await calmOutcome();
    await playDays(office, (stage) => days[stage] ?? []);
    const played = JSON.stringify(days.map((some) => some.map(({ name }) => name)));
    expect(await outcomeOf(office), played).toEqual(expected);
  },
);
