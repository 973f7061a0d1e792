import { expect, test } from 'vitest';
import { linkCode } from '../../functions/domain/links/codes.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { findings, tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, mailboxOf, NEXT_ROUND, openNextRound, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

const filingOf = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);

/** Asks two cities; then somebody files as Hai Phong with this code. */
async function fileAsHaiPhong(code: string) {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
  await office.file('HPG', fullReport('HPG'), { code });
  return office.sync();
}

test.each([
  ['a code somebody made up', `${ROUND}-HPG-AAAAAAAAAA`],
  ['the code of a secret that was changed', linkCode('another-secret-of-no-value', ROUND, 'HPG')],
])('a report with %s closes nothing, answers nobody and waits for a coordinator', async (_what, code) => {
  expect(await fileAsHaiPhong(code)).toMatchObject({ recorded: 1, sent: 1 });
  const asked = (await office.mails()).at(-1);
  expect(asked?.envelope.to).toEqual([mailboxOf('HPG')]);
  expect(asked?.subject).toMatch(/^\[Đề nghị xác nhận\]/);
  expect(await filingOf('HPG')).toMatchObject({ filedAt: null });
  const [row] = await office.rowsOf(reports);
  expect(row).toMatchObject({ unit: null, identity: 'Chờ xác minh đơn vị' });
  expect((await office.rowsOf(findings)).map((finding) => finding.row)).toContain(row?.version);
});

test('the code of another city files for that city, whatever name was chosen, and says so', async () => {
  await fileAsHaiPhong(linkCode(office.workspace.config.LINK_SECRET, ROUND, 'HUE'));
  expect(await filingOf('HPG')).toMatchObject({ filedAt: null });
  expect(await filingOf('HUE')).toMatchObject({ filedAt: expect.anything() });
  const said = (await office.rowsOf(findings)).map(({ found }) => found).join('\n');
  expect(said).toContain('đường dẫn là của Huế');
});

test('the link of a closed round files in no round by itself, neither in that one nor in the open one', async () => {
  await askTheCities(office, { cities: ['HPG'] });
  await office.sync();
  await openNextRound(office);
  office.moveTo('2025-10-23 14:20');
  await office.file('HPG', fullReport('HPG'), { round: ROUND });
  expect(await office.sync()).toMatchObject({ recorded: 1 });
  const filed = new Map((await office.rowsOf(tracking)).map(({ round, filedAt }) => [round, filedAt !== null]));
  expect(filed).toEqual(
    new Map([
      [ROUND, false],
      [NEXT_ROUND, false],
    ]),
  );
});
