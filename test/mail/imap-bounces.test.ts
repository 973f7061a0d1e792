import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createMailbox, type Mailbox } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { createImapBounces } from '../../functions/mail/imap-bounces.ts';
import { deliveryReport } from './delivery-reports.ts';

const DAY = Temporal.PlainDate.from('2025-10-20');

async function mailboxWith(options: Partial<Parameters<typeof createMailbox>[0]> = {}): Promise<Mailbox> {
  const mailbox = await createMailbox({ now: () => '2025-10-23T08:00:00+07:00', ...options });
  onTestFinished(() => mailbox.close());
  return mailbox;
}

/** What a reading that fails says. */
const trouble = (url: string, times?: Parameters<typeof createImapBounces>[1]) =>
  createImapBounces(url, times)
    .since(DAY)
    .then(
      () => null,
      ({ code, message }) => `${code}: ${message}`,
    );

test('of many reports the newest are read, and no mail of another kind', async () => {
  const mailbox = await mailboxWith();
  for (let n = 0; n < 230; n += 1) mailbox.receive(deliveryReport({ messageId: `<m${n}@boxaydung.example>` }));
  mailbox.receive('Subject: delivery-status\r\n\r\nContent-Type: multipart/report');
  const ids = (await createImapBounces(mailbox.url).since(DAY)).map(({ messageId }) => messageId);
  expect([ids.length, ids.at(0), ids.at(-1)]).toEqual([200, '<m30@boxaydung.example>', '<m229@boxaydung.example>']);
  expect(mailbox.said().at(-1)).toBe('LOGOUT');
});

test('a mailbox without any has none', async () => {
  expect(await createImapBounces((await mailboxWith()).url).since(DAY)).toEqual([]);
});

test.each([/^EXAMINE/, /^UID SEARCH/, /^UID FETCH/])('a refusal of %s is no empty mailbox', async (refuses) => {
  const mailbox = await mailboxWith({ refuses });
  mailbox.receive(deliveryReport({}));
  expect(await trouble(mailbox.url)).toMatch(/^mail\.unread: /);
});

test('beyond this machine no password goes out without TLS', async () => {
  const mailbox = await mailboxWith({ address: '127.0.0.2' });
  expect(await trouble(mailbox.url)).toMatch(/^mail\.unread: .*TLS/i);
  expect(mailbox.said().join()).not.toContain('LOGIN');
});

test.each([
  ['is silent', () => {}],
  [
    'says a little now and then, and never enough',
    (write: (line: string) => void) => {
      write('* OK [CAPABILITY IMAP4rev1] ready');
      const timer = setInterval(() => write('* 1 EXISTS'), 20);
      onTestFinished(() => clearInterval(timer));
    },
  ],
  ['sends an answer without an end', (write: (line: string) => void) => write(`* OK ${'x'.repeat(5 * 1024 * 1024)}`)],
])('a server that %s holds nobody up', async (_, talk) => {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    talk((line) => void (socket.writable && socket.write(`${line}\r\n`)));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const before = performance.now();
  expect(await trouble(`imap://a:b@127.0.0.1:${port}`, { silence: 200, reading: 400 })).toMatch(/^mail\.unread: /);
  expect(performance.now() - before).toBeLessThan(5_000);
});
