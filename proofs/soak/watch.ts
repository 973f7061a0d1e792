import type { Sheet, Spreadsheet } from 'google-workspace-emulator';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { answers, changes, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { type SystemCell, system } from '../../sheets-schema/tabs/system.ts';
import { workbook as declared } from '../../sheets-schema/workbook.ts';
import type { Did, Life } from './life.ts';
import { bookOf, cellsOf, sheetOf } from './the-sheet.ts';

const tabs: readonly Tab[] = declared;
const peoplesTabs = tabs.filter(({ owner }) => owner === 'people');
const logs: readonly Tab[] = [reports, answers, filers, ledger, changes];

/** Looks at everything after each step. @returns what is not as it must be; nothing when all is well */
export type Watch = (did: Did) => Promise<readonly string[]>;

export function createWatch({ office, mailed }: Life): Watch {
  let before = bookOf(office);
  const mailsAllowed = createMailCount(mailed);
  return async (did) => {
    const now = bookOf(office);
    const mails = await office.mails();
    const violations = [
      ...did.errors,
      ...(did.isByPeople ? [] : [...peoplesCells(before, now), ...logViolations(before, now)]),
      ...reportViolations(now),
      ...ledgerViolations(now),
      ...claimViolations(before, now),
      ...countViolations(now),
      ...mailsAllowed(
        mails.map(({ messageId }) => messageId),
        did.isHurt,
      ),
      ...unclaimedMails(
        now,
        mails.map(({ messageId }) => messageId),
      ),
    ];
    before = now;
    return violations;
  };
}

/** No cell of a people's tab is the product's to write. */
function peoplesCells(before: Spreadsheet, now: Spreadsheet): readonly string[] {
  const other = peoplesTabs.filter((tab) => !sameCells(sheetOf(before, tab), sheetOf(now, tab)));
  return other.map(({ title }) => `a run wrote into ${title}`);
}

function sameCells(a: Sheet | undefined, b: Sheet | undefined): boolean {
  return a === b || JSON.stringify(cellsOf(a)) === JSON.stringify(cellsOf(b));
}

/** Rows of a log stay as they are; new ones come below. */
function logViolations(before: Spreadsheet, now: Spreadsheet): readonly string[] {
  return logs.flatMap((tab) => {
    const [was, is] = [sheetOf(before, tab), sheetOf(now, tab)];
    if (was === is) return [];
    const [old, fresh] = [(was?.rows ?? []).slice(0, cellsOf(was).length), is?.rows ?? []];
    const row = old.findIndex((one, index) => one !== fresh[index] && !sameRow(one, fresh[index]));
    return row < 0 ? [] : [`row ${row + 1} of ${tab.title} changed`];
  });
}

function sameRow(a: Sheet['rows'][number], b: Sheet['rows'][number]): boolean {
  const values = (row: typeof a) => JSON.stringify(row?.cells.map((cell) => cell?.userEnteredValue ?? null));
  return values(a) === values(b);
}

function column(tab: Tab, name: string): number {
  return Object.keys(tab.columns).indexOf(name);
}

/** Each submission is recorded at most once. */
function reportViolations(now: Spreadsheet): readonly string[] {
  const at = ['responseId', 'lastSubmittedTime'].map((name) => column(reports, name));
  const names = cellsOf(sheetOf(now, reports)).map((row) => at.map((index) => row[index]).join(' '));
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is recorded twice`);
}

const ENDS = new Set(['đã gửi', 'gộp vào thư mạnh hơn', 'đã nộp', 'không cần nữa', 'khôi phục']);

/** What has ended stays ended. */
function ledgerViolations(now: Spreadsheet): readonly string[] {
  const ended = new Map<string, string>();
  const [keyAt, stateAt] = [column(ledger, 'key'), column(ledger, 'state')];
  return cellsOf(sheetOf(now, ledger)).flatMap((row) => {
    const [key, state] = [String(row[keyAt]), String(row[stateAt])];
    const end = ended.get(key);
    if (ENDS.has(state)) ended.set(key, state);
    return end === undefined ? [] : [`${key} goes on as ${state} after ${end}`];
  });
}

/** An id used once stays used, and the revision only rises. */
function claimViolations(before: Spreadsheet, now: Spreadsheet): readonly string[] {
  const lost = [...before.metadata.keys()].filter((id) => !now.metadata.has(id));
  const [was, is] = [before, now].map((book) => Number(systemCells(book).get('revision')));
  return [
    ...lost.map((id) => `claim ${id} is gone`),
    ...((is ?? 0) < (was ?? 0) ? [`the revision fell from ${was} to ${is}`] : []),
  ];
}

function systemCells(book: Spreadsheet): ReadonlyMap<string, string> {
  return new Map(cellsOf(sheetOf(book, system)).map(([name, value]) => [String(name), String(value ?? '')]));
}

const counted: readonly (readonly [Tab, SystemCell])[] = [
  [reports, 'rows.reports'],
  [answers, 'rows.answers'],
  [ledger, 'rows.ledger'],
  [changes, 'rows.changes'],
];

/** The bookkeeping knows how many rows each log has. */
function countViolations(now: Spreadsheet): readonly string[] {
  const cells = systemCells(now);
  return counted.flatMap(([tab, name]) => {
    const rows = cellsOf(sheetOf(now, tab)).length - 1;
    return Number(cells.get(name)) === rows ? [] : [`${tab.title} has ${rows} rows, ${cells.get(name)} are on record`];
  });
}

/** A mail arrives once; once more for each time it arrived while a run was hurt. */
function createMailCount(mailed: readonly string[]): (ids: readonly string[], isHurt: boolean) => readonly string[] {
  const allowed = new Map(mailed.map((id) => [id, 0]));
  let seen = 0;
  return (ids, isHurt) => {
    const violations: string[] = [];
    for (const id of ids.slice(seen)) {
      const left = allowed.get(id) ?? 1;
      if (left === 0) violations.push(`${id} arrived again`);
      allowed.set(id, left - 1 + (isHurt ? 1 : 0));
    }
    seen = ids.length;
    return violations;
  };
}

/** No mail leaves that the ledger does not know. */
function unclaimedMails(now: Spreadsheet, ids: readonly string[]): readonly string[] {
  const at = column(ledger, 'messageId');
  const known = new Set(cellsOf(sheetOf(now, ledger)).map((row) => row[at]));
  return ids.filter((id) => !known.has(id)).map((id) => `${id} left without a claim`);
}
