import { questionsOf } from '../../sheets-schema/outline-sections.ts';
import type { AnswerRow } from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { docxName } from '../documents/decree/docx-name.ts';
import { rowsOfVersions, type Texts, textsOf, versionsOf } from '../documents/synthesis/unit-content.ts';
import { maySendBack, previousOf, type Recurring, recurringItems } from '../domain/standing/previous-report.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Enclosure, RowRange } from '../ports.ts';

/** What an invitation says of the round before; null where the unit was asked nothing like it. */
export type PreviousReports = (status: UnitStatus) => PreviousReport | null;

type PreviousReport = {
  readonly status: UnitStatus;
  readonly recurring: readonly Recurring[];
  /** What the unit reported then, for these addresses; null where it may not go to them. */
  enclose(addresses: readonly string[]): Enclosure | null;
};

/** The rows of `Nội dung` with their long texts. */
export type ReadTexts = (rows: readonly RowRange[]) => Promise<readonly AnswerRow[]>;

type Log = Parameters<typeof rowsOfVersions>[0];

/** So many units' texts are read at once: a mailing to a whole country neither asks for each nor holds all. */
const READ_AT_ONCE = 50;

/** For the mails of one run. */
export function createPreviousReports(
  statuses: readonly UnitStatus[],
  outline: readonly OutlineQuestion[],
  { answers, readTexts }: { readonly answers: Log; readonly readTexts: ReadTexts },
): PreviousReports {
  let grouped: ReadonlyMap<string, readonly UnitStatus[]> | null = null;
  const ofUnit = (code: string) => {
    grouped ??= Map.groupBy(statuses, ({ unit }) => unit.code);
    return grouped.get(code) ?? [];
  };
  let byRound: ReadonlyMap<string, readonly UnitStatus[]> | null = null;
  const inRound = (id: string) => {
    byRound ??= Map.groupBy(statuses, ({ round }) => round.id);
    return byRound.get(id) ?? [];
  };
  const read = new Map<string, Promise<Texts>>();
  /** With the texts of those who stand beside it in the same round. */
  const textsFor = (before: UnitStatus): Promise<Texts> => {
    const { id } = before.round;
    const ofRound = inRound(id);
    const part = Math.floor(ofRound.indexOf(before) / READ_AT_ONCE);
    const name = JSON.stringify([id, part]);
    const known = read.get(name);
    if (known) return known;
    const beside = ofRound.slice(part * READ_AT_ONCE, (part + 1) * READ_AT_ONCE);
    const found = readTexts(rowsOfVersions(answers, versionsOf(id, beside))).then(textsOf);
    const [oldest] = read.keys();
    if (read.size > 1 && oldest !== undefined) read.delete(oldest);
    read.set(name, found);
    return found;
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
