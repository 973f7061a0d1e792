import type { Question } from '../../forms/item-schema.ts';
import { answerFault } from '../../forms/responses/check-answer.ts';
import { type Filling, fieldOf } from './filling.ts';
import { type Asked, askedIn, type Section } from './sections.ts';

/** What stands in the way, in words beside the field, by the field's name. */
export type Faults = ReadonlyMap<string, string>;

/** The faults of one page, by the rules that submitting keeps. */
export function faultsIn(section: Section, { answers }: Filling): Faults {
  const faults = new Map<string, string>();
  for (const asked of askedIn(section)) {
    const fault = faultOf(asked, answers[asked.question.questionId ?? ''] ?? []);
    if (fault !== null) faults.set(fieldOf(asked.question), fault);
  }
  return faults;
}

function faultOf({ question, columns }: Asked, values: readonly string[]): string | null {
  if (values.length === 0) return question.required ? 'Câu hỏi này bắt buộc phải trả lời.' : null;
  return answerFault(question, values, columns) === null ? null : expectation(question);
}

function expectation({ textQuestion, dateQuestion, timeQuestion, scaleQuestion, ratingQuestion }: Question): string {
  if (textQuestion) return 'Câu trả lời chỉ gồm một dòng.';
  if (dateQuestion) return 'Đề nghị ghi ngày hợp lệ.';
  if (timeQuestion) return 'Đề nghị ghi giờ hợp lệ.';
  if (scaleQuestion || ratingQuestion) return 'Đề nghị chọn một số trong thang.';
  return 'Đề nghị chọn trong các lựa chọn sẵn có.';
}
