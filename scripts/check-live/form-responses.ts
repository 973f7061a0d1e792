import {
  asRelied,
  differs,
  type Outcome,
  okIf,
  type Proof,
  unchecked,
} from '../../functions/upkeep/self-test/proof.ts';
import { ask, inWords, isRefused, need } from './ask.ts';
import { append, type LiveForm, listResponses, newHexId, textItem } from './live-form.ts';

/** How answers come in. Those that need answers ask a person for them. */
export const responseChecks: readonly Proof<LiveForm>[] = [
  {
    id: 'F9',
    assumption: 'Biểu mẫu tạo chưa xuất bản, mở nhận bằng API và quyền xem cho mọi người có đường dẫn',
    reliance: 'Kỳ mở thì nhận, kỳ đóng thì thôi; người trả lời không phải đăng nhập',
    remedy: 'mở và đóng biểu mẫu bằng tay theo kỳ; báo người phát triển',
    run: publish,
  },
  {
    id: 'F1a',
    assumption: 'Thứ tự của danh sách câu trả lời',
    reliance: 'Không cần thứ tự; lọc theo lúc gửi, chính xác tới micro giây, không mất câu nào',
    remedy: 'dừng, báo người phát triển: có thể sót báo cáo',
    run: orderAndFilter,
  },
  {
    id: 'F11',
    assumption: 'Đường dẫn điền sẵn đưa đúng giá trị vào câu hỏi (entry là mã câu hỏi viết thập phân)',
    reliance: 'Mã của đơn vị đi trong đường dẫn riêng; Google không ghi cách này trong tài liệu',
    remedy: 'dừng, không gửi thư đề nghị gửi báo cáo: đường dẫn riêng không điền sẵn đúng',
    run: prefilledLink,
  },
  {
    id: 'F1b',
    assumption: 'Đọc câu trả lời theo từng trang',
    reliance: 'Đọc tới khi hết mã trang; đủ mọi câu, không câu nào hai lần',
    remedy: 'dừng, báo người phát triển: có thể sót báo cáo',
    run: pages,
  },
  {
    id: 'F1d',
    assumption: 'Câu trả lời mới đến giữa hai trang; mã trang dùng được bao lâu',
    reliance: 'Đọc các trang liền nhau; lần chạy sau đọc lại 15 phút gần nhất',
    remedy: 'dừng, báo người phát triển: có thể sót báo cáo',
    run: answersMeanwhile,
  },
  {
    id: 'F1c',
    assumption: 'pageSize lớn hơn 5000',
    reliance: 'Không cần biết: luôn xin 5000',
    remedy: 'dừng, báo người phát triển: có thể sót báo cáo',
    run: async (form) => asRelied(inWords(await listResponses(form, { pageSize: 6000 }))),
  },
  {
    id: 'F5b',
    assumption: 'Bộ lọc viết sai',
    reliance: 'Bị từ chối 400, không trả về danh sách rỗng',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: async (form) => {
      const answer = await listResponses(form, { filter: 'timestamp > hôm qua' });
      return okIf(isRefused(answer, 400), inWords(answer));
    },
  },
  {
    id: 'F5c',
    assumption: 'Mã trang không phải của biểu mẫu này',
    reliance: 'Bị từ chối 400, không trả về danh sách rỗng',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: async (form) => {
      const answer = await listResponses(form, { pageToken: 'khong-phai-ma-trang' });
      return okIf(isRefused(answer, 400), inWords(answer));
    },
  },
  {
    id: 'F5d',
    assumption: 'Lỗi 429 khi vượt hạn mức',
    reliance: 'Chờ rồi gửi lại, trong thời hạn của một lần chạy',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: async () => unchecked('phải dùng hết hạn mức của cả dự án'),
  },
];

async function publish({ google, formId }: LiveForm): Promise<Outcome> {
  const publishState = { isPublished: true, isAcceptingResponses: true };
  const requestBody = { publishSettings: { publishState }, updateMask: 'publishState' };
  await need(() => google.forms.forms.setPublishSettings({ formId, requestBody }));
  const anyone = { type: 'anyone', role: 'reader', view: 'published' };
  const { permissions } = await google.drive();
  const opened = await ask(() => permissions.create({ fileId: formId, requestBody: anyone }));
  const state = (await need(() => google.forms.forms.get({ formId }))).publishSettings?.publishState;
  const isOpen = state?.isPublished === true && state.isAcceptingResponses === true;
  return okIf(isOpen && opened.kind === 'answered', isOpen ? `đang nhận; quyền xem ${inWords(opened)}` : 'chưa nhận');
}

