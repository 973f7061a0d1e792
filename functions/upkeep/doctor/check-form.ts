import { Temporal } from 'temporal-polyfill';
import type { ChangeRow } from '../../../sheets-schema/tabs/logs.ts';
import { findings as findingsTab } from '../../../sheets-schema/tabs/projections.ts';
import { bitsOf, ENOUGH_BITS } from '../../domain/links/secret-strength.ts';
import { readApplied } from '../../form/applied-form.ts';
import { type AskedForm, askedForm } from '../../form/asked-form.ts';
import { handEditWords } from '../../form/hand-edits.ts';
import { isAccepting, planForm } from '../../form/plan-form.ts';
import { formPastOf } from '../../form/promised-dates.ts';
import { otherwiseGivenWords } from '../../outlook/doubts.ts';
import type { LiveForm } from '../../ports.ts';
import { type Mismatch, mismatches, type Snapshot } from '../../workbook/snapshot.ts';
import { broken, type Check, note, ok, some } from './check.ts';
import type { FormFacts, SheetFacts } from './doctor-facts.ts';

/** A check-up edits nothing; a sync looks at the form every hour. */
const MENDS_ITSELF = 'hệ thống tự sửa khi xem biểu mẫu, mỗi giờ một lần; còn lệch thì chạy: npm run provision';

/** @param secret the key of the codes in the links */
export function checkSecret(secret: string): Check {
  const subject = 'Khóa của đường dẫn';
  const bits = bitsOf(secret);
  if (bits >= ENOUGH_BITS) return ok(subject, 'đủ dài');
  const found = `ngắn: nhiều nhất ${bits} bit, cần ${ENOUGH_BITS}; người có một đường dẫn có thể dò ra mã của thành phố khác`;
  return note(subject, found, 'đổi khóa giữa hai kỳ: hướng dẫn quản trị, mục 8');
}

const mends: Readonly<Record<Mismatch, Pick<Check, 'found' | 'fix'> & { readonly name: string }>> = {
  form: {
    name: 'biểu mẫu',
    found: 'FORM_ID không phải biểu mẫu của bảng tính này; thư giữ lại, báo cáo mới chờ trên biểu mẫu',
    fix: 'đặt lại FORM_ID; nếu biểu mẫu đã thay thì chạy: npm run provision với FORM_ID mới',
  },
  secret: {
    name: 'khóa',
    found: 'LINK_SECRET không phải khóa của các đường dẫn đã gửi; thư giữ lại, báo cáo mới chờ trên biểu mẫu',
    fix: 'đặt lại LINK_SECRET; nếu đổi khóa thì đặt khóa cũ vào LINK_SECRET_PREVIOUS rồi chạy: npm run provision -- --new-secret',
  },
};

/**
 * Whether form and secret are those of the file: what this check-up was given, and what the last runs say that they were.
 * In the cloud the check-up has no secret, and may have another form than the runs.
 */
export function checkGiven(snapshot: Snapshot, now: Temporal.Instant): readonly Check[] {
  const subject = 'Biểu mẫu và khóa';
  const here = mismatches(snapshot);
  const all = Object.keys(mends) as Mismatch[];
  const told = all.filter((mismatch) => !here.includes(mismatch) && isTold(snapshot, mismatch));
  const twice = all.filter((mismatch) => timesTold(snapshot, mismatch, now) > 1);
  const checks = [
    ...here.map((mismatch) => broken(subject, mends[mismatch].found, mends[mismatch].fix)),
    ...told.map((mismatch) =>
      broken(subject, `lần chạy gần nhất của hệ thống: ${mends[mismatch].found}`, mends[mismatch].fix),
    ),
    ...twice.map((mismatch) => broken(subject, `${TWO_SYSTEMS}: ${mends[mismatch].name} khi đúng khi khác`, STOP_ONE)),
  ];
  if (checks.length > 0) return checks;
  return [ok(subject, snapshot.given.secret === '' ? `biểu mẫu ${OWN}; khóa: lần chạy gần nhất không báo khác` : OWN)];
}

const OWN = 'là của bảng tính này';
const TWO_SYSTEMS = 'có lẽ hai hệ thống cùng chạy trên bảng tính này (bản thử cạnh bản chính)';
const STOP_ONE = 'dừng hệ thống không phải bản chính, hoặc đặt cho nó bảng tính và biểu mẫu riêng';

/** Whether the last run wrote so into `Kiểm tra`. */
function isTold({ projections }: Snapshot, mismatch: Mismatch): boolean {
  const { found } = otherwiseGivenWords[mismatch];
  const column = Object.keys(findingsTab.columns).indexOf('found');
  return (projections.get(findingsTab.sheetId) ?? []).some((cells) => cells[column] === found);
}

/** How often within a day a run came upon it anew: once where something was set wrong, again and again where two take turns. */
function timesTold({ logs }: Snapshot, mismatch: Mismatch, now: Temporal.Instant): number {
  const since = now.subtract({ hours: 24 });
  const { found } = otherwiseGivenWords[mismatch];
  const isNews = ({ seenAt, new: told }: ChangeRow) => told === found && Temporal.Instant.compare(seenAt, since) > 0;
  return logs.changes.rows.filter(isNews).length;
}

/** The live form against what the sheet wants it to be; another form is nothing to compare. */
export function checkForm({ live, open }: FormFacts, { snapshot, outlook }: SheetFacts): readonly Check[] {
  if (mismatches(snapshot).includes('form')) return [];
  const asked = askedForm(snapshot.people, outlook.inForce, formPastOf(snapshot));
  return [
    wording(live, asked, snapshot.bookkeeping.formHash),
    accepting(isAccepting(live), asked.door),
    responders(open),
  ];
}

function wording(live: LiveForm, { wanted, wait, door }: AskedForm, formHash: string): Check {
  if (wait !== null) return note('Biểu mẫu', `chưa so được: ${wait}`, 'sửa dòng nói trên');
  const { strange, sections, edits } = planForm(live, wanted, readApplied(formHash), door);
  const words = handEditWords(strange, false);
  const pending = sections.length + edits.length;
  if (words.length > 0 && words.length > strange.deleted.length)
    return broken('Biểu mẫu', some(words), 'sửa lại trên biểu mẫu, hoặc đổi Đề cương cho khớp');
  if (words.length > 0) return broken('Biểu mẫu', some(words), MENDS_ITSELF);
  return pending > 0
    ? broken('Biểu mẫu', `lệch với Đề cương ${pending} chỗ`, MENDS_ITSELF)
    : ok('Biểu mẫu', `khớp Đề cương, ${wanted.items.length} mục`);
}

function accepting(isOpen: boolean, door: boolean | null): Check {
  if (door === null) return note('Nhận báo cáo', 'chưa rõ kỳ nào đang mở; biểu mẫu giữ như cũ', 'xem tab Kỳ báo cáo');
  if (isOpen === door) return ok('Nhận báo cáo', isOpen ? 'đang nhận báo cáo' : 'đang đóng, không có kỳ nào mở');
  const found = door ? 'kỳ đang mở nhưng biểu mẫu không nhận báo cáo' : 'biểu mẫu còn nhận báo cáo, không có kỳ nào mở';
  return broken('Nhận báo cáo', found, MENDS_ITSELF);
}

function responders(open: boolean | null): Check {
  if (open === true) return ok('Người trả lời', 'ai có đường dẫn đều mở được biểu mẫu');
  if (open === null) return note('Người trả lời', 'tài khoản này không xem được quyền chia sẻ', 'mở thử một đường dẫn');
  return broken('Người trả lời', 'đường dẫn chưa mở cho người trả lời', 'chạy: npm run provision');
}
