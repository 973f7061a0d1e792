import type { Mail, Mailer, SendOutcome } from '../../functions/ports.ts';
import { type Fault, forever } from './faults.ts';

/** What happens to each mail of a run, and who is told. */
export type MailGuide = {
  /** Resolves when it is this mail's turn. */
  turn(): Promise<void>;
  /** What goes wrong with this mail; null takes it. */
  fault(): Fault | null;
  /** The answer takes up to so many milliseconds to come. */
  slow(most: number): void;
  /** What the server answers to a mail that reaches it. */
  accept(mail: Mail): SendOutcome;
  /** Something went wrong, whether the server took the mail or not. */
  disturbed(mail: Mail, fault: Fault): void;
  /** The process that sends ends. */
  die(): void;
};

/** The mailer port over a server in memory. A test holds it to what the SMTP adapter does. */
/** A slow answer, and the slowest that the adapter waits for: a whole mail takes no more. */
const SLOW = 20_000;
const SLOWEST = 170_000;

export function createModelMailer({ turn, fault, slow, accept, disturbed, die }: MailGuide): Mailer {
  return {
    async send(mail, mayBegin = () => true) {
      await turn();
      if (!mayBegin()) {
        disturbed(mail, 'later');
        return { kind: 'later', reason: 'lượt chạy đã hết thời gian' };
      }
      const struck = fault();
      if (struck === 'slow') slow(SLOW);
      if (struck === 'tarpit') slow(SLOWEST);
      if (struck === null || struck === 'slow' || struck === 'tarpit') return accept(mail);
      if (struck === 'crash after' || struck === 'unknown after') accept(mail);
      disturbed(mail, struck);
      if (struck.startsWith('crash')) die();
      if (struck.startsWith('crash')) return forever();
      if (struck === 'later') return { kind: 'later', reason: 'máy chủ thư tạm thời chưa nhận: 451' };
      return { kind: 'unknown', reason: 'mất kết nối khi đang chuyển nội dung' };
    },
    verify: async () => null,
    close: () => {},
  };
}

/** What a server answers that never takes mail for the dead addresses, and not now for the busy ones. */
export function answerOf(mail: Mail, dead: ReadonlySet<string>, busy: ReadonlySet<string> = new Set()): SendOutcome {
  const undeliverable = mail.to.filter((address) => dead.has(address));
  const owed = mail.to.filter((address) => busy.has(address) && !dead.has(address));
  if (undeliverable.length === mail.to.length) return { kind: 'refused', reason: 'máy chủ thư từ chối: 550' };
  if (undeliverable.length + owed.length === mail.to.length)
    return { kind: 'later', reason: 'máy chủ thư tạm thời chưa nhận: 451', undeliverable };
  if (undeliverable.length + owed.length === 0) return { kind: 'sent' };
  return {
    kind: 'sent',
    refused: undeliverable.length > 0 ? 'máy chủ thư từ chối: 550' : 'máy chủ thư tạm thời chưa nhận: 451',
    undeliverable,
    ...(owed.length > 0 && { owed }),
  };
}
