import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import type { Tab } from '../../../sheets-schema/define-tab.ts';
import { type Setting, settings } from '../../../sheets-schema/setting-list.ts';
import { overview } from '../../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import type { Files } from '../../ports.ts';
import { addTab, condition, formatTab, opened } from '../../workbook/tab-requests.ts';
import { overviewCharts, overviewHeadline } from './plan-charts.ts';

type Present = Pick<Awaited<ReturnType<Files['describe']>>, 'tabs' | 'protections'>;

export type WorkbookPlan = {
  /** Tabs that have to be made; empty when the file is complete. */
  readonly missing: readonly Tab[];
  /** How many protections are opened to an account that was not let in. */
  readonly opened: number;
  readonly requests: readonly sheets_v4.Schema$Request[];
};

/**
 * The tabs a file lacks, with everything about them, in one batch: there is no half-made tab. Of tabs that are there only
 * the protection changes, where one of the accounts is not let in.
 */
export function planWorkbook(present: Present, serviceAccounts: readonly string[]): WorkbookPlan {
  const tabs: readonly Tab[] = allTabs;
  const missing = tabs.filter((tab) => !present.tabs.some(({ sheetId }) => sheetId === tab.sheetId));
  const shut = present.protections.filter(
    ({ id, editors }) =>
      tabs.some(({ sheetId, owner }) => sheetId === id && owner !== 'people') &&
      serviceAccounts.some((account) => !editors.includes(account)),
  );
  return {
    missing,
    opened: shut.length,
    requests: [
      ...missing.map((tab) => addTab(tab, tabs.indexOf(tab))),
      ...missing.flatMap((tab) => formatTab(tab, tabs, serviceAccounts)),
      ...(missing.some((tab) => tab.sheetId === overview.sheetId) ? [overviewHeadline(), ...overviewCharts()] : []),
      ...shut.map(({ id, editors }) => opened(id, editors, serviceAccounts)),
    ],
  };
}

/** Drop-downs and tick boxes of single settings. They only warn: after a sort a rule may stand beside another setting. */
export function settingRules(): readonly sheets_v4.Schema$Request[] {
  const startColumnIndex = Object.keys(settingsTab.columns).indexOf('value');
  return (Object.values(settings) as Setting<unknown>[]).flatMap(({ kind }, index) => {
    if (!kind.rule) return [];
    const [startRowIndex, endRowIndex] = [index + 1, index + 2];
    const range = {
      sheetId: settingsTab.sheetId,
      startRowIndex,
      endRowIndex,
      startColumnIndex,
      endColumnIndex: startColumnIndex + 1,
    };
    return [{ setDataValidation: { range, rule: { ...condition(kind.rule, allTabs), strict: false } } }];
  });
}
