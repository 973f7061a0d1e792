import type { ChoicesRow } from '../../sheets-schema/tabs/projections.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/** `_danh mục`: each column lists what a drop-down offers, one value a row. */
export function choiceRows({
  tasks,
  rounds,
  units,
  outline,
}: Pick<PeopleTabs, 'tasks' | 'rounds' | 'units' | 'outline'>): readonly ChoicesRow[] {
  const groups = units.rows.flatMap((unit) => unit.groups ?? []);
  // A list somebody typed is offered too: it is right, and the service would mark it as none of the choices.
  const groupLists = units.rows.map((unit) => words(unit.groups));
  const unitLists = [
    ...[...tasks.rows, ...outline.rows].map((row) => words(row.appliesTo)),
    ...outline.rows.map((row) => words(row.sectionFor)),
    ...tasks.rows.map((row) => words(row.cooperating)),
  ];
  const columns = {
    subject: distinct([...rounds.rows, ...tasks.rows].map(({ id }) => id)),
    unit: distinct([
      ...units.rows.map(({ code }) => code),
      ...groups,
      ...unitLists,
      ...rounds.rows.map((round) => words(round.expected)),
      ...tasks.rows.map(({ lead }) => lead ?? ''),
    ]),
    group: distinct([...groups, ...groupLists]),
    item: distinct(outline.rows.map(({ item }) => item)),
  };
  const length = Math.max(...Object.values(columns).map((values) => values.length));
  return Array.from({ length }, (_, row) => ({
    subject: columns.subject[row] ?? null,
    unit: columns.unit[row] ?? null,
    group: columns.group[row] ?? null,
    item: columns.item[row] ?? null,
  }));
}

function words(list: readonly string[] | null): string {
  return (list ?? []).join('; ');
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
