import { runEmulator } from 'google-workspace-emulator/testing';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { ids, linkTo, NO, openSectionedForm, responsesOf, YES } from './a-form.ts';
import { aRegister } from './a-sheet.ts';

const running = runEmulator();
const entry = (id: string) => `entry.${Number.parseInt(id, 16)}`;

/** A form post as a program sends it: no page it came from, no button. */
function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(running.emulator.url + path, { method: 'POST', body, headers, redirect: 'manual' });
}

describe('a whole form sent at once', () => {
  const complete = {
    [entry(ids.city)]: 'Huế',
    [entry(ids.code)]: 'HUE-123',
    [entry(ids.secrecy)]: 'Không mật',
    [entry(ids.reports)]: YES,
    [entry(ids.centre)]: 'Đã vận hành',
  };

  test('is taken, and answered with the way to the confirmation', async () => {
    const form = await openSectionedForm(running);
    const response = await post(`/forms/d/e/${form.publishedId}/formResponse`, complete);
    expect(response.status).toBe(303);
    const [kept] = responsesOf(form);
    expect(response.headers.get('location')).toBe(
      `/forms/d/e/${form.publishedId}/confirmation?edit2=${kept?.responseId}`,
    );
    expect(kept?.answers[ids.centre]).toEqual(['Đã vận hành']);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a required answer is missing', { [entry(ids.code)]: '' }, 'Câu hỏi này bắt buộc phải trả lời.'],
    ['an option does not exist', { [entry(ids.city)]: 'Sài Gòn' }, 'Đề nghị chọn trong các lựa chọn sẵn có.'],
    ['a date is none', { [entry(ids.signed)]: '31/12/2025' }, 'Đề nghị ghi ngày hợp lệ.'],
    ['a line holds two', { [entry(ids.code)]: 'a\r\nb' }, 'Câu trả lời chỉ gồm một dòng.'],
  ])('is shown again with the fault when %s', async (_, wrong, words) => {
    const form = await openSectionedForm(running);
    const response = await post(`/forms/d/e/${form.publishedId}/formResponse`, { ...complete, ...wrong });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(words);
    expect(responsesOf(form)).toEqual([]);
  });

  test('keeps no answer of a section it does not reach', async () => {
    const form = await openSectionedForm(running);
    await post(`/forms/d/e/${form.publishedId}/formResponse`, { ...complete, [entry(ids.reports)]: NO });
    expect(responsesOf(form)[0]?.answers).not.toHaveProperty(ids.centre);
  });

  test('cannot change a response that does not exist', async () => {
    const form = await openSectionedForm(running);
    const response = await post(`/forms/d/e/${form.publishedId}/formResponse`, { ...complete, edit2: 'none' });
    expect(response.status).toBe(404);
    expect(responsesOf(form)).toEqual([]);
  });
});

describe('an e-mail address', () => {
  test('is asked for where the form keeps one, and kept', async () => {
    const form = await openSectionedForm(running);
    form.content = { ...form.content, items: [], settings: { emailCollectionType: 'RESPONDER_INPUT' } };
    const path = `/forms/d/e/${form.publishedId}/formResponse`;
    expect(await (await post(path, {})).text()).toContain('Đề nghị ghi địa chỉ e-mail.');
    await post(path, { emailAddress: 'an@hue.example' });
    expect(responsesOf(form).map(({ respondentEmail }) => respondentEmail)).toEqual(['an@hue.example']);
  });

  test('decides, where the form is shared with some people only', async () => {
    const form = await openSectionedForm(running);
    form.content = { ...form.content, items: [] };
    const file = running.emulator.forms.store.fileOf(form);
    file.permissions = [{ id: '1', type: 'domain', domain: 'hue.example', role: 'reader', view: 'published' }];
    const path = `/forms/d/e/${form.publishedId}/formResponse`;
    expect(await (await post(path, { emailAddress: 'an@hanoi.example' })).text()).toContain('chưa được chia sẻ');
    expect((await post(path, { emailAddress: 'an@hue.example' })).status).toBe(303);
  });
});

