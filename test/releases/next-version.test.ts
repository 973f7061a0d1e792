import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../functions/config.ts';
import { PROVISION_NEEDS } from '../../functions/upkeep/commands.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { filers } from '../../sheets-schema/tabs/logs.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { fullReport } from '../support/reports.ts';
import { useRelease } from './use-release.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const NEXT = SCHEMA_VERSION + 1;

/** The next release, as a developer makes it who follows CONTRIBUTING: one line for each thing that is new. */
const EDITS: readonly (readonly [file: string, before: string, line: string])[] = [
  [
    'sheets-schema/tabs/register.ts',
    'note: column(',
    `priority: column(optional(choice(['Thường', 'Khẩn'])), 'Mức khẩn', 'Chọn trong danh sách.', 110, { since: ${NEXT} }),`,
  ],
  [
    'sheets-schema/tabs/units.ts',
    'active: column(',
    `channel: column(choice(['Thư', 'Văn bản']), 'Kênh', 'Nhận bằng cách nào.', 90, { since: ${NEXT}, existing: 'Thư' }),`,
  ],
  [
    'sheets-schema/setting-list.ts',
    'retentionMonths: setting(',
    `pace: setting('Nhịp thử', wholeNumberOf(1, 60), 7, 'Để thử.', { since: ${NEXT} }),`,
  ],
];

/** Two tabs of their own, each with its line where the tabs are listed. */
const TABS = `import { optional } from '../columns/kind.ts';
import { key, verbatim } from '../columns/text.ts';
import { column, defineTab } from '../define-tab.ts';

const columns = { id: column(key, 'Mã', 'Mã.'), words: column(optional(verbatim), 'Ghi', 'Ghi.') };
export const pilots = defineTab({
  name: 'pilots', sheetId: 382_190, title: 'Lịch thử', owner: 'people', since: ${NEXT}, about: 'Để thử.', key: ['id'], columns,
});
export const trial = defineTab({
  name: 'trial', sheetId: 382_290, title: 'Nhật ký thử', owner: 'log', since: ${NEXT}, about: 'Để thử.', key: ['id'], columns,
});
`;

let folder: string;
let next: {
  runSync: (config: unknown) => Promise<{ sent: number; recorded: number; failed: number }>;
  runProvision: (config: unknown, report: (line: string) => void) => Promise<unknown>;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'next-release-'));
  for (const name of ['functions', 'sheets-schema', 'package.json']) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  edit('sheets-schema/schema-version.ts', `SCHEMA_VERSION = ${SCHEMA_VERSION}`, `SCHEMA_VERSION = ${NEXT}`);
  for (const [file, before, line] of EDITS) edit(file, before, `${line}\n    ${before}`);
  edit(
    'sheets-schema/tabs/logs.ts',
    /(phone: column\(.*\),)/,
    `$1\n    fax: column(optional(verbatim), 'Fax', 'Số fax.', 90, { since: ${NEXT} }),`,
  );
  edit('functions/sync/intake.ts', /(\n\s*phone: fixedAnswer\(response, 'phone'\),)/, "$1\n    fax: '024 0000 0001',");
  writeFileSync(path.join(folder, 'sheets-schema/tabs/planted.ts'), TABS);
  edit('sheets-schema/all-tabs.ts', 'export const allTabs = [', 'export const allTabs = [\n  pilots,\n  trial,');
  edit('sheets-schema/all-tabs.ts', 'import ', "import { trial, pilots } from './tabs/planted.ts';\nimport ");
  const list = 'functions/workbook/snapshot.ts';
  edit(list, 'export const peopleTabs = {', 'export const peopleTabs = { pilots,');
  edit(list, 'export const logTabs = { ', 'export const logTabs = { trial, ');
  edit(list, 'export const wholeLogs: readonly Tab[] = [', 'export const wholeLogs: readonly Tab[] = [trial, ');
  edit(list, 'import ', "import { trial, pilots } from '../../sheets-schema/tabs/planted.ts';\nimport ");
  const [app, commands] = await Promise.all([
    import(path.join(folder, 'functions/app.ts')),
    import(path.join(folder, 'functions/upkeep/commands.ts')),
  ]);
  next = { runSync: app.runSync, runProvision: commands.runProvision };
});
afterAll(() => rmSync(folder, { recursive: true }));

function edit(file: string, before: string | RegExp, after: string): void {
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`${file} has no ${before} to plant something at.`);
  writeFileSync(place, edited);
}

const office = useRelease('0.1.0', async (one) => {
  await one.syncAt('2025-10-30 09:11');
  await one.provision();
});

const figures = async () => (await office.cellsOf(overview)).slice(2, 14).map(([label, value]) => `${label} ${value}`);

const tabTitles = async () => (await office.now()).spreadsheet.sheets.map(({ properties }) => properties?.title);

test('columns, a setting and tabs of the next release meet a live file without a stop', async () => {
  const before = await figures();
  const registered = await office.cellsOf(tasks);
  office.moveTo('2025-10-30 14:00');
  await office.file('HPG', fullReport('HPG'));

  expect(await next.runSync(office.workspace.config)).toMatchObject({ recorded: 1, failed: 0, sent: 1 });
  expect(await office.errors()).toEqual([]);
  const after = await figures();
  expect(after).toEqual(expect.arrayContaining(['Đã nhận 4', 'Nhiệm vụ hoàn thành đúng hạn 3']));
  expect(after).toHaveLength(before.length);
  const [titles = [], ...rows] = await office.cellsOf(filers);
  expect(titles.at(-1)).toBe('Fax');
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  expect(filled.map((row) => row[titles.length - 1] ?? '')).toEqual(['', '', '', '', '', '024 0000 0001']);
  expect(await office.cellsOf(tasks)).toEqual(registered);

  expect(await tabTitles()).toContain('Nhật ký thử');
  expect(await tabTitles()).not.toContain('Lịch thử');

  const lines: string[] = [];
  const config = parseConfig(office.workspace.environment, PROVISION_NEEDS);
  await next.runProvision(config, (line) => lines.push(line));
  expect(lines).toEqual(
    expect.arrayContaining([
      'Nhiệm vụ: đã thêm cột "Mức khẩn"',
      'Danh bạ: đã thêm cột "Kênh"',
      'Cài đặt: đã thêm "Nhịp thử" với giá trị ban đầu',
    ]),
  );
  expect(await tabTitles()).toContain('Lịch thử');
  const [header = [], ...tasksNow] = await office.cellsOf(tasks);
  const place = header.indexOf('Mức khẩn');
  const without = [header, ...tasksNow].map((row) => row.filter((_, index) => index !== place));
  expect(without).toEqual(registered);
  expect((await office.cellsOf(settingsTab)).at(-1)?.slice(0, 2)).toEqual(['Nhịp thử', 7]);

  office.workspace.emulator.log.clear();
  await next.runProvision(config, () => {});
  const written = office.workspace.emulator.log.list().filter(({ path: call }) => call.endsWith(':batchUpdate'));
  expect(written).toEqual([]);
  expect(await next.runSync(office.workspace.config)).toMatchObject({ sent: 0, failed: 0 });
  expect(await office.errors()).toEqual([]);

  // Back to the release before: it still may write what the later one brought up.
  expect(await office.syncAt('2025-10-31 08:31')).toMatchObject({
    failed: 0,
    sent: expect.toSatisfy((sent: number) => sent > 0),
  });
  expect(await office.errors()).toEqual([]);
});
