import type { RuleName } from '../../../sheets-schema/tabs/outline.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { actionPlan } from './action-plan-rule.ts';
import type { ItemContent, PartContent } from './item-content.ts';
import {
  emptiness,
  hasMilestone,
  type ItemProblem,
  isGrounded,
  missing,
  NO_ANSWER,
  tooShort,
  unclear,
} from './narrative.ts';

/** One rule for each name the outline offers: what an item lacks, or nothing. */
export const RULES: Readonly<Record<RuleName, (content: ItemContent) => readonly ItemProblem[]>> = {
  'Danh mục rà soát': reviewedList,
  'Tường thuật có căn cứ': groundedNarrative,
  'Kế hoạch hành động': (content) => (content.asks('trạng thái') ? actionPlan(content) : groundedNarrative(content)),
  'Khó khăn hoặc không có': (content) => orNone(content, () => []),
  'Kiến nghị hoặc không có': (content) => orNone(content, whoShouldAct),
  'Nhiệm vụ có tiến độ': tasksWithProgress,
  'Tự do': freeText,
};

const CONTENT = ['nội dung', 'trạng thái', 'lý do', 'khác'] as const;

/** A list (a document number stands for a row of it) or an explanation in words. */
function reviewedList(content: ItemContent): readonly ItemProblem[] {
  const written = content.part(...CONTENT);
  const empty = emptiness(written, content);
  if (empty) return [empty];
  const least = content.leastLength(100);
  if (written.length >= least || written.documents.length > 0) return [];
  return [
    unclear(
      'chưa nêu đề án, hoạt động nào kèm số, ký hiệu văn bản; đề nghị bổ sung danh mục đã rà soát hoặc giải trình rõ hơn',
    ),
  ];
}

/** Something done, and what it rests on: a document or a milestone. */
function groundedNarrative(content: ItemContent): readonly ItemProblem[] {
  const written = content.part(...CONTENT);
  const empty = emptiness(written, content);
  if (empty) return [empty];
  if (isGrounded(written)) return saysWhatWasDone(written) ? [] : [unclear(ONLY_CITED)];
  return [
    ...tooShort(written, content.leastLength(150)),
    unclear('chưa viện dẫn văn bản (số, ký hiệu) hoặc mốc thời gian nào; đề nghị bổ sung ít nhất một trong hai'),
  ];
}

const ONLY_CITED = 'mới viện dẫn văn bản hoặc mốc thời gian; đề nghị nêu cụ thể việc đã làm, việc chuẩn bị tiếp';
/** "Thực hiện theo Nghị định …" has five words beside the number. */
const FEWEST_WORDS = 8;

function saysWhatWasDone({ value }: PartContent): boolean {
  return value === '' || value.split(' ').filter((word) => !/\d/.test(word)).length >= FEWEST_WORDS;
}

/** Content, or an express "Không có", not both. */
function orNone(content: ItemContent, more: (written: PartContent) => readonly ItemProblem[]): readonly ItemProblem[] {
  const written = content.part(...CONTENT);
  const ticked = content.part('không có').class;
  if (ticked === 'negative') return contradiction(written);
  // "Trùng nội dung mục 1.4": the outline itself offers it, and that item is judged in its own place.
  if (ticked === 'reference' && NO_ANSWER.has(written.class)) return [];
  if (written.class === 'negative') return [];
  if (written.class === 'blank') {
    return [missing('chưa có nội dung; đề nghị bổ sung, hoặc chọn "Không có" nếu thực tế không phát sinh')];
  }
  const empty = emptiness(written, content);
  return empty ? [empty] : [...tooShort(written, content.leastLength(30)), ...more(written)];
}

const SAYS_NONE =
  /\b(?:khong|chua) (?:co|gap|phat sinh|ghi nhan)(?: cac| nhung)? (?:kho khan|vuong mac|kien nghi|de xuat|y kien)/;

function contradiction(written: PartContent): readonly ItemProblem[] {
  if (NO_ANSWER.has(written.class) || SAYS_NONE.test(fold(written.value))) return [];
  return [unclear('vừa chọn "Không có" vừa ghi nội dung; đề nghị xác nhận lại một trong hai')];
}

function whoShouldAct({ namesAddressee }: PartContent): readonly ItemProblem[] {
  return namesAddressee
    ? []
    : [unclear('chưa nêu cơ quan được đề nghị xử lý; đề nghị ghi rõ cơ quan đối với từng kiến nghị')];
}

/** Each task has a milestone and a percentage; a machine can only tell that there is at least one of each. */
function tasksWithProgress(content: ItemContent): readonly ItemProblem[] {
  const written = content.part(...CONTENT);
  const empty = emptiness(written, content);
  if (empty) return [empty];
  return [
    ...tooShort(written, content.leastLength(0)),
    ...(hasMilestone(written)
      ? []
      : [
          unclear(
            'chưa nêu mốc thời gian hoàn thành; đề nghị ghi mốc (ngày, tháng hoặc quý, kèm năm) cho từng nhiệm vụ',
          ),
        ]),
    ...progress(written.percents),
  ];
}

function progress(percents: readonly number[]): readonly ItemProblem[] {
  if (percents.some((percent) => percent <= 100)) return [];
  const found = percents[0];
  return [
    found === undefined
      ? unclear('chưa nêu tỷ lệ phần trăm tiến độ; đề nghị ghi từ 0% đến 100% cho từng nhiệm vụ')
      : unclear(
          `tỷ lệ ${String(found).replace('.', ',')}% vượt quá 100%; đề nghị ghi tiến độ từ 0% đến 100% cho từng nhiệm vụ`,
        ),
  ];
}

/** "Nếu có": silence is an answer. Only what points elsewhere is asked about. */
function freeText(content: ItemContent): readonly ItemProblem[] {
  const written = content.part(...CONTENT);
  if (written.class !== 'reference') return [];
  const doubt = emptiness(written, content);
  return doubt ? [doubt] : [];
}
