import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, test } from 'vitest';
import { runEmulator } from '../core/running-emulator.ts';

const running = runEmulator();
type Request = sheets_v4.Schema$Request;

const write = (sheetId: number, text: string, rowIndex = 0): Request => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

const rowsOf = (sheetId: number, startIndex: number, endIndex: number): Request => ({
  deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex, endIndex } },
});

/** Two tabs of three rows; both are protected, the second one names the first in a formula. */
async function aFile() {
  const { emulator, sheets } = running;
  await running.control('PUT', '/clock', { now: '2025-10-23T14:00:00+07:00' });
  const titles = ['Người', 'Hệ thống'];
  const { data } = await sheets.spreadsheets.create({
    requestBody: { sheets: titles.map((title, sheetId) => ({ properties: { title, sheetId } })) },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  const byProgram = (...requests: Request[]) =>
    sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  const address = `${emulator.url}/spreadsheets/d/${spreadsheetId}`;
  const post = async (path: string, body: object = {}) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${address}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return {
      status: answer.status,
      answer: (await answer.json()) as { error?: { message: string }; sheetId?: number },
    };
  };
  const byPerson = (...requests: Request[]) => post('batchUpdate', { requests });
  await byProgram(
    ...[0, 1].map((sheetId) => ({ addProtectedRange: { protectedRange: { range: { sheetId, startRowIndex: 1 } } } })),
    ...['a', 'b', 'c'].flatMap((text, row) => [write(0, text, row), write(1, text, row)]),
  );
  const cells = async (title: string) => {
    const { data: found } = await sheets.spreadsheets.values.get({ spreadsheetId, range: title });
    return (found.values ?? []).map(([first]) => first);
  };
  return { spreadsheetId, address, byProgram, byPerson, cells, undo: () => post('undo'), redo: () => post('redo') };
}

describe('what a person did is undone', () => {
  test('one edit after the other, and made again; a new edit ends what could be made again', async () => {
    const { byPerson, cells, undo, redo } = await aFile();
    await byPerson(rowsOf(0, 0, 1));
    await byPerson(write(0, 'x'));
    expect(await undo()).toEqual({ status: 200, answer: { sheetId: 0 } });
    expect(await cells('Người')).toEqual(['b', 'c']);
    await undo();
    expect(await cells('Người')).toEqual(['a', 'b', 'c']);
    await redo();
    expect(await cells('Người')).toEqual(['b', 'c']);
    await byPerson(write(0, 'y'));
    expect(await redo()).toMatchObject({ status: 409 });
    expect(await cells('Người')).toEqual(['y', 'c']);
  });

  test('and what a program wrote into another tab since stays, its claims too', async () => {
    const { spreadsheetId, byPerson, byProgram, cells, undo } = await aFile();
    await byPerson(rowsOf(0, 0, 2));
    const location = { spreadsheet: true };
    await byProgram(write(1, 'mới'), {
      createDeveloperMetadata: {
        developerMetadata: { metadataId: 7, metadataKey: 'c', location, visibility: 'DOCUMENT' },
      },
    });
    expect((await undo()).status).toBe(200);
    expect(await cells('Người')).toEqual(['a', 'b', 'c']);
    expect(await cells('Hệ thống')).toEqual(['mới', 'b', 'c']);
    expect([...(running.emulator.sheets.spreadsheets().get(spreadsheetId)?.metadata.keys() ?? [])]).toEqual([7]);
  });

  test('but not over what a program wrote into the same tab since', async () => {
    const { byPerson, byProgram, cells, undo } = await aFile();
    await byPerson(write(0, 'x'));
    await byProgram(write(0, 'chương trình', 2));
    const { status, answer } = await undo();
    expect(status).toBe(409);
    expect(answer.error?.message).toContain('Nhật ký phiên bản');
    expect(await cells('Người')).toEqual(['x', 'b', 'chương trình']);
  });

  test('what programs write is nobody to undo', async () => {
    const { byProgram, undo } = await aFile();
    await byProgram(write(0, 'x'));
    expect((await undo()).answer.error?.message).toContain('không còn thao tác nào để hoàn tác');
  });

  test('a tab that is deleted, added, moved or renamed is put back with what named it', async () => {
    const { spreadsheetId, byPerson, byProgram, undo } = await aFile();
    await byProgram({
      updateCells: {
        start: { sheetId: 1, rowIndex: 5, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: "='Người'!A1" } }] }],
        fields: 'userEnteredValue',
      },
    });
    const look = () => {
      const book = running.emulator.sheets.spreadsheets().get(spreadsheetId);
      return {
        titles: book?.sheets.map(({ properties }) => properties.title),
        formula: book?.sheets.find(({ properties }) => properties.sheetId === 1)?.rows[5]?.cells[0]?.userEnteredValue,
      };
    };
    const before = look();
    const properties = { sheetId: 0, title: 'Khác', index: 2 };
    for (const request of [
      { deleteSheet: { sheetId: 0 } },
      { addSheet: { properties: { title: 'Mới', index: 0 } } },
      { updateSheetProperties: { properties, fields: 'title,index' } },
    ]) {
      await byPerson(request);
      expect(look()).not.toEqual(before);
      expect((await undo()).status).toBe(200);
      expect(look()).toEqual(before);
    }
  });
});

describe('the versions of a file', () => {
  const versionsAt = async (address: string) => [
    ...(await (await fetch(`${address}/versions`)).text()).matchAll(/<li><a href="(edit[^"]*)">([^<]*)</g),
  ];

  test('are one an edit, and one for what programs write within one minute', async () => {
    const { address, byProgram, byPerson } = await aFile();
    await byPerson(write(0, 'x'));
    await byPerson(write(0, 'y'));
    await byProgram(write(1, 'z'));
    await running.control('PUT', '/clock', { now: '2025-10-23T14:05:00+07:00' });
    await byProgram(write(1, 'w'));
    expect((await versionsAt(address)).map(([, , words]) => words)).toEqual([
      '23/10/2025 14:05 · Chương trình · Hệ thống',
      '23/10/2025 14:00 · Chương trình · Hệ thống',
      '23/10/2025 14:00 · Người dùng · Người',
      '23/10/2025 14:00 · Người dùng · Người',
      '23/10/2025 14:00 · Chương trình · Người, Hệ thống',
    ]);
  });

  test('are shown as they were, and restored whole but for what programs marked the file with', async () => {
    const { spreadsheetId, address, byPerson, byProgram, cells } = await aFile();
    await byPerson(write(0, 'x'));
    await byProgram({
      createDeveloperMetadata: {
        developerMetadata: { metadataId: 7, metadataKey: 'c', location: { spreadsheet: true }, visibility: 'DOCUMENT' },
      },
    });
    await byPerson(rowsOf(1, 0, 2));
    expect(await (await fetch(`${address}/edit?version=2`)).text()).toContain('Khôi phục phiên bản này');
    const body = new URLSearchParams({ version: '1' });
    const answer = await fetch(`${address}/restore`, { method: 'POST', body, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'edit']);
    expect([await cells('Người'), await cells('Hệ thống')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(running.emulator.sheets.spreadsheets().get(spreadsheetId)?.metadata.has(7)).toBe(true);
    expect((await fetch(`${address}/edit?version=99`)).status).toBe(404);
  });

  test('go with the file when all is emptied', async () => {
    const { address } = await aFile();
    running.emulator.reset();
    expect((await fetch(`${address}/versions`)).status).toBe(404);
  });
});
