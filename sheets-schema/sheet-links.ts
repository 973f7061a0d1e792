import { allTabs } from './all-tabs.ts';
import type { Cell } from './cell.ts';
import { nameOfView, readyViews } from './ready-views.ts';

const places: ReadonlyMap<Cell, string> = new Map([
  ...allTabs.map(({ title, sheetId }) => [title, `#gid=${sheetId}`] as const),
  ...readyViews.map((view) => [nameOfView(view), `#gid=${view.tab.sheetId}&fvid=${view.id}`] as const),
]);

/** Whether a text is an address of the web and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Where a text of a linked column leads: to the tab or the view it names, or to the address it is; null for any other. */
export function linkOf(value: Cell): string | null {
  if (typeof value === 'string' && isWebAddress(value)) return value;
  return places.get(value) ?? null;
}
