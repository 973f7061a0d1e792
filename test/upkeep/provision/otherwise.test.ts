import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../../functions/config.ts';
import { PROVISION_NEEDS, runProvision } from '../../../functions/upkeep/commands.ts';
import type { Provisioned } from '../../../functions/upkeep/provision/provision.ts';
import { settings } from '../../../sheets-schema/setting-list.ts';
import { overview, tracking } from '../../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';

// What nobody knows of sharing, protecting and drawing: each way Google may take it, the files come out right or the
// administrator is told whom to ask for what.

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({});
});
beforeEach(() => {
  emulator.reset();
  emulator.clock.set(Temporal.Instant.from('2025-10-23T13:30:00+07:00'));
});
afterAll(() => emulator.close());

const RUN = 'run@project.iam.gserviceaccount.example';

async function switchOn(...names: readonly string[]): Promise<void> {
  const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, true])));
  await fetch(`${emulator.url}/_emulator/switches`, { method: 'PUT', body });
}

async function provision(known: Partial<Provisioned> = {}, people: { editors?: string[]; viewers?: string[] } = {}) {
  const told: string[] = [];
  const environment = {
    GOOGLE_WORKSPACE_EMULATOR_URL: emulator.url,
    LINK_SECRET: 'provision-secret-of-no-value',
    SERVICE_ACCOUNT_EMAIL: RUN,
    SPREADSHEET_ID: known.spreadsheetId,
    FORM_ID: known.formId,
  };
  emulator.log.clear();
  const config = parseConfig(environment, PROVISION_NEEDS);
  const made = await runProvision(config, (line) => told.push(line), people);
  const written = emulator.log
    .list()
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith(':batchGetByDataFilter'));
  return { made, told, written: written.map(({ path }) => path) };
}

const tabOf = ({ spreadsheetId }: Provisioned, { sheetId }: { sheetId: number }) =>
  emulator.sheets
    .spreadsheets()
    .get(spreadsheetId)
    ?.sheets.find((sheet) => sheet.properties.sheetId === sheetId);
const editorsOf = (made: Provisioned) => tabOf(made, tracking)?.protectedRanges[0]?.editors?.users;
const rolesIn = (fileId: string) =>
  (emulator.files.get(fileId)?.permissions ?? []).map(
    ({ emailAddress, type, role }) => `${emailAddress ?? type} ${role}`,
  );

test.each([[], ['sheets.unknown-editors-refused'], ['sheets.unknown-editors-dropped']])(
  'both files are shared before they are protected, whatever becomes of editors the file is not shared with %j',
  async (...names) => {
    await switchOn(...names);
    const { made } = await provision();
    expect(editorsOf(made)).toContain(RUN);
    expect(rolesIn(made.spreadsheetId)).toContain(`${RUN} writer`);
    expect(rolesIn(made.formId)).toEqual(['owner@emulator.example owner', `${RUN} writer`, 'anyone reader']);
    expect((await provision(made)).written).toEqual([]);
  },
);

test('coordinators work in the sheet and leaders look at it, and neither sees the form’s editor', async () => {
  const people = { editors: ['dieu-phoi@boxaydung.example'], viewers: ['lanh-dao@boxaydung.example'] };
  const { made, told } = await provision({}, people);
  expect(rolesIn(made.spreadsheetId).slice(1)).toEqual([
    `${RUN} writer`,
    'dieu-phoi@boxaydung.example writer',
    'lanh-dao@boxaydung.example reader',
  ]);
  expect(rolesIn(made.formId).join()).not.toContain('boxaydung.example');
  expect(told).toContain(
    `đã chia sẻ bảng tính cho ${RUN} (Người chỉnh sửa), dieu-phoi@boxaydung.example (Người chỉnh sửa), lanh-dao@boxaydung.example (Người xem)`,
  );
  expect((await provision(made, people)).written).toEqual([]);
});

test.each([[], ['sheets.unknown-editors-refused'], ['sheets.unknown-editors-dropped']])(
  'an organisation that shares with nobody outside: everything else is made, and it is said whom to ask for what %j',
  async (...names) => {
    await switchOn('workspace.no-outside-sharing', ...names);
    const { made, told } = await provision();
    expect(made.links).toHaveLength(6);
    expect(told.filter((line) => line.includes('quản trị viên Workspace'))).toHaveLength(2);
    await switchOn();
    await fetch(`${emulator.url}/_emulator/switches`, {
      method: 'PUT',
      body: JSON.stringify({ 'workspace.no-outside-sharing': false }),
    });
    await provision(made);
    expect(editorsOf(made)).toContain(RUN);
    expect(rolesIn(made.spreadsheetId)).toContain(`${RUN} writer`);
    expect((await provision(made)).written).toEqual([]);
  },
);

test('files that another client made: Drive tells and grants nothing, and the rest goes on', async () => {
  const { made } = await provision();
  for (const file of emulator.files.values()) file.client = 'of the owner before';
  const { told, written } = await provision(made);
  expect(told.join('\n')).toContain('chưa chắc biểu mẫu đã mở');
  expect(written).toEqual([]);
});

test.each([[], ['sheets.charts-clipped'], ['sheets.charts-past-edge-refused']])(
  'the charts of Tổng quan stand there in their full width %j',
  async (...names) => {
    await switchOn(...names);
    const { made } = await provision();
    const widths = tabOf(made, overview)?.charts.map(({ position }) => position.overlayPosition?.widthPixels);
    expect(widths).toEqual([620, 620]);
  },
);

test.each([[], ['sheets.append-after-formats']])(
  'a setting that was lost is put back behind the others, its list beside it, wherever rows would be appended %j',
  async (...names) => {
    await switchOn(...names);
    const { made } = await provision();
    const { sheetId } = settingsTab;
    const deleteDimension = { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } };
    await fetch(`${emulator.url}/v4/spreadsheets/${made.spreadsheetId}:batchUpdate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [{ deleteDimension }] }),
    });
    await provision(made);
    const all = Object.values(settings);
    const cells = tabOf(made, settingsTab)?.rows[all.length]?.cells;
    expect(cells?.[0]?.userEnteredValue).toEqual({ stringValue: all[0]?.title });
    expect(cells?.[1]?.dataValidation?.condition?.type).toBe('ONE_OF_LIST');
    expect((await provision(made)).written).toEqual([]);
  },
);
