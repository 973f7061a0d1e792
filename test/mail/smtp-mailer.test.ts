import { createServer } from 'node:net';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { test as base, describe, expect } from 'vitest';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import type { Mail } from '../../functions/ports.ts';
import { readMailbox } from '../../sheets-schema/address.ts';
import { anAddress } from '../sheets-schema/an-address.ts';
import { aMail } from './a-mail.ts';
import { smtpHost } from './smtp-host.ts';

const from = { name: 'Cục Phát triển đô thị', address: 'dothithongminh@boxaydung.example' };

/** Each test has its own server and its own pool. */
const test = base
  .extend('host', async ({ task: _ }, { onCleanup }) => {
    const host = await smtpHost();
    onCleanup(() => host.close());
    return host;
  })
  .extend('mailer', async ({ host }, { onCleanup }) => {
    const mailer = createSmtpMailer({ url: host.url, from });
    onCleanup(() => mailer.close());
    return mailer;
  });

describe.concurrent('a mail that arrives', () => {
  test('carries the headers it was given, and its Vietnamese reads as written', async ({ host, mailer }) => {
    const mail = aMail();
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' });
    const [got] = await host.parsed();
    expect(got?.subject).toBe(mail.subject);
    expect(got?.text?.trim()).toBe(mail.text);
    expect(got?.html).toContain('thành phố Hải Phòng');
    expect(got?.messageId).toBe(mail.messageId);
    expect(got?.from?.value).toEqual([{ name: 'Cục Phát triển đô thị', address: 'dothithongminh@boxaydung.example' }]);
    expect(got?.replyTo?.value[0]?.address).toBe(mail.replyTo);
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
  });

  test('is dated by the instant it was given, in the zone of its readers', async ({ host, mailer }) => {
    await mailer.send(aMail());
    expect(host.raw[0]).toMatch(/^Date: Wed, 22 Oct 2025 08:30:00 \+0700\r?$/m);
  });

  test('encodes its subject for servers that know only ASCII', async ({ host, mailer }) => {
    await mailer.send(aMail());
    expect(host.raw[0]).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(host.raw[0]).not.toMatch(/[^\p{ASCII}]/u);
  });

  test('tells nothing of the program, and follows nobody', async ({ host, mailer }) => {
    await mailer.send(aMail());
    expect(host.raw[0]).not.toMatch(/^(x-mailer|list-unsubscribe|disposition-notification-to|return-receipt-to):/im);
    expect(host.raw[0]).not.toMatch(/<img/i);
  });

  test('brings its attachment unharmed', async ({ host, mailer }) => {
    const content = Uint8Array.from({ length: 3000 }, (_, i) => i % 256);
    await mailer.send(
      aMail({ attachments: [{ filename: 'Đề cương báo cáo.docx', contentType: 'application/x-test', content }] }),
    );
    const attachment = (await host.parsed())[0]?.attachments[0];
    expect(attachment?.filename).toBe('Đề cương báo cáo.docx');
    expect(attachment?.contentType).toBe('application/x-test');
    expect(new Uint8Array(attachment?.content ?? [])).toEqual(content);
  });

  test('keeps its Message-ID when it is sent again', async ({ host, mailer }) => {
    const mail = aMail();
    await mailer.send(mail);
    await mailer.send(mail);
    expect((await host.parsed()).map(({ messageId }) => messageId)).toEqual([mail.messageId, mail.messageId]);
  });

  test('goes out without Reply-To when the group mailbox is no address', async ({ host, mailer }) => {
    await mailer.send(aMail({ replyTo: 'hộp thư nhóm' }));
    expect((await host.parsed())[0]?.replyTo).toBeUndefined();
  });
});

