import type { PlantedBug } from '../simulation/planted-bugs.ts';

/** Mistakes that show on the emulator alone. The soak must catch each. */
export const plantedBugs = {
  'closes-on-a-half-typed-row': {
    about: 'a round whose row cannot be read is taken for one that is not open',
    edits: [
      {
        file: 'functions/form/form-rounds.ts',
        find: 'return mayBeOpen || lostOpenRound(rounds, book) !== null ? null : false;',
        put: 'return mayBeOpen && lostOpenRound(rounds, book) !== null ? false : false;',
      },
    ],
  },
} as const satisfies Record<string, PlantedBug>;

export type BugName = keyof typeof plantedBugs;
