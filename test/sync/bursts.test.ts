import { expect, test } from 'vitest';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, CITIES, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Two answers of this length from each of six cities are more than one commit carries. */
const LONG = 'Đã rà soát đề án của thành phố và giao các sở thực hiện.\n'.repeat(2_000).slice(0, 55_000);

test('nobody is reminded of a report that waits for the next commit of a burst', async () => {
  await askTheCities(office);
  await office.sync();
  for (const unit of CITIES) await office.file(unit, { ...fullReport(unit), '1.1': LONG, '1.2': LONG });
  const { revision } = await office.syncAt('2025-10-24 08:30');
  expect(await office.rowsOf(reports)).toHaveLength(6);
  for (const unit of CITIES) {
    const subjects = (await office.mailsTo(unit)).map(({ subject }) => subject);
    expect(
      subjects.filter((subject) => /nhắc/i.test(subject)),
      unit,
    ).toEqual([]);
    expect(subjects, unit).toHaveLength(2);
  }
  expect((await office.rowsOf(tracking)).filter(({ filedAt }) => filedAt === null)).toEqual([]);
  expect(await office.sync()).toMatchObject({ googleCalls: 2, revision });
});
