import { createEmulator } from 'google-workspace-emulator';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { furnish, type Workspace } from '../../scripts/workspace/start-workspace.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { crashPoints, dyingAt, recording } from './gates.ts';
import { type FileIds, provisionThrough, type RunOptions } from './runs.ts';

const START = '2025-10-23T14:05:00+07:00';
const emulator = await createEmulator({});
const workspace: Workspace = await furnish(emulator, START);
afterAll(() => emulator.close());
beforeEach(startEmpty);

function startEmpty(): void {
  emulator.reset();
  workspace.setTime(START);
}

async function breakGoogle(
  ...faults: readonly { kind: string; method?: string; path?: string; ms?: number; skip: number; times: 1 }[]
): Promise<void> {
  await fetch(`${emulator.url}/_emulator/faults`, { method: 'PUT', body: JSON.stringify(faults) });
}

const NOTHING: FileIds = { spreadsheetId: null, formId: null };

/** The administrator: runs the command, reads what it prints, and names the files in the next run. */
async function administer(ids: FileIds, options: RunOptions = {}): Promise<{ ids: FileIds; error: unknown }> {
  let known = ids;
  const report = (line: string) => {
    const [, kind, id = ''] = /^đã tạo (bảng tính|biểu mẫu) (\S+)$/.exec(line) ?? [];
    if (kind === 'bảng tính') known = { ...known, spreadsheetId: id };
    if (kind === 'biểu mẫu') known = { ...known, formId: id };
  };
  try {
    const { spreadsheetId, formId } = await provisionThrough(workspace, ids, report, options);
    return { ids: { spreadsheetId, formId }, error: null };
  } catch (error) {
    return { ids: known, error };
  }
}

/** Both files, the ids by which runs differ left out, and whatever else lies in the drive. */
function everythingMade({ spreadsheetId, formId }: FileIds) {
  const book = emulator.sheets.spreadsheets().get(spreadsheetId ?? '');
  const form = emulator.forms.store.find(formId ?? '');
  const ids = [spreadsheetId, formId, form?.publishedId].filter((id) => typeof id === 'string');
  const said = (value: unknown) =>
    ids.reduce((text, id) => text.replaceAll(id, '<id>'), JSON.stringify(value, withoutChance) ?? '');
  return {
    sheet: said({ ...book, metadata: [] }),
    form: said([form?.content, form?.publishState]),
    sharing: said([spreadsheetId, formId].map((id) => emulator.files.get(id ?? '')?.permissions)),
    leftOver: [...emulator.files.values()].filter(({ id }) => !ids.includes(id)),
  };
}

const DRAWN = new Set(['stamp', 'protectedRangeId', 'id']);

/** Leaves out numbers drawn by chance, and the cells that count commits. */
function withoutChance(key: string, value: unknown): unknown {
  if (DRAWN.has(key)) return undefined;
  const { properties } = (value ?? {}) as { properties?: { sheetId?: number } };
  return properties?.sheetId === system.sheetId ? { properties } : value;
}

const TITLES = ['Theo dõi báo cáo đô thị thông minh', 'Báo cáo tình hình triển khai đô thị thông minh tại địa phương'];

function isEmptyFile(id: string): boolean {
  const rows = emulator.sheets
    .spreadsheets()
    .get(id)
    ?.sheets.flatMap((sheet) => sheet.rows);
  return (rows ?? emulator.forms.store.find(id)?.content.items ?? [null]).length === 0;
}

/** The same in the end; the file of a creation that got no answer may lie about, empty and under its name. */
function expectSame(ids: FileIds, quiet: ReturnType<typeof everythingMade>, leftOver: number, words: string): void {
  const made = everythingMade(ids);
  expect({ ...made, leftOver: [] }, words).toEqual(quiet);
  expect(made.leftOver.length, words).toBe(leftOver);
  expect(made.leftOver.filter(({ id, name }) => !isEmptyFile(id) || !TITLES.includes(name))).toEqual([]);
}

test('provisioning that ends before or after any call is completed by the next run', async () => {
  const calls = recording();
  const quiet = everythingMade((await administer(NOTHING, calls)).ids);
  expect(quiet.leftOver).toEqual([]);
  for (const { name, ...point } of crashPoints(calls.names)) {
    startEmpty();
    const words = `${point.side} ${name}`;
    const cut = await administer(NOTHING, { gate: dyingAt(point) });
    const { ids, error } = await administer(cut.ids);
    expect(error, words).toBeNull();
    expectSame(ids, quiet, point.side === 'after' && name.startsWith('the making of') ? 1 : 0, words);
  }
});

/** More calls than a run makes. */
const CALLS = 40;

/** All but the making of the two files. */
const NOT_A_MAKING = '^/v4/spreadsheets/.|^/v1/forms/.|^/drive';

test.each([
  ['429', '.'],
  ['500', NOT_A_MAKING],
  ['503', NOT_A_MAKING],
  ['drop-before', NOT_A_MAKING],
])('each call may meet %s once', async (kind, path) => {
  const quiet = everythingMade((await administer(NOTHING)).ids);
  startEmpty();
  await breakGoogle(...Array.from({ length: CALLS }, (_, call) => ({ kind, path, skip: 2 * call, times: 1 }) as const));
  const { ids, error } = await administer(NOTHING);
  expect(error).toBeNull();
  expectSame(ids, quiet, 0, kind);
});

test('each write may come too late as well as in time', async () => {
  const quiet = everythingMade((await administer(NOTHING)).ids);
  startEmpty();
  const write = { method: 'POST', path: ':batchUpdate$|:setPublishSettings$|/permissions$' };
  await breakGoogle(
    ...Array.from({ length: CALLS }, (_, call) => ({ kind: 'late', ...write, skip: 2 * call, times: 1 }) as const),
  );
  const { ids, error } = await administer(NOTHING);
  expect(error).toBeNull();
  await breakGoogle();
  expectSame((await administer(ids)).ids, quiet, 0, 'too late');
});

test('each answer may be lost; only that of a new file asks for another run, and names the file', async () => {
  const calls = recording();
  const quiet = everythingMade((await administer(NOTHING, calls)).ids);
  for (const [skip, name] of calls.names.entries()) {
    startEmpty();
    await breakGoogle({ kind: 'drop-after', skip, times: 1 });
    const { ids, error } = await administer(NOTHING);
    const title = name === 'the making of the sheet' ? TITLES[0] : name === 'the making of the form' ? TITLES[1] : null;
    const unclear = { code: 'provision.unclear', message: expect.stringContaining(`"${title}"`) };
    expect(error, name).toEqual(title === null ? null : expect.objectContaining(unclear));
    expectSame(title === null ? ids : (await administer(ids)).ids, quiet, title === null ? 0 : 1, name);
  }
});

test.each(['500', '503', 'drop-before'])('a new file that meets %s is not made twice', async (kind) => {
  await breakGoogle({ kind, skip: 0, times: 1 });
  const { ids, error } = await administer(NOTHING);
  expect(error).toMatchObject({ code: 'provision.unclear' });
  expect(everythingMade((await administer(ids)).ids).leftOver).toEqual([]);
});
