import type { Finding } from '../../sheets-schema/finding.ts';
import { type Contact, contacts as contactsTab } from '../../sheets-schema/tabs/units.ts';
import type { LedgerBook, LedgerEntry } from '../domain/notices/ledger.ts';
import { contactMark } from '../domain/notices/ledger-key.ts';
import { isAddress, millisecondsOf } from '../domain/notices/notice-desk.ts';
import { unitNamesOf } from '../domain/standing/expected-units.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** Contacts no mail can reach: their mails are held until the row is mended. */
export function contactFindings({ people }: Snapshot, { policy }: Outlook): readonly Finding[] {
  const codes = new Set(people.units.rows.map((unit) => unit.code));
  const refused = refusedMarks(policy.ledger);
  const inUse = people.contacts.rows.filter((contact) => contact.active);
  return [
    ...inUse.flatMap((contact) => [
      ...(codes.has(contact.unit) || !people.units.readable ? [] : [unknownUnit(contact, people.units.rows)]),
      ...(isAddress(contact.email) ? [] : [malformed(contact)]),
      ...(refused.has(contactMark(contact)) ? [refusedAddress(contact)] : []),
    ]),
    ...(people.contacts.readable ? unreachable(policy, inUse) : []),
  ];
}

/** Units an open round asks, and nobody there to write to. */
function unreachable({ statuses }: Outlook['policy'], inUse: readonly Contact[]): readonly Finding[] {
  const reached = new Set(inUse.filter(({ role }) => role === 'Đầu mối').map(({ unit }) => unit));
  const open = statuses.filter(({ round }) => round.state === 'Đang mở');
  const silent = new Set(open.map(({ unit }) => unit.code).filter((code) => !reached.has(code)));
  return [...silent].map((code) => ({
    level: 'error',
    tab: contactsTab.title,
    row: code,
    column: contactsTab.columns.unit.header,
    found: `không có dòng Đầu mối đang dùng của ${code}`,
    expected: 'mỗi đơn vị phải báo cáo có ít nhất một đầu mối',
    mend: `thêm đầu mối của ${code}, hoặc đánh dấu Đang dùng; thư gửi ${code} đang giữ lại`,
  }));
}

function about(
  contact: Contact,
  column: 'unit' | 'email',
  rest: Pick<Finding, 'found' | 'expected' | 'mend'>,
): Finding {
  return {
    level: 'error',
    tab: contactsTab.title,
    row: contact.id,
    column: contactsTab.columns[column].header,
    ...rest,
  };
}

function unknownUnit(contact: Contact, units: Snapshot['people']['units']['rows']): Finding {
  const named = unitNamesOf(units).find(contact.unit);
  const several = named.kind === 'ambiguous' ? named.units.map((unit) => unit.code).join(' hoặc ') : null;
  return about(contact, 'unit', {
    found: several ? `"${contact.unit}" có thể là ${several}` : `"${contact.unit}" không có trong tab "Đơn vị"`,
    expected: 'mã một đơn vị trong tab "Đơn vị"',
    mend: 'ghi mã của đơn vị; người này chưa nhận thư nào',
  });
}

function malformed(contact: Contact): Finding {
  return about(contact, 'email', {
    found: `"${contact.email}"`,
    expected: 'một địa chỉ e-mail, ví dụ sxd@haiphong.example',
    mend: 'sửa địa chỉ; nếu có nhiều địa chỉ thì mỗi địa chỉ một dòng',
  });
}

function refusedAddress(contact: Contact): Finding {
  return about(contact, 'email', {
    found: `"${contact.email}" không nhận thư`,
    expected: 'địa chỉ đang dùng của đơn vị',
    mend: 'hỏi lại đơn vị và sửa địa chỉ; sửa xong thư được gửi lại; xem lý do ở tab "Nhật ký thư"',
  });
}

/** Whoever the last attempt of a mail went to, where that attempt was refused for good; and who was left out of a mail. */
function refusedMarks({ entries }: LedgerBook): ReadonlySet<string> {
  const all = [...entries.values()];
  return new Set([...all.flatMap(({ state, marks }) => (state === 'không gửi được' ? marks : [])), ...leftOut(all)]);
}

/** Contacts the server would never take while it took others, until a later mail gets through to them. */
function leftOut(all: readonly LedgerEntry[]): readonly string[] {
  const ever = new Set(all.flatMap(({ gone }) => gone));
  if (ever.size === 0) return [];
  const sent = all.filter(({ sentAt, marks }) => sentAt && marks.some((mark) => ever.has(mark)));
  const inTurn = sent.sort((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
  const last = new Map(inTurn.flatMap(({ marks, gone }) => marks.map((mark) => [mark, gone.includes(mark)] as const)));
  return [...ever].filter((mark) => last.get(mark));
}
