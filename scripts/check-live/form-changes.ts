import { asRelied, type Outcome, okIf, type Proof, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { inWords } from './ask.ts';
import { append, choiceItem, edit, getForm, type LiveForm, listResponses, newHexId, textItem } from './live-form.ts';

/** What becomes of answers when their question changes. */
export const changeChecks: readonly Proof<LiveForm>[] = [
  {
    id: 'F7c',
    assumption: 'Đổi chữ một lựa chọn sau khi có người chọn',
    reliance: 'Không cần biết: chữ đã chọn được ghi vào bảng tính; khi kỳ mở thì chữ cũ vẫn là một lựa chọn',
    remedy: 'kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương; báo người phát triển',
    run: renamedOption,
  },
  {
    id: 'F7b',
    assumption: 'Câu trả lời cho câu hỏi đã xóa còn hay mất',
    reliance: 'Không cần biết: nội dung đã ghi vào bảng tính; mã lạ được giữ lại và báo',
    remedy: 'kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương; báo người phát triển',
    run: deletedQuestion,
  },
  {
    id: 'F7d',
    assumption: 'Tạo lại câu hỏi đã xóa với mã cũ',
    reliance: 'Được nhận: câu hỏi bỏ khỏi Đề cương rồi ghi lại mang mã cũ',
    remedy: 'kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương; báo người phát triển',
    run: againUnderItsId,
  },
];

/** By question: every text that was answered. */
async function answersOf(form: LiveForm): Promise<ReadonlyMap<string, readonly string[]>> {
  const listed = await listResponses(form);
  if (listed.kind === 'refused') throw new Error(inWords(listed));
  const pairs = (listed.data.responses ?? []).flatMap(({ answers }) =>
    Object.entries(answers ?? {}).map(([id, { textAnswers }]) => [id, textAnswers?.answers?.[0]?.value ?? ''] as const),
  );
  return new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, own]) => [id, own.map(([, text]) => text)]));
}

async function renamedOption(form: LiveForm): Promise<Outcome> {
  const { respondents } = form;
  if ('because' in respondents) return unchecked(respondents.because);
  const item = choiceItem('Câu hỏi sẽ đổi chữ', [{ value: 'Chữ cũ' }, { value: 'Khác' }]);
  const questionId = item.questionItem?.question?.questionId ?? '';
  await append(form, item);
  await respondents.answer(questionId, ['Chữ cũ']);
  const index = (await getForm(form)).items?.findIndex(({ itemId }) => itemId === item.itemId) ?? -1;
  const choiceQuestion = { type: 'RADIO', options: [{ value: 'Chữ mới' }, { value: 'Khác' }] };
  const renamed = { ...item, questionItem: { question: { questionId, choiceQuestion } } };
  const updateMask = 'questionItem.question.choiceQuestion.options';
  const answer = await edit(form, [{ updateItem: { item: renamed, location: { index }, updateMask } }]);
  if (answer.kind === 'refused') return unchecked(inWords(answer));
  return asRelied(`câu trả lời là "${(await answersOf(form)).get(questionId)?.[0] ?? 'không còn'}"`);
}

async function deletedQuestion(form: LiveForm): Promise<Outcome> {
  const [questionId] = (await answersOf(form)).keys();
  if (!questionId) return unchecked('chưa có câu trả lời nào');
  const index =
    (await getForm(form)).items?.findIndex((i) => i.questionItem?.question?.questionId === questionId) ?? -1;
  if (index < 0) return unchecked('câu hỏi đã xóa từ lần chạy trước');
  await edit(form, [{ deleteItem: { location: { index } } }]);
  return asRelied((await answersOf(form)).has(questionId) ? 'còn' : 'mất');
}

async function againUnderItsId(form: LiveForm): Promise<Outcome> {
  const item = textItem('Câu hỏi sẽ bỏ rồi ghi lại', newHexId());
  await append(form, item);
  const index = (await getForm(form)).items?.findIndex(({ itemId }) => itemId === item.itemId) ?? -1;
  await edit(form, [{ deleteItem: { location: { index } } }]);
  const answer = await append(form, item);
  return okIf(answer.kind === 'answered', inWords(answer));
}
