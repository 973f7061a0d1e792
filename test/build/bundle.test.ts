import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMailbox } from 'google-workspace-emulator';
import { describe, expect, test } from 'vitest';
import { COMPILE_CACHE } from '../../scripts/build/build-bundle.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { deliveryReport } from '../mail/delivery-reports.ts';
import { machine } from '../support/machine.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';
import { controlEmulator, framework, pushesOf, useBundle } from './served-bundle.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOPIC = 'projects/p/topics/t';
const office = useOffice();
const bundle = useBundle(office, { WATCH_TOPIC: TOPIC });
const { serve } = bundle;
describe('the bundle, served by the functions framework', () => {
  test('plays a round woken by pushes without data, that come twice or not at all', async () => {
    const [sync, renewWatch] = [await serve('sync'), await serve('renewWatch')];
    try {
      await askTheCities(office, { cities: ['HUE', 'DNG', 'CTO'] });
      await controlEmulator(office, 'subscriptions', [{ topic: TOPIC, endpoint: sync.url }]);
      expect(await renewWatch.post()).toMatchObject({ watches: [{ did: 'created' }, { did: 'created' }] });
      await sync.post();
      expect((await office.mailsTo('HUE')).map(({ attachments }) => attachments.length)).toEqual([1]);

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

  test('reads the mailbox of what came back', async () => {
    const mailbox = await createMailbox({ now: () => office.workspace.emulator.clock.now() });
    mailbox.receive(deliveryReport({}));
    const doctor = await serve('doctor', { IMAP_URL: mailbox.url });
    try {
      const found = expect.stringContaining('hôm nay 1 người nhận không tới được');
      expect(await doctor.post()).toMatchObject({
        checks: expect.arrayContaining([expect.objectContaining({ subject: 'Thư trả lại', state: 'ok', found })]),
      });
    } finally {
      await doctor.close();
      mailbox.close();
    }
  });

  test('takes a POST of ordinary size, and says so to anything else', async () => {
    const sync = await serve('sync');
    try {
      const got = await fetch(sync.url);
      expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await got.json()).toEqual({ error: { code: 'method', message: 'sync takes POST.' } });
      const large = await post(sync.url, JSON.stringify({ message: 'x'.repeat(300_000) }));
      expect([large.status, await large.json()]).toMatchObject([413, { error: { code: 'body' } }]);
      expect((await post(sync.url, '{"message":{"messageId":"1"},"subscription":"s"}')).status).toBe(200);
    } finally {
      await sync.close();
    }
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (url: string, body: string, headers: Record<string, string> = JSON_TYPE) =>
  fetch(url, { method: 'POST', headers, body });

test('a body or a path that nobody can read is told nowhere', async () => {
  const WORDS = 'Trần Thị Mẫu, 0900 000 000';
  const bodies: readonly (readonly [body: string, headers: Record<string, string>])[] = [
    [WORDS, JSON_TYPE],
    [`{"${WORDS}":"${WORDS}`, JSON_TYPE],
    [`{"a":"${WORDS}"}`, { ...JSON_TYPE, 'content-encoding': 'gzip' }],
    [WORDS, { ...JSON_TYPE, 'content-encoding': 'unknown' }],
    [`{"a":"${WORDS}"}`, { 'content-type': 'application/json; charset=x-none' }],
    [`${WORDS}&`.repeat(1_200), { 'content-type': 'application/x-www-form-urlencoded' }],
    [WORDS, { 'content-type': 'application/cloudevents+json' }],
    [WORDS.repeat(10_000), JSON_TYPE],
  ];
  const before = bundle.said().length;
  const page = await serve('dashboard');
  try {
    for (const [body, headers] of bodies) {
      const answer = await post(page.url, body, headers);
      expect([answer.status, await answer.text()], body.slice(0, 40)).toEqual([405, 'dashboard takes GET.']);
    }
    expect((await fetch(`${page.url}/Tr%E1%BA%A7n%E0%A4%A`)).status).toBe(200);
    expect((await fetch(`${page.url}/favicon.ico`)).status).toBe(404);
  } finally {
    await page.close();
  }
  const said = bundle.said().slice(before);
  expect(said).toContain('"function":"dashboard"');
  for (const part of ['Trần', 'Tr%E1', 'Mẫu', '0900', 'SyntaxError', 'URIError', ' at '])
    expect(said).not.toContain(part);
});

const start = (target: string, env: Record<string, string>) =>
  spawnSync(process.execPath, [framework, `--source=${bundle.folder}`, `--target=${target}`, '--port=0'], {
    env: { ...machine, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });

describe('a wrong environment', () => {
  test('is told whole, for the function that is served, before anything listens', () => {
    const { status, stderr } = start('sync', { SMTP_URL: 'mail.example', LINK_SECRET: 'short' });
    expect(status).toBe(1);
    for (const name of ['SPREADSHEET_ID', 'FORM_ID', 'MAIL_FROM']) expect(stderr).toContain(`${name} còn thiếu`);
    expect(stderr).toContain('SMTP_URL chưa đúng: phải có dạng smtps://');
    expect(stderr).toContain('LINK_SECRET chưa đúng: phải có ít nhất 16 ký tự');
    expect(stderr).not.toContain('WATCH_TOPIC');
  });

  test('of another function asks for what that one needs', () => {
    const { status, stderr } = start('renewWatch', { WATCH_TOPIC: 't' });
    expect(status).toBe(1);
    expect(stderr).toContain('FORM_ID còn thiếu');
    expect(stderr).toContain('WATCH_TOPIC chưa đúng: phải có dạng projects/P/topics/T');
    expect(stderr).not.toContain('SMTP_URL');
  });
});

describe('the folder that is deployed', () => {
  test('names the file that is started, its one dependency, and a step that compiles both ahead', async () => {
    const manifest = JSON.parse(await readFile(join(bundle.folder, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ main: 'index.js', type: 'commonjs' });
    expect(Object.keys(manifest.dependencies)).toEqual(['@google-cloud/functions-framework']);
    const cache = join(bundle.folder, 'cache');
    const step = manifest.scripts['gcp-build'].replace(COMPILE_CACHE, cache);
    execFileSync('sh', ['-c', step], { cwd: bundle.folder, env: { PATH: process.env['PATH'] } });
    expect(execFileSync('du', ['-sk', cache], { encoding: 'utf8' })).toMatch(/^\d{4}/);
  });

  test('locks what is installed, each by its sum, as it was tested here', async () => {
    const { packages } = JSON.parse(await readFile(join(bundle.folder, 'package-lock.json'), 'utf8'));
    const { '': own, ...others } = packages as Record<string, { version: string; integrity?: string }>;
    expect(own).toMatchObject(JSON.parse(await readFile(join(bundle.folder, 'package.json'), 'utf8')));
    for (const [place, { version, integrity }] of Object.entries(others)) {
      const installed = JSON.parse(await readFile(join(ROOT, place, 'package.json'), 'utf8'));
      expect([place, version, integrity?.slice(0, 7)]).toEqual([place, installed.version, 'sha512-']);
    }
    const listed = spawnSync('npm', ['ls', '--package-lock-only', '--all'], { cwd: bundle.folder, encoding: 'utf8' });
    expect([listed.status, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toContain('express@');
  });

  test('keeps the licences of every package that is in the bundle', async () => {
    const maps = (await readdir(bundle.folder)).filter((file) => file.endsWith('.map'));
    const texts = await Promise.all(maps.map((file) => readFile(join(bundle.folder, file), 'utf8')));
    const sources = texts.flatMap((text) => JSON.parse(text).sources as string[]);
    const inside = sources.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
    const licences = await readFile(join(bundle.folder, 'LICENSES.txt'), 'utf8');
    for (const name of ['googleapis', 'docx', 'imapflow']) expect(new Set(inside)).toContain(name);
    for (const name of new Set(inside)) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+.* \\(.+\\)$`, 'm'));
    expect(licences).toContain('Permission is hereby granted, free of charge');
    expect(licences).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  });

  test('has the mail and document libraries beside it, and runs nothing but its entry until it is asked', async () => {
    const { sources } = JSON.parse(await readFile(join(bundle.folder, 'index.js.map'), 'utf8'));
    const files = await readdir(bundle.folder);
    for (const name of ['docx', 'nodemailer', 'imapflow']) {
      expect(files).toContain(`${name}.js`);
      expect((sources as string[]).filter((source) => source.includes(`node_modules/${name}/`))).toEqual([]);
    }
    // Google's clients bring http2, the mail libraries bring dns: what is loaded tells who has run.
    const script = `
      const seen = () => ['http2', 'dns'].filter((name) => process.moduleLoadList.includes('NativeModule ' + name));
      const { app } = require('./index.js');
      const steps = [seen()];
      app().then(() => console.log(JSON.stringify([...steps, seen()])));`;
    const options = { cwd: bundle.folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } } as const;
    expect(JSON.parse(execFileSync(process.execPath, ['-e', script], options))).toEqual([[], ['http2']]);
  });
});
