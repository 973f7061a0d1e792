import { finding, where } from '../../sheets-schema/finding.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import type { Doubts } from '../workbook/doubts.ts';

/** A cell of an approved task that says something else than what was approved: nobody approved that. */
export function taskDoubts({ tasks }: { readonly tasks: readonly TaskStatus[] }): Doubts {
  const changed = new Set(tasks.flatMap(({ task, changedSince }) => (changedSince ? [task.id] : [])));
  const { header } = tasksTab.columns.approved;
  return {
    doubts: [...changed].map((id) => ({
      scope: { round: id },
      reason: `thời hạn hoặc cơ quan thực hiện của nhiệm vụ ${id} đã sửa sau khi ${header}`,
    })),
    findings: [...changed].map((id) =>
      finding(where(tasksTab, id, 'approved'), {
        level: 'error',
        found: `thời hạn hoặc cơ quan thực hiện đã sửa sau khi ${header}`,
        expected: 'đúng như lúc duyệt, hoặc được duyệt lại',
        fix: `sửa lại như cũ; nếu nội dung mới là đúng thì bỏ dấu ${header}, xem Lịch thư ở lần chạy sau rồi đánh dấu lại; thư về nhiệm vụ này đang giữ lại`,
      }),
    ),
  };
}
