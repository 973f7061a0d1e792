import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import {
  type Contact,
  type ContactRole,
  type ContactRow,
  contacts as contactsTab,
  type Unit,
} from '../../sheets-schema/tabs/units.ts';
import { aboutKey, isTerminal, type LedgerBook, type LedgerEntry } from '../domain/notices/ledger.ts';
import { contactMark } from '../domain/notices/ledger-key.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import { millisecondsOf } from '../domain/notices/notice-desk.ts';
import { TELLS_HELPERS } from '../domain/notices/owed/tasks-to-help.ts';
import { emptied } from '../domain/notices/standstill.ts';
import { addressKey, contactBook } from '../domain/standing/contact-book.ts';
import { unitNamesOf } from '../domain/standing/expected-units.ts';
import { isChased, type TaskStatus } from '../domain/standing/task-status.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/** By what it is known whom a mail is for. */
type Asking = 'ledger' | 'statuses' | 'tasks';

/** Contacts no mail can reach: their mails are held until the row is mended. */
export function contactFindings(
  { units, contacts }: Pick<PeopleTabs, 'units' | 'contacts'>,
  policy: Pick<PolicyInput, Asking | 'contacts'>,
  lost: number,
): readonly Finding[] {
  if (contacts.readable && lost > 0 && contacts.rows.length === 0 && contacts.broken.length === 0)
    return [allLost(lost)];
  const codes = new Set(units.rows.map((unit) => unit.code));
  const refused = refusedMarks(policy.ledger);
  const rows = contacts.rows.filter((row) => row.active);
  const inUse = policy.contacts.filter((contact) => contact.active);
  return [
    ...rows.flatMap((row) => (codes.has(row.unit) || !units.readable ? [] : [unknownUnit(row, units.rows)])),
    ...inUse
      .filter((contact) => refused.has(contactMark(contact)))
      .map((contact) => refusedAddress(contact, whyBack(policy.ledger, contact))),
    ...doubled(inUse),
    ...ofSeveralUnits(inUse),
    ...(contacts.readable ? [...unreachable(policy, inUse), ...noCoordinator(policy)] : []),
  ];
}

/** One address in two rows of a unit and role is one reader; somebody may have meant another one. */
function doubled(inUse: readonly Contact[]): readonly Finding[] {
  const readers = Map.groupBy(inUse, (contact) => `${contact.unit}/${contact.role}/${addressKey(contact)}`);
  return [...readers.values()].flatMap(([first, ...others]) =>
    others.map((contact) =>
      finding(where(contactsTab, contact.id, 'emails'), {
        level: 'warning',
        found: `"${contact.email}" đã có ở dòng ${first?.id}`,
        expected: 'mỗi địa chỉ một dòng',
        fix: 'sửa địa chỉ hoặc bỏ đánh dấu Đang dùng; hệ thống chỉ gửi một thư tới địa chỉ này',
      }),
    ),
  );
}

/** Whoever reads for two units gets the links of both: with each of them anybody files for that unit. */
function ofSeveralUnits(inUse: readonly Contact[]): readonly Finding[] {
  const readers = Map.groupBy(
    inUse.filter(({ role }) => role === 'Đầu mối'),
    addressKey,
  );
  return [...readers.values()].flatMap((alike) => {
    const units = [...new Set(alike.map(({ unit }) => unit))];
    return alike.slice(units.length > 1 ? 1 : alike.length).map((contact) =>
      finding(where(contactsTab, contact.id, 'emails'), {
        level: 'warning',
        found: `"${contact.email}" là đầu mối của ${units.join(', ')}`,
        expected: 'mỗi địa chỉ là đầu mối của một đơn vị',
        fix: 'địa chỉ này nhận đường dẫn riêng của mọi đơn vị ấy; gõ nhầm thì sửa, rồi thêm dòng quyết định "Đổi đường dẫn" cho đơn vị bị gõ nhầm; đúng thì để nguyên',
      }),
    );
  });
}

/** One cause, whatever it leaves without an address. */
function allLost(lost: number): Finding {
  return finding(where(contactsTab), {
    level: 'error',
    found: emptied(lost),
    expected: 'đầu mối của mỗi đơn vị phải báo cáo, và ít nhất một điều phối viên',
    fix: 'lấy lại các dòng từ Nhật ký phiên bản của bảng tính; trong khi chờ, không thư nào gửi được và không ai nhận bản tin',
  });
}

/** Without a coordinator the digest and every warning reach nobody. */
function noCoordinator({ contacts }: Pick<PolicyInput, 'contacts'>): readonly Finding[] {
  const role: ContactRole = 'Điều phối';
  if (contactBook(contacts)(null, role).length > 0) return [];
  return [
    finding(where(contactsTab, role, 'role'), {
      level: 'error',
      found: `không có dòng ${role} đang dùng với địa chỉ đọc được`,
      expected: `ít nhất một người có vai trò ${role}`,
      fix: 'thêm điều phối viên; khi chưa có, không ai nhận bản tin và cảnh báo của hệ thống',
    }),
  ];
}

