import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Setting, settings } from '../../../sheets-schema/settings.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { workbook } from '../../../sheets-schema/workbook.ts';
import { condition } from '../../workbook/tab-requests.ts';

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
    return [{ setDataValidation: { range, rule: { ...condition(kind.rule, workbook), strict: false } } }];
  });
}
