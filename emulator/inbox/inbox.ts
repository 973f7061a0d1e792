import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { createMailroom, type Mailroom } from './mailroom.ts';
import { type ParsedMessage, parseMessage, type ReceivedMessage } from './message.ts';
import type { SmtpFault } from './smtp-faults.ts';

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

/** Starts the inbox; port 0 takes a free one. `now` stamps each message on arrival. */
export async function createInbox(options: { port: number; now: () => string }): Promise<Inbox> {
  const mailroom = createMailroom(options.now);
  const { server, sockets } = createSmtpServer(mailroom);
  const listening = server.listen(options.port, '127.0.0.1');
  await once(listening, 'listening');
  const parsed = new WeakMap<ReceivedMessage, Promise<ParsedMessage>>();

  function parse(message: ReceivedMessage): Promise<ParsedMessage> {
    const reading = parsed.get(message) ?? parseMessage(message);
    parsed.set(message, reading);
    return reading;
  }
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    messages: () => Promise.all(mailroom.kept().map(parse)),
    raw: (n) => mailroom.kept()[n]?.raw,
    clear: mailroom.clear,
    setFaults: mailroom.setFaults,
    close() {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A server without TLS that takes any name and password, and its open connections by the sender's port. */
function createSmtpServer(mailroom: Mailroom): { server: SMTPServer; sockets: Map<number, Socket> } {
  const sockets = new Map<number, Socket>();

  async function takeMessage(stream: SMTPServerDataStream, session: SMTPServerSession, answer: () => void) {
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
    if (await mailroom.takeMessage(await readAll(stream), envelope)) answer();
    else sockets.get(session.remotePort)?.destroy();
  }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: 10 * 60_000,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, callback) => void mailroom.takeRecipient(address).then(callback),
    onData: (stream, session, callback) => void takeMessage(stream, session, callback).catch(callback),
  });
  // A client that goes away in the middle of a session is part of what tests do.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  return { server, sockets };
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
