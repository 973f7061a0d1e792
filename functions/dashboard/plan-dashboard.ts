import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import type { MailAhead } from '../domain/notices/schedule.ts';
import { stillWords } from '../domain/notices/standstill.ts';
import {
  countRules,
  type FigureRule,
  type FourCounts,
  fourCounts,
  NO_OPEN_ROUND,
  percent,
  type RoundFigures,
  rateRules,
  roundFigures,
  roundHeadline,
  roundRules,
  rulesOf,
  taskLabel,
} from '../domain/standing/round-figures.ts';
import { silentTasks, taskLists } from '../domain/standing/task-lists.ts';
import { timingOf } from '../domain/standing/tracking-words.ts';
import { visitLines } from '../domain/standing/visits.ts';
import { deadlineInWords, deadlineOf } from '../domain/time/deadline.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import { attentionLines } from './attention-lines.ts';
import { type NextMail, nextMails } from './next-mails.ts';
import { type OverdueTask, overdueOfClosedRounds, overdueTaskRows } from './overdue-tasks.ts';
import { planChart, type SubmissionChart } from './plan-chart.ts';
import { planMatrix, type VerdictMatrix } from './plan-matrix.ts';

export type DashboardInput = {
  readonly policy: Pick<
    PolicyInput,
    'now' | 'calendar' | 'settings' | 'statuses' | 'tasks' | 'confirmedRounds' | 'still' | 'visits'
  >;
  /** As `Lịch thư` shows it; null of a day gone by. */
  readonly schedule: readonly MailAhead[] | null;
  /** The round to show; null shows the one that is open. */
  readonly round: string | null;
  /** Why the figures of rounds, and those of tasks, are not known now; null where they are. */
  readonly stale: { readonly rounds: string | null; readonly tasks: string | null };
  /** The last good figures by their labels in `Tổng quan`, the answer under the empty one. */
  readonly lastGood: ReadonlyMap<string, string>;
  /** Where the sheet opens. */
  readonly sheetUrl: string;
};

export type Figure = { readonly label: string; readonly value: string; readonly about: string };

/** All the page says, in words; the page only lays it out. It names units, never people or addresses. */
export type DashboardView = {
  /** Where one goes on from here. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly title: string;
  readonly headline: string;
  readonly asOf: string;
  readonly basis: string;
  /** What could not be read, so that figures below are older or missing, or what else stands still; null when all is well. */
  readonly band: string | null;
  readonly stale: DashboardInput['stale'];
  /** What stops mails as a whole; null when they go. */
  readonly mailNote: string | null;
  readonly figures: readonly Figure[];
  readonly attention: { readonly shown: readonly string[]; readonly left: number };
  readonly visits: readonly string[];
  readonly matrix: VerdictMatrix;
  readonly chart: SubmissionChart | null;
  readonly counts: readonly Figure[];
  readonly overdueTasks: readonly OverdueTask[];
  /** Among the overdue, without rows of their own. */
  readonly overdueOfClosedRounds: number;
  /** Due within the days that count as near, and what waits for a word. */
  readonly tasksDue: readonly string[];
  readonly tasksToDecide: readonly string[];
  /** Left out of the counts until somebody confirms that they still matter. */
  readonly silentTasks: number;
  readonly nextMails: { readonly shown: readonly NextMail[]; readonly left: number } | null;
};

/** Of a day gone by: what is counted as it was then, and what as it is now. */
const PAST =
  '; báo cáo, quyết định và việc hoàn thành tính theo những gì đã ghi nhận đến lúc đó; danh sách nhiệm vụ, đơn vị theo sổ hiện nay';

/** Asked of the page itself, the draft comes as a file. */
export const DRAFT_FILE = 'docx';

