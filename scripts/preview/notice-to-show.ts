import type { Temporal } from 'temporal-polyfill';
import type { Notice, PolicyInput, TaskLine, TaskToHelp } from '../../functions/domain/notices/notice.ts';
import { stepDueAt } from '../../functions/domain/notices/notice-steps.ts';
import { isChased } from '../../functions/domain/standing/task-status.ts';
import type { UnitStatus } from '../../functions/domain/standing/unit-status.ts';
import { isOver } from '../../functions/domain/time/deadline.ts';
import { isInternal, kinds, type NoticeKind } from '../../sheets-schema/notice-kinds.ts';

/** A sample shows another mail. */
const keyOfSamples = kinds['Thư mẫu'].key;

/** A notice as if it were due, and the moment at which it is read. */
export type Shown = { readonly notice: Notice; readonly at: Temporal.Instant };

/** @throws when the kind is about a round and no round asks the unit. */
export function noticeToShow(kind: NoticeKind, unit: string, policy: PolicyInput): Shown {
  const declared = kinds[kind];
  const about = policy.statuses.findLast((one) => one.unit.code === unit);
  const isAboutTasks = declared.about === 'tasks' || declared.about === 'late tasks';
  if (!about && !isAboutTasks && declared.about !== 'morning')
    throw new Error(`No round asks "${unit}" for a report; see the tab Kỳ báo cáo.`);
  const at = about && declared.shownOn !== null ? momentOf(declared.shownOn, about, policy) : policy.now;
  const reason = declared.needsReport ? about?.returned?.reason : about?.extension?.reason;
  const notice: Notice = {
    key: `preview/${kind}/${unit}`,
    kind,
    subject: isAboutTasks ? 'preview' : (about?.round.id ?? 'digest'),
    unit: isInternal(declared) ? null : unit,
    step: '0',
    deadline: about?.effective ?? null,
    dueAt: at,
    rank: declared.rank,
    why: 'Xem trước.',
    recipients: policy.contacts.filter(
      (contact) => contact.unit === (isInternal(declared) ? policy.settings.ministry : unit),
    ),
    round: about?.round ?? null,
    status: about ?? null,
    group: kind,
    moot: null,
    heldBy: null,
    waitsFor: null,
    nth: 1,
    items: about ? about.items.filter((item) => item.counts && item.verdict !== 'Đủ') : [],
    units: policy.statuses.filter((one) => one.filedAt === null && isOver(one.effective, at)),
    tasks: isAboutTasks ? tasksToShow(kind, unit, at, policy) : [],
    helps: declared.about === 'tasks' ? helpsToShow(unit, policy) : [],
    ...(reason && { reason }),
    ...(declared.key === keyOfSamples && about && { sample: noticeToShow('Đề nghị gửi báo cáo', unit, policy).notice }),
  };
  return { notice, at };
}

/** Now where the kind fits the day, else the day on which its step falls. */
function momentOf(step: number, { effective }: UnitStatus, { calendar, now }: PolicyInput): Temporal.Instant {
  const fits = isOver(effective, now) === step > 0;
  return fits ? now : stepDueAt(calendar, effective.lastDay, step);
}

/** Every task with a day in which the unit takes part. */
function helpsToShow(unit: string, { tasks }: PolicyInput): readonly TaskToHelp[] {
  const helped = tasks.filter(isChased).filter(({ told = [] }) => told.some(({ code }) => code === unit));
  return [...Map.groupBy(helped, ({ task }) => task.id).values()].flatMap((doers) =>
    doers.slice(0, 1).map(({ task, leads = [] }) => ({ task, leads, doers })),
  );
}

/** What is over is late, all else is to come; of news the deadline counts as moved. */
function tasksToShow(
  kind: NoticeKind,
  unit: string,
  at: Temporal.Instant,
  { tasks }: PolicyInput,
): readonly TaskLine[] {
  const { callsLate, setsDeadline, to } = kinds[kind];
  return tasks.flatMap((status): readonly TaskLine[] => {
    const { deadline } = status;
    const isAsked = status.unit.code === unit && !status.done && !status.isAskedByRound && deadline !== null;
    if (!isAsked || isOver(deadline, at) !== (callsLate || to === 'leaders')) return [];
    const tells = setsDeadline ? 'news' : isOver(deadline, at) ? 'late' : 'due';
    return [{ ...status, deadline, tells, lateOn: [], formerly: setsDeadline ? deadline : null, withdraws: null }];
  });
}
