import type { ImapFlow, ImapFlowError, ImapFlowOptions } from 'imapflow';
import type { Temporal } from 'temporal-polyfill';
import type { Bounce, Bounces } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { isThisMachine } from '../shared/this-machine.ts';
import { readDeliveryReport } from './delivery-report.ts';

/** Milliseconds: of silence, after which a server is not there, and of all, for one that is slow at every step. */
type ImapTimes = { readonly silence: number; readonly reading: number };

const IMAP_TIMES: ImapTimes = { silence: 20_000, reading: 60_000 };

/** So many reports are read, the newest; so many bytes of each: what is returned of a mail may be all of it. */
const MOST_REPORTS = 200;
const MOST_BYTES = 64 * 1024;
/** Of one answer of the server, the list of what it found included. */
const MOST_IN_AN_ANSWER = 4 * 1024 * 1024;

/**
 * Reads delivery reports from a mailbox. It is opened for reading alone, so what is new in it stays new. The library is
 * loaded by the first reading: who gives no mailbox has none of it.
 * @param url `imaps://user:password@host:993`; `imap://…:143` begins in the clear and goes on by STARTTLS
 */
export function createImapBounces(url: string, times = IMAP_TIMES): Bounces {
  return {
    async since(day) {
      const { ImapFlow } = await import('imapflow');
      const client = new ImapFlow(optionsOf(url, times));
      // The command that waits tells what became of the connection.
      client.on('error', () => {});
      const ending = setTimeout(() => client.close(), times.reading);
      try {
        await client.connect();
        await client.mailboxOpen('INBOX', { readOnly: true });
        const bounces: Bounce[] = [];
        const found = await reportsSince(client, day);
        const fetched = client.fetch(found, { source: { maxLength: MOST_BYTES } }, { uid: true });
        for await (const { source } of fetched) bounces.push(...(await readDeliveryReport(source ?? '')));
        await client.logout();
        return bounces;
      } catch (error) {
        throw problem('mail.unread', [wordsOf(error as ImapFlowError)], error);
      } finally {
        clearTimeout(ending);
        client.close();
      }
    },
  };
}

function optionsOf(url: string, { silence }: ImapTimes): ImapFlowOptions {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    // No password leaves this machine in the clear.
    ...(!secure && !isThisMachine(hostname) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    maxResponseSize: MOST_IN_AN_ANSWER,
  };
}

/** The newest, by their numbers in the mailbox. */
async function reportsSince(client: ImapFlow, day: Temporal.PlainDate): Promise<number[]> {
  const wanted = { since: day.toString(), header: { 'Content-Type': 'delivery-status' } };
  const found = await client.search(wanted, { uid: true });
  if (!found) throw new Error('the server refuses the search');
  return found.toSorted((a, b) => a - b).slice(-MOST_REPORTS);
}

/** The server's own words, or what became of the connection. */
function wordsOf({ serverResponseCode, responseText, message }: ImapFlowError): string {
  return [serverResponseCode, responseText ?? message].filter(Boolean).join(' ').replace(/\.$/, '');
}
