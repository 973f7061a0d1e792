import { Temporal } from 'temporal-polyfill';
import { senderOf } from '../../functions/config.ts';
import { createFormFollower } from '../../functions/form/follow-form.ts';
import { createGoogle, type Google } from '../../functions/google/client.ts';
import { createFiles } from '../../functions/google/files.ts';
import { createFormEditor } from '../../functions/google/form-editor.ts';
import { createResponses } from '../../functions/google/responses.ts';
import type { RetryOptions } from '../../functions/google/retries.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import { type SyncPorts, type SyncSummary, sync } from '../../functions/sync/sync.ts';
import { type Provisioned, provision } from '../../functions/upkeep/provision/provision.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { type Gate, gatedGoogle, gatedMailer } from './gates.ts';

const MAIL_DOMAIN = 'boxaydung.example';

/** Changes a part of the wiring: to plant a bug, or to hold a run where a test wants it. */
export type Rewire = (ports: SyncPorts, google: Google) => SyncPorts;

export type RunOptions = {
  readonly gate?: Gate;
  readonly rewire?: Rewire;
  readonly isRestoring?: boolean;
  /** How calls are paced and tried again. */
  readonly retries?: RetryOptions;
};

const openGate: Gate = (_name, act) => act();
let tokens = 0;
const newToken = () => {
  tokens += 1;
  return `t${tokens}`;
};

function googleOf({ emulator }: Workspace, { gate = openGate, retries }: RunOptions): Google {
  return gatedGoogle(createGoogle({ emulator: emulator.url, backoff: 1, ...retries }), gate);
}

/** One run of the loop as it is wired in production, its calls and mails behind the gate. */
export async function syncThrough(workspace: Workspace, options: RunOptions = {}): Promise<SyncSummary> {
  const { config, emulator } = workspace;
  const { gate = openGate, rewire = (ports) => ports, isRestoring = false } = options;
  const google = googleOf(workspace, options);
  const mailer = createSmtpMailer({ url: config.SMTP_URL, from: senderOf(config) });
  const ports: SyncPorts = {
    workbook: createWorkbook(google, config.SPREADSHEET_ID),
    responses: createResponses(google, config.FORM_ID),
    follower: createFormFollower(createFormEditor(google, config.FORM_ID)),
    mailer: gatedMailer(mailer, gate),
    writeMail,
    newToken,
    hasTime: () => true,
  };
  try {
    return await sync(rewire(ports, google), {
      now: Temporal.Instant.from(emulator.clock.now()),
      linkSecret: config.LINK_SECRET,
      mailDomain: MAIL_DOMAIN,
      isRestoring,
    });
  } finally {
    mailer.close();
  }
}

export type FileIds = { readonly spreadsheetId: string | null; readonly formId: string | null };

/** Provisioning as the administrator runs it. @param report hears each line that was printed. */
export async function provisionThrough(
  workspace: Workspace,
  ids: FileIds,
  report: (line: string) => void,
  options: RunOptions = {},
): Promise<Provisioned> {
  const google = googleOf(workspace, options);
  return provision(
    {
      files: createFiles(google),
      workbookOf: (id) => createWorkbook(google, id),
      editorOf: (id) => createFormEditor(google, id),
      newToken,
      report,
    },
    {
      now: Temporal.Instant.from(workspace.emulator.clock.now()),
      linkSecret: workspace.config.LINK_SECRET,
      serviceAccounts: [],
      ...ids,
    },
  );
}

/** Most runs that a disturbance may take to be made good. */
const MOST_RUNS = 8;

/** Runs until a run has nothing left to write. @param revision the last one known */
export async function syncUntilQuiet(workspace: Workspace, options: RunOptions, revision: number): Promise<void> {
  let before = revision;
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const { revision: now } = await syncThrough(workspace, options);
    if (now === before) return;
    before = now;
  }
  throw new Error(`Still writing after ${MOST_RUNS} runs.`);
}
