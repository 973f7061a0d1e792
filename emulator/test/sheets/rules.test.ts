import { describe, expect, test } from 'vitest';
import { AT_THE_SCREEN } from '../../actor.ts';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const cells = (startRowIndex: number, endRowIndex: number, startColumnIndex = 0, endColumnIndex = 1) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

async function get(id: string, fields: string) {
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields });
  return data;
}

const condition = (type: string, ...values: string[]) => ({
  type,
  ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }),
});

describe('data validation', () => {
  const validate = (rule: object | undefined): Requests[number] => ({
    setDataValidation: { range: cells(0, 1), ...(rule && { rule }) },
  });
  const fields = 'sheets.data.rowData.values.dataValidation';

  test('is stored as given and removed by a request without a rule', async () => {
    const id = await newFile(sheets.api);
    const rule = { condition: condition('ONE_OF_LIST', 'Có', 'Không'), strict: true, showCustomUi: true };
    await batch(sheets.api, id, [validate(rule)]);
    expect(await get(id, fields)).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ dataValidation: rule }] }] }] }],
    });
    await batch(sheets.api, id, [validate(undefined)]);
    expect(await get(id, fields)).toEqual({ sheets: [{ data: [{}] }] });
  });

  test.each([
    [
      condition('ONE_OF_RANGE', '1', '2', '3', '4', '5'),
      "ConditionType 'ONE_OF_RANGE' requires exactly one ConditionValue, but 5 values were supplied.",
    ],
    [
      condition('DATE_IS_VALID', '1'),
      "ConditionType 'DATE_IS_VALID' requires exactly no ConditionValues, but 1 values were supplied.",
    ],
    [
      condition('DATE_BETWEEN', '1'),
      "ConditionType 'DATE_BETWEEN' requires exactly two ConditionValues, but 1 values were supplied.",
    ],
  ])('%o is refused, in English whatever the file', async (wrong, sentence) => {
    sheets.switches.set('sheets.localised-errors', true);
    const id = await newFile(sheets.api);
    const { message } = await refusal(batch(sheets.api, id, [validate({ condition: wrong })]));
    expect(message).toBe(`Invalid requests[0].setDataValidation: ${sentence}`);
  });

  test.each([
    ['ONE_OF_RANGE', ['=Sheet1!$C$1:$C$2'], 'x', 'y'],
    ['ONE_OF_LIST', ['x', 'z'], 'z', 'y'],
    ['BOOLEAN', [], true, 'y'],
    ['DATE_IS_VALID', [], 46348, 'mai'],
    ['DATE_AFTER', ['2026-01-01'], 46348, 1],
    ['NUMBER_BETWEEN', ['1', '5'], 5, 6],
    ['TEXT_IS_EMAIL', [], 'an@hue.example', 'an'],
  ])(
    'a strict %s rule lets a write by the API through, unless the switch refuses it',
    async (type, values, good, bad) => {
      const id = await newFile(sheets.api);
      await write(sheets.api, id, 'C1', [['x'], ['z']]);
      await batch(sheets.api, id, [validate({ condition: condition(type, ...values), strict: true })]);
      await write(sheets.api, id, 'A1', [[bad]]);
      sheets.switches.set('sheets.strict-validation-refuses-api', true);
      await write(sheets.api, id, 'A1', [[good]]);
      expect((await refusal(write(sheets.api, id, 'A1', [[bad]]))).message).toBe(
        'The data you entered in cell A1 violates the data validation rules set on this cell.',
      );
      await write(sheets.api, id, 'A1', [['']]);
      expect(await read(sheets.api, id, 'A1')).toBeUndefined();
    },
  );

  test('what people paste passes a strict rule by, whatever the API may write', async () => {
    sheets.switches.set('sheets.strict-validation-refuses-api', true);
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [validate({ condition: condition('ONE_OF_LIST', 'x'), strict: true })]);
    await write(sheets.as(AT_THE_SCREEN), id, 'A1', [['y']]);
    expect(await read(sheets.api, id, 'A1')).toEqual([['y']]);
  });
});

