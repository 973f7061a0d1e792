import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { counted } from '../../../sheets-schema/text.ts';
import { COUNTED, fourCounts, percent, roundFigures } from '../../domain/standing/round-figures.ts';
import type { TaskStatus } from '../../domain/standing/task-status.ts';
import {
  isComplete,
  isLacking,
  officialWords,
  type TimingSources,
  timingWords,
  waitingWords,
} from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { deadlineInWords, deadlineOf, isOnTime } from '../../domain/time/deadline.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { type Block, statement } from './document-model.ts';
import { ifAny, ofAll, phrases, unitNoun } from './official-words.ts';

type Situation = {
  readonly round: Round;
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  readonly timing: TimingSources;
};

/** Part I: what was asked and what has come, in the figures of the register; nobody is told of what there is none of. */
export function planSituation(situation: Situation): readonly Block[] {
  const told = [request(situation), figures(situation), ...lists(situation), tasksInWords(situation)];
  const lines = told.filter((text) => text !== null);
  return [{ kind: 'part', text: 'I. Tình hình chung' }, ...lines.map((text) => statement(text))];
}

function request({ round, statuses }: Situation): string {
  const strict = deadlineInWords(deadlineOf(round.strictDeadline));
  const adjusted = round.effectiveDeadline && deadlineInWords(deadlineOf(round.effectiveDeadline));
  const later = adjusted && adjusted !== strict ? `, đã được điều chỉnh đến ${adjusted}` : '';
  return `${counted(statuses.length)} ${unitNoun(statuses)} được đề nghị gửi báo cáo gồm: ${namesOf(statuses)}. Thời hạn ghi trong văn bản: “${round.deadlineText}” (${strict})${later}.`;
}

/** As a document is cited the first time: kind, number, day, issuer (II.6.b). */
export function basisInFull({ basisType, basisNumber, basisDate, basisIssuer }: Round): string {
  return `${basisType} số ${basisNumber} ngày ${formatDate(basisDate)} của ${basisIssuer}`;
}

function figures({ statuses, timing }: Situation): string {
  const { expected, received, onTime, complete, toSupplement, overdue } = roundFigures(statuses, timing.now);
  const unsent = expected - received;
  const words = phrases(
    phraseOf(
      `Đến ${momentWords(timing.now)}, đã nhận ${ofAll(received, expected)} báo cáo (${percent(received, expected)})`,
      listOf(ifAny(onTime, 'báo cáo gửi đúng hạn'), ifAny(received - onTime, 'báo cáo gửi sau thời hạn')),
    ),
    listOf(ifAny(complete, 'báo cáo đủ nội dung'), ifAny(toSupplement, 'báo cáo cần bổ sung, làm rõ')),
    unsent > 0 ? `${counted(unsent)} đơn vị chưa gửi báo cáo${overdueWords(overdue, unsent)}` : null,
  );
  return `${words}.`;
}

function overdueWords(overdue: number, unsent: number): string {
  if (overdue === 0) return '';
  if (overdue < unsent) return `, trong đó ${counted(overdue)} đã quá thời hạn`;
  return unsent === 1 ? ', đã quá thời hạn' : ', đều đã quá thời hạn';
}

function listOf(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}

function phraseOf(words: string, among: string): string {
  return among === '' ? words : `${words}, trong đó ${among}`;
}

function lists({ statuses, timing }: Situation): readonly (string | null)[] {
  const official = statuses.filter((status) => status.official?.number);
  return [
    listed(
      'Gửi đúng hạn',
      statuses.filter((status) => status.onTime === true),
    ),
    listed('Gửi sau thời hạn', statuses.filter(isLate), (status) => lateWords(status, timing)),
    listed(
      'Chưa gửi',
      statuses.filter((status) => status.filedAt === null),
      (status) => silenceWords(status, timing),
    ),
    listed('Đủ nội dung theo Đề cương', statuses.filter(isComplete)),
    listed('Cần bổ sung, làm rõ', statuses.filter(isLacking), (status) => `mục ${lackingItems(status)}`),
    listed('Đã nhận văn bản chính thức', official, (status) => `số ${officialWords(status)}`),
  ];
}

/** The numbers of the items alone: what they lack stands in part II. */
function lackingItems({ items }: UnitStatus): string {
  return items
    .filter(({ counts, verdict }) => counts && verdict !== 'Đủ')
    .map(({ item }) => item)
    .join(', ');
}

function isLate({ filedAt, onTime }: UnitStatus): boolean {
  return filedAt !== null && onTime !== true;
}

/** Why a unit's report is not there, as far as the register knows. */
function silenceWords(status: UnitStatus, timing: TimingSources): string {
  const late = isOnTime(timing.now, status.effective) ? 'trong thời hạn' : lateWords(status, timing);
  return [late, ...waitingWords(status)].join('; ');
}

/** `quá hạn 06 ngày làm việc` */
function lateWords(status: UnitStatus, timing: TimingSources): string {
  return timingWords(status, timing)
    .toLowerCase()
    .replace(/\d+/, (days) => counted(Number(days)));
}

function listed(what: string, statuses: readonly UnitStatus[], more?: (status: UnitStatus) => string): string | null {
  return statuses.length === 0 ? null : `${what} (${counted(statuses.length)}): ${namesOf(statuses, more)}.`;
}

/** `Cần Thơ (quá hạn 1 ngày làm việc); Huế (…)`. */
export function namesOf(statuses: readonly UnitStatus[], more?: (status: UnitStatus) => string): string {
  return statuses
    .map((status) => (more ? `${status.unit.shortName} (${more(status)})` : status.unit.shortName))
    .join(more ? '; ' : ', ');
}

function tasksInWords({ tasks, timing }: Situation): string | null {
  const { doneOnTime, doneLate, openInTime, openOverdue } = fourCounts(tasks, timing.now);
  const [done, open] = [doneOnTime + doneLate, openInTime + openOverdue];
  const words = phrases(
    done > 0 ? split('đã hoàn thành', [doneOnTime, 'đúng hạn'], [doneLate, 'quá hạn']) : null,
    open > 0 ? split('chưa hoàn thành', [openInTime, 'trong hạn'], [openOverdue, 'quá hạn']) : null,
  );
  const counting = `${COUNTED.charAt(0).toLowerCase()}${COUNTED.slice(1)}`;
  return words === '' ? null : `Về nhiệm vụ có thời hạn (${counting}): ${words}.`;
}

type Share = readonly [number: number, words: string];

/** `đã hoàn thành 05, trong đó 04 đúng hạn, 01 quá hạn`; `chưa hoàn thành 01 (quá hạn)` where all are one sort. */
function split(words: string, ...[a, b]: readonly [Share, Share]): string {
  const [only] = [a, b].filter(([number]) => number > 0);
  const all = `${words} ${counted(a[0] + b[0])}`;
  return a[0] > 0 && b[0] > 0 ? phraseOf(all, listOf(ifAny(...a), ifAny(...b))) : `${all} (${only?.[1] ?? ''})`;
}
