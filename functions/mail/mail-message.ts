import type { SendMailOptions } from 'nodemailer';
import type { Temporal } from 'temporal-polyfill';
import { isAddress, type Mailbox } from '../../sheets-schema/address.ts';
import { ZONE } from '../../sheets-schema/zone.ts';
import type { Mail } from '../ports.ts';

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
