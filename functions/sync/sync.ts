import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { type LedgerRow, ledger } from '../../sheets-schema/tabs/logs.ts';
import { readsDaysAsMeant } from '../../sheets-schema/zone.ts';
import { secretMark } from '../domain/links/codes.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { FormFollower } from '../form/follow-form.ts';
import { mailSources } from '../letters/letter-sources.ts';
import { planLetter } from '../letters/plan-letter.ts';
import type { Bounces, Mailer, MailWriter, ResponsePart, Responses, WantedTexts, Workbook } from '../ports.ts';
import { Problem, problem } from '../shared/problem.ts';
import { type Bookkeeping, isHourPast, settingsText } from '../workbook/bookkeeping.ts';
import { commit, KEPT_REVISIONS } from '../workbook/commit.ts';
import { appendLog } from '../workbook/diff-grid.ts';
import { planMending } from '../workbook/log-damage.ts';
import { planUpgrade } from '../workbook/plan-upgrade.ts';
import { readSnapshot } from '../workbook/read-snapshot.ts';
import { countRows, mismatches, type Snapshot } from '../workbook/snapshot.ts';
import { readWholeTexts } from '../workbook/whole-texts.ts';
import { basisAfter } from './apply-plan.ts';
import { type AskedAgain, askAgain, judgedAgain } from './ask-again.ts';
import { cameBack } from './bounces.ts';
import { type Delivered, deliver, speaksOfLateReports } from './deliver.ts';
import type { Intake } from './intake.ts';
import { sentByHand, tidyOutbox } from './outbox.ts';
import {
  BATCH,
  type Basis,
  basisOf,
  claimRows,
  type JudgedPlan,
  type LogRows,
  planSync,
  type SyncContext,
  type SyncPlan,
  withRowCounts,
} from './plan-sync.ts';
import { afterRefusal, halfOfSuspects, NOTHING_REFUSED, type RefusedBatch } from './refused-batch.ts';
import { seal } from './seal.ts';

export type SyncPorts = {
  readonly workbook: Workbook;
  readonly responses: Responses;
  readonly mailer: Mailer;
  readonly follower: FormFollower;
  readonly writeMail: MailWriter;
  /** Absent where nobody named a mailbox. */
  readonly bounces?: Bounces | undefined;
  /** A short random text that tells our own commit from others'. */
  readonly newToken: () => string;
  /** False once the run has gone on so long that a claim might run out under a mail: what is left goes with the next run. */
  readonly hasTime: () => boolean;
  /** Seconds by which the machine's clock is ahead of what Google told; null when it told nothing. */
  readonly secondsAhead?: () => number | null;
};

export type SyncOptions = Pick<
  SyncContext,
  'linkSecret' | 'formerSecret' | 'alertTo' | 'mailDomain' | 'isRestoring'
> & {
  readonly now: Temporal.Instant;
  /** Somebody edited the live form, as far as who woke the run says: it is looked at now. */
  readonly isFormEdited?: boolean;
};

/** A run that found nothing to do puts a closed round away; the next one reads what it wrote. */
async function putAway(run: Run, plan: SyncPlan, snapshot: Snapshot): Promise<SyncSummary> {
  const { tally, ports } = run;
  const isIdle = tally.recorded + tally.sent + tally.exported + tally.failed === 0 && plan.toSend.length === 0;
  if (isIdle && isJudged(plan)) await seal(ports, snapshot, plan);
  return finish(run, plan, snapshot);
}

function isJudged(plan: SyncPlan): plan is JudgedPlan {
  return plan.outlook !== null && plan.owed !== null;
}

/** What a run did, for its answer and the log. */
export type SyncSummary = {
  readonly recorded: number;
  readonly sent: number;
  /** Written as files, for a person to send. */
  readonly exported: number;
  readonly held: number;
  readonly failed: number;
  readonly findings: number;
  readonly revision: number;
  readonly formChanged: boolean;
};

/** Disputed commits in a row after which a run leaves the work to the next one. */
const MOST_DISPUTES = 6;

/**
 * The one function that acts: snapshot, plan, commit, deliver, until nothing is left to do. Whatever woke it and whatever
 * was missed before, the run after it finds nothing to change.
 * @throws google.unreachable, google.refused, commit.refused, commit.disputed, commit.blocked, mail.unreachable; nothing is lost by any of
 * them. workbook.newer when a later release wrote the file and this code would misread it.
 */
