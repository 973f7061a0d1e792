/**
 * Every way the product can fail that is nobody's bad row: code, what happened, what to do. Data that people typed wrong
 * is a finding, not a problem.
 */
const catalogue = {
  'config.invalid': (lines: readonly string[]) =>
    `The environment is not complete:\n${lines.map((l) => `  - ${l}`).join('\n')}`,
  'google.unreachable': (what: string, why: string, attempts: number) =>
    `Google did not answer ${what} after ${attempts} attempts: ${why}. Nothing was lost; the next run completes the work.`,
  'google.refused': (what: string, why: string) =>
    `Google refused ${what}: ${why}. Check that the account may edit the file and that the file exists.`,
  'form.refused': (why: string) =>
    `Google refused the edit of the form: ${why}. The form is left as it is; look at what changed last in the outline, the rounds and the units.`,
  'commit.disputed': (times: number) =>
    `Other runs changed the workbook ${times} times while this one was planning. Nothing was lost; the next run completes the work.`,
  'commit.blocked': (revision: number) =>
    `The commit after revision ${revision} is refused although nobody else committed. Run: npm run doctor`,
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
} as const satisfies Record<string, (...details: never[]) => string>;

export type ProblemCode = keyof typeof catalogue;

/** A failure with a code that callers can match on and a message a person can act on. */
export class Problem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'Problem';
    this.code = code;
  }
}

/** Builds a problem of the catalogue; the original error stays as its cause. */
export function problem<C extends ProblemCode>(
  code: C,
  details: Parameters<(typeof catalogue)[C]>,
  cause?: unknown,
): Problem {
  const message = (catalogue[code] as (...given: unknown[]) => string)(...details);
  return new Problem(code, message, cause);
}

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];
