import { registerHooks } from 'node:module';

type Edit = { readonly file: string; readonly find: string; readonly put: string };
export type PlantedBug = { readonly about: string; readonly edits: readonly Edit[] };

const SYNC = 'functions/sync/sync.ts';
const POLICY = 'functions/domain/notices/plan-notices.ts';

/** Mistakes that are easy to make in a loop like this one, and with what people and strangers write. The simulation must catch each. */
export const plantedBugs = {
  'tasks-unseen': {
    about: 'mail about a task goes in the run that first sees it',
    edits: [
      {
        file: 'functions/domain/notices/owed/reasons-to-rest.ts',
        find: 'return status.shownAt && status.approvedAt ? null : NOT_SHOWN;',
        put: 'return null;',
      },
    ],
  },
  'late-by-an-untold-day': {
    about: 'a day that a coordinator set for a task counts although its agency heard of it only then',
    edits: [
      {
        file: 'functions/domain/notices/owed/task-obligation.ts',
        find: 'const told = changed > 0 || !isWritten ? tellings[changed] : undefined;',
        put: 'const told = undefined as TaskTelling | undefined;',
      },
    ],
  },
  'leaders-beside-the-missed': {
    about: 'the leaders hear every month beside a late notice that was missed and only now asks for an answer',
    edits: [
      {
        file: 'functions/domain/notices/owed/leaders-reports.ts',
        find: 'isAhead: isMissed, isUnreachable: false',
        put: 'isAhead: false, isUnreachable: false',
      },
    ],
  },
  'chases-at-rest': {
    about: 'a task whose reminders rest goes on being chased',
    edits: [
      {
        file: 'functions/domain/standing/task-statuses.ts',
        find: "?.decision === 'Tạm dừng nhắc',\n    extension",
        put: "?.decision === 'Nhắc trở lại',\n    extension",
      },
    ],
  },
  'task-cells-act': {
    about: 'a deadline typed over that of an approved task acts at once',
    edits: [
      {
        file: 'functions/domain/standing/task-statuses.ts',
        find: 'const isSame = recorded === approvalText(task);',
        put: 'const isSame = approvalText(task) !== null;',
      },
    ],
  },
  'helpers-at-a-glance': {
    about: 'who takes part in a task is told in the run that first sees it',
    edits: [
      {
        file: 'functions/domain/notices/owed/tasks-to-help.ts',
        find: 'return reasons.includes(null) ? (shownAt ? null : NOT_SHOWN) :',
        put: 'return reasons.includes(null) ? null :',
      },
    ],
  },
  'helpers-told-anew': {
    about: 'who went along with another mail as taking part is told once more by a mail of its own',
    edits: [
      {
        file: 'functions/domain/notices/owed/tasks-to-help.ts',
        find: 'entry.sentAt ?? wentAlong(entry, sent) ?? []',
        put: 'entry.sentAt ?? []',
      },
      {
        file: 'functions/domain/notices/owed/tasks-to-help.ts',
        find: "toldAt === null && entries.some(({ state }) => state === 'gộp vào thư mạnh hơn')",
        put: 'false',
      },
    ],
  },
  'asks-who-was-called-late': {
    about: 'whoever was called late is asked how things stand when a task is approved anew',
    edits: [
      {
        file: 'functions/domain/notices/owed/task-obligation.ts',
        find: 'isOver(deadline, from) && !wasCalledLate;',
        put: 'isOver(deadline, from);',
      },
    ],
  },
  'joins-in-silence': {
    about: 'a task that goes along with the mail for another is not named in it',
    edits: [
      {
        file: 'functions/domain/notices/owed/tasks.ts',
        find: '.map((notice) => ({ ...notice, ...told })),',
        put: '.map((notice) => ({ ...notice, ...told, tasks: linesOf(desk, [one]) })),',
      },
    ],
  },
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
        put: "lane === null || kindOfLane !== 'hour' ? undefined : taken.get(lane)",
      },
    ],
  },
  'any-length': {
    about: 'what the system writes into a cell is as long as it was given',
    edits: [
      {
        file: 'sheets-schema/columns/text.ts',
        find: 'cellCodec(String, (value) => bounded(tidy(value), longest))',
        put: 'cellCodec(String, (value) => (bounded(value, longest), tidy(value)))',
      },
    ],
  },
  'gives-up-when-refused': {
    about: 'a batch that is refused for one response is given up',
    edits: [
      {
        file: 'functions/sync/refused-batch.ts',
        find: 'if (before.times === 0) return known;',
        put: 'if (before.times === 0) return null;',
      },
    ],
  },
  'repeats-without-end': {
    about: 'a mail whose answer is lost again and again is sent again and again',
    edits: [{ file: 'functions/domain/notices/fate.ts', find: 'MOST_UNCLEAR = 2;', put: 'MOST_UNCLEAR = 99;' }],
  },
  'one-wrong-address': {
    about: 'one address that is none takes the others of its cell with it',
    edits: [
      {
        file: 'sheets-schema/columns/email.ts',
        find: 'return addresses.length > 0 ? addresses : WRONG;',
        put: 'return readAddresses(String(cell)).wrong.length === 0 ? addresses : WRONG;',
      },
    ],
  },
  'believes-what-looks-right': {
    about: 'any code that looks like one is taken for the code of its unit',
    edits: [
      {
        file: 'functions/domain/links/codes.ts',
        find: 'equal(proof(secret, owner), shown)',
        put: 'proof(secret, owner).length === shown.length',
      },
    ],
  },
  'any-language': {
    about: 'nobody looks in which language the file reads days',
    edits: [
      {
        file: 'sheets-schema/zone.ts',
        find: "(locale === LOCALE || locale === 'vi') &&",
        put: "locale !== '' &&",
      },
    ],
  },
  'keys-as-they-come': {
    about: 'a slash in the id of a round parts the keys of its notices',
    edits: [
      {
        file: 'functions/domain/notices/ledger-key.ts',
        find: 'if (!/[%/@]/.test(part)) return part;',
        put: "if (part !== '') return part;",
      },
    ],
  },
  'as-many-as-sent': {
    about: 'each report has its receipt at once, each secret its alarm',
    edits: [
      {
        file: 'functions/domain/notices/send-on-day.ts',
        find: 'if (free && isBefore(at, free))',
        put: "if (free && kindOfLane !== 'hour' && isBefore(at, free))",
      },
    ],
  },
  'the-mark-alone': {
    about: 'an answer is a secret only where the mark stands alone on a line, in capitals',
    edits: [
      {
        file: 'functions/domain/reading/secrecy.ts',
        find: 'if (!MAY_HOLD_ONE.test(whole)) return false;',
        put: 'if (!/^(?:TỐI |TUYỆT )?MẬT$/m.test(text)) return false;',
      },
    ],
  },
  'trusts-a-spoilt-log': {
    about: 'a log with rows that nobody can read is taken as it is',
    edits: [
      {
        file: 'functions/outlook/doubts.ts',
        find: 'const unreadable = logs[name].broken.length;',
        put: 'const unreadable = 0;',
      },
    ],
  },
  'cells-move-deadlines': {
    about: 'a deadline typed into the row of an approved round applies at once',
    edits: [
      {
        file: 'functions/domain/standing/round-record.ts',
        find: 'effectiveDeadline: effective === null ? null : momentOfKey(effective),',
        put: 'effectiveDeadline: round.effectiveDeadline,',
      },
    ],
  },
  'approves-unseen': {
    about: 'an approval acts on values that no run has shown',
    edits: [
      {
        file: 'functions/domain/standing/round-record.ts',
        find: 'round.approved && isShown && oddDeadline(',
        put: 'round.approved && oddDeadline(',
      },
    ],
  },
  'late-at-once': {
    about: 'late steps count from the deadline, whenever the unit heard of it',
    edits: [
      {
        file: 'functions/domain/notices/owed/already-told.ts',
        find: 'if (at === null) return effective;',
        put: 'if (at !== undefined) return effective;',
      },
    ],
  },
  'answers-by-the-way': {
    about: 'an invitation after the deadline asks for an answer by a day, and nobody waits for it',
    edits: [
      {
        file: 'functions/domain/notices/owed/already-told.ts',
        find: 'return known.answerBy === null && answerBy !== null ?',
        put: 'return known === null ?',
      },
    ],
  },
  'extensions-take': {
    about: 'an extension sets the deadline to whatever day it names',
    edits: [
      {
        file: 'functions/domain/standing/decision-book.ts',
        find: 'return ONLY_GIVES.has(decision);',
        put: "return decision === 'Rút lại';",
      },
    ],
  },
  'given-unseen': {
    about: 'an extension that was withdrawn before anybody saw it is given',
    edits: [
      {
        file: 'functions/outlook/plan-changes.ts',
        find: 'decisionProblem(decision, known) === null && isGiven(decision) ?',
        put: 'decisionProblem(decision, known) === null ?',
      },
    ],
  },
  'late-while-typing': {
    about: 'cells that say something else than what was approved hold nothing',
    edits: [
      {
        file: 'functions/outlook/promises.ts',
        find: '...proposals.filter(({ column }) => decidesLateness.has(column)).map(proposalDoubt),',
        put: '',
      },
    ],
  },
  'moves-in-silence': {
    about: 'nobody is told of a deadline that moved',
    edits: [
      {
        file: 'functions/domain/notices/owed/deadline-news.ts',
        find: 'if (isSameDeadline(told.deadline, effective) && !late && !left) return [];',
        put: 'if (!left) return [];',
      },
    ],
  },
  'leaders-at-once': {
    about: 'the leadership hears before the time to answer is over',
    edits: [
      {
        file: 'functions/domain/notices/owed/leaders-reports.ts',
        find: 'later(stepDueAt, answeredBy)',
        put: 'stepDueAt',
      },
    ],
  },
  'reminds-at-every-step': {
    about: 'who was given two days is reminded as often as who was given two weeks',
    edits: [
      {
        file: 'functions/domain/notices/owed/rungs.ts',
        find: '(rung.step > 0 || isTactful(rung)) &&',
        put: '',
      },
    ],
  },
  'asks-who-left': {
    about: 'a unit that left the round is asked on',
    edits: [
      {
        file: 'functions/domain/standing/expected-units.ts',
        find: "if (decision === 'Rút đơn vị') asked.delete(unit);",
        put: "if (decision === 'Rút đơn vị') continue;",
      },
    ],
  },
  'late-while-untold': {
    about: 'a unit is called late by a deadline before it is told of it',
    edits: [
      {
        file: 'functions/domain/notices/owed/ladder.ts',
        find: '?? (rung.step > 0 ? untold(desk, status) : null)',
        put: '',
      },
      {
        file: 'functions/domain/notices/owed/ladder.ts',
        find: 'rank: kinds[kind].rank + rung.step / 1000,',
        put: 'rank: (rung.step > 0 ? 900 : kinds[kind].rank) + rung.step / 1000,',
      },
    ],
  },
  'silent-in-doubt': {
    about: 'the mail that tells of doubts rests with all others while something is in doubt',
    edits: [
      {
        file: 'functions/domain/notices/fate.ts',
        find: 'const distrust = tellsOfDoubts(notice) && !notice.moot ? null : doubt;',
        put: 'const distrust = doubt;',
      },
    ],
  },
  'silent-when-off': {
    about: 'mail that is off silences the word that it is off',
    edits: [
      {
        file: 'functions/domain/notices/fate.ts',
        find: "if (desk.settings.mail !== 'Bật' && !(tellsOfDoubts(notice) && isMissed(desk))) return MAIL_OFF;",
        put: "if (desk.settings.mail !== 'Bật') return MAIL_OFF;",
      },
    ],
  },
  'nobody-in-their-place': {
    about: 'when no coordinator can be reached nobody is told',
    edits: [
      { file: 'functions/domain/notices/owed/digests.ts', find: 'if (!alertTo) return others;', put: 'return others;' },
    ],
  },
  'only-news-is-told': {
    about: 'a morning without other news tells nothing of what stands still',
    edits: [
      {
        file: 'functions/domain/notices/owed/digests.ts',
        find: '(desk.still ?? []).some((one) => isToldOn(desk, one, day))',
        put: '(desk.still ?? []).some(() => false)',
      },
    ],
  },
  'supplements-without-end': {
    about: 'what lacks is asked for anew after each report, whatever day was named',
    edits: [
      {
        file: 'functions/domain/notices/owed/supplements.ts',
        find: 'return named ? later(',
        put: 'return named === undefined ? later(',
      },
    ],
  },
} as const satisfies Record<string, PlantedBug>;
export type BugName = keyof typeof plantedBugs;

/**
 * Makes modules loaded from now on carry a bug.
 * @throws when the text to be changed is not there: then the bug must be planted anew.
 */
export function plant({ edits }: PlantedBug): void {
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
