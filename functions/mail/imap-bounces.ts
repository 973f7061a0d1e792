import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Temporal } from 'temporal-polyfill';
import type { Bounces } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { readDeliveryReport } from './delivery-report.ts';

/** A server that takes longer is not there. */
const PATIENCE = 20_000;
/** So many reports are read, the newest; so many bytes of each: what is returned of a mail may be all of it. */
const MOST_REPORTS = 200;
const MOST_BYTES = 64 * 1024;
const MOST_AT_ONCE = 10;

/**
 * Reads delivery reports by five commands of IMAP (RFC 3501), each of which every server knows: so nothing else is deployed
 * for it. The mailbox is opened for reading alone, so what is new in it stays new.
 * @param url `imaps://user:password@host:993`
 */
export function createImapBounces(url: string): Bounces {
  return {
    async since(day) {
      const { protocol, hostname, port, username, password } = new URL(url);
      const isOpen = protocol === 'imap:';
      const at = { host: hostname, port: Number(port) || (isOpen ? 143 : 993) };
      const socket = isOpen ? connect(at) : connectSecurely({ ...at, servername: hostname });
      socket.setTimeout(PATIENCE, () => socket.destroy(new Error('the server does not answer')));
      try {
        const talk = conversation(socket);
        await talk.greeting();
        await talk.say(`LOGIN ${quoted(username)} ${quoted(password)}`);
        await talk.say('EXAMINE INBOX');
        const wanted = `SINCE ${imapDay(day)} HEADER Content-Type "delivery-status"`;
        const found = /^\* SEARCH([ \d]*)/im.exec((await talk.say(`UID SEARCH ${wanted}`)).text)?.[1] ?? '';
        const uids = found.trim().split(' ').filter(Boolean).slice(-MOST_REPORTS);
        const sources: string[] = [];
        for (let from = 0; from < uids.length; from += MOST_AT_ONCE) {
          const some = uids.slice(from, from + MOST_AT_ONCE).join();
          sources.push(...(await talk.say(`UID FETCH ${some} (BODY.PEEK[]<0.${MOST_BYTES}>)`)).literals);
        }
        socket.end('z LOGOUT\r\n');
        return sources.flatMap(readDeliveryReport);
      } catch (error) {
        throw problem(
          'mail.unread',
          [(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')],
          error,
        );
      } finally {
        socket.destroy();
      }
    },
  };
}

type Said = { readonly text: string; readonly literals: readonly string[] };

/** One command at a time: what the server says up to the line that ends it, and the literals in it apart. */
function conversation(socket: Socket) {
  let heard = Buffer.alloc(0);
  let count = 0;
  async function more(): Promise<void> {
    const [chunk] = (await Promise.race([
      once(socket, 'data'),
      once(socket, 'end').then(() => Promise.reject(new Error('the server hung up'))),
    ])) as [Buffer];
    heard = Buffer.concat([heard, chunk]);
  }
  async function take(bytes: number): Promise<Buffer> {
    while (heard.length < bytes) await more();
    const taken = heard.subarray(0, bytes);
    heard = heard.subarray(bytes);
    return taken;
  }
  async function line(): Promise<string> {
    while (!heard.includes('\r\n')) await more();
    return (await take(heard.indexOf('\r\n') + 2)).toString('utf8').slice(0, -2);
  }
  return {
    async greeting() {
      const hello = await line();
      if (!/^\* (?:OK|PREAUTH)\b/i.test(hello)) throw new Error(hello);
    },
    async say(command: string): Promise<Said> {
      count += 1;
      const tag = `a${count}`;
      socket.write(`${tag} ${command}\r\n`);
      const lines: string[] = [];
      const literals: string[] = [];
      for (;;) {
        const next = await line();
        const length = /\{(\d+)\}$/.exec(next)?.[1];
        if (length !== undefined) literals.push((await take(Number(length))).toString('utf8'));
        else if (next.startsWith(`${tag} OK`)) return { text: lines.join('\n'), literals };
        else if (next.startsWith(`${tag} `)) throw new Error(next.slice(tag.length + 1));
        lines.push(next);
      }
    },
  };
}

/** Of a user name or password, as they stand in an address. */
function quoted(part: string): string {
  const text = decodeURIComponent(part);
  if (/[\r\n\0]/.test(text)) throw new Error('a line break in the user name or the password');
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function imapDay({ day, month, year }: Temporal.PlainDate): string {
  return `${day}-${MONTHS[month - 1]}-${year}`;
}
