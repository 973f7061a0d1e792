import { beforeEach, expect, test } from 'vitest';
import { answers, reports } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, CITIES, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

/**
 * What Google will not store is not known beforehand. Whatever it is, it concerns one response: the others are recorded
 * and answered, that one is set aside by id and time, told once, and not tried at every run.
 */
const office = useOffice();

const POISON = 'chữ mà Google không nhận';
const refusesPoison = { kind: '400', path: ':batchUpdate$', body: POISON } as const;

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
  office.moveTo('2025-10-24 09:00');
});

async function fileAll(poisoned: readonly string[]): Promise<void> {
  for (const unit of CITIES) {
    const report = fullReport(unit);
    const [first = ''] = Object.keys(report);
    const isPoisoned = poisoned.includes(unit);
    await office.file(unit, isPoisoned ? { ...report, [first]: `${report[first]} ${POISON}` } : report);
  }
}

const receiptsTo = async (unit: string) =>
  (await office.mailsTo(unit)).filter(({ subject }) => /tiếp nhận/i.test(subject)).length;

test.each([
  { where: 'the first', poisoned: ['HNI'] },
  { where: 'one in the middle', poisoned: ['DNG'] },
  { where: 'the last', poisoned: ['HUE'] },
  { where: 'two', poisoned: ['HCM', 'CTO'] },
])('$where of six is refused: the others are recorded and answered', async ({ poisoned }) => {
  await fileAll(poisoned);
  await office.breakGoogle(refusesPoison);
  await office.sync();

  const recorded = await office.rowsOf(reports);
  expect(recorded).toHaveLength(6);
  const aside = recorded.filter(({ identity }) => identity === 'Chờ xác minh đơn vị');
  expect(aside.map(({ claimedUnit }) => claimedUnit).toSorted()).toEqual(poisoned.toSorted());
  for (const unit of CITIES) expect(await receiptsTo(unit), unit).toBe(poisoned.includes(unit) ? 0 : 1);
  const told = (await office.errors()).filter(({ found }) => found.includes('Google không ghi nội dung'));
  expect(told.map(({ row }) => row).toSorted()).toEqual(aside.map(({ version }) => version).toSorted());
});

test('the next run does not try it again, and says it once', async () => {
  await fileAll(['HPG']);
  await office.breakGoogle(refusesPoison);
  await office.sync();
  const before = await office.rowsOf(answers);
  const { googleCalls, recorded } = await office.syncAt('2025-10-24 09:30');
  expect({ googleCalls, recorded }).toEqual({ googleCalls: 2, recorded: 0 });
  expect(await office.rowsOf(answers)).toHaveLength(before.length);
});

test('while it waits, the city whose report it is is not called late', async () => {
  office.moveTo('2025-10-29 15:00');
  await fileAll(['HPG']);
  await office.breakGoogle(refusesPoison);
  await office.sync();
  await office.breakGoogle();
  await office.syncAt('2025-10-30 08:30');
  const late = (await office.mailsTo('HPG')).filter(({ subject }) => subject.includes('Quá hạn'));
  expect(late).toEqual([]);
});

test('what is refused without any response names the file and the cause, blames nobody, and the next run completes it', async () => {
  await fileAll([]);
  await office.breakGoogle({ kind: '400', path: ':batchUpdate$' });
  const { spreadsheetId } = office.workspace.provisioned;
  await expect(office.sync()).rejects.toMatchObject({
    code: 'commit.refused',
    message: expect.stringMatching(new RegExp(`${spreadsheetId}.*invalid argument.*none of them is to blame`)),
  });
  await office.breakGoogle();
  expect(await office.sync()).toMatchObject({ recorded: 6 });
  expect((await office.rowsOf(reports)).every(({ identity }) => identity === 'Mã hợp lệ')).toBe(true);
});
