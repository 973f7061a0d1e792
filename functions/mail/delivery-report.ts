import type { Header } from 'postal-mime';
import type { Bounce } from '../ports.ts';

/** Whoever writes more of a report, in its headers or one part in another, writes none. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 64 * 1024, attachmentEncoding: 'utf8' } as const;
const MOST_RECIPIENTS = 50;

/**
 * The recipients whom a mail did not reach, by a delivery report (RFC 3464): the mail it is about, and each recipient that
 * was given up. Nothing for any other mail, and nothing of its words: a stranger may have written them.
 * @param source the mail as it came, or its beginning
 */
export async function readDeliveryReport(source: string | Uint8Array): Promise<readonly Bounce[]> {
  const mail = await parsed(source);
  if (!/^multipart\/report\b/i.test(field(mail?.headers, 'content-type'))) return [];
  const part = (type: RegExp) => String(mail?.attachments.find(({ mimeType }) => type.test(mimeType))?.content ?? '');
  const returned = await parsed(part(/^(?:message\/rfc822|text\/rfc822-headers)$/));
  const messageId = /^<[^<>\s]{3,250}>$/.exec(field(returned?.headers, 'message-id'))?.[0];
  if (!messageId) return [];
  // The first block is about the mail, each further one about a recipient.
  const [, ...blocks] = part(/^message\/delivery-status$/)
    .trim()
    .split(/\r?\n[ \t]*\r?\n/, MOST_RECIPIENTS + 1);
  const bounces = await Promise.all(blocks.map(async (block) => bounceIn((await parsed(block))?.headers, messageId)));
  return bounces.flat();
}

async function parsed(source: string | Uint8Array) {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(source, LIMITS).catch(() => null);
}

function bounceIn(fields: readonly Header[] | undefined, messageId: string): readonly Bounce[] {
  const recipient = addressIn(field(fields, 'original-recipient')) ?? addressIn(field(fields, 'final-recipient'));
  const status = /^[45]\.\d{1,3}\.\d{1,3}\b/.exec(field(fields, 'status'))?.[0];
  const isGivenUp = field(fields, 'action').toLowerCase() === 'failed';
  return isGivenUp && recipient && status ? [{ messageId, recipient, status }] : [];
}

/** The first of a name counts. */
function field(headers: readonly Header[] | undefined, name: string): string {
  return headers?.find(({ key }) => key === name)?.value.trim() ?? '';
}

/** `rfc822; a@b` */
function addressIn(text: string): string | null {
  return /^rfc822\s*;\s*<?([^\s<>;]{1,200}@[^\s<>;]{1,200})>?$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
