import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bitsOf, ENOUGH_BITS } from '../../functions/domain/links/secret-strength.ts';
import { type ServedFunction, serveFunction } from '../../scripts/workspace/serve-function.ts';
import { freePortFrom, startWorkspace, type Workspace } from '../../scripts/workspace/start-workspace.ts';
import { machine } from '../support/machine.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const source = path.join(ROOT, 'functions/index.ts');
const framework = fileURLToPath(import.meta.resolve('@google-cloud/functions-framework')).replace(
  /index\.js$/,
  'main.js',
);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a program to its end in an environment of nothing but what is given. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...machine, ...environment };
    execFile(process.execPath, [...args], { cwd: ROOT, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('with a wrong environment', () => {
  test('the served function says every problem at once and ends', async () => {
    const ended = await run([framework, '--target=sync', `--source=${source}`, '--port=0'], {
      SMTP_URL: 'mail.example',
      LINK_SECRET: 'short',
      FIXED_NOW: '2025-10-23T08:00:00+07:00',
    });
    expect(ended.code).not.toBe(0);
    for (const name of ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET', 'FIXED_NOW']) {
      expect(ended.err).toMatch(new RegExp(`^ {2}- ${name} `, 'm'));
    }
  });

  test('the provisioning says every problem at once and ends', async () => {
    const ended = await run(['scripts/provision.ts'], { SPREADSHEET_ID: 'x', FORM_ID: 'y' });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err.match(/^ {2}- \w+/gm)).toEqual(['  - SPREADSHEET_ID', '  - FORM_ID', '  - LINK_SECRET']);
  });

  test('an emulator that is not there is named', async () => {
    const ended = await run(['scripts/provision.ts'], {
      LINK_SECRET: '0123456789abcdef',
      GOOGLE_WORKSPACE_EMULATOR_URL: 'http://127.0.0.1:1',
    });
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('Máy giả lập ở http://127.0.0.1:1/_emulator/clock không trả lời'),
    });
  });
});

describe('in a workspace', () => {
  let workspace: Workspace;
  let served: ServedFunction;

  beforeAll(async () => {
    workspace = await startWorkspace({ now: '2025-10-23T14:05:00+07:00' });
    const port = await freePortFrom(18_080 + (process.pid % 1000));
    served = await serveFunction({ target: 'sync', source, port, environment: workspace.environment });
  });
  afterAll(async () => {
    await served.close();
    await workspace.close();
  });

  test('the first provisioning makes a key that nobody finds out; a later one asks for it', async () => {
    const { GOOGLE_WORKSPACE_EMULATOR_URL = '' } = workspace.environment;
    const first = await run(['scripts/provision.ts'], { GOOGLE_WORKSPACE_EMULATOR_URL });
    expect(first.code).toBe(0);
    const made = Object.fromEntries(first.out.split('\n').map((line) => line.split('=')));
    expect(bitsOf(made['LINK_SECRET'])).toBeGreaterThanOrEqual(ENOUGH_BITS);
    const again = await run(['scripts/provision.ts'], {
      GOOGLE_WORKSPACE_EMULATOR_URL,
      SPREADSHEET_ID: made['SPREADSHEET_ID'],
    });
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('LINK_SECRET còn thiếu') });
  });

  test('a file that is no document is refused by the command that would enter it', async () => {
    const { environment } = workspace;
    const ended = await run(['scripts/enter-report.ts', '--unit', 'HUE', '--file', 'package.json'], environment);
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining('không phải là .docx') });
  });

  const push = (body: unknown) =>
    fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('a push without data wakes the whole job', async () => {
    const { formId } = workspace.provisioned;
    const answer = await push({
      message: {
        attributes: { formId, eventType: 'RESPONSES', watchId: 'w' },
        messageId: '1',
        publishTime: '2025-10-23T07:05:00Z',
      },
      subscription: 'projects/p/subscriptions/s',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ recorded: 0, googleCalls: expect.toBeOneOf([2, 3]), revision: 3 });
  });

  test('an empty push wakes it too, and a second run changes nothing', async () => {
    expect(await (await push({})).json()).toMatchObject({ googleCalls: 2, sent: 0 });
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(200);
  });

  test('a look at its address does no work', async () => {
    workspace.emulator.log.clear();
    const answer = await fetch(served.url);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(workspace.emulator.log.list()).toEqual([]);
  });

  test('when Google is down it answers so that whoever called comes again', async () => {
    const faults = (list: readonly object[]) =>
      fetch(`${workspace.emulator.url}/_emulator/faults`, { method: 'PUT', body: JSON.stringify(list) });
    await faults([{ kind: '503' }]);
    const answer = await push({});
    await faults([]);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      error: { code: 'google.unreachable', message: expect.stringContaining('Nothing was lost') },
    });
    expect((await push({})).status).toBe(200);
  });

  test('the provisioning prints what to set and each link; again, it makes no write', async () => {
    const { SPREADSHEET_ID, FORM_ID, ...rest } = workspace.environment as Record<string, string>;
    const { spreadsheetId, formId, links } = workspace.provisioned;
    workspace.emulator.log.clear();
    const ended = await run(['scripts/provision.ts'], { ...rest, SPREADSHEET_ID: SPREADSHEET_ID!, FORM_ID: FORM_ID! });
    expect(ended.code).toBe(0);
    expect(ended.out.split('\n').slice(0, 2)).toEqual([`SPREADSHEET_ID=${spreadsheetId}`, `FORM_ID=${formId}`]);
    for (const { link } of links) expect(ended.out).toContain(link);
    const writes = workspace.emulator.log
      .list()
      .filter(({ path: at }) => /:batchUpdate$|:create$|setPublishSettings$/.test(at));
    expect(writes).toEqual([]);
  });
});
