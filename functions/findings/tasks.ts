import type { Remark } from '../../sheets-schema/columns/kind.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import type { DecisionKind } from '../../sheets-schema/tabs/decisions.ts';
import { progress } from '../../sheets-schema/tabs/projections.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import { contradictionOf, lateIssueOf } from '../domain/standing/task-words.ts';

const DONE: DecisionKind = 'Hoàn thành nhiệm vụ';

/** Tasks of which register and reports say different things, and plans that came after their deadline. */
export function taskFindings(tasks: readonly TaskStatus[]): readonly Finding[] {
  return tasks.flatMap((status) => [
    ...about(status, 'contradiction', contradictionOf(status), {
      expected: 'báo cáo và sổ nhiệm vụ thống nhất',
      fix: `đối chiếu văn bản; nếu đã xong, thêm dòng "${DONE}" (Giá trị: ngày hoàn thành), nếu chưa, trao đổi lại với đơn vị`,
    }),
    ...about(status, 'doneOn', lateIssueOf(status), {
      expected: 'kế hoạch ban hành trong thời hạn của nhiệm vụ',
      fix: 'ghi nhận là hoàn thành quá hạn khi xác nhận; báo cáo không bị trả lại vì việc này',
    }),
  ]);
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
