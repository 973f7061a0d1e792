import { Temporal } from 'temporal-polyfill';
import { linkCode } from '../../functions/domain/links/codes.ts';
import { questionId } from '../../functions/domain/links/form-links.ts';
import type { FormResponse, Workbook } from '../../functions/ports.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import type { Snapshot } from '../../functions/workbook/snapshot.ts';
import { createModelFile, createModelWorkbook } from '../../proofs/simulation/model-workbook.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { identification } from '../../sheets-schema/form.ts';
import type { RecordedCell, Recording } from './recording.ts';

/** The tabs of a recorded file as the program reads them, by sheetId. */
export type RecordedGrids = ReadonlyMap<number, Grid>;

export function gridsOf({ spreadsheet }: Recording): RecordedGrids {
  const cellOf = (cell: RecordedCell): Cell => (cell === null || typeof cell === 'object' ? '' : cell);
  return new Map(
    spreadsheet.sheets.map(({ properties, rows }) => [properties?.sheetId ?? 0, rows.map((row) => row.map(cellOf))]),
  );
}

/** A workbook in memory that holds these tabs. */
function workbookOf({ spreadsheet }: Recording, grids: RecordedGrids): Workbook {
  const recorded = spreadsheet.sheets.map(({ properties }) => ({
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    hidden: properties?.hidden ?? false,
  }));
  const known = new Set(recorded.map(({ sheetId }) => sheetId));
  const added = (allTabs as readonly Tab[]).filter(({ sheetId }) => grids.has(sheetId) && !known.has(sheetId));
  const file = createModelFile(spreadsheet.spreadsheetId ?? '', [
    ...recorded,
    ...added.map(({ sheetId, title }) => ({ sheetId, title, hidden: false })),
  ]);
  for (const [sheetId, tab] of file.tabs) tab.rows = grids.get(sheetId) ?? [];
  return createModelWorkbook(file);
}

/** One reading of the file at a moment, with a report that came since. @param now as in Ha Noi, `2025-10-31T08:31` */
export function readRecorded(recording: Recording, grids: RecordedGrids, now: string): Promise<Snapshot> {
  const since = async () => ({ responses: [newReport(recording)], more: null });
  const responses = { ...NO_RESPONSES, formId: recording.form.formId ?? '', since };
  return readSnapshot(workbookOf(recording, grids), responses, Temporal.Instant.from(`${now}+07:00`));
}

/** What Hồ Chí Minh files on 31/10 at 08:20 in Ha Noi, in the words of Huế. */
function newReport({ form }: Recording): FormResponse {
  const code = questionId(identification.code.key, identification.code.kind);
  const textsOf = ({ answers = {} }: (typeof form.responses)[number]) =>
    Object.entries(answers ?? {}).map(
      ([id, { textAnswers }]) => [id, (textAnswers?.answers ?? []).map(({ value }) => value ?? '')] as const,
    );
  const hue = form.responses
    .map(textsOf)
    .find((texts) => texts.some(([id, [text]]) => id === code && text?.startsWith('HUE')));
  return {
    responseId: 'ACYDBN-new',
    createTime: '2025-10-31T01:20:00Z',
    lastSubmittedTime: '2025-10-31T01:20:00Z',
    respondentEmail: null,
    answers: new Map([...(hue ?? []), [code, [linkCode('workspace-secret-of-no-value', '2025-10', 'HCM')]]]),
  };
}
