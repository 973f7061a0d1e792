import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPILE_CACHE } from '../../scripts/build/build-bundle.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';
import { controlEmulator, framework, pushesOf, useBundle } from './served-bundle.ts';

const TOPIC = 'projects/p/topics/t';
const office = useOffice();
const bundle = useBundle(office, { WATCH_TOPIC: TOPIC });
const { serve } = bundle;
describe('the bundle, served by the functions framework', () => {
  test('plays a round woken by pushes without data, that come twice or not at all', async () => {
    const [sync, renewWatch] = [await serve('sync'), await serve('renewWatch')];
    try {
      await controlEmulator(office, 'subscriptions', [{ topic: TOPIC, endpoint: sync.url }]);
      expect(await renewWatch.post()).toMatchObject({ watches: [{ did: 'created' }, { did: 'created' }] });
      await askTheCities(office, { cities: ['HUE', 'DNG', 'CTO'] });
      await sync.post();
      expect(await office.mailsTo('HUE')).toHaveLength(1);

      office.moveTo('2025-10-24 09:00');
      await controlEmulator(office, 'switches', { 'forms.duplicate-notifications': true });
      const before = (await pushesOf(office)).length;
      await office.file('HUE', fullReport('HUE'));
      expect((await pushesOf(office)).slice(before).map(({ status }) => status)).toEqual([200, 200]);
      const subjects = (await office.mailsTo('HUE')).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject.includes('Đã tiếp nhận'))).toHaveLength(1);

      office.moveTo('2025-10-24 10:00');
      await controlEmulator(office, 'switches', { 'forms.drop-notifications': true });
      await office.file('DNG', without(fullReport('DNG'), '1.4'));
      expect(await pushesOf(office)).toHaveLength(before + 2);
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
  spawnSync(process.execPath, [framework, `--source=${bundle.folder}`, `--target=${target}`, '--port=0'], {
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
    const manifest = JSON.parse(await readFile(join(bundle.folder, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ main: 'index.js', type: 'commonjs' });
    expect(Object.keys(manifest.dependencies)).toEqual(['@google-cloud/functions-framework']);
    const cache = join(bundle.folder, 'cache');
    const step = manifest.scripts['gcp-build'].replace(COMPILE_CACHE, cache);
    execFileSync('sh', ['-c', step], { cwd: bundle.folder, env: { PATH: process.env['PATH'] } });
    expect(execFileSync('du', ['-sk', cache], { encoding: 'utf8' })).toMatch(/^\d{4}/);
  });

  test('holds the mail and document libraries, and runs nothing but its entry until it is asked', async () => {
    const text = await readFile(join(bundle.folder, 'index.js'), 'utf8');
    const wrapped = ['docx', 'nodemailer'].map((name) => new RegExp(`__esm\\(\\{"node_modules/${name}/`).test(text));
    expect(wrapped).toEqual([true, true]);
    // Google's clients bring http2, the mail library brings dns: what is loaded tells who has run.
    const script = `
      const seen = () => ['http2', 'dns'].filter((name) => process.moduleLoadList.includes('NativeModule ' + name));
      const { app } = require('./index.js');
      const steps = [seen()];
      app().then(() => console.log(JSON.stringify([...steps, seen()])));`;
    const options = { cwd: bundle.folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } } as const;
    expect(JSON.parse(execFileSync(process.execPath, ['-e', script], options))).toEqual([[], ['http2']]);
  });
});
