import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import type { Finding } from '../../../sheets-schema/finding.ts';
import { SCHEMA_VERSION } from '../../../sheets-schema/schema-version.ts';
import { LOCALE, readsDaysAsMeant, ZONE } from '../../../sheets-schema/zone.ts';
import { silentTasks } from '../../domain/standing/task-lists.ts';
import { logTabs, peopleTabs, type Snapshot } from '../../workbook/snapshot.ts';
import { broken, type Check, note, ok, some } from './check.ts';
import type { SheetFacts } from './doctor-facts.ts';

/** A Google Sheet holds so many cells, empty ones of every grid included. Fact: google-sheets, limits. */
const MOST_CELLS = 10_000_000;
/** Developer metadata of a file, in characters; nine of them for each claim. Fact: google-sheets, limits. */
const MOST_METADATA = 30_000;
const MANY_CLAIMS = 2_500;
/** What is left for claims then is less than their pruning leaves. */
const MUCH_OF_OTHERS = MOST_METADATA / 2;

/** The file itself: its tabs, the right to write them, its bookkeeping, its size. */
export function checkSheet(facts: SheetFacts): readonly Check[] {
  return [
    tabs(facts),
    version(facts),
    settings(facts),
    rights(facts),
    history(facts),
    cells(facts),
    ...silent(facts),
    size(facts),
  ];
}

/** Tabs that are gone, and tabs whose header changed: nothing below it can be read. */
function damageOf({ findings, people, logs }: Snapshot): readonly Finding[] {
  const tabs = [...Object.entries(people), ...Object.entries(logs)];
  const unreadable = new Set(tabs.flatMap(([name, { readable }]) => (readable ? [] : [titles[name]])));
  return findings.filter(({ tab, row }) => row === '' || unreadable.has(tab));
}

const titles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...peopleTabs, ...logTabs }).map(([name, { title }]) => [name, title]),
);

function tabs({ snapshot }: SheetFacts): Check {
  const damaged = damageOf(snapshot);
  if (damaged.length === 0) return ok('Bảng tính', `đủ ${allTabs.length} tab, tiêu đề đúng`);
  return broken('Bảng tính', some(damaged.map(words)), 'khôi phục từ Nhật ký phiên bản, hoặc chạy: npm run provision');
}

function words({ tab, column, found }: Finding): string {
  return column ? `${tab}, cột ${column}: ${found}` : `${tab}: ${found}`;
}

/** In another language or zone a typed 5/11/2025 is another day. */
function settings({ settings: found }: SheetFacts): Check {
  const subject = 'Ngôn ngữ, múi giờ của bảng tính';
  if (found === null) return note(subject, 'chưa xem được');
  const shown = `${found.locale}, ${found.timeZone}`;
  const mend = `mở Tệp > Cài đặt, chọn Việt Nam và múi giờ Hà Nội (${LOCALE}, ${ZONE}), rồi xem lại các ngày vừa gõ`;
  return readsDaysAsMeant(found) ? ok(subject, shown) : broken(subject, shown, mend);
}

/** Which release wrote the file, and what of it is still that of an earlier one. */
function version({ snapshot: { bookkeeping } }: SheetFacts): Check {
  const { schema, release, putBack } = bookkeeping;
  if (putBack !== '') {
    const fix = 'điền lại hoặc khôi phục các ô, rồi chạy: npm run provision -- --columns-checked';
    return broken('Phiên bản', `đã thêm lại, các ô còn trống: ${putBack}`, fix);
  }
  if (schema.system < SCHEMA_VERSION)
    return note('Phiên bản', 'bảng tính của bản trước', 'lần chạy kế tiếp tự cập nhật');
  if (schema.people < SCHEMA_VERSION)
    return note('Phiên bản', 'các tab của người dùng còn theo bản trước', 'chạy: npm run provision');
  return ok('Phiên bản', `bản ${release} ghi lần cuối`);
}

