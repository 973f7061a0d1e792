import type { FormItem } from '../ports.ts';
import type { AppliedForm } from './applied-form.ts';
import { itemHash } from './form-hash.ts';
import { lastGiven } from './given-back.ts';
import { named } from './hand-edits.ts';

/**
 * A choice somebody may have made stays while answers come: the options wanted, and after them those of ours that are
 * wanted no longer. Where people changed the live question by hand nothing is added.
 */
export function withFormerOptions(item: FormItem, live: FormItem | undefined, last: AppliedForm): FormItem {
  const choice = item.questionItem?.question?.choiceQuestion;
  if (!choice || !live || lastGiven(last, item.itemId ?? '') !== itemHash(live)) return item;
  const offered = new Set(choice.options?.map(({ value }) => value));
  const former = optionsOf(live).filter(({ value }) => !offered.has(value));
  if (former.length === 0) return item;
  const choiceQuestion = { ...choice, options: [...(choice.options ?? []), ...former] };
  return { ...item, questionItem: { question: { ...item.questionItem?.question, choiceQuestion } } };
}

/** The options that {@link withFormerOptions} kept, in words. */
export function formerOptionWords(kept: FormItem, wanted: FormItem | undefined): readonly string[] {
  return optionsOf(kept)
    .slice(optionsOf(wanted).length)
    .map(
      ({ value }) =>
        `lựa chọn ${named(value ?? '')} của câu hỏi ${named(kept.title ?? '')} đã thôi dùng nhưng kỳ đang mở nên chưa gỡ`,
    );
}

function optionsOf(item: FormItem | undefined) {
  return item?.questionItem?.question?.choiceQuestion?.options ?? [];
}
