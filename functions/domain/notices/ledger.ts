import { Temporal } from 'temporal-polyfill';
import type { LastMoment } from '../../../sheets-schema/columns/date.ts';
import { keyFacts } from '../../../sheets-schema/notice-kinds.ts';
import type { LedgerFact, LedgerState } from '../../../sheets-schema/tabs/logs.ts';
import type { Contact } from '../../../sheets-schema/tabs/units.ts';
import { contactMark, parseLedgerKey, sharedMailOf } from './ledger-key.ts';

/** What the ledger says of one key: its last row, and what earlier rows still tell. */
export type LedgerEntry = {
  readonly key: string;
  readonly parts: ReturnType<typeof parseLedgerKey>;
  readonly state: LedgerState;
  /** When the last row was written. */
  readonly at: Temporal.Instant;
  /** The kind as it was last written. */
  readonly kind: string | null;
  readonly claimedAt: Temporal.Instant | null;
  /** How many times it was claimed. */
  readonly attempts: number;
  /** How many earlier claims may have sent it without anybody knowing: the answer was lost, or the run died. */
  readonly unclear: number;
  readonly sentAt: Temporal.Instant | null;
  /** The days that the mail named, as it named them: the deadline, then by when it asked for an answer. */
  readonly told: readonly LastMoment[];
  /** The contacts of the last attempt, as {@link contactMark} writes them. */
  readonly marks: readonly string[];
  /** Those of them whom the server will never take, by its last answer. */
  readonly undeliverable: readonly string[];
  /** Why it came back from some of them, by mark: told long after it was sent. */
  readonly bounced: ReadonlyMap<string, string>;
  /** Why it waits, of all mails it alone, as the ledger last said; null when it does not. */
  readonly heldBy: string | null;
  /** What is left of a mail that was sent: its `marks` are those whom the server put off while it took the others. */
  readonly rest: LedgerEntry | null;
};

export type LedgerBook = {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** Entries of a subject and unit, by {@link aboutKey}. */
  readonly about: ReadonlyMap<string, readonly LedgerEntry[]>;
};

/** A claim without a result is taken to be lost after this. */
const LEASE = Temporal.Duration.from({ minutes: 15 });

const JOINED: LedgerState = 'gộp vào thư mạnh hơn';
const TERMINAL: ReadonlySet<LedgerState> = new Set([
  'đã gửi',
  'gộp vào thư mạnh hơn',
  'đã nộp',
  'không cần nữa',
  'khôi phục',
  'đã gửi thêm',
] as const);

export function isTerminal(state: LedgerState): boolean {
  return TERMINAL.has(state);
}

/** @param rows in any order: those of one key follow each other in time, and a claim comes before its result. */
export function readLedger(rows: readonly LedgerFact[]): LedgerBook {
  const written = new Map<string, LedgerEntry>();
  for (const [key, ofKey] of Map.groupBy(rows, (row) => row.key)) {
    const [first, ...rest] = ofKey.length > 1 ? inTime(ofKey) : ofKey;
    if (first) written.set(key, rest.reduce(follow, follow(undefined, first)));
  }
  const entries = withoutLost(written);
  return {
    entries,
    about: Map.groupBy(entries.values(), ({ parts }) => aboutKey(parts?.subject ?? '', parts?.unit ?? null)),
  };
}

/**
 * What went along with a mail that came to its end without going is due as before: nobody was told of it. While that mail
 * may still go, and once one went that tells of all, it stays settled.
 */
function withoutLost(entries: ReadonlyMap<string, LedgerEntry>): ReadonlyMap<string, LedgerEntry> {
  const joined = [...entries.values()].filter((entry) => entry.state === JOINED && mailOf(entry) !== null);
  if (joined.length === 0) return entries;
  const others = [...entries.values()].filter(({ state }) => state !== JOINED);
  const byMail = Map.groupBy(others, mailOf);
  const isLost = (one: LedgerEntry) => !byMail.get(mailOf(one))?.some((mail) => tellsOf(mail, one));
  const lost = joined.filter(isLost).map((one) => [one.key, { ...one, state: 'đến hạn' }] as const);
  return new Map([...entries, ...lost]);
}

