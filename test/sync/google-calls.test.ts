import { beforeEach, expect, test } from 'vitest';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { askTheCities, CITIES, furtherPages, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

async function everybodyFiles() {
  for (const unit of CITIES) await office.file(unit, fullReport(unit));
}

/** The calls the emulator saw, beside those the run says it made. */
async function callsOfASync() {
  const { emulator } = office.workspace;
  emulator.log.clear();
  const answer = await office.sync();
  return { said: answer.googleCalls, seen: emulator.log.list().length - furtherPages(emulator), answer };
}

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
});

test('nothing new takes two calls', async () => {
  expect(await callsOfASync()).toMatchObject({ said: 2, seen: 2, answer: { recorded: 0, sent: 0 } });
});

test('six new reports take three calls, and one more to record their receipts', async () => {
  await everybodyFiles();
  expect(await callsOfASync()).toMatchObject({ said: 4, seen: 4, answer: { recorded: 6, sent: 6 } });
});

test('six new reports take three calls when no mail goes out', async () => {
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Tắt');
  await office.sync();
  await everybodyFiles();
  expect(await callsOfASync()).toMatchObject({ said: 3, seen: 3, answer: { recorded: 6, sent: 0, held: 6 } });
});

test('an hour without news takes two calls more: one looks at the live form, one says that the loop lives', async () => {
  await office.syncAt('2025-10-23 21:00');
  expect((await callsOfASync()).said).toBe(2);
  office.moveTo('2025-10-23 22:01');
  expect((await callsOfASync()).said).toBe(4);
});

test('late notices take one call more: the form is asked once again before they leave', async () => {
  for (const day of ['24', '28', '29']) await office.syncAt(`2025-10-${day} 08:30`);
  await office.syncAt('2025-10-30 08:00');
  office.moveTo('2025-10-30 08:30');
  expect(await callsOfASync()).toMatchObject({ said: 5, seen: 5, answer: { sent: 6 } });
});

test('the report to the leaders, with its draft letters, takes no call of its own but that one', async () => {
  for (const day of ['30', '31']) await office.syncAt(`2025-10-${day} 08:30`);
  for (const day of ['03', '04', '05']) await office.syncAt(`2025-11-${day} 08:30`);
  await office.syncAt('2025-11-06 08:00');
  office.moveTo('2025-11-06 08:30');
  expect(await callsOfASync()).toMatchObject({ said: 5, seen: 5 });
  const reports = (await office.mailsTo('lanhdao')).filter(({ subject }) => subject.includes('quá hạn'));
  expect(reports.flatMap(({ attachments }) => attachments)).toHaveLength(CITIES.length);
});
