import { registerHooks } from 'node:module';

type Edit = { readonly file: string; readonly find: string; readonly put: string };
type PlantedBug = { readonly about: string; readonly edits: readonly Edit[] };

const SYNC = 'functions/sync/sync.ts';
const POLICY = 'functions/domain/notices/plan-notices.ts';

/** Mistakes that are easy to make in a loop like this one. The simulation must catch each of them. */
export const plantedBugs = {
  'claims-after-sending': {
    about: 'mails are sent first and claimed with their results',
    edits: [
      {
        file: SYNC,
        find: 'const token = ports.newToken();',
        put: 'if (plan.toSend.length > 0) { await deliverAll(run, plan, basis); plan.toSend.length = 0; plan.isSent = true; } const token = ports.newToken();',
      },
      // What was sent early stays in hand until it is written.
      { file: SYNC, find: 'run.sentRows = [];', put: 'if (!plan.isSent) run.sentRows = [];' },
    ],
  },
  'exactly-n-days': {
    about: 'a step is due on its day alone, instead of from its day on',
    edits: [
      {
        file: POLICY,
        find: "isBefore(desk.now, dueAt) ? 'coming' : 'due'",
        put: "isBefore(desk.now, dueAt) || isBefore(dueAt.add({ hours: 15 }), desk.now) ? 'coming' : 'due'",
      },
    ],
  },
  'forgets-results': {
    about: 'what was mailed is forgotten when a refused commit is planned again',
    edits: [{ file: SYNC, find: 'run.disputes += 1;', put: 'run.disputes += 1; run.sentRows = [];' }],
  },
  'asks-who-filed': {
    about: 'a report that came between planning and sending stops nothing',
    edits: [
      {
        file: 'functions/domain/notices/owed/owe.ts',
        find: 'if (filedAt === null ||',
        put: 'if (filedAt !== undefined ||',
      },
    ],
  },
  'any-hour': {
    about: 'mails go as soon as they are due',
    edits: [
      {
        file: 'functions/domain/notices/fate.ts',
        find: "hours === 'windows' ? calendar.nextSendAt(from) : from",
        put: 'hours === null ? calendar.nextSendAt(from) : from',
      },
    ],
  },
  'two-a-day': {
    about: 'a unit gets all its mails at once',
    edits: [
      {
        file: 'functions/domain/notices/send-on-day.ts',
        find: 'lane === null ? undefined : taken.get(lane)',
        put: "lane === null ? undefined : taken.get('')",
      },
    ],
  },
} as const satisfies Record<string, PlantedBug>;
export type BugName = keyof typeof plantedBugs;

/**
 * Makes modules loaded from now on carry a bug.
 * @throws when the text to be changed is not there: then the bug must be planted anew.
 */
export function plant(name: BugName): void {
  const { edits }: PlantedBug = plantedBugs[name];
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const own = edits.filter(({ file }) => url.endsWith(file));
      if (own.length === 0) return loaded;
      return { ...loaded, source: own.reduce(edited, String(loaded.source)) };
    },
  });
}

function edited(source: string, { file, find, put }: Edit): string {
  if (!source.includes(find)) throw new Error(`The planted bug finds no "${find}" in ${file}.`);
  return source.replace(find, put);
}
