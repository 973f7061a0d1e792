import { expect, test } from 'vitest';
import { createForm, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();

/** Drive's own shape of a refusal. */
async function driveRefusal(call: Promise<unknown>) {
  const error = await call.catch((reason: unknown) => reason);
  return (error as { response: { data: { error: unknown } } }).response.data.error;
}

test('a file shows id, name and kind unless asked for more', async () => {
  const { data: form } = await running.forms.forms.create({
    requestBody: { info: { title: 'Kỳ 1', documentTitle: 'Biểu mẫu kỳ 1' } },
  });
  const fileId = form.formId ?? '';
  expect((await running.drive.files.get({ fileId })).data).toEqual({
    kind: 'drive#file',
    id: fileId,
    name: 'Biểu mẫu kỳ 1',
    mimeType: 'application/vnd.google-apps.form',
  });
});

test('version rises and modifiedTime moves with every change', async () => {
  await running.control('PUT', '/clock', { now: '2026-11-23T01:00:00Z' });
  const fileId = await createForm(running);
  await running.control('PUT', '/clock', { now: '2026-11-23T02:00:00Z' });
  await update(running, fileId, [textQuestion('Tên', 0)]);
  expect((await running.drive.files.get({ fileId, fields: 'version,createdTime,modifiedTime' })).data).toEqual({
    version: '2',
    createdTime: '2026-11-23T01:00:00.000Z',
    modifiedTime: '2026-11-23T02:00:00.000Z',
  });
});

test('a file that is not there is refused in Drive’s older shape', async () => {
  expect(await driveRefusal(running.drive.files.get({ fileId: 'none' }))).toEqual({
    code: 404,
    message: 'File not found: none.',
    errors: [
      {
        message: 'File not found: none.',
        domain: 'global',
        reason: 'notFound',
        location: 'fileId',
        locationType: 'parameter',
      },
    ],
  });
});

test('a file the caller may not see is not there', async () => {
  const fileId = await createForm(running);
  const headers = { 'x-emulator-user': 'binh@city.example' };
  expect((await fetch(`${running.emulator.url}/drive/v3/files/${fileId}`, { headers })).status).toBe(404);
});

test('the owner’s permission is listed, and those granted after it', async () => {
  const fileId = await createForm(running);
  const granted = await running.drive.permissions.create({
    fileId,
    requestBody: { type: 'user', role: 'writer', emailAddress: 'binh@city.example' },
  });
  expect(granted.data).toMatchObject({ kind: 'drive#permission', type: 'user', role: 'writer' });
  const { data } = await running.drive.permissions.list({ fileId, fields: 'permissions(role,emailAddress)' });
  expect(data.permissions).toEqual([
    { role: 'owner', emailAddress: 'owner@emulator.example' },
    { role: 'writer', emailAddress: 'binh@city.example' },
  ]);
});

test('granting the same people again changes their role', async () => {
  const fileId = await createForm(running);
  for (const role of ['reader', 'writer']) {
    await running.drive.permissions.create({
      fileId,
      requestBody: { type: 'user', role, emailAddress: 'binh@city.example' },
    });
  }
  const { data } = await running.drive.permissions.list({ fileId });
  expect(data.permissions?.map(({ role }) => role)).toEqual(['owner', 'writer']);
});

test.each([
  { type: 'user', role: 'reader' },
  { type: 'domain', role: 'reader' },
  { type: 'anyone', role: 'writer', view: 'published' },
  { type: 'anyone', role: 'editor' },
])('a permission that makes no sense is refused: %j', async (requestBody) => {
  const fileId = await createForm(running);
  expect(await driveRefusal(running.drive.permissions.create({ fileId, requestBody }))).toMatchObject({ code: 400 });
});

test('who only reads a file cannot share it', async () => {
  const fileId = await createForm(running);
  await running.drive.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
  const response = await fetch(`${running.emulator.url}/drive/v3/files/${fileId}/permissions`, {
    method: 'POST',
    headers: { 'x-emulator-user': 'binh@city.example' },
    body: JSON.stringify({ type: 'anyone', role: 'writer' }),
  });
  expect(await response.json()).toMatchObject({
    error: { code: 403, errors: [{ reason: 'insufficientFilePermissions' }] },
  });
});

test('a field a file cannot have is refused', async () => {
  const fileId = await createForm(running);
  expect(await driveRefusal(running.drive.files.get({ fileId, fields: 'versions' }))).toMatchObject({
    code: 400,
    errors: [{ reason: 'invalidParameter', location: 'fields' }],
  });
});

test('who may answer a published form is listed only when it is asked for', async () => {
  const fileId = await createForm(running);
  const requestBody = { type: 'anyone', role: 'reader', view: 'published' };
  await running.drive.permissions.create({ fileId, requestBody });
  const fields = 'permissions(type,view)';
  expect((await running.drive.permissions.list({ fileId, fields })).data.permissions).toEqual([{ type: 'user' }]);
  const asked = { fileId, fields, includePermissionsForView: 'published' };
  expect((await running.drive.permissions.list(asked)).data.permissions).toContainEqual({
    type: 'anyone',
    view: 'published',
  });
});

test('under the narrow right a client sees no file that another client made', async () => {
  const fileId = await createForm(running);
  const file = running.emulator.files.get(fileId);
  if (file) file.client = 'of the owner before';
  expect(await driveRefusal(running.drive.permissions.list({ fileId }))).toMatchObject({ code: 404 });
});

test('an organisation may forbid sharing outside, and a service account is outside', async () => {
  const fileId = await createForm(running);
  await running.control('PUT', '/switches', { 'workspace.no-outside-sharing': true });
  const share = (emailAddress: string) =>
    running.drive.permissions.create({ fileId, requestBody: { type: 'user', role: 'writer', emailAddress } });
  expect(await driveRefusal(share('run@project.iam.gserviceaccount.example'))).toMatchObject({ code: 403 });
  expect((await share('binh@emulator.example')).status).toBe(200);
});
