import { runSync } from '../../functions/app.ts';
import { createCoordinator } from '../../scripts/workspace/coordinator.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { atMost, type Measurement, type Row } from './row.ts';
import { fileSix, startSixCities } from './six-cities.ts';

/** What the emulator saw of one sync. */
async function callsOf(workspace: Awaited<ReturnType<typeof startSixCities>>): Promise<number> {
  workspace.emulator.log.clear();
  await runSync(workspace.config);
  return workspace.emulator.log.list().length;
}

async function measure(): Promise<readonly Row[]> {
  const workspace = await startSixCities();
  try {
    await runSync(workspace.config);
    const idle = await callsOf(workspace);
    await fileSix(workspace);
    const mailed = await callsOf(workspace);
    const office = createCoordinator(workspace.emulator.url, workspace.provisioned.spreadsheetId);
    await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Tắt');
    await runSync(workspace.config);
    await fileSix(workspace);
    const silent = await callsOf(workspace);
    const row = (what: string, most: number, calls: number) =>
      atMost(`Google calls of a sync: ${what}`, most, calls, String(calls));
    return [
      row('nothing new', 2, idle),
      row('six new reports, no mail', 3, silent),
      row('six new reports and their receipts', 4, mailed),
    ];
  } finally {
    await workspace.close();
  }
}

export const googleCalls: Measurement = { about: 'Google calls of a sync of six cities', measure };
