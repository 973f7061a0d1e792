import type { RowOf, Tab } from '../../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow, parseTab } from '../../../sheets-schema/parse-tab.ts';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { templateSeeds } from '../../../sheets-schema/seed/templates.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import { holidays } from '../../../sheets-schema/tabs/holidays.ts';
import { outline } from '../../../sheets-schema/tabs/outline.ts';
import { tasks } from '../../../sheets-schema/tabs/register.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { templates } from '../../../sheets-schema/tabs/templates.ts';
import { units } from '../../../sheets-schema/tabs/units.ts';

type SeededTab = {
  readonly title: string;
  readonly seeds: readonly unknown[];
  readonly writeAndRead: () => { readonly rows: readonly unknown[]; readonly findings: readonly unknown[] };
};

function seeded<T extends Tab>(tab: T, seeds: readonly RowOf<T>[]): SeededTab {
  return {
    title: tab.title,
    seeds,
    writeAndRead: () => {
      const read = parseTab(tab, [headerRow(tab), ...seeds.map((row) => encodeRow(tab, row))]);
      return { rows: read.rows.map(({ at, ...row }) => row), findings: read.findings };
    },
  };
}

export const seededTabs: readonly SeededTab[] = [
  seeded(tasks, taskSeeds),
  seeded(rounds, roundSeeds),
  seeded(units, unitSeeds),
  seeded(outline, outlineSeeds),
  seeded(holidays, holidaySeeds),
  seeded(templates, templateSeeds),
];

/** As plain JSON: days and instants become text that can be compared. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Every text inside a value, at any depth. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