function rights({ tabs: found }: SheetFacts): Check {
  const shut = found.filter(({ writable }) => writable === false).map(({ title }) => title);
  if (shut.length === 0) return ok('Quyền ghi', 'ghi được mọi tab của hệ thống');
  const fix =
    'cho tài khoản dịch vụ quyền Người chỉnh sửa, rồi chủ sở hữu thêm tài khoản vào SERVICE_ACCOUNT_EMAIL và chạy: npm run provision';
  return broken('Quyền ghi', `không ghi được: ${some(shut)}`, fix);
}

/** The highest claim stands above the revision only when the cells are older than the claims. */
export function isRestored({ snapshot, claims }: SheetFacts): boolean {
  return highestClaim(claims) > snapshot.bookkeeping.revision;
}

export function highestClaim(claims: readonly number[]): number {
  return claims.reduce((most, claim) => Math.max(most, claim), 0);
}

function history(facts: SheetFacts): Check {
  const { bookkeeping } = facts.snapshot;
  const fix = 'kiểm tra dữ liệu, rồi chạy: npm run provision -- --after-restore';
  if (bookkeeping.mailHold !== '') return broken('Sổ của hệ thống', `thư đang giữ lại: ${bookkeeping.mailHold}`, fix);
  if (isRestored(facts)) return broken('Sổ của hệ thống', 'bảng tính đã được khôi phục về bản cũ', fix);
  const held = facts.outlook.policy.doubts.filter(({ scope }) => scope === 'all').map(({ reason }) => reason);
  if (held.length > 0) return broken('Sổ của hệ thống', `thư đang giữ lại: ${some(held)}`, 'xem tab Kiểm tra');
  return ok('Sổ của hệ thống', `lần ghi thứ ${bookkeeping.revision}, nhật ký đủ dòng`);
}

function cells({ snapshot, outlook }: SheetFacts): Check {
  const damaged = damageOf(snapshot);
  const count = [...snapshot.findings, ...outlook.findings].filter((finding) => !damaged.includes(finding)).length;
  if (count === 0) return ok('Dữ liệu', 'không có điểm nào phải xem');
  return note('Dữ liệu', `${count} điểm cần xem`, 'điều phối viên xem tab Kiểm tra');
}

/** What is overdue and nobody hears of: no list or figure has it until somebody confirms it. */
function silent({ snapshot, outlook }: SheetFacts): readonly Check[] {
  const count = silentTasks(outlook.standing.tasks, { now: snapshot.readAt });
  if (count === 0) return [];
  const found = `${count} việc quá hạn từ trước Mốc vận hành, chưa cơ quan nào được hỏi và chưa được đếm`;
  return [
    note('Nhiệm vụ', found, 'điều phối viên xem tab Kiểm tra: còn phải làm thì xác nhận, đã xong thì ghi hoàn thành'),
  ];
}

function size({ tabs: found, claims, othersMetadata }: SheetFacts): Check {
  const share = found.reduce((sum, tab) => sum + tab.cells, 0) / MOST_CELLS;
  const percent = `${(share * 100).toFixed(1).replace('.', ',')}% số ô cho phép`;
  if (share > 0.9) return broken('Dung lượng', percent, 'chuyển sang một bảng tính mới');
  if (othersMetadata > MUCH_OF_OTHERS) {
    const found = `chương trình khác đã ghi ${othersMetadata} trên ${MOST_METADATA} ký tự thông tin đi kèm của tệp; đầy thì hệ thống không ghi được nữa`;
    return broken('Dung lượng', found, 'gỡ tiện ích đã ghi vào tệp, hoặc chuyển sang một bảng tính mới');
  }
  if (claims.length > MANY_CLAIMS)
    return note('Dung lượng', `${percent}, ${claims.length} dấu ghi`, 'chạy doctor hằng ngày');
  return share > 0.5 ? note('Dung lượng', percent, 'chuẩn bị chuyển sang bảng tính mới') : ok('Dung lượng', percent);
}
