import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { newToken, runSynthesis } from '../../functions/app.ts';
import { senderOf } from '../../functions/config.ts';
import { createFormFollower } from '../../functions/form/follow-form.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createFormEditor } from '../../functions/google/form-editor.ts';
import { createResponses } from '../../functions/google/responses.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import type { ResponsePart } from '../../functions/ports.ts';
import { sync } from '../../functions/sync/sync.ts';
import { answers, reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Of a size at which a few responses are too much at once. */
const MOST_BYTES = 20_000;
const LONG = 'Đã rà soát đề án của thành phố và giao các sở thực hiện.\n'.repeat(100).slice(0, 5_000);
const MORE_THAN_A_CELL = LONG.repeat(9);

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
  office.moveTo('2025-10-24 10:00');
});

const stranger = (text: string, own = {}) =>
  office.file('HPG', { '1.1': text, '1.2': text }, { code: 'không có', ...own });

/** A run that keeps little in memory; it has time for so many parts. */
async function runInParts(mostParts = Number.POSITIVE_INFINITY) {
  const { config, emulator } = office.workspace;
  const google = createGoogle({ emulator: emulator.url });
  const listed = createResponses(google, config.FORM_ID, MOST_BYTES);
  const parts: ResponsePart[] = [];
  const watched = (part: ResponsePart): ResponsePart => {
    const { responses, more } = part;
    parts.push(part);
    return { responses, more: more && (async () => watched(await more())) };
  };
  const mailer = createSmtpMailer({ url: config.SMTP_URL, from: senderOf(config) });
  const summary = await sync(
    {
      workbook: createWorkbook(google, config.SPREADSHEET_ID),
      responses: { ...listed, since: async (...asked) => watched(await listed.since(...asked)) },
      follower: createFormFollower(createFormEditor(google, config.FORM_ID)),
      mailer,
      writeMail,
      newToken,
      hasTime: () => parts.length < mostParts,
    },
    { now: Temporal.Instant.from(emulator.clock.now()), linkSecret: config.LINK_SECRET, mailDomain: 'bxd.example' },
  ).finally(() => mailer.close());
  const held = parts.map(({ responses }) =>
    responses.flatMap(({ answers }) => [...answers.values()].flat()).reduce((sum, { length }) => sum + length, 0),
  );
  return { ...summary, held };
}

async function recorded() {
  const rows = await office.rowsOf(reports);
  return rows.map(({ responseId, lastSubmittedTime }) => ({ responseId, lastSubmittedTime }));
}

const byTime = (a: { lastSubmittedTime: string }, b: { lastSubmittedTime: string }) =>
  Temporal.Instant.compare(a.lastSubmittedTime, b.lastSubmittedTime);

test('what strangers send is recorded a part at a time, each once and oldest first, and the cities among them too', async () => {
  const sent: string[] = [];
  for (let count = 0; count < 9; count += 1) sent.push(await stranger(`${count} ${LONG}`));
  sent.push(await office.file('HUE', fullReport('HUE')));
  sent.push(await stranger('Ngắn'));
  const { recorded: count, held, sent: mails } = await runInParts();
  expect(count).toBe(sent.length);
  expect(Math.max(...held)).toBeLessThanOrEqual(MOST_BYTES);
  expect(held.length).toBeGreaterThan(3);
  expect((await recorded()).map(({ responseId }) => responseId)).toEqual(sent);
  expect((await recorded()).toSorted(byTime)).toEqual(await recorded());
  expect(mails).toBeGreaterThan(0);
  expect((await office.rowsOf(tracking)).find(({ unit }) => unit === 'HUE')?.filedAt).not.toBeNull();
});

test('a run that has no time for all of them ends as any other, and the next goes on where it stopped', async () => {
  const sent: string[] = [];
  for (let count = 0; count < 8; count += 1) sent.push(await stranger(`${count} ${LONG}`));
  const first = await runInParts(2);
  expect(first.recorded).toBeGreaterThan(0);
  expect(first.recorded).toBeLessThan(sent.length);
  expect(first.sent, 'nobody is mailed while a report may wait').toBe(0);
  const second = await runInParts();
  expect(first.recorded + second.recorded).toBe(sent.length);
  expect((await recorded()).map(({ responseId }) => responseId)).toEqual(sent);
});

test('a response that is more than memory is kept for is set aside by itself and named, and all others are recorded', async () => {
  await stranger('Trước');
  const huge = await stranger(LONG.repeat(5));
  await office.file('HUE', fullReport('HUE'));
  expect(await runInParts()).toMatchObject({ recorded: 3 });
  const version = (await office.rowsOf(reports)).find(({ responseId }) => responseId === huge)?.version;
  const said = (await office.findings()).find(({ row, level }) => row === version && level === 'Lỗi')?.found;
  expect(said).toContain('dài hơn');
  expect((await office.rowsOf(answers)).filter((row) => row.version === version)).toHaveLength(1);
  expect(await runInParts()).toMatchObject({ recorded: 0 });
});

test('however many strangers file for a unit, Kiểm tra has one line for them, and a quiet run two calls', async () => {
  const before = (await office.findings()).length;
  for (let count = 0; count < 45; count += 1) await stranger(`Kết quả ${count}`);
  await office.sync();
  const told = await office.findings();
  expect(told).toHaveLength(before + 1);
  expect(told.filter(({ found }) => found.includes('45 báo cáo'))).toHaveLength(1);
  expect(await office.sync()).toMatchObject({ recorded: 0, googleCalls: 2 });
});

test('after a flood less is read again, and what shows up late of it is found within the hour', async () => {
  const atOnce = { listedAfter: 0 };
  for (let count = 0; count < 5; count += 1) await stranger(`${count} ${MORE_THAN_A_CELL}`, atOnce);
  const late = await office.file('HUE', fullReport('HUE'), { listedAfter: 10 });
  office.moveTo('2025-10-24 10:05');
  for (let count = 0; count < 25; count += 1) await stranger(`${count} ${MORE_THAN_A_CELL}`, atOnce);
  await office.sync();
  office.workspace.emulator.log.clear();
  expect(await office.syncAt('2025-10-24 10:20')).toMatchObject({ recorded: 0, googleCalls: 2 });
  const read = office.workspace.emulator.log.list().find(({ path }) => path.endsWith('/responses'));
  expect(new URLSearchParams(read?.query).get('filter')).toMatch(/^timestamp >= 2025-10-24T03:05:/);
  expect(await office.syncAt('2025-10-24 11:10')).toMatchObject({ recorded: 1 });
  expect((await recorded()).at(-1)?.responseId).toBe(late);
});

test('the draft report is made without reading what strangers wrote', async () => {
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  const before = await bytesOfADraft();
  for (let count = 0; count < 4; count += 1) await stranger(`${count} ${MORE_THAN_A_CELL}`);
  await office.file('DNG', { '1.1': 'Kế hoạch của Đà Nẵng.' });
  await office.sync();
  expect((await bytesOfADraft()) - before).toBeLessThan(MORE_THAN_A_CELL.length);
});

async function bytesOfADraft(): Promise<number> {
  const { config, emulator } = office.workspace;
  emulator.log.clear();
  expect(await runSynthesis(config, { round: ROUND, unit: null })).toMatchObject({ kind: 'document' });
  return emulator.log.list().reduce((sum, { responseBytes }) => sum + responseBytes, 0);
}
