import type { Temporal } from 'temporal-polyfill';
import { clockOf, googleOf, newToken, runSync } from '../app.ts';
import type { Config, targets } from '../config.ts';
import type { Refused } from '../documents/entered/open-docx.ts';
import { readDocx } from '../documents/entered/read-docx.ts';
import { secretMark, submissionKey } from '../domain/links/codes.ts';
import { createFiles } from '../google/files.ts';
import { createFormEditor } from '../google/form-editor.ts';
import { createWorkbook } from '../google/workbook.ts';
import { NO_RESPONSES, readSnapshot } from '../workbook/read-snapshot.ts';
import { alongside } from './enter-report/alongside.ts';
import { type Entering, type Entry, planEntry } from './enter-report/plan-entry.ts';
import type { ErasePorts } from './personal-data/erase.ts';
import { type Backup, restoreBackup, takeBackup } from './provision/backup.ts';
import { type Provisioned, type ProvisionOptions, provision, readLinks } from './provision/provision.ts';

// What a person runs as a command, wired to the real services (or the emulator). None of it is deployed.

export const PROVISION_NEEDS = ['LINK_SECRET'] as const;

type RunProvisionOptions = Pick<ProvisionOptions, 'isNewSecret' | 'areColumnsChecked' | 'editors' | 'viewers'>;

/**
 * Makes the two files, or completes them.
 * @param report told what was done, one line each
 * @throws links.secret unless `LINK_SECRET` is the file's, or a new one that is to be
 */
export async function runProvision(
  config: Config<(typeof PROVISION_NEEDS)[number]>,
  report: (line: string) => void,
  { isNewSecret = false, areColumnsChecked = false, editors = [], viewers = [] }: RunProvisionOptions = {},
): Promise<Provisioned> {
  const google = googleOf(config);
  return provision(
    {
      files: createFiles(google),
      workbookOf: (id) => createWorkbook(google, id),
      editorOf: (id) => createFormEditor(google, id),
      newToken,
      report,
    },
    {
      now: await clockOf(config)(),
      linkSecret: config.LINK_SECRET,
      isNewSecret,
      areColumnsChecked,
      editors,
      viewers,
      serviceAccounts: (config.SERVICE_ACCOUNT_EMAIL ?? '').split(/[\s,;]+/).filter(Boolean),
      spreadsheetId: config.SPREADSHEET_ID ?? null,
      formId: config.FORM_ID ?? null,
    },
  );
}

/** Each asked unit's own link as it is now. */
export async function runLinks(config: Config<'SPREADSHEET_ID' | 'LINK_SECRET'>): Promise<Provisioned['links']> {
  const workbook = createWorkbook(googleOf(config), config.SPREADSHEET_ID);
  return readLinks(workbook, { linkSecret: config.LINK_SECRET, now: await clockOf(config)() });
}

/**
 * After a restore, a copy or damage to a log, once people's tabs are right: what fell due so far is settled without
 * mailing it, tabs and columns that are gone come back, and logs take again what the form still has. The first settling
 * makes the file writable again; the last one takes what provision made.
 */
export async function runAfterRestore(
  config: Config<(typeof targets)['sync'][number] | (typeof PROVISION_NEEDS)[number]>,
  report: (line: string) => void,
  options: Parameters<typeof runProvision>[2] = {},
): Promise<Provisioned> {
  await runSync(config, { isRestoring: true });
  const made = await runProvision(config, report, options);
  await runSync(config, { isRestoring: true });
  return made;
}

/** The Sheet, and what makes and fills a second one for the texts of a closed round. */
export function openArchive(config: Config<'SPREADSHEET_ID'>) {
  const google = googleOf(config);
  const workbookOf = (id: string) => createWorkbook(google, id);
  return { workbook: workbookOf(config.SPREADSHEET_ID), files: createFiles(google), workbookOf, newToken };
}

/** What copies a Sheet whole, and makes a new one of such a copy. */
export function openBackup(config: Config) {
  const google = googleOf(config);
  return {
    take: (spreadsheetId: string) => takeBackup(createWorkbook(google, spreadsheetId)),
    restore: (backup: Backup, title: string) => restoreBackup(createFiles(google), backup, title),
  };
}

export type OpenPeople = ErasePorts & {
  readonly now: Temporal.Instant;
  /** Key of the marks under which erasures are recorded. */
  readonly secret: string;
};

/** The Sheet, for finding, handing out and erasing what it holds about a person. */
export async function openPeople(config: Config<'SPREADSHEET_ID' | 'LINK_SECRET'>): Promise<OpenPeople> {
  return {
    workbook: createWorkbook(googleOf(config), config.SPREADSHEET_ID),
    newToken,
    now: await clockOf(config)(),
    secret: config.LINK_SECRET,
  };
}

/** The Sheet, for entering a document as a unit's report: planned first, recorded by a sync as everything else. */
export function openEntry(config: Config<(typeof targets)['sync'][number]>) {
  const workbook = createWorkbook(googleOf(config), config.SPREADSHEET_ID);
  const linkSecret = config.LINK_SECRET;
  const read = async () => readSnapshot(workbook, NO_RESPONSES, await clockOf(config)());
  return {
    async plan(entering: Omit<Entering, 'paper' | 'linkSecret'>): Promise<Entry | Refused> {
      const paper = await readDocx(entering.file);
      if ('refused' in paper) return paper;
      const given = { formId: config.FORM_ID, secret: secretMark(linkSecret) };
      return planEntry({ ...(await read()), given }, { ...entering, paper, linkSecret });
    },
    /** Runs the loop with the report behind what the form has. @returns whether it stands in the log now */
    async record({ response }: Entry): Promise<boolean> {
      await runSync(config, { alongside: (form) => alongside(form, response) });
      const { logs } = await read();
      return logs.reports.rows.some((report) => submissionKey(report) === submissionKey(response));
    },
  };
}
