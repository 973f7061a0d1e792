import type { Cell } from '../../../sheets-schema/cell.ts';
import { placesOf } from '../../../sheets-schema/parse-tab.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { tasks as tasksTab } from '../../../sheets-schema/tabs/register.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { Write } from '../../ports.ts';
import type { Snapshot } from '../../workbook/snapshot.ts';

/** Tasks whose clause the seeds know word for word and whose *Nguyên văn* is empty, with the words. */
export function unfilledClauses({ rows }: Pick<Snapshot['people']['tasks'], 'rows'>) {
  const known = new Map(taskSeeds.map((seed) => [seed.id, seed]));
  return rows.flatMap(({ at, id, source, exact }) => {
    const seed = known.get(id);
    const isSame = seed !== undefined && fold(seed.source) === fold(source);
    return isSame && exact === null && seed.exact !== null ? [{ at, words: seed.exact }] : [];
  });
}

/**
 * The words of each clause into its own cell: files of earlier releases came without them. What a person typed there stays.
 * @param header of the tab as it stands
 */
export function planExactWords(
  lacking: ReturnType<typeof unfilledClauses>,
  header: readonly Cell[],
  sheetId: number,
): readonly Write[] {
  const column = placesOf(tasksTab, header).get('exact');
  if (column === undefined) return [];
  return lacking.map(({ at, words }) => ({ kind: 'write', sheetId, row: at - 1, column, rows: [[{ value: words }]] }));
}
