import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { runDoctor, runSync } from '../../functions/app.ts';
import { runProvision } from '../../functions/upkeep/commands.ts';
import { fillForm } from '../../scripts/workspace/city.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { askTheCities, CITIES, city, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const NEW_SECRET = 'a-new-secret-of-no-value';

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
});

const formsClient = () => forms({ version: 'v1', rootUrl: `${office.workspace.emulator.url}/` });

/** A second form, published and accepting, as a trial deployment has. */
async function anotherForm(): Promise<string> {
  const { data } = await formsClient().forms.create({ requestBody: { info: { title: 'Biểu mẫu dùng thử' } } });
  const formId = data.formId ?? '';
  const publishSettings = { publishState: { isPublished: true, isAcceptingResponses: true } };
  await formsClient().forms.setPublishSettings({ formId, requestBody: { publishSettings, updateMask: '*' } });
  return formId;
}

async function systemCell(name: string): Promise<string> {
  return String((await office.cellsOf(system)).find((row) => row[0] === name)?.[1] ?? '');
}

const mails = async () => (await office.mails()).length;

describe.each<[string, () => Promise<object>, string, string]>([
  ['another form', async () => ({ FORM_ID: await anotherForm() }), 'biểu mẫu khác', 'FORM_ID'],
  ['another secret', async () => ({ LINK_SECRET: NEW_SECRET }), 'khóa của các đường dẫn', 'LINK_SECRET'],
])('a run with %s', (_what, make, told, named) => {
  test('mails nobody, records nothing, edits no form, and says so; with the right one all is made good', async () => {
    const other = { ...office.workspace.config, ...(await make()) };
    await office.file('HPG', fullReport('HPG'));
    office.moveTo('2025-10-24 09:00');
    const before = { mails: await mails(), form: (await formsClient().forms.get({ formId: other.FORM_ID })).data };
    expect(await runSync(other)).toMatchObject({ recorded: 0, sent: 0, formChanged: false });
    expect(await runSync(other)).toMatchObject({ recorded: 0, sent: 0 });
    expect(await mails()).toBe(before.mails);
    expect((await formsClient().forms.get({ formId: other.FORM_ID })).data).toEqual(before.form);
    expect(await office.errors()).toContainEqual(
      expect.objectContaining({ tab: '_hệ thống', found: expect.stringContaining(told) }),
    );
    const { checks } = await runDoctor(other);
    expect(checks).toContainEqual(
      expect.objectContaining({ subject: 'Biểu mẫu và khóa', state: 'broken', found: expect.stringContaining(named) }),
    );
    expect(await givenToTheDeployed()).toContainEqual(
      expect.objectContaining({ state: 'broken', found: expect.stringContaining(named) }),
    );

    await office.sync();
    expect((await office.rowsOf(reports)).map(({ unit, identity }) => [unit, identity])).toEqual([
      ['HPG', 'Mã hợp lệ'],
    ]);
    expect((await office.mailsTo('HPG')).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('[Đã tiếp nhận]'),
    );
    expect(await office.errors()).not.toContainEqual(expect.objectContaining({ found: expect.stringContaining(told) }));
  });
});

/** What the check-up of the cloud says, which is given the right form and no secret. */
async function givenToTheDeployed() {
  const { LINK_SECRET: _, ...config } = office.workspace.config;
  const { checks } = await runDoctor(config);
  return checks.filter(({ subject }) => subject === 'Biểu mẫu và khóa');
}

test('the deployed check-up claims nothing of a secret that it is not given', async () => {
  expect(await givenToTheDeployed()).toEqual([
    expect.objectContaining({ state: 'ok', found: expect.stringContaining('khóa: lần chạy gần nhất không báo khác') }),
  ]);
});

test('two systems on one file are told as two, whichever ran last', async () => {
  const staging = { ...office.workspace.config, LINK_SECRET: NEW_SECRET };
  for (const time of ['09:00', '09:20']) {
    office.moveTo(`2025-10-24 ${time}`);
    await runSync(staging);
    await office.sync();
  }
  expect(await givenToTheDeployed()).toContainEqual(
    expect.objectContaining({ state: 'broken', found: expect.stringContaining('hai hệ thống') }),
  );
});

