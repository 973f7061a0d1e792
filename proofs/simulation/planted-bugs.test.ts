import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { plantedBugs } from './planted-bugs.ts';

const command = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));

type Ending = { readonly code: number; readonly output: string };

/** In a process of its own: a bug is planted before the first module of the product is loaded. */
function simulate(...options: readonly string[]): Promise<Ending> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout || stderr });
    });
  });
}

const count = ({ output }: Ending, words: string) => Number(new RegExp(`^ *(\\d+)  .*${words}`, 'm').exec(output)?.[1]);

/** How each bug shows itself first: one of these. */
const seen = {
  'tasks-unseen': ['while something held it'],
  'late-by-an-untold-day': ['not told a whole working day before'],
  'leaders-beside-the-missed': ['before the time to answer'],
  'chases-at-rest': ['while something held it'],
  'task-cells-act': ['while something held it'],
  'helpers-at-a-glance': ['while something held it'],
  'helpers-told-anew': ['repeated without a crash'],
  'asks-who-was-called-late': ['repeated without a crash'],
  'joins-in-silence': ['missed'],
  'claims-after-sending': ['repeated without a crash', 'sent while something held it'],
  'exactly-n-days': ['missed'],
  'forgets-results': ['repeated without a crash'],
  'asks-who-filed': ['sent to a unit whose report'],
  'any-hour': ['sent outside hours'],
  'two-a-day': ['second mail of a day'],
  'any-length': ['missed', 'sent to a unit whose report'],
  'gives-up-when-refused': ['runs that failed'],
  'as-many-as-sent': ['second receipt of an hour'],
  'repeats-without-end': ['repeated without a crash'],
  'one-wrong-address': ['missed'],
  'believes-what-looks-right': ['missed', 'sent to a unit whose report', 'before it was due'],
  'any-language': ['sent while something held it'],
  'keys-as-they-come': ['missed', 'sent outside hours', 'second mail of a day', 'sent to a unit whose report'],
  'the-mark-alone': ['answers marked as state secrets'],
  'trusts-a-spoilt-log': ['sent while something held it', 'notices that go on after their end'],
  // Cells that move the deadline by themselves propose nothing, so nobody is told that they say something else.
  'cells-move-deadlines': ['before it was due', 'name another deadline', 'missed', 'working mornings without a word'],
  'approves-unseen': ['while something held it'],
  // Of a deadline that was over when it was told, the late steps are dropped and the leadership's comes at once.
  'late-at-once': ['not told a whole working day before', 'before it was due', 'before the time to answer'],
  'answers-by-the-way': ['not told a whole working day before', 'before it was due'],
  'extensions-take': ['missed', 'before it was due', 'name another deadline'],
  'given-unseen': ['missed', 'before it was due'],
  'late-while-typing': ['while something held it', 'working mornings without a word'],
  'moves-in-silence': ['missed'],
  'leaders-at-once': ['before the time to answer'],
  'reminds-at-every-step': ['before it was due'],
  'asks-who-left': ['while something held it'],
  'late-while-untold': ['not told a whole working day before'],
  'silent-in-doubt': ['without a word'],
  'silent-when-off': ['without a word'],
  'nobody-in-their-place': ['without a word'],
  // A morning without its digest is missed by whoever reads the logs as well.
  'only-news-is-told': ['without a word', 'no full account'],
  'supplements-without-end': ['before it was due'],
} as const satisfies Record<keyof typeof plantedBugs, readonly string[]>;

/** In some years nobody does what shows a bug. */
const YEARS = '12';

/** What meets in few years meets early in those of another seed: two mails of one day, say. */
const seeds: Readonly<Record<string, string>> = {
  'two-a-day': '2',
  'asks-who-was-called-late': '2',
  'joins-in-silence': '2',
};

/** The year in which a seed shows what it shows in few: each before it would take twenty seconds of processor time. */
const firstYears: Readonly<Record<string, string>> = {
  'answers-by-the-way': '2027',
  'late-at-once': '2027',
  'late-while-untold': '2027',
  'late-while-typing': '2027',
  'any-length': '2027',
  'chases-at-rest': '2027',
  'task-cells-act': '2027',
  'cells-move-deadlines': '2028',
  'reminds-at-every-step': '2028',
  'given-unseen': '2029',
  'one-wrong-address': '2029',
  'leaders-beside-the-missed': '2029',
  'silent-when-off': '2030',
  'tasks-unseen': '2031',
  'trusts-a-spoilt-log': '2032',
  'approves-unseen': '2032',
  'silent-in-doubt': '2032',
  'asks-who-was-called-late': '2035',
  'joins-in-silence': '2035',
  'any-language': '2036',
};

/** Shown by the register alone: its weeks are short, and played in every year. */
const OF_TASKS: ReadonlySet<string> = new Set([
  'tasks-unseen',
  'late-by-an-untold-day',
  'chases-at-rest',
  'helpers-at-a-glance',
  'helpers-told-anew',
]);

test.each(Object.entries(seen))('a planted bug is caught: %s', async (bug, ways) => {
  const ending = await simulate(
    '--years',
    YEARS,
    '--seed',
    seeds[bug] ?? '1',
    '--from',
    firstYears[bug] ?? '2026',
    '--stop-at-first',
    '--plant',
    bug,
    ...(OF_TASKS.has(bug) ? ['--register'] : []),
  );
  expect(ending.code, ending.output).toBe(1);
  expect(Math.max(...ways.map((words) => count(ending, words))), ending.output).toBeGreaterThan(0);
});

test('the same year without a bug has nothing to report', async () => {
  const ending = await simulate('--years', '1', '--seed', '1');
  expect(ending.code, ending.output).toBe(0);
  expect(count(ending, 'missed')).toBe(0);
});
