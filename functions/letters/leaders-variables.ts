import { counted } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { type UrgingSources, urgingDocx, urgingOf } from '../documents/synthesis/draft-urging.ts';
import type { Notice, PolicyInput } from '../domain/notices/notice.ts';
import { insteadOfSilence } from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import type { Enclosure, Letter } from '../ports.ts';
import type { MailSources } from './letter-sources.ts';
import { basisVariables, lateDays } from './unit-variables.ts';

/** What the ministry's leadership is told of late units. */
export function leadersVariables(
  notice: Notice,
  { policy, figures: ofRounds, outline }: MailSources,
): Letter['variables'] {
  const listed = notice.units ?? [];
  const [first] = listed;
  const figures = ofRounds.get(notice.subject);
  if (!first || !figures) return {};
  const waiting = policy.statuses.filter(
    (status) => status.round.id === notice.subject && insteadOfSilence(status) !== null,
  ).length;
  return {
    ...basisVariables(first, outline),
    han_cuoi: [...new Set(listed.map(({ effective }) => deadlineInWords(effective)))].join('; '),
    chuc_danh_lanh_dao: `Lãnh đạo ${policy.settings.officeName.split(',')[0]}`,
    so_qua_han: counted(listed.length),
    so_da_nhan: counted(figures.received),
    tong: counted(figures.expected),
    so_du: some(figures.complete),
    so_chua_gui: some(figures.expected - figures.received - waiting),
    so_cho: some(waiting),
    don_vi: listed.map((status) => ({
      ten_don_vi: status.unit.shortName,
      so_ngay_qua_han: counted(policy.calendar.workingDaysBetween(status.effective.lastDay, localDay(policy.now))),
      da_nhac: remindedWords(status, policy),
      bao_cao_cho: insteadOfSilence(status) ?? '',
    })),
    kem_du_thao: draftLetters(notice, { ...policy, outline }).length > 0,
  };
}

/** A number of things that are there; nobody is told of none. */
function some(number: number): string {
  return number > 0 ? counted(number) : '';
}

/** `lần 1 ngày 30/10/2025, lần 2 ngày 03/11/2025`. */
function remindedWords(status: UnitStatus, policy: PolicyInput): string {
  return lateDays(status, policy)
    .map((day, index) => `lần ${index + 1} ngày ${day}`)
    .join(', ');
}

/** What a mail program still takes: each draft is some 15 kB. */
const MOST_DRAFTS = 40;

/** The draft letters to the units that a leadership report lists; too many are left to the command. */
export function draftLetters({ subject, units = [] }: Notice, sources: UrgingSources): readonly Enclosure[] {
  if (units.length === 0 || units.length > MOST_DRAFTS) return [];
  const listed = new Set(units.map(({ unit }) => unit.code));
  const { letters } = urgingOf(subject, sources);
  return letters.filter(({ unit }) => listed.has(unit.code)).map(urgingDocx);
}
