import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mailbox to be read over IMAP (RFC 3501) on the loopback, in the clear: as much of it as a client needs that only reads. */
export type Mailbox = {
  /** With user and password. */
  url: string;
  /** A message arrives. */
  receive(raw: string | Buffer): void;
  /** Commands so far, without their tags. */
  said(): readonly string[];
  close(): void;
};

const CAPABILITIES = 'IMAP4rev1';
const DAY = /^SINCE (\d+)-(\w{3})-(\d{4})$/i;

/**
 * @param options.now stamps each message on arrival, ISO 8601
 * @param options.address where it listens, 127.0.0.1 unless it is said
 * @param options.refuses commands that it knows and will not carry out
 */
export async function createMailbox(options: {
  now: () => string;
  address?: string;
  user?: string;
  password?: string;
  refuses?: RegExp;
}): Promise<Mailbox> {
  const { now, address = '127.0.0.1', user = 'tra-lai@boxaydung.example', password = 'p"a\\ss', refuses } = options;
  const kept: { raw: Buffer; at: string }[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();

  function answer(socket: Socket, line: string, session: { isIn: boolean; isOpen: boolean }): void {
    const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    commands.push(command.replace(/^LOGIN .*/i, 'LOGIN …'));
    const say = (...lines: string[]) => socket.write(`${lines.join('\r\n')}\r\n`);
    const login = /^LOGIN "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/i.exec(command);
    if (login) {
      const [name, secret] = [login[1], login[2]].map((text) => text?.replace(/\\(.)/g, '$1'));
      session.isIn = name === user && secret === password;
      return void say(
        `${tag} ${session.isIn ? 'OK LOGIN completed' : 'NO [AUTHENTICATIONFAILED] Authentication failed.'}`,
      );
    }
    if (/^LOGOUT$/i.test(command)) return void socket.end(`* BYE\r\n${tag} OK LOGOUT completed\r\n`);
    if (/^CAPABILITY$/i.test(command)) {
      return void say(`* CAPABILITY ${CAPABILITIES}`, `${tag} OK CAPABILITY completed`);
    }
    if (!session.isIn) return void say(`${tag} NO Please log in first.`);
    if (refuses?.test(command)) return void say(`${tag} NO [CANNOT] Not here.`);
    const list = /^(LIST|LSUB) "" "?(INBOX)?"?$/i.exec(command);
    if (list) return void say(`* ${list[1]} () "/" "${list[2] ?? ''}"`, `${tag} OK completed`);
    if (/^EXAMINE "?INBOX"?$/i.test(command)) {
      session.isOpen = true;
      return void say(
        `* ${kept.length} EXISTS`,
        '* OK [UIDVALIDITY 1] UIDs valid',
        `${tag} OK [READ-ONLY] EXAMINE completed`,
      );
    }
    const search = /^UID SEARCH (SINCE \S+) HEADER ([\w-]+) "?([^"]*)"?$/i.exec(command);
    if (session.isOpen && search) {
      const found = kept.flatMap((message, index) => (fits(message, search) ? [index + 1] : []));
      return void say(`* SEARCH${found.map((uid) => ` ${uid}`).join('')}`, `${tag} OK SEARCH completed`);
    }
    const fetch = /^UID FETCH ([\d,:]+) \(BODY\.PEEK\[\]<0\.(\d+)> UID\)$/i.exec(command);
    if (session.isOpen && fetch) {
      for (const uid of numbersIn(fetch[1] ?? '')) {
        const part = kept[uid - 1]?.raw.subarray(0, Number(fetch[2]));
        if (!part) continue;
        socket.write(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${part.length}}\r\n`);
        socket.write(part);
        say(')');
      }
      return void say(`${tag} OK FETCH completed`);
    }
    say(`${tag} BAD Unknown command.`);
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that goes away is part of what tests do.
    socket.on('error', () => {});
    const session = { isIn: false, isOpen: false };
    socket.write(`* OK [CAPABILITY ${CAPABILITIES}] ready\r\n`);
    createInterface({ input: socket }).on('line', (line) => answer(socket, line, session));
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${address}:${port}`,
    receive: (raw) => void kept.push({ raw: Buffer.from(raw), at: now() }),
    said: () => commands,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** `1:3,7` */
function numbersIn(set: string): readonly number[] {
  return set.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(':').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** By the day of arrival, and by a header that holds a text. */
function fits(
  { raw, at }: { raw: Buffer; at: string },
  [, since = '', name = '', text = '']: RegExpExecArray,
): boolean {
  const [, day, month, year] = DAY.exec(since) ?? [];
  const head =
    raw
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0]
      ?.replaceAll(/\r?\n[ \t]+/g, ' ') ?? '';
  const header = head.split(/\r?\n/).find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return (
    Date.parse(at) >= Date.parse(`${day} ${month} ${year} UTC`) && header.toLowerCase().includes(text.toLowerCase())
  );
}