describe('named ranges', () => {
  const add = (namedRange: object): Requests[number] => ({
    addNamedRange: { namedRange: { range: cells(0, 1), ...namedRange } },
  });

  test('with a name in use are refused, whatever the case', async () => {
    const id = await newFile(sheets.api);
    const [reply] = await batch(sheets.api, id, [add({ name: 'Lease' })]);
    expect(reply?.addNamedRange?.namedRange?.namedRangeId).toBeTruthy();
    expect((await refusal(batch(sheets.api, id, [add({ name: 'Lease' })]))).message).toBe(
      'Invalid requests[0].addNamedRange: Cannot add named range with name Lease, a named range with that name already exists.',
    );
    await refusal(batch(sheets.api, id, [add({ name: 'LEASE' })]));
  });

  test('with an id in use are refused: a lease by token', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [add({ namedRangeId: 'token', name: 'Mot' })]);
    await refusal(batch(sheets.api, id, [add({ namedRangeId: 'token', name: 'Hai' })]));
    const [, again] = await batch(sheets.api, id, [
      { deleteNamedRange: { namedRangeId: 'token' } },
      add({ namedRangeId: 'token', name: 'Hai' }),
    ]);
    expect(again?.addNamedRange?.namedRange).toMatchObject({ namedRangeId: 'token', name: 'Hai' });
  });

  test.each(['A1', 'có cách', '1x', 'TRUE', ''])('cannot be called "%s"', async (name) => {
    const id = await newFile(sheets.api);
    await refusal(batch(sheets.api, id, [add({ name })]));
  });

  test('change under a mask, and one that is missing cannot be deleted', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [
      add({ namedRangeId: 'n', name: 'Mot' }),
      { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'Hai', range: cells(5, 6) }, fields: 'name' } },
    ]);
    const { namedRanges } = await get(id, 'namedRanges');
    expect(namedRanges).toMatchObject([{ name: 'Hai', range: { startRowIndex: 0 } }]);
    await refusal(batch(sheets.api, id, [{ deleteNamedRange: { namedRangeId: 'x' } }]));
  });
});

describe('conditional formats', () => {
  const rule = (text: string) => ({
    ranges: [cells(0, 5)],
    booleanRule: { condition: condition('TEXT_EQ', text), format: {} },
  });
  const add = (text: string, index: number): Requests[number] => ({
    addConditionalFormatRule: { rule: rule(text), index },
  });
  const texts = async (id: string) =>
    (await get(id, 'sheets.conditionalFormats')).sheets?.[0]?.conditionalFormats?.map(
      ({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue,
    );

  test('go in at their index and stand twice when sent twice', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [add('a', 0), add('b', 0), add('b', 2)]);
    expect(await texts(id)).toEqual(['b', 'a', 'b']);
  });

  test('are changed, moved and deleted by index', async () => {
    const id = await newFile(sheets.api);
    const [, , , replaced, , deleted] = await batch(sheets.api, id, [
      add('a', 0),
      add('b', 1),
      add('c', 2),
      { updateConditionalFormatRule: { index: 1, sheetId: 0, rule: rule('B') } },
      { updateConditionalFormatRule: { index: 0, sheetId: 0, newIndex: 2 } },
      { deleteConditionalFormatRule: { index: 1, sheetId: 0 } },
    ]);
    expect(replaced?.updateConditionalFormatRule).toMatchObject({
      oldRule: { booleanRule: { condition: condition('TEXT_EQ', 'b') } },
      newRule: { booleanRule: { condition: condition('TEXT_EQ', 'B') } },
      oldIndex: 1,
      newIndex: 1,
    });
    expect(deleted?.deleteConditionalFormatRule?.rule).toMatchObject({
      booleanRule: { condition: condition('TEXT_EQ', 'c') },
    });
    expect(await texts(id)).toEqual(['B', 'a']);
  });

  test('past the last index are refused', async () => {
    const id = await newFile(sheets.api);
    await refusal(batch(sheets.api, id, [add('a', 1)]));
    await refusal(batch(sheets.api, id, [{ deleteConditionalFormatRule: { index: 0, sheetId: 0 } }]));
  });
});

