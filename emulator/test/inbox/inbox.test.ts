import { createTransport, type Transporter } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { createInbox } from '../../inbox/inbox.ts';
import { runEmulator } from '../core/running-emulator.ts';

const running = runEmulator();
const transports: Transporter[] = [];
afterEach(() => {
  for (const transport of transports.splice(0)) transport.close();
});

function mailer(options: object = {}): Transporter {
  const { hostname, port } = new URL(running.emulator.smtpUrl);
  const transport = createTransport({ host: hostname, port: Number(port), ...options });
  transports.push(transport);
  return transport;
}

const letter = {
  from: '"Cục Phát triển đô thị" <bao-cao@ministry.example>',
  to: 'an@hanoi.example',
  subject: 'Đề nghị gửi báo cáo',
  text: 'Kính gửi quý cơ quan.',
};

test('a message is kept as its reader would see it', async () => {
  await running.control('PUT', '/clock', { now: '2026-11-23T01:00:00Z' });
  await mailer().sendMail({
    ...letter,
    cc: ['binh@hanoi.example'],
    html: '<p>Kính gửi quý cơ quan.</p>',
    messageId: '<k1@ministry.example>',
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [{ filename: 'Đề cương.docx', content: Buffer.from('abc') }],
  });
  expect(await running.control('GET', '/mail')).toMatchObject([
    {
      from: 'bao-cao@ministry.example',
      to: ['an@hanoi.example'],
      cc: ['binh@hanoi.example'],
      subject: 'Đề nghị gửi báo cáo',
      text: 'Kính gửi quý cơ quan.',
      html: '<p>Kính gửi quý cơ quan.</p>',
      messageId: '<k1@ministry.example>',
      headers: { 'auto-submitted': 'auto-generated' },
      attachments: [{ filename: 'Đề cương.docx', size: 3, contentBase64: 'YWJj' }],
      envelope: { from: 'bao-cao@ministry.example', to: ['an@hanoi.example', 'binh@hanoi.example'] },
      receivedAt: '2026-11-23T01:00:00Z',
    },
  ]);
});

test('a message can be had as it came over the wire', async () => {
  await mailer().sendMail(letter);
  const response = await fetch(`${running.emulator.url}/_emulator/mail/0/raw`);
  expect(response.headers.get('content-type')).toBe('message/rfc822');
  expect(await response.text()).toMatch(/^To: an@hanoi\.example\r$/m);
});

test('a message that is not there is 404', async () => {
  await expect(running.control('GET', '/mail/3/raw')).rejects.toThrow('404 There is no message 3');
});

test('the inbox can be emptied', async () => {
  await mailer().sendMail(letter);
  await running.control('DELETE', '/mail');
  expect(await running.control('GET', '/mail')).toEqual([]);
});

test('any name and password will do', async () => {
  await mailer({ auth: { user: 'sender', pass: 'secret' } }).sendMail(letter);
  expect(await running.emulator.inbox.messages()).toHaveLength(1);
});

test('pooled connections carry many messages, each kept once', async () => {
  const transport = mailer({ pool: true, maxConnections: 4 });
  const subjects = Array.from({ length: 200 }, (_, n) => `Thư ${n}`);
  await Promise.all(subjects.map((subject) => transport.sendMail({ ...letter, subject })));
  const kept = (await running.emulator.inbox.messages()).map(({ subject }) => subject);
  expect(kept.toSorted()).toEqual(subjects.toSorted());
});

test.each([
  ['refuse-permanent', 550],
  ['refuse-temporary', 451],
])('%s answers the recipient %i, and nothing is kept', async (kind, responseCode) => {
  await running.control('PUT', '/smtp-faults', [{ kind, to: '@hanoi' }]);
  await expect(mailer().sendMail(letter)).rejects.toMatchObject({ responseCode });
  await mailer().sendMail({ ...letter, to: 'chi@hue.example' });
  expect((await running.emulator.inbox.messages()).map(({ to }) => to)).toEqual([['chi@hue.example']]);
});

test('a refusal passes once its times are spent', async () => {
  await running.control('PUT', '/smtp-faults', [{ kind: 'refuse-temporary', times: 1 }]);
  await expect(mailer().sendMail(letter)).rejects.toMatchObject({ responseCode: 451 });
  await expect(mailer().sendMail(letter)).resolves.toBeDefined();
});

test('drop-after-data keeps the message and loses the answer', async () => {
  await running.control('PUT', '/smtp-faults', [{ kind: 'drop-after-data', times: 1 }]);
  await expect(mailer().sendMail(letter)).rejects.toThrow('Connection closed unexpectedly');
  expect(await running.emulator.inbox.messages()).toHaveLength(1);
});

test('drop-before-data loses both', async () => {
  await running.control('PUT', '/smtp-faults', [{ kind: 'drop-before-data', times: 1 }]);
  await expect(mailer().sendMail(letter)).rejects.toThrow('Connection closed unexpectedly');
  expect(await running.emulator.inbox.messages()).toEqual([]);
});

test('answer-late keeps the message at once and its answer waiting', async () => {
  await running.control('PUT', '/smtp-faults', [{ kind: 'answer-late', ms: 500, times: 1 }]);
  await expect(mailer({ socketTimeout: 200 }).sendMail(letter)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(await running.emulator.inbox.messages()).toHaveLength(1);
});

test('delay outlasts a sender’s patience', async () => {
  await running.control('PUT', '/smtp-faults', [{ kind: 'delay', ms: 300, to: 'an@' }]);
  await expect(mailer({ socketTimeout: 50 }).sendMail(letter)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});

test('closing does not wait for a sender who keeps the connection open', async () => {
  const inbox = await createInbox({ port: 0, now: () => '2026-11-23T01:00:00Z' });
  const transport = createTransport({ host: '127.0.0.1', port: Number(new URL(inbox.url).port), pool: true });
  transports.push(transport);
  await transport.sendMail(letter);
  await expect(inbox.close()).resolves.toBeUndefined();
});
