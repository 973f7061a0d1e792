import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the host answers; each may be changed between mails. */
type Manners = {
  /** Answer to MAIL FROM, to a recipient, to the text: a refusal, or null to take it. */
  sender: (address: string) => Refusal | null;
  recipient: (address: string) => Refusal | null;
  text: () => Refusal | 'hang-up' | null;
  /** Milliseconds before a recipient is answered, and before the text is. */
  recipientAfter: number;
  textAfter: number;
};
type Refusal = { code: number; words: string };

export type SmtpHost = {
  url: string;
  manners: Manners;
  /** Ends every open connection, as a server does with idle ones. */
  hangUp(): void;
  connections(): number;
  raw: string[];
  parsed(): Promise<ParsedMail[]>;
  close(): Promise<void>;
};

const polite: Manners = {
  sender: () => null,
  recipient: () => null,
  text: () => null,
  recipientAfter: 0,
  textAfter: 0,
};

/** A real SMTP server on a free port of this machine that keeps what it took, for `most` connections at a time. */
export async function smtpHost({ address = '127.0.0.1', most = 100 } = {}): Promise<SmtpHost> {
  const sockets = new Set<Socket>();
  const raw: string[] = [];
  let connections = 0;
  const manners = { ...polite };
  const hangUp = () => sockets.forEach((socket) => void socket.destroy());
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 0,
    maxClients: most,
    onAuth: ({ username }, _session, done) =>
      username === 'right' ? done(null, { user: username }) : done(new Error()),
    onMailFrom: ({ address }, _session, done) => done(refusal(manners.sender(address))),
    onRcptTo: ({ address }, _session, done) =>
      after(manners.recipientAfter, () => done(refusal(manners.recipient(address)))),
    onData: async (stream, _session, done) => {
      raw.push(Buffer.concat(await stream.toArray()).toString('utf8'));
      const answer = manners.text();
      if (answer === 'hang-up') hangUp();
      else after(manners.textAfter, () => done(refusal(answer)));
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, address), 'listening');
  return {
    url: `smtp://${address}:${(server.server.address() as AddressInfo).port}`,
    manners,
    hangUp,
    connections: () => connections,
    raw,
    parsed: () => Promise.all(raw.map((text) => simpleParser(text))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A polite host answers at once. */
function after(ms: number, act: () => void): void {
  if (ms === 0) act();
  else setTimeout(act, ms);
}

function refusal(answer: Refusal | null): Error | null {
  return answer && Object.assign(new Error(answer.words), { responseCode: answer.code });
}
