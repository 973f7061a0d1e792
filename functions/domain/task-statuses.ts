import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Task } from '../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { localDay, startOfDay } from '../../sheets-schema/zone.ts';
import { deadlineOf, isOver } from './deadline.ts';
import type { DecisionBook } from './decision-book.ts';
import { expandUnits } from './expected-units.ts';
import type { TaskStatus } from './notice.ts';
import type { UnitStatus } from './unit-status.ts';

export type TaskSources = {
  readonly now: Temporal.Instant;
  /** What was due before this is silent until confirmed; without a mark that is everything already due. */
  readonly goLive: Temporal.Instant | null;
  readonly units: readonly Unit[];
  readonly decisions: DecisionBook;
  /** Of every round: a report completes the round's own task, and each item the task it reports on. */
  readonly statuses: readonly UnitStatus[];
  readonly outline: readonly OutlineQuestion[];
};

/** Each task for each unit it applies to. Done is what a coordinator decided, or what a report itself completes. */
export function taskStatuses(tasks: readonly Task[], sources: TaskSources): readonly TaskStatus[] {
  const byCode = new Map(sources.units.map((unit) => [unit.code, unit]));
  return tasks.flatMap((task) => {
    const { codes } = expandUnits(task.appliesTo ?? [], sources.units, localDay(sources.now));
    return codes.flatMap((code) => {
      const unit = byCode.get(code);
      return unit ? [statusOf(task, unit, sources)] : [];
    });
  });
}

function statusOf(task: Task, unit: Unit, sources: TaskSources): TaskStatus {
  const { decisions } = sources;
  const matter = { subject: task.id, unit: unit.code };
  const asked = askedBy(task, unit, sources);
  const moment = task.adjusted ?? task.deadline;
  const doneAt = doneAtOf(task, unit, decisions) ?? asked?.doneAt ?? null;
  const deadline = asked?.status.effective ?? (moment && deadlineOf(moment));
  const confirmed = decisions.last(matter, ['Xác nhận dữ liệu trước vận hành']) !== null;
  return {
    task,
    unit,
    deadline,
    isBeforeOperation: !confirmed && deadline !== null && isOver(deadline, sources.goLive ?? sources.now),
    done: doneAt !== null,
    doneAt,
    isAskedByRound: asked !== null,
    confirmed,
  };
}

type Asked = { readonly status: UnitStatus; readonly doneAt: Temporal.Instant | null };

/** The report that completes a task: the whole of it, or the item that reports on the task once it says something. */
function askedBy(task: Task, unit: Unit, { statuses, outline }: TaskSources): Asked | null {
  for (const status of statuses) {
    if (status.unit.code !== unit.code) continue;
    if (status.round.task === task.id) return { status, doneAt: status.filedAt };
    const { round, items } = status;
    const question = outline.find((one) => one.version === round.outlineVersion && one.task === task.id);
    const item = items.find((one) => one.item === question?.item);
    if (item) return { status, doneAt: item.verdict === 'Thiếu' ? null : status.filedAt };
  }
  return null;
}

/** The day a *Hoàn thành nhiệm vụ* names, else the moment it was decided. */
function doneAtOf(task: Task, unit: Unit, decisions: DecisionBook): Temporal.Instant | null {
  const decision = decisions.last({ subject: task.id, unit: unit.code }, ['Hoàn thành nhiệm vụ']);
  if (!decision) return null;
  const day = parseVietnameseDate(decision.value ?? '');
  return day ? startOfDay(day) : decision.at;
}
