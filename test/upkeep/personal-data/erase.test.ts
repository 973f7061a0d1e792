import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createGoogle } from '../../../functions/google/client.ts';
import { createWorkbook } from '../../../functions/google/workbook.ts';
import { erase } from '../../../functions/upkeep/personal-data/erase.ts';
import { readTerm } from '../../../functions/upkeep/personal-data/person-term.ts';
import { planExpiry, termMark } from '../../../functions/upkeep/personal-data/plan-erasure.ts';
import { doubtOf, planFind } from '../../../functions/upkeep/personal-data/plan-find.ts';
import { type People, readPeople } from '../../../functions/upkeep/personal-data/read-people.ts';
import { changes, filers } from '../../../sheets-schema/tabs/logs.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../../sheets-schema/tabs/units.ts';
import { askTheCities, useOffice } from '../../support/office.ts';
import { fullReport } from '../../support/reports.ts';

const office = useOffice();
const cities = ['HPG', 'HUE'];
const NOW = Temporal.Instant.from('2025-10-23T16:00:00+07:00');
const BLANK = { name: null, position: null, email: null, phone: null };

const workbook = () =>
  createWorkbook(createGoogle({ emulator: office.workspace.emulator.url }), office.workspace.provisioned.spreadsheetId);
const ports = () => ({ workbook: workbook(), newToken: () => 'person-1' });
const people = () => readPeople(workbook());
const of =
  (term: string, unit: string | null = null) =>
  (read: People) => ({
    rows: planFind(read, readTerm(term)!, unit).filed,
    why: 'theo đề nghị',
  });

async function twoReports(): Promise<void> {
  await askTheCities(office, { cities });
  await office.sync();
  for (const unit of cities) await office.file(unit, fullReport(unit));
  await office.sync();
}

test('a person is found by name, by address and by telephone, in both tabs', async () => {
  await twoReports();
  await office.type(contacts, 'HPG-1', 'Họ và tên', 'Trần Thị Mẫu');
  const found = async (term: string) => {
    const { filed, contacts: known } = planFind(await people(), readTerm(term)!, null);
    return [...filed.map(({ unit }) => unit), ...known.map(({ id }) => id)];
  };
  expect(await found('trần thị mẫu')).toEqual(['HPG', 'HUE', 'HPG-1']);
  expect(await found('sxd@hue.example')).toEqual(['HUE']);
  expect(await found('dothithongminh@hpg.example')).toEqual(['HPG-1']);
  expect(await found('+84 24 0000 0000')).toEqual(['HPG', 'HUE']);
});

test('erasing blanks the person, keeps the row and its version, and leaves a record without the person', async () => {
  await twoReports();
  const before = await office.rowsOf(filers);
  expect(await erase(ports(), of('sxd@hpg.example'), NOW)).toBe(1);
  const after = await office.rowsOf(filers);
  expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version));
  expect(after.find(({ version }) => version.includes('HPG'))).toMatchObject(BLANK);
  expect(after.find(({ version }) => version.includes('HUE'))).toMatchObject({ name: 'Trần Thị Mẫu' });
  expect((await office.rowsOf(changes)).at(-1)).toMatchObject({
    subject: 'person/erased/2025-10-23T09:00:00Z',
    old: null,
    new: '1 dòng của tab Người gửi; theo đề nghị',
  });
});

test('after an erasure the loop goes on, records nothing twice and holds nothing', async () => {
  await twoReports();
  await erase(ports(), of('Trần Thị Mẫu'), NOW);
  const next = await office.sync();
  expect(next.recorded).toBe(0);
  expect((await office.rowsOf(filers)).every((row) => row.name === null)).toBe(true);
  expect((await office.findings()).filter(({ level }) => level === 'Lỗi')).toEqual([]);
});

