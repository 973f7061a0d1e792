import { Command, InvalidArgumentError } from 'commander';
import ora from 'ora';
import { type BugName, plant, plantedBugs } from '../proofs/simulation/planted-bugs.ts';
import type { Simulated } from '../proofs/simulation/simulate.ts';

const program = new Command('simulate')
  .description(
    'Plays years of rounds, cities, coordinators, outages and crashes through the real sync in seconds, and judges every mail.\n' +
      'Ends with 1 when anything was missed, repeated without cause, or sent to the wrong unit or at the wrong hour.',
  )
  .option('--years <n>', 'how many years', wholeNumber, 10)
  .option('--seed <s>', 'decides all that happens', wholeNumber, 1)
  .option('--from <year>', 'the first year; with --years 1 a finding is played again', wholeNumber, 2026)
  .option(
    '--plant <bug>',
    `plants a known bug, to show that it is caught: ${Object.keys(plantedBugs).join(', ')}`,
    bugName,
  )
  .option('--register', 'plays the register of tasks alone, in every year')
  .option('--stop-at-first', 'ends at the first finding')
  .parse();

type Options = {
  years: number;
  seed: number;
  from: number;
  plant?: BugName;
  stopAtFirst?: boolean;
  register?: boolean;
};
const {
  years,
  seed,
  from,
  plant: bug,
  stopAtFirst: stopsAtFirst = false,
  register: isRegisterAlone = false,
} = program.opts<Options>();

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

function bugName(text: string): BugName {
  if (!Object.hasOwn(plantedBugs, text))
    throw new InvalidArgumentError(`One of: ${Object.keys(plantedBugs).join(', ')}.`);
  return text as BugName;
}

/** A planted bug must be there before the first module of the product is loaded. */
async function play(): Promise<Simulated> {
  if (bug) plant(plantedBugs[bug]);
  const { simulate } = await import('../proofs/simulation/simulate.ts');
  const spinner = ora({ text: 'simulating', stream: process.stderr, isEnabled: process.stderr.isTTY }).start();
  const simulated = await simulate({ years, seed, from, stopsAtFirst, isRegisterAlone }, (done, { findings }) => {
    spinner.text = `${done} of ${years} years`;
    // Into a file each year is a line: whoever waits for twenty sees how they go.
    if (!process.stderr.isTTY) process.stderr.write(`${spinner.text}, ${findings.length} findings in the last\n`);
  });
  spinner.stop();
  return simulated;
}

const { linesOf } = await import('../proofs/simulation/report.ts');
const simulated = await play();
process.stdout.write(`${linesOf(simulated, { years, seed, from }).join('\n')}\n`);
process.exitCode = simulated.findings.length > 0 ? 1 : 0;
