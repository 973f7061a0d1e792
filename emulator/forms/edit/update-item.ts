import { invalidArgument } from '../../google-error.ts';
import { checkItem } from '../check-item.ts';
import { applyMask, readMask } from '../field-mask.ts';
import { idsOf, withIds } from '../ids.ts';
import { itemKinds, itemSchema, questionKinds, type WireItem } from '../item-schema.ts';
import type { Request } from '../request-schema.ts';
import { type Edit, indexOf, type Reply, rulesOf } from './edit.ts';

/** Changes what the mask names. An id under the mask that the request leaves blank is replaced by a new one. */
export function updateItem(edit: Edit, { item, location, updateMask }: NonNullable<Request['updateItem']>): Reply {
  const { items } = edit.content;
  const index = indexOf(location, 'location', items.length - 1);
  const current = items[index] as WireItem;
  if (item === undefined || kindOf(item) === undefined) throw invalidArgument('item with its kind is required.');
  // Nobody has seen an item change its kind in place; a client that never asks for it is safe either way.
  if (kindOf(item) !== kindOf(current)) throw invalidArgument('The kind of an item cannot be changed.');
  const updated = applyMask(withoutRivals(current, item), item, readMask(updateMask, itemSchema));
  checkItem(updated, rulesOf(edit));
  const others = items.filter((_, n) => n !== index);
  items[index] = withIds(updated, idsOf(others));
  return {};
}

const kindOf = (item: WireItem) => itemKinds.find((kind) => item[kind] !== undefined);

/** The current item without the kind of question that the update puts another in the place of. */
function withoutRivals(current: WireItem, update: WireItem): WireItem {
  const cleared = structuredClone(current);
  const question = cleared.questionItem?.question;
  const next = questionKinds.find((kind) => update.questionItem?.question?.[kind] !== undefined);
  if (question && next) for (const kind of questionKinds) if (kind !== next) delete question[kind];
  return cleared;
}
