import type { Temporal } from 'temporal-polyfill';
import { parseTab } from '../sheets-schema/parse-tab.ts';
import { answers } from '../sheets-schema/tabs/logs.ts';
import { dashboardPage } from './dashboard/dashboard-page.ts';
import { planDashboard } from './dashboard/plan-dashboard.ts';
import { DOCX_TYPE } from './documents/decree/docx-type.ts';
import type { SynthesisMarks } from './documents/synthesis/marks.ts';
import { planSynthesis } from './documents/synthesis/plan-synthesis.ts';
import { planUrging } from './documents/synthesis/plan-urging.ts';
import { synthesisDocx } from './documents/synthesis/synthesis-docx.ts';
import { type Texts, textsOf } from './documents/synthesis/unit-content.ts';
import { urgingDocx } from './documents/synthesis/urging-docx.ts';
import { planMailSchedule } from './domain/notices/mail-schedule.ts';
import type { TimingSources } from './domain/standing/tracking-words.ts';
import type { UnitStatus } from './domain/standing/unit-status.ts';
import type { Served } from './http/serving.ts';
import { lookAhead, NO_NEW_ROWS, type Outlook } from './outlook/outlook.ts';
import type { Attachment, Workbook } from './ports.ts';
import { readSnapshot } from './workbook/read-snapshot.ts';
import type { Snapshot } from './workbook/snapshot.ts';

/** What papers are made from: the sheet as it stands. New answers are the sync's to record. */
type Reading = { readonly snapshot: Snapshot; readonly outlook: Outlook; readonly round: string | null };

/** @param round which one; the open one when null. */
async function readFor(workbook: Workbook, now: Temporal.Instant, round: string | null): Promise<Reading> {
  const snapshot = await readSnapshot(workbook, { since: async () => [] }, now);
  const outlook = lookAhead(snapshot, NO_NEW_ROWS, []);
  const open = snapshot.people.rounds.rows.find((one) => one.state === 'Đang mở');
  return { snapshot, outlook, round: round ?? open?.id ?? null };
}

function statusesOf({ outlook, round }: Reading): readonly UnitStatus[] {
  return outlook.policy.statuses.filter((status) => status.round.id === round);
}

function timingOf({ policy }: Outlook): TimingSources {
  const { now, calendar, settings, confirmedRounds } = policy;
  return { now, calendar, soonDays: settings.soonDays, goLive: settings.goLive, confirmedRounds };
}

export async function showDashboard(workbook: Workbook, now: Temporal.Instant, round: string | null): Promise<Served> {
  const { outlook } = await readFor(workbook, now, round);
  const schedule = planMailSchedule(outlook.policy);
  return { kind: 'page', html: dashboardPage(planDashboard({ policy: outlook.policy, schedule, round })) };
}

/** @param previous the marks of an earlier draft: what changed since is marked. */
export async function draftSynthesis(
  workbook: Workbook,
  now: Temporal.Instant,
  { round, previous }: { readonly round: string | null; readonly previous: SynthesisMarks | null },
): Promise<Served> {
  const reading = await readFor(workbook, now, round);
  const statuses = statusesOf(reading);
  const [first] = statuses;
  if (!first) return { kind: 'nothing', why: noSuchRound(round) };
  const model = planSynthesis({
    round: first.round,
    statuses,
    tasks: reading.outlook.policy.tasks,
    outline: reading.snapshot.people.outline.rows,
    texts: await readTexts(workbook),
    timing: timingOf(reading.outlook),
    previous,
  });
  return { kind: 'document', filename: `Bao-cao-tong-hop-${first.round.id}.docx`, content: await synthesisDocx(model) };
}

/** The draft letter to one late unit. */
export async function draftUrging(
  workbook: Workbook,
  now: Temporal.Instant,
  { round, unit }: { readonly round: string | null; readonly unit: string },
): Promise<Served> {
  const reading = await readFor(workbook, now, round);
  const { ledger } = reading.outlook.policy;
  const { letters, held } = planUrging({ statuses: statusesOf(reading), ledger, timing: timingOf(reading.outlook) });
  const letter = letters.find((one) => one.unit.code === unit);
  const reason = held.find((one) => one.unit.code === unit)?.reason;
  if (!letter)
    return { kind: 'nothing', why: reason ?? `Không có dự thảo công văn đôn đốc cho "${unit}": đơn vị không quá hạn.` };
  return { kind: 'document', filename: urgingName(unit), content: await urgingDocx(letter) };
}

/** The draft letters to some units of a round, for a mail to bring along. */
export async function draftLetters(
  workbook: Workbook,
  now: Temporal.Instant,
  { round, units }: { readonly round: string; readonly units: readonly string[] },
): Promise<readonly Attachment[]> {
  const reading = await readFor(workbook, now, round);
  const { ledger } = reading.outlook.policy;
  const { letters } = planUrging({ statuses: statusesOf(reading), ledger, timing: timingOf(reading.outlook) });
  const wanted = letters.filter(({ unit }) => units.includes(unit.code));
  return Promise.all(
    wanted.map(async (letter) => ({
      filename: urgingName(letter.unit.code),
      contentType: DOCX_TYPE,
      content: await urgingDocx(letter),
    })),
  );
}

const urgingName = (unit: string) => `Cong-van-don-doc-${unit}.docx`;

/** The long texts, read only where papers are made of them. */
async function readTexts(workbook: Workbook): Promise<Texts> {
  const outcome = await workbook.read([{ sheetId: answers.sheetId, columns: null }]);
  return outcome.kind === 'read'
    ? textsOf(parseTab(answers, outcome.grids.get(answers.sheetId) ?? []).rows)
    : new Map();
}

function noSuchRound(round: string | null): string {
  return round === null ? 'Chưa có kỳ báo cáo nào đang mở.' : `Không có kỳ báo cáo "${round}".`;
}
