import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { BugName } from './planted-bugs.ts';

const command = fileURLToPath(new URL('./soak.ts', import.meta.url));

/** In a process of its own: a bug is planted before the first module of the product is loaded. */
function soak(...options: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout || stderr });
    });
  });
}

const seen = {
  'closes-on-a-half-typed-row': 'a run closed the form of an open round',
} as const satisfies Record<BugName, string>;

test.each(Object.entries(seen))('a planted bug is caught: %s', async (bug, words) => {
  const { code, output } = await soak('--steps', '2000', '--seed', '1', '--plant', bug);
  expect(code, output).toBe(1);
  expect(output).toContain(words);
});
