import { mergeConfig } from 'vitest/config';
import { switches } from '../test/support/switches.ts';
import usual from '../test/vitest.config.ts';

/** Under these a test that counts calls, writes half-typed cells by the API or awaits a push has another tale to tell. */
const ownTale = [
  'forms.short-pages',
  'forms.late-visibility',
  'forms.drop-notifications',
  'sheets.strict-validation-refuses-api',
];

/** The product's own tests where Google behaves otherwise than expected, in every other way at once. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  {
    test: {
      include: ['test/{dashboard,documents,form,google,stories,sync,upkeep}/**/*.test.ts', 'proofs/crash/*.test.ts'],
      env: { EMULATOR_SWITCHES: switches.filter((name) => !ownTale.includes(name)).join() },
    },
  },
);
