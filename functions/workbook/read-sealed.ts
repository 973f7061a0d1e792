import { type ParsedTab, parseTab } from '../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../sheets-schema/schema-version.ts';
import { answerFactsTab, type ledger, type reports } from '../../sheets-schema/tabs/logs.ts';
import { sealedAnswers, sealedLedger, sealedReports } from '../../sheets-schema/tabs/sealed.ts';
import { type Lines, type SealedLog, type SealedRound, sealedLogs } from '../domain/standing/sealed-round.ts';
import type { Workbook } from '../ports.ts';

/** Rows of sealed rounds that a run has at hand, told apart from those that stand in the logs. */
export type SealedRows = {
  readonly reports: ParsedTab<typeof reports>;
  readonly answers: ParsedTab<typeof answerFactsTab>;
  readonly ledger: ParsedTab<typeof ledger>;
};

const NOTHING = { rows: [], lines: [], findings: [], broken: [], rivals: [], readable: true };
export const NO_SEALED_ROWS: SealedRows = { reports: NOTHING, answers: NOTHING, ledger: NOTHING };

/** For whoever looks at a file in which no round was put away. */
export const NOTHING_SEALED = {
  earlier: NO_SEALED_ROWS,
  away: new Set<string>(),
  damaged: [],
  sealedVersions: [],
};

const tabs = {
  reports: sealedReports,
  // The long texts stand last.
  answers: { ...sealedAnswers, columns: answerFactsTab.columns },
  ledger: sealedLedger,
} as const;

/** Where the rows of a log go. */
export const sealedTabs = { reports: sealedReports, answers: sealedAnswers, ledger: sealedLedger } as const;

/** The rows of some sealed rounds, wherever they stand. One call. @returns null when one of the tabs is gone */
export async function readSealed(workbook: Workbook, rounds: readonly SealedRound[]): Promise<SealedRows | null> {
  if (rounds.length === 0) return NO_SEALED_ROWS;
  const outcome = await workbook.read(
    sealedLogs.map((log) => ({
      sheetId: tabs[log].sheetId,
      columns: Object.keys(tabs[log].columns).length,
      rows: rounds.flatMap(({ lines }) => lines[log]),
    })),
  );
  if (outcome.kind !== 'read') return null;
  const parse = <L extends SealedLog>(log: L) =>
    parseTab(tabs[log], outcome.grids.get(tabs[log].sheetId) ?? [], ANY_VERSION);
  return { reports: parse('reports'), answers: parse('answers'), ledger: parse('ledger') };
}

/** Of each version of a sealed round whose it is: what tells an edit of one, and a response that is known. */
export type SealedVersion = Pick<
  SealedRows['reports']['rows'][number],
  'version' | 'responseId' | 'createTime' | 'lastSubmittedTime' | 'round' | 'unit'
>;

const { version, responseId, createTime, lastSubmittedTime, round, unit } = sealedReports.columns;
const keysTab = { ...sealedReports, columns: { version, responseId, createTime, lastSubmittedTime, round, unit } };

/** Those of all sealed rounds, of columns in front alone. One call. @returns null when the tab is gone */
export async function readSealedVersions(workbook: Workbook): Promise<readonly SealedVersion[] | null> {
  const { sheetId, columns } = keysTab;
  const outcome = await workbook.read([{ sheetId, columns: Object.keys(columns).length }]);
  return outcome.kind === 'read' ? parseTab(keysTab, outcome.grids.get(sheetId) ?? [], ANY_VERSION).rows : null;
}

/** Rounds whose rows are not all there as they were put away. */
export function damagedIn(rounds: readonly SealedRound[], found: SealedRows | null): readonly string[] {
  if (!found) return rounds.map(({ id }) => id);
  const isWhole = ({ lines }: SealedRound) =>
    sealedLogs.every((log) => {
      const isOwn = (line: number) => lines[log].some(({ from, to }) => from <= line && line <= to);
      return found[log].lines.filter(isOwn).length === linesIn(lines[log]);
    });
  const isOwn = ({ id, lines }: SealedRound) =>
    found.reports.rows.every(
      (row, index) => row.round === id || !lines.reports.some((one) => isWithin(found.reports.lines[index] ?? 0, one)),
    );
  return rounds.filter((one) => !isWhole(one) || !isOwn(one)).map(({ id }) => id);
}

function isWithin(line: number, { from, to }: Lines): boolean {
  return from <= line && line <= to;
}

export function linesIn(lines: readonly Lines[]): number {
  return lines.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
