import { beforeEach, describe, expect, test } from 'vitest';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan, tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import { damagingActs, harmlessActs, type PersonAct } from './person-acts.ts';

const office = useOffice();

/** Two cities are asked, invited, and one of them was given more time; on the last morning the first is reminded. */
beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:00', 'Đơn vị': 'HUE', 'Giá trị': '31/10/2025' });
  await office.sync();
});

const MORNING = '2025-10-29 08:30';
const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject.split(']')[0]);

/** Reminded once, and everything as it should be. */
async function expectTheRoundGoesOn() {
  expect(await subjectsTo('HPG')).toEqual(
    ['[Đề nghị gửi báo cáo', '[Nhắc việc'].map((name) => expect.stringContaining(name.slice(1, 4))),
  );
  expect(await office.errors()).toEqual([]);
  expect((await office.rowsOf(tracking)).map(({ unit, filing }) => [unit, filing])).toEqual([
    ['HPG', 'Chưa gửi'],
    ['HUE', 'Chưa gửi'],
  ]);
  expect(await office.sync()).toMatchObject({ googleCalls: expect.any(Number), sent: 0, recorded: 0 });
}

describe('nothing comes of it', () => {
  test.each(harmlessActs.map((act): [string, PersonAct] => [act.name, act]))('when %s', async (_, act) => {
    await act.play(office);
    await office.syncAt(MORNING);
    await expectTheRoundGoesOn();
  });
});

describe('it is told, and held until it is mended', () => {
  test.each(damagingActs.map((act): [string, PersonAct] => [act.name, act]))('when %s', async (_, act) => {
    const repair = await act.play(office);
    await office.file('HUE', fullReport('HUE'));
    await office.syncAt(MORNING);
    const [tab, row, column, found] = act.told ?? ['', /x/, /x/, /x/];
    const told = (await office.findings()).filter((one) => one.tab === tab);
    const fitting = told.filter((one) => row.test(one.row) && column.test(one.column) && found.test(one.found));
    expect(fitting, JSON.stringify(told)).not.toEqual([]);
    expect(fitting[0]?.fix).not.toBe('');
    expect(await subjectsTo('HPG')).toHaveLength(act.holds === undefined || act.holds === 'late' ? 2 : 1);
    expect(await subjectsTo('HUE')).toHaveLength(act.holds === 'all' ? 1 : 2);
    await repair?.();
    await office.syncAt('2025-10-29 08:40');
    expect(await subjectsTo('HPG')).toHaveLength(2);
    expect(await subjectsTo('HUE')).toHaveLength(2);
    expect((await office.rowsOf(reports)).map(({ unit }) => unit)).toEqual(['HUE']);
    expect(await office.errors()).toEqual([]);
    expect((await office.rowsOf(mailPlan)).filter(({ state }) => state === 'Giữ lại')).toEqual([]);
  });
});
