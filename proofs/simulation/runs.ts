import { Temporal } from 'temporal-polyfill';
import type { Commit, CommitOutcome, Mail, Mailer, Responses, SendOutcome, Workbook } from '../../functions/ports.ts';
import { Problem } from '../../functions/shared/problem.ts';
import { type SyncPorts, type SyncSummary, sync } from '../../functions/sync/sync.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { changes, reports } from '../../sheets-schema/tabs/logs.ts';
import type { Agenda } from './agenda.ts';
import { blankMail } from './blank-mail.ts';
import { MINUTE } from './calendar.ts';
import { type Fault, type FaultPlan, forever, gaveUp, type Step } from './faults.ts';
import { createModelMailer } from './model-mailer.ts';
import { LINK_SECRET } from './model-responses.ts';
import { commitTo, createModelWorkbook, type ModelFile } from './model-workbook.ts';
import type { Office } from './office.ts';
import type { Random } from './random.ts';
import { type Bindings, type Reading, readingOf, type StillBook } from './record.ts';

/** The platform ends a run after this; a claim's lease is longer. */
const LONGEST_RUN = 9 * MINUTE;
/** No mail is begun after this. */
const LONGEST_MAILING = 5 * MINUTE;
/** A request the client gave up on has its effect within this, or never. */
const LONGEST_STRAY = 10 * MINUTE;
const MAIL_DOMAIN = 'boxaydung.example';

/** One run of `sync`, as the world sees it. */
export type Run = {
  readonly number: number;
  readonly startedAt: number;
  /** When it last read the sheet, and the responses. */
  sheetReadAt: number;
  formReadAt: number;
  state: 'running' | 'done' | 'failed' | 'dead';
  endedAt: number;
  /** Something went wrong in it, whether it noticed or not. */
  isHurt: boolean;
  /** Another run went on at the same time. */
  isAlone: boolean;
  summary: SyncSummary | null;
};

type Post = {
  /** What the mail server does with a mail that reaches it. */
  accept(mail: Mail, run: Run): SendOutcome;
  /** The mail was tried and its fate is not what the server's answer says. */
  disturbed(mail: Mail, run: Run, fault: Fault): void;
};

export type RunWorld = {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly file: ModelFile;
  readonly office: Office;
  readonly bindings: Bindings;
  readonly still: StillBook;
  /** What stands still at this moment. */
  readonly causes: () => readonly string[];
  /** Who hears when no coordinator can be reached. */
  readonly alertTo: string | null;
  readonly responses: Responses;
  readonly post: Post;
  readonly ended: (run: Run) => void;
};

export type Runs = {
  /** Starts a run at the present moment. */
  start(faults: FaultPlan): void;
  /**
   * Plays all runs under way to their ends, step by step in an order drawn by chance.
   * @throws what a run threw that is no known problem.
   */
  play(): Promise<void>;
  readonly count: () => number;
};

type Waiter = { readonly run: Run; readonly pass: () => void };

/**
 * Plays runs of the real `sync`. Every step of every run waits for its turn, so that any two runs interleave in an order
 * the seed decides, and the clock moves with each step.
 */
export function createRuns(world: RunWorld): Runs {
  const { agenda, random } = world;
  const alive = new Set<Run>();
  const waiting: Waiter[] = [];
  let started = 0;
  let tokens = 0;
  /** No fault of the simulated world: the product itself broke. */
  let unexpected: unknown = null;

  const end = (run: Run, state: 'done' | 'failed' | 'dead') => {
    if (run.state !== 'running') return;
    run.state = state;
    run.endedAt = agenda.now();
    alive.delete(run);
    world.ended(run);
  };
  const turn = (run: Run) =>
    new Promise<void>((pass) => {
      waiting.push({ run, pass });
    });

  function start(faults: FaultPlan): void {
    const run: Run = {
      number: ++started,
      startedAt: agenda.now(),
      sheetReadAt: agenda.now(),
      formReadAt: agenda.now(),
      state: 'running',
      endedAt: 0,
      isHurt: false,
      isAlone: alive.size === 0,
      summary: null,
    };
    for (const other of alive) other.isAlone = false;
    alive.add(run);
    const ports = portsOf(world, run, { faults, turn, die: () => end(run, 'dead'), newToken: () => `s${++tokens}` });
    sync(ports, {
      now: Temporal.Instant.fromEpochMilliseconds(run.startedAt),
      linkSecret: LINK_SECRET,
      mailDomain: MAIL_DOMAIN,
      alertTo: world.alertTo,
    }).then(
      (summary) => {
        run.summary = summary;
        end(run, 'done');
      },
      (error: unknown) => {
        if (!(error instanceof Problem)) unexpected ??= error;
        end(run, 'failed');
      },
    );
  }

  async function play(): Promise<void> {
    for (;;) {
      await drained();
      if (unexpected !== null) throw unexpected;
      if (alive.size === 0) return;
      const [next] = waiting.splice(random.int(0, waiting.length - 1), 1);
      if (!next) throw new Error('A run waits for something the simulation does not know.');
      if (next.run.state !== 'running') continue;
      agenda.advanceTo(agenda.now() + random.int(40, 1500));
      if (agenda.now() - next.run.startedAt > LONGEST_RUN) {
        next.run.isHurt = true;
        end(next.run, 'dead');
      } else next.pass();
    }
  }

  return { start, play, count: () => started };
}

