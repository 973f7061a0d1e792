import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Temporal } from 'temporal-polyfill';
import type { Cell, Grid } from '../sheets-schema/cell.ts';
import type { NoticeKind } from '../sheets-schema/notice-kinds.ts';
import type { FileSettings } from '../sheets-schema/zone.ts';

/** A part of a tab to read: all its rows, the columns up to a limit. */
export type TabRange = {
  readonly sheetId: number;
  /** Columns `0 … columns - 1`; null reads all. */
  readonly columns: number | null;
  /** Columns further behind, by their places, the second not included; in the rows that are read they follow on the others. */
  readonly also?: readonly [from: number, until: number];
  /** Its first row besides, as wide as it is. */
  readonly header?: boolean;
  /** Its first row and these alone, each in its own place; what lies between them is empty. */
  readonly rows?: readonly RowRange[];
};

/** Rows as people count them, from 1, both ends included. */
export type RowRange = { readonly from: number; readonly to: number };

/** Rows of `Nội dung` that belong to versions, and where they are taken to stand. */
export type WantedTexts = { readonly lines: readonly RowRange[]; readonly versions: ReadonlySet<string> };

type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly grids: ReadonlyMap<number, Grid>;
      /** First rows, of the ranges that asked for them. */
      readonly headers: ReadonlyMap<number, readonly Cell[]>;
    }
  /** One of the tabs does not exist. */
  | { readonly kind: 'tab-missing' };

export type TabProperties = {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
};

/** A cell to write, with the number format its column has. */
export type CellWrite = {
  readonly value: Cell;
  /** Where a click leads: an address, or `#gid=…` for a place in the same file. */
  readonly link?: string;
  readonly format?: { readonly type: string; readonly pattern: string };
};

export type RowWrite =
  /**
   * Rows after the last row with data, wherever the service puts them; a basic filter on the tab is cleared first when
   * `log` says so.
   */
  | {
      readonly kind: 'append';
      readonly sheetId: number;
      readonly log: boolean;
      readonly rows: readonly (readonly CellWrite[])[];
    }
  /** A block of cells from a 0-based place, which may lie past all rows; cells absent from short rows are left alone. */
  | {
      readonly kind: 'write';
      readonly sheetId: number;
      /** Columns to put behind the last one first, where the tab has lost some. */
      readonly widen?: number;
      readonly row: number;
      readonly column: number;
      readonly rows: readonly (readonly CellWrite[])[];
    };

/** From a place on rows go down behind so many empty ones; up, over as many as are taken out, when `by` is below 0. */
export type RowShift = { readonly kind: 'shift'; readonly sheetId: number; readonly row: number; readonly by: number };

/** Whole rows of one tab, copied behind the last row that another one's grid has. */
export type RowCopy = {
  readonly kind: 'copy';
  readonly sheetId: number;
  readonly from: number;
  readonly lines: readonly RowRange[];
  readonly columns: number;
  /** Rows of that grid before. */
  readonly behind: number;
};

/** What a run writes: the changes of one tab build on each other. */
export type RowChange = RowWrite | RowShift;

export type Write =
  | RowChange
  | RowCopy
  /** What a tab is besides its rows, in the service's own words: columns put in, titles, a tab that a release brought. */
  | { readonly kind: 'shape'; readonly sheetId: number; readonly requests: readonly SheetRequest[] };

/** One atomic write under a claim: an id that can be used once in the life of the file. */
export type Commit = {
  readonly claim: number;
  readonly token: string;
  readonly changes: readonly Write[];
};

export type CommitOutcome =
  | { readonly kind: 'done' }
  /** The claim was used before: somebody else committed, or our own lost answer had arrived. */
  | { readonly kind: 'claim-used' }
  /** Anything else the service refused the batch for, such as a tab that was deleted meanwhile. */
  | { readonly kind: 'refused'; readonly why: string };

