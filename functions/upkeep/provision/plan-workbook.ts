import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import type { Tab } from '../../../sheets-schema/define-tab.ts';
import { type Setting, settings } from '../../../sheets-schema/setting-list.ts';
import { overview } from '../../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { fold } from '../../../sheets-schema/text.ts';
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

/** Where settings stand: their titles row by row, the title of the column among them, and the column of their values. */
export type SettingPlace = {
  readonly sheetId: number;
  readonly titles: readonly string[];
  readonly column: number;
};

/** As `Cài đặt` is made. */
export const newSettingPlace: SettingPlace = {
  sheetId: settingsTab.sheetId,
  titles: [settingsTab.columns.name.header, ...Object.values(settings).map(({ title }) => title)],
  column: Object.keys(settingsTab.columns).indexOf('value'),
};

/**
 * Drop-downs and tick boxes of single settings, and none beside those that have none: a sort leaves rules where they were.
 * So they only warn.
 */
export function settingRules({ sheetId, titles, column }: SettingPlace): readonly sheets_v4.Schema$Request[] {
  const folded = titles.map(fold);
  return (Object.values(settings) as Setting<unknown>[]).flatMap(({ title, former = [], kind }) => {
    const startRowIndex = folded.findIndex(
      (one, row) => row > 0 && [title, ...former].some((name) => fold(name) === one),
    );
    if (startRowIndex < 0) return [];
    const endRowIndex = startRowIndex + 1;
    const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex: column, endColumnIndex: column + 1 };
    const rule = kind.rule && { ...condition(kind.rule, allTabs), strict: false };
    return [{ setDataValidation: { range, ...(rule && { rule }) } }];
  });
}
