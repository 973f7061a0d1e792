import { beforeEach, expect, test } from 'vitest';
import { runDoctor } from '../../functions/app.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'CTO'] });
  await office.syncAt('2025-10-23 14:05');
});

/** An editor opens File > Settings. */
async function change(properties: Readonly<Record<string, string>>): Promise<void> {
  await office.edit({ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join(',') } });
}

const ofTheFile = async () => (await office.errors()).filter(({ tab }) => tab === 'Bảng tính');

test.each([
  [{ locale: 'en_US' }],
  [{ locale: 'en_GB' }],
  [{ locale: 'de_DE' }],
  [{ timeZone: 'America/New_York' }],
  [{ locale: 'en_US', timeZone: 'Etc/GMT' }],
])('with the settings %j no mail leaves, it is told, and what was typed is not mailed to anybody', async (settings) => {
  await change(settings);
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '5/11/2025');
  await office.syncAt('2025-10-24 08:40');
  await office.syncAt('2025-10-30 08:40');
  for (const unit of ['HPG', 'CTO']) expect(await office.mailsTo(unit)).toHaveLength(1);
  expect(await ofTheFile()).toMatchObject([{ found: expect.stringContaining(Object.values(settings)[0] ?? '') }]);
  expect(await office.sync()).toMatchObject({ sent: 0, googleCalls: 2 });

  await change({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  for (const time of ['10:00', '11:05']) await office.syncAt(`2025-10-30 ${time}`);
  await office.syncAt('2025-10-30 13:50');
  expect(await ofTheFile()).toEqual([]);
  for (const unit of ['HPG', 'CTO']) expect(await office.mailsTo(unit)).toHaveLength(2);
});

test('the check-up names the language and the zone of the file', async () => {
  const check = async () => {
    const { checks } = await runDoctor(office.workspace.config);
    return checks.find(({ subject }) => subject.startsWith('Ngôn ngữ'));
  };
  expect(await check()).toMatchObject({ state: 'ok' });
  await change({ locale: 'en_US' });
  expect(await check()).toMatchObject({ state: 'broken', found: 'en_US, Asia/Ho_Chi_Minh' });
});
