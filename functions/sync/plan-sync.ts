import type { Temporal } from 'temporal-polyfill';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { isInternal, kinds } from '../../sheets-schema/notice-kinds.ts';
import type { ParsedTab } from '../../sheets-schema/parse-tab.ts';
import {
  type AnswerRow,
  answers,
  type ChangeRow,
  changes,
  type Filer,
  filers,
  type LedgerRow,
  ledger,
  type Report,
  reports,
} from '../../sheets-schema/tabs/logs.ts';
import type { FindingRow } from '../../sheets-schema/tabs/projections.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { ledgerEntryOf } from '../domain/notices/fate.ts';
import { type LedgerEntry, writeMarks } from '../domain/notices/ledger.ts';
import { messageIdOf } from '../domain/notices/ledger-key.ts';
import type { Decided, Moot, Notice, PolicyInput } from '../domain/notices/notice.ts';
import { type NoticePlan, planNotices } from '../domain/notices/plan-notices.ts';
import { closedRounds, recordedOfRounds } from '../domain/standing/change-log.ts';
import { formDoubts } from '../findings/form.ts';
import type { OutageNow } from '../findings/mails.ts';
import { planFindings } from '../findings/plan-findings.ts';
import { type AskedForm, askedForm } from '../form/asked-form.ts';
import { formPastOf } from '../form/promised-dates.ts';
import { mailSources } from '../letters/letter-sources.ts';
import { foretell } from '../letters/plan-letter.ts';
import { type InForce, inForceOf } from '../outlook/in-force.ts';
import { type Outlook, outlookOf, type Standing, withoutAway } from '../outlook/outlook.ts';
import { planChanges } from '../outlook/plan-changes.ts';
import type { RowChange } from '../ports.ts';
import { planProjections } from '../projections/plan-projections.ts';
import { type Bookkeeping, isHourPast, type LogName, logNames, type MailOutage } from '../workbook/bookkeeping.ts';
import { appendLog } from '../workbook/diff-grid.ts';
import { isWritable, mismatches, type PeopleTabs, type Snapshot } from '../workbook/snapshot.ts';
import { unreadTabs, whyUnread } from '../workbook/unread-tabs.ts';
import { type Intake, planIntake } from './intake.ts';

export type SyncContext = {
  readonly linkSecret: string;
  /** The one before it, while links made with it are still about. */
  readonly formerSecret?: string | undefined;
  /** Who hears when no coordinator can be reached; null where nobody was named. */
  readonly alertTo?: string | null;
  /** The right side of Message-IDs: the sender's domain. */
  readonly mailDomain: string;
  /** Ledger rows of mails this run already sent and has not committed yet. */
  readonly sentRows: readonly LedgerRow[];
  /** What the Form was last made to be; differs from the snapshot's when this run just edited it. */
  readonly formHash: string;
  /** When the live form was last looked at; differs from the snapshot's when this run just did. */
  readonly lookedAt: string;
  /** Since when the mail server takes nothing; differs from the snapshot's when this run just found out. */
  readonly mailOutage: MailOutage | null;
  /** It takes mail again, as this run saw: what it put off may go now. */
  readonly isMailBack?: boolean;
  /** False when the run has no time left: what is due stays for the next. */
  readonly maySend: boolean;
  /** Of how many waiting responses this plan makes rows at most. */
  readonly atMost: number;
  /** Why Google would not store what a response holds, by its submission key. */
  readonly refused: ReadonlyMap<string, string>;
  /** After a restore or a copy: what fell due so far is settled without sending, and mail is held no longer. */
  readonly isRestoring?: boolean;
  /** What is settled so is not written yet. */
  readonly isUnsettled?: boolean;
};

/** What a run plans on: one reading, and what was worked out from it once. */
export type Basis = {
  readonly snapshot: Snapshot;
  readonly inForce: InForce;
  readonly form: AskedForm;
  /** Where everything stands, once a plan worked it out and while nothing it rests on has changed. */
  readonly standing: Standing | null;
};

