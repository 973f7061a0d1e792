import type { Running } from 'google-workspace-emulator/testing';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Page } from 'playwright-core';

type Request = sheets_v4.Schema$Request;
export type Register = {
  address: string;
  /** What the API says stands in the first tab. */
  values(): Promise<unknown[][]>;
  batchUpdate(requests: Request[]): Promise<unknown>;
};

const dress: readonly Request[] = [
  {
    updateSheetProperties: {
      properties: { sheetId: 1, gridProperties: { frozenRowCount: 1 } },
      fields: 'gridProperties.frozenRowCount',
    },
  },
  {
    updateCells: {
      start: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: [{ note: 'Mã cố định. Ví dụ: NV-1' }] }],
      fields: 'note',
    },
  },
  {
    setDataValidation: {
      range: { sheetId: 1, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
      rule: {
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Đủ' }, { userEnteredValue: 'Thiếu' }] },
        strict: true,
        showCustomUi: true,
      },
    },
  },
  {
    setDataValidation: {
      range: { sheetId: 1, startRowIndex: 1, startColumnIndex: 3, endColumnIndex: 4 },
      rule: { condition: { type: 'BOOLEAN' }, strict: true },
    },
  },
  {
    repeatCell: {
      range: { sheetId: 1, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/MM/yyyy' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  },
  {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [{ sheetId: 1, startColumnIndex: 2, endColumnIndex: 3 }],
        booleanRule: {
          condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'Thiếu' }] },
          format: { backgroundColorStyle: { rgbColor: { red: 1, green: 0.8 } } },
        },
      },
    },
  },
];

/** A small register in Vietnamese: a frozen header, a date, a list, a tick box, a colour; and a hidden tab. */
export async function aRegister({ emulator }: Running): Promise<Register> {
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/`, retry: false });
  const tab = (sheetId: number, title: string, hidden: boolean) => ({
    properties: { sheetId, title, hidden, gridProperties: { rowCount: 40, columnCount: 5 } },
  });
  const { data } = await client.spreadsheets.create({
    requestBody: {
      properties: { title: 'Sổ nhiệm vụ', locale: 'vi_VN' },
      sheets: [tab(1, "Nhiệm vụ 'A'", false), tab(2, 'Nhật ký', true)],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  const batchUpdate = (requests: Request[]) =>
    client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  await batchUpdate([...dress]);
  const rows = [
    ['Mã', 'Hạn', 'Kết quả', 'Xong'],
    ['NV-2', '24/10/2025', 'Đủ', false],
    ['NV-1', '23/10/2025', 'Thiếu', false],
    ['NV-3', '25/10/2025', '<img src=x onerror=alert(1)>', false],
  ];
  const range = "'Nhiệm vụ ''A'''";
  await client.spreadsheets.values.update({
    spreadsheetId,
    range: "'Nhiệm vụ ''A'''!A1:D4",
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: rows },
  });
  const values = async () => (await client.spreadsheets.values.get({ spreadsheetId, range })).data.values ?? [];
  return { address: `${emulator.url}/spreadsheets/d/${spreadsheetId}/edit`, values, batchUpdate };
}

/** The cell of a name like `B2`. */
export const cell = (page: Page, name: string) => {
  const [, letter = 'A', digits = '1'] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return page.locator(`td[data-column="${letter.charCodeAt(0) - 65}"][data-row="${Number(digits) - 1}"]`);
};

/** Does what a menu above the table offers. */
export async function choose(page: Page, menu: string, action: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('button', { name: action }).click();
}

/** Waits for what the page says after a change, once it is made and drawn. */
export const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

export const copy = (page: Page, text: string) =>
  page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
export const copied = (page: Page) => page.evaluate('navigator.clipboard.readText()');
