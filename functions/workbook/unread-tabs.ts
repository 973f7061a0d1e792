import type { Finding } from '../../sheets-schema/finding.ts';
import { logTabs, peopleTabs, type Snapshot } from './snapshot.ts';

type TabName = keyof typeof peopleTabs | keyof typeof logTabs;

/** Tabs that cannot be read as they were, by their name in code, each with what is wrong in words. */
export type UnreadTabs = ReadonlyMap<TabName, string>;

/** What rests on which tabs. Without one of them a figure is not known, and the last good one stays. */
const FIGURES_OF_ROUNDS: readonly TabName[] = [
  'rounds',
  'decisions',
  'units',
  'outline',
  'settingsTab',
  'holidays',
  'reports',
  'answers',
  'filers',
  'changes',
];
export const restsOn = {
  rounds: FIGURES_OF_ROUNDS,
  tasks: [...FIGURES_OF_ROUNDS, 'tasks'],
  tracking: [...FIGURES_OF_ROUNDS, 'ledger'],
  mails: [...FIGURES_OF_ROUNDS, 'ledger', 'contacts'],
  choices: ['rounds', 'tasks', 'units', 'outline'],
} as const satisfies Record<string, readonly TabName[]>;

/** A tab that is gone, a column that is lost or doubled, a log whose columns do not stand where they are written. */
export function unreadTabs(snapshot: Snapshot): UnreadTabs {
  const { people, logs, missing, misheaded } = snapshot;
  const all = [
    ...entriesOf(peopleTabs).map((name) => ({ name, tab: peopleTabs[name], parsed: people[name] })),
    ...entriesOf(logTabs).map((name) => ({ name, tab: logTabs[name], parsed: logs[name] })),
  ];
  return new Map(
    all.flatMap(({ name, tab, parsed }) => {
      if (missing.has(tab.sheetId)) return [[name, `không thấy tab "${tab.title}"`] as const];
      const isWhole = parsed.readable && !misheaded.has(tab.sheetId);
      return isWhole ? [] : [[name, headerWords(tab.title, snapshot.findings)] as const];
    }),
  );
}

/** Why something that rests on these tabs is not known now: the first that cannot be read; null when all can. */
export function whyUnread(unread: UnreadTabs, needed: readonly TabName[]): string | null {
  const name = needed.find((one) => unread.has(one));
  return name === undefined ? null : (unread.get(name) ?? null);
}

/** `không đọc được tab "Kỳ báo cáo", cột "Hạn điều chỉnh"`. */
function headerWords(title: string, findings: readonly Finding[]): string {
  const column = findings.find((one) => one.tab === title && one.level === 'error' && one.column !== '')?.column;
  return column ? `không đọc được tab "${title}", cột "${column}"` : `không đọc được tab "${title}"`;
}

function entriesOf<T extends object>(tabs: T): readonly (keyof T)[] {
  return Object.keys(tabs) as (keyof T)[];
}
