import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readSettings } from '../../functions/workbook/read-settings.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import { type Setting, type SettingName, settings } from '../../sheets-schema/setting-list.ts';

const declared = Object.entries(settings) as [SettingName, Setting<unknown>][];
const seeded = declared.map(([, { title, kind, initial }]) => ({
  name: title,
  value: kind.codec.encode(initial) as Cell,
}));

/** What is read when one setting holds something else. */
function withCell(name: SettingName, value: Cell | null) {
  return readSettings(seeded.map((row) => (row.name === settings[name].title ? { ...row, value } : row)));
}

test('the seeds read as the first values, and mail is off', () => {
  const read = readSettings(seeded);
  expect([read.findings, read.unread]).toEqual([[], []]);
  for (const [name, { initial }] of declared) expect(read.settings[name], name).toEqual(initial);
  expect(read.settings.mail).toBe('Tắt');
});

test.each<[SettingName, Cell, unknown]>([
  ['mail', 'Bật', 'Bật'],
  ['mail', ' BẬT ', 'Bật'],
  ['mail', 'bat', 'Bật'],
  ['goLive', 45_953.25, Temporal.Instant.from('2025-10-23T06:00:00+07:00')],
  ['goLive', '23/10/2025 06:00', Temporal.Instant.from('2025-10-23T06:00:00+07:00')],
  ['goLive', '', null],
  ['windows', '08:00-10:00; 14:00-15:00', ['08:00-10:00', '14:00-15:00']],
  ['dailyCap', 50, 50],
  ['dailyCap', '50', 50],
  ['leaders', 'Không', false],
  ['leaders', true, true],
])('%s %j is %j', (name, cell, value) => {
  const read = withCell(name, cell);
  expect(read.findings).toEqual([]);
  expect(JSON.stringify(read.settings[name])).toBe(JSON.stringify(value));
});

test.each<[SettingName, Cell | null, string]>([
  ['mail', '', 'ô trống'],
  ['mail', 'on', '"on"'],
  ['mail', true, '"TRUE"'],
  ['goLive', '23/10', '"23/10"'],
  ['dailyCap', 'nhiều', '"nhiều"'],
  ['steps', '', 'ô trống'],
])('%s %j has its first value, and is a finding', (name, cell, found) => {
  const read = withCell(name, cell);
  expect(read.settings[name]).toEqual(settings[name].initial);
  expect(read.unread).toEqual([name]);
  expect(read.findings).toEqual([
    expect.objectContaining({ tab: 'Cài đặt', row: settings[name].title, column: 'Giá trị', found }),
  ]);
});

/** Settings that count: what nobody means of them is asked about, and none of it is counted out day by day. */
const counted = declared.filter(([, { initial }]) => typeof initial === 'number').map(([name]) => name);
const senseless = [-1, -3, 0.5, 100_001, 1e9, 1e15, '-1', '999999999', '٣', true, 45_954.5];

test.each(counted.flatMap((name) => senseless.map((cell) => [name, cell] as const)))(
  '%s %j is a slip',
  (name, cell) => {
    const read = withCell(name, cell);
    expect(read.settings[name]).toBe(settings[name].initial);
    expect(read.findings).toMatchObject([{ row: settings[name].title, level: 'error' }]);
  },
);

test('a row that is gone is a finding, and the others are read', () => {
  const read = readSettings(seeded.filter((row) => row.name !== settings.mail.title));
  expect(read.findings).toEqual([expect.objectContaining({ row: 'Gửi thư', found: 'không có dòng này' })]);
  expect(read.settings.mail).toBe('Tắt');
});

test('names are found however they are typed', () => {
  const shouting = seeded.map((row) => ({ ...row, name: `  ${row.name.toUpperCase().normalize('NFD')} ` }));
  expect(readSettings(shouting).findings).toEqual([]);
});
