import { Command, InvalidArgumentError } from 'commander';
import { plant } from '../simulation/planted-bugs.ts';
import { type BugName, plantedBugs } from './planted-bugs.ts';
import type { Soaked } from './play-soak.ts';

const program = new Command('soak')
  .description(
    'Plays random steps on the emulator: people type, sort, spoil and mend; cities file; runs go well, meet faults, die or\n' +
      'go at once; old commits arrive again; time goes on. After every step all that must hold is looked at.\n' +
      'Ends with 0 when it all held, with 1 at the first step after which something did not.',
  )
  .option('--steps <n>', 'how many steps', wholeNumber, 2000)
  .option('--seed <s>', 'decides all that happens', wholeNumber, 1)
  .option('--from <step>', 'goes on at the file this step belongs to', wholeNumber, 1)
  .option('--until <step>', 'repeats one step: the file it happened to, told step by step', wholeNumber)
  .option(
    '--plant <bug>',
    `plants a known bug, to show that it is caught: ${Object.keys(plantedBugs).join(', ')}`,
    bugName,
  )
  .parse();

type Options = { steps: number; seed: number; from: number; until?: number; plant?: BugName };
const { steps, seed, from, until, plant: bug } = program.opts<Options>();

function bugName(text: string): BugName {
  if (!Object.hasOwn(plantedBugs, text))
    throw new InvalidArgumentError(`One of: ${Object.keys(plantedBugs).join(', ')}.`);
  return text as BugName;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return Number(text);
}

const started = performance.now();
const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;

/** Every thousand steps a line; when one step is repeated, a line for each that led to it. */
function hear(step: number, what: string): void {
  if (until !== undefined) process.stderr.write(`${step}  ${what}\n`);
  else if (step % 1000 === 0) process.stderr.write(`seed ${seed}: ${step} of ${steps} steps, ${seconds()}\n`);
}

function linesOf({ steps: played, mails, quietPoints, putAway, acts, failure }: Soaked): readonly string[] {
  const figures = `seed ${seed}: ${played} steps, ${mails} mails, ${quietPoints} quiet points, ${putAway} files with a round put away, ${seconds()}`;
  if (failure === null) {
    const counts = [...acts]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
    return [`${figures}: everything held`, ...counts];
  }
  return [
    figures,
    `step ${failure.step} (${failure.what}):`,
    ...failure.violations.map((violation) => `  ${violation}`),
    `again: npm run soak -- --seed ${seed} --until ${failure.step}`,
  ];
}

if (bug) plant(plantedBugs[bug]);
// A planted bug must be there before the first module of the product is loaded.
const { playSoak } = await import('./play-soak.ts');
const soaked = await playSoak({ seed, from: until ?? from, until: until ?? steps, hear });
process.stdout.write(`${linesOf(soaked).join('\n')}\n`);
process.exitCode = soaked.failure ? 1 : 0;
