import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { peopleTabs } from '../../functions/workbook/snapshot.ts';
import type { Cell } from '../../sheets-schema/cell.ts';

type Rows = readonly (readonly Cell[])[];

export type UsualJob = {
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  readonly spreadsheetId: string;
  readonly formId: string;
  /** The tabs to bring from what they were to what they should be. */
  readonly tabs: readonly { readonly title: string; readonly before: Rows; readonly after: Rows }[];
};

/**
 * The same job as scripts around a sheet usually do it: every tab it needs is read with a call of its own, every new row
 * appended and every changed row updated with another. It is generous to that way of working: it counts no call for
 * retries, for finding a row, or for a header read first.
 */
export async function recordRowByRow({ sheets, forms, spreadsheetId, formId, tabs }: UsualJob): Promise<void> {
  const { values } = sheets.spreadsheets;
  const titles = [...Object.values(peopleTabs).map(({ title }) => title), ...tabs.map(({ title }) => title)];
  for (const title of titles) await values.get({ spreadsheetId, range: `'${title}'` });
  await forms.forms.responses.list({ formId });
  for (const { title, before, after } of tabs) {
    for (const [index, row] of after.entries()) {
      const target = {
        spreadsheetId,
        range: `'${title}'!A${index + 1}`,
        valueInputOption: 'RAW',
        requestBody: { values: [[...row]] },
      };
      if (index >= before.length) await values.append(target);
      else if (JSON.stringify(row) !== JSON.stringify(before[index])) await values.update(target);
    }
  }
}
