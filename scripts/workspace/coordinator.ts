import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { fold } from '../../sheets-schema/text.ts';

/** A person at the Sheet: reads what it shows and types as people type. */
export type Coordinator = {
  /** What a tab shows, header row first. */
  read(tab: Tab): Promise<readonly (readonly string[])[]>;
  /** Types into one cell: the row whose first cell is `key`, the column with that title. */
  type(tab: Tab, key: string, column: string, value: Cell): Promise<void>;
  /** Adds a row below the others; cells by title. */
  add(tab: Tab, cells: Readonly<Record<string, Cell>>): Promise<void>;
};

export function createCoordinator(emulatorUrl: string, spreadsheetId: string): Coordinator {
  const client = sheets({ version: 'v4', rootUrl: `${emulatorUrl}/` });
  const read = async (tab: Tab) => {
    const answer = await client.spreadsheets.values.get({ spreadsheetId, range: quoted(tab) });
    const rows = (answer.data.values ?? []) as string[][];
    return rows.slice(0, rows.findLastIndex((cells) => cells.some(isTyped)) + 1);
  };
  const write = (range: string, values: Cell[][]) =>
    editByHand(emulatorUrl, spreadsheetId, `values/${encodeURIComponent(range)}`, { values });
  return {
    read,
    async type(tab, key, column, value) {
      const [header = [], ...rows] = await read(tab);
      const row = rows.findIndex((cells) => fold(cells[0] ?? '') === fold(key));
      const at = header.findIndex((title) => fold(title) === fold(column));
      if (row < 0 || at < 0) throw new Error(`No cell "${key}" / "${column}" in ${tab.title}.`);
      await write(`${quoted(tab)}!${letter(at)}${row + 2}`, [[value]]);
    },
    async add(tab, cells) {
      const rows = await read(tab);
      const titles = rows[0] ?? [];
      const values = titles.map((title) => cells[title] ?? '');
      await write(`${quoted(tab)}!A${rows.length + 1}`, [values]);
    },
  };
}

/** Changes a file as a person in the editor does: what a program may not write, a person may. */
export async function editByHand(emulatorUrl: string, spreadsheetId: string, what: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  const place = `${emulatorUrl}/spreadsheets/d/${spreadsheetId}/${what}`;
  const answer = await fetch(place, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A tick box that nobody ticked is nothing a person sees as typed. */
function isTyped(cell: string): boolean {
  return cell !== '' && cell !== 'FALSE' && cell !== 'SAI';
}

function quoted(tab: Tab): string {
  return `'${tab.title}'`;
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${letter(index - 26)}`;
}
