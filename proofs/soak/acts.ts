import type { Did, Life } from './life.ts';
import {
  damagingAct,
  decideSomething,
  fileReport,
  harmlessAct,
  nextMorning,
  repair,
  strangerAnswers,
  typeSomething,
  waitAWhile,
} from './people-acts.ts';
import { calmRun, dyingRun, lateRepeat, nightRun, runAgainstGoogle, runAgainstMail, runsAtOnce } from './run-acts.ts';

type Act = (life: Life) => Promise<Did>;

/** How often each act is drawn, against the others. */
type Weighed = readonly (readonly [weight: number, act: Act])[];
const anyTime: Weighed = [
  [16, waitAWhile],
  [8, nextMorning],
  [20, fileReport],
  [4, strangerAnswers],
  [4.5, calmRun],
  [2.5, dyingRun],
  [1, runsAtOnce],
  [2.5, runAgainstGoogle],
  [1.5, runAgainstMail],
  [1, lateRepeat],
];
const whileAllIsWell: Weighed = [
  ...anyTime,
  [16, harmlessAct],
  [4, damagingAct],
  [14, typeSomething],
  [6, decideSomething],
];
const whileSpoilt: Weighed = [...anyTime, [6, nextMorning], [5, calmRun], [11, repair]];
const atNight: Weighed = [[14, nightRun]];

export function drawAct(life: Life): Act {
  const acts = [...(life.repair ? whileSpoilt : whileAllIsWell), ...(life.hasNights ? atNight : [])];
  let left = life.random.next() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act;
  }
  return waitAWhile;
}
