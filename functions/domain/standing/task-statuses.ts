import { Temporal } from 'temporal-polyfill';
import { questionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { completionIn } from '../reading/completion.ts';
import { type Deadline, deadlineOf, isOver } from '../time/deadline.ts';
import type { TaskJoined } from './change-log.ts';
import type { DecisionBook } from './decision-book.ts';
import { completes, doneOn as dayOf } from './decision-problems.ts';
import type { ReportFacts } from './report-facts.ts';
import { approvalText, isWritten, type TaskRecord } from './task-record.ts';
import { askedBy, type Reported, reportOn } from './task-report.ts';
import { rolesOf } from './task-roles.ts';
import { type Helper, isChased, type TaskStatus } from './task-status.ts';
import { extensionOf } from './unit-deadline.ts';

export type TaskSources = {
  readonly now: Temporal.Instant;
  /** What was due before this is silent until confirmed; without a mark that is everything already due. */
  readonly goLive: Temporal.Instant | null;
  readonly units: readonly Unit[];
  readonly decisions: DecisionBook;
  /** Of every round: a report completes the round's own task, and each item the task it reports on. */
  readonly reports: readonly ReportFacts[];
  readonly outline: readonly OutlineQuestion[];
  /** Since when a unit has had a task that others had before it. */
  readonly taskJoined?: TaskJoined;
  /** What was shown and approved. */
  readonly record?: TaskRecord;
};

/**
 * Each task for each unit it applies to, or for whoever leads it. Done is what a coordinator decided, what a report itself
 * completes, or what the register's evidence dates where the task has one doer.
 */
export function taskStatuses(tasks: readonly Task[], sources: TaskSources): readonly TaskStatus[] {
  const byCode = new Map(sources.units.map((unit) => [unit.code, unit]));
  const byUnit = Map.groupBy(sources.reports, ({ unit }) => unit);
  const ofRounds = askedByRounds(sources);
  const parts = partsOfReports(sources);
  return tasks.flatMap((task) => {
    const roles = rolesOf(task, sources.units, localDay(sources.now));
    const unitsOf = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
    const [told, leads] = [unitsOf(roles.told), unitsOf(roles.leads)];
    const statuses = roles.doers.flatMap((code) => {
      const unit = byCode.get(code);
      const isOwnRecipient = roles.ownRecipients.includes(code);
      const own = {
        ...sources,
        reports: byUnit.get(code) ?? [],
        isOfRound: ofRounds.has(task.id),
        isPart: parts.has(task.id),
        isOwnRecipient,
      };
      return unit ? [{ ...statusOf(task, unit, own, roles.doers.length === 1), told, leads }] : [];
    });
    const approval = approvalOf(task, statuses, sources);
    const toTell = helpersToTell(task.id, told, sources);
    return statuses.map((status) => ({ ...status, ...approval, toTell }));
  });
}

/** All who take part, but for those of whom only earlier releases knew when the task was approved. */
function helpersToTell(task: string, told: readonly Unit[], { record }: TaskSources): readonly Helper[] {
  return told
    .filter(({ code }) => !record?.helpedBefore(task, code))
    .map((unit) => ({ unit, shownAt: record?.helpsSince(task, unit.code) ?? null }));
}

/** An approval acts on what a run before has shown, cell by cell and unit by unit; what is typed afterwards waits for another. */
function approvalOf(
  task: Task,
  statuses: readonly TaskStatus[],
  { record, now }: TaskSources,
): Pick<TaskStatus, 'approvedAt' | 'changedSince'> {
  const recorded = record?.approved(task.id) ?? null;
  if (!task.approved) return { approvedAt: null, changedSince: null };
  if (recorded !== null) {
    const isSame = recorded === approvalText(task);
    const approvedAt = record?.approvedAt(task.id) ?? null;
    return isSame ? { approvedAt, changedSince: null } : { approvedAt: null, changedSince: recorded };
  }
  const chased = statuses.filter(isChased);
  const isShown = chased.length > 0 && chased.every(({ shownAt }) => !!shownAt);
  return { approvedAt: isShown ? now : null, changedSince: null };
}

/** The tasks that any round asks for: of the units that it asks, and of nobody else. */
function askedByRounds(sources: Pick<TaskSources, 'reports' | 'outline'>): ReadonlySet<string> {
  return new Set([...sources.reports.map(({ round }) => round.task), ...partsOfReports(sources)]);
}

/** The tasks that are items of a report that some round asks for, and not the whole of any. */
function partsOfReports({ reports, outline }: Pick<TaskSources, 'reports' | 'outline'>): ReadonlySet<string> {
  const rounds = new Set(reports.map(({ round }) => round));
  const asked = [...rounds].flatMap((round) => questionsOf(round, outline));
  const parts = new Set(asked.flatMap(({ task }) => task ?? []));
  for (const { task } of rounds) parts.delete(task);
  return parts;
}

type OwnSources = TaskSources &
  Required<Pick<TaskStatus, 'isPart' | 'isOwnRecipient'>> & { readonly isOfRound: boolean };

function statusOf(task: Task, unit: Unit, sources: OwnSources, isOnlyDoer: boolean): TaskStatus {
  const { decisions } = sources;
  const asked = askedBy(task.id, sources);
  const decided = decidedOn(task, unit, decisions);
  const reported = reportOn(task.id, sources);
  const told = reported && reportedDone(task, reported);
  const proven = isOnlyDoer ? provenOn(task, localDay(sources.now)) : null;
  const facts = [
    ['decision', decided?.at],
    ['report', asked?.doneAt ?? told],
    ['evidence', proven],
  ] as const;
  const [doneBy, doneAt] = facts.find(([, at]) => at && !isAfter(at, sources.now)) ?? [null, null];
  const matter = { subject: task.id, unit: unit.code };
  const own = task.adjusted ?? task.deadline;
  const extension = extensionFor(own && deadlineOf(own), matter, decisions);
  const adjusted = extension?.deadline ?? (task.adjusted && deadlineOf(task.adjusted));
  const inForce = asked?.report.judgedBy ?? adjusted ?? (task.deadline && deadlineOf(task.deadline));
  const deadline = asked?.isOptional ? null : inForce;
  const confirmed = decisions.last({ subject: task.id, unit: unit.code }, ['Xác nhận dữ liệu trước vận hành']) !== null;
  return {
    task,
    unit,
    deadline,
    isBeforeOperation: !confirmed && deadline !== null && isBeforeItsTime(deadline, task, unit, sources),
    done: doneBy !== null,
    doneAt: doneAt ?? null,
    doneBy,
    isEvidenceUnclear: doneBy === null && proven === null && (task.evidence ?? '') !== '' && isOnlyDoer,
    isAskedByRound: asked !== null,
    isOfClosedRound: asked?.report.round.state === 'Đã đóng',
    isExtended: asked ? asked.report.isExtended : adjusted !== null,
    lacks: asked?.lacks ?? null,
    item: asked?.item ?? null,
    isPart: sources.isPart,
    isOwnRecipient: sources.isOwnRecipient,
    decided,
    reported,
    confirmed,
    paused: decisions.last(matter, ['Tạm dừng nhắc', 'Nhắc trở lại'])?.decision === 'Tạm dừng nhắc',
    extension,
    isWritten: asked === null && adjusted === null && isWritten(task),
    shownAt: (deadline && sources.record?.shownAt(task.id, unit.code, deadline)) ?? null,
  };
}

/** What was due before the go-live mark is silent until confirmed; nor is anybody late for what it was never asked in time. */
function isBeforeItsTime(deadline: Deadline, task: Task, unit: Unit, sources: OwnSources): boolean {
  const { goLive, now, isOfRound, isOwnRecipient, taskJoined } = sources;
  if (isOver(deadline, goLive ?? now)) return true;
  // Nobody ever asks who gets the results itself, so it is on no record of those that were asked.
  if (!isOver(deadline, now) || askedBy(task.id, sources) || isOwnRecipient) return false;
  const joined = isOfRound ? now : taskJoined?.(task.id, unit.code);
  return joined ? isOver(deadline, joined) : false;
}

/** The last *Gia hạn* that gave more time than there was; it never gives less. */
function extensionFor(
  own: Deadline | null,
  { subject, unit }: { readonly subject: string; readonly unit: string },
  decisions: DecisionBook,
): (NonNullable<TaskStatus['extension']> & { readonly deadline: Deadline }) | null {
  let given: ReturnType<typeof extensionFor> = null;
  for (const decision of decisions.all(subject, ['Gia hạn'])) {
    const deadline = decision.unit === null || decision.unit === unit ? extensionOf(decision) : null;
    const before = given?.deadline ?? own;
    if (deadline === null || (before && Temporal.Instant.compare(deadline.before, before.before) <= 0)) continue;
    given = { at: decision.at, reason: decision.reason, deadline };
  }
  return given;
}

/** The day a *Hoàn thành nhiệm vụ* names, else the moment it was decided. */
function decidedOn(task: Task, unit: Unit, decisions: DecisionBook): NonNullable<TaskStatus['decided']> | null {
  const decision = decisions
    .all(task.id, ['Hoàn thành nhiệm vụ'])
    .findLast((one) => (one.unit === null || one.unit === unit.code) && completes(one));
  if (!decision) return null;
  const day = dayOf(decision);
  return { at: day ? startOfDay(day) : decision.at, isDated: day !== null };
}

/** The day that the register gives, else the one that the document which proves it bears. */
function provenOn({ doneOn, evidence }: Task, today: Temporal.PlainDate): Temporal.Instant | null {
  if (doneOn) return startOfDay(doneOn);
  const said = completionIn(evidence ?? '', today);
  return said.kind === 'done' ? startOfDay(said.on) : null;
}

/**
 * When a task is done by what a report says of it in passing: finished, and clear. What is to be sent to somebody is done
 * on the day it was sent; where the outline does not ask for that day nobody knows it.
 */
function reportedDone({ recipient }: Task, reported: Reported): Temporal.Instant | null {
  const { verdict, isIssued, issuedOn, sentOn, asksSent, filedAt } = reported;
  if (verdict !== 'Đủ' || !isIssued) return null;
  if (asksSent || recipient !== null) return sentOn && startOfDay(sentOn);
  return issuedOn ? startOfDay(issuedOn) : filedAt;
}

function isAfter(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) > 0;
}
