import type { ParsedMessage, Sheet, Spreadsheet } from 'google-workspace-emulator';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { mailboxOf } from '../../test/support/office.ts';
import { brokenNow, brokenSince, type Cells, mailKeys, unclaimed } from '../invariants.ts';
import type { Did, Life } from './life.ts';
import { bookOf, cellsIn, cellsOf, isFormOpen, isRoundOpen, sheetOf } from './the-sheet.ts';

const peoplesTabs = (allTabs as readonly Tab[]).filter(({ owner }) => owner === 'people');

/** Looks at everything after each step. @returns what is not as it must be; nothing when all is well */
export type Watch = (did: Did) => Promise<readonly string[]>;

export function createWatch(life: Life): Watch {
  const { office, mailed } = life;
  let before = bookOf(office);
  const mailsAllowed = createMailCount(mailed);
  let seen = 0;
  let wasFormOpen = isFormOpen(office);
  return async (did) => {
    const now = bookOf(office);
    const mails = await office.mails();
    const ids = mails.map(({ messageId }) => messageId);
    const arrivals = mails.flatMap(({ messageId, envelope }) => envelope.to.map((to) => `${messageId} to ${to}`));
    const violations = [
      ...did.errors,
      ...(did.isByPeople ? [] : [...peoplesCells(before, now), ...brokenSince(cellsIn(before), cellsIn(now))]),
      ...(wasFormOpen && !isFormOpen(office) && isRoundOpen(now) ? ['a run closed the form of an open round'] : []),
      ...brokenNow(cellsIn(now)),
      ...lostClaims(before, now),
      ...mailsAllowed(arrivals, did.isHurt),
      ...(did.isByPeople ? [] : heldMails(cellsIn(now), outward(mails.slice(seen)), life.holds)),
      ...unclaimed(cellsIn(now), ids).map((id) => `${id} left without a claim`),
    ];
    before = now;
    seen = ids.length;
    wasFormOpen = isFormOpen(office);
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

/** An id used once stays used. */
function lostClaims(before: Spreadsheet, now: Spreadsheet): readonly string[] {
  return [...before.metadata.keys()].filter((id) => !now.metadata.has(id)).map((id) => `claim ${id} is gone`);
}

/** As the kind is called in keys. */
const LATE = 'qua-han';

const OWN: readonly string[] = ['dieuphoi', 'lanhdao'].map(mailboxOf);

/** Mails that leave the house. */
function outward(mails: readonly ParsedMessage[]): readonly string[] {
  return mails.filter(({ envelope }) => !envelope.to.every((to) => OWN.includes(to))).map(({ messageId }) => messageId);
}

/** While something is spoilt those whom it concerns rest. */
function heldMails(cells: Cells, fresh: readonly string[], holds: Life['holds']): readonly string[] {
  if (holds === undefined) return [];
  const keys = new Map(mailKeys(cells));
  const waits = (key = '') =>
    holds === 'all' || key.split('/')[holds === 'late' ? 2 : 1] === (holds === 'late' ? LATE : holds);
  return fresh
    .map((id) => keys.get(id))
    .filter(waits)
    .map((key) => `${key} left while ${holds} waits`);
}

/** A mail arrives at an address once; once more for each time it arrived while a run was hurt. */
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