describe.concurrent('one connection', () => {
  test('serves many mails', async ({ host, mailer }) => {
    for (let i = 0; i < 4; i += 1) await mailer.send(aMail({ messageId: `<${i}@register.example>` }));
    expect(host.raw).toHaveLength(4);
    expect(host.connections()).toBe(1);
  });

  test('is replaced when the server ended it between two mails', async ({ host, mailer }) => {
    await mailer.send(aMail());
    host.hangUp();
    expect(await mailer.send(aMail())).toEqual({ kind: 'sent' });
    expect(host.raw).toHaveLength(2);
  });

  test('or five, all ended by the server, cost no mail of the next batch', async ({ host, mailer }) => {
    const batch = (run: string) =>
      Promise.all([1, 2, 3, 4, 5, 6].map((i) => mailer.send(aMail({ messageId: `<${run}${i}@register.example>` }))));
    await batch('a');
    host.hangUp();
    expect(await batch('b')).toEqual(Array.from({ length: 6 }, () => ({ kind: 'sent' })));
    expect(new Set((await host.parsed()).map(({ messageId }) => messageId)).size).toBe(12);
    expect(host.raw).toHaveLength(12);
  });

  test('opens again after close', async ({ mailer }) => {
    await mailer.send(aMail());
    mailer.close();
    expect(await mailer.send(aMail())).toEqual({ kind: 'sent' });
  });
});

describe.concurrent('a server that does not take a mail', () => {
  const no = (code: number, words: string) => () => ({ code, words });

  test.for([
    ['an unknown recipient', 'recipient', no(550, '5.1.1 no such user sxd@haiphong.example'), 'refused'],
    ['a recipient whose box is full for now', 'recipient', no(452, '4.2.2 mailbox full'), 'later'],
    ['a greylisting server', 'recipient', no(451, '4.7.1 try again later'), 'later'],
    ['a text it will not have from us', 'text', no(554, '5.7.1 rejected by policy'), 'later'],
    ['a text it cannot read', 'text', no(554, '5.6.0 malformed'), 'refused'],
    ['a host that is on a list', 'recipient', no(550, '5.7.1 client host blocked'), 'later'],
    ['a host that may not relay', 'recipient', no(554, '5.7.1 relay access denied'), 'later'],
    ['a host it does not serve', 'recipient', no(554, 'Service unavailable; client host blocked'), 'later'],
    ['a sender who did not prove who he is', 'text', no(550, '5.7.26 unauthenticated'), 'later'],
    ['a recipient whose box is full', 'recipient', no(552, '5.2.2 mailbox full'), 'later'],
    ['a recipient whose box is full, without a status', 'recipient', no(552, 'over quota'), 'later'],
    ['a recipient whose box is closed', 'recipient', no(550, '5.2.1 mailbox disabled'), 'refused'],
    ['a recipient who is gone, without a status', 'recipient', no(550, 'no such user'), 'refused'],
    ['a text it cannot store now', 'text', no(451, '4.3.0 try again'), 'later'],
    ['a daily limit of the sender', 'recipient', no(550, '5.4.5 daily user sending limit exceeded'), 'later'],
    ['a sender it does not know', 'sender', no(550, '5.1.8 sender rejected'), 'later'],
    ['a sender it does not allow', 'sender', no(553, 'sender address rejected: not owned by user'), 'later'],
    ['a sender that must log in first', 'sender', no(530, '5.7.0 authentication required'), 'later'],
    ['a mail that is too big', 'sender', no(552, '5.3.4 message size exceeds limit'), 'refused'],
  ] as const)('%s', async ([_case, at, answer, kind], { host, mailer }) => {
    host.manners[at] = answer;
    const outcome = await mailer.send(aMail());
    expect(outcome).toMatchObject({ kind });
    expect('reason' in outcome && outcome.reason).toContain(String(answer().code));
    expect(JSON.stringify({ ...outcome, undeliverable: null })).not.toContain('sxd@');
  });

  test('does not keep the next one from going out', async ({ host, mailer }) => {
    host.manners.recipient = no(550, '5.1.1 no such user');
    await mailer.send(aMail());
    host.manners.recipient = () => null;
    expect(await mailer.send(aMail())).toEqual({ kind: 'sent' });
  });

  test('for one of two recipients still took it, and the other is told of', async ({ host, mailer }) => {
    host.manners.recipient = (address) => (address.startsWith('old') ? { code: 550, words: '5.1.1 gone' } : null);
    const outcome = await mailer.send(aMail({ to: ['old@haiphong.example', 'sxd@haiphong.example'] }));
    expect(outcome).toEqual({
      kind: 'sent',
      refused: 'o***@haiphong.example: 550 5.1.1 gone',
      undeliverable: ['old@haiphong.example'],
    });
  });
});

