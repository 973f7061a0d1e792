import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { expect, test } from 'vitest';
import { runDoctor, runSync } from '../../functions/app.ts';
import { parseConfig, targets } from '../../functions/config.ts';
import { readApplied } from '../../functions/form/applied-form.ts';
import { PROVISION_NEEDS, runProvision } from '../../functions/upkeep/commands.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const [NEW_OWNER, NEW_ACCOUNT] = ['chu-moi@boxaydung.example', 'run@moi.iam.gserviceaccount.example'];
const NEW_SECRET = 'the-secret-of-those-who-took-over';

/** Drive gives the files to another account; a client that did not make them sees no more of their rights. */
function giveAway(): void {
  for (const file of office.workspace.emulator.files.values()) {
    const former = file.permissions.map((grant) =>
      grant.role === 'owner' ? { ...grant, role: 'writer' as const } : grant,
    );
    file.permissions = [...former, { id: 'chu-moi', type: 'user', role: 'owner', emailAddress: NEW_OWNER }];
    file.client = 'the client of the owner before';
  }
}

test('in the middle of a round other people, another client, another account and another key take over: nothing is lost and nothing mailed again', async () => {
  const { workspace } = office;
  await askTheCities(office);
  await office.sync();
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-24 09:00');
  const mails = (await office.mails()).length;
  const client = forms({ version: 'v1', rootUrl: `${workspace.emulator.url}/` });
  const { formId } = workspace.provisioned;
  const form = (await client.forms.get({ formId })).data.items;

  giveAway();
  const environment = {
    ...workspace.environment,
    SERVICE_ACCOUNT_EMAIL: NEW_ACCOUNT,
    LINK_SECRET: NEW_SECRET,
    LINK_SECRET_PREVIOUS: workspace.environment['LINK_SECRET'],
  };
  const told: string[] = [];
  const config = parseConfig(environment, PROVISION_NEEDS);
  await runProvision(config, (line) => told.push(line), { isNewSecret: true });
  expect(told.join('\n')).toContain('chia sẻ bằng nút Chia sẻ của Drive');
  expect(told.join('\n')).toContain('đã ghi nhận khóa mới');
  // The new owner does what was said, and the command is given again.
  for (const { permissions } of workspace.emulator.files.values())
    permissions.push({ id: 'run', type: 'user', role: 'writer', emailAddress: NEW_ACCOUNT });
  await runProvision(config, () => {});
  const protectedBy = workspace.emulator.sheets
    .spreadsheets()
    .get(workspace.provisioned.spreadsheetId)
    ?.sheets.find(({ properties }) => properties.sheetId === tracking.sheetId)?.protectedRanges[0]?.editors?.users;
  expect(protectedBy).toContain(NEW_ACCOUNT);

  // A city answers by the link it was mailed, another by one made with the new key.
  await office.file('HPG', fullReport('HPG'));
  await office.file('DNG', fullReport('DNG'), { secret: NEW_SECRET });
  office.moveTo('2025-10-24 10:30');
  const running = parseConfig(environment, targets.sync);
  await runSync(running, { isFormEdited: true });
  expect(await office.errors()).toEqual([]);
  expect((await office.rowsOf(reports)).map(({ unit, identity }) => `${unit} ${identity}`)).toEqual([
    'HUE Mã hợp lệ',
    'HPG Mã hợp lệ',
    'DNG Mã hợp lệ',
  ]);
  const since = (await office.mails()).slice(mails).map(({ subject }) => subject.split(']')[0]);
  expect(since).toEqual(['[Đã tiếp nhận', '[Đã tiếp nhận']);
  expect((await client.forms.get({ formId })).data.items).toEqual(form);
  const hash = (await office.cellsOf(system)).find(([name]) => name === 'formHash')?.[1];
  expect(readApplied(String(hash)).strange).toEqual([]);
  // What cannot be seen is not known, and no error.
  const { checks } = await runDoctor(running);
  expect(checks.find(({ subject }) => subject === 'Người trả lời')).toMatchObject({ state: 'note' });
});
