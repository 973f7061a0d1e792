import { questionsOf } from '../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { docxName } from '../documents/decree/docx-name.ts';
import { maySendBack, previousOf, type Recurring, recurringItems } from '../domain/standing/previous-report.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Enclosure } from '../ports.ts';
import type { TextsFor } from './unit-texts.ts';

/** What an invitation says of the round before; null where the unit was asked nothing like it. */
export type PreviousReports = (status: UnitStatus) => PreviousReport | null;

type PreviousReport = {
  readonly status: UnitStatus;
  readonly recurring: readonly Recurring[];
  /** What the unit reported then, for these addresses; null where it may not go to them. */
  enclose(addresses: readonly string[]): Enclosure | null;
};

/** For the mails of one run. */
export function createPreviousReports(
  statuses: readonly UnitStatus[],
  outline: readonly OutlineQuestion[],
  textsFor: TextsFor,
): PreviousReports {
  let grouped: ReadonlyMap<string, readonly UnitStatus[]> | null = null;
  const ofUnit = (code: string) => {
    grouped ??= Map.groupBy(statuses, ({ unit }) => unit.code);
    return grouped.get(code) ?? [];
  };
  return (status) => {
    const before = previousOf(status, ofUnit(status.unit.code));
    if (!before) return null;
    const questions = questionsOf(before.round, outline).filter(({ used }) => used);
    const recurring = recurringItems(status.unit, questionsOf(status.round, outline), questions);
    if (recurring.length === 0) return null;
    return {
      status: before,
      recurring,
      enclose: (addresses) =>
        maySendBack(before, addresses)
          ? {
              filename: docxName('Noi-dung-da-bao-cao', before.round.id, before.unit.code),
              async content() {
                const [{ previousReportDocx }, texts] = await Promise.all([
                  import('../documents/previous-report/previous-report-docx.ts'),
                  textsFor(before),
                ]);
                return previousReportDocx({ status: before, questions, recurring, texts, at: status.round.opensAt });
              },
            }
          : null,
    };
  };
}
