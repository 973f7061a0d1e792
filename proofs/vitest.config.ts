import { defineConfig } from 'vitest/config';
import { sourceFiles } from '../test/support/import-graph.ts';
import { propertyTests, testsByKind } from '../test/support/kinds.ts';
import { switches } from '../test/support/switches.ts';
import { project, usual } from '../test/vitest.config.ts';

const files = sourceFiles();
const kinds = testsByKind(files);

/** Every way at once in which Google may behave otherwise than expected. */
const OTHERWISE = switches.join();

/**
 * What a gate has played once already and leaves to `npm run test:otherwise`: stories of what is decided, of the mail
 * server, of files of former releases and of damage, which no answer of Google's changes, and the crashes, which are most
 * of the time that playing everything anew takes.
 */
const LEFT_OUT = new RegExp(
  [
    '^proofs/crash/',
    '^test/(?:releases|security|build|scripts)/',
    '^test/upkeep/(?:archive|doctor|personal-data)/',
    '/stories/(?:promises|calendar|letters|renamed|decisions-without-effect|papers|whose-report|silence|locks)[.]',
    '/stories/(?:owed-recipients|round-ids|any-answer|damage|second-letter|comfort|rehearsal)[.]',
    '/stories/(?:mail-outage|mail-failures|rough-day)[.]',
  ].join('|'),
);
const isGate = process.env['CI'] === 'true';
const SHARE = 0.1;
if (isGate) {
  console.log(`Under all switches a gate leaves out ${LEFT_OUT.source}; npm run test:otherwise has them.`);
  console.log(`Properties are tried at ${SHARE} of their length; npm run test:long tries all of it.`);
}

/** What plays the program on the emulator; the story of each switch sets its own. */
const played = [...kinds.stories, ...kinds.adapters, ...kinds.proofs]
  .filter((file) => kinds.stories.includes(file) || /^(?:test\/google|proofs\/crash)\//.test(file))
  // The second holds a file of a former release against today's, cell by cell: Google is to be the same for both.
  .filter((file) => !/\/(?:unknown-behaviours|releases\/releases)\.test\.ts$/.test(file))
  // Where rows come to stand under all switches is the story of a sealed round.
  .filter((file) => !file.endsWith('crash/sealing.test.ts') && !(isGate && LEFT_OUT.test(file)));

/**
 * The long set: the proofs, the pages in a browser, every property at full length, and the program's own tests where
 * Google behaves otherwise in everything that nobody knows.
 */
export default defineConfig({
  test: {
    ...usual,
    testTimeout: 600_000,
    projects: [
      project('proofs', kinds.proofs),
      project('browser', kinds.browser),
      project('properties', propertyTests(files), {
        env: { LONG_PROOFS: '1', ...(isGate && { PROPERTY_SHARE: String(SHARE) }) },
      }),
      project('otherwise', played, { env: { EMULATOR_SWITCHES: OTHERWISE } }),
    ],
  },
});
