import { differs, type Outcome, okIf, type Proof, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { ask, inWords, isRefused } from './ask.ts';
import type { LiveForm } from './live-form.ts';

const NO_TOPIC = 'không có WATCH_TOPIC';
const NEEDS_SUBSCRIPTION = 'cần một đăng ký Pub/Sub; xem nhật ký sau khi triển khai';

/** How the form tells of new answers. */
export const watchChecks: readonly Proof<LiveForm>[] = [
  {
    id: 'F10',
    assumption: 'Đặt, đặt lại, gia hạn, bỏ và bỏ lại một tin báo (watch)',
    reliance: 'Tạo lại bị từ chối 400; gia hạn được; xóa lại bị từ chối và coi là xong',
    remedy: 'vẫn chạy được, báo cáo được ghi nhận chậm nhất 10 phút; xem lại chủ đề Pub/Sub',
    run: lifeOfWatch,
  },
  {
    id: 'F5e',
    assumption: 'Tên chủ đề Pub/Sub viết sai',
    reliance: 'Bị từ chối: không tin báo nào được đặt với tên sai',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: wrongTopic,
  },
  {
    id: 'F5f',
    assumption: 'Watch thứ 21 của một dự án',
    reliance: 'Không cần biết: mỗi hệ thống dùng hai tin báo',
    remedy: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
    run: async () => unchecked('phải đặt 20 tin báo trong dự án thật'),
  },
  {
    id: 'F6',
    assumption: 'Thông báo đến trước hay sau khi câu trả lời đọc được',
    reliance: 'Không cần biết: đọc lại 15 phút gần nhất và chạy theo lịch',
    remedy: 'không cần làm gì: báo cáo được ghi nhận theo lịch',
    run: async () => unchecked(NEEDS_SUBSCRIPTION),
  },
  {
    id: 'F6b',
    assumption: 'Báo cáo gửi trong 30 giây sau một thông báo có được báo tiếp không',
    reliance: 'Không cần biết: lần chạy theo lịch ghi nhận chậm nhất 10 phút',
    remedy: 'không cần làm gì: báo cáo được ghi nhận theo lịch',
    run: async () => unchecked(NEEDS_SUBSCRIPTION),
  },
];

async function lifeOfWatch({ google, formId, watchTopic }: LiveForm): Promise<Outcome> {
  if (watchTopic === null) return unchecked(NO_TOPIC);
  const { watches } = google.forms.forms;
  const create = () => ask(() => watches.create({ formId, requestBody: { watch: watchOn(watchTopic) } }));
  const made = await create();
  if (made.kind === 'refused') return differs(inWords(made));
  const watchId = made.data.id ?? '';
  const again = await create();
  const renewed = await ask(() => watches.renew({ formId, watchId, requestBody: {} }));
  const removed = await ask(() => watches.delete({ formId, watchId }));
  const goneAlready = await ask(() => watches.delete({ formId, watchId }));
  const isGone = isRefused(goneAlready, 403) || isRefused(goneAlready, 404);
  const isRight = isRefused(again, 400) && renewed.kind === 'answered' && removed.kind === 'answered' && isGone;
  return okIf(isRight, `tạo lại ${inWords(again)}; xóa lại ${inWords(goneAlready)}`);
}

function watchOn(topicName: string) {
  return { target: { topic: { topicName } }, eventType: 'RESPONSES' };
}

async function wrongTopic({ google, formId }: LiveForm): Promise<Outcome> {
  const requestBody = { watch: watchOn('khong-phai-topic') };
  const answer = await ask(() => google.forms.forms.watches.create({ formId, requestBody }));
  return okIf(answer.kind === 'refused', inWords(answer));
}