export async function sync(ports: SyncPorts, options: SyncOptions): Promise<SyncSummary> {
  const run: Run = {
    ports,
    options,
    sentRows: [],
    form: null,
    formChanged: false,
    lookedAt: null,
    disputes: 0,
    refused: NOTHING_REFUSED,
    isUnsettled: false,
    mail: null,
    found: null,
    outSince: null,
    tally: { recorded: 0, sent: 0, exported: 0, failed: 0 },
  };
  let basis = await readCurrent(run);
  const { mailDomain } = options;
  const sources = { snapshot: basis.snapshot, mailDomain, now: basis.snapshot.readAt };
  run.sentRows = [...(await sentByHand(ports.mailer, sources)), ...(await cameBack(ports.bounces, sources))];
  for (;;) {
    const turn = await takeTurn(run, basis);
    if (turn.summary) return turn.summary;
    basis = turn.basis;
  }
}

/** What the next turn plans on; or, where nothing is left to do, what the run did. */
type Turn =
  | { readonly basis: Basis; readonly summary?: undefined }
  | { readonly basis?: undefined; readonly summary: SyncSummary };

/**
 * One plan, committed and delivered. On its own, so that a plan is forgotten before the next is made: of every commune of
 * the country each takes 25 MiB.
 */
async function takeTurn(run: Run, basis: Basis): Promise<Turn> {
  const { ports, options } = run;
  const { snapshot } = basis;
  const form = await follow(run, basis);
  const { atMost, found: refused } = run.refused;
  const { isUnsettled } = run;
  const tried = { isUnsettled, sentRows: run.sentRows, maySend: ports.hasTime(), atMost, refused };
  const mail = { mailOutage: snapshot.bookkeeping.mailOutage, ...run.mail };
  const plan = planSync(basis, { ...options, ...form, ...tried, ...mail });
  if (!plan.isDue && atMost > 0) {
    return (await isMailBack(run, plan)) ? { basis } : { summary: await putAway(run, plan, snapshot) };
  }
  const token = ports.newToken();
  const { bookkeeping, changes } = plan;
  const outcome = await tryCommit(run, { ...snapshot, bookkeeping, changes, token }, plan.intake.of);
  if (outcome.kind !== 'done')
    return { basis: outcome.kind === 'stale' ? await readAgain(run, snapshot, plan, token) : await read(run) };
  if (atMost === 0) run.refused = halfOfSuspects(run.refused);
  const written = { ...plan, bookkeeping: outcome.bookkeeping };
  const after = basisAfter(basis, written, plan.outlook?.standing ?? null);
  const delivered = settled(run, await deliverPlan(run, plan, withSettings(ports, after)));
  const next = ports.hasTime() ? await nextPart(delivered) : delivered;
  // While a log is gone, what waits cannot be taken, and whoever settles the file would commit for ever.
  const isAllTaken = next.snapshot.responses.length === 0 || (options.isRestoring === true && !plan.intake.more);
  const isLeft = run.sentRows.length > 0 || !isAllTaken || !isKept(next.snapshot);
  return isLeft || (await isMailBack(run, plan))
    ? { basis: next }
    : { summary: await putAway(run, plan, next.snapshot) };
}

type Run = {
  readonly ports: SyncPorts;
  readonly options: SyncOptions;
  /** What was mailed and is not written yet: a fact that every new plan must carry. */
  sentRows: readonly LedgerRow[];
  /** What this run made of the form: a fact too, whoever wrote the hash that stands in the workbook. */
  form: string | null;
  formChanged: boolean;
  /** When this run looked at the live form; null while it has not. */
  lookedAt: string | null;
  disputes: number;
  refused: RefusedBatch;
  /** What somebody settles is not written yet. */
  isUnsettled: boolean;
  /** What this run learned of the mail server; null while it knows what the workbook says. */
  mail: Pick<SyncContext, 'mailOutage' | 'isMailBack'> | null;
  /** What the form was found to have besides, before late notices left. */
  found: ResponsePart | null;
  /** Since when no mail was taken, as far as this run has read. */
  outSince: string | null;
  readonly tally: { recorded: number; sent: number; exported: number; failed: number };
};

