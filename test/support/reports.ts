import { section1, section2 } from '../../scripts/story/reports.ts';
import type { Answers } from '../../scripts/workspace/city.ts';
import { GROUP_SECTION_2 } from '../../sheets-schema/seed/units.ts';
import { city } from './office.ts';

/** A report with nothing absent, as a city would write it. */
export function fullReport(unit: string): Answers {
  const { shortName, groups } = city(unit);
  const first = section1(`Thành phố ${shortName}`, { number: '305/KH-UBND', date: '2025-07-30' });
  return (groups ?? []).includes(GROUP_SECTION_2) ? { ...first, ...section2 } : first;
}

/** The same without the answers of some questions. */
export function without(answers: Answers, ...questions: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !questions.includes(question)));
}
