import type { DashboardInput } from '../../functions/dashboard/plan-dashboard.ts';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import { planMailSchedule } from '../../functions/domain/notices/schedule.ts';
import { allTasks, sixCities } from '../documents/synthesis/six-cities.ts';
import { aContact, policyInput } from '../domain/notices/notice-world.ts';

/** The six cities on Monday 27/10/2025, their tasks and mails. */
export function aDashboard(
  own: Partial<Parameters<typeof policyInput>[1]> = {},
  now = '2025-10-27 10:15',
): DashboardInput {
  const { statuses } = sixCities();
  const contacts = statuses.map(({ unit }) => aContact(`${unit.code}-1`, { name: 'Nguyễn Văn Mẫu' }));
  const policy = policyInput(now, { statuses, tasks: allTasks(now, statuses), rows: [], contacts, ...own });
  return {
    policy,
    schedule: planMailSchedule(planNotices(policy)),
    round: null,
    stale: { rounds: null, tasks: null },
    lastGood: new Map(),
    sheetUrl: 'https://sheet.example/1',
  };
}
