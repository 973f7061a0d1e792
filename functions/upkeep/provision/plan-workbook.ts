import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Tab } from '../../../sheets-schema/define-tab.ts';
import { overview } from '../../../sheets-schema/tabs/projections.ts';
import { workbook as declared } from '../../../sheets-schema/workbook.ts';
import { addTab, dressTab } from '../../workbook/tab-requests.ts';
import { overviewCharts, overviewHeadline } from './plan-charts.ts';

export type WorkbookPlan = {
  /** Tabs that have to be made; empty when the file is complete. */
  readonly missing: readonly Tab[];
  readonly requests: readonly sheets_v4.Schema$Request[];
};

/** The tabs a file lacks, with everything about them, in one batch: there is no half-made tab. Tabs that are there stay untouched. */
export function planWorkbook(present: readonly number[], serviceAccount: string | null): WorkbookPlan {
  const tabs: readonly Tab[] = declared;
  const missing = tabs.filter((tab) => !present.includes(tab.sheetId));
  return {
    missing,
    requests: [
      ...missing.map((tab) => addTab(tab, tabs.indexOf(tab))),
      ...missing.flatMap((tab) => dressTab(tab, tabs, serviceAccount)),
      ...(missing.some((tab) => tab.sheetId === overview.sheetId) ? [overviewHeadline(), ...overviewCharts()] : []),
    ],
  };
}
