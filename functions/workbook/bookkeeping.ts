import { Temporal } from 'temporal-polyfill';
import type { Grid } from '../../sheets-schema/cell.ts';
import { encodeRow } from '../../sheets-schema/parse-tab.ts';
import { LOWEST_WRITER, RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { type SystemCell, system, systemCells } from '../../sheets-schema/tabs/system.ts';
import { type FileSettings, instantOf, LOCALE, ZONE } from '../../sheets-schema/zone.ts';
import type { Write } from '../ports.ts';

/** The few cells a sync keeps for itself. */
export type Bookkeeping = {
  /** Rises by one with every commit. */
  readonly revision: number;
  /** The token of the last commit: whose it was. */
  readonly token: string;
  readonly spreadsheet: string;
  /** What the Form was last made to be; JSON of {@link file://./follow-form.ts}. */
  readonly formHash: string;
  /** ISO instant; '' before the first run. */
  readonly lastGoodRun: string;
  /** Where the Form is answered; the cities' links are built on it. */
  readonly formUri: string;
  readonly formId: string;
  /** Tells the secret of the links from another; '' before a run that makes links. */
  readonly secret: string;
  /** Where people open the sheet. */
  readonly sheetUrl: string;
  /** When a run last looked at what nobody tells it of: the live form. ISO instant; '' before the first look. */
  readonly lookedAt: string;
  /** The day on which all submissions the form has were last compared with those recorded, `2025-10-24`; '' for never. */
  readonly comparedOn: string;
  /** Language and zone of the file as a commit last told them, `vi_VN Asia/Ho_Chi_Minh`; '' before that. */
  readonly fileSettings: string;
  /** Why all mail is held (restored, copied); '' when it is not. */
  readonly mailHold: string;
  /** Since when the mail server takes nothing from us; null while it does. */
  readonly mailOutage: MailOutage | null;
  /** The day on which the digest last went while the ledger could not be written, `2025-10-24`; '' for never. */
  readonly toldOn: string;
  /** What the last check-up found that needs a person, a line each; '' when nothing does. Vietnamese. */
  readonly doctor: string;
  /** When it looked; '' when nothing needs a person. ISO instant. */
  readonly doctorAt: string;
  /** What the file can hold; a file without this cell is one of the first version. */
  readonly schema: SchemaVersions;
  /** The lowest schema version whose code may write the file. */
  readonly lowestWriter: number;
  /** The release that wrote the file last; '' for the first. */
  readonly release: string;
  /**
   * Columns and settings that were lost and stand there again, empty, until somebody says that they are right:
   * `rounds.effectiveDeadline; setting.goLive`.
   */
  readonly putBack: string;
  /** Rows each log should have. */
  readonly rows: Readonly<Record<LogName, number>>;
};

export type MailOutage = {
  /** ISO instant of the run that found out. */
  readonly since: string;
  /** Vietnamese, in the words of that run. */
  readonly why: string;
  /** The server does not even let us in, so that a look tells when it does again; else only a mail that it takes tells. */
  readonly isSeen: boolean;
};

const REFRESH_MINUTES = 60;

/** @param since ISO instant; '' for never */
export function isHourPast(since: string, now: Temporal.Instant): boolean {
  return since === '' || now.since(Temporal.Instant.from(since)).total('minutes') > REFRESH_MINUTES;
}

/** The system's tabs are brought up by the first run of a release, people's tabs by `npm run provision`. */
export type SchemaVersions = { readonly system: number; readonly people: number };

export type LogName = 'reports' | 'answers' | 'ledger' | 'changes';
export const logNames: readonly LogName[] = ['reports', 'answers', 'ledger', 'changes'];

/** The cells of a file nobody committed to yet. */
export function firstBookkeeping(spreadsheet: string, sheetUrl: string, secret = ''): Bookkeeping {
  return {
    revision: 0,
    token: '',
    spreadsheet,
    formHash: '',
    formUri: '',
    formId: '',
    secret,
    sheetUrl,
    lastGoodRun: '',
    lookedAt: '',
    comparedOn: '',
    fileSettings: settingsText(AS_PROVISIONED),
    mailHold: '',
    mailOutage: null,
    toldOn: '',
    doctor: '',
    doctorAt: '',
    schema: { system: SCHEMA_VERSION, people: SCHEMA_VERSION },
    lowestWriter: LOWEST_WRITER,
    release: RELEASE,
    putBack: '',
    rows: { reports: 0, answers: 0, ledger: 0, changes: 0 },
  };
}

const AS_PROVISIONED: FileSettings = { locale: LOCALE, timeZone: ZONE };

export function settingsText({ locale, timeZone }: FileSettings): string {
  return `${locale} ${timeZone}`;
}

/** Reads the cells by their names. @returns null when the tab was never provisioned. */
export function readBookkeeping(grid: Grid): Bookkeeping | null {
  const cells = new Map(grid.map((row) => [String(row[0] ?? ''), String(row[1] ?? '')]));
  if (!cells.has('revision')) return null;
  const text = (cell: SystemCell) => cells.get(cell) ?? '';
  const count = (name: LogName) => Number(text(`rows.${name}`)) || 0;
  const version = (cell: SystemCell) => Number(text(cell)) || 1;
  return {
    revision: Number(text('revision')) || 0,
    token: text('token'),
    spreadsheet: text('spreadsheet'),
    formHash: text('formHash'),
    lastGoodRun: momentOr(text('lastGoodRun')),
    lookedAt: momentOr(text('lookedAt')),
    comparedOn: text('comparedOn'),
    fileSettings: text('fileSettings'),
    formUri: text('formUri'),
    formId: text('formId'),
    secret: text('secret'),
    sheetUrl: text('sheetUrl'),
    mailHold: text('mailHold'),
    mailOutage: readOutage(text('mailOutage')),
    toldOn: text('toldOn'),
    doctor: text('doctor'),
    doctorAt: momentOr(text('doctorAt')),
    schema: { system: version('schema'), people: version('schema.people') },
    lowestWriter: version('lowestWriter'),
    release: text('release'),
    putBack: text('putBack'),
    rows: { reports: count('reports'), answers: count('answers'), ledger: count('ledger'), changes: count('changes') },
  };
}

/** A moment that nobody can read was never: what is done now and then is done again. */
function momentOr(cell: string): string {
  try {
    return instantOf(cell) && cell;
  } catch {
    return '';
  }
}

/** All cells in one block below the header, as text: revision and token change with every commit anyway. */
export function writeBookkeeping(book: Bookkeeping): Extract<Write, { kind: 'write' }> {
  return {
    kind: 'write',
    sheetId: system.sheetId,
    row: 1,
    column: 0,
    rows: systemCells.map((name) =>
      encodeRow(system, { name, value: cellText(book, name) }).map((value) => ({ value })),
    ),
  };
}

function readOutage(text: string): MailOutage | null {
  const [, since, seen, why] = /^(\S+) (seen|told) (.+)$/.exec(text) ?? [];
  return since && why ? { since, why, isSeen: seen === 'seen' } : null;
}

function outageText(outage: MailOutage | null): string {
  return outage ? `${outage.since} ${outage.isSeen ? 'seen' : 'told'} ${outage.why}` : '';
}

function cellText(book: Bookkeeping, cell: SystemCell): string {
  switch (cell) {
    case 'revision':
      return String(book.revision);
    case 'rows.reports':
      return String(book.rows.reports);
    case 'rows.answers':
      return String(book.rows.answers);
    case 'rows.ledger':
      return String(book.rows.ledger);
    case 'rows.changes':
      return String(book.rows.changes);
    case 'schema':
      return String(book.schema.system);
    case 'schema.people':
      return String(book.schema.people);
    case 'lowestWriter':
      return String(book.lowestWriter);
    case 'mailOutage':
      return outageText(book.mailOutage);
    default:
      return book[cell];
  }
}

/** What every run reads for itself: a check-up says no more of it than the run knows better. */
const READ_ANEW = ['Lần chạy gần nhất', 'Máy chủ thư', 'Điều phối viên', 'Sổ của hệ thống', 'Bảng tính'];
/** What a run sees when it looks at the live form. */
const OF_THE_FORM = ['Biểu mẫu', 'Nhận báo cáo', 'Người trả lời'];

/** What the last check-up found and no later run has looked into, without what is to be typed for it. */
export function checkupLines({
  doctor,
  doctorAt,
  lookedAt,
}: Pick<Bookkeeping, 'doctor' | 'doctorAt' | 'lookedAt'>): readonly string[] {
  const isLookedInto = lookedAt !== '' && (doctorAt === '' || isLater(lookedAt, doctorAt));
  const known = isLookedInto ? [...READ_ANEW, ...OF_THE_FORM] : READ_ANEW;
  return doctor
    .split('\n')
    .filter((line) => line !== '' && !known.some((subject) => line.startsWith(`${subject}: `)))
    .map((line) => line.replace(/ \(.*\)$/, ''));
}

function isLater(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0;
}