/**
 * The form follows what was read. The live one is looked at once an hour, for somebody may have edited it without a word;
 * never while file or form may not be those in use.
 * @returns what the next commit keeps of it
 */
async function follow(run: Run, { snapshot, form }: Basis): Promise<Pick<SyncContext, 'formHash' | 'lookedAt'>> {
  const { bookkeeping, responses, people, readAt } = snapshot;
  const { ports, options } = run;
  const formHash = run.form ?? bookkeeping.formHash;
  const lookedAt = run.lookedAt ?? bookkeeping.lookedAt;
  if (bookkeeping.mailHold !== '' || mismatches(snapshot).length > 0) return { formHash, lookedAt };
  const { hash, changed, looked } = await ports.follower.follow(form, {
    formHash,
    responses,
    outline: people.outline.rows,
    look: run.lookedAt === null && (options.isFormEdited === true || isHourPast(bookkeeping.lookedAt, readAt)),
    isOurs: async () => (await ports.workbook.highestClaim()) <= bookkeeping.revision,
  });
  run.formChanged ||= changed;
  if (looked) {
    run.form = hash;
    run.lookedAt = readAt.toString();
  }
  return { formHash: hash, lookedAt: run.lookedAt ?? bookkeeping.lookedAt };
}

/**
 * A refused batch is planned again, smaller when it was refused before: see {@link RefusedBatch}. What was mailed
 * meanwhile has to be written.
 * @param reports the rows of waiting responses in the batch
 * @throws commit.refused when something else than a response is the cause
 */
async function tryCommit(run: Run, planned: Parameters<typeof commit>[1], reports: Intake['of'] = []) {
  try {
    return await commit(run.ports.workbook, planned);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'commit.refused') throw error;
    const next = afterRefusal(run.refused, { reports, why: String(error.cause) });
    if (next === null) throw error;
    run.refused = next;
    return { kind: 'refused' } as const;
  }
}

/** One reading; what somebody settles is read whole again, for logs may have lost what the form still has. */
async function read(run: Run): Promise<Basis> {
  const { ports, options } = run;
  const found = await readSnapshot(ports.workbook, ports.responses, options.now, {
    secretMark: secretMark(options.linkSecret),
    compares: 'daily',
    rereads: options.isRestoring === true,
  });
  return settled(run, asTold(ports, options.now, basisOf(found)));
}

/** Somebody who settles a restored, copied or damaged file has looked at it: it is right as it stands from now on. */
function settled(run: Run, basis: Basis): Basis {
  if (!run.options.isRestoring) return basis;
  const { snapshot } = basis;
  const cells = { spreadsheet: run.ports.workbook.id, mailHold: '', rows: countRows(snapshot) };
  const { spreadsheet, mailHold, rows } = snapshot.bookkeeping;
  run.isUnsettled = JSON.stringify(cells) !== JSON.stringify({ spreadsheet, mailHold, rows });
  return withBookkeeping(basis, cells);
}

/** The answer of every commit tells how the file reads days; a change is written down, and no mail goes before. */
function withSettings({ workbook }: SyncPorts, basis: Basis): Basis {
  const settings = workbook.settings?.() ?? null;
  return settings ? { ...basis, snapshot: { ...basis.snapshot, fileSettings: settingsText(settings) } } : basis;
}

/** People's days may be other ones since the file was read. */
function otherSettings({ workbook }: SyncPorts): string | null {
  const settings = workbook.settings?.() ?? null;
  return settings === null || readsDaysAsMeant(settings) ? null : 'ngôn ngữ hoặc múi giờ của bảng tính đã đổi';
}

/**
 * Once the responses that were read are recorded, those after them: so there is never more than one part in memory. What
 * a run has no time for waits in the form for the next.
 */
async function nextPart(basis: Basis): Promise<Basis> {
  const { responses, moreResponses } = basis.snapshot;
  if (responses.length > 0 || moreResponses === null) return basis;
  const part = await moreResponses();
  return { ...basis, snapshot: { ...basis.snapshot, responses: part.responses, moreResponses: part.more } };
}