describe.concurrent('a connection that fails', () => {
  test('to open means later', async ({ host, mailer }) => {
    await host.close();
    const outcome = await mailer.send(aMail());
    expect(outcome).toEqual({
      kind: 'later',
      reason: 'không kết nối được máy chủ thư (ECONNREFUSED)',
      isServerOut: true,
    });
  });

  test.for<[string, string[]]>([
    ['greeting', []],
    ['MAIL FROM', ['220 hi', '250 host']],
    ['RCPT TO', ['220 hi', '250 host', '250 ok']],
    ['DATA', ['220 hi', '250 host', '250 ok', '250 ok']],
  ])('before the answer to %s means later: the text had not left', async ([_stage, answers]) => {
    const rude = await hangingUpAfter(answers);
    const shy = createSmtpMailer({ url: rude.url, from });
    expect(await shy.send(aMail())).toMatchObject({ kind: 'later' });
    shy.close();
    rude.close();
  });

  test('after the text began to flow means unknown, and the mail is not repeated behind our back', async ({
    host,
    mailer,
  }) => {
    host.manners.text = () => 'hang-up';
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'unknown' });
    expect(host.raw).toHaveLength(1);
  });

  test('after the text began to flow on a connection that served before means unknown too', async ({
    host,
    mailer,
  }) => {
    await mailer.send(aMail());
    host.manners.text = () => 'hang-up';
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'unknown' });
    expect(host.raw).toHaveLength(2);
  });
});

describe.concurrent('what people typed', () => {
  const bait = 'x\r\nBcc: thief@attacker.example\r\n\r\n<b>body</b>';

  test.for<[string, Partial<Mail>]>([
    ['subject', { subject: bait }],
    ['Message-ID', { messageId: `<${bait}@register.example>` }],
    ['Reply-To', { replyTo: bait }],
    ['attachment name', { attachments: [{ filename: bait, contentType: 'text/plain', content: new Uint8Array(3) }] }],
    [
      'attachment type',
      { attachments: [{ filename: 'a', contentType: `text/plain${bait}`, content: new Uint8Array(3) }] },
    ],
  ])('in the %s cannot begin a header or the body', async ([_field, given], { host, mailer }) => {
    expect(await mailer.send(aMail(given))).toEqual({ kind: 'sent' });
    const [got] = await host.parsed();
    expect(got?.bcc).toBeUndefined();
    expect(got?.headers.has('bcc')).toBe(false);
    expect(host.raw[0]).not.toMatch(/^bcc:/im);
    expect(got?.text?.trim()).toBe(aMail().text);
  });

  test.for(['', 'sxd', 'sxd@haiphong.example, thief@attacker.example', 'sxd@haiphong.example\r\nBcc: a@b.example'])(
    'as the address "%s" is refused before anything is sent',
    async (address, { host, mailer }) => {
      expect(await mailer.send(aMail({ to: [address] }))).toMatchObject({ kind: 'refused' });
      expect(host.connections()).toBe(0);
    },
  );

  test('as no address at all is refused', async ({ mailer }) => {
    expect(await mailer.send(aMail({ to: [] }))).toEqual({ kind: 'refused', reason: 'không có địa chỉ nhận' });
  });
});

/** The server of these tests shows names of the xn-- kind in their own script. */
function inAscii(address = ''): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

