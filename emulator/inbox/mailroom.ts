import { createFaultList } from '../faults.ts';
import type { ReceivedMessage } from './message.ts';
import { type SmtpFault, strikesMessage, strikesRecipient } from './smtp-faults.ts';

/** What the inbox keeps, and what it refuses or loses while faults strike. */
export type Mailroom = {
  /** How to refuse the recipient, or null to accept; after whatever delay strikes. */
  takeRecipient(address: string): Promise<Error | null>;
  /** Keeps the message; false when the sender shall not hear of it. After whatever makes the answer late. */
  takeMessage(raw: Buffer, envelope: ReceivedMessage['envelope']): Promise<boolean>;
  /** Oldest first. */
  kept(): readonly ReceivedMessage[];
  clear(): void;
  setFaults(faults: readonly SmtpFault[]): void;
};

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
const refusals = {
  'refuse-permanent': refusal(550, '5.1.1 The email account that you tried to reach does not exist'),
  'refuse-temporary': refusal(451, '4.3.0 Mail server temporarily rejected message'),
} as const;

const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `now` stamps each message on arrival. */
export function createMailroom(now: () => string): Mailroom {
  const faults = createFaultList<SmtpFault>();
  let kept: ReceivedMessage[] = [];
  return {
    async takeRecipient(address) {
      const striking = faults.strike((fault) => strikesRecipient(fault, address));
      const delay = striking.reduce((sum, { ms }) => sum + ms, 0);
      if (delay > 0) await waited(delay);
      const kind = striking.find((fault) => fault.kind !== 'delay')?.kind;
      return kind === 'refuse-permanent' || kind === 'refuse-temporary' ? refusals[kind] : null;
    },
    async takeMessage(raw, envelope) {
      const [fault] = faults.strike((one) => strikesMessage(one, envelope.to));
      if (fault?.kind !== 'drop-before-data') kept.push({ raw, envelope, receivedAt: now() });
      if (fault?.kind !== 'answer-late') return fault === undefined;
      await waited(fault.ms);
      return true;
    },
    kept: () => kept,
    clear() {
      kept = [];
    },
    setFaults: (next) => faults.replace(next),
  };
}
