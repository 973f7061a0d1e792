import { expect, test } from 'vitest';
import { keptFigures, staleIn } from '../../../functions/projections/kept-figures.ts';
import { overviewRows } from '../../../functions/projections/overview-rows.ts';
import { chartRows } from '../../../functions/upkeep/provision/plan-charts.ts';
import { policyInput } from '../../domain/notices/notice-world.ts';

test('the charts of Tổng quan draw the rows that hold the counts, open round or none', () => {
  const overview = overviewRows(policyInput('2025-10-29 09:00'), 'https://bieumau.example');
  const rows = keptFigures(overview, staleIn(new Map()), []);
  const drawn = ({ start, end }: { start: number; end: number }) => rows.slice(start - 1, end - 1);
  expect(drawn(chartRows.round).map((row) => row.label)).toEqual([
    'Phải gửi',
    'Đã nhận',
    'Đúng hạn',
    'Đủ nội dung',
    'Cần bổ sung',
    'Quá hạn',
    'Chờ xác minh đơn vị',
  ]);
  for (const row of [...drawn(chartRows.round), ...drawn(chartRows.tasks)]) expect(typeof row.value).toBe('number');
  expect(drawn(chartRows.tasks)).toHaveLength(4);
});