describe('banding', () => {
  const add = (range: object, bandedRangeId?: number): Requests[number] => ({
    addBanding: {
      bandedRange: { range, rowProperties: { firstBandColor: { red: 1 } }, ...(bandedRangeId && { bandedRangeId }) },
    },
  });

  test('over bands that are there refuses the batch: it is not idempotent', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [add(cells(0, 5))]);
    expect((await refusal(batch(sheets.api, id, [add(cells(4, 6))]))).message).toBe(
      'Invalid requests[0].addBanding: You cannot add alternating background colors to a range that already has alternating background colors.',
    );
    await batch(sheets.api, id, [add(cells(5, 6))]);
  });

  test('is known by an id of its own', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [add(cells(0, 5), 7)]);
    await refusal(batch(sheets.api, id, [add(cells(5, 6), 7)]));
    const update = { updateBanding: { bandedRange: { bandedRangeId: 7, range: cells(0, 9) }, fields: 'range' } };
    await batch(sheets.api, id, [update]);
    expect((await get(id, 'sheets.bandedRanges.range.endRowIndex')).sheets?.[0]?.bandedRanges).toEqual([
      { range: { endRowIndex: 9 } },
    ]);
    await batch(sheets.api, id, [{ deleteBanding: { bandedRangeId: 7 } }, add(cells(0, 5), 7)]);
  });
});

describe('filters', () => {
  test('a basic filter with nothing but a sheet covers the grid, and a second one takes its place', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ setBasicFilter: { filter: { range: { sheetId: 0 } } } }]);
    const whole = { startRowIndex: 0, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 26 };
    expect(await get(id, 'sheets.basicFilter')).toEqual({ sheets: [{ basicFilter: { range: whole } }] });
    await batch(sheets.api, id, [{ setBasicFilter: { filter: { range: cells(0, 2) } } }]);
    expect((await get(id, 'sheets.basicFilter')).sheets?.[0]?.basicFilter?.range?.endRowIndex).toBe(2);
    await batch(sheets.api, id, [{ clearBasicFilter: { sheetId: 0 } }, { clearBasicFilter: { sheetId: 0 } }]);
    expect(await get(id, 'sheets.basicFilter')).toEqual({ sheets: [{}] });
  });

  test('the sort of a basic filter reorders the rows under its header', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [['z'], ['b'], ['a']]);
    const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }];
    await batch(sheets.api, id, [{ setBasicFilter: { filter: { range: cells(0, 3), sortSpecs } } }]);
    expect(await read(sheets.api, id)).toEqual([['z'], ['a'], ['b']]);
  });

  test('a filter view is added, copied, changed and deleted by id', async () => {
    const id = await newFile(sheets.api);
    const filter = { filterViewId: 3, title: 'Chưa nộp', range: cells(0, 9) };
    const [, copied] = await batch(sheets.api, id, [
      { addFilterView: { filter } },
      { duplicateFilterView: { filterId: 3 } },
      { updateFilterView: { filter: { filterViewId: 3, title: 'Quá hạn' }, fields: 'title' } },
    ]);
    const copy = copied?.duplicateFilterView?.filter;
    expect(copy?.range?.endRowIndex).toBe(9);
    await refusal(batch(sheets.api, id, [{ addFilterView: { filter } }]));
    await batch(sheets.api, id, [{ deleteFilterView: { filterId: copy?.filterViewId ?? 0 } }]);
    expect(await get(id, 'sheets.filterViews(filterViewId,title)')).toEqual({
      sheets: [{ filterViews: [{ filterViewId: 3, title: 'Quá hạn' }] }],
    });
  });
});