function mailOf({ parts }: LedgerEntry): string | null {
  return parts && sharedMailOf(parts.kind, parts);
}

/** It told of what went along with it, or will. */
function tellsOf(mail: LedgerEntry, one: LedgerEntry): boolean {
  const wentAt = mail.sentAt ?? (mail.state === 'khôi phục' ? mail.at : null);
  const begunAt = wentAt ?? (isTerminal(mail.state) ? null : mail.claimedAt);
  const isOfItsKind = asksForResults(mail) || !asksForResults(one);
  return isOfItsKind && begunAt !== null && Temporal.Instant.compare(begunAt, one.at) >= 0;
}

/** It tells of all that its recipient has to do; another tells whoever takes part of that alone. */
export function asksForResults({ parts }: Pick<LedgerEntry, 'parts'>): boolean {
  return parts !== null && keyFacts[parts.kind].asksFor === 'results';
}

/** Of rows of one moment, as a run writes all of its own, each result follows a claim; a claim too many is still open. */
function inTime(rows: readonly LedgerFact[]): readonly LedgerFact[] {
  if (isInTime(rows)) return rows;
  const moments = Map.groupBy(
    rows.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    ({ at }) => at.epochMilliseconds,
  );
  return [...moments.values()].flatMap((ofMoment) => {
    const claims = ofMoment.filter(({ state }) => state === 'đang gửi');
    const others = ofMoment.filter(({ state }) => state !== 'đang gửi');
    return Array.from({ length: ofMoment.length }, (_, at) => [claims[at], others[at]])
      .flat()
      .filter((row) => !!row);
  });
}

/** True of what nearly every mail has: a claim and its result, of one moment or of two. */
function isInTime(rows: readonly LedgerFact[]): boolean {
  let isAfterTie = false;
  return rows.every((row, at) => {
    const before = rows[at - 1];
    const order = before ? Temporal.Instant.compare(before.at, row.at) : -1;
    const isTie = order === 0 && !isAfterTie && before?.state === 'đang gửi' && row.state !== 'đang gửi';
    isAfterTie = isTie;
    return order < 0 || isTie;
  });
}

export function aboutKey(subject: string, unit: string | null): string {
  return JSON.stringify([subject, unit]);
}

/** What is left of a mail that was sent, while it is owed. */
export function openRest(entry: LedgerEntry | undefined): LedgerEntry | null {
  const rest = entry?.rest ?? null;
  return rest && !isTerminal(rest.state) ? rest : null;
}

const NONE_BOUNCED: LedgerEntry['bounced'] = new Map();

/** The last row wins, save that what was sent stays sent: a slow run may settle a notice another run just mailed. */
function follow(before: LedgerEntry | undefined, row: LedgerFact): LedgerEntry {
  if (row.state === 'bị trả lại' && before?.sentAt) return cameBack(before, row);
  if (before?.sentAt && row.state === 'chờ người nhận còn lại') return withRest(before, row);
  if (before && openRest(before)) return followRest(before, row);
  // That it fell due and waits is nothing that was done about it.
  if (before && row.state === 'đến hạn') return { ...before, heldBy: row.heldBy };
  const isClaim = row.state === 'đang gửi';
  const isSent = row.state === 'đã gửi';
  const isResult = isSent || RESULTS.has(row.state);
  const sentAt = before?.sentAt ?? (isSent ? row.at : null);
  return {
    key: row.key,
    parts: before?.parts ?? parseLedgerKey(row.key),
    state: sentAt ? 'đã gửi' : row.state,
    at: row.at,
    kind: row.kind ?? before?.kind ?? null,
    claimedAt: isClaim ? row.at : (before?.claimedAt ?? null),
    attempts: (before?.attempts ?? 0) + (isClaim ? 1 : 0),
    unclear: (before?.unclear ?? 0) + (row.state === 'chưa rõ kết quả' || (isClaim && isUnanswered(before)) ? 1 : 0),
    sentAt,
    told: row.told ?? before?.told ?? [],
    marks: isClaim ? parseMarks(row.contacts ?? '') : (before?.marks ?? []),
    undeliverable: isResult ? parseMarks(row.contacts ?? '') : (before?.undeliverable ?? []),
    bounced: before?.bounced ?? NONE_BOUNCED,
    heldBy: row.heldBy,
    rest: before?.rest ?? null,
  };
}

