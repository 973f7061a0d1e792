import { z } from 'zod';
import { countdown } from '../faults.ts';
import { regularExpression } from '../regular-expression.ts';

/**
 * What goes wrong with mail to the recipients that fit: `refuse-permanent` answers 550 and `refuse-temporary` 451 to the
 * recipient; `drop-before-data` loses the connection before the message is kept, `drop-after-data` after it; `delay`
 * keeps the recipient's answer waiting `ms` milliseconds, `answer-late` that to a message which is kept by then.
 */
export const smtpFaultSchema = z.strictObject({
  kind: z.enum(['refuse-permanent', 'refuse-temporary', 'drop-before-data', 'drop-after-data', 'answer-late', 'delay']),
  /** Searched in the recipient's address; every recipient when left out. */
  to: regularExpression.optional(),
  ms: z.int().min(0).default(0),
  ...countdown,
});

export type SmtpFault = z.output<typeof smtpFaultSchema>;

const AT_DATA: readonly SmtpFault['kind'][] = ['drop-before-data', 'drop-after-data', 'answer-late'];
const strikesAtData = ({ kind }: SmtpFault) => AT_DATA.includes(kind);
const fitsRecipient = ({ to }: SmtpFault, address: string) => to?.test(address) ?? true;

/** Whether the fault belongs to the answer a recipient gets. */
export const strikesRecipient = (fault: SmtpFault, address: string): boolean =>
  !strikesAtData(fault) && fitsRecipient(fault, address);

/** Whether the fault belongs to the message as a whole. */
export const strikesMessage = (fault: SmtpFault, addresses: readonly string[]): boolean =>
  strikesAtData(fault) && addresses.some((address) => fitsRecipient(fault, address));
