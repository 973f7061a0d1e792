import type { AnswerMark } from '../reading/answer-facts.ts';
import type { ItemContent } from './item-content.ts';
import { type Lack, unclear } from './lack.ts';

const REASONS: Readonly<Record<AnswerMark, string>> = {
  secret:
    'nội dung có dấu chỉ độ mật nên không được ghi nhận qua kênh này; đề nghị gửi theo quy định về bảo vệ bí mật nhà nước, hoặc gửi lại phần không thuộc bí mật nhà nước',
  mojibake: 'nội dung bị lỗi mã ký tự, không đọc được; đề nghị gửi lại bằng tiếng Việt Unicode',
  'legacy-encoding': 'nội dung có thể dùng bảng mã cũ (TCVN3 hoặc VNI); đề nghị dán lại dạng Unicode',
};

/** What makes the text of an item unreadable for a machine, secrecy first. */
export function suspicions(content: ItemContent): readonly Lack[] {
  if (content.all.every(({ marks }) => marks.length === 0)) return [];
  const marks = new Set(content.all.flatMap((facts) => facts.marks));
  if (marks.has('secret')) return [unclear(REASONS.secret)];
  return [...marks].map((mark) => unclear(REASONS[mark]));
}
