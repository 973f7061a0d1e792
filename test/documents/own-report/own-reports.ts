import type { Paper } from '../../../functions/documents/entered/read-docx.ts';
import { splitReport } from '../../../functions/documents/entered/split-report.ts';
import { ownReportDocx } from '../../../functions/documents/own-report/own-report-docx.ts';
import { wholeAnswers } from '../../../functions/documents/synthesis/unit-content.ts';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';
import { at } from '../../domain/notices/notice-world.ts';
import { sixCities } from '../synthesis/six-cities.ts';

/** The reports to sign of the cities that sent anything, and what each of them sent. */
export function ownReports() {
  const { statuses, texts } = sixCities();
  return statuses
    .filter(({ versions }) => versions.length > 0)
    .map((status) => ({
      unit: status.unit.code,
      write: () => ownReportDocx({ status, questions: outlineSeeds, texts, at: at('2025-10-27 10:15') }),
      sent: Object.fromEntries(
        status.items.flatMap((item) =>
          wholeAnswers(status, item, outlineSeeds, texts).map(({ question, text }) => [question.question, text]),
        ),
      ),
    }));
}

/** As a coordinator would enter it. */
export function readBack({ lines }: Paper, code: string) {
  const questions = outlineSeeds.filter((question) =>
    citySeeds.some((one) => one.code === code && asks(question, one)),
  );
  const { answers, unplaced, remarks } = splitReport(lines, questions);
  return { answers: Object.fromEntries(answers), unplaced, remarks: Object.fromEntries(remarks) };
}
