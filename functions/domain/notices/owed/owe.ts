import type { Audience } from '../../../../sheets-schema/notice-kinds/define-kind.ts';
import { type KeyKind, keyFacts, kinds, type NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { Contact } from '../../../../sheets-schema/tabs/units.ts';
import { dayText, localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineKey, deadlineOf } from '../../time/deadline.ts';
import { openRest } from '../ledger.ts';
import { ledgerKey, ONCE, sharedMailOf } from '../ledger-key.ts';
import type { Moot, Notice } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';

type Given = 'subject' | 'unit' | 'step' | 'dueAt' | 'why';
type Derived = 'key' | 'kind' | 'recipients';

/** What only the maker of a notice knows. */
type Own = Pick<Notice, Given> & Partial<Omit<Notice, Given | Derived>>;

/** A notice of a kind, with all that follows from the declaration of the kind. */
export function owe(desk: Desk, kind: NoticeKind, own: Own): Notice {
  const key = keyOf(kind, own);
  const entry = desk.ledger.entries.get(key);
  // What is left of a mail asks by the day that the mail itself named.
  const [, named] = openRest(entry) ? (entry?.told ?? []) : [];
  return {
    key,
    kind,
    rank: kinds[kind].rank,
    recipients: recipientsOf(desk, kinds[kind].to, own.unit),
    deadline: null,
    round: null,
    status: null,
    group: sharedMailOf(kinds[kind].key, own) ?? key,
    moot: null,
    heldBy: null,
    waitsFor: null,
    ...own,
    ...(named && { answerBy: deadlineOf(named) }),
  };
}

type Keyed = Pick<Notice, 'subject' | 'unit' | 'step' | 'dueAt' | 'version' | 'setApart'> &
  Partial<Pick<Notice, 'deadline'>>;

/** The key of a notice: its last part is that for which there is another one. */
export function keyOf(kind: NoticeKind, own: Keyed): string {
  const { subject, unit, step } = own;
  return ledgerKey({ subject, unit, kind, step, at: lastPart(kind, own) });
}

/** @throws when a notice that is counted from a deadline has none */
function lastPart(kind: NoticeKind, { deadline, version, dueAt, setApart = ONCE }: Keyed): string {
  switch (kinds[kind].repeats) {
    case 'once':
    case 'each decision':
      return ONCE;
    case 'each set of items':
      return setApart;
    case 'each step':
    case 'each deadline':
      if (!deadline) throw new Error(`"${kind}" is counted from a deadline; its maker gave none.`);
      return deadlineKey(deadline);
    case 'each report':
    case 'each day':
      return version ?? dayText(localDay(dueAt));
  }
}

/** A notice of a round about one unit, under the deadline that applies to it now. */
export function oweUnit(
  desk: Desk,
  status: UnitStatus,
  kind: NoticeKind,
  own: Omit<Own, 'subject' | 'unit' | 'deadline' | 'round' | 'status'>,
): Notice {
  const { round, unit, effective } = status;
  return owe(desk, kind, {
    subject: round.id,
    unit: unit.code,
    deadline: effective,
    round,
    status,
    ...own,
    moot: filedAlready(kinds[kind].key, status) ?? own.moot ?? null,
  });
}

function recipientsOf(desk: Desk, to: Audience, unit: string | null): readonly Contact[] {
  switch (to) {
    case 'city':
    case 'agency':
      return desk.contactsOf(unit, 'Đầu mối');
    case 'coordinators':
      return desk.contactsOf(null, 'Điều phối');
    case 'leaders':
      // Late units are told of to the leadership of the ministry that keeps the rounds, never to a city's.
      return desk.contactsOf(desk.settings.ministry, 'Lãnh đạo');
  }
}

/** What asks for the report itself ends by its coming; what is asked of a report already there does not. */
export function filedAlready(key: KeyKind, { filedAt }: UnitStatus): Moot | null {
  if (filedAt === null || keyFacts[key].asksFor !== 'report') return null;
  return { state: 'đã nộp', reason: 'Đơn vị đã gửi báo cáo trước khi thư đi.' };
}
