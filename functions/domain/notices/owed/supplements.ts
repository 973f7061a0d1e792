import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { openingOn } from '../../time/working-calendar.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { restSince } from './already-told.ts';
import { oweUnit } from './owe.ts';
import { pausedBy } from './reasons-to-rest.ts';

/** What a supplement asks for. */
export function absentItems({ items }: UnitStatus): UnitStatus['items'] {
  return items.filter(({ counts, verdict }) => counts && verdict === 'Thiếu');
}

/**
 * Only what is absent is asked for without a person's word; what is merely unclear is for the coordinator. A working
 * day lies between, in which the coordinator may stop it and the unit may send the rest by itself. The same set of
 * items is asked for once, and nothing while the whole report is returned.
 */
export function supplements(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { round, unit } = status;
  const items = absentItems(status);
  const last = status.versions.at(-1);
  if (!status.filedAt || !last || status.returned || status.supplementStopped || items.length === 0) return [];
  const names = items.map(({ item }) => item);
  const notice = oweUnit(desk, status, 'Đề nghị bổ sung', {
    step: names.toSorted().join('+'),
    dueAt: openingOn(desk.calendar, desk.calendar.addWorkingDays(localDay(last.seenAt), 1)),
    why: `Báo cáo ${last.version} còn thiếu mục ${names.join(', ')}.`,
    heldBy: pausedBy(status),
    items,
  });
  const asOf = restSince(desk, notice.key);
  const sent = desk
    .entriesOf(round.id, unit.code, 'Đề nghị bổ sung')
    .filter(({ sentAt }) => sentAt !== null && (asOf === null || isBefore(sentAt, asOf)));
  return [{ ...notice, nth: sent.length + 1 }];
}