describe.concurrent('every address that a cell may hold', () => {
  test('is one the mail can be sent to, and arrives as it was written', async ({ host, mailer }) => {
    const reached: string[] = [];
    host.manners.recipient = (address) => {
      reached.push(inAscii(address));
      return null;
    };
    const lists = fc.sample(
      fc.uniqueArray(anAddress, { minLength: 1, maxLength: 40, selector: (a) => a.toLowerCase() }),
      30,
    );
    for (const to of lists) {
      reached.length = 0;
      expect(await mailer.send(aMail({ to, replyTo: to[0] ?? null }))).toEqual({ kind: 'sent' });
      expect(reached).toEqual(to);
      const sent = (await host.parsed()).at(-1);
      expect([sent?.to].flat().flatMap((field) => field?.value.map(({ address }) => inAscii(address)) ?? [])).toEqual(
        to,
      );
      expect(sent?.replyTo?.value.map(({ address }) => inAscii(address))).toEqual(to.slice(0, 1));
    }
  });

  test('is one it can be sent from, whatever name stands before it', async ({ host }) => {
    const name = fc.string({ unit: fc.constantFrom(...'Tổ giúp việc (),:;."\\\'đô', '…') });
    for (const [display, address] of fc.sample(fc.tuple(name, anAddress), 30)) {
      const from = readMailbox(`${display} <${address}>`);
      expect(from?.address, display).toBe(address);
      if (from === null) continue;
      const mailer = createSmtpMailer({ url: host.url, from });
      expect(await mailer.send(aMail())).toEqual({ kind: 'sent' });
      mailer.close();
      const [sender] = (await host.parsed()).at(-1)?.from?.value ?? [];
      expect(sender?.address).toBe(address);
      expect(sender?.name.replaceAll(/\s+/g, ' ').trim()).toBe(from.name.replaceAll(/\s+/g, ' ').trim());
    }
  });
});

describe.concurrent('several recipients', () => {
  const [good, bad, full] = ['sxd@haiphong.example', 'old@xn--hiphng-5ta2y.example', 'full@haiphong.example'] as const;
  const answers: Readonly<Record<string, { code: number; words: string }>> = {
    [bad]: { code: 550, words: '5.1.1 no such user' },
    [full]: { code: 452, words: '4.2.2 mailbox full' },
  };

  test.for<[string[], string, string[] | undefined]>([
    [[good], 'sent', undefined],
    [[good, bad], 'sent', [bad]],
    [[good, 'none'], 'sent', ['none']],
    [[bad], 'refused', [bad]],
    [[bad, 'none'], 'refused', [bad, 'none']],
    [[bad, full], 'later', [bad]],
    [[full], 'later', undefined],
    [['none'], 'refused', ['none']],
  ])('%j: the mail is %s, and %j are to blame', async ([to, kind, undeliverable], { host, mailer }) => {
    host.manners.recipient = (address) => answers[inAscii(address)] ?? null;
    const outcome = await mailer.send(aMail({ to }));
    expect(outcome.kind).toBe(kind);
    expect('undeliverable' in outcome ? outcome.undeliverable : undefined).toEqual(undeliverable);
  });

  test('refused for reasons of their own are each told of', async ({ host, mailer }) => {
    host.manners.recipient = (address) => answers[inAscii(address)] ?? null;
    const outcome = await mailer.send(aMail({ to: [bad, full] }));
    expect('reason' in outcome && outcome.reason).toMatch(/o\*\*\*@.*550.*f\*\*\*@.*452/);
  });
});

describe.concurrent('verify', () => {
  test('is content with a server that answers, and sends nothing', async ({ host, mailer }) => {
    expect(await mailer.verify()).toBeNull();
    expect(host.raw).toEqual([]);
  });

  test('says that the account is not accepted, and does not repeat the password', async ({ host }) => {
    const url = host.url.replace('smtp://', 'smtp://wrong:s3cret@');
    const problem = await createSmtpMailer({ url, from }).verify();
    expect(problem).toContain('không chấp nhận tài khoản gửi');
    expect(problem).not.toContain('s3cret');
  });

  test('says that nobody answers', async ({ host, mailer }) => {
    await host.close();
    expect(await mailer.verify()).toBe('không kết nối được máy chủ thư (ECONNREFUSED)');
  });
});

/** A server that gives these answers, one a line received, and then ends the connection. */
async function hangingUpAfter(answers: readonly string[]): Promise<{ url: string; close(): void }> {
  const server = createServer((socket) => {
    const left = [...answers];
    const next = () => {
      const answer = left.shift();
      if (answer === undefined) socket.destroy();
      else socket.write(`${answer}\r\n`);
    };
    socket.on('data', next).on('error', () => {});
    next();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, close: () => void server.close() };
}
