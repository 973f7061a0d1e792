import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const robot = 'robot@du-an.example';
const sentence =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const cells = (startRowIndex: number, endRowIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 2,
});

/** A file shared with the robot, in which the first rows are protected. */
async function protectedFile(protectedRange: object = {}): Promise<string> {
  const id = await newFile(sheets.api);
  sheets.files.get(id)?.permissions.push({ id: 'w', type: 'user', role: 'writer', emailAddress: robot });
  const range = cells(0, 2);
  await batch(sheets.api, id, [
    { addProtectedRange: { protectedRange: { protectedRangeId: 4, range, ...protectedRange } } },
  ]);
  return id;
}

const put = (rowIndex: number): Requests[number] => ({
  updateCells: {
    start: { sheetId: 0, rowIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
    fields: 'userEnteredValue',
  },
});

describe('a writer who is not among the editors', () => {
  test('is refused with 400, not 403, and nothing of the batch stays', async () => {
    const id = await protectedFile();
    expect(await refusal(batch(sheets.as(robot), id, [put(5), put(1)]))).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: `Invalid requests[1].updateCells: ${sentence}`,
    });
    expect(await read(sheets.api, id)).toBeUndefined();
  });

  test('is refused by values too, with the place in a batch of them', async () => {
    const id = await protectedFile();
    expect((await refusal(write(sheets.as(robot), id, 'A1', [['x']]))).message).toBe(sentence);
    const call = sheets.as(robot).spreadsheets.values.batchUpdate({
      spreadsheetId: id,
      requestBody: { valueInputOption: 'RAW', data: [{ range: 'A1', values: [['x']] }] },
    });
    expect((await refusal(call)).message).toBe(`Invalid data[0]: ${sentence}`);
  });

  test.each<[string, Requests[number]]>([
    ['delete the rows', { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }],
    ['sort them', { sortRange: { range: cells(0, 3), sortSpecs: [{ dimensionIndex: 0 }] } }],
    ['format them', { repeatCell: { range: cells(1, 3), cell: { note: 'x' }, fields: 'note' } }],
    ['remove the protection', { deleteProtectedRange: { protectedRangeId: 4 } }],
  ])('cannot %s', async (_, request) => {
    const id = await protectedFile();
    expect((await refusal(batch(sheets.as(robot), id, [request]))).message).toContain(sentence);
  });

  test.each<[string, Requests[number]]>([
    ['append rows past the grid', { appendCells: { sheetId: 0, rows: [{ values: [{ note: 'x' }] }], fields: 'note' } }],
    ['grow it', { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } }],
    ['insert rows', { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }],
    ['delete it', { deleteSheet: { sheetId: 0 } }],
  ])('cannot %s when the whole tab is protected', async (_, request) => {
    const id = await protectedFile({ range: { sheetId: 0 } });
    await batch(sheets.api, id, [{ addSheet: { properties: { title: 'Hai' } } }]);
    await write(sheets.api, id, 'Sheet1!A1000', [['cuối']]);
    expect((await refusal(batch(sheets.as(robot), id, [request]))).message).toContain(sentence);
  });

  test('may write outside, and in what is left unprotected', async () => {
    const id = await protectedFile({ unprotectedRanges: [cells(1, 2)] });
    await batch(sheets.as(robot), id, [put(1), put(2)]);
  });
});

test('an editor may write', async () => {
  const id = await protectedFile({ editors: { users: [robot] } });
  await batch(sheets.as(robot), id, [put(0)]);
});

test('the owner always may', async () => {
  const id = await protectedFile({ editors: { users: [robot] } });
  await batch(sheets.api, id, [put(0)]);
});

test('a protection that only warns stops nobody', async () => {
  const id = await protectedFile({ warningOnly: true });
  await batch(sheets.as(robot), id, [put(0)]);
});

test('the reply shows no editors; a later get shows them, the creator included, to those who may edit', async () => {
  const id = await newFile(sheets.api);
  sheets.files.get(id)?.permissions.push({ id: 'w', type: 'user', role: 'writer', emailAddress: robot });
  const protectedRange = { range: { sheetId: 0 }, editors: { users: ['an@bo.example'] } };
  const [reply] = await batch(sheets.api, id, [{ addProtectedRange: { protectedRange } }]);
  expect(reply?.addProtectedRange?.protectedRange).toMatchObject({ editors: {}, requestingUserCanEdit: true });
  const fields = 'sheets.protectedRanges(editors.users,requestingUserCanEdit)';
  const seen = async (client: typeof sheets.api) =>
    (await client.spreadsheets.get({ spreadsheetId: id, fields })).data.sheets?.[0]?.protectedRanges;
  const users = ['owner@emulator.example', 'an@bo.example'];
  expect(await seen(sheets.api)).toEqual([{ editors: { users }, requestingUserCanEdit: true }]);
  expect(await seen(sheets.as(robot))).toEqual([{}]);
});

test('a protection is changed and removed by its id', async () => {
  const id = await protectedFile();
  const protectedRange = { protectedRangeId: 4, description: 'Không sửa', warningOnly: true };
  await batch(sheets.api, id, [{ updateProtectedRange: { protectedRange, fields: 'description,warningOnly' } }]);
  const fields = 'sheets.protectedRanges(protectedRangeId,description,warningOnly,editors)';
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields });
  expect(data.sheets?.[0]?.protectedRanges).toEqual([protectedRange]);
  await batch(sheets.api, id, [{ deleteProtectedRange: { protectedRangeId: 4 } }]);
  await refusal(batch(sheets.api, id, [{ deleteProtectedRange: { protectedRangeId: 4 } }]));
});
