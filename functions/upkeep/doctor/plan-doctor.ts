import type { Temporal } from 'temporal-polyfill';
import type { Bookkeeping } from '../../workbook/bookkeeping.ts';
import { KEPT_REVISIONS } from '../../workbook/commit.ts';
import { broken, type Check } from './check.ts';
import { checkForm, checkGiven, checkSecret } from './check-form.ts';
import { checkLogin } from './check-login.ts';
import { checkBounces, checkMail, checkServer } from './check-mail.ts';
import { checkClock, checkRuns, checkWatches, withoutTopic } from './check-runs.ts';
import { checkSheet, highestClaim, isRestored } from './check-sheet.ts';
import type { DoctorFacts, SheetFacts } from './doctor-facts.ts';

const REACH = 'kiểm tra quyền của tài khoản dịch vụ, mã tệp và mạng';

/** Pure: what there is to say about everything that was looked at. */
export function planDoctor(
  { now, ahead, sheet, form, watches, mail, bounces }: DoctorFacts,
  {
    topic,
    linkSecret,
    loginMadeAt = null,
  }: {
    readonly topic: string | null;
    readonly linkSecret: string | null;
    readonly loginMadeAt?: Temporal.Instant | null;
  },
): readonly Check[] {
  return [
    ...(sheet.ok
      ? [...checkSheet(sheet.value), ...checkGiven(sheet.value.snapshot, now), ...checkRuns(sheet.value.snapshot, now)]
      : [broken('Bảng tính', sheet.why, REACH)]),
    ...formChecks(form, sheet),
    ...(linkSecret === null ? [] : [checkSecret(linkSecret)]),
    ...(watches === null ? [withoutTopic()] : watchChecks(watches, topic ?? '', now)),
    ...(loginMadeAt === null ? [] : [checkLogin(loginMadeAt, now)]),
    checkServer(mail),
    ...(bounces === null ? [] : [checkBounces(bounces)]),
    checkClock(ahead),
    ...(sheet.ok ? checkMail(sheet.value) : []),
  ];
}

/** Without the sheet nobody knows what the form should be. */
function formChecks(form: DoctorFacts['form'], sheet: DoctorFacts['sheet']): readonly Check[] {
  if (!form.ok) return [broken('Biểu mẫu', form.why, REACH)];
  return sheet.ok ? checkForm(form.value, sheet.value) : [];
}

function watchChecks(
  watches: Exclude<DoctorFacts['watches'], null>,
  topic: string,
  now: DoctorFacts['now'],
): readonly Check[] {
  return watches.ok ? checkWatches(watches.value, topic, now) : [broken('Tin báo', watches.why, REACH)];
}

/** Claims that may be erased: old ones, by the revision in the cell and by the newest claim, whichever is lower. */
export function claimsToPrune(sheet: DoctorFacts['sheet']): readonly number[] {
  if (!sheet.ok) return [];
  const { claims, snapshot } = sheet.value;
  const newest = Math.min(snapshot.bookkeeping.revision, highestClaim(claims));
  return claims.filter((claim) => claim < newest - KEPT_REVISIONS);
}

/** What goes into the coordinators' digest; '' when nothing needs a person. */
export function doctorLines(checks: readonly Check[]): string {
  return checks
    .filter(({ state }) => state === 'broken')
    .map(({ subject, found, fix }) => `${subject}: ${found} (${fix})`)
    .join('\n');
}

/** The bookkeeping after a check-up. A restored file holds its mail from now on, as a sync that met it would say. */
export function checkedBookkeeping(
  book: Bookkeeping,
  sheet: SheetFacts,
  { lines, now }: { readonly lines: string; readonly now: Temporal.Instant },
): Bookkeeping {
  const written = { ...book, doctor: lines, doctorAt: lines === '' ? '' : now.toString() };
  if (!isRestored(sheet) || book.mailHold !== '') return written;
  return { ...written, revision: highestClaim(sheet.claims), mailHold: 'bảng tính đã được khôi phục về bản cũ' };
}
