import type { Finding } from '../../sheets-schema/finding.ts';
import { decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import type { Doubt } from '../domain/notice.ts';
import { type LogName, logNames } from './bookkeeping.ts';
import { logTabs, peopleTabs, type Snapshot } from './snapshot.ts';

export type Doubts = { readonly doubts: readonly Doubt[]; readonly findings: readonly Finding[] };

/**
 * What cannot be trusted just now: mail that depends on it is held, everything else goes on. A half-typed cell, a lost
 * key, a log with rows missing or a restored file must never send mail.
 */
export function doubtsOf(
  snapshot: Snapshot,
  { reports, expected }: { reports: readonly Report[]; expected: ReadonlyMap<string, readonly string[]> },
): Doubts {
  const parts = [
    heldMail(snapshot),
    unreadableTabs(snapshot),
    brokenRows(snapshot),
    lostKeys(snapshot, reports, expected),
    ...logNames.map((name) => logDamage(snapshot, name)),
  ];
  return { doubts: parts.flatMap((part) => part.doubts), findings: parts.flatMap((part) => part.findings) };
}

const NOTHING: Doubts = { doubts: [], findings: [] };

function heldMail({ bookkeeping: { mailHold } }: Snapshot): Doubts {
  if (mailHold === '') return NOTHING;
  const finding: Finding = {
    level: 'error',
    tab: '_hệ thống',
    row: 'mailHold',
    column: '',
    found: mailHold,
    expected: 'bảng tính đang vận hành, không phải bản sao hay bản khôi phục',
    mend: 'mọi thư đang giữ lại; kiểm tra dữ liệu rồi nhờ quản trị viên chạy: npm run provision -- --after-restore',
  };
  return { doubts: [{ scope: 'all', reason: `thư đang giữ lại: ${mailHold}` }], findings: [finding] };
}

/** Tabs without which nobody can say to whom or when to write; the register and the texts hold no mail of a round. */
const NEEDED = ['rounds', 'decisions', 'units', 'contacts', 'outline', 'settingsTab', 'holidays'] as const;

function unreadableTabs({ people, missing }: Snapshot): Doubts {
  const unreadable = NEEDED.filter((name) => missing.has(peopleTabs[name].sheetId) || !people[name].readable);
  return {
    doubts: unreadable.map((name) => ({ scope: 'all', reason: `không đọc được tab "${peopleTabs[name].title}"` })),
    findings: [],
  };
}

/** A decision half typed may be the one that would have stopped a mail. */
function brokenRows({ people }: Snapshot): Doubts {
  const doubts = people.decisions.broken.map(({ at, values }): Doubt => {
    const reason = `dòng ${at} của tab "${decisionsTab.title}" chưa đọc được`;
    const { subject, unit } = values;
    if (typeof subject !== 'string') return { scope: 'all', reason };
    return { scope: typeof unit === 'string' ? { round: subject, unit } : { round: subject }, reason };
  });
  return { doubts, findings: [] };
}

/** Keys that logs or rounds use and people's tabs have lost. */
function lostKeys(
  { people }: Snapshot,
  reports: readonly Report[],
  expected: ReadonlyMap<string, readonly string[]>,
): Doubts {
  const units = new Set(people.units.rows.map((unit) => unit.code));
  const rounds = new Set(people.rounds.rows.map((round) => round.id));
  const usedUnits = new Set([...reports.flatMap((report) => report.unit ?? []), ...[...expected.values()].flat()]);
  const usedRounds = new Set(reports.flatMap((report) => report.round ?? []));
  const lostUnits = people.units.readable ? [...usedUnits].filter((code) => !units.has(code)) : [];
  const lostRounds = people.rounds.readable ? [...usedRounds].filter((id) => !rounds.has(id)) : [];
  return {
    doubts: lostRounds.map((round) => ({
      scope: { round },
      reason: `kỳ ${round} không còn trong tab "${roundsTab.title}"`,
    })),
    findings: [
      ...lostUnits.map((code) => lostKey(unitsTab.title, unitsTab.columns.code.header, code)),
      ...lostRounds.map((id) => lostKey(roundsTab.title, roundsTab.columns.id.header, id)),
    ],
  };
}

function lostKey(tab: string, column: string, key: string): Finding {
  return {
    level: 'error',
    tab,
    row: key,
    column,
    found: `không còn dòng có mã "${key}", trong khi nhật ký đang dùng mã này`,
    expected: `một dòng có mã "${key}"`,
    mend: `thêm lại dòng, hoặc sửa mã về "${key}"; thư liên quan đang giữ lại`,
  };
}

/** A log whose header or row count is not what the last commit left: somebody edited it, so mail waits. */
function logDamage({ logs, bookkeeping, missing }: Snapshot, name: LogName): Doubts {
  const tab = logTabs[name];
  const { rows, readable, broken } = logs[name];
  const count = rows.length + broken.length;
  if (!missing.has(tab.sheetId) && readable && count === bookkeeping.rows[name]) return NOTHING;
  const found = readable ? `có ${count} dòng` : 'tiêu đề đã đổi';
  return {
    doubts: [{ scope: 'all', reason: `nhật ký "${tab.title}" đã bị sửa` }],
    findings: [
      {
        level: 'error',
        tab: tab.title,
        row: '',
        column: '',
        found,
        expected: readable ? `${bookkeeping.rows[name]} dòng như lần ghi cuối` : 'tiêu đề như ban đầu',
        mend: 'khôi phục tab từ Lịch sử phiên bản; mọi thư đang giữ lại cho tới khi khớp',
      },
    ],
  };
}
