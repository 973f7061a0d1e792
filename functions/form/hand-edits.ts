import { bounded } from '../../sheets-schema/text.ts';
import type { FormItem, LiveForm } from '../ports.ts';
import { type AppliedForm, INFO } from './applied-form.ts';
import { infoHash, itemHash } from './form-hash.ts';
import { infoHashOf, lastGiven } from './given-back.ts';
import type { WantedForm } from './wanted-form.ts';

/** Neither what we last made of it nor what we want now. */
export function isHandEdited(live: FormItem | undefined, want: FormItem, last: AppliedForm): boolean {
  const before = lastGiven(last, want.itemId ?? '');
  if (!live || before === undefined) return false;
  const now = itemHash(live);
  return now !== before && now !== itemHash(want);
}

export function isInfoHandEdited(live: LiveForm, wanted: WantedForm, last: AppliedForm): boolean {
  const [now, before] = [infoHashOf(live), lastGiven(last, INFO)];
  return before !== undefined && now !== before && now !== infoHash(wanted);
}

/** The live form against what was last made of it, by question. */
export type HandEdits = {
  readonly infoEdited: boolean;
  readonly addressEdited: boolean;
  readonly added: readonly FormItem[];
  readonly edited: readonly FormItem[];
  readonly deleted: readonly FormItem[];
  /** Ours, wanted no longer, and kept while the form accepts. */
  readonly kept: readonly FormItem[];
  /** Choices of the same sort, in words. */
  readonly formerOptions: readonly string[];
};

const LONGEST_NAME = 120;

/** A title or choice as it is told: whoever edits the form by hand may write as much as they like. */
export function named(text: string): string {
  return `"${bounded(text, LONGEST_NAME)}"`;
}

/**
 * One sentence for each, Vietnamese.
 * @param isMended whether what was deleted by hand has been put back by now
 */
export function handEditWords(strange: HandEdits, isMended: boolean): readonly string[] {
  const { infoEdited, addressEdited, added, edited, deleted, kept, formerOptions } = strange;
  const each = (items: readonly FormItem[], words: string) =>
    items.map(({ title, questionItem }) => `${questionItem ? 'câu hỏi' : 'phần'} ${named(title ?? '')} ${words}`);
  return [
    ...(infoEdited ? ['tiêu đề hoặc phần giới thiệu đã bị sửa tay trên biểu mẫu'] : []),
    ...(addressEdited
      ? ['biểu mẫu thu địa chỉ e-mail của người gửi; nơi không có tài khoản Google có thể không gửi được']
      : []),
    ...each(added, 'được thêm tay trên biểu mẫu'),
    ...each(edited, 'đã bị sửa tay trên biểu mẫu'),
    ...each(deleted, `đã bị xóa tay trên biểu mẫu${isMended ? '; đã thêm lại' : ''}`),
    ...each(kept, 'đã thôi dùng trong Đề cương nhưng kỳ đang mở nên chưa gỡ'),
    ...formerOptions,
  ];
}
