import { describe, expect, test } from 'vitest';
import { newFile, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

async function append(id: string, range: string, values: unknown[][], options: object = {}) {
  const { data } = await sheets.api.spreadsheets.values.append({
    spreadsheetId: id,
    range,
    valueInputOption: 'RAW',
    requestBody: { values },
    ...options,
  });
  return data;
}

describe('where appended rows land', () => {
  const docs = [
    ['a', 'a', 'a'],
    ['a', 'a', 'a'],
    [],
    [null, 'b', 'b', 'b'],
    [null, 'b', 'b', 'b'],
    [null, 'b', 'b', 'b'],
  ];

  test.each([
    ['Sheet1', 'Sheet1!B4:D6', 'Sheet1!B7'],
    ['Sheet1!B4', 'Sheet1!B4:D6', 'Sheet1!B7'],
    ['Sheet1!C5:D5', 'Sheet1!B4:D6', 'Sheet1!B7'],
    ['Sheet1!B2:D4', 'Sheet1!B4:D6', 'Sheet1!B7'],
    ['Sheet1!A3:G10', 'Sheet1!B4:D6', 'Sheet1!B7'],
    ['Sheet1!A1', 'Sheet1!A1:C2', 'Sheet1!A3'],
    ['Sheet1!E4', undefined, 'Sheet1!E4'],
  ])('with two tables and range %s: under %s, at %s', async (range, table, landing) => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', docs);
    const answer = await append(id, range, [['n']]);
    expect(answer.tableRange).toBe(table);
    expect(answer.updates?.updatedRange).toBe(landing);
  });

  test('a hole in the header moves the row to the last block', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['x', '', 'z']]);
    expect((await append(id, 'Sheet1', [[1, 2, 3]])).updates?.updatedRange).toBe('Sheet1!C2:E2');
  });

  test('the same header with range A1 keeps the first column', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['x', '', 'z']]);
    const answer = await append(id, 'Sheet1!A1', [[1, 2, 3]]);
    expect(answer).toMatchObject({ tableRange: 'Sheet1!A1', updates: { updatedRange: 'Sheet1!A2:C2' } });
  });

  test('an empty range writes at its first cell, even between filled rows', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['tiêu đề'], [], ['cũ']]);
    const answer = await append(id, 'Sheet1!A2:H2', [['mới']]);
    expect(answer.tableRange).toBeUndefined();
    expect(await read(sheets.api, id)).toEqual([['tiêu đề'], ['mới'], ['cũ']]);
  });
});

test('OVERWRITE, the default, writes over what stands below', async () => {
  const id = await newFile(sheets.api);
  await write(sheets.api, id, 'Sheet1!A1', [['a'], [null], ['c']]);
  await append(id, 'Sheet1!A1', [[1], [2]]);
  expect(await read(sheets.api, id)).toEqual([['a'], [1], [2]]);
});

test('INSERT_ROWS moves down what stands below', async () => {
  const id = await newFile(sheets.api);
  await write(sheets.api, id, 'Sheet1!A1', [['a'], [null], ['c']]);
  await append(id, 'Sheet1!A1', [[1], [2]], { insertDataOption: 'INSERT_ROWS' });
  expect(await read(sheets.api, id)).toEqual([['a'], [1], [2], [], ['c']]);
});

test('the grid grows when the rows do not fit', async () => {
  const id = await newFile(sheets.api);
  await write(sheets.api, id, 'Sheet1!A1000', [['cuối']]);
  expect((await append(id, 'Sheet1', [['một'], ['hai']])).updates?.updatedRange).toBe('Sheet1!A1001:A1002');
});

test('a repeated call writes twice: appending is not idempotent', async () => {
  const id = await newFile(sheets.api);
  await append(id, 'Sheet1', [['x']]);
  await append(id, 'Sheet1', [['x']]);
  expect(await read(sheets.api, id)).toEqual([['x'], ['x']]);
});

test('an unknown word in the query is refused', async () => {
  const id = await newFile(sheets.api);
  const { message } = await refusal(append(id, 'Sheet1', [['x']], { insertDataOption: 'INSERT' }));
  expect(message).toContain("Invalid value at 'insert_data_option'");
});
