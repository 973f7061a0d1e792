import { Temporal } from 'temporal-polyfill';
import type { Remark } from '../../sheets-schema/columns/kind.ts';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import type { DecisionKind } from '../../sheets-schema/tabs/decisions.ts';
import { progress } from '../../sheets-schema/tabs/projections.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { bounded } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { isChased, type TaskStatus } from '../domain/standing/task-status.ts';
import { contradictionOf, lateIssueOf } from '../domain/standing/task-words.ts';
import { isOver } from '../domain/time/deadline.ts';

const DONE: DecisionKind = 'Hoàn thành nhiệm vụ';

/** Tasks of which register and reports say different things, and plans that came after their deadline. */
export function taskFindings(tasks: readonly TaskStatus[], now: Temporal.Instant): readonly Finding[] {
  const byTask = [...Map.groupBy(tasks, ({ task }) => task.id).values()];
  return [
    ...byTask.flatMap(resultOfSeveral),
    ...byTask.flatMap(([first]) => (first ? doneInTimeToCome(first.task, localDay(now)) : [])),
    ...tasks.flatMap((status) => [
      ...about(status, 'contradiction', contradictionOf(status), {
        expected: 'báo cáo và sổ nhiệm vụ thống nhất',
        fix: `đối chiếu văn bản; nếu đã xong, thêm dòng "${DONE}" (Giá trị: ngày hoàn thành), nếu chưa, trao đổi lại với đơn vị`,
      }),
      ...about(status, 'doneOn', lateIssueOf(status), {
        expected: 'kế hoạch ban hành trong thời hạn của nhiệm vụ',
        fix: 'ghi nhận là hoàn thành quá hạn khi xác nhận; báo cáo không bị trả lại vì việc này',
      }),
      ...unclearEvidence(status),
    ]),
  ];
}

/** What the register says of a result says not whose, where several have to do the task: it completes none of them. */
function resultOfSeveral(statuses: readonly TaskStatus[]): readonly Finding[] {
  const [first] = statuses;
  const left = statuses.filter(({ done, isAskedByRound }) => !done && !isAskedByRound);
  if (!first || statuses.length === 1 || left.length === 0) return [];
  const { id, doneOn, evidence } = first.task;
  const column = doneOn ? 'doneOn' : 'evidence';
  if (!doneOn && !evidence) return [];
  return [
    finding(where(tasksTab, id, column), {
      level: 'warning',
      found: `chưa có tác dụng: nhiệm vụ có ${statuses.length} đơn vị thực hiện, ${left.length} đơn vị chưa hoàn thành`,
      expected: 'quyết định cho từng đơn vị đã xong',
      fix: `thêm dòng "${DONE}" (Giá trị: ngày hoàn thành) cho từng đơn vị; để trống đơn vị là mọi đơn vị`,
    }),
  ];
}

/** Until that day the task is not done; on that day it would be, whatever became of it. */
function doneInTimeToCome({ id, doneOn }: TaskStatus['task'], today: Temporal.PlainDate): readonly Finding[] {
  if (doneOn === null || Temporal.PlainDate.compare(doneOn, today) <= 0) return [];
  return [
    finding(where(tasksTab, id, 'doneOn'), {
      level: 'warning',
      found: `ngày ${formatDate(doneOn)} chưa tới, nên nhiệm vụ chưa hoàn thành`,
      expected: 'ngày đã hoàn thành, không sau hôm nay',
      fix: `sửa lại ngày; mới dự kiến thì chuyển sang "${tasksTab.columns.note.header}"`,
    }),
  ];
}

/** Something stands as evidence, and the task is not done by it. */
function unclearEvidence({ task, isEvidenceUnclear }: TaskStatus): readonly Finding[] {
  if (!isEvidenceUnclear) return [];
  return [
    finding(where(tasksTab, task.id, 'evidence'), {
      level: 'warning',
      found: `"${bounded(task.evidence ?? '', 200)}" chưa cho biết đã hoàn thành ngày nào`,
      expected: 'số, ký hiệu và ngày của văn bản chứng minh đã xong, không sau hôm nay',
      fix: `đã xong thì ghi ở cột "${tasksTab.columns.doneOn.header}"; mới dự kiến thì chuyển sang "${tasksTab.columns.note.header}"`,
    }),
  ];
}

function about(
  { task, unit }: TaskStatus,
  column: keyof typeof progress.columns,
  found: string | null,
  rest: Pick<Remark, 'expected' | 'fix'>,
): readonly Finding[] {
  if (found === null) return [];
  return [
    finding(where(progress, `${task.id}/${unit.code}`, column), {
      level: 'warning',
      found,
      ...rest,
    }),
  ];
}

const MOST_NAMES = 20;

/** What of the register no mail goes about, and what a coordinator does for it to go; with how much would follow. */
export function silentTaskFindings(tasks: readonly TaskStatus[], now: Temporal.Instant): readonly Finding[] {
  const unapproved = tasks.filter((one) => isChased(one) && !one.task.approved);
  const old = tasks.filter((one) => isChased({ ...one, isBeforeOperation: false }) && one.isBeforeOperation);
  const confirmed: DecisionKind = 'Xác nhận dữ liệu trước vận hành';
  const { approved, adjusted } = tasksTab.columns;
  const ofRounds = new Set(
    tasks.flatMap((one) => (one.isAskedByRound && !one.isPart && one.task.adjusted ? one.task.id : [])),
  );
  return [
    ...summary(unapproved, 'approved', {
      expected: `ô ${approved.header} đã đánh dấu, sau khi xem Lịch thư`,
      fix: `thư về các nhiệm vụ này ở Lịch thư đang Giữ lại; đúng thì đánh dấu ${approved.header} ở từng dòng`,
    }),
    ...summary(
      old.filter(({ deadline }) => deadline && isOver(deadline, now)),
      'deadline',
      {
        expected: 'được xác nhận hoặc ghi hoàn thành',
        fix: `hạn ở trước Mốc vận hành nên chưa có thư nào; còn phải làm thì thêm dòng "${confirmed}" cho từng đơn vị (để trống đơn vị là mọi đơn vị), xem Lịch thư ở lần chạy sau: mỗi đơn vị được hỏi kết quả trước, rồi mới tính quá hạn`,
      },
    ),
    ...[...ofRounds].map((id) =>
      finding(where(tasksTab, id, 'adjusted'), {
        level: 'warning',
        found: `${adjusted.header} không có tác dụng: nhiệm vụ do kỳ báo cáo theo dõi`,
        expected: 'hạn ghi ở kỳ báo cáo',
        fix: 'thêm dòng quyết định "Gia hạn" hoặc "Đồng ý thay đổi" với mã kỳ, rồi để trống ô này',
      }),
    ),
  ];
}

function summary(
  statuses: readonly TaskStatus[],
  column: keyof typeof tasksTab.columns,
  rest: Pick<Remark, 'expected' | 'fix'>,
): readonly Finding[] {
  if (statuses.length === 0) return [];
  const byTask = Map.groupBy(statuses, ({ task }) => task.id);
  const inOrder = [...byTask].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const names = inOrder.slice(0, MOST_NAMES).map(([id, of]) => `${id} (${of.length} đơn vị)`);
  const more = byTask.size > MOST_NAMES ? ` … và ${byTask.size - MOST_NAMES} nữa` : '';
  const found = `${statuses.length} việc của ${byTask.size} nhiệm vụ chưa được nhắc: ${names.join(', ')}${more}`;
  return [finding(where(tasksTab, '', column), { level: 'warning', found, ...rest })];
}
