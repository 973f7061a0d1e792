import { describe, expect, test } from 'vitest';
import { batch, newFile, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

async function update(id: string, range: string, values: unknown, options: object = {}) {
  const { data } = await sheets.api.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: 'RAW',
    requestBody: { values } as object,
    ...options,
  });
  return data;
}

test('RAW stores everything as it is given', async () => {
  const id = await newFile(sheets.api);
  const row = ['=1+1', '2020-01-01', '0042', 'true', 5, false, "'x"];
  await write(sheets.api, id, 'Sheet1!A1', [row]);
  expect(await read(sheets.api, id)).toEqual([row]);
});

describe('USER_ENTERED', () => {
  test.each([
    ['en_US', '0042', 42],
    ['en_US', '2020-01-01', 43831],
    ['en_US', '2,000,000.01', 2_000_000.01],
    ['en_US', '3_1_0', '3_1_0'],
    ['en_US', 'true', true],
    ['en_US', '12/31/2026', 46387],
    ['en_US', '31/12/2026', '31/12/2026'],
    ['en_US', '-1.5e3', -1500],
    ['en_US', "'0042", '0042'],
    ['en_US', '25:00', '25:00'],
    ['vi_VN', '1,5', 1.5],
    ['vi_VN', '1.5', '1.5'],
    ['vi_VN', '1.234.567,5', 1_234_567.5],
    ['vi_VN', '31/12/2026', 46387],
    ['vi_VN', '12/31/2026', '12/31/2026'],
    ['vi_VN', '3/4/2026', 46115],
    ['pt_BR', '=SUM(1;2)', 3],
    ['pt_BR', '=SUM(1,2)', 1.2],
  ])('in a %s file reads %s as %s', async (locale, text, value) => {
    const id = await newFile(sheets.api, { properties: { title: 'Sổ', locale } });
    await update(id, 'Sheet1!A1', [[text]], { valueInputOption: 'USER_ENTERED' });
    expect(await read(sheets.api, id)).toEqual([[value]]);
  });

  test.each([
    ['sheets.typed-days-stay-text', '31/12/2026', '31/12/2026'],
    ['sheets.typed-days-stay-text', '2026-12-31', 46387],
    ['sheets.typed-months-first', '12/31/2026', 46387],
    ['sheets.typed-months-first', '3/4/2026', 46115],
    ['sheets.typed-months-first', '31/31/2026', '31/31/2026'],
    ['sheets.typed-points-are-days', '1.5', 46143],
    ['sheets.typed-points-are-days', '31.12.2026', 46387],
    ['sheets.typed-points-are-days', '31.13', '31.13'],
    ['sheets.typed-points-are-days', '1.500', 1500],
    ['sheets.vietnamese-truth', 'đúng', true],
    ['sheets.vietnamese-truth', 'SAI', false],
    ['sheets.vietnamese-truth', 'TRUE', true],
    ['sheets.localised-errors', 'ĐÚNG', 'ĐÚNG'],
  ])('in a Vietnamese file, while %s is on, reads %s as %s', async (name, text, value) => {
    sheets.switches.set(name, true);
    const id = await newFile(sheets.api, { properties: { title: 'Sổ', locale: 'vi_VN' } });
    await update(id, 'Sheet1!A1', [[text]], { valueInputOption: 'USER_ENTERED' });
    expect(await read(sheets.api, id)).toEqual([[value]]);
  });

  test.each([
    ['en_US', true, ['TRUE', 'FALSE']],
    ['vi_VN', false, ['TRUE', 'FALSE']],
    ['vi_VN', true, ['ĐÚNG', 'SAI']],
  ])('shows truth in a %s file (sheets.vietnamese-truth %s) as %j', async (locale, isOn, shown) => {
    sheets.switches.set('sheets.vietnamese-truth', isOn);
    const id = await newFile(sheets.api, { properties: { title: 'Sổ', locale } });
    await update(id, 'Sheet1!A1', [[true, false]]);
    const { data } = await sheets.api.spreadsheets.values.get({ spreadsheetId: id, range: 'Sheet1' });
    expect(data.values).toEqual([shown]);
  });

  test('shows a date the way it was typed, unless the cell has a format', async () => {
    const id = await newFile(sheets.api, { properties: { title: 'Sổ', locale: 'vi_VN' } });
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } };
    await batch(sheets.api, id, [{ repeatCell: { range, cell, fields: 'userEnteredFormat' } }]);
    await update(id, 'Sheet1!A1', [['5/1/2026', '5/1/2026']], { valueInputOption: 'USER_ENTERED' });
    const { data } = await sheets.api.spreadsheets.values.get({ spreadsheetId: id, range: 'Sheet1' });
    expect(data.values).toEqual([['5/1/2026', '2026-01-05']]);
  });
});

