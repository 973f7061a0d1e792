import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { createFaultList } from '../faults.ts';
import { type ParsedMessage, parseMessage, type ReceivedMessage } from './message.ts';
import { type SmtpFault, strikesMessage, strikesRecipient } from './smtp-faults.ts';

/** An SMTP server on the loopback that delivers nothing and keeps everything. */
export type Inbox = {
  /** `smtp://127.0.0.1:port`. */
  url: string;
  /** Every message kept, oldest first. */
  messages(): Promise<ParsedMessage[]>;
  /** The n-th message as it came over the wire, counted from 0. */
  raw(n: number): Buffer | undefined;
  clear(): void;
  setFaults(faults: readonly SmtpFault[]): void;
  close(): Promise<void>;
};

type Kept = ReceivedMessage & { parsed?: Promise<ParsedMessage> };

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
const refusals = {
  'refuse-permanent': refusal(550, '5.1.1 The email account that you tried to reach does not exist'),
  'refuse-temporary': refusal(451, '4.3.0 Mail server temporarily rejected message'),
} as const;

/** Starts the inbox; port 0 takes a free one. `now` stamps each message on arrival. */
export async function createInbox(options: { port: number; now: () => string }): Promise<Inbox> {
  const faults = createFaultList<SmtpFault>();
  const sockets = new Map<number, Socket>();
  let kept: Kept[] = [];
  const loseConnection = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

  async function takeRecipient(address: string): Promise<Error | null> {
    const striking = faults.strike((fault) => strikesRecipient(fault, address));
    const delay = striking.reduce((sum, { ms }) => sum + ms, 0);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const kind = striking.find((fault) => fault.kind !== 'delay')?.kind;
    return kind === 'refuse-permanent' || kind === 'refuse-temporary' ? refusals[kind] : null;
  }

  async function takeMessage(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
    const raw = await readAll(stream);
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map(({ address }) => address);
    const kind = faults.strike((fault) => strikesMessage(fault, to))[0]?.kind;
    if (kind !== 'drop-before-data') {
      kept.push({ raw, envelope: { from: mailFrom ? mailFrom.address : '', to }, receivedAt: options.now() });
    }
    if (kind !== undefined) loseConnection(session);
    return kind === undefined;
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: 10 * 60_000,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, callback) => void takeRecipient(address).then((error) => callback(error)),
    onData: (stream, session, callback) =>
      void takeMessage(stream, session).then((answered) => answered && callback(null), callback),
  });
  // A client that goes away in the middle of a session is part of what tests do.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  const listening = server.listen(options.port, '127.0.0.1');
  await once(listening, 'listening');

  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    messages: () => Promise.all(kept.map((message) => (message.parsed ??= parseMessage(message)))),
    raw: (n) => kept[n]?.raw,
    clear() {
      kept = [];
    },
    setFaults: (next) => faults.replace(next),
    close() {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** By events: for the many small streams of a mailing the stream helpers cost more than the mail. */
function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', reject);
  });
}
