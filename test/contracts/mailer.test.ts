import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import type { Mail, Mailer } from '../../functions/ports.ts';
import type { Fault } from '../../proofs/simulation/faults.ts';
import { answerOf, createModelMailer } from '../../proofs/simulation/model-mailer.ts';
import { smtpHost } from '../mail/smtp-host.ts';
import { brokenClauses, keepsContract } from './contract.ts';
import { type MailerAtServer, mailerContract } from './mailer.ts';

const running = runEmulator();
const from = { name: 'Cục Phát triển đô thị', address: 'dothithongminh@boxaydung.example' };

/** A pool of its own; a test ends all of its connections. */
function adapterTo(url: string): Mailer {
  const mailer = createSmtpMailer({ url, from });
  onTestFinished(() => mailer.close());
  return mailer;
}

async function overSmtp(): Promise<MailerAtServer> {
  const host = await smtpHost();
  onTestFinished(() => host.close());
  return {
    mailer: adapterTo(host.url),
    taken: async () => (await host.parsed()).map(({ messageId }) => messageId ?? ''),
    async knowsNot(unknown) {
      host.manners.recipient = (address) => (address === unknown ? { code: 550, words: '5.1.1 no such user' } : null);
    },
    async putsOffOnly(late) {
      host.manners.recipient = (address) => (address === late ? { code: 450, words: '4.2.1 mailbox busy' } : null);
    },
    async putsOff() {
      host.manners.recipient = () => ({ code: 451, words: '4.7.1 try again later' });
    },
    async losesAnswer() {
      host.manners.text = () => 'hang-up';
    },
  };
}

async function overInbox(): Promise<MailerAtServer> {
  const { emulator } = running;
  emulator.inbox.clear();
  emulator.inbox.setFaults([]);
  const breaks = async (...faults: readonly object[]) => {
    await running.control('PUT', '/smtp-faults', faults);
  };
  return {
    mailer: adapterTo(emulator.smtpUrl),
    taken: async () => (await emulator.inbox.messages()).map(({ messageId }) => messageId),
    knowsNot: (to) => breaks({ kind: 'refuse-permanent', to: `^${to}$` }),
    putsOffOnly: (to) => breaks({ kind: 'refuse-temporary', to: `^${to}$` }),
    putsOff: () => breaks({ kind: 'refuse-temporary' }),
    losesAnswer: () => breaks({ kind: 'drop-after-data', times: 1 }),
  };
}

async function inMemory(): Promise<MailerAtServer> {
  const dead = new Set<string>();
  const busy = new Set<string>();
  const taken: string[] = [];
  let fault: Fault | null = null;
  const mailer = createModelMailer({
    turn: async () => {},
    fault: () => fault,
    slow: () => {},
    accept(mail) {
      const answer = answerOf(mail, dead, busy);
      if (answer.kind === 'sent') taken.push(mail.messageId);
      return answer;
    },
    disturbed: () => {},
    die: () => {},
  });
  return {
    mailer,
    taken: async () => taken,
    async knowsNot(address) {
      dead.add(address);
    },
    async putsOffOnly(address) {
      busy.add(address);
    },
    async putsOff() {
      fault = 'later';
    },
    async losesAnswer() {
      fault = 'unknown after';
    },
  };
}

keepsContract('the SMTP adapter, on a real server', mailerContract, overSmtp);
keepsContract('the SMTP adapter, on the inbox of the emulator', mailerContract, overInbox);
keepsContract('the mailer in memory', mailerContract, inMemory);

/** The model with one thing wrong. */
const faults: Readonly<Record<string, (right: Mailer) => Mailer['send']>> = {
  'calls every mail sent': (right) => async (mail) => {
    await right.send(mail);
    return { kind: 'sent' };
  },
  'keeps to itself who is gone': (right) => async (mail) => {
    const outcome = await right.send(mail);
    return outcome.kind === 'sent' ? { kind: 'sent' } : outcome;
  },
  'forgets who is still owed': (right) => async (mail) => {
    const outcome = await right.send(mail);
    return outcome.kind === 'sent' ? { ...outcome, owed: [] } : outcome;
  },
  'calls a lost answer later': (right) => async (mail) => {
    const outcome = await right.send(mail);
    return outcome.kind === 'unknown' ? { ...outcome, kind: 'later' } : outcome;
  },
  'sends again when an answer was lost': (right) => async (mail) => {
    const outcome = await right.send(mail);
    return outcome.kind === 'unknown' ? right.send(mail) : outcome;
  },
  'puts the address among the reasons': (right) => async (mail) => {
    const outcome = await right.send(mail);
    return outcome.kind === 'refused' ? { ...outcome, reason: `550 ${mail.to}` } : outcome;
  },
  'sends a mail once': (right) => {
    const seen = new Set<string>();
    return async (mail: Mail) => {
      if (seen.has(mail.messageId)) return { kind: 'sent' };
      seen.add(mail.messageId);
      return right.send(mail);
    };
  },
};

test.each(Object.entries(faults))('a model that %s breaks the contract', async (_fault, plant) => {
  const make = async () => {
    const right = await inMemory();
    return { ...right, mailer: { ...right.mailer, send: plant(right.mailer) } };
  };
  expect(await brokenClauses(mailerContract, make)).not.toEqual([]);
});
