import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { formEditUrl } from '../../functions/domain/links/form-links.ts';
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
};

/** The office of a test file: its files are loaded anew before each test, at the minute they were recorded. */
export function useRelease(release: string): OlderOffice {
  let emulator: Emulator;
  const office = {} as OlderOffice;
  beforeAll(async () => {
    emulator = await createEmulator({});
  });
  beforeEach(async () => {
    emulator.reset();
    Object.assign(office, olderOffice(emulator, await loadRelease(emulator, release)));
  });
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
  };
}
