import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { localDay, startOfDay } from '../../sheets-schema/zone.ts';
import { deadlineOf } from './deadline.ts';
import type { DecisionBook } from './decision-book.ts';
import { expandUnits } from './expected-units.ts';
import type { TaskStatus } from './notice.ts';
import type { UnitStatus } from './unit-status.ts';

export type TaskSources = {
  readonly now: Temporal.Instant;
  readonly units: readonly Unit[];
  readonly decisions: DecisionBook;
  /** Of every round: a round's filing is what completes its own task. */
  readonly statuses: readonly UnitStatus[];
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

function statusOf(task: Task, unit: Unit, { decisions, statuses }: TaskSources): TaskStatus {
  const matter = { subject: task.id, unit: unit.code };
  const filed = statuses.find((status) => status.round.task === task.id && status.unit.code === unit.code);
  const moment = task.adjusted ?? task.deadline;
  const doneAt = doneAtOf(task, unit, decisions) ?? filed?.filedAt ?? null;
  return {
    task,
    unit,
    deadline: filed?.effective ?? (moment && deadlineOf(moment)),
    done: doneAt !== null,
    doneAt,
    confirmed: decisions.last(matter, ['Xác nhận dữ liệu trước vận hành']) !== null,
  };
}

/** The day a *Hoàn thành nhiệm vụ* names, else the moment it was decided. */
function doneAtOf(task: Task, unit: Unit, decisions: DecisionBook): Temporal.Instant | null {
  const decision = decisions.last({ subject: task.id, unit: unit.code }, ['Hoàn thành nhiệm vụ']);
  if (!decision) return null;
  const day = parseVietnameseDate(decision.value ?? '');
  return day ? startOfDay(day) : decision.at;
}
