import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { COUNTED, fourCounts, percent, roundFigures } from '../../domain/standing/round-figures.ts';
import type { TaskStatus } from '../../domain/standing/task-status.ts';
import {
  isComplete,
  lackingWords,
  officialWords,
  type TimingSources,
  timingWords,
  waitingWords,
} from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { deadlineInWords, deadlineOf, isOnTime } from '../../domain/time/deadline.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { type Block, registerSource, statement } from './document-model.ts';

type Situation = {
  readonly round: Round;
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  readonly timing: TimingSources;
};

/** Part I: what was asked and what has come, in the figures of the register. */
export function planSituation(situation: Situation): readonly Block[] {
  const source = registerSource(situation.timing.now);
  const told = [request(situation), figures(situation), ...lists(situation), tasksInWords(situation)];
  return [{ kind: 'part', text: 'I. Tình hình chung' }, ...told.map((text) => statement(text, source))];
}

function request({ round, statuses }: Situation): string {
  const strict = deadlineInWords(deadlineOf(round.strictDeadline));
  const adjusted = round.effectiveDeadline && deadlineInWords(deadlineOf(round.effectiveDeadline));
  const later = adjusted && adjusted !== strict ? `; hạn điều chỉnh: ${adjusted}` : '';
  return `Thực hiện ${basisInFull(round)}, ${statuses.length} đơn vị được đề nghị gửi báo cáo gồm: ${namesOf(statuses)}. Thời hạn ghi trong văn bản: “${round.deadlineText}” (${strict})${later}.`;
}

/** As a document is cited the first time: kind, number, day, issuer (II.6.b). */
function basisInFull({ basisType, basisNumber, basisDate, basisIssuer }: Round): string {
  return `${basisType} số ${basisNumber} ngày ${formatDate(basisDate)} của ${basisIssuer}`;
}

function figures({ statuses, timing }: Situation): string {
  const { expected, received, onTime, complete, toSupplement, overdue } = roundFigures(statuses, timing.now);
  return [
    `Đến ${momentWords(timing.now)}, đã nhận ${received}/${expected} báo cáo (${percent(received, expected)})`,
    `gửi đúng hạn ${onTime}/${expected} (${percent(onTime, expected)}), gửi sau thời hạn ${received - onTime}`,
    `đủ nội dung ${complete}, cần bổ sung hoặc làm rõ ${toSupplement}`,
    `chưa gửi ${expected - received}, trong đó quá hạn ${overdue}.`,
  ].join('; ');
}

function lists({ statuses, timing }: Situation): readonly string[] {
  const official = statuses.filter((status) => status.official?.number);
  return [
    listed(
      'Gửi đúng hạn',
      statuses.filter((status) => status.onTime === true),
    ),
    listed('Gửi sau thời hạn', statuses.filter(isLate), (status) => timingWords(status, timing).toLowerCase()),
    listed(
      'Chưa gửi',
      statuses.filter((status) => status.filedAt === null),
      (status) => silenceWords(status, timing),
    ),
    listed('Đủ nội dung theo Đề cương', statuses.filter(isComplete)),
    listed('Cần bổ sung, làm rõ', statuses.filter(isLacking), (status) => `mục ${lackingWords(status)}`),
    listed('Đã nhận văn bản chính thức', official, (status) => `số ${officialWords(status)}`),
  ].filter((line) => line !== null);
}

function isLate({ filedAt, onTime }: UnitStatus): boolean {
  return filedAt !== null && onTime !== true;
}

function isLacking(status: UnitStatus): boolean {
  return status.filedAt !== null && lackingWords(status) !== null;
}

/** Why a unit's report is not there, as far as the register knows. */
export function silenceWords(status: UnitStatus, timing: TimingSources): string {
  const late = isOnTime(timing.now, status.effective) ? 'trong thời hạn' : timingWords(status, timing).toLowerCase();
  return [late, ...waitingWords(status)].join('; ');
}

function listed(what: string, statuses: readonly UnitStatus[], more?: (status: UnitStatus) => string): string | null {
  return statuses.length === 0 ? null : `${what} (${statuses.length}): ${namesOf(statuses, more)}.`;
}

/** `Cần Thơ (quá hạn 1 ngày làm việc); Huế (…)`. */
export function namesOf(statuses: readonly UnitStatus[], more?: (status: UnitStatus) => string): string {
  return statuses
    .map((status) => (more ? `${status.unit.shortName} (${more(status)})` : status.unit.shortName))
    .join(more ? '; ' : ', ');
}

function tasksInWords({ tasks, timing }: Situation): string {
  const { doneOnTime, doneLate, openInTime, openOverdue } = fourCounts(tasks, timing.now);
  return `Về nhiệm vụ có thời hạn (${COUNTED.charAt(0).toLowerCase()}${COUNTED.slice(1)}): đã hoàn thành ${doneOnTime + doneLate}, trong đó đúng hạn ${doneOnTime}, quá hạn ${doneLate}; chưa hoàn thành ${openInTime + openOverdue}, trong đó trong hạn ${openInTime}, quá hạn ${openOverdue}.`;
}
