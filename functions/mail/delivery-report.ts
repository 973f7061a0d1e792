import type { Bounce } from '../ports.ts';

/** Of a header and of a report so many are read; whoever writes more writes no report. */
const MOST_PARTS = 20;
const MOST_RECIPIENTS = 50;

/**
 * The recipients whom a mail did not reach, by a delivery report (RFC 3464): the mail it is about, and each recipient that
 * was given up. Nothing for any other mail, and nothing of its words: a stranger may have written them.
 * @param source the mail as it came
 */
export function readDeliveryReport(source: string): readonly Bounce[] {
  const parts = partsOf(source.replaceAll('\r\n', '\n'));
  const report = parts.find(({ type }) => type === 'message/delivery-status');
  const returned = parts.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers');
  const messageId = /^<[^<>\s]{3,250}>$/.exec(headersIn(returned?.body ?? '').get('message-id') ?? '')?.[0];
  if (!report || !messageId) return [];
  // The first block is about the mail, each further one about a recipient.
  const [, ...blocks] = report.body.trim().split(/\n\s*\n/);
  return blocks.slice(0, MOST_RECIPIENTS).flatMap((block) => {
    const fields = headersIn(block);
    const recipient = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    const status = /^[45]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0];
    const isGivenUp = fields.get('action')?.toLowerCase() === 'failed';
    return isGivenUp && recipient && status ? [{ messageId, recipient, status }] : [];
  });
}

type Part = { readonly type: string; readonly body: string };

/** The parts of a mail that is a report, one level deep: a report holds nothing deeper that says anything. */
function partsOf(source: string): readonly Part[] {
  const { headers, body } = halvesOf(source);
  const type = headers.get('content-type') ?? '';
  const boundary = /\bboundary=(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  if (!/^multipart\/report\b/i.test(type) || !boundary) return [];
  const [, ...pieces] = `\n${body}`.split(`\n--${boundary[1] ?? boundary[2]}`);
  return pieces.slice(0, MOST_PARTS).map((piece) => {
    const part = halvesOf(piece.replace(/^[^\n]*\n/, ''));
    return { type: /^[\w/-]*/.exec(part.headers.get('content-type')?.toLowerCase() ?? '')?.[0] ?? '', body: part.body };
  });
}

function halvesOf(text: string) {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const [head, body] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
  return { headers: headersIn(head), body: body.replace(/^\n/, '') };
}

/** By name in lower case; a value that goes on in the next line is one line. The first of a name counts. */
function headersIn(text: string): ReadonlyMap<string, string> {
  const [head = ''] = text.replace(/^\n+/, '').split('\n\n', 1);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).trim().toLowerCase();
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return headers;
}

/** `rfc822; a@b` */
function addressIn(field = ''): string | null {
  return /^rfc822\s*;\s*<?([^\s<>;]{1,200}@[^\s<>;]{1,200})>?$/i.exec(field)?.[1]?.toLowerCase() ?? null;
}
