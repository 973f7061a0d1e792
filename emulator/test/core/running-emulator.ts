import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createEmulator, type Emulator } from '../../server.ts';

export type Running = {
  emulator: Emulator;
  forms: forms_v1.Forms;
  drive: drive_v3.Drive;
  sheets: sheets_v4.Sheets;
  /** The Forms client of another user. */
  formsAs(user: string): forms_v1.Forms;
  /** A control call; its JSON answer. @throws when it is refused, with the emulator's message */
  control(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
};

/** One emulator for a file of tests, emptied before each. What it holds is there once the tests run. */
export function runEmulator(): Running {
  const running = {} as Running;
  beforeAll(async () => {
    const emulator = await createEmulator({});
    Object.assign(running, clientsOf(emulator));
  });
  beforeEach(() => running.emulator.reset());
  afterAll(() => running.emulator.close());
  return running;
}

function clientsOf(emulator: Emulator): Running {
  const rootUrl = `${emulator.url}/`;
  const once = { retry: false };
  const formsAs = (user: string) =>
    forms({ version: 'v1', rootUrl, headers: new Headers({ 'x-emulator-user': user }), ...once });
  return {
    emulator,
    forms: forms({ version: 'v1', rootUrl, ...once }),
    drive: drive({ version: 'v3', rootUrl, ...once }),
    sheets: sheets({ version: 'v4', rootUrl, ...once }),
    formsAs,
    control: (method, path, body) => callControl(`${emulator.url}/_emulator${path}`, method, body),
  };
}

async function callControl(url: string, method: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const answer = (await response.json()) as { error?: { message: string } };
  if (!response.ok) throw new Error(`${response.status} ${answer.error?.message}`);
  return answer;
}

/** Puts an empty form there, and says its id. */
export async function createForm({ forms }: Running, title = 'Kỳ báo cáo'): Promise<string> {
  const { data } = await forms.forms.create({ requestBody: { info: { title } } });
  return data.formId ?? '';
}

/** Applies requests to a form; the replies. */
export async function update({ forms }: Running, formId: string, requests: forms_v1.Schema$Request[]) {
  const { data } = await forms.forms.batchUpdate({ formId, requestBody: { requests } });
  return data.replies ?? [];
}

/** Publishes a form, and lets anyone answer it. */
export async function publish({ forms, drive }: Running, formId: string): Promise<void> {
  const publishState = { isPublished: true, isAcceptingResponses: true };
  await forms.forms.setPublishSettings({
    formId,
    requestBody: { publishSettings: { publishState }, updateMask: 'publishState' },
  });
  const requestBody = { type: 'anyone', role: 'reader', view: 'published' };
  await drive.permissions.create({ fileId: formId, requestBody });
}

/** The request that puts a short text question at an index. */
export const textQuestion = (
  title: string,
  index: number,
  question: forms_v1.Schema$Question = {},
): forms_v1.Schema$Request => ({
  createItem: { item: { title, questionItem: { question: { textQuestion: {}, ...question } } }, location: { index } },
});

/** The refusal an API call is answered with: its code and Google's error. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: number; message: string; status: string }> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome === null) throw new Error('The call was not refused.');
  const { response } = outcome as { response?: { data: { error: { code: number; message: string; status: string } } } };
  if (!response) throw outcome;
  return response.data.error;
}
