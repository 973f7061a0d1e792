import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { runDoctor, runSync } from '../../functions/app.ts';
import { runProvision } from '../../functions/upkeep/commands.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { askTheCities, CITIES, ROUND, useOffice } from '../support/office.ts';
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
    expect(told).toEqual([expect.stringContaining('recorded the new secret')]);
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
  });
});

test('the secret itself stands nowhere in the Sheet', async () => {
  expect(JSON.stringify(await office.cellsOf(system))).not.toContain(office.workspace.config.LINK_SECRET);
  expect(await systemCell('secret')).toMatch(/^[0-9A-Z]{8}$/);
});
