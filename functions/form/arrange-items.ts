import type { FormItem, FormRequest } from '../ports.ts';
import { itemHash } from './form-hash.ts';

/** Questions that lead to pages before those pages. Fact: google-forms, deleteItem: a page that is led to may be refused. */
export function deletions(current: readonly FormItem[], removed: readonly FormItem[]): readonly FormRequest[] {
  const left = [...current];
  return removed
    .toSorted((a, b) => Number(isLeading(b)) - Number(isLeading(a)))
    .map((item) => {
      const index = left.indexOf(item);
      left.splice(index, 1);
      return { deleteItem: { location: { index } } };
    });
}

/** Whether the answers to a question lead to pages. */
export function isLeading({ questionItem }: FormItem): boolean {
  const options = questionItem?.question?.choiceQuestion?.options ?? [];
  return options.some(({ goToSectionId, goToAction }) => goToSectionId || goToAction);
}

/** The wanted order, with items that are not ours left behind the item they stand behind now. */
export function withForeign(
  wanted: readonly FormItem[],
  kept: readonly FormItem[],
  foreign: readonly FormItem[],
): readonly FormItem[] {
  const order = [...wanted];
  for (const item of foreign) {
    const before = kept[kept.indexOf(item) - 1]?.itemId;
    const place = order.findIndex((candidate) => candidate.itemId === before);
    order.splice(place + 1, 0, item);
  }
  return order;
}

/** Walks the wanted order; at each place the item is there, is moved there from further on, or is made there. */
export function arrangeItems(
  start: readonly FormItem[],
  order: readonly FormItem[],
  untouched: ReadonlySet<FormItem>,
): readonly FormRequest[] {
  const working = [...start];
  const requests: FormRequest[] = [];
  for (const [index, item] of order.entries()) {
    const at = working.findIndex((candidate) => candidate.itemId === item.itemId);
    if (at < 0) {
      requests.push(create(item, index));
      working.splice(index, 0, item);
      continue;
    }
    const live = working[at] as FormItem;
    if (at !== index) {
      requests.push({ moveItem: { originalLocation: { index: at }, newLocation: { index } } });
      working.splice(index, 0, ...working.splice(at, 1));
    }
    if (!untouched.has(item) && itemHash(live) !== itemHash(item)) requests.push(update(item, index));
  }
  return requests;
}

export function create(item: FormItem, index: number): FormRequest {
  return { createItem: { item, location: { index } } };
}

/** The whole item goes along with its ids: a blank id under the mask would orphan earlier answers. Fact: google-forms, updateItem. */
export function update(item: FormItem, index: number): FormRequest {
  const updateMask = item.questionItem ? 'title,description,questionItem' : 'title,description';
  return { updateItem: { item, location: { index }, updateMask } };
}