describe('a form that nobody may answer', () => {
  test.each([
    ['is not published', { isPublished: false, isAcceptingResponses: false }, 403, 'chưa được công bố'],
    ['is closed', { isPublished: true, isAcceptingResponses: false }, 200, 'không còn nhận câu trả lời'],
  ])('%s', async (_, publishState, status, words) => {
    const form = await openSectionedForm(running);
    form.publishState = publishState;
    const response = await fetch(linkTo(running, form));
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
    expect((await post(`/forms/d/e/${form.publishedId}/formResponse`, {})).status).toBe(status);
  });

  test('is shared with nobody', async () => {
    const form = await openSectionedForm(running);
    running.emulator.forms.store.fileOf(form).permissions = [];
    const response = await fetch(linkTo(running, form));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Cần đăng nhập');
  });
});

describe('what a page refuses', () => {
  test.each([
    '/_pages/..%2fpages.ts',
    '/_pages/%2e%2e/pages.ts',
    '/_pages/toString',
    '/inbox/-1',
    '/inbox/0/attachments/..%2f..',
    '/inbox/__proto__',
    '/spreadsheets/d/..%2f..%2fetc/edit',
    '/forms/d/e/__proto__/viewform',
  ])('%s is not there', async (path) => {
    expect((await fetch(running.emulator.url + path)).status).toBe(404);
  });

  test.each(['/clock', '/run/sync', '/spreadsheets/d/x/batchUpdate', '/forms/d/e/x/formResponse'])(
    'a button on another site that posts to %s',
    async (path) => {
      expect((await post(path, { to: 'hour' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
      expect((await post(path, { to: 'hour' }, { origin: 'null' })).status).toBe(403);
      expect(running.emulator.clock.isStanding()).toBe(false);
    },
  );
});

describe('what stands in data is text', () => {
  const markup = `"'><script>alert(1)</script>`;

  test('in a form', async () => {
    const form = await openSectionedForm(running);
    const text = await (await fetch(linkTo(running, form, { [ids.code]: markup, [ids.other]: markup }))).text();
    expect(text).not.toContain('<script>');
    expect(text.match(/&quot;&#39;&gt;&lt;script&gt;/g)).toHaveLength(2);
  });

  test('in a sheet, its notes, its choices and the names of its columns', async () => {
    const { address, batchUpdate } = await aRegister(running);
    const cell = {
      note: markup,
      userEnteredValue: { stringValue: markup },
      dataValidation: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: markup }] } },
    };
    const start = { sheetId: 1, rowIndex: 0, columnIndex: 0 };
    await batchUpdate([
      { updateCells: { start, rows: [{ values: [cell] }], fields: 'note,userEnteredValue,dataValidation' } },
    ]);
    const text = await (await fetch(address)).text();
    expect(text).not.toContain('<script>');
    expect(text.match(/&lt;script&gt;/g)).toHaveLength(4);
  });

  test('a link in a cell leads to web addresses only', async () => {
    const { address, batchUpdate } = await aRegister(running);
    const linked = (formulaValue: string) => ({ userEnteredValue: { formulaValue } });
    const values = [linked('=HYPERLINK("javascript:alert(1)";"a")'), linked('=HYPERLINK("https://hue.example/";"b")')];
    const start = { sheetId: 1, rowIndex: 9, columnIndex: 0 };
    await batchUpdate([{ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } }]);
    const text = await (await fetch(address)).text();
    expect(text).not.toContain('href="javascript');
    expect(text).toContain('<a href="https://hue.example/" tabindex="-1">b</a>');
  });

  test('a mail is served where no script runs and nothing is fetched', async () => {
    const transport = createTransport(running.emulator.smtpUrl);
    await transport.sendMail({ from: 'to@bo.example', to: 'an@hue.example', html: '<script>alert(1)</script>' });
    transport.close();
    const policy = (await fetch(`${running.emulator.url}/inbox/0/html`)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox(?!.*allow-scripts)(?!.*allow-forms)(?!.*allow-top-navigation)/);
  });
});

test('what a person does in the sheet is no call of the program', async () => {
  const { address, values } = await aRegister(running);
  running.emulator.log.clear();
  await running.control('PUT', '/faults', [{ kind: '500' }]);
  const path = `${new URL(address).pathname.replace('/edit', '')}/values/${encodeURIComponent("'Nhiệm vụ ''A'''!A2")}`;
  const response = await fetch(running.emulator.url + path, { method: 'POST', body: '{"values":[["NV-7"]]}' });
  expect(response.status).toBe(200);
  expect(running.emulator.log.list()).toEqual([]);
  await running.control('PUT', '/faults', []);
  expect((await values())[1]?.[0]).toBe('NV-7');
});
