import { asRelied, type Outcome, okIf, type Proof } from '../../functions/upkeep/self-test/proof.ts';
import { inWords } from './ask.ts';
import { append, choiceItem, type LiveForm, newHexId } from './live-form.ts';

/** How a question leads to a section. Last of all, because they change the way through the form. */
export const sectionChecks: readonly Proof<LiveForm>[] = [
  {
    id: 'F2a',
    assumption: 'Câu hỏi rẽ nhánh tới mục đã tạo ở lượt trước',
    reliance: 'Mục được tạo trong một lượt riêng, trước câu hỏi dẫn tới mục',
    remedy: 'kiểm tra bằng mắt từng trang của biểu mẫu trước khi mở kỳ; báo người phát triển',
    run: inTwoCalls,
  },
  {
    id: 'F2b',
    assumption: 'Tạo mục và câu hỏi rẽ nhánh trong cùng một lượt',
    reliance: 'Không cần biết: luôn hai lượt',
    remedy: 'kiểm tra bằng mắt từng trang của biểu mẫu trước khi mở kỳ; báo người phát triển',
    run: inOneCall,
  },
  {
    id: 'F2c',
    assumption: 'Chỉ một vài lựa chọn có rẽ nhánh',
    reliance: 'Không cần biết: mọi lựa chọn đều có rẽ nhánh',
    remedy: 'kiểm tra bằng mắt từng trang của biểu mẫu trước khi mở kỳ; báo người phát triển',
    run: partly,
  },
  {
    id: 'F7a',
    assumption: 'Hai lựa chọn trùng chữ trong một câu hỏi',
    reliance: 'Không cần biết: lựa chọn lấy từ bảng tính, không trùng',
    remedy: 'kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương; báo người phát triển',
    run: async (form) => asRelied(inWords(await append(form, choiceItem('Trùng', [{ value: 'Có' }, { value: 'Có' }])))),
  },
];

function section(itemId: string) {
  return { itemId, title: 'Mục thử', pageBreakItem: {} };
}

async function inTwoCalls(form: LiveForm): Promise<Outcome> {
  const goToSectionId = newHexId();
  await append(form, section(goToSectionId));
  const options = [
    { value: 'Tới mục', goToSectionId },
    { value: 'Gửi luôn', goToAction: 'SUBMIT_FORM' },
  ];
  const answer = await append(form, choiceItem('Rẽ nhánh, hai lượt', options));
  return okIf(answer.kind === 'answered', inWords(answer));
}

async function inOneCall(form: LiveForm): Promise<Outcome> {
  const goToSectionId = newHexId();
  const question = choiceItem('Rẽ nhánh, một lượt', [{ value: 'Tới mục', goToSectionId }]);
  return asRelied(inWords(await append(form, section(goToSectionId), question)));
}

async function partly(form: LiveForm): Promise<Outcome> {
  const options = [{ value: 'Gửi luôn', goToAction: 'SUBMIT_FORM' }, { value: 'Không nêu' }];
  return asRelied(inWords(await append(form, choiceItem('Rẽ nhánh một phần', options))));
}
