import { expect, test } from 'vitest';
import { batch, newFile, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const ticks = {
  setDataValidation: {
    range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 },
    rule: { condition: { type: 'BOOLEAN' }, strict: true },
  },
};
const appended = {
  appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { stringValue: 'cuối' } }] }], fields: '*' },
};

test.each([
  [false, [['a']]],
  [
    true,
    [
      ['a', false],
      ['', false],
      ['', false],
    ],
  ],
])('an empty cell under a tick box reads FALSE (%s)', async (isOn, values) => {
  sheets.switches.set('sheets.empty-ticks-read-false', isOn);
  const id = await newFile(sheets.api);
  await write(sheets.api, id, 'A1', [['a']]);
  await batch(sheets.api, id, [ticks]);
  expect(await read(sheets.api, id)).toEqual(values);
});

test('where empty tick boxes read FALSE, appendCells goes behind them', async () => {
  sheets.switches.set('sheets.empty-ticks-read-false', true);
  const id = await newFile(sheets.api);
  await batch(sheets.api, id, [ticks, appended]);
  expect((await read(sheets.api, id))?.[3]).toEqual(['cuối']);
});

test.each([
  [false, 0],
  [true, 5],
])('appendCells goes behind rows that hold a format only (%s)', async (isOn, row) => {
  sheets.switches.set('sheets.append-after-formats', isOn);
  const id = await newFile(sheets.api);
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 };
  const format = {
    repeatCell: { range, cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } }, fields: 'userEnteredFormat' },
  };
  await batch(sheets.api, id, [format, appended]);
  expect((await read(sheets.api, id))?.[row]).toEqual(['cuối']);
});

const guarded = {
  addProtectedRange: { protectedRange: { range: { sheetId: 0 }, editors: { users: ['la@elsewhere.example'] } } },
};
const editorsIn = async (id: string) => {
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.protectedRanges.editors' });
  return data.sheets?.[0]?.protectedRanges?.[0]?.editors?.users;
};

test('an editor whom the file is not shared with is kept', async () => {
  const id = await newFile(sheets.api);
  await batch(sheets.api, id, [guarded]);
  expect(await editorsIn(id)).toContain('la@elsewhere.example');
});

test('an editor whom the file is not shared with is dropped', async () => {
  sheets.switches.set('sheets.unknown-editors-dropped', true);
  const id = await newFile(sheets.api);
  await batch(sheets.api, id, [guarded]);
  expect(await editorsIn(id)).not.toContain('la@elsewhere.example');
});

test('an editor whom the file is not shared with is refused', async () => {
  sheets.switches.set('sheets.unknown-editors-refused', true);
  const id = await newFile(sheets.api);
  expect(await refusal(batch(sheets.api, id, [guarded]))).toMatchObject({
    code: 400,
    message: expect.stringMatching(/^Invalid requests\[0\]\.addProtectedRange: /),
  });
});

/** In the last of the 26 columns, 100 pixels wide. */
const chart = {
  addChart: {
    chart: {
      spec: { basicChart: { chartType: 'BAR' } },
      position: { overlayPosition: { anchorCell: { sheetId: 0, columnIndex: 25 }, widthPixels: 620 } },
    },
  },
};
const widthOf = (replies: Awaited<ReturnType<typeof batch>>) =>
  replies[0]?.addChart?.chart?.position?.overlayPosition?.widthPixels;

test('a chart stands out over the last column', async () => {
  const id = await newFile(sheets.api);
  expect(widthOf(await batch(sheets.api, id, [chart]))).toBe(620);
});

test('a chart is clipped at the last column', async () => {
  sheets.switches.set('sheets.charts-clipped', true);
  const id = await newFile(sheets.api);
  expect(widthOf(await batch(sheets.api, id, [chart]))).toBe(100);
});

test('a chart that has no room before the last column is refused', async () => {
  sheets.switches.set('sheets.charts-past-edge-refused', true);
  const id = await newFile(sheets.api);
  expect(await refusal(batch(sheets.api, id, [chart]))).toMatchObject({ code: 400 });
});
