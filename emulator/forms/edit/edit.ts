import { invalidArgument } from '../../google-error.ts';
import type { FormContent } from '../form.ts';
import type { ItemRules } from '../item-rules.ts';
import type { WireItem } from '../item-schema.ts';

/** One batch at work on its own copy of a form's content. */
export type Edit = {
  content: FormContent;
  /** Page breaks that stood before the batch began. */
  earlierSections: ReadonlySet<string>;
  switches: ReadonlyMap<string, boolean>;
};

export type Reply = { createItem?: { itemId: string; questionId?: string[] } };

/** Ids of the page breaks among these items. */
export const sectionsOf = (items: readonly WireItem[]): Set<string> =>
  new Set(items.flatMap(({ itemId, pageBreakItem }) => (pageBreakItem && itemId ? [itemId] : [])));

/**
 * What an item must obey at this moment of the batch. Whether an option may lead to a section made by the same batch is
 * unknown: refused unless `forms.same-batch-sections` is on. Nor is it known of options that read the same
 * (`forms.duplicate-options`), or of a question of which only some options lead on (`forms.partial-navigation`).
 */
export function rulesOf({ content, earlierSections, switches }: Edit): ItemRules {
  const standing = sectionsOf(content.items);
  const isOpen = (id: string) => switches.get('forms.same-batch-sections') || earlierSections.has(id);
  const sections = new Set([...standing].filter(isOpen));
  return {
    sections,
    allowsDuplicateOptions: switches.get('forms.duplicate-options') ?? false,
    allowsPartialNavigation: switches.get('forms.partial-navigation') ?? false,
  };
}

/** The index of a location, at most `last`. @throws GoogleError when it is left out or outside the form */
export function indexOf(location: { index?: number | undefined } | undefined, name: string, last: number): number {
  const index = location?.index;
  if (index === undefined) throw invalidArgument(`${name}.index is required.`);
  if (index < 0 || index > last) throw invalidArgument(`${name}.index ${index} is out of range [0, ${last + 1}).`);
  return index;
}
