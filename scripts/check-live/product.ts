import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { newToken } from '../../functions/app.ts';
import { readApplied } from '../../functions/form/applied-form.ts';
import { askedForm } from '../../functions/form/asked-form.ts';
import { createFormFollower } from '../../functions/form/follow-form.ts';
import { formPastOf } from '../../functions/form/promised-dates.ts';
import type { Google } from '../../functions/google/client.ts';
import { rightsOf } from '../../functions/google/file-rights.ts';
import { createFiles } from '../../functions/google/files.ts';
import { createFormEditor } from '../../functions/google/form-editor.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { inForceOf } from '../../functions/outlook/in-force.ts';
import type { Mailer } from '../../functions/ports.ts';
import { provision } from '../../functions/upkeep/provision/provision.ts';
import { handedOver, type Outcome, okIf, type Proof, unchecked } from '../../functions/upkeep/self-test/proof.ts';
import { commit } from '../../functions/workbook/commit.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { rowsIn, type Snapshot } from '../../functions/workbook/snapshot.ts';
import { changes } from '../../sheets-schema/tabs/logs.ts';
import { overview, tracking } from '../../sheets-schema/tabs/projections.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { inWords } from './ask.ts';
import { read, write } from './live-sheet.ts';

/** Two throw-away files, made as the product makes its own. */
export type LiveProduct = {
  readonly google: Google;
  readonly spreadsheetId: string;
  readonly formId: string;
  /** Whom the protected tabs are opened to. */
  readonly serviceAccounts: readonly string[];
  /** Where a mail is to arrive, and who sends it; null when nobody said. */
  readonly mail: { readonly mailer: Mailer; readonly to: string; readonly domain: string } | null;
};

/** The product's own requests, on files that nobody uses. The first makes them; the others look at what came of it. */
export const productChecks: readonly Proof<LiveProduct>[] = [
  {
    id: 'P1',
    assumption: 'Cả bảng tính được dựng trong một lượt, đọc lại không có lỗi nào',
    reliance: 'Tab, danh sách chọn, ô đánh dấu, bảo vệ, biểu đồ được nhận nguyên vẹn; ô trống không bị đọc thành lỗi',
    remedy: 'dừng, báo người phát triển, gửi kèm cả bảng này',
    run: built,
  },
  {
    id: 'P2',
    assumption: 'Chạy lần nữa không ghi gì',
    reliance: 'Google trả lại quyền, bảo vệ, câu hỏi như đã ghi',
    remedy: 'báo người phát triển; hệ thống vẫn chạy được',
    run: builtAgain,
  },
  {
    id: 'P3',
    assumption: 'Người có đường dẫn trả lời được biểu mẫu',
    reliance: 'Quyền trả lời được liệt kê khi hỏi đích danh',
    remedy:
      'mở biểu mẫu bằng nút Xuất bản, "Bất kỳ ai có đường liên kết"; hỏi quản trị viên Workspace về chia sẻ ra ngoài',
    run: openToResponders,
  },
  {
    id: 'P4',
    assumption: 'Biểu mẫu làm theo Đề cương, xem lại không thấy chỗ nào bị coi là sửa tay',
    reliance: 'Câu hỏi được so với bản Google trả về ngay sau khi ghi',
    remedy: 'báo người phát triển; kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương',
    run: formReadBack,
  },
  {
    id: 'P5',
    assumption: 'Đánh dấu rồi bỏ dấu một ô ở dòng trống',
    reliance: 'Dòng chỉ có ô bỏ dấu vẫn là dòng trống',
    remedy: 'dừng, báo người phát triển: dòng trống bị đọc thành lỗi',
    run: tickedAndUnticked,
  },
  {
    id: 'P6',
    assumption: 'Hai biểu đồ của Tổng quan đủ bề rộng',
    reliance: 'Biểu đồ có đủ cột trống để đứng',
    remedy: 'kéo rộng biểu đồ bằng tay; hệ thống vẫn chạy đúng',
    run: charts,
  },
  {
    id: 'P7',
    assumption: 'Tài khoản dịch vụ được vào tab được bảo vệ',
    reliance: 'Tệp được chia sẻ trước, rồi mới bảo vệ',
    remedy:
      'chia sẻ bảng tính cho các tài khoản ấy, rồi chạy lại npm run provision; trước đó không lần chạy nào ghi được',
    run: protectedEditors,
  },
  {
    id: 'P8',
    assumption: 'Dòng nhật ký đầu tiên ghi bằng appendCells đứng ở đâu',
    reliance: 'Không cần biết: dòng được tìm theo khóa, dòng trống được bỏ qua',
    remedy: 'không cần làm gì',
    run: appended,
  },
  {
    id: 'P9',
    assumption: 'Một thư thử tới được quản trị viên',
    reliance: 'Máy chủ thư nhận thư của hệ thống; xem hộp thư đến và thư rác',
    remedy: 'xem mục Thư của hướng dẫn quản trị; hoặc đặt SMTP_URL là một thư mục và gửi tay',
    run: mailed,
  },
];

