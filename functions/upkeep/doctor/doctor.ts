import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../sheets-schema/zone.ts';
import { secretMark } from '../../domain/links/codes.ts';
import { outlookOf } from '../../outlook/outlook.ts';
import type { Bounces, Checkup, FormEditor, Mailer, Responses, Watches, Workbook } from '../../ports.ts';
import { secondsAhead } from '../../shared/clock.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import { commit } from '../../workbook/commit.ts';
import { readSnapshot } from '../../workbook/read-snapshot.ts';
import type { Check } from './check.ts';
import type { DoctorFacts, LookedUp, SheetFacts } from './doctor-facts.ts';
import { checkedBookkeeping, claimsToPrune, doctorLines, planDoctor } from './plan-doctor.ts';

export type DoctorPorts = {
  readonly workbook: Workbook;
  readonly responses: Responses;
  readonly editor: FormEditor;
  readonly watches: Watches;
  readonly checkup: Checkup;
  readonly mailer: Mailer;
  readonly bounces?: Bounces | undefined;
  readonly newToken: () => string;
};

export type DoctorOptions = {
  readonly now: Temporal.Instant;
  /** The topic the form should tell; null when none is set. */
  readonly topic: string | null;
  /** The key of the codes in the links; null where it is not known, as where the check-up is deployed. */
  readonly linkSecret: string | null;
  /** When the person whose login is used logged in; null where an account of a program is. */
  readonly loginMadeAt?: Temporal.Instant | null;
};

export type DoctorSummary = {
  readonly checks: readonly Check[];
  /** How many checks need a person. */
  readonly needsPerson: number;
  readonly prunedClaims: number;
};

/** Another run may commit while a check-up writes its lines down. */
const MOST_ATTEMPTS = 3;

/**
 * Looks at everything the loop depends on, erases old claims, and writes down what needs a person: the next digest of
 * the coordinators tells it, for as long as it stands. What cannot be looked at is itself a finding, never an error.
 */
export async function doctor(ports: DoctorPorts, options: DoctorOptions): Promise<DoctorSummary> {
  const facts = await examine(ports, options);
  const checks = planDoctor(facts, options);
  const old = claimsToPrune(facts.sheet);
  const pruned = old.length > 0 && (await ports.checkup.prune(old)) ? old.length : 0;
  if (facts.sheet.ok) await writeDown(ports, options, facts.sheet.value, doctorLines(checks));
  return { checks, needsPerson: checks.filter(({ state }) => state === 'broken').length, prunedClaims: pruned };
}

async function examine(ports: DoctorPorts, options: DoctorOptions): Promise<DoctorFacts> {
  const { now, topic } = options;
  const { editor, checkup, watches, mailer, bounces } = ports;
  const looked = {
    sheet: await attempt(() => examineSheet(ports, options)),
    form: await attempt(async () => ({ live: await editor.get(), open: await checkup.isOpenToResponders() })),
    watches: topic === null ? null : await attempt(() => watches.list()),
    mail: { trouble: await mailer.verify(), isFolder: mailer.outbox !== undefined },
    bounces: bounces ? await attempt(() => bounces.since(localDay(now))) : null,
  };
  return { now, ahead: secondsAhead(now, checkup.serverTime()), ...looked };
}

/** The claims first: a run that commits in between makes the revision higher, never the claims. */
async function examineSheet(
  { workbook, responses, checkup }: DoctorPorts,
  { now, linkSecret }: DoctorOptions,
): Promise<SheetFacts> {
  const { claims, others } = await checkup.metadata();
  const tabs = await checkup.tabs();
  const mark = linkSecret === null ? '' : secretMark(linkSecret);
  const snapshot = await readSnapshot(workbook, responses, now, { secretMark: mark, compares: 'always' });
  return { claims, othersMetadata: others, tabs, settings: checkup.settings(), snapshot, outlook: outlookOf(snapshot) };
}

async function attempt<T>(look: () => Promise<T>): Promise<LookedUp<T>> {
  try {
    return { ok: true, value: await look() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, why: reasonOf(error) };
    throw error;
  }
}

/** What Google's status says of the cause; without one nothing is guessed. */
const refusals: Readonly<Record<string, string>> = {
  '401': 'Google từ chối: tài khoản của hệ thống chưa đăng nhập được',
  '403': 'Google từ chối: tài khoản của hệ thống không có quyền, hoặc API chưa được bật',
  '404': 'Google không thấy tệp, hoặc tệp chưa được chia sẻ với tài khoản của hệ thống',
};

function reasonOf(error: Problem): string {
  const status = error.code === 'google.refused' ? /: (\d{3}) /.exec(error.message)?.[1] : undefined;
  return refusals[status ?? ''] ?? reasons[error.code] ?? error.message;
}

const reasons: Partial<Record<ProblemCode, string>> = {
  'google.unreachable': 'Google không trả lời',
  'google.refused': 'Google từ chối yêu cầu',
  'workbook.unprovisioned': 'bảng tính chưa được dựng; chạy: npm run provision',
  'workbook.newer':
    'bảng tính do bản phát hành mới hơn ghi; triển khai lại bản đó, xem mục Nâng cấp của hướng dẫn quản trị',
};

/** One cell of bookkeeping, through the same gate as every other write; nothing when it says so already. */
async function writeDown(
  { workbook, responses, newToken }: DoctorPorts,
  { now }: DoctorOptions,
  sheet: SheetFacts,
  lines: string,
): Promise<void> {
  let { snapshot } = sheet;
  for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
    const bookkeeping = checkedBookkeeping(snapshot.bookkeeping, sheet, { lines, now });
    if (JSON.stringify(bookkeeping) === JSON.stringify(snapshot.bookkeeping)) return;
    const outcome = await commit(workbook, { ...snapshot, bookkeeping, changes: [], token: newToken() });
    if (outcome.kind === 'done') return;
    snapshot = await readSnapshot(workbook, responses, now);
  }
}
