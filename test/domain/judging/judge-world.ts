import { Temporal } from 'temporal-polyfill';
import { type Judgement, judgeItem } from '../../../functions/domain/judging/judge.ts';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';

/** Answers by the ending of the question's key; '' is the item's own question. */
export type Answers = Readonly<Record<string, string>>;

type Circumstances = { readonly filedOn?: string; readonly hasOfficialDocument?: boolean; readonly applies?: boolean };

/** Judges one item of the letter's outline, filed on 23/10/2025 without an official document. */
export function judge(item: string, answers: Answers | string, circumstances: Circumstances = {}): Judgement {
  const { filedOn = '2025-10-23', hasOfficialDocument = false, applies = true } = circumstances;
  const given = typeof answers === 'string' ? { '': answers } : answers;
  const questions = outlineSeeds.filter((question) => question.item === item);
  const asked = new Map(questions.map((question) => [question.question, question]));
  return judgeItem({
    item,
    questions,
    facts: new Map(
      Object.entries(given).map(([ending, text]) => {
        const key = ending ? `${item}-${ending}` : item;
        return [key, examineAnswer(text, asked.get(key))];
      }),
    ),
    applies,
    filedOn: Temporal.PlainDate.from(filedOn),
    hasOfficialDocument,
  });
}

/** The four fields of 1.3, by their endings. */
export function plan(status: string, fields: Answers = {}): Answers {
  return { 'trang-thai': status, ...fields };
}

export const LONG_REVIEW =
  'Thành phố đã rà soát 05 đề án, trong đó 02 đề án về đô thị thông minh và 03 đề án về chuyển đổi số; đề nghị giữ nguyên 04 đề án, điều chỉnh 01 đề án.';
export const LONG_NARRATIVE =
  'Thành phố đã giao Sở Xây dựng làm đầu mối, tổ chức tập huấn cho cán bộ các phường, xã, rà soát quy hoạch chung và quy hoạch phân khu, chuẩn bị kinh phí và nhân lực để thực hiện công tác phát triển đô thị phù hợp với tình hình mới';
export const PROPOSAL = 'Đề nghị Bộ Xây dựng sớm ban hành hướng dẫn về tiêu chí đô thị thông minh.';