type Submitted = { readonly id: string; readonly time: string };

/** Letters, spaces and signs that a link must carry unharmed. */
const PREFILLED = 'HPG-7K3M2QXW & Hải Phòng';

/** Two answers to a new question, in the order they are listed. Null with a reason when nobody can answer. */
async function twoAnswers(form: LiveForm): Promise<readonly Submitted[] | { readonly because: string }> {
  const { respondents } = form;
  if ('because' in respondents) return respondents;
  const questionId = newHexId();
  await append(form, textItem('Câu hỏi thử', questionId));
  await respondents.answer(questionId, ['một', 'hai']);
  return allSubmitted(form);
}

async function allSubmitted({ google, formId }: LiveForm): Promise<readonly Submitted[]> {
  const { responses = [] } = await need(() => google.forms.forms.responses.list({ formId }));
  return responses.map(({ responseId, lastSubmittedTime }) => ({
    id: responseId ?? '',
    time: lastSubmittedTime ?? '',
  }));
}

async function orderAndFilter(form: LiveForm): Promise<Outcome> {
  const listed = await twoAnswers(form);
  if ('because' in listed) return unchecked(listed.because);
  if (listed.length < 2) return unchecked('câu trả lời vừa gửi chưa đọc được');
  const times = listed.map(({ time }) => time);
  const newest = [...times].sort().at(-1) ?? '';
  const since = await listResponses(form, { filter: `timestamp >= ${newest}` });
  if (since.kind === 'refused') return differs(inWords(since));
  const order = times[0] === newest ? 'mới trước' : times.at(-1) === newest ? 'cũ trước' : 'lẫn lộn';
  const digits = /\.(\d+)Z$/.exec(newest)?.[1]?.length ?? 0;
  const isExact = (since.data.responses ?? []).some(({ lastSubmittedTime }) => lastSubmittedTime === newest);
  return okIf(
    isExact,
    `${order}; lúc gửi có ${digits} chữ số lẻ; lọc từ đúng lúc đó ${isExact ? 'thấy' : 'không thấy'}`,
  );
}

async function prefilledLink(form: LiveForm): Promise<Outcome> {
  const { google, formId, respondents } = form;
  if ('because' in respondents) return unchecked(respondents.because);
  if (!respondents.opensLinks) return unchecked('trên máy này không có người mở đường dẫn');
  const questionId = newHexId();
  await append(form, textItem('Ô điền sẵn', questionId));
  await respondents.answer(questionId, [PREFILLED]);
  const { responses = [] } = await need(() => google.forms.forms.responses.list({ formId }));
  const given = responses.flatMap(({ answers }) => answers?.[questionId]?.textAnswers?.answers ?? []);
  return okIf(given[0]?.value === PREFILLED, `nhận được ${JSON.stringify(given.map(({ value }) => value))}`);
}

async function pages(form: LiveForm): Promise<Outcome> {
  const whole = await allSubmitted(form);
  if (whole.length < 2) return unchecked('chưa có hai câu trả lời');
  const read = await readByPages(form);
  if ('kind' in read) return read;
  const isSame = read.length === whole.length && new Set(read).size === whole.length;
  return okIf(isSame, `${read.length} câu trong ${read.length} trang, tất cả ${whole.length}`);
}

/** Ids of all answers, one a page; what is done after the first page happens while the list is read. */
async function readByPages(form: LiveForm, meanwhile = async () => {}): Promise<readonly string[] | Outcome> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await listResponses(form, { pageSize: 1, ...(pageToken && { pageToken }) });
    if (page.kind === 'refused') return differs(inWords(page));
    if (ids.length === 0) await meanwhile();
    ids.push(...(page.data.responses ?? []).map(({ responseId }) => responseId ?? ''));
    pageToken = page.data.nextPageToken ?? undefined;
  } while (pageToken);
  return ids;
}

/** Whoever answers while the list is read must not push another answer out of it. */
async function answersMeanwhile(form: LiveForm): Promise<Outcome> {
  const { respondents } = form;
  if ('because' in respondents) return unchecked(respondents.because);
  const before = await allSubmitted(form);
  const questionId = newHexId();
  await append(form, textItem('Câu hỏi giữa hai trang', questionId));
  const read = await readByPages(form, () => respondents.answer(questionId, ['giữa hai trang']));
  if ('kind' in read) return read;
  const lost = before.filter(({ id }) => !read.includes(id)).length;
  return okIf(lost === 0, `trước có ${before.length} câu, đọc được ${read.length}, thiếu ${lost}`);
}