export function basisOf(snapshot: Snapshot): Basis {
  const inForce = inForceOf(snapshot);
  return { snapshot, inForce, form: askedForm(snapshot.people, inForce, formPastOf(snapshot)), standing: null };
}

/** One run's decisions: what to write, whom to mail once it is written. */
export type SyncPlan = {
  readonly changes: readonly RowChange[];
  /** The log rows among the changes. */
  readonly logged: LogRows;
  /** The cells as they stand once this is committed, but for revision and token. */
  readonly bookkeeping: Bookkeeping;
  /** False when there is nothing to write: then no commit is made. */
  readonly isDue: boolean;
  /** Notices to send now; the first batch is claimed by this plan's own changes. */
  readonly toSend: readonly Notice[];
  /** Null while responses wait that are recorded first: nothing is decided before. */
  readonly outlook: Outlook | null;
  readonly intake: Intake;
  readonly notices: readonly Decided[];
  /** All that is owed, for what the mails say of the day. Null with the outlook. */
  readonly owed: NoticePlan | null;
  /** What `Kiểm tra` says. */
  readonly findings: readonly FindingRow[];
};

/** One that nothing had to be recorded before. */
export type JudgedPlan = SyncPlan & { readonly outlook: Outlook; readonly owed: NoticePlan };

/** Rows for the ends of the logs. */
export type LogRows = {
  readonly reports: readonly Report[];
  readonly answers: readonly AnswerRow[];
  readonly filers: readonly Filer[];
  readonly ledger: readonly LedgerRow[];
  readonly changes: readonly ChangeRow[];
};

/** A claim and its results fit one commit each way; the quota of 60 writes a minute bounds us to 50 mails a second. */
export const BATCH = 50;

/**
 * Pure: the same snapshot and context give the same plan. Nothing to do gives no changes. While more responses wait than
 * one commit carries, they are recorded and nothing else is decided: a unit whose report waits must not be reminded of it,
 * and who sends thousands does not make each commit judge them all.
 */
export function planSync({ snapshot, inForce, form, standing }: Basis, context: SyncContext): SyncPlan {
  const { readAt: now } = snapshot;
  const { formHash, sentRows } = context;
  const { responses, moreResponses } = canRecord(snapshot) ? snapshot : NOTHING_WAITS;
  const intake = planIntake(responses, {
    ...intakeSources(snapshot, inForce, context),
    hasMore: moreResponses !== null,
  });
  const { reports, answers, filers } = intake;
  const recorded = { reports, answers, filers, ledger: sentRows, changes: [] };
  // Tried without any response, a commit still holds all else that could be the cause of a refusal.
  if (intake.more && context.atMost > 0) {
    const undecided = { toSend: [], outlook: null, owed: null, intake, notices: [], findings: [] };
    return { ...writing(snapshot, context, intake, recorded), ...undecided };
  }
  const formNow = { ...form, formHash };
  const held = formDoubts(snapshot.people.rounds.rows, formNow);
  const known = intake.of.length === 0 ? standing : null;
  const { isMailBack = false, alertTo = null } = context;
  const outlook = outlookOf(snapshot, { inForce, standing: known, intake, sentRows, held, isMailBack, alertTo });
  const owed = planNotices(outlook.policy);
  const planned = intake.more ? [] : owed.decided;
  const notices = context.isRestoring ? planned.map(settledByRestore) : planned;
  const sending = notices.flatMap(({ notice, fate }) => (fate.do === 'send' ? [notice] : []));
  const toSend = context.maySend ? sending.filter(canBeClaimed(snapshot)) : [];
  const claims = claimRows(toSend.slice(0, BATCH), now, context.mailDomain);
  const outage = outageNow(context.mailOutage, notices, outlook);
  const findings = planFindings(withoutAway(snapshot), outlook, formNow, {
    outage,
    putOff: putOffAgain(notices, outlook),
  });
  const logged = {
    ...recorded,
    ledger: [...sentRows, ...settledRows(notices, now), ...heldRows(notices, outlook.policy), ...claims],
    changes: planChanges(withoutAway(snapshot), outlook, notices),
  };
  const sources = mailSources(snapshot, outlook, { ...context, findings, planned: owed });
  const foretells = (notice: Notice, at: Temporal.Instant) => foretell(notice, at, sources);
  // Whoever mails plans once more, with the results: then the tabs are compared, and written once.
  const projected =
    toSend.length > 0 ? [] : planProjections(snapshot, outlook, { findings, notices: owed, foretell: foretells });
  const toldOn = toSend.length > 0 && !canLogMail(snapshot) ? dayOf(snapshot) : snapshot.bookkeeping.toldOn;
  const learned = { ...context, mailOutage: outage ? context.mailOutage : null, toldOn };
  return { ...writing(snapshot, learned, intake, logged, projected), toSend, outlook, owed, intake, notices, findings };
}

