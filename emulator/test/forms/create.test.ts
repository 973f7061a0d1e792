import { describe, expect, test } from 'vitest';
import { createForm, refusalOf, runEmulator } from '../core/running-emulator.ts';

const running = runEmulator();

describe('forms.create', () => {
  test('makes an unpublished form of the two titles, and shows all but items', async () => {
    const { data } = await running.forms.forms.create({
      requestBody: { info: { title: 'Báo cáo kỳ 1', documentTitle: 'Biểu mẫu kỳ 1' } },
    });
    expect(data).toEqual({
      formId: expect.stringMatching(/^[\w-]{44}$/),
      info: { title: 'Báo cáo kỳ 1', documentTitle: 'Biểu mẫu kỳ 1' },
      settings: { emailCollectionType: 'DO_NOT_COLLECT' },
      revisionId: expect.stringMatching(/^[0-9a-f]{8}$/),
      responderUri: expect.stringContaining(`${running.emulator.url}/forms/d/e/1FAIpQLS`),
      publishSettings: { publishState: {} },
    });
  });

  test.each([true, false])('with unpublished=%s it starts unpublished', async (unpublished) => {
    const { data } = await running.forms.forms.create({ unpublished, requestBody: { info: { title: 'A' } } });
    expect(data.publishSettings?.publishState?.isPublished).toBeUndefined();
  });

  test('the published id in responderUri is not the form’s id', async () => {
    const { data } = await running.forms.forms.create({ requestBody: { info: { title: 'A' } } });
    expect(data.responderUri).not.toContain(data.formId);
  });

  test('the form is a file of Drive, owned by its maker', async () => {
    const { data } = await running.formsAs('binh@city.example').forms.create({ requestBody: { info: { title: 'A' } } });
    expect(running.emulator.files.get(data.formId ?? '')).toMatchObject({
      name: 'Untitled form',
      permissions: [{ role: 'owner', emailAddress: 'binh@city.example' }],
    });
  });

  test.each([
    ['a description', { info: { title: 'A', description: 'B' } }],
    ['items', { info: { title: 'A' }, items: [] }],
    ['settings', { info: { title: 'A' }, settings: {} }],
  ])('refuses %s in Google’s words', async (_, requestBody) => {
    expect(await refusalOf(running.forms.forms.create({ requestBody }))).toMatchObject({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'Only info.title can be set when creating a form. To add items and change settings, use batchUpdate.',
    });
  });

  test.each([{ info: {} }, { info: { title: '' } }, {}])('refuses no title: %j', async (requestBody) => {
    expect(await refusalOf(running.forms.forms.create({ requestBody }))).toMatchObject({ code: 400 });
  });

  test('it asks for no address, or for an account while forms.verified-by-default is on', async () => {
    const made = async () => (await running.forms.forms.create({ requestBody: { info: { title: 'A' } } })).data;
    expect((await made()).settings).toEqual({ emailCollectionType: 'DO_NOT_COLLECT' });
    await running.control('PUT', '/switches', { 'forms.verified-by-default': true });
    expect((await made()).settings).toEqual({ emailCollectionType: 'VERIFIED' });
  });

  test('a service account, which owns no files, is answered 500', async () => {
    const user = 'robot@project.iam.gserviceaccount.com';
    const create = () => running.formsAs(user).forms.create({ requestBody: { info: { title: 'A' } } });
    expect(await refusalOf(create())).toMatchObject({ code: 500, status: 'INTERNAL' });
    await running.control('PUT', '/switches', { 'forms.service-accounts-create': true });
    await expect(create()).resolves.toMatchObject({ status: 200 });
  });
});

describe('forms.get', () => {
  test('a form that is not there is 404', async () => {
    expect(await refusalOf(running.forms.forms.get({ formId: 'none' }))).toEqual({
      code: 404,
      message: 'Requested entity was not found.',
      status: 'NOT_FOUND',
    });
  });

  test('a form not shared with the caller is 403', async () => {
    const formId = await createForm(running);
    expect(await refusalOf(running.formsAs('binh@city.example').forms.get({ formId }))).toEqual({
      code: 403,
      message: 'The caller does not have permission',
      status: 'PERMISSION_DENIED',
    });
  });

  test('a reader may look and not change', async () => {
    const formId = await createForm(running);
    const grant = { type: 'user', role: 'reader', emailAddress: 'binh@city.example' };
    await running.drive.permissions.create({ fileId: formId, requestBody: grant });
    const reader = running.formsAs('binh@city.example');
    await expect(reader.forms.get({ formId })).resolves.toMatchObject({ status: 200 });
    expect(await refusalOf(reader.forms.batchUpdate({ formId, requestBody: { requests: [] } }))).toMatchObject({
      code: 403,
    });
  });

  test('the published view lets nobody see the form’s editor', async () => {
    const formId = await createForm(running);
    const grant = { type: 'anyone', role: 'reader', view: 'published' };
    await running.drive.permissions.create({ fileId: formId, requestBody: grant });
    expect(await refusalOf(running.formsAs('binh@city.example').forms.get({ formId }))).toMatchObject({ code: 403 });
  });
});

describe('fields', () => {
  test.each([
    ['formId', ['formId']],
    ['info.title', ['info']],
    ['info/title,revisionId', ['info', 'revisionId']],
    ['*', ['formId', 'info', 'settings', 'revisionId', 'responderUri', 'publishSettings']],
  ])('%s answers %j', async (fields, members) => {
    const formId = await createForm(running);
    const { data } = await running.forms.forms.get({ formId, fields });
    expect(Object.keys(data)).toEqual(members);
  });

  test('a mask picks below the top', async () => {
    const formId = await createForm(running, 'A');
    const { data } = await running.forms.forms.get({ formId, fields: 'info(title),items(itemId)' });
    expect(data).toEqual({ info: { title: 'A' } });
  });

  test.each(['formid', 'info(name)', 'info(title', 'info)', ''.padEnd(3, ',')])('%s is refused', async (fields) => {
    const formId = await createForm(running);
    expect(await refusalOf(running.forms.forms.get({ formId, fields }))).toMatchObject({ code: 400 });
  });
});
