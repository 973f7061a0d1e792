import { defineConfig } from 'vitest/config';
import { sourceFiles } from './support/import-graph.ts';
import { testsByKind } from './support/kinds.ts';

// What Node has compiled is kept for the next process: each that runs tests, and each program that a test starts.
process.env['NODE_COMPILE_CACHE'] ??= new URL('../node_modules/.cache/node-compile', import.meta.url).pathname;

export const usual = {
  root: new URL('..', import.meta.url).pathname,
  env: { TZ: 'UTC' },
  setupFiles: [new URL('./support/properties.ts', import.meta.url).pathname],
  // Only so that what hangs ends: a machine that has other work is slow, not wrong.
  testTimeout: 300_000,
  hookTimeout: 120_000,
  retry: 0,
  // One more than the cores of a small machine: some tests wait for a program, or for a server that is slow on purpose.
  maxWorkers: 3,
  // No test leaves anything behind that another could meet; Node reads our sources as they stand.
  isolate: false,
  experimental: { viteModuleRunner: false, nodeLoader: false },
};

export function project(name: string, include: readonly string[], more = {}) {
  return { extends: true as const, test: { name, include: [...include], ...more } };
}

/** Nothing that a rule's test leaves behind matters to another: a gate plays them in an order of its own each time. */
function orderOf(kind: string) {
  return kind === 'rules' && process.env['CI'] === 'true' ? { sequence: { shuffle: true } } : {};
}

/** One project a kind of test. What the long set plays besides stands in `proofs/vitest.config.ts`. */
export default defineConfig({
  test: {
    ...usual,
    projects: Object.entries(testsByKind(sourceFiles())).map(([kind, files]) => project(kind, files, orderOf(kind))),
  },
});