/** A mail leaves when its claim is written; while the ledger takes none, the day's digest is claimed in the bookkeeping. */
function canBeClaimed(snapshot: Snapshot): (notice: Notice) => boolean {
  if (canLogMail(snapshot)) return () => true;
  const isToldToday = snapshot.bookkeeping.toldOn === dayOf(snapshot);
  return ({ kind, step }) => !isToldToday && kinds[kind].about === 'morning' && step === '1';
}

function canLogMail(snapshot: Snapshot): boolean {
  return isWritable(snapshot, ledger.sheetId);
}

function dayOf({ readAt }: Snapshot): string {
  return localDay(readAt).toString();
}

/** Nothing that waits may become rows. */
const NOTHING_WAITS: Pick<Snapshot, 'responses' | 'moreResponses'> = { responses: [], moreResponses: null };

/** What a plan writes, and whether it is worth a commit. */
function writing(
  snapshot: Snapshot,
  {
    formHash,
    lookedAt,
    mailOutage,
    isRestoring = false,
    isUnsettled = false,
    toldOn = snapshot.bookkeeping.toldOn,
  }: SyncContext & Partial<Pick<Bookkeeping, 'toldOn'>>,
  intake: Pick<Intake, 'more'>,
  rows: LogRows,
  projected: readonly RowChange[] = [],
): Pick<SyncPlan, 'changes' | 'logged' | 'bookkeeping' | 'isDue'> {
  const { readAt: now, bookkeeping } = snapshot;
  const logged = writableRows(snapshot, rows);
  const changes = [...logWrites(logged), ...projected];
  const { comparedOn } = canRecord(snapshot) ? snapshot : bookkeeping;
  const { fileSettings = bookkeeping.fileSettings } = snapshot;
  const { mailHold } = bookkeeping;
  const kept = {
    ...firstGiven(snapshot),
    formHash,
    lookedAt,
    comparedOn,
    fileSettings,
    mailOutage,
    toldOn,
    // What was lost comes back in several commits: nobody mails in between.
    mailHold: isRestoring && intake.more ? 'nhật ký đang được đọc lại từ biểu mẫu' : mailHold,
  };
  const isOther = (Object.keys(kept) as (keyof typeof kept)[]).some((cell) => kept[cell] !== bookkeeping[cell]);
  const isDue = isUnsettled || changes.length > 0 || isOther || isHourPast(bookkeeping.lastGoodRun, now);
  return {
    changes,
    logged,
    bookkeeping: isDue ? { ...withRowCounts(bookkeeping, logged), ...kept, lastGoodRun: now.toString() } : bookkeeping,
    isDue,
  };
}

/** The first run that is given them says which form and which secret are the file's; only `npm run provision` says otherwise. */
function firstGiven({
  bookkeeping,
  given,
}: Pick<Snapshot, 'bookkeeping' | 'given'>): Pick<Bookkeeping, 'formId' | 'secret'> {
  return { formId: bookkeeping.formId || given.formId, secret: bookkeeping.secret || given.secret };
}

