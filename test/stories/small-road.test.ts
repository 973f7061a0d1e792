import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDoctor, runSelfTest } from '../../functions/app.ts';
import { runOnce } from '../../scripts/once/run-once.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

// A bureau's own PC: no cloud project, no mail server. Mails are files that a person sends from the official mailbox.

const office = useOffice();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thu-'));
});
afterEach(() => rm(folder, { recursive: true }));

const configured = () => ({ ...office.workspace.config, SMTP_URL: pathToFileURL(folder).href });

async function once() {
  const said: string[] = [];
  const config = configured();
  const code = await runOnce(config, { login: null, out: (line) => said.push(line), err: (line) => said.push(line) });
  return { code, said: said.join('\n') };
}

const emlIn = async (...place: string[]) =>
  (await readdir(join(folder, ...place))).filter((name) => name.endsWith('.eml')).sort();
const list = () => readFile(join(folder, 'danh-sach-can-gui.html'), 'utf8');
const statesOf = async (unit: string) =>
  (await office.rowsOf(ledger)).filter((row) => row.unit === unit).map(({ state }) => state);

test('a mail is written once as a draft, waits for a person, and counts from when its file lies in da-gui', async () => {
  await askTheCities(office, { cities: ['HPG', 'DNG'] });
  expect(await once()).toMatchObject({ code: 0, said: expect.stringContaining('thư vừa xuất thành tệp') });
  const first = await emlIn();
  const mails = await Promise.all(first.map(async (name) => simpleParser(await readFile(join(folder, name)))));
  const invitation = mails.find(({ attachments }) => attachments.length > 0);
  expect(invitation?.headers.get('x-unsent')).toBe('1');
  expect(invitation?.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.docx$/)]);
  expect(await list()).toContain('Hải Phòng');
  expect((await office.rowsOf(mailPlan)).map(({ why }) => why).join()).toContain('Đã xuất thành tệp, chờ người gửi');

  // Sent from the official mailbox, and the file put there under another name.
  const [ofHaiPhong = ''] = await emlIn().then((names) => names.filter((name) => name.includes(' hpg ')));
  await rename(join(folder, ofHaiPhong), join(folder, 'da-gui', 'Hải Phòng.eml'));
  await office.file('DNG', fullReport('DNG'));
  office.moveTo('2025-10-24 09:00');
  expect(await once()).toMatchObject({ code: 0 });
  expect(await statesOf('HPG')).toEqual(['đang gửi', 'đã xuất', 'đã gửi']);
  expect((await emlIn('thoi-gui')).filter((name) => name.includes(' dng '))).toHaveLength(1);
  expect(await list()).toContain('[Đã tiếp nhận]');

  // Nothing is written a second time, whatever became of its file; the claim of a run that died is no other mail.
  const before = await emlIn();
  await rm(join(folder, before.find((name) => name.includes(' dng ')) ?? ''));
  office.moveTo('2025-10-24 10:00');
  await once();
  expect((await emlIn()).length).toBe(before.length - 1);
  expect((await office.rowsOf(ledger)).filter(({ state }) => state === 'đã gửi')).toHaveLength(1);
});

test('of two runs at once on one machine one does nothing', async () => {
  const both = await Promise.all([once(), once()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ said }) => said.includes('chưa xong'))).toHaveLength(1);
  expect((await once()).said).not.toContain('chưa xong');
});

test('a folder that is not there any more is a mail server that is out', async () => {
  await askTheCities(office, { cities: ['HPG'] });
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder');
  expect(await once()).toMatchObject({ code: 1, said: expect.stringContaining('thư mục nhận thư') });
});

test('a check-up calls the folder a folder, and takes no file in it for a mail that arrived', async () => {
  const { checks } = await runDoctor(configured());
  const found = expect.stringContaining('thư mục');
  expect(checks.find(({ subject }) => subject === 'Máy chủ thư')).toMatchObject({ state: 'ok', found });
  const { results } = await runSelfTest({ ...configured(), ALERT_TO: 'quantri@boxaydung.example' });
  expect(results.find(({ id }) => id === 'D11')).toMatchObject({ kind: 'unchecked', because: found });
  expect(await emlIn()).toHaveLength(1);
});