/** Links made here lead to a form nobody uses, so their key is anybody's. */
const linkSecret = randomBytes(16).toString('hex');

/** What provisioning said. */
async function provisioned({
  google,
  spreadsheetId,
  formId,
  serviceAccounts,
}: LiveProduct): Promise<readonly string[]> {
  const said: string[] = [];
  await provision(
    {
      files: createFiles(google),
      workbookOf: (id) => createWorkbook(google, id),
      editorOf: (id) => createFormEditor(google, id),
      newToken,
      report: (line) => said.push(line),
    },
    { now: Temporal.Now.instant(), linkSecret, serviceAccounts, spreadsheetId, formId },
  );
  return said;
}

function snapshotOf({ google, spreadsheetId }: LiveProduct): Promise<Snapshot> {
  return readSnapshot(createWorkbook(google, spreadsheetId), NO_RESPONSES, Temporal.Now.instant());
}

/** Rows that people's tabs have, and what is wrong with them. */
function countIn({ people }: Snapshot): { readonly rows: number; readonly wrong: readonly string[] } {
  const tabs = Object.values(people);
  return {
    rows: tabs.reduce((sum, tab) => sum + rowsIn(tab), 0),
    wrong: tabs.flatMap(({ findings }) => findings.map(({ tab, row, found }) => `${tab} ${row}: ${found}`)),
  };
}

async function built(product: LiveProduct): Promise<Outcome> {
  await provisioned(product);
  const { rows, wrong } = countIn(await snapshotOf(product));
  const [first = ''] = wrong;
  return okIf(
    wrong.length === 0 && rows > 0,
    wrong.length === 0 ? `${rows} dòng, không có lỗi` : `${wrong.length} lỗi, thứ nhất: ${first}`,
  );
}

async function builtAgain(product: LiveProduct): Promise<Outcome> {
  const said = await provisioned(product);
  return okIf(said.length === 0, said.length === 0 ? 'không ghi gì' : said.join('; '));
}

async function openToResponders({ google, formId }: LiveProduct): Promise<Outcome> {
  const rights = await rightsOf(google, formId);
  if (rights === null) return unchecked('Google không cho tài khoản này xem quyền của biểu mẫu');
  return okIf(rights.isOpen, rights.isOpen ? 'đã mở' : 'chưa mở');
}

async function formReadBack(product: LiveProduct): Promise<Outcome> {
  const snapshot = await snapshotOf(product);
  const { formHash } = snapshot.bookkeeping;
  const { outline } = snapshot.people;
  const follower = createFormFollower(createFormEditor(product.google, product.formId));
  const asked = askedForm(snapshot.people, inForceOf(snapshot), formPastOf(snapshot));
  const isOurs = async () => true;
  const seen = { formHash, responses: [], outline: outline.rows, look: true, isOurs };
  const { hash, changed } = await follower.follow(asked, seen);
  const { strange, given, refused } = readApplied(hash);
  const differing = `${Object.keys(given).length} chỗ Google trả về khác bản gửi`;
  const wrong = [...strange, refused].filter(Boolean);
  return okIf(wrong.length === 0 && !changed, wrong.length > 0 ? wrong.join('; ') : differing);
}