/** Everything that can go on without a turn has gone on. */
function drained(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

type Guide = {
  readonly faults: FaultPlan;
  readonly turn: (run: Run) => Promise<void>;
  readonly die: () => void;
  readonly newToken: () => string;
};

function portsOf(world: RunWorld, run: Run, guide: Guide): SyncPorts {
  const { agenda, file, office } = world;
  const workbook = createModelWorkbook(file);
  let reading = readingOf(office);
  let causes = world.causes();
  const through = createPassage(world, run, guide);
  return {
    workbook: {
      ...workbook,
      read: (ranges) =>
        through('read', () => {
          run.sheetReadAt = agenda.now();
          reading = readingOf(office);
          causes = world.causes();
          return workbook.read(ranges);
        }),
      tabs: () => through('read', () => workbook.tabs()),
      highestClaim: () => through('claims', () => workbook.highestClaim()),
      commit(commit) {
        const done = recorderOf(world, commit, { reading, causes, startedAt: run.startedAt });
        return through('commit', async () => done(await workbook.commit(commit)), strayCommit(world, commit, done));
      },
    } satisfies Workbook,
    responses: {
      formId: world.responses.formId,
      since: (...asked) =>
        through('responses', () => {
          run.formReadAt = agenda.now();
          return world.responses.since(...asked);
        }),
      submissions: () => through('responses', () => world.responses.submissions()),
    },
    mailer: mailerOf(world, run, guide),
    follower: { follow: async (_, { formHash, look }) => ({ hash: formHash, changed: false, looked: look }) },
    writeMail: blankMail,
    newToken: guide.newToken,
    hasTime: () => agenda.now() - run.startedAt < LONGEST_MAILING,
  };
}

/** What a commit puts on record is known once it is done; one that only takes in reports puts nothing else there. */
function recorderOf(
  { bindings, still }: RunWorld,
  commit: Commit,
  {
    reading,
    causes,
    startedAt,
  }: { readonly reading: Reading; readonly causes: readonly string[]; readonly startedAt: number },
): (outcome: CommitOutcome) => CommitOutcome {
  const isWritten = ({ sheetId }: Tab) => commit.changes.some((change) => change.sheetId === sheetId);
  const decides = isWritten(changes) || !isWritten(reports);
  return (outcome) => {
    if (outcome.kind !== 'done' || !decides) return outcome;
    bindings.written(reading, startedAt);
    still.written(causes, startedAt);
    return outcome;
  };
}

function strayCommit(
  { agenda, random, file }: RunWorld,
  commit: Commit,
  done: (outcome: CommitOutcome) => CommitOutcome,
): () => void {
  return () => {
    agenda.note(agenda.now() + random.int(1, LONGEST_STRAY), () => void done(commitTo(file, commit)));
  };
}

/** Takes a call of the run through its turn and whatever happens to it. @param stray makes a lost request arrive later. */
function createPassage({ agenda, random }: RunWorld, run: Run, { faults, turn, die }: Guide) {
  return async <T>(step: Step, effect: () => Promise<T>, stray: () => void = () => {}): Promise<T> => {
    await turn(run);
    const fault = faults(step);
    if (fault === null) return effect();
    if (fault === 'slow') {
      agenda.advanceTo(agenda.now() + random.int(1, 4 * MINUTE));
      return effect();
    }
    run.isHurt = true;
    if (fault === 'crash after' || fault === 'error after' || fault === 'again') await effect();
    if (fault === 'again') return effect();
    if (fault === 'stray') stray();
    if (fault.startsWith('crash')) die();
    if (fault.startsWith('crash')) return forever();
    throw gaveUp(step);
  };
}

function mailerOf({ agenda, random, post }: RunWorld, run: Run, { faults, turn, die }: Guide): Mailer {
  return createModelMailer({
    turn: () => turn(run),
    fault: () => faults('mail'),
    slow: (most) => agenda.advanceTo(agenda.now() + random.int(1, most)),
    accept: (mail) => post.accept(mail, run),
    disturbed(mail, fault) {
      run.isHurt = true;
      post.disturbed(mail, run, fault);
    },
    die,
  });
}