/** The spreadsheet as the loop uses it. Each method is one call unless it says otherwise. */
export type Workbook = {
  readonly id: string;
  read(ranges: readonly TabRange[]): Promise<ReadOutcome>;
  tabs(): Promise<readonly TabProperties[]>;
  commit(commit: Commit): Promise<CommitOutcome>;
  /** The highest claim ever used, 0 when none. */
  highestClaim(): Promise<number>;
  /** Erases the claims below a number, of which a file holds so many and no more. @returns how many were erased */
  freeClaims?(before: number): Promise<number>;
  /** The language and zone of the file, as the last commit that was taken told them; null before that. No call. */
  settings?(): FileSettings | null;
};

/** A response as the Forms API gives it. Times are kept as received: a JS Date would lose microseconds. */
export type FormResponse = {
  readonly responseId: string;
  readonly createTime: string;
  readonly lastSubmittedTime: string;
  readonly respondentEmail: string | null;
  /** By question id: the texts answered. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** They are more than is taken in, so none of them was read. */
  readonly isTooLong?: true;
  /** A coordinator entered it from a document: the form has nothing of it. */
  readonly isEntered?: true;
};

/** What makes a version of a response: an edit keeps the id and moves the time. */
export type Submission = Pick<FormResponse, 'responseId' | 'lastSubmittedTime'>;

/** Responses as many as memory is kept for, oldest first. */
export type ResponsePart = {
  readonly responses: readonly FormResponse[];
  /** Reads those after them, which were submitted no earlier; null when these are the last. */
  readonly more: (() => Promise<ResponsePart>) | null;
};

export type Responses = {
  /** The form they answer; '' where none is read. */
  readonly formId: string;
  /** Those submitted or edited at or after a time (RFC 3339, microseconds), all when null, but for the ones known. */
  since(time: string | null, isKnown: (submission: Submission) => boolean): Promise<ResponsePart>;
  /** Ids and times of all there are, and nothing of what they say. Follows page tokens. */
  submissions(): Promise<readonly Submission[]>;
};

export type SheetRequest = sheets_v4.Schema$Request;

/** The calls that make and complete the two files. */
/** How the cells of a tab are coloured by what they say, and how its rows may be looked through. */
export type SheetLook = {
  readonly rules: readonly sheets_v4.Schema$ConditionalFormatRule[];
  readonly views: readonly sheets_v4.Schema$FilterView[];
};

export type Files = {
  createSpreadsheet(title: string): Promise<string>;
  describe(spreadsheetId: string): Promise<{
    readonly locale: string;
    readonly timeZone: string;
    readonly url: string;
    readonly tabs: readonly { readonly sheetId: number; readonly title: string }[];
    /** What is protected and this account may write all the same, and who else may. */
    readonly protections: readonly { readonly id: number; readonly editors: readonly string[] }[];
    /** By sheetId. */
    readonly looks: ReadonlyMap<number, SheetLook>;
  }>;
  /** One batch, all or nothing: requests first, then rows. */
  build(spreadsheetId: string, requests: readonly SheetRequest[], rows: readonly Write[]): Promise<void>;
  createForm(title: string): Promise<{ readonly formId: string; readonly responderUri: string }>;
  /** Null when Drive does not tell this account. */
  rights(fileId: string): Promise<FileRights | null>;
  /** Null when it is granted; else why not. Nobody is mailed. */
  share(fileId: string, grant: Grant): Promise<SharingRefused | null>;
  /** Lets anybody with the link answer a form; null when it is granted. */
  openToResponders(formId: string): Promise<SharingRefused | null>;
};

/** Who may do what with a file. */
export type FileRights = {
  /** Whether anybody with the link may answer, of a form. */
  readonly isOpen: boolean;
  /** By address, in lower case. */
  readonly roles: ReadonlyMap<string, string>;
};

export type Grant = { readonly address: string; readonly role: 'writer' | 'reader' };