describe('of two forms that one file had', () => {
  test('the answers of one never move the place from which the other is read', async () => {
    const { FORM_ID, ...rest } = office.workspace.config;
    const other = { ...rest, FORM_ID: await anotherForm() };
    await runProvision(other, () => {});
    office.moveTo('2025-10-24 11:00');
    const secret = rest.LINK_SECRET;
    await fillForm(office.workspace.emulator.url, other.FORM_ID, {
      unit: city('HPG'),
      round: ROUND,
      secret,
      answers: fullReport('HPG'),
    });
    office.moveTo('2025-10-24 11:02');
    expect(await runSync(other)).toMatchObject({ recorded: 1 });

    office.moveTo('2025-10-24 09:00');
    await runProvision({ ...rest, FORM_ID }, () => {});
    await office.sync();
    await office.file('CTO', fullReport('CTO'));
    office.moveTo('2025-10-24 11:30');
    expect(await office.sync()).toMatchObject({ recorded: 1 });
    expect((await office.rowsOf(reports)).map(({ unit, formId }) => [unit, formId])).toEqual([
      ['HPG', other.FORM_ID],
      ['CTO', FORM_ID],
    ]);
  });
});

describe('an answer that is listed late', () => {
  test('is read by the first run of the next day, and its unit is not called late', async () => {
    office.moveTo('2025-10-29 09:00');
    await office.file('HUE', fullReport('HUE'));
    await office.sync();
    await office.syncAt('2025-10-29 09:10');
    office.moveTo('2025-10-29 14:40');
    await office.file('CTO', fullReport('CTO'), { listedAfter: 60 });
    office.moveTo('2025-10-29 15:30');
    await office.file('HPG', fullReport('HPG'));
    expect(await office.sync()).toMatchObject({ recorded: 1 });
    expect(await office.syncAt('2025-10-29 16:30')).toMatchObject({ recorded: 0 });
    expect(await office.syncAt('2025-10-30 00:10')).toMatchObject({ recorded: 1 });
    await office.syncAt('2025-10-30 08:40');
    const subjects = (await office.mailsTo('CTO')).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('[Quá hạn]'))).toEqual([]);
    expect(subjects).toContainEqual(expect.stringContaining('[Đã tiếp nhận]'));
  });

  test('is named by a check-up before that', async () => {
    office.moveTo('2025-10-29 14:00');
    await office.file('CTO', fullReport('CTO'), { listedAfter: 60 });
    office.moveTo('2025-10-29 14:50');
    await office.file('HPG', fullReport('HPG'));
    await office.sync();
    office.moveTo('2025-10-29 15:10');
    const { checks } = await runDoctor(office.workspace.config);
    expect(checks.find(({ subject }) => subject === 'Báo cáo mới')).toMatchObject({
      state: 'broken',
      found: '1 báo cáo đã gửi mà chưa được ghi nhận',
    });
  });

  test('costs one call a day', async () => {
    await office.file('HPG', fullReport('HPG'));
    await office.sync();
    await office.syncAt('2025-10-24 06:00');
    const quiet = await office.sync();
    const next = await office.syncAt('2025-10-24 06:10');
    expect([quiet.googleCalls, next.googleCalls]).toEqual([2, 2]);
  });
});

