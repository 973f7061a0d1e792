import { type Cell, EMPTY } from '../../sheets-schema/cell.ts';
import type { Finding } from '../../sheets-schema/finding.ts';
import { isIn, unreadable } from '../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { type Setting, type SettingName, type Settings, settings } from '../../sheets-schema/settings.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { fold } from '../../sheets-schema/text.ts';

type SettingRow = { readonly name: string; readonly value: Cell | null };

/**
 * Reads `Cài đặt`. A setting that is missing or cannot be read has its first value and is a finding; for the mail
 * switch that means off. One that is newer than the file has its first value, and nothing is wrong.
 * @param version the schema version of people's tabs
 */
export function readSettings(
  rows: readonly SettingRow[],
  version = SCHEMA_VERSION,
): {
  readonly settings: Settings;
  readonly unread: readonly SettingName[];
  readonly findings: readonly Finding[];
} {
  const values: Record<string, unknown> = {};
  const unread: SettingName[] = [];
  const findings: Finding[] = [];
  const byName = new Map(rows.toReversed().map((row) => [fold(row.name), row]));
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting<unknown>][]) {
    const row = [setting.title, ...(setting.former ?? [])].flatMap((title) => byName.get(fold(title)) ?? [])[0];
    const cell = row?.value ?? EMPTY;
    const read = setting.kind.codec.safeParse(cell);
    values[name] = read.success ? read.data : setting.initial;
    if (read.success || (!row && !isIn(setting, version))) continue;
    unread.push(name);
    findings.push(settingFinding(setting, row !== undefined, cell));
  }
  return { settings: values as Settings, unread, findings };
}

function settingFinding(setting: Setting<unknown>, exists: boolean, cell: Cell): Finding {
  return {
    level: 'error',
    tab: settingsTab.title,
    row: setting.title,
    column: settingsTab.columns.value.header,
    ...(exists
      ? unreadable(setting.kind, cell)
      : { found: 'không có dòng này', expected: setting.kind.expected, mend: `thêm dòng "${setting.title}"` }),
  };
}