function isKept({ bookkeeping, fileSettings = bookkeeping.fileSettings }: Snapshot): boolean {
  return fileSettings === bookkeeping.fileSettings;
}

/** More apart than this, one of the two clocks is wrong; an answer takes seconds. */
const MOST_MINUTES_APART = 5;

/** What Google told in passing: its own time, by which the run goes where the machine's is wrong, and how the file reads days. */
function asTold({ secondsAhead, workbook }: SyncPorts, now: Temporal.Instant, basis: Basis): Basis {
  const ahead = Math.round((secondsAhead?.() ?? 0) / 60);
  const isWrong = Math.abs(ahead) > MOST_MINUTES_APART;
  const settings = workbook.settings?.() ?? null;
  return {
    ...basis,
    snapshot: {
      ...basis.snapshot,
      ...(isWrong && { readAt: now.subtract({ minutes: ahead }), clockAhead: ahead }),
      ...(settings && { fileSettings: settingsText(settings) }),
    },
  };
}

function withBookkeeping(basis: Basis, cells: Partial<Bookkeeping>): Basis {
  const { snapshot } = basis;
  return { ...basis, snapshot: { ...snapshot, bookkeeping: { ...snapshot.bookkeeping, ...cells } } };
}

/**
 * A file of an earlier release is brought up first, and what is given up of damaged logs emptied, each in a commit of its
 * own: everything after it meets a file of this release, and whole logs.
 */
async function readCurrent(run: Run): Promise<Basis> {
  const { newToken } = run.ports;
  let basis = await read(run);
  for (let tries = 0; tries < MOST_DISPUTES; tries += 1) {
    const { snapshot } = basis;
    const first = planUpgrade(snapshot) ?? (run.options.isRestoring ? planMending(snapshot) : null);
    if (!first) return basis;
    const outcome = await tryCommit(run, { ...snapshot, ...first, token: newToken() });
    const fresh = await read(run);
    const isStuck = outcome.kind === 'stale' && fresh.snapshot.bookkeeping.revision === snapshot.bookkeeping.revision;
    basis = isStuck ? await whyStuck(run, fresh) : fresh;
  }
  throw problem('commit.disputed', [MOST_DISPUTES]);
}

/** A plan that stands in the workbook counts, and its mails go out. */
async function deliverPlan(run: Run, plan: SyncPlan, basis: Basis): Promise<Basis> {
  run.disputes = 0;
  run.tally.recorded += plan.logged.reports.length;
  return deliverAll(run, plan, basis);
}

/** After a refused claim: what is there now, and whether our own commit is in it after all. */
async function readAgain(run: Run, planned: Snapshot, plan: SyncPlan, token: string): Promise<Basis> {
  run.disputes += 1;
  if (run.disputes > MOST_DISPUTES) throw problem('commit.disputed', [run.disputes]);
  const fresh = await read(run);
  const { bookkeeping } = fresh.snapshot;
  if (bookkeeping.token === token) return deliverPlan(run, plan, fresh);
  if (bookkeeping.revision !== planned.bookkeeping.revision) return fresh;
  return whyStuck(run, fresh);
}

/**
 * The commit is refused for its claim although nobody moved the revision. Either the file was restored or copied, or it is
 * full of claims because no check-up erased old ones for months: then they are erased now, and the commit is tried again.
 * @throws commit.blocked when it is neither
 */
async function whyStuck(run: Run, fresh: Basis): Promise<Basis> {
  const { workbook } = run.ports;
  const { revision } = fresh.snapshot.bookkeeping;
  const highest = await workbook.highestClaim();
  if (highest > revision) return asRestored(run, fresh, highest);
  if (!(await workbook.freeClaims?.(Math.min(revision, highest) - KEPT_REVISIONS)))
    throw problem('commit.blocked', [revision]);
  return fresh;
}

/**
 * The claim was used although nobody moved the revision: the cells are older than the claims, so the file was restored
 * or copied. Everything is read and shown on, all mail is held.
 */
function asRestored({ options }: Run, basis: Basis, highest: number): Basis {
  const mailHold = options.isRestoring ? '' : 'bảng tính đã được khôi phục về bản cũ';
  return withBookkeeping(basis, { revision: highest, mailHold });
}

