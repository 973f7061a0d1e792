import type { Cell } from '../../../sheets-schema/cell.ts';
import type { Columns, RowOf, Tab } from '../../../sheets-schema/define-tab.ts';
import { encodeRow } from '../../../sheets-schema/parse-tab.ts';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { templateSeeds } from '../../../sheets-schema/seed/templates.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import { visitSeeds } from '../../../sheets-schema/seed/visits.ts';
import { type Setting, settings } from '../../../sheets-schema/setting-list.ts';
import { holidays } from '../../../sheets-schema/tabs/holidays.ts';
import { outline } from '../../../sheets-schema/tabs/outline.ts';
import { tasks } from '../../../sheets-schema/tabs/register.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { templates } from '../../../sheets-schema/tabs/templates.ts';
import { units } from '../../../sheets-schema/tabs/units.ts';
import { visits } from '../../../sheets-schema/tabs/visits.ts';
import type { CellWrite, Write } from '../../ports.ts';

/** What a file never provisioned starts with: the register, the units, the outline, the calendar, the texts. */
export function seedChanges(): readonly Write[] {
  return [
    seed(tasks, taskSeeds),
    seed(rounds, roundSeeds),
    seed(visits, visitSeeds),
    seed(units, unitSeeds),
    seed(outline, outlineSeeds),
    seed(holidays, holidaySeeds),
    seed(templates, templateSeeds),
    { kind: 'write', sheetId: settingsTab.sheetId, row: 1, column: 0, rows: settingRows() },
  ];
}

function seed<T extends Tab>(tab: T, rows: readonly RowOf<T>[]): Write {
  const columns = Object.values(tab.columns as Columns);
  const cells = rows.map((row) => encodeRow(tab, row).map((value, index) => write(value, columns[index]?.format)));
  return { kind: 'write', sheetId: tab.sheetId, row: 1, column: 0, rows: cells };
}

function write(value: Cell, format: CellWrite['format']): CellWrite {
  return format && typeof value === 'number' ? { value, format } : { value };
}

function settingRows(): readonly (readonly CellWrite[])[] {
  return (Object.values(settings) as Setting<unknown>[]).map((setting) => Object.values(settingCells(setting)));
}

/** A setting with its first value, by column and in declared order. */
export function settingCells({ title, kind, initial, about }: Setting<unknown>) {
  return {
    name: { value: title },
    value: write(kind.codec.encode(initial) as Cell, kind.format),
    about: { value: about },
  } satisfies Record<keyof typeof settingsTab.columns, CellWrite>;
}
