import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBundle, COMPILE_CACHE } from '../../scripts/build/build-bundle.ts';
import { type ServedFunction, serveFunction } from '../../scripts/workspace/serve-function.ts';
import { freePortFrom } from '../../scripts/workspace/start-workspace.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';

const TOPIC = 'projects/p/topics/t';
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const framework = join(modules, '@google-cloud/functions-framework/build/src/main.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await buildBundle(folder);
  // The framework is the one package that the buildpack installs beside the bundle.
  await symlink(modules, join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true }));

const office = useOffice();
const control = async (name: string, body: unknown) => {
  const { url } = office.workspace.emulator;
  const answer = await fetch(`${url}/_emulator/${name}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
};
type Push = { readonly status: number; readonly endpoint: string };
/** What Pub/Sub has pushed so far, once all of it is answered. */
const pushes = async () =>
  (await (await fetch(`${office.workspace.emulator.url}/_emulator/pushes`)).json()) as readonly Push[];

async function serve(target: string): Promise<ServedFunction> {
  const environment = { ...office.workspace.environment, WATCH_TOPIC: TOPIC };
  return serveFunction({ target, source: folder, port: await freePortFrom(18_000), environment });
}

describe('the bundle, served by the functions framework', () => {
  test('plays a round woken by pushes without data, that come twice or not at all', async () => {
    const [sync, renewWatch] = [await serve('sync'), await serve('renewWatch')];
    try {
      await control('subscriptions', [{ topic: TOPIC, endpoint: sync.url }]);
      expect(await renewWatch.post()).toMatchObject({ watches: [{ did: 'created' }, { did: 'created' }] });
      await askTheCities(office, { cities: ['HUE', 'DNG', 'CTO'] });
      await sync.post();
      expect(await office.mailsTo('HUE')).toHaveLength(1);

      office.moveTo('2025-10-24 09:00');
      await control('switches', { 'forms.duplicate-notifications': true });
      const before = (await pushes()).length;
      await office.file('HUE', fullReport('HUE'));
      expect((await pushes()).slice(before).map(({ status }) => status)).toEqual([200, 200]);
      const subjects = (await office.mailsTo('HUE')).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject.includes('Đã tiếp nhận'))).toHaveLength(1);

      office.moveTo('2025-10-24 10:00');
      await control('switches', { 'forms.drop-notifications': true });
      await office.file('DNG', without(fullReport('DNG'), '1.4'));
      expect(await pushes()).toHaveLength(before + 2);
      expect((await office.rowsOf(reports)).map(({ unit }) => unit)).toEqual(['HUE']);
      expect(await sync.post()).toMatchObject({ recorded: 1, sent: 1 });
      expect((await office.mailsTo('DNG')).at(-1)?.subject).toContain('Đã tiếp nhận');
      expect(await sync.post()).toMatchObject({ recorded: 0, sent: 0, googleCalls: 2 });
    } finally {
      await Promise.all([sync.close(), renewWatch.close()]);
    }
  });

  test('takes a POST of ordinary size, and says so to anything else', async () => {
    const sync = await serve('sync');
    const post = (body: string) =>
      fetch(sync.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    try {
      const got = await fetch(sync.url);
      expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await got.json()).toEqual({ error: { code: 'method', message: 'sync takes POST.' } });
      const large = await post(JSON.stringify({ message: 'x'.repeat(300_000) }));
      expect([large.status, await large.json()]).toMatchObject([413, { error: { code: 'body' } }]);
      expect((await post('{"message":')).status).toBe(400);
      expect((await post('{"message":{"messageId":"1"},"subscription":"s"}')).status).toBe(200);
    } finally {
      await sync.close();
    }
  });
});

const start = (target: string, env: Record<string, string>) =>
  spawnSync(process.execPath, [framework, `--source=${folder}`, `--target=${target}`, '--port=0'], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });

describe('a wrong environment', () => {
  test('is told whole, for the function that is served, before anything listens', () => {
    const { status, stderr } = start('sync', { SMTP_URL: 'mail.example', LINK_SECRET: 'short' });
    expect(status).toBe(1);
    for (const name of ['SPREADSHEET_ID', 'FORM_ID', 'MAIL_FROM']) expect(stderr).toContain(`${name} is missing`);
    expect(stderr).toContain('SMTP_URL must look like smtps://');
    expect(stderr).toContain('LINK_SECRET must have at least 16 characters');
    expect(stderr).not.toContain('WATCH_TOPIC');
  });

  test('of another function asks for what that one needs', () => {
    const { status, stderr } = start('renewWatch', { WATCH_TOPIC: 't' });
    expect(status).toBe(1);
    expect(stderr).toContain('FORM_ID is missing');
    expect(stderr).toContain('WATCH_TOPIC must look like projects/P/topics/T');
    expect(stderr).not.toContain('SMTP_URL');
  });
});

describe('the folder that is deployed', () => {
  test('names its one file, its one dependency, and a step that compiles both ahead', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ main: 'index.js', type: 'commonjs' });
    expect(Object.keys(manifest.dependencies)).toEqual(['@google-cloud/functions-framework']);
    const cache = join(folder, 'cache');
    const step = manifest.scripts['gcp-build'].replace(COMPILE_CACHE, cache);
    execFileSync('sh', ['-c', step], { cwd: folder, env: { PATH: process.env['PATH'] } });
    expect(execFileSync('du', ['-sk', cache], { encoding: 'utf8' })).toMatch(/^\d{4}/);
  });

  test('holds the mail and document libraries, and runs them only when they are asked for', async () => {
    const text = await readFile(join(folder, 'index.js'), 'utf8');
    const wrapped = ['docx', 'nodemailer'].map((name) => new RegExp(`__esm\\(\\{"node_modules/${name}/`).test(text));
    expect(wrapped).toEqual([true, true]);
    const asked = "const has = () => process.moduleLoadList.includes('NativeModule dns'); const seen = [];";
    const steps =
      "require('./index.js'); seen.push(has()); require('nodemailer'); seen.push(has()); console.log(seen.join())";
    const options = { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } } as const;
    expect(execFileSync(process.execPath, ['-e', asked + steps], options).trim()).toBe('false,true');
  });
});