/**
 * Of those whom it did not reach it is as if the server had never taken them. A mail that reached some stays sent, and when;
 * one that reached nobody was refused, and told nobody anything.
 */
function cameBack(before: LedgerEntry, { at, contacts, heldBy }: LedgerFact): LedgerEntry {
  const marks = parseMarks(contacts ?? '');
  const undeliverable = [...new Set([...before.undeliverable, ...marks])];
  const bounced = new Map([...before.bounced, ...marks.map((mark) => [mark, heldBy ?? ''] as const)]);
  const reachedSome = marks.length === 0 || before.marks.some((mark) => !undeliverable.includes(mark));
  const refused = { state: 'không gửi được', at, sentAt: null, told: [] } as const;
  return { ...before, ...(reachedSome ? {} : refused), undeliverable, bounced };
}

const RESULTS: ReadonlySet<LedgerState> = new Set(['không gửi được', 'gửi lại sau', 'đã gửi thêm'] as const);

/** The mail stays sent as it was; for those whom the row names it is as if it had been put off. */
function withRest(before: LedgerEntry, { state, at, contacts }: LedgerFact): LedgerEntry {
  const { attempts } = before.rest ?? before;
  const own = { state, at, attempts, unclear: 0, sentAt: null, undeliverable: [] };
  return { ...before, at, rest: { ...before, ...own, marks: parseMarks(contacts ?? ''), rest: null } };
}

/** Of those whom the server will never take nothing is owed any more; they are among those it refused of this mail. */
function followRest(before: LedgerEntry, row: LedgerFact): LedgerEntry {
  const rest = before.rest && follow(before.rest, row);
  if (!rest) return before;
  const isRefused = row.state === 'không gửi được';
  const gone = isRefused && rest.undeliverable.length === 0 ? rest.marks : rest.undeliverable;
  const marks = rest.marks.filter((mark) => !gone.includes(mark));
  return {
    ...before,
    at: row.at,
    undeliverable: [...new Set([...before.undeliverable, ...gone])],
    rest: isRefused ? null : { ...rest, marks },
  };
}

/** A claim that nothing followed: its run died, or its result is still to come. */
function isUnanswered(entry: LedgerEntry | undefined): boolean {
  return entry?.state === 'đang gửi';
}

/** How often a notice may have been sent already, nobody knows. */
export function maybeSent(entry: LedgerEntry, now: Temporal.Instant): number {
  return entry.unclear + (claimState(entry, now) === 'expired' ? 1 : 0);
}

/** How the ledger's column holds the contacts of a mail. */
export function writeMarks(contacts: readonly Contact[]): string | null {
  return contacts.length === 0 ? null : contacts.map(contactMark).sort().join('; ');
}

function parseMarks(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((mark) => mark.trim())
    .filter(Boolean)
    .sort();
}

/** A refusal for good is held while every contact and address is still the one that was refused. */
export function isStillRefused(entry: LedgerEntry, contacts: readonly Contact[]): boolean {
  return entry.state === 'không gửi được' && entry.marks.join('; ') === (writeMarks(contacts) ?? '');
}

export type ClaimState = 'none' | 'live' | 'expired' | 'terminal';

export function claimState(entry: LedgerEntry | undefined, now: Temporal.Instant): ClaimState {
  if (!entry) return 'none';
  if (isTerminal(entry.state)) return 'terminal';
  if (entry.state !== 'đang gửi') return 'none';
  return Temporal.Instant.compare(now, entry.at.add(LEASE)) < 0 ? 'live' : 'expired';
}
