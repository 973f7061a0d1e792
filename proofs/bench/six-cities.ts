import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { runSync } from '../../functions/app.ts';
import { section1, section2 } from '../../scripts/story/reports.ts';
import { fillForm } from '../../scripts/workspace/city.ts';
import { createCoordinator } from '../../scripts/workspace/coordinator.ts';
import { startWorkspace, type Workspace } from '../../scripts/workspace/start-workspace.ts';
import { citySeeds, GROUP_SECTION_2 } from '../../sheets-schema/seed/units.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';

export const ROUND = '2025-10';

/** A workspace whose six cities are about to be asked; nothing has run yet. */
export async function startSixCities(): Promise<Workspace> {
  const workspace = await startWorkspace({ now: '2025-10-23T14:05:00+07:00' });
  const office = createCoordinator(workspace.emulator.url, workspace.provisioned.spreadsheetId);
  await sheets({ version: 'v4', rootUrl: `${workspace.emulator.url}/` }).spreadsheets.values.update({
    spreadsheetId: workspace.provisioned.spreadsheetId,
    range: `'${contacts.title}'!A2`,
    valueInputOption: 'RAW',
    requestBody: {
      values: [
        ...citySeeds.map(({ code }) => [`${code}-1`, code, 'Đầu mối', '', '', mailbox(code), true]),
        ['BXD-1', 'BXD', 'Điều phối', '', '', mailbox('BXD'), true],
      ],
    },
  });
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/2025 08:00');
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  await office.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  // An approval acts on what a run before has shown.
  await runSync(workspace.config);
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  return workspace;
}

function mailbox(code: string): string {
  return `dothithongminh@${code.toLowerCase()}.example`;
}

/** All six file in full. */
export async function fileSix({ emulator, provisioned, config }: Workspace): Promise<void> {
  for (const unit of citySeeds) {
    const first = section1(`Thành phố ${unit.shortName}`, { number: '305/KH-UBND', date: '2025-07-30' });
    const answers = (unit.groups ?? []).includes(GROUP_SECTION_2) ? { ...first, ...section2 } : first;
    await fillForm(emulator.url, provisioned.formId, { unit, round: ROUND, secret: config.LINK_SECRET, answers });
  }
}
