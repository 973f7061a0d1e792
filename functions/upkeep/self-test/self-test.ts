import type { Temporal } from 'temporal-polyfill';
import { readApplied } from '../../form/applied-form.ts';
import { askedForm } from '../../form/asked-form.ts';
import { handEditWords } from '../../form/hand-edits.ts';
import { planForm } from '../../form/plan-form.ts';
import { formPastOf } from '../../form/promised-dates.ts';
import { inForceOf } from '../../outlook/in-force.ts';
import type { Checkup, FormEditor, Mailer, Responses, Trial, Watches, Workbook } from '../../ports.ts';
import { html } from '../../shared/html.ts';
import { commit } from '../../workbook/commit.ts';
import { readSnapshot } from '../../workbook/read-snapshot.ts';
import { rowsIn, type Snapshot } from '../../workbook/snapshot.ts';
import { handedOver, type Outcome, okIf, type Proof, type Result, runProofs, unchecked } from './proof.ts';
import { proofTable } from './proof-table.ts';

export type SelfTestPorts = {
  readonly workbook: Workbook;
  readonly responses: Responses;
  readonly editor: FormEditor;
  readonly watches: Watches;
  readonly checkup: Checkup;
  readonly trial: Trial;
  readonly mailer: Mailer;
  readonly newToken: () => string;
};

export type SelfTestOptions = {
  readonly now: Temporal.Instant;
  readonly topic: string | null;
  /** Who gets the table by mail; null when nobody was named. */
  readonly to: string | null;
  readonly mailDomain: string;
};

export type SelfTestSummary = {
  readonly results: readonly Result[];
  /** How many lines differ. */
  readonly needsPerson: number;
  /** To be read and sent on. */
  readonly table: string;
};

/**
 * Tries on the files in use, as the account that runs, what the system relies on and what only that account can show. Each
 * step is undone; the last one mails the others' table to the administrator.
 */
export async function selfTest(ports: SelfTestPorts, options: SelfTestOptions): Promise<SelfTestSummary> {
  const place = { ...ports, ...options };
  const looked = await runProofs(proofs, { ...place, scratch: once(ports.trial.onScratchTab) });
  const mailed = await runProofs([mailProof], { ...place, table: proofTable(looked) });
  const results = [...looked, ...mailed];
  const needsPerson = results.filter(({ kind }) => kind === 'differs').length;
  return { results, needsPerson, table: proofTable(results) };
}

type Place = SelfTestPorts & SelfTestOptions & { readonly scratch: Trial['onScratchTab'] };

