import type { AnswerClass } from '../reading/answer-facts.ts';
import type { ItemContent, PartContent } from './item-content.ts';

/** Classes that leave a place empty where something has to stand. */
export const NO_ANSWER: ReadonlySet<AnswerClass> = new Set(['blank', 'deferral', 'negative']);

/** Why a text is no content yet; null for a text that says something. */
export function emptiness(written: PartContent, { hasOfficialDocument }: ItemContent): ItemProblem | null {
  switch (written.class) {
    case 'blank':
      return missing('chưa có nội dung; đề nghị bổ sung');
    case 'deferral':
      return missing(`mới trả lời${said(written)}, chưa có nội dung; đề nghị gửi nội dung cụ thể`);
    case 'negative':
      return missing(
        `trả lời${said(written)} chưa đủ đối với mục này; đề nghị nêu rõ tình hình, kể cả khi chưa thực hiện thì nêu lý do và dự kiến`,
      );
    case 'bare-status':
      return unclear(
        `mới nêu chung${said(written)}, chưa có nội dung cụ thể; đề nghị nêu rõ việc, kết quả, mốc thời gian của mục này`,
      );
    case 'reference':
      return unclear(pointsElsewhere(written, hasOfficialDocument));
    case 'text':
      return null;
  }
}

function pointsElsewhere(written: PartContent, hasOfficialDocument: boolean): string {
  return hasOfficialDocument
    ? `mới dẫn chiếu${said(written)}, cần đối chiếu với văn bản chính thức; đề nghị ghi tóm tắt nội dung chính của mục này`
    : `mới dẫn chiếu${said(written)}, chưa có nội dung; đề nghị ghi trực tiếp nội dung chính của mục này`;
}

/**
 * Length never makes an answer *Thiếu*, and what rests on a document or a milestone is not called short. How many letters
 * there are is nobody's business: no city is told.
 */
export function tooShort(written: PartContent, least: number): readonly ItemProblem[] {
  return written.length >= least || isGrounded(written)
    ? []
    : [unclear('nội dung còn khái quát; đề nghị nêu cụ thể hơn (việc gì, ở đâu, kết quả hoặc vướng mắc thế nào)')];
}

/** Whether a text rests on something that can be looked up. */
export function isGrounded(written: PartContent): boolean {
  return written.documents.length > 0 || hasMilestone(written);
}

export function hasMilestone({ dates, periods }: PartContent): boolean {
  return dates.length + periods.length > 0;
}

/** The answer repeated behind a word, where it is short enough to be kept. */
function said(written: PartContent): string {
  return written.value === '' ? '' : ` ${quoted(written)}`;
}

/** What was answered, as far as a reason can repeat it. */
export function quoted({ value }: { readonly value: string }): string {
  const words = value.replaceAll('"', "'");
  return words.length > 60 ? `"${[...words].slice(0, 59).join('').trimEnd()}…"` : `"${words}"`;
}

/** Something an item lacks: not there at all, or there but not clear enough. */
export type ItemProblem = {
  readonly kind: 'missing' | 'unclear';
  /** For the city, Vietnamese: what is lacking; what is asked. */
  readonly reason: string;
};

export function missing(reason: string): ItemProblem {
  return { kind: 'missing', reason };
}

export function unclear(reason: string): ItemProblem {
  return { kind: 'unclear', reason };
}
