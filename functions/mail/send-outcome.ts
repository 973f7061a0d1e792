import type { NodemailerError } from 'nodemailer';
import type { SendOutcome } from '../ports.ts';

const LONGEST_REASON = 200;

/** Replies that say the session or our account is at fault: no other contact would mend it, a mended setting does. */
const OUR_FAULT = new Set([503, 530, 534, 535, 538]);
/** Without a status of RFC 3463 these say "not from you", whatever they answer: no service, not here, transaction failed. */
const NO_SERVICE = new Set([521, 554, 556]);
/**
 * RFC 3463: bad sender address (two), system not accepting mail, congestion (a daily limit at some providers), and whatever
 * is about security or policy: our host is on a list, may not relay, did not prove who it is.
 */
const OUR_FAULT_ENHANCED = /^5\.(?:1\.[78]|3\.2|4\.5|7\.\d+)$/;
/** A full mailbox is empty again some day: RFC 5321 section 4.5.3.1.10 for 552 at a recipient, RFC 3463 for the status. */
const FULL_MAILBOX = '5.2.2';
/** Message too big: said at MAIL FROM, yet about the mail. */
const TOO_BIG = 552;

const TIMEOUT = 'máy chủ thư không trả lời kịp';
const LOST = 'mất kết nối khi đang chuyển nội dung, chưa rõ máy chủ thư đã nhận hay chưa';

/**
 * What an attempt that nodemailer gave up means. `textBegan` tells whether any of the mail's text had left: until then
 * the server cannot have taken it over, from then on only its own words decide.
 */
export function failedOutcome(error: NodemailerError, textBegan: boolean): SendOutcome {
  const undeliverable = undeliverableOf(error.rejectedErrors ?? []);
  const blamed = undeliverable.length > 0 ? { undeliverable } : {};
  if (refusesForGood(error)) return { kind: 'refused', reason: `máy chủ thư từ chối: ${repliesOf(error)}`, ...blamed };
  if (textBegan && !isFailureReply(error)) return { kind: 'unknown', reason: `${LOST} (${codeOf(error)})` };
  return { kind: 'later', reason: reasonOf(error), ...blamed, ...(isServers(error) && { isServerOut: true }) };
}

/** Whatever comes before the recipients is no matter of theirs, nor is a refusal that names our account. */
function isServers({ rejectedErrors = [] }: NodemailerError): boolean {
  return rejectedErrors.length === 0 || rejectedErrors.some(isOurFault);
}

/** Why nothing could be sent, in words for the coordinator. */
export function reasonOf(error: NodemailerError): string {
  if (error.code === 'EAUTH') return `máy chủ thư không chấp nhận tài khoản gửi: ${wordsOf(error)}`;
  if (isAboutTls(error)) return `không mã hóa được kết nối với máy chủ thư (${codeOf(error)})`;
  if (error.responseCode !== undefined) return `máy chủ thư tạm thời chưa nhận: ${repliesOf(error)}`;
  if (error.code === 'ETIMEDOUT') return `${TIMEOUT} (${codeOf(error)})`;
  return `không kết nối được máy chủ thư (${codeOf(error)})`;
}

/** The server offers no TLS, or one that cannot be trusted. */
function isAboutTls(error: NodemailerError): boolean {
  return error.code === 'ETLS' || /^EPROTO$|^ERR_(?:SSL|TLS)_|CERT/.test(error.originalCode ?? '');
}

/** Some recipients were refused while others were taken. Null when all were taken. */
export function partlyRefused(
  errors: readonly NodemailerError[],
): { readonly refused: string; readonly undeliverable: readonly string[]; readonly owed?: readonly string[] } | null {
  if (errors.length === 0) return null;
  const undeliverable = undeliverableOf(errors);
  const owed = errors.flatMap(({ recipient = '' }) => (undeliverable.includes(recipient) ? [] : [recipient]));
  return { refused: repliesTo(errors), undeliverable, ...(owed.length > 0 && { owed }) };
}

/** The recipients that the server will never take. */
function undeliverableOf(errors: readonly NodemailerError[]): readonly string[] {
  return errors.filter(refusesForGood).flatMap(({ recipient }) => recipient ?? []);
}

/** What the server answered, about each recipient where it refused every one for a reason of his own. */
function repliesOf(error: NodemailerError): string {
  const { rejectedErrors = [] } = error;
  return rejectedErrors.length > 1 ? repliesTo(rejectedErrors) : wordsOf(error);
}

function repliesTo(errors: readonly NodemailerError[]): string {
  return cut(errors.map((error) => `${maskAddresses(error.recipient ?? '')}: ${wordsOf(error)}`).join('; '));
}

function refusesForGood(error: NodemailerError): boolean {
  const { code, command, responseCode = 0 } = error;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  // Without a reply it is nodemailer that will not send: an impossible address, or a mail above the announced size.
  if (responseCode === 0) return true;
  if (responseCode < 500 || isOurFault(error) || isFull(error)) return false;
  return command !== 'MAIL FROM' || responseCode === TOO_BIG;
}

function isOurFault(error: NodemailerError): boolean {
  const { responseCode = 0 } = error;
  const status = enhancedStatus(error);
  if (status === '' && NO_SERVICE.has(responseCode)) return true;
  return OUR_FAULT.has(responseCode) || OUR_FAULT_ENHANCED.test(status);
}

function isFull(error: NodemailerError): boolean {
  const status = enhancedStatus(error);
  return status === FULL_MAILBOX || (status === '' && error.command === 'RCPT TO' && error.responseCode === TOO_BIG);
}

function isFailureReply({ responseCode = 0 }: NodemailerError): boolean {
  return responseCode >= 400;
}

function enhancedStatus({ response = '' }: NodemailerError): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
}

function wordsOf(error: NodemailerError): string {
  return cut(maskAddresses(error.response ?? error.message));
}

function codeOf(error: NodemailerError): string {
  return error.originalCode ?? error.code ?? 'không rõ';
}

function cut(text: string): string {
  const line = [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()];
  return line.length <= LONGEST_REASON ? line.join('') : `${line.slice(0, LONGEST_REASON - 1).join('')}…`;
}

/** `n***@moc.gov.vn`: enough to recognise an address, too little to use it. A text that is none becomes `***`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}

const LOCAL_END = /[^\s<>()[\]:;,"@]{1,64}$/;
const DOMAIN_START = /^[^\s<>()[\]:;,"@]{1,253}/;

/** Masks every address inside a longer text, such as the answer of a mail server. Looked for from each `@`: linear time. */
export function maskAddresses(text: string): string {
  const [first = '', ...rest] = text.split('@');
  return rest.reduce((masked, after) => {
    const local = LOCAL_END.exec(masked.slice(-64))?.[0];
    if (local === undefined || !DOMAIN_START.test(after)) return `${masked}@${after}`;
    return `${masked.slice(0, -local.length)}${[...local][0]}***@${after}`;
  }, first);
}
