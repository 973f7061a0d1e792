import { invalidArgument } from '../../google-error.ts';
import { checkItem } from '../check-item.ts';
import { idsOf, withIds } from '../ids.ts';
import { questionsOf } from '../item-schema.ts';
import type { Request } from '../request-schema.ts';
import { type Edit, indexOf, type Reply, rulesOf } from './edit.ts';

/** Inserts an item; index N, one past the last, appends. */
export function createItem(edit: Edit, { item, location }: NonNullable<Request['createItem']>): Reply {
  if (item === undefined) throw invalidArgument('item is required.');
  const { items } = edit.content;
  const index = indexOf(location, 'location', items.length);
  checkItem(item, rulesOf(edit));
  const created = withIds(item, idsOf(items));
  items.splice(index, 0, created);
  const questionId = questionsOf(created).flatMap((question) => question.questionId ?? []);
  return { createItem: { itemId: created.itemId, ...(questionId.length > 0 && { questionId }) } };
}

/**
 * Takes the item out, then inserts it: the new index counts without it. Nobody has documented that: under
 * `forms.moves-count-the-moved` it counts the item where it stood, so a move further down ends one place earlier.
 */
export function moveItem(edit: Edit, request: NonNullable<Request['moveItem']>): Reply {
  const { items } = edit.content;
  const from = indexOf(request.originalLocation, 'original_location', items.length - 1);
  const given = indexOf(request.newLocation, 'new_location', items.length - 1);
  const to = edit.switches.get('forms.moves-count-the-moved') && given > from ? given - 1 : given;
  items.splice(to, 0, ...items.splice(from, 1));
  return {};
}

/**
 * What becomes of options that lead to a deleted section is unknown: such a deletion is refused, unless
 * `forms.delete-referenced-section` is on; then the options lose their direction.
 */
export function deleteItem(edit: Edit, { location }: NonNullable<Request['deleteItem']>): Reply {
  const { items } = edit.content;
  const [deleted] = items.splice(indexOf(location, 'location', items.length - 1), 1);
  const options = items.flatMap((item) => item.questionItem?.question?.choiceQuestion?.options ?? []);
  const leading = options.filter(
    ({ goToSectionId }) => goToSectionId !== undefined && goToSectionId === deleted?.itemId,
  );
  if (leading.length > 0 && !edit.switches.get('forms.delete-referenced-section')) {
    throw invalidArgument(`Cannot delete section ${deleted?.itemId}: an option leads to it.`);
  }
  for (const option of leading) delete option.goToSectionId;
  return {};
}
