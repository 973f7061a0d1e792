import { AT_THE_SCREEN } from '../../actor.ts';
import type { SettableClock } from '../../clock.ts';
import type { SheetsService } from '../../sheets/index.ts';
import type { Sheet, Spreadsheet } from '../../sheets/model.ts';
import { swapParts } from '../../sheets/swap-parts.ts';

/** A spreadsheet as it was once. What is in it shares everything unchanged with its neighbours: keeping it costs little. */
export type Version = {
  /** Counts up in one spreadsheet, from 1. */
  number: number;
  /** ISO 8601. */
  at: string;
  who: 'person' | 'program';
  /** Titles of the tabs that were changed. */
  tabs: readonly string[];
  book: Spreadsheet;
};

type Step = { before: Spreadsheet; after: Spreadsheet };
/** What became of an undo or redo; `sheetId` is a tab in which it shows, unless that tab went. */
export type Undone = { kind: 'done'; sheetId: number | undefined } | { kind: 'nothing' } | { kind: 'changed since' };

/** What was done to each spreadsheet: its versions, and a person's own edits to be taken back or made again. */
export type History = {
  /** Oldest first. */
  versions(id: string): readonly Version[];
  undo(id: string): Undone;
  redo(id: string): Undone;
  clear(): void;
};

/** Older ones are forgotten. */
const MOST_VERSIONS = 200;
const MOST_STEPS = 100;

type Kept = { versions: Version[]; undos: Step[]; redos: Step[] };

export function createHistory({ sheets, clock }: { sheets: SheetsService; clock: SettableClock }): History {
  const kept = new Map<string, Kept>();
  let isSwapping = false;

  function keptOf(id: string): Kept {
    const known = kept.get(id) ?? { versions: [], undos: [], redos: [] };
    kept.set(id, known);
    return known;
  }

  sheets.onChange(({ before, after, user }) => {
    const own = keptOf(after.id);
    const who = user === AT_THE_SCREEN ? 'person' : 'program';
    keepVersion(own, {
      at: clock.now(),
      who,
      tabs: changedTabs(before, after).map(({ properties }) => properties.title),
      book: after,
    });
    if (who === 'program' || isSwapping || !before) return;
    own.undos = [...own.undos, { before, after }].slice(-MOST_STEPS);
    own.redos = [];
  });

  /** Takes the last step from one list, puts the spreadsheet there, and leaves the step on the other. */
  function swap(id: string, [from, to]: readonly ['undos', 'redos'] | readonly ['redos', 'undos']): Undone {
    const own = keptOf(id);
    const [step, now] = [own[from].at(-1), sheets.spreadsheets().get(id)];
    if (!step || !now) return { kind: 'nothing' };
    const ends = from === 'undos' ? ([step.after, step.before] as const) : ([step.before, step.after] as const);
    const book = swapParts(now, ...ends);
    if (!book) return { kind: 'changed since' };
    isSwapping = true;
    sheets.replace(book, AT_THE_SCREEN);
    isSwapping = false;
    own[from] = own[from].slice(0, -1);
    own[to] = [...own[to], step];
    return { kind: 'done', sheetId: changedTabs(...ends)[0]?.properties.sheetId };
  }

  return {
    versions: (id) => kept.get(id)?.versions ?? [],
    undo: (id) => swap(id, ['undos', 'redos']),
    redo: (id) => swap(id, ['redos', 'undos']),
    clear: () => kept.clear(),
  };
}

/** What programs write within one minute of the clock is one version. */
function keepVersion(own: Kept, version: Omit<Version, 'number'>): void {
  const previous = own.versions.at(-1);
  if (previous?.who === 'program' && version.who === 'program' && minuteOf(previous) === minuteOf(version)) {
    previous.tabs = [...new Set([...previous.tabs, ...version.tabs])];
    previous.book = version.book;
    return;
  }
  const number = (previous?.number ?? 0) + 1;
  own.versions = [...own.versions, { ...version, number }].slice(-MOST_VERSIONS);
}

const minuteOf = ({ at }: Pick<Version, 'at'>): string => at.slice(0, '2025-10-23T14:05'.length);

/** The tabs that are new or other ones than before. */
const changedTabs = (before: Spreadsheet | undefined, { sheets }: Spreadsheet): Sheet[] =>
  sheets.filter((sheet) => !before?.sheets.includes(sheet));
