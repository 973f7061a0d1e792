import { randomInt } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Cell, EMPTY } from '../../sheets-schema/cell.ts';
import type { Trial } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { accepted, type Google, Refusal, statusOf } from './client.ts';
import { CLAIM_REFUSED } from './workbook.ts';

/** Beside those of the declared tabs, which are lower. */
const SCRATCH = 999_000_001;
const TITLE = '_thử';
/** Far above any revision; what is in use is drawn anew, and goes with the tab. */
const [LOWEST, HIGHEST] = [1_000_000_000, 2_000_000_000];
const TEXT = 'thử';
const NO_REVISION = '00000000';

type Request = sheets_v4.Schema$Request;

/** The adapter of the trial port. */
export function createTrial(google: Google, spreadsheetId: string, formId: string): Trial {
  const what = 'the trial on a tab of its own';
  const { spreadsheets } = google.sheets;
  const batch = (...requests: readonly Request[]) =>
    google.call(what, () =>
      spreadsheets.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody: { requests: [...requests] } }),
    );
  const done = async (...requests: readonly Request[]) => void accepted(what, await batch(...requests));
  const read = async () => {
    const dataFilters = [{ gridRange: { sheetId: SCRATCH } }];
    const requestBody = { valueRenderOption: 'UNFORMATTED_VALUE', dataFilters };
    const get = () => spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody });
    const { valueRanges } = accepted(what, await google.call(what, get));
    return (valueRanges?.[0]?.valueRange?.values ?? []) as Cell[][];
  };
  const take = () => batch({ deleteSheet: { sheetId: SCRATCH } });
  return {
    async onScratchTab() {
      // What a trial that broke off has left.
      await take();
      const claim = claimed(randomInt(LOWEST, HIGHEST));
      try {
        await done(...made(), claim, appended());
        const ticked = await read();
        await done(tick(false));
        const [[unticked = EMPTY] = []] = await read();
        const second = await batch(claim, appended());
        const isHeld = second instanceof Refusal && CLAIM_REFUSED.test(second.message);
        return {
          ticked: ticked[0]?.[0] ?? EMPTY,
          unticked,
          claimRefused: isHeld ? second.message : null,
          appendedAt: ticked.findIndex((row) => row.includes(TEXT)) + 1,
          isGone: !((await take()) instanceof Refusal),
        };
      } catch (error) {
        await take();
        throw error;
      }
    },
    async whyFormIsClosed() {
      const edit = 'an edit of the form that comes to nothing';
      try {
        const { info } = accepted(edit, await google.call(edit, () => google.forms.forms.get({ formId })));
        // As it is: should an edit of a revision that never was pass after all, nothing has changed.
        const requests = [{ updateFormInfo: { info: { title: info?.title ?? '' }, updateMask: 'title' } }];
        const requestBody = { requests, writeControl: { requiredRevisionId: NO_REVISION } };
        const answer = await google.call(edit, () => google.forms.forms.batchUpdate({ formId, requestBody }));
        return answer instanceof Refusal ? null : 'lượt sửa theo bản không có thật vẫn được nhận';
      } catch (error) {
        const status = statusOf(error);
        if (error instanceof Problem && (status === 403 || status === 404)) return error.message;
        throw error;
      }
    },
  };
}

/** A hidden tab: one tick box, ticked; below it cells that only have a format. */
function made(): readonly Request[] {
  const range = { sheetId: SCRATCH, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
  const box = { sheetId: SCRATCH, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const gridProperties = { rowCount: 10, columnCount: 2 };
  return [
    { addSheet: { properties: { sheetId: SCRATCH, title: TITLE, hidden: true, gridProperties } } },
    { setDataValidation: { range: box, rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
    tick(true),
    {
      repeatCell: {
        range,
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat.wrapStrategy',
      },
    },
  ];
}

function tick(boolValue: boolean): Request {
  const start = { sheetId: SCRATCH, rowIndex: 0, columnIndex: 0 };
  const rows = [{ values: [{ userEnteredValue: { boolValue } }] }];
  return { updateCells: { start, rows, fields: 'userEnteredValue' } };
}

function claimed(metadataId: number): Request {
  const location = { sheetId: SCRATCH };
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: 't', visibility: 'DOCUMENT', location },
    },
  };
}

function appended(): Request {
  const rows = [{ values: [{ userEnteredValue: { stringValue: TEXT } }] }];
  return { appendCells: { sheetId: SCRATCH, rows, fields: 'userEnteredValue' } };
}
