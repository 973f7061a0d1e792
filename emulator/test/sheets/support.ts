import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { DriveFile, ServiceContext } from '../../service.ts';
import { createSheetsService } from '../../sheets/index.ts';

export type Sheets = sheets_v4.Sheets;
export type Requests = sheets_v4.Schema$Request[];

/** The emulator's sheets behind real HTTP, and the official client pointed at them. */
export type Harness = {
  api: Sheets;
  /** The client of somebody else than the owner. */
  as(user: string): Sheets;
  url: string;
  files: Map<string, DriveFile>;
  switches: Map<string, boolean>;
};

/** Starts a server for the file that calls it; every test begins empty. */
export function useSheets(): Harness {
  const files = new Map<string, DriveFile>();
  const switches = new Map<string, boolean>();
  const harness = { files, switches } as Harness;
  const service = createSheetsService(contextWith(files, switches, () => harness.url));
  const server = createAdaptorServer({ fetch: service.routes.fetch });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    harness.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    harness.api = clientOf(harness.url);
    harness.as = (user) => clientOf(harness.url, { 'x-emulator-user': user });
  });
  beforeEach(() => {
    service.reset();
    switches.clear();
  });
  afterAll(() => {
    server.close();
  });
  return harness;
}

function clientOf(url: string, headers: Record<string, string> = {}): Sheets {
  return sheets({ version: 'v4', rootUrl: `${url}/`, headers, retry: false });
}

function contextWith(
  files: Map<string, DriveFile>,
  switches: Map<string, boolean>,
  origin: () => string,
): ServiceContext {
  let number = 0;
  let millis = Date.UTC(2026, 10, 22);
  const nowMillis = () => {
    millis += 1;
    return millis;
  };
  const newId = (length = 44) => {
    number += 1;
    return `${number}`.padStart(length, 'x');
  };
  return { clock: { nowMillis, nowMicros: () => BigInt(nowMillis()) * 1000n }, files, switches, origin, newId };
}

/** A new spreadsheet with one tab `Sheet1` (sheetId 0), its id. */
export async function newFile(api: Sheets, body: sheets_v4.Schema$Spreadsheet = {}): Promise<string> {
  const { data } = await api.spreadsheets.create({ requestBody: { properties: { title: 'Sổ' }, ...body } });
  return data.spreadsheetId ?? '';
}

/** Applies a batch and gives its replies. */
export async function batch(api: Sheets, id: string, requests: Requests): Promise<sheets_v4.Schema$Response[]> {
  const { data } = await api.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
  return data.replies ?? [];
}

/** Writes values as given, from the first cell of a range on. */
export async function write(api: Sheets, id: string, range: string, values: unknown[][]): Promise<void> {
  await api.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: 'RAW',
    requestBody: { values },
  });
}

/** Values unformatted, as the API answers them: nothing when all is empty. */
export async function read(api: Sheets, id: string, range = 'Sheet1'): Promise<unknown[][] | null | undefined> {
  const { data } = await api.spreadsheets.values.get({
    spreadsheetId: id,
    range,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return data.values;
}

export type Refusal = { code: number; status: string; message: string; details?: unknown[] };

/** What a call was refused with; fails when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  const body = (error as { response?: { data?: { error?: Refusal } } } | undefined)?.response?.data?.error;
  if (!body) throw new Error(`Expected a refusal, got ${error instanceof Error ? error.message : 'an answer'}`);
  return body;
}