test('null skips a cell, "" empties it', async () => {
  const id = await newFile(sheets.api);
  await write(sheets.api, id, 'Sheet1!A1', [['a', 'b', 'c']]);
  await write(sheets.api, id, 'Sheet1!A1', [[null, '', 'C']]);
  expect(await read(sheets.api, id)).toEqual([['a', '', 'C']]);
});

describe('the counts', () => {
  test('leave out what was skipped, while the range is the whole body', async () => {
    const id = await newFile(sheets.api);
    const none = [null, null, null, null];
    const values = [['x', null, null, null], none, none, [null, '', null, null], none, none];
    expect(await update(id, 'Sheet1!A1', values)).toEqual({
      spreadsheetId: id,
      updatedRange: 'Sheet1!A1:D6',
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 2,
    });
  });

  test('are absent when nothing was written', async () => {
    const id = await newFile(sheets.api);
    const answer = await update(id, 'Sheet1!A1', [[null]]);
    expect(answer).toEqual({ spreadsheetId: id, updatedRange: 'Sheet1!A1' });
  });

  test('and range are of what was written, not of what was asked', async () => {
    const id = await newFile(sheets.api);
    expect((await update(id, 'Sheet1!A1:B2', [['a', 'b']])).updatedRange).toBe('Sheet1!A1:B1');
    const four = Array.from({ length: 4 }, () => [1, 2, 3, 4]);
    expect((await update(id, 'Sheet1!A1', four)).updatedRange).toBe('Sheet1!A1:D4');
  });

  test('come with the values when asked', async () => {
    const id = await newFile(sheets.api);
    const options = { includeValuesInResponse: true, responseValueRenderOption: 'UNFORMATTED_VALUE' };
    const { updatedData } = await update(id, 'Sheet1!A1', [[1.5]], options);
    expect(updatedData).toEqual({ range: 'Sheet1!A1', majorDimension: 'ROWS', values: [[1.5]] });
  });
});

test('columns are turned into rows', async () => {
  const id = await newFile(sheets.api);
  const requestBody = { majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] };
  await update(id, 'Sheet1!A1', undefined, { requestBody });
  expect(await read(sheets.api, id)).toEqual([['a', 'c'], ['b']]);
});

describe('a body that does not fit', () => {
  test('is refused when the range is smaller', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(update(id, 'Sheet1!A1:B1', [['a', 'b', 'c']]))).message).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    );
    expect((await refusal(update(id, 'Sheet1!A1:B1', [['a'], ['b']]))).message).toContain('tried writing to row [2]');
  });

  test('is refused at the edge of the grid: an update does not grow it', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(update(id, 'Sheet1!A1000', [['a'], ['b']]))).message).toContain('exceeds grid limits');
    expect(await read(sheets.api, id)).toBeUndefined();
  });

  test('is refused when a cell would hold more than 50,000 characters', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['x'.repeat(50_000)]]);
    expect((await refusal(update(id, 'Sheet1!A2', [['x'.repeat(50_001)]]))).message).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  test('is refused when it is not a list of lists of plain values', async () => {
    const id = await newFile(sheets.api);
    const wrong = await refusal(update(id, 'Sheet1!A1', 'x'));
    expect(wrong.details).toEqual([
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [{ field: 'data.values', description: wrong.message }],
      },
    ]);
    const list = [['a'], [], [], [['b']]];
    expect((await refusal(update(id, 'Sheet1!A1', list))).message).toMatch(/^Invalid values\[3\]\[0\]: list_value /);
  });
});

