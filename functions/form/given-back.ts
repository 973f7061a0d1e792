import type { FormItem, LiveForm } from '../ports.ts';
import { type AppliedForm, INFO } from './applied-form.ts';
import { areAlike, infoHash, itemHash } from './form-hash.ts';
import type { WantedForm } from './wanted-form.ts';

// Google may give back what it was sent in other words: a blank less, the next page by its place instead of its name. What
// it gave back right after an edit is what we made; only what differs from that was done by hand. A run that died between
// the edit and its commit left no word of that: then what is wanted anew and stands there alike is ours.

/** The live form with each way to the next page named by that page, as we send it. */
export function pagesNamed(live: LiveForm): LiveForm {
  let next: string | null | undefined;
  const items = (live.items ?? []).toReversed().map((item) => {
    const named = next ? leadingTo(item, next) : item;
    if (item.pageBreakItem) next = item.itemId;
    return named;
  });
  return { ...live, items: items.reverse() };
}

function leadingTo(item: FormItem, next: string): FormItem {
  const choiceQuestion = item.questionItem?.question?.choiceQuestion;
  if (!choiceQuestion?.options?.some(({ goToAction }) => goToAction === 'NEXT_SECTION')) return item;
  const options = choiceQuestion.options.map(({ goToAction, ...option }) =>
    goToAction === 'NEXT_SECTION'
      ? { ...option, goToSectionId: next }
      : { ...option, ...(goToAction && { goToAction }) },
  );
  const question = { ...item.questionItem?.question, choiceQuestion: { ...choiceQuestion, options } };
  return { ...item, questionItem: { ...item.questionItem, question } };
}

/** What last stood there of ours, as Google gives it; undefined where nothing of ours did. */
export function lastGiven(last: AppliedForm, id: string): string | undefined {
  return last.given[id] ?? last.items[id];
}

/** The live form with everything that is as Google gives it back in the words in which it was sent. */
export function asSent(live: LiveForm, wanted: WantedForm, asked: readonly FormItem[], last: AppliedForm): LiveForm {
  const sent = new Map(asked.map((item) => [item.itemId ?? '', item]));
  const items = (live.items ?? []).map((item) => {
    const want = sent.get(item.itemId ?? '');
    if (!want) return item;
    const hashes = { now: itemHash(item), want: itemHash(want) };
    return isAsSent(item.itemId ?? '', hashes, last, () => areAlike(item, want)) ? want : item;
  });
  const { title, description } = wanted;
  const hashes = { now: infoHashOf(live), want: infoHash(wanted) };
  if (!isAsSent(INFO, hashes, last, () => areAlike(infoOf(live), { title, description }))) return { ...live, items };
  return { ...live, info: { ...live.info, title, description }, items };
}

/** What Google gave back of it last; or, where an edit of ours was due that may have been lost, what is like it by now. */
function isAsSent(
  id: string,
  { now, want }: { readonly now: string; readonly want: string },
  last: AppliedForm,
  isAlike: () => boolean,
): boolean {
  if (last.items[id] === want) return last.given[id] === now;
  return lastGiven(last, id) !== now && isAlike();
}

/**
 * Hashes of what Google gives back otherwise than it was sent, by item id and `info`.
 * @param seen the form right after the last edit, or as it was found where there was nothing to edit
 * @param sent hashes of what stands on it by now
 * @param edited what people edited by hand, and so is not of ours
 */
export function givenBack(
  seen: LiveForm,
  sent: AppliedForm['items'],
  edited: ReadonlySet<string>,
  last: AppliedForm,
): AppliedForm['given'] {
  const now = new Map([
    [INFO, infoHashOf(seen)],
    ...(pagesNamed(seen).items ?? []).map((item) => [item.itemId ?? '', itemHash(item)] as const),
  ]);
  const given = Object.entries(sent).flatMap(([id, hash]) => {
    const known = edited.has(id) ? (last.items[id] === hash ? last.given[id] : undefined) : now.get(id);
    return known === undefined || known === hash ? [] : [[id, known] as const];
  });
  return Object.fromEntries(given);
}

function infoOf({ info }: LiveForm): { readonly title: string; readonly description: string } {
  return { title: info?.title ?? '', description: info?.description ?? '' };
}

export function infoHashOf(live: LiveForm): string {
  return infoHash(infoOf(live));
}
