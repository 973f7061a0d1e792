import { kinds } from '../../sheets-schema/notice-kinds.ts';
import type { LedgerFact, LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import type { Fate, Notice } from '../domain/notices/notice.ts';
import { filedAlready } from '../domain/notices/owed/owe.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { ResponsePart, Responses } from '../ports.ts';
import { newResponses } from '../workbook/read-snapshot.ts';
import { speaksOfLateReports } from './deliver.ts';
import { type Basis, type JudgedPlan, noticeRow, planSync, type SyncContext } from './plan-sync.ts';

/** What a look at the form just before late notices leave comes to. */
export type AskedAgain = {
  readonly toSend: readonly Notice[];
  /** What became of the other claims. */
  readonly rows: readonly LedgerRow[];
  /** What came since; it is still to be recorded. Null when nothing did. */
  readonly found: ResponsePart | null;
  /** How things stand by it; null when nothing came, or more than can be judged at once. */
  readonly plan: JudgedPlan | null;
};

/**
 * Asks the form once more between the claim and the mail: whoever has filed by now is neither called late, nor reported as
 * late, nor reminded beside them. Without an answer no late notice leaves. One call.
 * @param basis what the claims were committed on, and with them
 */
export async function askAgain(
  claimed: readonly Notice[],
  { basis, context, form }: { readonly basis: Basis; readonly context: SyncContext; readonly form: Responses },
): Promise<AskedAgain> {
  const { readAt: now } = basis.snapshot;
  const putOff = (notice: Notice, reason: string) =>
    ({ ...noticeRow(notice, now), state: 'gửi lại sau', reason }) satisfies LedgerRow;
  const withoutLate = (reason: string, found: ResponsePart | null): AskedAgain => {
    const { late = [], others = [] } = Object.groupBy(claimed, (one) => (speaksOfLateReports(one) ? 'late' : 'others'));
    return { toSend: others, rows: late.map((one) => putOff(one, reason)), found, plan: null };
  };
  const found = await newResponses(form, basis.snapshot).catch(() => null);
  if (found === null) return withoutLate(NOT_ASKED, null);
  if (found.responses.length === 0) return { toSend: claimed, rows: [], found: null, plan: null };
  const plan = judgedAgain(claimed, { basis, context, found });
  if (plan === null) return withoutLate(MANY_CAME, found);
  const statuses = new Map(
    plan.outlook.policy.statuses.map((status) => [aboutKey(status.round.id, status.unit.code), status]),
  );
  const fates = new Map(plan.notices.map(({ notice, fate }) => [notice.key, fate]));
  const toSend: Notice[] = [];
  const rows: LedgerRow[] = [];
  for (const notice of claimed) {
    const current = kinds[notice.kind].asksFor === 'report' ? asOfNow(notice, statuses) : notice;
    const held = current === notice || current.units?.length ? null : heldNow(fates.get(notice.key));
    if (current.moot) rows.push({ ...noticeRow(notice, now), ...current.moot });
    else if (held !== null) rows.push(putOff(notice, held));
    else toSend.push(current);
  }
  return { toSend, rows, found, plan };
}

/** How things stand by what is known between the claims and their mails; null when more came than can be judged at once. */
export function judgedAgain(
  claimed: readonly Notice[],
  { basis, context, found = NOTHING_FOUND }: { basis: Basis; context: SyncContext; found?: ResponsePart },
): JudgedPlan | null {
  const { outlook, owed, ...planned } = planSync(withoutClaims(basis, claimed, found), context);
  return outlook === null || owed === null ? null : { ...planned, outlook, owed };
}

const NOTHING_FOUND: ResponsePart = { responses: [], more: null };

function heldNow(fate: Fate | undefined): string | null {
  return fate?.do === 'hold' ? fate.reason : null;
}

const NOT_ASKED = 'chưa hỏi lại được biểu mẫu ngay trước khi gửi';
const MANY_CAME = 'nhiều báo cáo vừa gửi đến, chờ ghi nhận xong';

/**
 * A late notice is pointless once the report is there. A report on late units still tells of the others, whichever of them
 * its key names: their own keys were settled with it.
 */
function asOfNow(notice: Notice, statuses: ReadonlyMap<string, UnitStatus>): Notice {
  const currentOf = (status: UnitStatus) => statuses.get(aboutKey(status.round.id, status.unit.code)) ?? status;
  const status = notice.status && currentOf(notice.status);
  const moot = status && filedAlready(kinds[notice.kind].key, status);
  if (!notice.units) return { ...notice, status, moot };
  const units = notice.units.filter((one) => isStillSilent(currentOf(one), one)).map(currentOf);
  return { ...notice, status, units, moot: units.length === 0 ? moot : null };
}

/** Neither has its report come since, nor one that may be its own. */
function isStillSilent({ filedAt, pending, afterLock }: UnitStatus, before: UnitStatus): boolean {
  return filedAt === null && pending.length <= before.pending.length && afterLock.length <= before.afterLock.length;
}

/** The same reading with what came since, and the claims as if nothing had come of them: what is held now stays held. */
function withoutClaims(basis: Basis, claimed: readonly Notice[], found: ResponsePart): Basis {
  const { snapshot } = basis;
  const { ledger } = snapshot.logs;
  const keys = new Set(claimed.map(({ key }) => key));
  const isClaim = ({ key, state }: LedgerFact) => state === 'đang gửi' && keys.has(key);
  const rows = ledger.rows.map((row) => (isClaim(row) ? { ...row, state: 'gửi lại sau' as const } : row));
  const logs = { ...snapshot.logs, ledger: { ...ledger, rows } };
  const { responses, more: moreResponses } = found;
  return { ...basis, snapshot: { ...snapshot, logs, responses, moreResponses }, standing: null };
}
