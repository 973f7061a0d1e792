import type { Readable } from 'node:stream';
import type { NodemailerError, SendMailOptions } from 'nodemailer';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import pLimit from 'p-limit';
import { isThisMachine } from '../shared/this-machine.ts';

/** How long a server may take, in milliseconds. */
export type SmtpTimes = {
  /** For each answer, and while the text flows. */
  readonly step: number;
  /** For its answer to the whole text: RFC 5321 section 4.5.3.2.6 says that a message may be doubled if this is short. */
  readonly answer: number;
  /** For one mail from first to last on an open connection, and for opening one. */
  readonly mail: number;
};

export const SMTP_TIMES: SmtpTimes = { step: 20_000, answer: 120_000, mail: 170_000 };

/** Connections kept open at once, until the server says that it takes fewer. */
const CONNECTIONS = 5;

/** What became of one attempt to hand a mail over. */
export type Attempt =
  | { readonly kind: 'taken'; readonly rejected: readonly NodemailerError[] }
  | { readonly kind: 'failed'; readonly error: NodemailerError; readonly textBegan: boolean }
  /** There was no time left when a connection was free. */
  | { readonly kind: 'not begun' };

export type SmtpConnections = {
  /** Hands a mail over on a free connection; asks `mayBegin` once there is one, signed in. */
  send(message: SendMailOptions, mayBegin: () => boolean): Promise<Attempt>;
  /** @throws NodemailerError when the server does not let us in */
  verify(): Promise<void>;
  close(): void;
};

/**
 * Connections to one mail server, used again and again. Nodemailer speaks the protocol; its own pool has one limit for
 * every silence, and lets mails wait inside it when the time of a run is over.
 */
export async function openConnections(url: string, times: SmtpTimes): Promise<SmtpConnections> {
  const [{ default: Connection }, { default: Composer }, { parseConnectionUrl }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/mail-composer'),
    import('nodemailer/lib/shared'),
  ]);
  const options = { ...parseConnectionUrl(url), ...connectionOptions(url, times) };
  const limit = pLimit(CONNECTIONS);
  const open = new Set<SMTPConnection>();
  const idle: SMTPConnection[] = [];
  let opening = 0;

  async function connect(): Promise<SMTPConnection> {
    const connection = new Connection(options);
    const forget = () => {
      open.delete(connection);
      if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
    };
    connection.on('error', forget).on('end', forget);
    opening += 1;
    try {
      await within(times.mail, connection, async () => {
        await called(connection, (done) => connection.connect(done));
        const { auth } = options;
        if (auth) await called(connection, (done) => connection.login({ ...auth, credentials: auth }, done));
      });
      open.add(connection);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    } finally {
      opening -= 1;
    }
  }

  /** @returns 'fewer' when the server takes no further connection beside those there are. */
  async function attempt(message: SendMailOptions, mayBegin: () => boolean): Promise<Attempt | 'fewer'> {
    if (!mayBegin()) return { kind: 'not begun' };
    const used = idle.pop();
    if (used) {
      const outcome = await handOver(used, message);
      // The server had ended a connection that was idle; none of the text has left.
      if (outcome.kind !== 'failed' || outcome.textBegan || (outcome.error.responseCode ?? 421) !== 421) return outcome;
    }
    try {
      const connection = await connect();
      if (mayBegin()) return await handOver(connection, message);
      idle.push(connection);
      return { kind: 'not begun' };
    } catch (error) {
      const failure = error as NodemailerError;
      const others = open.size + opening;
      if (!isTemporary(failure) || others === 0) return { kind: 'failed', error: failure, textBegan: false };
      limit.concurrency = Math.min(limit.concurrency, others);
      return 'fewer';
    }
  }

  async function handOver(connection: SMTPConnection, message: SendMailOptions): Promise<Attempt> {
    const compiled = new Composer(message).compile();
    const text: Readable = compiled.createReadStream();
    text.once('end', () => patience(connection, times.answer));
    try {
      const { rejectedErrors = [] } = await within(times.mail, connection, () =>
        called<{ rejectedErrors?: NodemailerError[] | undefined }>(connection, (done) =>
          connection.send(compiled.getEnvelope(), text, done),
        ),
      );
      patience(connection, times.step);
      idle.push(connection);
      return { kind: 'taken', rejected: rejectedErrors };
    } catch (error) {
      connection.close();
      return { kind: 'failed', error: error as NodemailerError, textBegan: text.readableDidRead };
    }
  }

  return {
    async send(message, mayBegin) {
      for (;;) {
        const outcome = await limit(() => attempt(message, mayBegin));
        if (outcome !== 'fewer') return outcome;
      }
    },
    async verify() {
      (await connect()).close();
    },
    close() {
      for (const connection of open) connection.close();
    },
  };
}

/**
 * Hangs up on a server that is a little slow at every step, so that it holds nobody up for longer.
 * @throws an error that says so, whatever the end of the connection looks like
 */
async function within<T>(milliseconds: number, connection: SMTPConnection, act: () => Promise<T>): Promise<T> {
  let isOver = false;
  const ending = setTimeout(() => {
    isOver = true;
    connection.close();
  }, milliseconds);
  try {
    return await act();
  } catch (error) {
    throw isOver ? Object.assign(new Error('Too slow'), { code: 'ETIMEDOUT' }) : error;
  } finally {
    clearTimeout(ending);
  }
}

function connectionOptions(url: string, { step }: SmtpTimes) {
  return {
    connectionTimeout: step,
    dnsTimeout: step,
    greetingTimeout: step,
    socketTimeout: step,
    socketCloseTimeout: 0,
    // Mails carry the codes of the cities: nothing leaves this machine in the clear.
    requireTLS: !isThisMachine(new URL(url).hostname),
  };
}

/** A server with no place for another connection says so in its greeting, or when we log in (RFC 3463: 4.7.0, 4.3.2). */
function isTemporary({ responseCode = 0 }: NodemailerError): boolean {
  return responseCode >= 400 && responseCode < 500;
}

function patience(connection: SMTPConnection, milliseconds: number): void {
  if (connection._socket) connection._socket.setTimeout(milliseconds);
}

/** The answer to one request of a connection; its end, or an error of its own, is an answer too. */
function called<T = unknown>(
  connection: SMTPConnection,
  request: (done: (error?: Error | null, answer?: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => settle(() => reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
    const failed = (error: Error) => settle(() => reject(error));
    const settle = (act: () => void) => {
      connection.off('end', ended).off('error', failed);
      act();
    };
    connection.once('end', ended).once('error', failed);
    request((error, answer) => (error ? failed(error) : settle(() => resolve(answer as T))));
  });
}
