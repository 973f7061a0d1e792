import { type Cell, EMPTY } from '../../sheets-schema/cell.ts';
import type { Remark } from '../../sheets-schema/columns/kind.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { isIn, remarkOn, unreadable } from '../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { type Setting, type SettingName, type Settings, settings } from '../../sheets-schema/setting-list.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { fold } from '../../sheets-schema/text.ts';

type SettingRow = { readonly name: string; readonly value: Cell | null };

/**
 * Reads `Cài đặt`. A setting that is missing or cannot be read is a finding, and counts as declared for that case:
 * the mail switch is off. One that is newer than the file has its first value, and nothing is wrong.
 * @param version the schema version of people's tabs
 * @param emptied settings whose value was lost: as good as missing
 */
export function readSettings(
  rows: readonly SettingRow[],
  version = SCHEMA_VERSION,
  emptied: readonly string[] = [],
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
    const isLost = emptied.includes(name);
    const read = isLost ? LOST : setting.kind.codec.safeParse(cell);
    const isNewer = !row && !isIn(setting, version);
    values[name] = read.success ? read.data : isNewer ? setting.initial : setting.unread;
    if (isNewer) continue;
    if (!read.success) unread.push(name);
    const remark = isLost
      ? emptiedRow(setting)
      : read.success
        ? remarkOn(setting.kind, cell)
        : row
          ? unreadable(setting.kind, cell)
          : missingRow(setting);
    if (remark) findings.push(finding(where(settingsTab, setting.title, 'value'), remark));
  }
  return { settings: values as Settings, unread, findings };
}

/** As a reading that failed. */
const LOST = { success: false, data: undefined } as const;

function emptiedRow({ kind }: Setting<unknown>): Remark {
  const fix = 'ghi lại giá trị, rồi báo quản trị viên xác nhận';
  return { level: 'error', found: 'dòng đã mất và vừa được thêm lại', expected: kind.expected, fix };
}

function missingRow({ title, kind }: Setting<unknown>): Remark {
  return { level: 'error', found: 'không có dòng này', expected: kind.expected, fix: `thêm dòng "${title}"` };
}