/** Units that a mail is for, and nobody there to write to. */
function unreachable(policy: Pick<PolicyInput, Asking>, inUse: readonly Contact[]): readonly Finding[] {
  const reached = new Set(inUse.filter(({ role }) => role === 'Đầu mối').map(({ unit }) => unit));
  const ofRounds = new Set(policy.statuses.flatMap(({ round, unit }) => (round.state === 'Đang mở' ? unit.code : [])));
  const ofTasks = policy.tasks.flatMap((status) => whomItIsFor(policy, status));
  const silent = [...new Set([...ofRounds, ...ofTasks])].filter((code) => !reached.has(code));
  return silent.map((code) =>
    finding(where(contactsTab, code, 'unit'), {
      level: 'error',
      found: `không có dòng Đầu mối đang dùng của ${code}`,
      expected: `mỗi ${ofRounds.has(code) ? 'đơn vị phải báo cáo' : 'cơ quan của nhiệm vụ đã duyệt nhắc'} có ít nhất một đầu mối`,
      fix: `thêm đầu mối của ${code}, hoặc đánh dấu Đang dùng; thư gửi ${code} đang giữ lại`,
    }),
  );
}

/** Whoever is asked for a task that is approved for reminders, and who takes part and has not been told. */
function whomItIsFor({ ledger }: Pick<PolicyInput, 'ledger'>, status: TaskStatus): readonly string[] {
  const { task, unit, paused, toTell = [] } = status;
  if (!isChased(status) || !task.approved || paused) return [];
  const tellings = (helper: string) =>
    (ledger.about.get(aboutKey(task.id, helper)) ?? []).filter(({ parts }) => parts?.kind === kinds[TELLS_HELPERS].key);
  const isTold = (helper: string) => tellings(helper).some(({ state }) => isTerminal(state));
  return [unit.code, ...toTell.map((helper) => helper.unit.code).filter((code) => !isTold(code))];
}

function unknownUnit(contact: ContactRow, units: readonly Unit[]): Finding {
  const named = unitNamesOf(units).find(contact.unit);
  const several = named.kind === 'ambiguous' ? named.units.map((unit) => unit.code).join(' hoặc ') : null;
  return finding(where(contactsTab, contact.id, 'unit'), {
    level: 'error',
    found: several ? `"${contact.unit}" có thể là ${several}` : `"${contact.unit}" không có trong tab "Đơn vị"`,
    expected: 'mã một đơn vị trong tab "Đơn vị"',
    fix: 'ghi mã của đơn vị; người này chưa nhận thư nào',
  });
}

/** Why the last mail that came back from them did; null when none did. */
function whyBack({ entries }: LedgerBook, contact: Contact): string | null {
  const mark = contactMark(contact);
  return [...entries.values()].findLast(({ bounced }) => bounced.has(mark))?.bounced.get(mark) ?? null;
}

function refusedAddress(contact: Contact, why: string | null): Finding {
  return finding(where(contactsTab, contact.id, 'emails'), {
    level: 'error',
    found: `"${contact.email}" không nhận thư`,
    expected: 'địa chỉ đang dùng của đơn vị',
    fix: `${why === null ? '' : `thư bị trả lại, ${why}; `}hỏi lại đơn vị và sửa địa chỉ; sửa xong thư được gửi lại; địa chỉ vẫn đúng thì thêm dòng quyết định "Gửi lại"; xem lý do ở tab "Nhật ký thư"`,
  });
}

/** Whom the server will not take, by its last answer about each mail; and who was left out of a mail. */
function refusedMarks({ entries }: LedgerBook): ReadonlySet<string> {
  const all = [...entries.values()];
  return new Set([...all.flatMap(blamed), ...leftOut(all)]);
}

/** Where the whole mail was refused and no recipient named, every one is to be asked. */
function blamed({ state, marks, undeliverable }: LedgerEntry): readonly string[] {
  if (state === 'không gửi được') return undeliverable.length > 0 ? undeliverable : marks;
  return state === 'gửi lại sau' ? undeliverable : [];
}

/** Contacts the server would never take while it took others, until a later mail gets through to them. */
function leftOut(all: readonly LedgerEntry[]): readonly string[] {
  const ever = new Set(all.flatMap(({ sentAt, undeliverable }) => (sentAt ? undeliverable : [])));
  if (ever.size === 0) return [];
  const sent = all.filter(({ sentAt, marks }) => sentAt && marks.some((mark) => ever.has(mark)));
  const inTurn = sent.sort((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
  const last = new Map(
    inTurn.flatMap(({ marks, undeliverable }) => marks.map((mark) => [mark, undeliverable.includes(mark)] as const)),
  );
  return [...ever].filter((mark) => last.get(mark));
}
