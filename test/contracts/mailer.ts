import { expect } from 'vitest';
import type { Mailer, SendOutcome } from '../../functions/ports.ts';
import { aMail } from '../mail/a-mail.ts';
import type { Contract } from './contract.ts';

/** A mailer, and the mail server it talks to. */
export type MailerAtServer = {
  readonly mailer: Mailer;
  /** The Message-IDs the server took, oldest first. */
  taken(): Promise<readonly string[]>;
  /** The server knows no such recipient. */
  knowsNot(address: string): Promise<void>;
  /** The server puts off mail to this recipient. */
  putsOffOnly(address: string): Promise<void>;
  /** The server puts off every mail. */
  putsOff(): Promise<void>;
  /** The server takes the next mail, and its answer is lost. */
  losesAnswer(): Promise<void>;
};

const [SXD, OLD] = ['sxd@haiphong.example', 'cu@haiphong.example'];
const mailOf = (name: string, to: readonly string[] = [SXD]) => aMail({ messageId: `<${name}@register.example>`, to });

/** Why a mail did not go, as it stands in the sheet: one line, and no whole address in it. */
function expectReason(outcome: SendOutcome): void {
  const reason = 'reason' in outcome ? outcome.reason : 'refused' in outcome ? outcome.refused : '';
  expect(reason).toMatch(/^\S.*\S$/);
  for (const address of [SXD, OLD]) expect(reason).not.toContain(address);
}

/** What a mail server does behind the mailer port. */
export const mailerContract: Contract<MailerAtServer> = {
  async 'a mail that is sent arrives once'({ mailer, taken }) {
    expect(await mailer.send(mailOf('a'))).toEqual({ kind: 'sent' });
    expect(await taken()).toEqual(['<a@register.example>']);
  },
  async 'mails sent at once all arrive'({ mailer, taken }) {
    const names = Array.from({ length: 8 }, (_, index) => `m${index}`);
    const outcomes = await Promise.all(names.map((name) => mailer.send(mailOf(name))));
    expect(outcomes).toEqual(names.map(() => ({ kind: 'sent' })));
    expect((await taken()).toSorted()).toEqual(names.map((name) => `<${name}@register.example>`));
  },
  async 'a mail that is sent again arrives again under the same Message-ID'({ mailer, taken }) {
    await mailer.send(mailOf('a'));
    await mailer.send(mailOf('a'));
    expect(await taken()).toEqual(['<a@register.example>', '<a@register.example>']);
  },
  async 'a mail to nobody is refused'({ mailer, taken }) {
    expect(await mailer.send(mailOf('a', []))).toMatchObject({ kind: 'refused' });
    expect(await taken()).toEqual([]);
  },
  async 'a mail whose recipient is not known is refused, with a reason'({ mailer, taken, knowsNot }) {
    await knowsNot(SXD);
    const outcome = await mailer.send(mailOf('a'));
    expect(outcome).toMatchObject({ kind: 'refused' });
    expectReason(outcome);
    expect(await taken()).toEqual([]);
  },
  async 'of two recipients one who is not known costs the other nothing, and is named'({ mailer, taken, knowsNot }) {
    await knowsNot(OLD);
    const outcome = await mailer.send(mailOf('a', [OLD, SXD]));
    expect(outcome).toMatchObject({ kind: 'sent', undeliverable: [OLD] });
    expectReason(outcome);
    expect(await taken()).toEqual(['<a@register.example>']);
  },
  async 'of two recipients one who is put off costs the other nothing, and stays owed'({ mailer, taken, putsOffOnly }) {
    await putsOffOnly(OLD);
    const outcome = await mailer.send(mailOf('a', [OLD, SXD]));
    expect(outcome).toMatchObject({ kind: 'sent', undeliverable: [], owed: [OLD] });
    expectReason(outcome);
    expect(await taken()).toEqual(['<a@register.example>']);
  },
  async 'a refused mail does not keep the next one from going out'({ mailer, taken, knowsNot }) {
    await knowsNot(OLD);
    await mailer.send(mailOf('a', [OLD]));
    expect(await mailer.send(mailOf('b'))).toEqual({ kind: 'sent' });
    expect(await taken()).toEqual(['<b@register.example>']);
  },
  async 'a mail that is put off may go later: nothing arrived'({ mailer, taken, putsOff }) {
    await putsOff();
    const outcome = await mailer.send(mailOf('a'));
    expect(outcome).toMatchObject({ kind: 'later' });
    expectReason(outcome);
    expect(await taken()).toEqual([]);
  },
  async 'of a mail whose answer was lost nothing is known, and it is not repeated unasked'(server) {
    const { mailer, taken, losesAnswer } = server;
    await losesAnswer();
    const outcome = await mailer.send(mailOf('a'));
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expectReason(outcome);
    expect(await taken()).toEqual(['<a@register.example>']);
  },
  async 'a server that lets us in is well, and nothing is sent to ask it'({ mailer, taken }) {
    expect(await mailer.verify()).toBeNull();
    expect(await taken()).toEqual([]);
  },
  async 'after the end of its connections it sends on new ones'({ mailer, taken }) {
    await mailer.send(mailOf('a'));
    mailer.close();
    expect(await mailer.send(mailOf('b'))).toEqual({ kind: 'sent' });
    expect(await taken()).toHaveLength(2);
  },
};
