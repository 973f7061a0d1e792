import type { Temporal } from 'temporal-polyfill';

/** One mail, complete: what is sent again under the same Message-ID is the same mail. */
export type Mail = {
  /** The notice it belongs to, as in the ledger; never part of the mail. */
  readonly key: string;
  /** `<…@…>`, derived from the key, so that a repeat is recognised by the receiving side. */
  readonly messageId: string;
  readonly date: Temporal.Instant;
  /** The contacts of one unit and nobody else. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The group mailbox; left out of the mail when it is no address. */
  readonly replyTo: string;
  /** RFC 3834: an answer to somebody's report is `auto-replied`. */
  readonly autoSubmitted: 'auto-generated' | 'auto-replied';
  readonly attachments: readonly Attachment[];
};

export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

/** What became of one attempt. Reasons are Vietnamese, one line, addresses masked: they stand in the sheet. */
export type SendOutcome =
  /** Taken over by the server; `refused` tells of recipients it would not take while it took others. */
  | { readonly kind: 'sent'; readonly refused?: string }
  /** The server will never take this mail for these recipients. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not taken over; the same mail may pass later. */
  | { readonly kind: 'later'; readonly reason: string }
  /** The server's answer was lost after the text had begun to flow: the mail may or may not have been taken over. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type Mailer = {
  /** Never throws for what a server or a network does. */
  send(mail: Mail): Promise<SendOutcome>;
  /** Null when the server answers and lets us in; else what is wrong, in Vietnamese. Sends nothing. */
  verify(): Promise<string | null>;
  /** Ends open connections; a later send opens new ones. */
  close(): void;
};