/** The mail server is out for as long as something that it did not take waits for it. */
function outageNow(
  outage: MailOutage | null,
  notices: readonly Decided[],
  { policy }: Pick<Outlook, 'policy'>,
): OutageNow | null {
  const waits = ({ notice, fate }: Decided) =>
    (fate.do === 'wait' || fate.do === 'send') && ledgerEntryOf(policy, notice)?.state === 'gửi lại sau';
  const waiting = outage ? notices.filter(waits).length : 0;
  return outage && waiting > 0 ? { ...outage, waiting } : null;
}

/** As often as this a mail may be put off before a person hears of it: at first by quarters of an hour. */
const OFTEN_PUT_OFF = 4;

function putOffAgain(notices: readonly Decided[], { policy }: Pick<Outlook, 'policy'>): readonly LedgerEntry[] {
  return notices.flatMap(({ notice, fate }) => {
    const entry = fate.do === 'wait' || fate.do === 'send' ? ledgerEntryOf(policy, notice) : undefined;
    const isPutOff = entry?.state === 'gửi lại sau' || entry?.state === 'chờ người nhận còn lại';
    return entry && isPutOff && entry.attempts >= OFTEN_PUT_OFF ? [entry] : [];
  });
}

/** Nobody can tell which of these were mailed before the file was restored, so none is mailed now. */
function settledByRestore({ notice, fate }: Decided): Decided {
  if (fate.do === 'settle') return { notice, fate };
  return {
    notice,
    fate: { do: 'settle', state: 'khôi phục', reason: 'Đã đến hạn trước khi bảng tính được khôi phục.' },
  };
}

/**
 * Without the logs of what is received, or with their headers changed, nothing new can be kept whole; without rounds,
 * units and outline nothing new can be understood. What another form was answered, and what another secret would make a
 * stranger's, is not this file's to record. It waits in the Form.
 */
function canRecord(snapshot: Snapshot): boolean {
  if (mismatches(snapshot).length > 0) return false;
  return whyUnread(unreadTabs(snapshot), ['rounds', 'units', 'outline', 'reports', 'answers', 'filers']) === null;
}

function intakeSources(
  { people, logs, earlier, sealedVersions, readAt, given }: Snapshot,
  inForce: InForce,
  { linkSecret, formerSecret, atMost, refused }: SyncContext,
) {
  return {
    now: readAt,
    formId: given.formId || null,
    linkSecrets: formerSecret ? [linkSecret, formerSecret] : [linkSecret],
    atMost,
    refused,
    rounds: people.rounds.rows,
    closedAt: closedRounds(logs.changes.rows),
    formerRounds: formerRounds(people, inForce),
    linkChanges: inForce.linkChanges,
    units: [...people.units.rows.map(({ code }) => code), ...halfTyped(people.units, 'code')],
    outline: people.outline.rows,
    reports: [...earlier.reports.rows, ...logs.reports.rows],
    sealedVersions,
    recorded: { answers: [...earlier.answers.rows, ...logs.answers.rows], filers: logs.filers.rows },
  };
}

/** Rounds acted on before, and ids that can be read of rows that cannot be read whole. */
function formerRounds({ rounds }: Pick<PeopleTabs, 'rounds'>, { changeBook }: InForce): readonly string[] {
  const acted = recordedOfRounds(changeBook, 'opens').map(([round]) => round);
  return [...new Set([...acted, ...halfTyped(rounds, 'id')])];
}

/** The keys that can be read of rows that cannot be read whole. */
function halfTyped({ broken }: ParsedTab<Tab>, key: string): readonly string[] {
  return broken.flatMap(({ values }) => (typeof values[key] === 'string' ? [values[key]] : []));
}

/** Rows for a log nobody may write to just now are left for a later run. */
function writableRows(snapshot: Parameters<typeof isWritable>[0], rows: LogRows): LogRows {
  const kept = <T>(tab: Tab, added: readonly T[]) => (isWritable(snapshot, tab.sheetId) ? added : []);
  return { ...rows, ledger: kept(ledger, rows.ledger), changes: kept(changes, rows.changes) };
}

