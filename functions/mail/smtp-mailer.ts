import type { SendMailOptions } from 'nodemailer';
import type { Temporal } from 'temporal-polyfill';
import { isAddress, type Mailbox } from '../../sheets-schema/address.ts';
import { ZONE } from '../../sheets-schema/zone.ts';
import type { Mail, Mailer, SendOutcome } from '../ports.ts';
import { failedOutcome, maskAddress, partlyRefused, reasonOf } from './send-outcome.ts';
import { type Attempt, openConnections, SMTP_TIMES, type SmtpConnections, type SmtpTimes } from './smtp-connections.ts';

export type SmtpOptions = {
  /** `smtps://user:password@host:465`; options of nodemailer may follow as a query. */
  readonly url: string;
  /** Sender of every mail. */
  readonly from: Mailbox;
  /** Where servers send back what they cannot deliver; absent means the sender. */
  readonly returnTo?: string | undefined;
  readonly times?: SmtpTimes;
};

/** Sends over pooled SMTP connections. Nodemailer is loaded at the first use: most runs send nothing. */
export function createSmtpMailer({ url, from, returnTo, times = SMTP_TIMES }: SmtpOptions): Mailer {
  let opened: Promise<SmtpConnections> | null = null;
  const connections = () => {
    opened ??= openConnections(url, times);
    return opened;
  };
  const envelope = (to: readonly string[]) => (returnTo ? { envelope: { from: returnTo, to: [...to] } } : {});
  return {
    async send(mail, mayBegin = () => true) {
      const [to, impossible] = [mail.to.filter(isAddress), mail.to.filter((address) => !isAddress(address))];
      if (mail.to.length === 0) return { kind: 'refused', reason: 'không có địa chỉ nhận' };
      if (to.length === 0) return { kind: 'refused', reason: impossibleWords(impossible), undeliverable: impossible };
      const attempt = await (await connections()).send(
        { ...mailMessage({ ...mail, to }, from), ...envelope(to) },
        mayBegin,
      );
      return withImpossible(outcomeOf(attempt), impossible);
    },
    async verify() {
      return (await connections()).verify().then(() => null, reasonOf);
    },
    close() {
      opened?.then((open) => open.close()).catch(() => {});
      opened = null;
    },
  };
}

function outcomeOf(attempt: Attempt): SendOutcome {
  switch (attempt.kind) {
    case 'taken':
      return { kind: 'sent', ...partlyRefused(attempt.rejected) };
    case 'failed':
      return failedOutcome(attempt.error, attempt.textBegan);
    case 'not begun':
      return { kind: 'later', reason: 'lượt chạy đã hết thời gian' };
  }
}

function impossibleWords(addresses: readonly string[]): string {
  return `địa chỉ sai: ${addresses.map(maskAddress).join(', ')}`;
}

/** What became of a mail, those of its recipients included who were no address. */
function withImpossible(outcome: SendOutcome, addresses: readonly string[]): SendOutcome {
  if (addresses.length === 0 || outcome.kind === 'unknown' || outcome.kind === 'exported') return outcome;
  const undeliverable = [...(outcome.undeliverable ?? []), ...addresses];
  const words = impossibleWords(addresses);
  if (outcome.kind === 'sent')
    return { ...outcome, refused: [outcome.refused, words].filter(Boolean).join('; '), undeliverable };
  return { ...outcome, reason: `${outcome.reason}; ${words}`, undeliverable };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A mail as nodemailer takes it. Each value is made safe for a header here, where it is assigned. */
export function mailMessage(mail: Mail, from: Mailbox): SendMailOptions {
  return {
    from: { name: headerValue(from.name), address: headerValue(from.address) },
    to: mail.to.map((address) => ({ name: '', address: headerValue(address) })),
    ...(mail.replyTo !== null && isAddress(mail.replyTo) && { replyTo: { name: '', address: mail.replyTo } }),
    subject: headerValue(mail.subject),
    date: mailDate(mail.date),
    messageId: `<${mail.messageId.replaceAll(/[<>\s\p{Cc}]/gu, '')}>`,
    headers: { 'Auto-Submitted': headerValue(mail.autoSubmitted) },
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename: headerValue(filename),
      contentType: headerValue(contentType),
      content: Buffer.from(content),
    })),
    // Mail is made of what the program holds, never of a file or an address that a text names.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A line break inside a value would begin a header of its own. */
function headerValue(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** RFC 5322 section 3.3: `Thu, 23 Oct 2025 08:30:00 +0700`. */
function mailDate(instant: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second, offset } = instant.toZonedDateTimeISO(ZONE);
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${DAYS[dayOfWeek - 1]}, ${day} ${MONTHS[month - 1]} ${year} ${clock} ${offset.replace(':', '')}`;
}
