import { createServer } from 'node:net';
import { createEmulator, type Emulator, type EmulatorOptions } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { type Config, parseConfig, targets } from '../../functions/config.ts';
import { PROVISION_NEEDS, runProvision } from '../../functions/upkeep/commands.ts';
import type { Provisioned } from '../../functions/upkeep/provision/provision.ts';
import { CONFIRMATION } from '../../sheets-schema/form.ts';

/** Everything that runs on this machine: the emulator with its inbox, and the two files made in it. */
export type Workspace = {
  readonly emulator: Emulator;
  readonly provisioned: Provisioned;
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Config<(typeof targets.sync)[number]>;
  /** Sets the one clock everything here goes by. */
  setTime(iso: string): void;
  close(): Promise<void>;
};

/** Starts an emulator and provisions it from the seeds, as a new administrator would, by hand what the guide says. @param now ISO, with zone. */
export async function startWorkspace({ now, ...options }: { now: string } & EmulatorOptions): Promise<Workspace> {
  return furnish(await createEmulator(options), now);
}

/** The same in an emulator that runs already and is empty. */
export async function furnish(emulator: Emulator, now: string): Promise<Workspace> {
  emulator.clock.set(Temporal.Instant.from(now));
  const config = parseConfig(surroundingsOf(emulator), PROVISION_NEEDS);
  const provisioned = await runProvision(config, () => {});
  const form = emulator.forms.store.find(provisioned.formId);
  if (form) form.presentation = { hasProgressBar: true, confirmation: CONFIRMATION, hasLinkToAnswerAgain: false };
  return workspaceOf(emulator, provisioned);
}

/** The workspace of two files that stand in an emulator already. */
export function workspaceOf(emulator: Emulator, provisioned: Provisioned): Workspace {
  const { spreadsheetId, formId } = provisioned;
  const environment = { ...surroundingsOf(emulator), SPREADSHEET_ID: spreadsheetId, FORM_ID: formId };
  return {
    emulator,
    provisioned,
    environment,
    config: parseConfig(environment, targets.sync),
    setTime: (iso) => emulator.clock.set(Temporal.Instant.from(iso)),
    close: () => emulator.close(),
  };
}

/** What a program is told of everything but its files. */
function surroundingsOf({ url, smtpUrl }: Emulator): Readonly<Record<string, string>> {
  return {
    GOOGLE_WORKSPACE_EMULATOR_URL: url,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Tổ giúp việc đô thị thông minh <dothithongminh@boxaydung.example>',
    LINK_SECRET: 'workspace-secret-of-no-value',
    SERVICE_ACCOUNT_EMAIL: 'sync@workspace.example',
  };
}

/** The port itself, or the next free one after it. */
export async function freePortFrom(port: number): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate += 1) if (await isFree(candidate)) return candidate;
  throw new Error(`No free port between ${port} and ${port + 99}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
