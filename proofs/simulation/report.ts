import { dayOf, isoDay, minuteOf } from './calendar.ts';
import type { Offence } from './oracle.ts';
import type { Simulated, Simulation } from './simulate.ts';

/** What must be 0, in words. */
const OFFENCES: Readonly<Record<Offence, string>> = {
  missed: 'missed',
  repeated: 'repeated without a crash or lost answer',
  'changed id': 'repeated under another Message-ID',
  'to who had filed': 'sent to a unit whose report the run could read',
  'outside hours': 'sent outside hours',
  'two a day': 'second mail of a day to a unit',
  'two an hour': 'second receipt of an hour to a unit, too many words of secrets',
  'while held': 'sent while something held it',
  'not due': 'sent before it was due, or about another deadline',
  contradicted: 'that name another deadline than the unit was told, and are no news of one',
  'late untold': 'that call late by a day not told a whole working day before',
  'leaders too soon': 'reports to the leadership before the time to answer was over',
  'wrong address': 'sent to an address that is not the unit’s',
  'secret copied': 'answers marked as state secrets that were copied into the sheet',
  'lost report': 'reports never recorded',
  'broken log': 'reports recorded twice, notices that go on after their end, rows miscounted',
  'left open': 'notices begun and never ended',
  'silent morning': 'working mornings without a word while something stood still',
  failed: 'runs that failed though nothing disturbed them',
  unaccounted: 'days of which the logs give no full account (verify-ledger)',
};

const MOST_SHOWN = 20;

/** The outcome as lines: what was played, each count that must be 0, and where to look when one is not. */
export function linesOf(simulated: Simulated, { years, seed, from }: Simulation): readonly string[] {
  const { runs, died, mails, repeatsAfterCrash, checked, mornings, findings } = simulated;
  const count = (offence: string) => findings.filter((finding) => finding.offence === offence).length;
  return [
    `${years} years from ${from}, seed ${seed}: ${runs} runs (${died} died or failed), ${mails} mails, ${checked} runs after which nothing owed may be left`,
    `${mornings} mornings of these on which something stood still and somebody must be told`,
    ...Object.entries(OFFENCES).map(([offence, words]) => `${String(count(offence)).padStart(6)}  ${words}`),
    `${String(repeatsAfterCrash).padStart(6)}  repeated once after a crash or lost answer, under the same Message-ID`,
    ...findings
      .slice(0, MOST_SHOWN)
      .map((finding) => `  ${shown(finding)}: simulate --years 1 --seed ${seed} --from ${finding.year}`),
    ...(findings.length > MOST_SHOWN ? [`  … and ${findings.length - MOST_SHOWN} more`] : []),
  ];
}

function shown({ offence, at, what, run }: Simulated['findings'][number]): string {
  const minute = minuteOf(at);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${offence} at ${isoDay(dayOf(at))} ${time}, run ${run}: ${what}`;
}
