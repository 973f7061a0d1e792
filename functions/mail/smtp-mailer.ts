import type { Readable } from 'node:stream';
import type { NodemailerError, SMTPPoolOptions } from 'nodemailer';
import { isAddress, type Mailbox } from '../../sheets-schema/address.ts';
import type { Mail, Mailer, SendOutcome } from '../ports.ts';
import { mailMessage } from './mail-message.ts';
import { failedOutcome, maskAddress, partlyRefused, reasonOf } from './send-outcome.ts';

export type SmtpOptions = {
  /** `smtps://user:password@host:465`; options of nodemailer may follow as a query. */
  readonly url: string;
  /** Sender of every mail. */
  readonly from: Mailbox;
};

const CONNECTIONS = 5;
/** Longest silence of the server, at each stage of a session. */
const TIMEOUT_MS = 20_000;

/** Sends over pooled SMTP connections. Nodemailer is loaded at the first use: most runs send nothing. */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  let opened: Promise<Transport> | null = null;
  const transport = () => {
    opened ??= openTransport(url);
    return opened;
  };
  return {
    async send(mail) {
      const [to, impossible] = [mail.to.filter(isAddress), mail.to.filter((address) => !isAddress(address))];
      if (mail.to.length === 0) return { kind: 'refused', reason: 'không có địa chỉ nhận' };
      if (to.length === 0) return { kind: 'refused', reason: impossibleWords(impossible), gone: impossible };
      return withImpossible(await (await transport()).send({ ...mail, to }, from), impossible);
    },
    async verify() {
      return (await transport()).verify();
    },
    close() {
      opened?.then((open) => open.close()).catch(() => {});
      opened = null;
    },
  };
}

function impossibleWords(addresses: readonly string[]): string {
  return `địa chỉ sai: ${addresses.map(maskAddress).join(', ')}`;
}

/** What became of a mail, those of its recipients included who were no address. */
function withImpossible(outcome: SendOutcome, addresses: readonly string[]): SendOutcome {
  if (addresses.length === 0 || outcome.kind === 'unknown') return outcome;
  const gone = [...(outcome.gone ?? []), ...addresses];
  const words = impossibleWords(addresses);
  if (outcome.kind === 'sent')
    return { kind: 'sent', refused: [outcome.refused, words].filter(Boolean).join('; '), gone };
  return { ...outcome, reason: `${outcome.reason}; ${words}`, gone };
}

type Transport = {
  send(mail: Mail, from: Mailbox): Promise<SendOutcome>;
  verify(): Promise<string | null>;
  close(): void;
};

async function openTransport(url: string): Promise<Transport> {
  const { createTransport } = await import('nodemailer');
  const smtp = createTransport(poolOptions(url));
  /** By Message-ID: the text of each mail under way, to see whether any of it has left. */
  const texts = new Map<string, Readable>();
  smtp.use('stream', ({ data, message }, done) => {
    message.processFunc((text) => {
      texts.set(String(data.messageId), text);
      return text;
    });
    done();
  });
  return {
    async send(mail, from) {
      const message = mailMessage(mail, from);
      const id = String(message.messageId);
      try {
        const refused = partlyRefused((await smtp.sendMail(message)).rejectedErrors ?? []);
        return { kind: 'sent', ...refused };
      } catch (error) {
        return failedOutcome(error as NodemailerError, texts.get(id)?.readableDidRead ?? false);
      } finally {
        texts.delete(id);
      }
    },
    verify: () => smtp.verify().then(() => null, reasonOf),
    close: () => smtp.close(),
  };
}

function poolOptions(url: string): SMTPPoolOptions & { pool: true } {
  const { hostname, username } = new URL(url);
  return {
    pool: true,
    url,
    maxConnections: CONNECTIONS,
    // A mail may meet every connection that the server ended while it was idle; none of its text has left by then.
    maxRequeues: CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A password never travels in the clear, save inside this machine.
    requireTLS: username !== '' && !/^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname),
  };
}
