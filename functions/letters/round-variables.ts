import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import { lateNoticesInHand } from '../domain/notices/owed/already-told.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import { dayOf } from '../domain/time/moment-words.ts';
import type { MailOrder } from '../ports.ts';

/** The document behind a round, and its deadline for one unit. */
export function basisVariables({ round, strict, effective }: UnitStatus): MailOrder['variables'] {
  return {
    loai_vb: round.basisType,
    so_ky_hieu: round.basisNumber,
    ngay_vb: formatDate(round.basisDate),
    co_quan_ban_hanh: round.basisIssuer,
    nguyen_van_han: round.deadlineText,
    han_cuoi: deadlineInWords(effective),
    han_theo_van_ban: deadlineInWords(strict),
    dieu_chinh: deadlineInWords(strict) !== deadlineInWords(effective),
    co_khoa: round.locksOn !== null && Temporal.PlainDate.compare(effective.lastDay, round.locksOn) < 0,
    ngay_khoa: round.locksOn ? formatDate(round.locksOn) : '',
  };
}

/** When the late notices went that the unit has in hand; those withdrawn by an extension are not spoken of again. */
export function lateDays(status: UnitStatus, policy: PolicyInput): readonly string[] {
  return lateNoticesInHand(policy, status).map(({ sentAt }) => dayOf(sentAt));
}
