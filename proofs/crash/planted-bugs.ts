import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Google } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import type { CellWrite, Commit, Write } from '../../functions/ports.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import type { Rewire } from './runs.ts';

type Batch = sheets_v4.Params$Resource$Spreadsheets$Batchupdate;

/** Every batch goes out without its claim. */
export const withoutClaims: Rewire = (ports, google) => {
  const real = google.sheets.spreadsheets;
  const batchUpdate = (batch: Batch) => {
    // The body of a commit is written as JSON before the client has it.
    const { requests } = JSON.parse(String(batch.requestBody)) as { requests: sheets_v4.Schema$Request[] };
    return real.batchUpdate({ ...batch, requestBody: { requests: requests.slice(1) } });
  };
  const spreadsheets = Object.create(real, { batchUpdate: { value: batchUpdate } });
  const sheets = Object.create(google.sheets, { spreadsheets: { value: spreadsheets } });
  return { ...ports, workbook: createWorkbook({ ...google, sheets }, ports.workbook.id) };
};

/** A commit takes its claim away again as soon as it is done. */
export const claimsDeleted: Rewire = (ports, google) => ({
  ...ports,
  workbook: {
    ...ports.workbook,
    async commit(commit) {
      const outcome = await ports.workbook.commit(commit);
      if (outcome.kind === 'done') await deleteClaim(google, ports.workbook.id, commit.claim);
      return outcome;
    },
  },
});

async function deleteClaim(google: Google, spreadsheetId: string, metadataId: number): Promise<void> {
  const dataFilter = { developerMetadataLookup: { metadataId } };
  await google.sheets.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ deleteDeveloperMetadata: { dataFilter } }] },
  });
}

/** A run whose commit was disputed plans anew without what it had mailed by then. */
export const resultsForgotten: Rewire = (ports) => {
  let isDisputed = false;
  return {
    ...ports,
    workbook: {
      ...ports.workbook,
      async commit(commit) {
        const outcome = await ports.workbook.commit(isDisputed ? withoutResults(commit) : commit);
        isDisputed ||= outcome.kind === 'claim-used';
        return outcome;
      },
    },
  };
};

const STATE = Object.keys(ledger.columns).indexOf('state');

function withoutResults(commit: Commit): Commit {
  const isResult = (cells: readonly CellWrite[]) => cells[STATE]?.value === 'đã gửi';
  const lost = commit.changes
    .filter(({ sheetId }) => sheetId === ledger.sheetId)
    .flatMap((change) => ('rows' in change ? change.rows.filter(isResult) : []));
  return {
    ...commit,
    changes: commit.changes.flatMap((change): Write[] => {
      if (!('rows' in change)) return [change];
      if (change.sheetId === system.sheetId)
        return [{ ...change, rows: change.rows.map((row) => countedDown(row, lost.length)) }];
      if (change.sheetId !== ledger.sheetId) return [change];
      const rows = change.rows.filter((row) => !isResult(row));
      return rows.length > 0 ? [{ ...change, rows }] : [];
    }),
  };
}

function countedDown(row: readonly CellWrite[], lost: number): readonly CellWrite[] {
  const [name, value] = row;
  if (name?.value !== 'rows.ledger') return row;
  return [name, { value: String(Number(value?.value) - lost) }];
}
