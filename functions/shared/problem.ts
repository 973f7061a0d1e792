/** What to do about a refusal whose status tells; of any other nothing is guessed. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: ' The account of this run has no valid login: see to its credentials.',
  403: ' The account of this run may not do this: share the file with it as an editor, and see that the API is enabled in its project.',
  404: ' There is no such file, or the account of this run cannot see it: check the id, and that the file is shared with the account.',
};

/** Google's own words as a sentence with one full stop. */
function sentence(words: string): string {
  return `${words.trim().replace(/\.+$/, '')}.`;
}

/**
 * Every way the product can fail that is nobody's bad row: code, what happened, what to do. Data that people typed wrong
 * is a finding, not a problem.
 */
const catalogue = {
  'config.invalid': (lines: readonly string[]) =>
    `Môi trường chạy chưa đủ hoặc sai; nghĩa của từng biến ở hướng dẫn quản trị, mục 9:\n${lines.map((l) => `  - ${l}`).join('\n')}`,
  'google.unreachable': (what: string, why: string, attempts: number) =>
    `Google did not answer ${what} after ${attempts} attempts: ${why}. Nothing was lost; the next run completes the work.`,
  'google.refused': (what: string, status: number, why: string) =>
    `Google refused ${what}: ${status} ${sentence(why)}${REMEDIES[status] ?? ''}`,
  'commit.refused': (spreadsheet: string, why: string) =>
    `Google refuses to write to the spreadsheet ${spreadsheet}: ${sentence(why)} It is refused without the waiting responses too, so none of them is to blame. Nothing was written and nothing is lost; every run tries again.`,
  'form.refused': (why: string) =>
    `Google refused the edit of the form: ${why}. The form is left as it is; look at what changed last in the outline, the rounds and the units.`,
  'links.secret': () =>
    "LINK_SECRET is not the one whose codes the cities were mailed, so reports through their links would be taken for strangers'. Give that one. To change it, put it into LINK_SECRET_PREVIOUS, the new one into LINK_SECRET, and run: npm run provision -- --new-secret",
  'commit.disputed': (times: number) =>
    `Other runs changed the workbook ${times} times while this one was planning. Nothing was lost; the next run completes the work.`,
  'commit.blocked': (revision: number) =>
    `The commit after revision ${revision} is refused although nobody else committed, and there are no old claims to make room. Other programs may have filled the 30,000 characters of developer metadata that a file holds. Run: npm run doctor`,
  'workbook.newer': (release: string) =>
    `The spreadsheet was written by release ${release}, and this older code would misread it. Nothing was read, written or mailed. Deploy release ${release} or later again; docs/huong-dan-quan-tri.md says how under "Nâng cấp".`,
  'workbook.older': () =>
    'The spreadsheet is of an earlier release and has not been brought up yet. Let one run of the loop do it first: npm run once',
  'workbook.unprovisioned': (what: string) => `The spreadsheet lacks ${what}. Run: npm run provision`,
  'archive.incomplete': (id: string, rows: number) =>
    `The archive ${id} does not give back ${rows} answers that were written to it. Nothing was taken from the register. Run it again: npm run archive`,
  'watch.topic': (topic: string, why: string) =>
    `Google does not let the form tell ${topic} of new answers: ${why}. Check that this topic exists in the project of the service account and that forms-notifications@system.gserviceaccount.com may publish to it; npm run deploy sees to both. Reports still arrive with the scheduled runs.`,
  'watch.blocked': (event: string) =>
    `The watch for ${event} can be neither made nor found. Reports still arrive with the scheduled runs. Run: npm run doctor`,
  'provision.unclear': (title: string) =>
    `Whether the file "${title}" was made is not known. Look in Drive: delete an empty one of that name, or pass its id as SPREADSHEET_ID or FORM_ID. Then run again: npm run provision`,
  'clock.unreachable': (url: string) => `The emulator's clock at ${url} does not answer. Is the emulator running?`,
  'mail.unreachable': (why: string) =>
    `The mail server did not answer: ${why}. The mails stay claimed and go out later.`,
  'mail.unread': (why: string) => `The mailbox of what came back could not be read: ${why}.`,
} as const satisfies Record<string, (...details: never[]) => string>;

export type ProblemCode = keyof typeof catalogue;

/** What each problem is told with. */
export type ProblemDetails = { readonly [C in ProblemCode]: Parameters<(typeof catalogue)[C]> };

/** A failure with a code that callers can match on and a message a person can act on. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** By which others tell it in words of their own. */
  readonly details: ProblemDetails[ProblemCode];

  constructor(code: ProblemCode, message: string, details: ProblemDetails[ProblemCode], cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

/** Builds a problem of the catalogue; the original error stays as its cause. */
export function problem<C extends ProblemCode>(code: C, details: ProblemDetails[C], cause?: unknown): Problem {
  const message = (catalogue[code] as (...given: unknown[]) => string)(...details);
  return new Problem(code, message, details, cause);
}

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];
