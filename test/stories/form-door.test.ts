import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { describe, expect, test } from 'vitest';
import { runDoctor, runSync } from '../../functions/app.ts';
import { readApplied } from '../../functions/form/applied-form.ts';
import type { FormRequest } from '../../functions/ports.ts';
import { runProvision } from '../../functions/upkeep/commands.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { identification } from '../../sheets-schema/form.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, CITIES, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

const client = () => forms({ version: 'v1', rootUrl: `${office.workspace.emulator.url}/` });
const formId = () => office.workspace.provisioned.formId;
const liveForm = async () => (await client().forms.get({ formId: formId() })).data;
const isOpen = async () => (await liveForm()).publishSettings?.publishState?.isAcceptingResponses ?? false;
const titles = async () => ((await liveForm()).items ?? []).map(({ title }) => title ?? '');

/** A person with the form open in the browser. */
async function byHand(...requests: FormRequest[]): Promise<void> {
  await client().forms.batchUpdate({ formId: formId(), requestBody: { requests } });
}

async function closeByHand(): Promise<void> {
  const publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } };
  await client().forms.setPublishSettings({
    formId: formId(),
    requestBody: { publishSettings, updateMask: 'publishState' },
  });
}

async function deleteByHand(title: string): Promise<void> {
  await byHand({ deleteItem: { location: { index: (await titles()).indexOf(title) } } });
}

const systemRow = async (name: string) => (await office.cellsOf(system)).findIndex((row) => row[0] === name);
const systemCell = async (name: string) => String((await office.cellsOf(system))[await systemRow(name)]?.[1] ?? '');

async function writeSystemCell(name: string, value: string): Promise<void> {
  const start = { sheetId: system.sheetId, rowIndex: await systemRow(name), columnIndex: 1 };
  const rows = [{ values: [{ userEnteredValue: { stringValue: value } }] }];
  await office.edit({ updateCells: { start, rows, fields: 'userEnteredValue' } });
}

/** Subjects of the mails that cities got. */
async function cityMails(): Promise<readonly string[]> {
  const all = await Promise.all(CITIES.map((unit) => office.mailsTo(unit)));
  return all.flat().map(({ subject }) => subject);
}

const shutFinding = expect.objectContaining({
  tab: 'Biểu mẫu',
  level: 'Lỗi',
  found: expect.stringContaining('không nhận báo cáo'),
});

describe('a round opens while something else is half typed', () => {
  test.each<[string, Tab, Readonly<Record<string, Cell>>]>([
    ['an agency', units, { Mã: 'BXX', 'Tên chính thức': 'Bộ Mẫu' }],
    ['a city', units, { Mã: 'HPX', 'Tên chính thức': 'Ủy ban nhân dân thành phố Mẫu', Nhóm: 'TP-TW' }],
    ['a question', outline, { 'Phiên bản': 'PL1-12112', 'Câu hỏi': 'Câu hỏi mới' }],
    ['another round', rounds, { 'Mã kỳ': '2025-11' }],
    ['a box ticked and unticked', rounds, { 'Duyệt gửi': false }],
  ])('%s: the form accepts', async (_what, tab, cells) => {
    await office.sync();
    await office.add(tab, cells);
    await askTheCities(office);
    await office.sync();
    expect(await isOpen()).toBe(true);
    await office.file('HPG', fullReport('HPG'));
    expect(await office.sync()).toMatchObject({ recorded: 1 });
    await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
    await office.syncAt('2025-10-23 14:20');
    expect(await isOpen()).toBe(tab === rounds && 'Mã kỳ' in cells);
  });

  test('an agency: the cities are invited, by the words of this round', async () => {
    await office.add(units, { Mã: 'BXX', 'Tên chính thức': 'Bộ Mẫu' });
    await askTheCities(office);
    await office.sync();
    await office.syncAt('2025-10-23 14:10');
    expect(await cityMails()).toHaveLength(CITIES.length);
    expect((await liveForm()).info?.description).toContain('hết ngày 29/10/2025');
  });
});

describe('while the form of an open round is known not to accept', () => {
  test('no city is written to, figures stay, and it is told as an error; afterwards all goes out', async () => {
    await office.sync();
    await askTheCities(office);
    await office.breakGoogle({ path: ':setPublishSettings', times: 99, kind: '400' });
    await office.sync();
    await office.syncAt('2025-10-23 14:10');
    expect(await cityMails()).toEqual([]);
    expect(await office.errors()).toContainEqual(shutFinding);
    expect(await office.rowsOf(tracking)).toHaveLength(CITIES.length);

    await office.breakGoogle();
    await office.syncAt('2025-10-23 14:20');
    await office.syncAt('2025-10-23 14:21');
    expect(await isOpen()).toBe(true);
    expect(await cityMails()).toHaveLength(CITIES.length);
    expect(await office.errors()).not.toContainEqual(shutFinding);
  });

  test('closed by hand, it is opened again within the hour, before any late notice', async () => {
    await askTheCities(office);
    await office.sync();
    await office.syncAt('2025-10-30 08:00');
    await closeByHand();
    await office.syncAt('2025-10-30 08:10');
    await office.syncAt('2025-10-30 09:01');
    expect(await isOpen()).toBe(true);
  });
});

