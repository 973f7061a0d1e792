import { placeOf } from './document-model.ts';
import { entriesOf } from './entries.ts';
import { type ItemAcrossUnits, writtenList } from './items-across-units.ts';
import { withOfficialDays } from './official-words.ts';
import type { Said } from './said-by-units.ts';

/** Every matter of the lists that units wrote under some items, in their own words. */
export function listEntries(items: readonly ItemAcrossUnits[]): readonly Said[] {
  return items.flatMap(({ item, contents }) =>
    contents.flatMap((content): readonly Said[] => {
      const list = writtenList(content);
      if (list === null) return [];
      const { status } = content;
      const place = placeOf(item, status.unit);
      return entriesOf(list.text).map((entry) => {
        const text = withOfficialDays(entry.charAt(0).toLocaleUpperCase('vi') + entry.slice(1));
        return { status, text, note: `${list.source}, mục ${item}.`, rendered: { place, words: text } };
      });
    }),
  );
}
