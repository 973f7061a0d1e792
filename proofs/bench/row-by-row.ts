import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { runSync } from '../../functions/app.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { answers, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { matrix, tracking } from '../../sheets-schema/tabs/projections.ts';
import { atLeast, type Measurement, type Row } from './row.ts';
import { fileSix, startSixCities } from './six-cities.ts';
import { recordRowByRow } from './usual-script.ts';

type Grids = ReadonlyMap<Tab, readonly (readonly Cell[])[]>;

/** The tabs both ways of working write: what was received, what was mailed, where each city stands. */
const written: readonly Tab[] = [reports, answers, filers, ledger, tracking, matrix];

async function gridsOf({ emulator, provisioned: { spreadsheetId } }: Workspace): Promise<Grids> {
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  const ranges = written.map(({ title }) => `'${title}'`);
  const { data } = await client.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return new Map(written.map((tab, at) => [tab, (data.valueRanges?.[at]?.values ?? []) as Cell[][]]));
}

/** Six reports arrive: what our sync wrote, and in how many calls; then the same rows, one call each. */
async function measure(): Promise<readonly Row[]> {
  const workspace = await startSixCities();
  const { emulator, provisioned } = workspace;
  try {
    await runSync(workspace.config);
    await fileSix(workspace);
    const before = await gridsOf(workspace);
    emulator.log.clear();
    await runSync(workspace.config);
    const ours = emulator.log.list().length;
    const after = await gridsOf(workspace);
    emulator.log.clear();
    await recordRowByRow({
      sheets: sheets({ version: 'v4', rootUrl: `${emulator.url}/` }),
      forms: forms({ version: 'v1', rootUrl: `${emulator.url}/` }),
      ...provisioned,
      tabs: written.map((tab) => ({ title: tab.title, before: before.get(tab) ?? [], after: after.get(tab) ?? [] })),
    });
    const theirs = emulator.log.list().length;
    const what = 'calls for six new reports by a script that works row by row with the googleapis client, against ours';
    return [atLeast(what, 10, theirs / ours, `${theirs} : ${ours} = ${(theirs / ours).toFixed(1)} ×`, ' ×')];
  } finally {
    await workspace.close();
  }
}

export const rowByRow: Measurement = { about: 'calls of a script that works row by row, against ours', measure };