test('how input is to be read must be said', async () => {
  const id = await newFile(sheets.api);
  const call = sheets.api.spreadsheets.values.update({
    spreadsheetId: id,
    range: 'A1',
    requestBody: { values: [[1]] },
  });
  expect((await refusal(call)).message).toBe("'valueInputOption' is required but not specified");
});

describe('a batch of values', () => {
  const batchUpdate = (id: string, data: object[]) =>
    sheets.api.spreadsheets.values.batchUpdate({
      spreadsheetId: id,
      requestBody: { valueInputOption: 'RAW', data },
    });

  test('answers totals in which a row written twice counts once', async () => {
    const id = await newFile(sheets.api);
    const { data } = await batchUpdate(id, [
      { range: 'Sheet1!A1', values: [['a']] },
      { range: 'Sheet1!B1', values: [['b'], ['c']] },
    ]);
    expect(data).toMatchObject({
      spreadsheetId: id,
      totalUpdatedRows: 2,
      totalUpdatedColumns: 2,
      totalUpdatedCells: 3,
      totalUpdatedSheets: 1,
    });
    expect(data.responses?.map(({ updatedRange }) => updatedRange)).toEqual(['Sheet1!A1', 'Sheet1!B1:B2']);
  });

  test('is refused whole when one range is bad', async () => {
    const id = await newFile(sheets.api);
    const call = batchUpdate(id, [
      { range: 'Sheet1!A1', values: [['a']] },
      { range: 'Mất!A1', values: [['b']] },
    ]);
    expect((await refusal(call)).message).toBe('Invalid data[1]: Unable to parse range: Mất!A1');
    expect(await read(sheets.api, id)).toBeUndefined();
  });
});

describe('clearing', () => {
  test('keeps formats, rules and notes', async () => {
    const id = await newFile(sheets.api);
    const cell = {
      userEnteredValue: { stringValue: 'x' },
      userEnteredFormat: { textFormat: { bold: true } },
      note: 'ghi chú',
      dataValidation: { condition: { type: 'BOOLEAN' } },
    };
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    await batch(sheets.api, id, [{ repeatCell: { range, cell, fields: '*' } }]);
    const { data } = await sheets.api.spreadsheets.values.clear({ spreadsheetId: id, range: 'Sheet1!A1:B2' });
    expect(data).toEqual({ spreadsheetId: id, clearedRange: 'Sheet1!A1:B2' });
    const { data: after } = await sheets.api.spreadsheets.get({
      spreadsheetId: id,
      fields: 'sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note,dataValidation)',
    });
    const { userEnteredValue: _, ...rest } = cell;
    expect(after.sheets?.[0]?.data?.[0]?.rowData).toEqual([{ values: [rest] }]);
  });

  test('of several ranges is all or nothing', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', 'b']]);
    const clear = (ranges: string[]) =>
      sheets.api.spreadsheets.values.batchClear({ spreadsheetId: id, requestBody: { ranges } });
    await refusal(clear(['Sheet1!A1', 'Mất!A1']));
    expect(await read(sheets.api, id)).toEqual([['a', 'b']]);
    expect((await clear(['Sheet1!A1', 'Sheet1!B:B'])).data.clearedRanges).toEqual(['Sheet1!A1', 'Sheet1!B1:B1000']);
    expect(await read(sheets.api, id)).toBeUndefined();
  });
});