async function tickedAndUnticked(product: LiveProduct): Promise<Outcome> {
  const tab = { sheetId: contacts.sheetId, title: contacts.title };
  const place = Object.keys(contacts.columns).indexOf('active');
  const rowWith = (tick: boolean) => [...Array<string>(place).fill(''), tick];
  const header = Object.values(contacts.columns).map((column) => column.header);
  for (const tick of [true, false]) {
    const answer = await write(product, tab, [header, rowWith(tick)], 'RAW');
    if (answer.kind === 'refused') return unchecked(inWords(answer));
  }
  const cells = (await read(product, tab))[1] ?? [];
  const { wrong } = countIn(await snapshotOf(product));
  const shown = cells.includes(false) ? 'đọc thành FALSE' : 'đọc thành trống';
  return okIf(wrong.length === 0, wrong.length === 0 ? shown : `${shown}; ${wrong[0]}`);
}

async function charts({ google, spreadsheetId }: LiveProduct): Promise<Outcome> {
  const fields = 'sheets(properties(sheetId),charts(position))';
  const { data } = await google.sheets.spreadsheets.get({ spreadsheetId, fields });
  const found = data.sheets?.find(({ properties }) => properties?.sheetId === overview.sheetId)?.charts ?? [];
  const widths = found.map(({ position }) => position?.overlayPosition?.widthPixels ?? 0);
  return okIf(widths.length === 2 && widths.every((width) => width > 600), `bề rộng ${widths.join(', ')}`);
}

async function protectedEditors(product: LiveProduct): Promise<Outcome> {
  const { google, spreadsheetId, serviceAccounts } = product;
  if (serviceAccounts.length === 0) return unchecked('không có SERVICE_ACCOUNT_EMAIL');
  const { protections } = await createFiles(google).describe(spreadsheetId);
  const editors = protections.find(({ id }) => id === tracking.sheetId)?.editors ?? [];
  const missing = serviceAccounts.filter((account) => !editors.includes(account));
  return okIf(missing.length === 0, missing.length === 0 ? 'được vào' : `chưa được vào: ${missing.join(', ')}`);
}

async function appended(product: LiveProduct): Promise<Outcome> {
  const workbook = createWorkbook(product.google, product.spreadsheetId);
  const before = await snapshotOf(product);
  const mark = `thu/${newToken()}`;
  const rows = [Object.keys(changes.columns).map(() => ({ value: mark }))];
  const append = { kind: 'append', sheetId: changes.sheetId, log: true, rows } as const;
  await commit(workbook, { ...before, changes: [append], token: newToken() });
  const cells = await read(product, { sheetId: changes.sheetId, title: changes.title });
  const at = cells.findIndex((row) => row.includes(mark));
  return okIf(at > 0, at > 0 ? `dòng ${at + 1}` : 'không thấy');
}

async function mailed({ mail }: LiveProduct): Promise<Outcome> {
  if (mail === null) return unchecked('không có SMTP_URL, MAIL_FROM và ALERT_TO');
  const text = 'Thư thử của lệnh kiểm tra trước khi vận hành. Nhận được thư này là máy chủ thư gửi được.';
  const outcome = await mail.mailer.send({
    key: 'check-live',
    messageId: `<check-live-${newToken()}@${mail.domain}>`,
    date: Temporal.Now.instant(),
    to: [mail.to],
    subject: '[Thư thử] Kiểm tra trước khi vận hành',
    text,
    html: `<p>${text}</p>`,
    replyTo: null,
    autoSubmitted: 'auto-generated',
    attachments: [],
  });
  mail.mailer.close();
  return handedOver(outcome);
}