test('who was erased is not found again, and nothing more is written', async () => {
  await twoReports();
  await erase(ports(), of('Trần Thị Mẫu'), NOW);
  const { bookkeeping } = await people();
  expect(await erase(ports(), of('Trần Thị Mẫu'), NOW)).toBe(0);
  expect((await people()).bookkeeping.revision).toBe(bookkeeping.revision);
});

test('an erasure that meets a run of the loop reads again and erases all the same', async () => {
  await twoReports();
  let meetings = 0;
  const meeting = {
    ...workbook(),
    commit: async (commit: Parameters<ReturnType<typeof workbook>['commit']>[0]) => {
      meetings += 1;
      if (meetings === 1) {
        await office.file('HPG', { '1.1': 'Bổ sung: đã rà soát thêm.' });
        await office.sync();
      }
      return workbook().commit(commit);
    },
  };
  expect(await erase({ workbook: meeting, newToken: () => 'p' }, of('Trần Thị Mẫu'), NOW)).toBe(3);
  expect((await office.rowsOf(filers)).map(({ name }) => name)).toEqual([null, null, null]);
});

test('a lost answer counts as done', async () => {
  await twoReports();
  await office.breakGoogle({ path: ':batchUpdate$', kind: 'drop-after', times: 1 });
  expect(await erase(ports(), of('sxd@hpg.example'), NOW)).toBe(1);
  expect((await office.rowsOf(changes)).filter(({ subject }) => subject.startsWith('person/'))).toHaveLength(1);
});

test('a name borne in two units, or an office telephone, is not taken for one person', async () => {
  await twoReports();
  const term = readTerm('Trần Thị Mẫu')!;
  expect(doubtOf(term, planFind(await people(), term, null).filed)).toBe('several-units');
  expect(doubtOf(term, planFind(await people(), term, 'HUE').filed)).toBeNull();
  const office024 = readTerm('024 0000 0000')!;
  const [one, two] = planFind(await people(), office024, null).filed;
  expect(doubtOf(office024, [one!, { ...two!, name: 'Lê Văn Mẫu' }])).toBe('several-names');
});

test('what waits for its unit is looked for as such', async () => {
  await askTheCities(office, { cities });
  await office.sync();
  await office.file('HPG', fullReport('HPG'), { code: 'HPG-0000' });
  await office.sync();
  const term = readTerm('Trần Thị Mẫu')!;
  expect(planFind(await people(), term, 'CXM').filed).toHaveLength(1);
  expect(planFind(await people(), term, 'HPG').filed).toHaveLength(0);
});

test.each([
  ['the last day within the time', '2027-10-23T16:59:00Z', 0],
  ['the day after', '2027-10-23T17:01:00Z', 2],
])('kept 24 months: %s', async (_, now, count) => {
  await twoReports();
  const read = await people();
  expect(read.retentionMonths).toBe(24);
  expect(planExpiry(read, 24, Temporal.Instant.from(now)).rows).toHaveLength(count);
});

test('a term of keeping that nobody can read erases nobody', async () => {
  await office.type(settingsTab, 'Lưu dữ liệu người gửi', 'Giá trị', 'hai năm');
  expect((await people()).retentionMonths).toBeNull();
  await office.type(settingsTab, 'Lưu dữ liệu người gửi', 'Giá trị', 0);
  expect((await people()).retentionMonths).toBeNull();
});

test('a log with a changed header is not written to', async () => {
  await twoReports();
  await office.edit({
    updateCells: {
      start: { sheetId: filers.sheetId, rowIndex: 0, columnIndex: 1 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'Tên' } }] }],
      fields: 'userEnteredValue',
    },
  });
  await expect(people()).rejects.toMatchObject({ code: 'workbook.unprovisioned' });
});

test('the mark of a term needs the key', () => {
  expect(termMark('0225 000 0000', 'one-key')).toMatch(/^[0-9a-f]{16}$/);
  expect(termMark('0225 000 0000', 'one-key')).not.toBe(termMark('0225 000 0000', 'other-key'));
});