describe('a file that is not the one in use edits no form', () => {
  test.each([
    ['a copy', () => writeSystemCell('spreadsheet', '1anotherFileOfTheSameKind')],
    ['a restored one', () => writeSystemCell('revision', '1')],
  ])('%s', async (_what, happens) => {
    await askTheCities(office);
    await office.sync();
    const before = await liveForm();
    await happens();
    await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
    await office.type(rounds, ROUND, 'Hạn điều chỉnh', '31/10/2025');
    expect(await office.sync()).toMatchObject({ formChanged: false });
    await runSync(office.workspace.config, { isFormEdited: true });
    const told: string[] = [];
    await runProvision(office.workspace.config, (line) => told.push(line)).catch(() => undefined);
    expect(await liveForm()).toEqual(before);
    expect(told.join()).toContain('biểu mẫu giữ nguyên');
  });
});

test('provision takes nothing off the form for a row that nobody can read, and says so', async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
  const before = await titles();
  await office.type(rounds, ROUND, 'Hạn theo văn bản', 'sớm');
  const told: string[] = [];
  await runProvision(office.workspace.config, (line) => told.push(line));
  expect(await titles()).toEqual(before);
  expect(await isOpen()).toBe(true);
  expect(told).toContainEqual(expect.stringContaining('các câu hỏi của biểu mẫu giữ nguyên'));
});

describe('the question for the code, deleted by hand', () => {
  const { title } = identification.code;

  test('is named by a check-up that claims nothing it did not do', async () => {
    await askTheCities(office);
    await office.sync();
    await deleteByHand(title);
    const { checks } = await runDoctor(office.workspace.config);
    const check = checks.find(({ subject }) => subject === 'Biểu mẫu');
    expect(check).toMatchObject({ state: 'broken', found: `câu hỏi "${title}" đã bị xóa tay trên biểu mẫu` });
    expect(await titles()).not.toContain(title);
  });

  test('is put back by the run that the edit wakes, and a city is known by its code again', async () => {
    await askTheCities(office);
    await office.sync();
    await deleteByHand(title);
    expect(await runSync(office.workspace.config, { isFormEdited: true })).toMatchObject({ formChanged: true });
    expect(await titles()).toContain(title);
    expect(await office.findings()).toContainEqual(
      expect.objectContaining({ found: `câu hỏi "${title}" đã bị xóa tay trên biểu mẫu; đã thêm lại` }),
    );
    await office.file('CTO', fullReport('CTO'));
    await office.syncAt('2025-10-23 14:20');
    expect((await office.mailsTo('CTO')).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('[Đã tiếp nhận]'),
    );
  });

  test('is put back within the hour when nobody told of the edit; a quiet run in between asks nothing', async () => {
    await askTheCities(office);
    await office.sync();
    await deleteByHand(title);
    await office.syncAt('2025-10-23 14:40');
    expect(await office.sync()).toMatchObject({ googleCalls: 2, formChanged: false });
    expect(await office.syncAt('2025-10-23 15:10')).toMatchObject({ formChanged: true });
    expect(await titles()).toContain(title);
    await office.syncAt('2025-10-23 15:11');
    expect(await office.sync()).toMatchObject({ googleCalls: 2 });
  });
});

test('whatever was done to the form by hand, its words fit the one cell that keeps them', async () => {
  await askTheCities(office);
  await office.sync();
  const added = Array.from({ length: 60 }, (_, n) => ({
    createItem: {
      item: { title: `${n} ${'câu hỏi thêm tay '.repeat(180)}`, questionItem: { question: { textQuestion: {} } } },
      location: { index: 0 },
    },
  }));
  await byHand(...added);
  await runSync(office.workspace.config, { isFormEdited: true });
  const cell = await systemCell('formHash');
  expect(cell.length).toBeLessThan(10_000);
  expect(readApplied(cell).strange.at(-1)).toBe('… và 40 chỗ khác trên biểu mẫu');
  expect(await office.syncAt('2025-10-23 14:20')).toMatchObject({ formChanged: false });
});
