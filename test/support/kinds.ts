import { importsOf, sourceFiles } from './import-graph.ts';

/** The kinds of tests, by what a test has to start. */
const KINDS = ['rules', 'adapters', 'stories', 'emulator', 'proofs', 'browser'] as const;
type Kind = (typeof KINDS)[number];

/** What no rule touches: other programs, sockets, the clients of the services. */
const OUTSIDE =
  /^(?:esbuild|googleapis|imapflow|nodemailer|smtp-server|playwright-core|google-workspace-emulator|@hono\/node-server)|^node:(?:child_process|http|https|net)$/;
const PROGRAMS = 'node:child_process';
const EMULATOR = /^google-workspace-emulator|^emulator\/server\.ts$/;

/** Where the real functions are wired to the outside. */
const FUNCTIONS = 'functions/app.ts';

/**
 * Every test file by its kind. Those of `emulator/`, `proofs/` and `test/browser/` are told by their place; of the others
 * a story runs the functions on the emulator, a rule reaches nothing outside, and the test of an adapter does the rest.
 */
export function testsByKind(files = sourceFiles()): Readonly<Record<Kind, readonly string[]>> {
  const reached = reachIn(files);
  const kinds = Map.groupBy(testsIn(files), (file) => kindOf(file, reached(file)));
  return Object.fromEntries(KINDS.map((kind) => [kind, kinds.get(kind) ?? []])) as Record<Kind, string[]>;
}

/** Test files that try properties, of every kind but the proofs. */
export function propertyTests(files = sourceFiles()): readonly string[] {
  const reached = reachIn(files);
  return testsIn(files).filter((file) => !file.startsWith('proofs/') && reached(file).has('fast-check'));
}

const testsIn = (files: ReadonlyMap<string, string>) => [...files.keys()].filter((file) => file.endsWith('.test.ts'));

function kindOf(file: string, reached: ReadonlySet<string>): Kind {
  if (file.startsWith('emulator/')) return 'emulator';
  if (file.startsWith('proofs/')) return 'proofs';
  if (file.startsWith('test/browser/')) return 'browser';
  const all = [...reached];
  const isPlayed = reached.has(FUNCTIONS) && all.some((one) => EMULATOR.test(one));
  if (isPlayed && !reached.has(PROGRAMS)) return 'stories';
  return all.some((one) => OUTSIDE.test(one)) ? 'adapters' : 'rules';
}

const TYPES_ONLY = /\b(?:import|export) type\b[^'";]*\bfrom '[^']+'/g;

/** What a file loads when it runs, by whatever way: our own files and packages. Types are not loaded. */
function reachIn(files: ReadonlyMap<string, string>): (file: string) => ReadonlySet<string> {
  const loads = new Map(
    [...files].map(([file, text]) => [file, importsOf(file, text.replaceAll(TYPES_ONLY, '')).imports]),
  );
  return (start) => {
    const reached = new Set([start]);
    for (const file of reached) for (const next of loads.get(file) ?? []) reached.add(next);
    return reached;
  };
}