/** In Google's own words, which are in the language of the account. */
export type SharingRefused = { readonly status: number; readonly why: string };

/** A form as the API gives it. */
export type LiveForm = forms_v1.Schema$Form;
export type FormItem = forms_v1.Schema$Item;
export type FormRequest = forms_v1.Schema$Request;

/** The Form as it is kept in step with the Sheet. Each method is one call. */
export type FormEditor = {
  get(): Promise<LiveForm>;
  /**
   * All requests or none, and only on the revision they were planned for: `made` is the form as Google gives it back
   * afterwards, `refused` holds Google's own words.
   */
  edit(
    requests: readonly FormRequest[],
    revisionId: string,
  ): Promise<'stale' | { readonly made: LiveForm } | { readonly refused: string }>;
  /** Published, and accepting or not. */
  publish(accepting: boolean): Promise<'done' | { readonly refused: string }>;
};

export type WatchEvent = 'RESPONSES' | 'SCHEMA';

/** A standing order to tell a topic when something happens to the form. It lives seven days. */
export type Watch = {
  readonly id: string;
  readonly event: WatchEvent;
  readonly topic: string;
  /** ISO instant. */
  readonly expires: string;
  /** A suspended watch tells nothing. */
  readonly state: 'ACTIVE' | 'SUSPENDED';
  /** Why it was suspended, in Google's words. */
  readonly cause: string | null;
};

/** Each method is one call. @throws google.refused when the form is out of reach */
export type Watches = {
  /** Those of this account that have not expired. */
  list(): Promise<readonly Watch[]>;
  /** Null when one exists already for this account, project, form and event. @throws watch.topic when Google refuses the topic */
  create(event: WatchEvent, topic: string): Promise<Watch | null>;
  /** Null when it is gone, or is suspended for a cause that stays. */
  renew(id: string): Promise<Watch | null>;
  /** Done too when it is gone already. */
  remove(id: string): Promise<void>;
};

/** What only a check-up asks of the services. Each method is one call. */
export type Checkup = {
  /** Every tab of the file; `writable` is null where nothing is protected. */
  tabs(): Promise<readonly { readonly title: string; readonly cells: number; readonly writable: boolean | null }[]>;
  /** How the file reads what people type, as {@link tabs} told it; null before. No call. */
  settings(): FileSettings | null;
  /** The ids of all claims that still stand, and how many characters of metadata other programs keep beside them. */
  metadata(): Promise<{ readonly claims: readonly number[]; readonly others: number }>;
  /** Erases claims. False when the service refused, as when another check-up has just done the same. */
  prune(claims: readonly number[]): Promise<boolean>;
  /** Whether anybody with the link may answer the form; null when Drive does not tell this account. */
  isOpenToResponders(): Promise<boolean | null>;
  /** What Google's first answer gave as its time (an HTTP date), and how many milliseconds into the run. No call. */
  serverTime(): { readonly date: string; readonly after: number } | null;
};

/** What a self-test does to the files in use, as the account that runs; each step leaves nothing behind. */
export type Trial = {
  /** On a tab that is made for it and taken away again. */
  onScratchTab(): Promise<{
    /** What a tick box reads when it was ticked, and when that was undone. */
    readonly ticked: Cell;
    readonly unticked: Cell;
    /** Why a second batch under a claim in use was refused; null when it was not, or not for that. */
    readonly claimRefused: string | null;
    /** Row, from 1, where `appendCells` put what came behind one filled row and some that only have a format. */
    readonly appendedAt: number;
    readonly isGone: boolean;
  }>;
  /** Null when this account may edit the form: an edit of a revision that never was is refused for that alone. */
  whyFormIsClosed(): Promise<string | null>;
};

