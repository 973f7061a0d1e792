import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { machine } from '../../test/support/machine.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', '.git', 'dist']);

type Planted = {
  readonly about: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** The test that must fail, and the name of one in it. */
  readonly checker: string;
  readonly named: string;
};

/** What would run in production unpinned, or with more than it needs. */
const planted: readonly Planted[] = [
  {
    about: 'the pages may read the key of the links',
    file: 'scripts/deploy.sh',
    find: 'keep_secret LINK_SECRET "$LINK_SECRET" register-run',
    put: 'keep_secret LINK_SECRET "$LINK_SECRET" register-run register-pages',
    checker: 'proofs/deployed/deploy.test.ts',
    named: 'are these and no others',
  },
  {
    about: 'a function that only machines call is open to the outside',
    file: 'scripts/deploy.sh',
    find: 'deploy renew-watch renewWatch register-care 1 internal-only',
    put: 'deploy renew-watch renewWatch register-care 1 all',
    checker: 'proofs/deployed/deploy.test.ts',
    named: 'whom nobody outside calls is not reached from there',
  },
  {
    about: 'what is installed is not known by its sum',
    file: 'scripts/build/deployed-lock.ts',
    find: 'kept.set(place, locked);',
    put: "kept.set(place, { ...locked, integrity: '' });",
    checker: 'test/build/bundle.test.ts',
    named: 'locks what is installed',
  },
];

/** Runs one test of a copy of the sources in which a line is another. @returns what it says; nothing when it passes */
function saidOfCopy({ file, find, put, checker, named }: Planted): string {
  const copy = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(ROOT, path)) });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const source = readFileSync(join(copy, file), 'utf8');
    if (!source.includes(find)) throw new Error(`The planted bug finds no "${find}" in ${file}.`);
    writeFileSync(join(copy, file), source.replace(find, put));
    const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts'];
    const run = spawnSync(process.execPath, [...vitest, checker, '-t', named], {
      cwd: copy,
      env: { ...machine, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    return run.status === 0 ? '' : run.stdout;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test.each(planted.map((one) => [one.about, one] as const))('a planted bug is caught: %s', (_, one) => {
  expect(saidOfCopy(one)).toMatch(new RegExp(`×.*${one.named}`));
});
