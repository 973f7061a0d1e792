import { WITHOUT_RETRY } from '../../functions/google/retries.ts';
import { asRelied, type Outcome, okIf, type Proof, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { ask, inWords, isRefused } from './ask.ts';
import { append, edit, getForm, type LiveForm, newHexId, textItem } from './live-form.ts';

/** How items, ids and settings of the form are taken. */
export const editChecks: readonly Proof<LiveForm>[] = [
  {
    id: 'F3a',
    assumption: 'Mã câu hỏi do ta chọn được giữ nguyên',
    reliance: 'Mã sinh từ khóa của câu hỏi; câu trả lời và đường dẫn riêng dùng mã đó',
    remedy: 'dừng, báo người phát triển: câu hỏi có thể mất mã, báo cáo không nhận ra được',
    run: chosenId,
  },
  {
    id: 'F3b',
    assumption: 'Tạo câu hỏi với mã đã dùng trong biểu mẫu',
    reliance: 'Bị từ chối 400, không đổi gì',
    remedy: 'dừng, báo người phát triển: câu hỏi có thể mất mã, báo cáo không nhận ra được',
    run: usedId,
  },
  {
    id: 'F3c',
    assumption: 'Mã ngoài khoảng 00000000–7fffffff',
    reliance: 'Không cần biết: mã luôn nằm trong khoảng',
    remedy: 'dừng, báo người phát triển: câu hỏi có thể mất mã, báo cáo không nhận ra được',
    run: async (form) => asRelied(inWords(await append(form, textItem('Mã ngoài khoảng', '80000000')))),
  },
  {
    id: 'F4b',
    assumption: 'Biểu mẫu mới có đòi người trả lời đăng nhập hay không',
    reliance: 'Không cần biết: lần dựng đầu tiên đặt là không thu địa chỉ',
    remedy: 'báo người phát triển; kiểm tra bằng mắt biểu mẫu trước khi mở kỳ',
    run: async (form) => asRelied((await getForm(form)).settings?.emailCollectionType ?? 'trống'),
  },
  {
    id: 'F4',
    assumption: 'Đặt emailCollectionType VERIFIED qua API',
    reliance: 'Không cần biết: địa chỉ người gửi không dùng để nhận ra đơn vị',
    remedy: 'báo người phát triển; kiểm tra bằng mắt biểu mẫu trước khi mở kỳ',
    run: verifiedEmail,
  },
  {
    id: 'F5a',
    assumption: 'Sửa biểu mẫu với revisionId đã cũ',
    reliance: 'Bị từ chối 400 và không sửa gì; hệ thống đọc lại rồi sửa',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: staleRevision,
  },
  {
    id: 'F8',
    assumption: 'Tài khoản dịch vụ tự tạo biểu mẫu',
    reliance: 'Không cần biết: một người sở hữu Bảng tính và Biểu mẫu',
    remedy: 'xóa biểu mẫu thử; không cần làm gì thêm',
    run: createdByService,
  },
  {
    id: 'F8b',
    assumption: 'Tạo biểu mẫu trong bộ nhớ dùng chung (shared drive)',
    reliance: 'Không cần biết: một người sở hữu Bảng tính và Biểu mẫu',
    remedy: 'xóa biểu mẫu thử; không cần làm gì thêm',
    run: async () => unchecked('cần một bộ nhớ dùng chung; API tạo biểu mẫu không nhận thư mục'),
  },
];

async function chosenId(form: LiveForm): Promise<Outcome> {
  const [questionId, itemId] = [newHexId(), newHexId()];
  const answer = await append(form, textItem('Mã do ta chọn', questionId, itemId));
  const item = (await getForm(form)).items?.find((one) => one.itemId === itemId);
  const isKept = item?.questionItem?.question?.questionId === questionId;
  const echoed = answer.kind === 'answered' && answer.data.replies?.[0]?.createItem?.questionId?.[0] === questionId;
  return okIf(isKept && echoed, isKept ? 'giữ nguyên, câu trả lời của API nêu lại mã' : inWords(answer));
}

async function usedId(form: LiveForm): Promise<Outcome> {
  const questionId = newHexId();
  await append(form, textItem('Mã dùng lần một', questionId));
  const before = (await getForm(form)).items?.length;
  const answer = await append(form, textItem('Mã dùng lần hai', questionId));
  const after = (await getForm(form)).items?.length;
  return okIf(isRefused(answer, 400) && before === after, inWords(answer));
}

async function verifiedEmail(form: LiveForm): Promise<Outcome> {
  const set = (emailCollectionType: string) =>
    edit(form, [{ updateSettings: { settings: { emailCollectionType }, updateMask: 'emailCollectionType' } }]);
  const answer = await set('VERIFIED');
  const found = (await getForm(form)).settings?.emailCollectionType;
  await set('DO_NOT_COLLECT');
  return asRelied(`${inWords(answer)}; đọc lại là ${found ?? 'trống'}`);
}

async function staleRevision(form: LiveForm): Promise<Outcome> {
  const { revisionId } = await getForm(form);
  const retitle = (title: string) => [{ updateFormInfo: { info: { title }, updateMask: 'title' } }];
  await edit(form, retitle('Biểu mẫu thử, xóa được (1)'), revisionId ?? '');
  const answer = await edit(form, retitle('Biểu mẫu thử, xóa được (2)'), revisionId ?? '');
  const isUntouched = (await getForm(form)).info?.title?.endsWith('(1)') === true;
  return okIf(isRefused(answer, 400) && isUntouched, inWords(answer));
}

async function createdByService({ google, isServiceAccount }: LiveForm): Promise<Outcome> {
  if (!isServiceAccount) return unchecked('đang dùng tài khoản của một người');
  const requestBody = { info: { title: 'Biểu mẫu thử của tài khoản dịch vụ, xóa được' } };
  const answer = await ask(() => google.forms.forms.create({ requestBody, unpublished: true }, WITHOUT_RETRY));
  return asRelied(answer.kind === 'answered' ? `tạo được, cần xóa: ${answer.data.formId}` : inWords(answer));
}