/** A mail decided on, before it is put into words: which text, with what in its braces, to whom. */
export type Letter = {
  readonly key: string;
  readonly messageId: string;
  readonly kind: NoticeKind;
  readonly to: readonly string[];
  readonly at: Temporal.Instant;
  readonly replyTo: string | null;
  readonly template: { readonly subject: string; readonly body: string };
  readonly variables: { readonly [name: string]: unknown };
  readonly button: { readonly label: string; readonly url: string } | null;
  readonly enclosures: readonly Enclosure[];
};

/** A document that goes along as .docx, made when its mail is put into words. */
export type Enclosure = { readonly filename: string; readonly content: () => Promise<Uint8Array> };

/** Puts a letter into words and makes what goes along. */
export type MailWriter = (letter: Letter) => Promise<Mail>;

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
  /** The group mailbox; null leaves it out of the mail, so that answers go to the sender. */
  readonly replyTo: string | null;
  /** RFC 3834: an answer to somebody's report is `auto-replied`. */
  readonly autoSubmitted: 'auto-generated' | 'auto-replied';
  readonly attachments: readonly Attachment[];
};

/** What a page or document function answers. */
export type Served =
  | { readonly kind: 'page'; readonly html: string }
  /** A .docx, by the end of its name. */
  | { readonly kind: 'document'; readonly filename: string; readonly content: Uint8Array }
  | { readonly kind: 'nothing'; readonly why: string };

export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

/** What became of one attempt. Reasons are Vietnamese, one line, addresses masked: they stand in the sheet. */
export type SendOutcome =
  /**
   * Taken over by the server. Of recipients it would not take while it took others `refused` tells in words;
   * `undeliverable` are those it never will, `owed` those it may take later.
   */
  | {
      readonly kind: 'sent';
      readonly refused?: string;
      readonly undeliverable?: readonly string[];
      readonly owed?: readonly string[];
    }
  /** It lies ready as a file for a person to send; nobody has been told anything yet. */
  | { readonly kind: 'exported'; readonly undeliverable?: readonly string[] }
  /** The server will never take this mail; `undeliverable` are the recipients it is for, absent when it is the mail itself. */
  | { readonly kind: 'refused'; readonly reason: string; readonly undeliverable?: readonly string[] }
  /** Certainly not taken over; the same mail may pass later, save for those in `undeliverable`. */
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly undeliverable?: readonly string[];
      /** It was no matter of the mail or its recipients: the server is not there, or takes nothing from us. */
      readonly isServerOut?: true;
    }
  /** The server's answer was lost after the text had begun to flow: the mail may or may not have been taken over. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a mail server told of one recipient of a mail that it gave up (RFC 3464). Anybody may send such a report. */
export type Bounce = {
  /** Of the mail that came back. */
  readonly messageId: string;
  readonly recipient: string;
  /** `5.1.1`: class, subject, detail. Fact: RFC 3463. */
  readonly status: string;
};

/** The mailbox to which undeliverable mail comes back. Nothing in it is changed. */
export type Bounces = {
  /** Reports that came on or after a day. @throws mail.unread when the mailbox cannot be read */
  since(day: Temporal.PlainDate): Promise<readonly Bounce[]>;
};

export type Mailer = {
  /** Never throws for what a server or a network does. Asks `mayBegin` when a connection is free: a mail may have to wait. */
  send(mail: Mail, mayBegin?: () => boolean): Promise<SendOutcome>;
  /** Null when the server answers and lets us in; else what is wrong, in Vietnamese. Sends nothing. */
  verify(): Promise<string | null>;
  /** Ends open connections; a later send opens new ones. */
  close(): void;
  /** Of a mailer that writes files for a person to send. */
  readonly outbox?: Outbox;
};

/** Mails are told by their Message-IDs. */
type Outbox = {
  /** Those that a person says were sent. */
  sent(): Promise<ReadonlySet<string>>;
  /** Lists what waits to be sent, and puts away what is not to be sent any more. */
  tidy(mails: { readonly waiting: ReadonlySet<string>; readonly stopped: ReadonlySet<string> }): Promise<void>;
};
