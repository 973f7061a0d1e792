import type { OracleFinding } from './oracle.ts';
import { playRegisterOf, playYear, type YearReport } from './year.ts';

export type Simulation = {
  readonly years: number;
  readonly seed: number;
  readonly from: number;
  readonly stopsAtFirst?: boolean;
  /** No rounds beside it. */
  readonly isRegisterAlone?: boolean;
};

/** Everything that came of the years. */
export type Simulated = Omit<YearReport, 'year' | 'findings'> & {
  readonly findings: readonly (OracleFinding & { readonly year: number })[];
};

/** Plays year after year. @param progress is told how many are done, and what came of the last. */
export async function simulate(
  { years, seed, from, stopsAtFirst = false, isRegisterAlone = false }: Simulation,
  progress: (done: number, last: YearReport) => void = () => {},
): Promise<Simulated> {
  const reports: YearReport[] = [];
  for (let year = from; year < from + years; year += 1) {
    const report = isRegisterAlone ? await playRegisterOf(year, seed) : await playYear(year, seed, stopsAtFirst);
    reports.push(report);
    progress(reports.length, report);
    if (stopsAtFirst && reports.some(({ findings }) => findings.length > 0)) break;
  }
  const sum = (of: (report: YearReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    runs: sum(({ runs }) => runs),
    died: sum(({ died }) => died),
    mails: sum(({ mails }) => mails),
    repeatsAfterCrash: sum(({ repeatsAfterCrash }) => repeatsAfterCrash),
    checked: sum(({ checked }) => checked),
    mornings: sum(({ mornings }) => mornings),
    findings: reports.flatMap(({ year, findings }) => findings.map((finding) => ({ ...finding, year }))),
  };
}