function linksOf({ sheetUrl, schedule, policy }: DashboardInput, round: string | null): DashboardView['links'] {
  const of = round === null ? '' : `&round=${encodeURIComponent(round)}`;
  const draft = `?file=${DRAFT_FILE}${of}`;
  const before = formatDate(localDay(policy.now).subtract({ days: 1 }));
  return [
    ...(/^https?:\/\//.test(sheetUrl) ? [{ label: 'Mở bảng tính', href: sheetUrl }] : []),
    ...(round === null || schedule === null ? [] : [{ label: 'Dự thảo báo cáo tổng hợp (.docx)', href: draft }]),
    ...(round === null ? [] : [{ label: `Tình hình hết ngày ${before}`, href: `?date=${before}${of}` }]),
    ...(schedule === null ? [{ label: 'Tình hình hiện nay', href: `?${of.slice(1)}` }] : []),
  ];
}

/** The state of a round at a glance; figures are those of `Tổng quan`, reached by the same functions. */
export function planDashboard(input: DashboardInput): DashboardView {
  const { policy, schedule, round: wanted, stale } = input;
  const { now, tasks, statuses: all } = policy;
  const statuses = all.filter(({ round }) => (wanted === null ? round.state === 'Đang mở' : round.id === wanted));
  const round = statuses[0]?.round ?? null;
  const figures = roundFigures(statuses, now);
  const sources = timingOf(policy);
  const standing = (schedule === null ? [] : (policy.still ?? [])).map((one) => `Đang dừng. ${stillWords(one, now)}.`);
  const register = taskLists(tasks, sources);
  const attention = attentionLines(statuses, sources);
  return {
    links: linksOf(input, round?.id ?? null),
    title: round?.title ?? policy.settings.bookTitle,
    headline: stale.rounds === null ? (round ? roundHeadline(figures) : NO_OPEN_ROUND) : lastHeadline(input),
    asOf: `Số liệu lúc ${momentWords(now)}${schedule === null ? PAST : ''}`,
    basis: round ? basisWords(round) : '',
    band: bandOf(stale) ?? standing[0] ?? null,
    stale,
    mailNote: schedule === null ? null : mailNoteOf(policy, round),
    figures: stale.rounds === null ? (round ? roundFiguresInWords(figures) : []) : lastRoundFigures(input, figures),
    attention: { ...attention, shown: [...standing, ...attention.shown] },
    visits: round ? visitLines(policy.visits ?? [], new Set([round.id]), localDay(now), unitNames(policy)) : [],
    matrix: planMatrix(statuses, sources),
    chart: round && planChart(round, statuses, now),
    counts: fourCountsInWords(fourCounts(tasks, now)).map((figure) =>
      stale.tasks === null ? figure : { ...figure, value: input.lastGood.get(taskLabel(figure)) || NOT_KNOWN },
    ),
    overdueTasks: overdueTaskRows(tasks, sources),
    overdueOfClosedRounds: overdueOfClosedRounds(tasks, sources),
    tasksDue: register.soon,
    tasksToDecide: register.toDecide,
    silentTasks: silentTasks(tasks, sources),
    nextMails: schedule && nextMails(schedule, unitNames(policy)),
  };
}

/** Where a figure would stand, were there a last good one. */
const NOT_KNOWN = '–';

function bandOf({ rounds, tasks }: DashboardInput['stale']): string | null {
  if (rounds !== null) return `Số liệu dưới đây là của lần cập nhật trước: ${rounds}. Xem tab Kiểm tra.`;
  return tasks === null ? null : `Số liệu về nhiệm vụ là của lần cập nhật trước: ${tasks}. Xem tab Kiểm tra.`;
}

function lastHeadline({ lastGood }: DashboardInput): string {
  return lastGood.get('') || 'Chưa đọc được số liệu của kỳ báo cáo';
}

function lastRoundFigures({ lastGood }: DashboardInput, figures: RoundFigures): readonly Figure[] {
  return roundFiguresInWords(figures).map((figure) => ({ ...figure, value: lastGood.get(figure.label) || NOT_KNOWN }));
}

function basisWords(round: Round): string {
  const strict = deadlineInWords(deadlineOf(round.strictDeadline));
  const adjusted = round.effectiveDeadline && deadlineInWords(deadlineOf(round.effectiveDeadline));
  const letter = `${round.basisType} số ${round.basisNumber} ngày ${formatDate(round.basisDate)} của ${round.basisIssuer}`;
  const deadline = `thời hạn ghi “${round.deadlineText}” (${strict})`;
  return adjusted && adjusted !== strict
    ? `${letter}; ${deadline}; hạn điều chỉnh: ${adjusted}.`
    : `${letter}; ${deadline}.`;
}

function mailNoteOf({ settings }: DashboardInput['policy'], round: Round | null): string | null {
  if (settings.mail !== 'Bật') return 'Gửi thư đang Tắt: thư gửi đơn vị đang giữ lại.';
  return round && !round.approved ? 'Kỳ báo cáo chưa được Duyệt gửi: thư của kỳ đang giữ lại.' : null;
}

function roundFiguresInWords(figures: RoundFigures): readonly Figure[] {
  const { expected, received, onTime } = figures;
  const figure = ({ label, rule }: FigureRule, value: number | string) => ({
    label,
    value: String(value),
    about: rule,
  });
  const of = (name: keyof RoundFigures) => figure(roundRules[name], figures[name]);
  return [
    of('expected'),
    of('received'),
    figure(rateRules.received, percent(received, expected)),
    of('onTime'),
    figure(rateRules.onTime, percent(onTime, expected)),
    of('complete'),
    of('toSupplement'),
    of('overdue'),
  ];
}

function fourCountsInWords(counts: FourCounts): readonly Figure[] {
  return rulesOf(countRules).map(([name, { label, rule }]) => ({ label, value: String(counts[name]), about: rule }));
}

function unitNames({ statuses, tasks }: DashboardInput['policy']): ReadonlyMap<string, string> {
  return new Map([...statuses, ...tasks].map(({ unit }) => [unit.code, unit.shortName]));
}