/**
 * Mails what the plan claimed, batch by batch. While one batch is under way the next is claimed, the results of the one
 * before riding along; a batch begins as soon as it is claimed, so that the last mails of the one before keep nobody
 * waiting. Results not yet written when this returns stay in `run.sentRows`.
 */
async function deliverAll(run: Run, plan: SyncPlan, start: Basis): Promise<Basis> {
  run.sentRows = [];
  const { outlook, owed } = plan;
  if (outlook === null || owed === null || plan.toSend.length === 0) return start;
  const send = senderOf(run, { ...plan, outlook, owed }, start.snapshot);
  let basis = start;
  let isReread = false;
  let serverOut: string | null = null;
  let underWay: Promise<Delivered> | null = send(plan.toSend.slice(0, BATCH), basis);
  for (let at = BATCH; underWay !== null; at += BATCH) {
    const next = run.ports.hasTime() ? plan.toSend.slice(at, at + BATCH) : [];
    const claimed: Claimed | null = next.length > 0 ? await claimNext(run, basis, next) : null;
    if (claimed) basis = claimed.basis;
    isReread ||= claimed?.isOurs === false;
    if (claimed?.isOurs) run.sentRows = [];
    const following = claimed?.isOurs ? send(next, basis) : null;
    const { rows, serverOut: why } = await underWay;
    serverOut = why ?? serverOut;
    run.sentRows = [...run.sentRows, ...rows];
    underWay = following;
  }
  run.mail = await learned(run, start.snapshot, serverOut);
  const { found } = run;
  run.found = null;
  // A later reading has it too, but for what somebody else has recorded since.
  if (!found || isReread) return basis;
  const { responses, more: moreResponses } = found;
  return { ...basis, snapshot: { ...basis.snapshot, responses, moreResponses } };
}

/** What the mails of a run tell of the server. Where it took none, it is asked whether it lets us in at all. */
async function learned(run: Run, { bookkeeping, readAt }: Snapshot, serverOut: string | null): Promise<Run['mail']> {
  const { ports, tally } = run;
  if (tally.sent + tally.exported > 0) return { mailOutage: null };
  if (serverOut === null) return run.mail;
  const seen = ports.hasTime() ? await ports.mailer.verify() : null;
  const since = bookkeeping.mailOutage?.since ?? run.outSince ?? readAt.toString();
  return { mailOutage: { since, why: seen ?? serverOut, isSeen: seen !== null } };
}

/** Looks once in a run whether a server that let nobody in does again: what waits for it then goes with this run. */
async function isMailBack(run: Run, { bookkeeping: { mailOutage } }: SyncPlan): Promise<boolean> {
  if (run.mail !== null || !mailOutage?.isSeen || !run.ports.hasTime()) return false;
  const isBack = (await run.ports.mailer.verify()) === null;
  run.outSince = mailOutage.since;
  run.mail = isBack ? { mailOutage: null, isMailBack: true } : { mailOutage };
  return isBack;
}

/** Sends what was claimed and committed; late notices only when the form was asked once more. */
function senderOf(run: Run, plan: JudgedPlan, snapshot: Snapshot) {
  const usual = writerOf(run, plan, snapshot);
  return async (claimed: readonly Notice[], basis: Basis): Promise<Delivered> => {
    const asked = claimed.some(speaksOfLateReports) ? await askOnce(run, claimed, basis) : null;
    const again = asked?.plan ?? planOfOtherFile(run, claimed, plan, basis);
    const send = again ? writerOf(run, again, snapshot) : usual;
    const { rows, serverOut } = await send(asked?.toSend ?? claimed);
    count(run, rows);
    return { rows: [...(asked?.rows ?? []), ...rows], serverOut };
  };
}

async function askOnce(run: Run, claimed: readonly Notice[], basis: Basis): Promise<AskedAgain> {
  const asked = await askAgain(claimed, { basis, context: contextOf(run, basis), form: run.ports.responses });
  run.found = asked.found ?? run.found;
  return asked;
}

/** What a plan between claims and mails knows. */
function contextOf({ options, sentRows, refused }: Run, { snapshot }: Basis): SyncContext {
  const { formHash, lookedAt, mailOutage } = snapshot.bookkeeping;
  const known = { sentRows, formHash, lookedAt, mailOutage, atMost: Number.POSITIVE_INFINITY, refused: refused.found };
  return { ...options, ...known, maySend: true };
}

