import { expect, onTestFinished, test } from 'vitest';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import { aMail } from './a-mail.ts';
import { smtpHost } from './smtp-host.ts';

/**
 * Slow and full servers. The patience of the mailer is an argument, so a server here is slow in milliseconds: a mail that
 * was taken is never sent again for want of patience, and one mail never holds up a run for longer than it may.
 */
const from = { name: '', address: 'dothithongminh@boxaydung.example' };

async function mailerFor(times: { step: number; answer: number; mail: number }, options: { most?: number } = {}) {
  const host = await smtpHost(options);
  const mailer = createSmtpMailer({ url: host.url, from, times });
  onTestFinished(async () => {
    mailer.close();
    await host.close();
  });
  return { host, mailer };
}

const recipients = (count: number) => Array.from({ length: count }, (_, n) => `canbo${n}@hpg.example`);

test('a server that thinks long over the text is waited for, and the mail is sent once', async () => {
  const { host, mailer } = await mailerFor({ step: 1000, answer: 30_000, mail: 60_000 });
  host.manners.textAfter = 1500;
  expect(await mailer.send(aMail())).toEqual({ kind: 'sent' });
  expect(host.raw).toHaveLength(1);
});

test('the next mail on the same connection meets the usual patience again', async () => {
  const { host, mailer } = await mailerFor({ step: 1000, answer: 30_000, mail: 60_000 });
  await mailer.send(aMail());
  host.manners.recipientAfter = 20_000;
  expect(await mailer.send(aMail())).toMatchObject({ kind: 'later' });
});

test('an answer to the text that does not come in time is unknown: the mail may have been taken', async () => {
  const { host, mailer } = await mailerFor({ step: 2000, answer: 300, mail: 60_000 });
  host.manners.textAfter = 20_000;
  expect(await mailer.send(aMail())).toMatchObject({ kind: 'unknown' });
});

test('a server that is slow at every step holds up a mail no longer than one mail may take', async () => {
  const { host, mailer } = await mailerFor({ step: 2000, answer: 2000, mail: 600 });
  host.manners.recipientAfter = 100;
  expect(await mailer.send(aMail({ to: recipients(60) }))).toMatchObject({ kind: 'later' });
  expect(host.raw).toEqual([]);
});

test.each([1, 2, 4])('a server that takes %i connections gets all mails on those', async (most) => {
  const { host, mailer } = await mailerFor({ step: 2000, answer: 2000, mail: 4000 }, { most });
  host.manners.recipientAfter = 5;
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => mailer.send(aMail())));
  expect(outcomes).toEqual(Array.from({ length: 12 }, () => ({ kind: 'sent' })));
  expect(host.raw).toHaveLength(12);
});

test('a mail that waited for a connection until there was no time left is not begun', async () => {
  const { host, mailer } = await mailerFor({ step: 2000, answer: 2000, mail: 4000 });
  host.manners.recipientAfter = 50;
  let hasTime = true;
  const outcomes = Array.from({ length: 20 }, () => mailer.send(aMail(), () => hasTime));
  await Promise.race(outcomes);
  hasTime = false;
  const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(host.raw.length);
  expect(kinds.filter((kind) => kind === 'later').length).toBeGreaterThan(0);
});

test('beyond this machine nothing is mailed without TLS, with or without a login', async () => {
  const host = await smtpHost({ address: '127.0.0.2' });
  onTestFinished(() => host.close());
  const asked = ['', 'ignoreTLS=true', 'requireTLS=false', 'opportunisticTLS=true', 'secure=false&ignoreTLS=true'];
  for (const url of [
    host.url.replace('smtp://', 'smtp://right:secret@'),
    ...asked.map((query) => `${host.url}/?${query}`),
  ]) {
    const mailer = createSmtpMailer({ url, from });
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later' });
    mailer.close();
  }
  expect(host.raw).toEqual([]);
});
