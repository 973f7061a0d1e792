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

const count = ({ output }: Ending, words: string) => Number(new RegExp(`^ *(\\d+)  ${words}`, 'm').exec(output)?.[1]);

/** How each bug shows itself, and a year of seed 1 in which it does. */
const seen = {
  'claims-after-sending': { words: 'repeated without a crash', year: 2026 },
  'exactly-n-days': { words: 'missed', year: 2026 },
  'forgets-results': { words: 'repeated without a crash', year: 2026 },
  'asks-who-filed': { words: 'sent to a unit whose report', year: 2026 },
  'any-hour': { words: 'sent outside hours', year: 2026 },
  'two-a-day': { words: 'second mail of a day', year: 2028 },
} as const satisfies Record<keyof typeof plantedBugs, { words: string; year: number }>;

const oneYear = (year: number) => ['--years', '1', '--seed', '1', '--from', String(year)];

test.each(Object.entries(seen))('a planted bug is caught: %s', async (bug, { words, year }) => {
  const ending = await simulate(...oneYear(year), '--stop-at-first', '--plant', bug);
  expect(ending.code, ending.output).toBe(1);
  expect(count(ending, words), ending.output).toBeGreaterThan(0);
});

test('the same year without a bug has nothing to report', async () => {
  const ending = await simulate(...oneYear(2026));
  expect(ending.code, ending.output).toBe(0);
  expect(count(ending, 'missed')).toBe(0);
});