/**
 * Where the answer to a claim tells that the file reads days otherwise, the digest that was claimed with it must not say
 * less than the run knows: it is written by a plan that knows it, or the coordinators would hear of it a day later.
 */
function planOfOtherFile(
  run: Run,
  claimed: readonly Notice[],
  { bookkeeping }: JudgedPlan,
  basis: Basis,
): JudgedPlan | null {
  const told = withSettings(run.ports, basis);
  if (otherSettings(run.ports) === null || told.snapshot.fileSettings === bookkeeping.fileSettings) return null;
  if (!claimed.some(tellsCoordinators)) return null;
  return judgedAgain(claimed, { basis: told, context: contextOf(run, told) });
}

function tellsCoordinators({ kind }: Notice): boolean {
  return kinds[kind].about === 'morning';
}

function writerOf({ ports, options }: Run, { outlook, owed: planned, findings }: JudgedPlan, snapshot: Snapshot) {
  const { linkSecret, mailDomain } = options;
  // Not that of the machine where Google's is another one: a result must not lie after its own day.
  const { readAt: now } = snapshot;
  const readTexts = (wanted: WantedTexts) => readWholeTexts(ports.workbook, wanted);
  const sources = mailSources(snapshot, outlook, { linkSecret, mailDomain, findings, planned, readTexts });
  const writeMail = (notice: Notice) => ports.writeMail(planLetter(notice, sources));
  // What the coordinators are told of it goes all the same.
  const holdsBack = (notice: Notice) => (tellsCoordinators(notice) ? null : otherSettings(ports));
  return (notices: readonly Notice[]) => deliver(notices, { ...ports, writeMail, holdsBack, now });
}

/** `isOurs` false when somebody else committed: the caller stops, and the next plan starts from the new reading. */
type Claimed = { readonly isOurs: boolean; readonly basis: Basis };

async function claimNext(run: Run, basis: Basis, notices: readonly Notice[]): Promise<Claimed> {
  const { options, ports } = run;
  const { snapshot } = basis;
  const rows = [...run.sentRows, ...claimRows(notices, snapshot.readAt, options.mailDomain)];
  const logged: LogRows = { reports: [], answers: [], filers: [], changes: [], ledger: rows };
  const changes = appendLog(ledger, rows);
  const bookkeeping = withRowCounts(snapshot.bookkeeping, logged);
  const token = ports.newToken();
  const outcome = await tryCommit(run, { ...snapshot, bookkeeping, changes, token });
  if (outcome.kind === 'done') {
    const written = { logged, changes, bookkeeping: outcome.bookkeeping };
    return { isOurs: true, basis: basisAfter(basis, written, basis.standing) };
  }
  const fresh = await read(run);
  return { isOurs: fresh.snapshot.bookkeeping.token === token, basis: fresh };
}

function count({ tally }: Run, rows: readonly LedgerRow[]): void {
  const told = rows.filter((row) => row.state !== 'chờ người nhận còn lại');
  const sent = told.filter((row) => row.state === 'đã gửi' || row.state === 'đã gửi thêm');
  const exported = told.filter((row) => row.state === 'đã xuất');
  tally.sent += sent.length;
  tally.exported += exported.length;
  tally.failed += told.length - sent.length - exported.length;
}

/**
 * Everything that was read is recorded by now.
 * @throws mail.unreachable for as long as mails wait for a server that takes none: each run tells who watches over it.
 */
async function finish(run: Run, plan: SyncPlan, snapshot: Snapshot): Promise<SyncSummary> {
  const { mailOutage } = plan.bookkeeping;
  if (mailOutage) throw problem('mail.unreachable', [mailOutage.why]);
  await tidyOutbox(run.ports.mailer, { snapshot, mailDomain: run.options.mailDomain });
  return summary(run, plan, snapshot);
}

function summary({ tally, formChanged }: Run, plan: SyncPlan, snapshot: Snapshot): SyncSummary {
  return {
    ...tally,
    held: plan.notices.filter(({ fate }) => fate.do === 'hold').length,
    findings: plan.findings.length,
    revision: snapshot.bookkeeping.revision,
    formChanged,
  };
}