function logWrites(rows: LogRows): readonly RowChange[] {
  return [
    ...appendLog(reports, rows.reports),
    ...appendLog(answers, rows.answers),
    ...appendLog(filers, rows.filers),
    ...appendLog(ledger, rows.ledger),
    ...appendLog(changes, rows.changes),
  ];
}

/** The row counts once these rows are appended. */
export function withRowCounts(book: Bookkeeping, rows: Partial<LogRows>): Bookkeeping {
  const counts = logNames.map((name) => [name, book.rows[name] + (rows[name]?.length ?? 0)] as const);
  return { ...book, rows: Object.fromEntries(counts) as Record<LogName, number> };
}

/** What fits a commit beside the rest of it. */
const MOST_AT_ONCE = 2_000;

/**
 * Notices that fell due and need no mail: each says why. What went along with a mail is settled with it; of what has no
 * point by itself, as the receipts of a flood, so many at a time: the rest keeps until the next run.
 */
export function settledRows(notices: readonly Decided[], now: Temporal.Instant): readonly LedgerRow[] {
  let moot = 0;
  return notices.flatMap(({ notice, fate }) => {
    if (fate.do !== 'settle') return [];
    if (notice.moot !== null) moot += 1;
    if (notice.moot !== null && moot > MOST_AT_ONCE) return [];
    return [settledRow(notice, fate, now)];
  });
}

/** Nothing was told by it, unless nobody can know that. */
function settledRow(notice: Notice, { state, reason }: Moot, now: Temporal.Instant): LedgerRow {
  const row = { ...noticeRow(notice, now), state, reason };
  return state === 'khôi phục' ? row : { ...row, told: null };
}

/**
 * Of what fell due and waits for a reason of its own the ledger says so once, and again when that reason is another one, or
 * gone. What holds many stands in the change log; what waits for its hour, its turn or the mail server is not told.
 */
export function heldRows(
  notices: readonly Decided[],
  { ledger, now }: Pick<PolicyInput, 'ledger' | 'now'>,
): readonly LedgerRow[] {
  const rows = notices.flatMap(({ notice, fate }): readonly LedgerRow[] => {
    const told = ledger.entries.get(notice.key)?.heldBy ?? null;
    const heldBy = fate.do === 'hold' ? (fate.isOwn ? fate.reason : told) : null;
    if (notice.firstSentAt || heldBy === told || fate.do === 'send' || fate.do === 'settle') return [];
    return [{ ...noticeRow(notice, now), state: 'đến hạn', reason: notice.why, told: null, heldBy }];
  });
  return rows.slice(0, MOST_AT_ONCE);
}

/** A claim says: this mail is being sent under this Message-ID; who finds no result after the lease may send it again. */
export function claimRows(notices: readonly Notice[], now: Temporal.Instant, mailDomain: string): readonly LedgerRow[] {
  return notices.map((notice) => ({
    ...noticeRow(notice, now),
    state: 'đang gửi',
    contacts: writeMarks(notice.recipients),
    messageId: messageIdOf(notice.key, mailDomain),
    reason: notice.why,
  }));
}

/** The part of a ledger row that every state of a notice shares. */
export function noticeRow(notice: Notice, at: Temporal.Instant): Omit<LedgerRow, 'state'> {
  const { key, unit, kind } = notice;
  return { at, key, unit, kind, contacts: null, messageId: null, reason: null, told: daysNamed(notice), heldBy: null };
}

/** The days that a mail names to a unit: its deadline, then by when it asks for an answer. */
export function daysNamed({ kind, deadline, answerBy }: Notice): LedgerRow['told'] {
  const days = [deadline, answerBy].flatMap((one) => (one ? [{ day: one.lastDay, time: one.time }] : []));
  return isInternal(kinds[kind]) || days.length === 0 ? null : days;
}
