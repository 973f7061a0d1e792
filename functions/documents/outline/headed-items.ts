import type { Paragraph, Table } from 'docx';
import { isWholeSection, sectionHeading, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { itemMark, partMark } from './place-marks.ts';
import { headline } from './report-paper.ts';

/**
 * The items of an outline under its headings, word for word, each heading marked. An item without a block stands for
 * nothing and is left out; so is a part of such.
 * @param write what stands under the heading of an item; null leaves the item out
 */
export function headedItems<T extends Paragraph | Table>(
  questions: readonly OutlineQuestion[],
  write: (own: readonly OutlineQuestion[], item: string) => readonly T[] | null,
): (Paragraph | T)[] {
  return sectionsOf(questions).flatMap((section) => {
    const items = [...Map.groupBy(section.questions, ({ item }) => item)].flatMap(([item, own]) => {
      const [first] = own;
      const blocks = write(own, item);
      return first && blocks ? [{ first, blocks }] : [];
    });
    const [only] = items;
    if (!only) return [];
    const mark = isWholeSection(only.first) ? itemMark(only.first) : partMark(only.first);
    return [
      headline(sectionHeading(section), mark),
      ...items.flatMap(({ first, blocks }) => [
        ...(isWholeSection(first) ? [] : [headline(`${first.item}. ${first.wording}`, itemMark(first))]),
        ...blocks,
      ]),
    ];
  });
}
