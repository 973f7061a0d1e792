import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const claim = (metadataId: number, token = 'a'): Requests[number] => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'r',
      metadataValue: token,
      visibility: 'DOCUMENT',
      location: { spreadsheet: true },
    },
  },
});

const put = (text: string): Requests[number] => ({
  updateCells: {
    start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

describe('one batch', () => {
  test('replies in the order of its requests, with an empty reply where the kind has none', async () => {
    const id = await newFile(sheets.api);
    const replies = await batch(sheets.api, id, [put('một'), { addSheet: { properties: { title: 'Hai' } } }, claim(7)]);
    expect(replies[0]).toEqual({});
    expect(replies[1]?.addSheet?.properties?.title).toBe('Hai');
    expect(replies[2]?.createDeveloperMetadata?.developerMetadata?.metadataId).toBe(7);
  });

  test('leaves nothing behind when a later request is refused', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['cũ']]);
    const version = sheets.files.get(id)?.version;
    const refused = await refusal(
      batch(sheets.api, id, [
        put('mới'),
        { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 3 } } },
        claim(1),
        { deleteSheet: { sheetId: 99 } },
      ]),
    );
    expect(refused).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'Invalid requests[3].deleteSheet: No sheet with id: 99',
    });
    expect(await read(sheets.api, id)).toEqual([['cũ']]);
    expect(sheets.files.get(id)?.version).toBe(version);
    await batch(sheets.api, id, [claim(1)]);
  });

  test('must hold a request', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, []))).message).toBe('Must specify at least one request.');
  });

  test('names a kind that the emulator does not serve', async () => {
    const id = await newFile(sheets.api);
    const refused = await refusal(batch(sheets.api, id, [{ trimWhitespace: { range: { sheetId: 0 } } }]));
    expect(refused).toMatchObject({ code: 501, message: expect.stringContaining('trimWhitespace') });
  });
});

describe('a claim by developer metadata', () => {
  test('refuses the whole batch when its id is in use', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [claim(42), put('đầu')]);
    const refused = await refusal(batch(sheets.api, id, [claim(42, 'b'), put('sau')]));
    expect(refused.message).toBe(
      'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [42] because developer metadata with that ID already exists.',
    );
    expect(refused.details).toBeUndefined();
    expect(await read(sheets.api, id)).toEqual([['đầu']]);
  });

  test('is won by exactly one of many at once', async () => {
    const id = await newFile(sheets.api);
    const tries = Array.from({ length: 20 }, (_, index) => batch(sheets.api, id, [claim(1), put(`${index}`)]));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is refused in the language of the file with the place still in English', async () => {
    sheets.switches.set('sheets.localised-errors', true);
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [claim(1)]);
    const { message } = await refusal(batch(sheets.api, id, [claim(1)]));
    expect(message).toMatch(/^Invalid requests\[0\]\.createDeveloperMetadata: /);
    expect(message).not.toContain('already exists');
  });
});

describe('the shape of a request', () => {
  test('an unknown member is refused by name and place, and repeated in the details', async () => {
    const id = await newFile(sheets.api);
    const wrong = { addSheet: { properties: { titel: 'X' } } } as Requests[number];
    const message =
      'Invalid JSON payload received. Unknown name "titel" at \'requests[0].add_sheet.properties\': Cannot find field.';
    expect(await refusal(batch(sheets.api, id, [wrong]))).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message,
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [{ field: 'requests[0].add_sheet.properties', description: message }],
        },
      ],
    });
  });

  test('a null member is the same as none', async () => {
    const id = await newFile(sheets.api);
    const replies = await batch(sheets.api, id, [{ addSheet: { properties: { title: 'Hai', index: null } } }]);
    expect(replies[0]?.addSheet?.properties?.index).toBe(1);
  });

  test('an update without fields is refused', async () => {
    const id = await newFile(sheets.api);
    const refused = await refusal(batch(sheets.api, id, [{ repeatCell: { range: { sheetId: 0 }, cell: {} } }]));
    expect(refused.message).toBe(
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  });
});