describe('charts', () => {
  const spec = {
    title: 'Tỷ lệ',
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: { sourceRange: { sources: [cells(0, 5)] } } }],
      series: [{ series: { sourceRange: { sources: [cells(0, 5, 1, 2)] } } }],
    },
  };
  const position = (rowIndex: number) => ({
    overlayPosition: { anchorCell: { sheetId: 0, rowIndex, columnIndex: 3 } },
  });
  const chart = { chartId: 5, spec, position: position(0) };

  test('stand where they are put, with the specification given', async () => {
    const id = await newFile(sheets.api);
    const [reply] = await batch(sheets.api, id, [{ addChart: { chart } }]);
    expect(reply?.addChart?.chart).toMatchObject({
      chartId: 5,
      spec: { title: 'Tỷ lệ' },
      position: { overlayPosition: { anchorCell: { columnIndex: 3 }, widthPixels: 600, heightPixels: 371 } },
    });
    await refusal(batch(sheets.api, id, [{ addChart: { chart } }]));
    await batch(sheets.api, id, [
      { updateChartSpec: { chartId: 5, spec: { ...spec, title: 'Khác' } } },
      { updateEmbeddedObjectPosition: { objectId: 5, newPosition: position(9), fields: 'anchorCell' } },
    ]);
    const fields = 'sheets.charts(spec.title,position.overlayPosition.anchorCell.rowIndex)';
    expect((await get(id, fields)).sheets?.[0]?.charts).toEqual([
      { spec: { title: 'Khác' }, position: { overlayPosition: { anchorCell: { rowIndex: 9 } } } },
    ]);
    await batch(sheets.api, id, [{ deleteEmbeddedObject: { objectId: 5 } }]);
    expect(await get(id, fields)).toEqual({ sheets: [{}] });
  });

  test('anchored past the grid are refused', async () => {
    const id = await newFile(sheets.api);
    const past = { addChart: { chart: { ...chart, position: position(1000) } } };
    expect((await refusal(batch(sheets.api, id, [past]))).message).toContain(
      'rowIndex[1000] is after last row in grid[999]',
    );
  });

  test('may stand on a tab of their own', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ addChart: { chart: { ...chart, position: { newSheet: true } } } }]);
    expect((await get(id, 'sheets.charts.chartId')).sheets).toEqual([{}, { charts: [{ chartId: 5 }] }]);
  });
});

describe('an id of the client’s own choosing', () => {
  const anchorCell = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
  const position = { overlayPosition: { anchorCell } };

  /** Requests that have nothing in common but their kind and the id. */
  test.each<[string, (n: number) => object]>([
    ['addSheet', () => ({ properties: { sheetId: 5 } })],
    ['addNamedRange', (n) => ({ namedRange: { namedRangeId: 'n5', name: `Số_${n}`, range: cells(n, n + 1) } })],
    ['addProtectedRange', (n) => ({ protectedRange: { protectedRangeId: 5, range: cells(n, n + 1) } })],
    ['addFilterView', (n) => ({ filter: { filterViewId: 5, title: `Xem ${n}`, range: cells(n, n + 1) } })],
    [
      'addBanding',
      (n) => ({
        bandedRange: { bandedRangeId: 5, range: cells(n, n + 1), rowProperties: { firstBandColor: { red: 1 } } },
      }),
    ],
    ['addChart', () => ({ chart: { chartId: 5, spec: { pieChart: {} }, position } })],
  ])('is taken once by %s', async (kind, request) => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ [kind]: request(0) }]);
    expect(await refusal(batch(sheets.api, id, [{ [kind]: request(1) }]))).toMatchObject({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: expect.stringMatching(new RegExp(`^Invalid requests\\[0\\]\\.${kind}: `)),
    });
  });
});
