import type { Finding } from '../../sheets-schema/finding.ts';
import { type Decision, decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import { identities, type Report, reports as reportsTab } from '../../sheets-schema/tabs/logs.ts';
import type { FindingRow } from '../../sheets-schema/tabs/projections.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { expandUnits } from '../domain/expected-units.ts';
import { decisionName } from '../workbook/decision-doubts.ts';
import type { Outlook } from '../workbook/outlook.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** Every finding of a run, as rows of `Kiểm tra`: errors first. */
export function planFindings(snapshot: Snapshot, outlook: Outlook): readonly FindingRow[] {
  const found = [
    ...snapshot.findings,
    ...outlook.findings,
    ...outlook.vanished.map(vanished),
    ...pendingReports(outlook),
    ...unknownExpected(snapshot),
  ];
  return found
    .toSorted((a, b) => a.level.localeCompare(b.level))
    .map(({ level, ...finding }) => ({ ...finding, level: level === 'error' ? 'Lỗi' : 'Lưu ý' }));
}

function vanished(decision: Decision): Finding {
  return {
    level: 'error',
    tab: decisionsTab.title,
    row: decisionName(decision),
    column: decisionsTab.columns.decision.header,
    found: `dòng "${decision.decision}" đã bị xóa hoặc sửa khóa, nhưng quyết định vẫn đang có hiệu lực`,
    expected: 'dòng quyết định như khi đã dùng',
    mend: `thêm lại dòng; nếu muốn thôi, thêm một dòng "Rút lại" với Giá trị "${decision.decision}"`,
  };
}

function pendingReports({ policy }: Outlook): readonly Finding[] {
  const pending = policy.statuses.flatMap((status) =>
    status.pending.map((report) => [status.unit.shortName, report] as const),
  );
  return pending.map(([name, report]) => pendingReport(name, report));
}

function pendingReport(name: string, report: Report): Finding {
  return {
    level: 'warning',
    tab: reportsTab.title,
    row: report.version,
    column: reportsTab.columns.identity.header,
    found: `báo cáo ghi là của ${name} nhưng không đi từ đường dẫn riêng của đơn vị`,
    expected: identities[0],
    mend: `hỏi lại đơn vị rồi thêm dòng "Xác nhận đơn vị" (Giá trị: ${report.version}) hoặc "Không phải của đơn vị"`,
  };
}

function unknownExpected({ people }: Snapshot): readonly Finding[] {
  if (!people.units.readable) return [];
  return people.rounds.rows.flatMap((round) =>
    expandUnits(round.expected, people.units.rows, localDay(round.opensAt)).unknown.map((entry) => ({
      level: 'error' as const,
      tab: roundsTab.title,
      row: round.id,
      column: roundsTab.columns.expected.header,
      found: `"${entry}" không phải mã đơn vị hay nhóm nào`,
      expected: 'mã đơn vị hoặc nhóm có trong tab "Đơn vị"',
      mend: `sửa hoặc bỏ "${entry}"`,
    })),
  );
}
