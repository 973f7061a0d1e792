import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderMailer } from '../../functions/mail/folder-mailer.ts';
import { aMail } from './a-mail.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thu-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const from = { name: 'Tổ giúp việc', address: 'dothithongminh@boxaydung.example' };
const mailer = () => createFolderMailer({ url: pathToFileURL(folder).href, from });
const filesIn = async (...place: string[]) =>
  (await readdir(join(folder, ...place))).filter((name) => name.endsWith('.eml'));

test.each([
  ['where it was written', ''],
  ['among those sent', 'da-gui'],
  ['among those not to be sent', 'thoi-gui'],
])('a mail is not written again while its file lies %s, whatever it is called', async (_where, place) => {
  const mail = aMail({});
  expect(await mailer().send(mail)).toEqual({ kind: 'exported' });
  const [name = ''] = await filesIn();
  await rename(join(folder, name), join(folder, place, 'tên khác.EML'.toLowerCase()));
  expect(await mailer().send(mail)).toEqual({ kind: 'exported' });
  expect(await filesIn(place)).toHaveLength(1);
  if (place !== '') expect(await filesIn()).toEqual([]);
});

test('what was sent is told by Message-ID; what a person put there besides is nobody’s', async () => {
  const mail = aMail({});
  await mailer().send(mail);
  const [name = ''] = await filesIn();
  await rename(join(folder, name), join(folder, 'da-gui', name));
  expect([...((await mailer().outbox?.sent()) ?? [])]).toEqual([mail.messageId]);
});

test('a wrong address is told, and the others get their mail', async () => {
  const mail = aMail({ to: ['sxd@haiphong.example', 'không phải địa chỉ'] });
  expect(await mailer().send(mail)).toEqual({ kind: 'exported', undeliverable: ['không phải địa chỉ'] });
  expect(await mailer().send(aMail({ to: ['không'] }))).toMatchObject({ kind: 'refused' });
});

test('a folder that cannot be written to is a server that is out', async () => {
  await rm(folder, { recursive: true });
  expect(await mailer().verify()).toMatch(/thư mục/);
  expect(await mailer().send(aMail({}))).toMatchObject({ kind: 'later', isServerOut: true });
});