/** Several lines look at what one trial came to. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= act());
}

const SHARE = 'chia sẻ tệp cho tài khoản của hàm với quyền Người chỉnh sửa: npm run provision, rồi thử lại';

const proofs: readonly Proof<Place>[] = [
  {
    id: 'D1',
    assumption: 'Tài khoản chạy hàm đọc được bảng tính và báo cáo mới, không dòng nào bị đọc thành lỗi lạ',
    reliance: 'Mỗi lần chạy bắt đầu bằng một lượt đọc như vậy',
    remedy: SHARE,
    run: async (place) => {
      const { people } = await snapshotOf(place);
      const rows = Object.values(people).reduce((sum, tab) => sum + rowsIn(tab), 0);
      return okIf(rows > 0, `${rows} dòng`);
    },
  },
  {
    id: 'D2',
    assumption: 'Tài khoản chạy hàm ghi được vào tab được bảo vệ',
    reliance: 'Mỗi lần chạy ghi một lượt vào các tab của hệ thống',
    remedy: 'chạy npm run provision với SERVICE_ACCOUNT_EMAIL đủ các tài khoản, rồi thử lại',
    run: async (place) => {
      const snapshot = await snapshotOf(place);
      const { kind } = await commit(place.workbook, { ...snapshot, changes: [], token: place.newToken() });
      const shut = (await place.checkup.tabs()).filter(({ writable }) => writable === false).map(({ title }) => title);
      if (shut.length > 0) return okIf(false, `không ghi được: ${shut.join(', ')}`);
      return okIf(true, kind === 'done' ? 'đã ghi một lượt không đổi gì' : 'lần chạy khác vừa ghi trước');
    },
  },
  {
    id: 'D3',
    assumption: 'Đánh dấu rồi bỏ dấu một ô ở tab thử',
    reliance: 'Ô bỏ dấu đọc là FALSE hoặc trống đều là chưa đánh dấu',
    remedy: 'dừng, báo người phát triển: ô đánh dấu có thể bị hiểu sai',
    run: async ({ scratch }) => {
      const { ticked, unticked } = await scratch();
      const isUnticked = unticked === false || unticked === '';
      return okIf(ticked === true && isUnticked, `đánh dấu đọc là ${ticked}, bỏ dấu đọc là ${unticked || 'trống'}`);
    },
  },
  {
    id: 'D4',
    assumption: 'Số giữ chỗ đã dùng thì cả lượt ghi bị từ chối',
    reliance: 'Hai lần chạy cùng lúc không ghi đè nhau',
    remedy: 'dừng, không vận hành: hai lần chạy có thể ghi đè nhau; báo người phát triển',
    run: async ({ scratch }) => {
      const { claimRefused } = await scratch();
      return okIf(claimRefused !== null, claimRefused ?? 'lượt ghi thứ hai được nhận');
    },
  },
  {
    id: 'D5',
    assumption: 'Dòng ghi nối bằng appendCells đứng ở đâu',
    reliance: 'Không cần biết: dòng được tìm theo khóa, dòng trống được bỏ qua',
    remedy: 'báo người phát triển: dòng ghi nối không thấy đâu',
    run: async ({ scratch }) => {
      const { appendedAt } = await scratch();
      return okIf(appendedAt > 1, `dòng ${appendedAt}${appendedAt > 2 ? ', sau các ô chỉ có định dạng' : ''}`);
    },
  },
  {
    id: 'D6',
    assumption: 'Tab thử được xóa',
    reliance: 'Không để lại gì trong bảng tính',
    remedy: 'mở danh sách các tab, xóa tab ẩn "_thử"',
    run: async ({ scratch }) => okIf((await scratch()).isGone, 'đã xóa'),
  },
  {
    id: 'D7',
    assumption: 'Biểu mẫu đọc lại như hệ thống đã ghi',
    reliance: 'Chỗ khác bản Google trả về sau lần ghi trước là sửa tay',
    remedy: 'xem Kiểm tra; không ai sửa biểu mẫu bằng tay thì báo người phát triển',
    run: formReadBack,
  },
  {
    id: 'D8',
    assumption: 'Tài khoản chạy hàm được sửa biểu mẫu; lượt sửa theo bản cũ bị từ chối',
    reliance: 'Biểu mẫu theo Đề cương, mở và đóng theo kỳ; không ghi đè người đang sửa tay',
    remedy: SHARE,
    run: async ({ trial }) => {
      const why = await trial.whyFormIsClosed();
      return okIf(why === null, why ?? 'lượt sửa theo bản không có thật bị từ chối vì bản ấy');
    },
  },
  {
    id: 'D9',
    assumption: 'Người có đường dẫn trả lời được biểu mẫu',
    reliance: 'Quyền trả lời được liệt kê khi hỏi đích danh',
    remedy: 'chạy npm run provision bằng tài khoản chủ sở hữu; bị từ chối thì hỏi quản trị viên Workspace',
    run: async ({ checkup }) => {
      const isOpen = await checkup.isOpenToResponders();
      if (isOpen === null) return unchecked('Google chỉ cho chủ sở hữu xem quyền này: xem npm run doctor');
      return okIf(isOpen, isOpen ? 'đã mở' : 'chưa mở');
    },
  },
  {
    id: 'D10',
    assumption: 'Tin báo có báo cáo mới đang có hiệu lực',
    reliance: 'Báo cáo được ghi nhận trong vài giây; không có thì chậm nhất 10 phút',
    remedy: 'gọi hàm renewWatch và xem nhật ký của hàm; hệ thống vẫn chạy được',
    run: async ({ watches, topic }) => {
      if (topic === null) return unchecked('chưa đặt WATCH_TOPIC');
      const ours = (await watches.list()).filter((watch) => watch.topic === topic && watch.state === 'ACTIVE');
      return okIf(ours.length > 0, `${ours.length} tin báo`);
    },
  },
];

const mailProof: Proof<MailPlace> = {
  id: 'D11',
  assumption: 'Bảng này tới được quản trị viên bằng thư',
  reliance: 'Máy chủ thư nhận thư của hệ thống từ nơi hàm chạy; xem hộp thư đến và thư rác',
  remedy: 'xem mục Thư của hướng dẫn quản trị: cổng 587, địa chỉ cố định, mật khẩu ứng dụng',
  run: mailed,
};

type MailPlace = SelfTestPorts & SelfTestOptions & { readonly table: string };

function snapshotOf({ workbook, responses, now }: Place): Promise<Snapshot> {
  return readSnapshot(workbook, responses, now);
}

/** Nothing is edited: what would be is what differs. */
async function formReadBack(place: Place): Promise<Outcome> {
  const snapshot = await snapshotOf(place);
  const last = readApplied(snapshot.bookkeeping.formHash);
  const { wanted, door, wait } = askedForm(snapshot.people, inForceOf(snapshot), formPastOf(snapshot));
  if (wait !== null) return unchecked(wait);
  const { strange } = planForm(await place.editor.get(), wanted, last, door);
  const words = handEditWords(strange, false);
  const otherwise = `${Object.keys(last.given).length} chỗ Google trả về khác bản gửi`;
  return okIf(words.length === 0, words.length === 0 ? otherwise : words.join('; '));
}

async function mailed({ mailer, to, mailDomain, table, now, newToken }: MailPlace): Promise<Outcome> {
  if (to === null) return unchecked('không có ALERT_TO');
  const outcome = await mailer.send({
    key: 'self-test',
    messageId: `<self-test-${newToken()}@${mailDomain}>`,
    date: now,
    to: [to],
    subject: '[Tự kiểm tra] Hệ thống theo dõi báo cáo',
    text: table,
    html: html`<pre>${table}</pre>`.html,
    replyTo: null,
    autoSubmitted: 'auto-generated',
    attachments: [],
  });
  return handedOver(outcome);
}