test('one line without a version settles all that strangers sent in a city’s name: it is called late as the others are', async () => {
  const stranger = { code: 'khong-co' };
  office.moveTo('2025-10-30 07:00');
  for (let sent = 0; sent < 3; sent += 1) await office.file('HUE', fullReport('HUE'), stranger);
  await office.file('HNI', fullReport('HNI'), stranger);
  await office.syncAt('2025-10-30 08:30');
  const unverified = async () =>
    (await office.findings()).filter(({ found }) => found.includes('không đi từ đường dẫn'));
  expect((await unverified()).map(({ found }) => found)).toEqual([
    expect.stringMatching(/^báo cáo ghi là của Hà Nội/),
    expect.stringMatching(/^3 báo cáo \(mới nhất BC-CXM-\S+\) ghi là của Huế/),
  ]);
  await office.decide('Không phải của đơn vị', { 'Thời điểm': '30/10/2025 08:35', 'Đơn vị': 'HUE' });
  await office.decide('Không phải của đơn vị', { 'Thời điểm': '30/10/2025 08:35', 'Đơn vị': 'DNG' });
  await office.syncAt('2025-10-30 08:40');
  expect((await unverified()).map(({ found }) => found)).toEqual([expect.stringContaining('Hà Nội')]);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ found: expect.stringContaining('DNG không có báo cáo nào chờ xác minh') }),
  );
  const late = async (unit: string) =>
    (await office.mailsTo(unit)).filter(({ subject }) => subject.startsWith('[Quá hạn]'));
  expect([(await late('HUE')).length, (await late('HNI')).length]).toEqual([1, 0]);
});

test('a time to come in the log hides no report, holds all mail and is named', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  const at = Object.keys(reports.columns).indexOf('lastSubmittedTime');
  const start = { sheetId: reports.sheetId, rowIndex: await office.firstRowOf(reports), columnIndex: at };
  const rows = [{ values: [{ userEnteredValue: { stringValue: '2099-10-24T03:00:00.000001Z' } }] }];
  await office.edit({ updateCells: { start, rows, fields: 'userEnteredValue' } });
  office.moveTo('2025-10-24 08:00');
  await office.file('CTO', fullReport('CTO'));
  await office.sync();
  expect((await office.rowsOf(reports)).filter(({ unit }) => unit === 'CTO')).toHaveLength(1);
  expect(await office.errors()).toContainEqual(
    expect.objectContaining({ tab: reports.title, found: expect.stringContaining('ở tương lai') }),
  );
});

describe('a new secret', () => {
  const renewed = () => ({
    ...office.workspace.config,
    LINK_SECRET: NEW_SECRET,
    LINK_SECRET_PREVIOUS: office.workspace.config.LINK_SECRET,
  });

  test('is refused by provision until somebody says that it is meant', async () => {
    await expect(runProvision(renewed(), () => {})).rejects.toMatchObject({ code: 'links.secret' });
  });

  test('once recorded, is in the links; those mailed before still tell whose they are', async () => {
    const told: string[] = [];
    const mark = await systemCell('secret');
    const { links } = await runProvision(renewed(), (line) => told.push(line), { isNewSecret: true });
    expect(told).toEqual([expect.stringContaining('đã ghi nhận khóa mới')]);
    expect(await systemCell('secret')).not.toBe(mark);
    expect(links).toHaveLength(CITIES.length);

    await office.file('HPG', fullReport('HPG'));
    await office.file('CTO', fullReport('CTO'), { secret: NEW_SECRET });
    expect(await runSync(renewed())).toMatchObject({ recorded: 2 });
    expect((await office.rowsOf(reports)).map(({ unit, round, identity }) => [unit, round, identity])).toEqual([
      ['HPG', ROUND, 'Mã hợp lệ'],
      ['CTO', ROUND, 'Mã hợp lệ'],
    ]);
    const { checks } = await runDoctor(renewed());
    expect(checks.find(({ subject }) => subject === 'Biểu mẫu và khóa')).toMatchObject({ state: 'ok' });

    const { LINK_SECRET_PREVIOUS: _, ...alone } = renewed();
    await office.file('DNG', fullReport('DNG'));
    await runSync(alone);
    expect((await office.rowsOf(reports)).at(-1)).toMatchObject({ unit: null, identity: 'Chờ xác minh đơn vị' });
  });
});

test('the secret itself stands nowhere in the Sheet', async () => {
  expect(JSON.stringify(await office.cellsOf(system))).not.toContain(office.workspace.config.LINK_SECRET);
  expect(await systemCell('secret')).toMatch(/^[0-9A-Z]{8}$/);
});
