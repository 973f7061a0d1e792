import type { Temporal } from 'temporal-polyfill';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { AnswerFacts, AnswerMark } from '../reading/answer-facts.ts';
import { type ItemContent, itemContent } from './item-content.ts';
import { RULES } from './item-rules.ts';
import { type ItemProblem, unclear } from './narrative.ts';

export const verdicts = ['Đủ', 'Cần làm rõ', 'Thiếu', 'Không áp dụng'] as const;
export type Verdict = (typeof verdicts)[number];

export type ItemInput = {
  readonly item: string;
  /** The questions of this item; they share one rule. */
  readonly questions: readonly OutlineQuestion[];
  /** By question key: what was read of the valid content. */
  readonly facts: ReadonlyMap<string, AnswerFacts>;
  readonly applies: boolean;
  readonly filedOn: Temporal.PlainDate;
  readonly hasOfficialDocument: boolean;
};

export type Judgement = {
  readonly verdict: Verdict;
  /** For the city: what is absent or unclear, and what would help. */
  readonly reasons: readonly string[];
};

/**
 * What an item still lacks. It says what is absent or unclear, never that a report is good; where a person could
 * honestly disagree it says *Cần làm rõ*. Text that cannot be read reliably is not judged further.
 */
export function judgeItem(input: ItemInput): Judgement {
  const rule = input.questions[0]?.rule;
  if (!input.applies || rule === undefined) return { verdict: 'Không áp dụng', reasons: [] };
  const content = itemContent(input);
  const doubts = suspicions(content);
  return judged(doubts.length > 0 ? doubts : RULES[rule](content));
}

function judged(lacks: readonly ItemProblem[]): Judgement {
  const reasons = lacks.map((lack) => lack.reason);
  if (lacks.length === 0) return { verdict: 'Đủ', reasons };
  return { verdict: lacks.some((lack) => lack.kind === 'missing') ? 'Thiếu' : 'Cần làm rõ', reasons };
}

const REASONS: Readonly<Record<AnswerMark, string>> = {
  secret:
    'nội dung có dấu chỉ độ mật nên không được ghi nhận qua kênh này; đề nghị gửi theo quy định về bảo vệ bí mật nhà nước, hoặc gửi lại phần không thuộc bí mật nhà nước',
  mojibake: 'nội dung bị lỗi mã ký tự, không đọc được; đề nghị gửi lại bằng tiếng Việt Unicode',
  'legacy-encoding': 'nội dung có thể dùng bảng mã cũ (TCVN3 hoặc VNI); đề nghị dán lại dạng Unicode',
};

/** What makes the text of an item unreadable for a machine, secrecy first. */
function suspicions(content: ItemContent): readonly ItemProblem[] {
  if (content.all.every(({ marks }) => marks.length === 0)) return [];
  const marks = new Set(content.all.flatMap((facts) => facts.marks));
  if (marks.has('secret')) return [unclear(REASONS.secret)];
  return [...marks].map((mark) => unclear(REASONS[mark]));
}
