import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { parseConfig } from '../../functions/config.ts';
import { formEditUrl } from '../../functions/domain/links/form-links.ts';
import { PROVISION_NEEDS, runProvision } from '../../functions/upkeep/commands.ts';
import { workspaceOf } from '../../scripts/workspace/start-workspace.ts';
import { createOffice, type Office } from '../support/office.ts';
import { dump } from './dump.ts';
import { loadRelease } from './load.ts';
import type { Recording } from './recording.ts';

/** An office whose two files an earlier release made, in the middle of a round. */
export type OlderOffice = Office & {
  /** What was loaded. */
  readonly recorded: Recording;
  /** Both files as they are now. */
  now(): ReturnType<typeof dump>;
  /** As an administrator runs it. @returns what it says it did */
  provision(options?: Parameters<typeof runProvision>[2]): Promise<readonly string[]>;
};

/**
 * The office of a test file: its files as they were recorded, at that minute, before each test; or as `prepare` left them.
 */
export function useRelease(
  release: string,
  prepare: (office: OlderOffice) => Promise<void> = async () => {},
): OlderOffice {
  let emulator: Emulator;
  let putBack = () => {};
  const office = {} as OlderOffice;
  beforeAll(async () => {
    emulator = await createEmulator({});
    Object.assign(office, olderOffice(emulator, await loadRelease(emulator, release)));
    await prepare(office);
    putBack = emulator.checkpoint();
  });
  beforeEach(() => putBack());
  afterAll(() => emulator.close());
  return office;
}

function olderOffice(emulator: Emulator, recorded: Recording): OlderOffice {
  const { spreadsheetId: id, spreadsheetUrl } = recorded.spreadsheet;
  const { formId: ofForm, responderUri } = recorded.form;
  const [spreadsheetId, formId] = [id ?? '', ofForm ?? ''];
  const workspace = workspaceOf(emulator, {
    spreadsheetId,
    formId,
    sheetUrl: spreadsheetUrl ?? '',
    formUrl: formEditUrl(formId),
    responderUri: responderUri ?? '',
    links: [],
  });
  return {
    ...createOffice(workspace),
    recorded,
    now: () => dump({ url: emulator.url, spreadsheetId, formId }),
    async provision(options = {}) {
      const lines: string[] = [];
      await runProvision(parseConfig(workspace.environment, PROVISION_NEEDS), (line) => lines.push(line), options);
      return lines;
    },
  };
}
