import { isAddress, type Mailbox } from '../../sheets-schema/address.ts';
import type { Mailer, SendOutcome } from '../ports.ts';
import { mailMessage } from './mail-message.ts';
import { failedOutcome, maskAddress, partlyRefused, reasonOf } from './send-outcome.ts';
import { type Attempt, openConnections, SMTP_TIMES, type SmtpConnections, type SmtpTimes } from './smtp-connections.ts';

export type SmtpOptions = {
  /** `smtps://user:password@host:465`; options of nodemailer may follow as a query. */
  readonly url: string;
  /** Sender of every mail. */
  readonly from: Mailbox;
  readonly times?: SmtpTimes;
};

/** Sends over pooled SMTP connections. Nodemailer is loaded at the first use: most runs send nothing. */
export function createSmtpMailer({ url, from, times = SMTP_TIMES }: SmtpOptions): Mailer {
  let opened: Promise<SmtpConnections> | null = null;
  const connections = () => {
    opened ??= openConnections(url, times);
    return opened;
  };
  return {
    async send(mail, mayBegin = () => true) {
      const [to, impossible] = [mail.to.filter(isAddress), mail.to.filter((address) => !isAddress(address))];
      if (mail.to.length === 0) return { kind: 'refused', reason: 'không có địa chỉ nhận' };
      if (to.length === 0) return { kind: 'refused', reason: impossibleWords(impossible), undeliverable: impossible };
      const attempt = await (await connections()).send(mailMessage({ ...mail, to }, from), mayBegin);
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
  if (addresses.length === 0 || outcome.kind === 'unknown') return outcome;
  const undeliverable = [...(outcome.undeliverable ?? []), ...addresses];
  const words = impossibleWords(addresses);
  if (outcome.kind === 'sent')
    return { kind: 'sent', refused: [outcome.refused, words].filter(Boolean).join('; '), undeliverable };
  return { ...outcome, reason: `${outcome.reason}; ${words}`, undeliverable };
}
