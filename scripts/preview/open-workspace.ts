import { Temporal } from 'temporal-polyfill';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { createCoordinator } from '../workspace/coordinator.ts';
import { startWorkspace } from '../workspace/start-workspace.ts';

const NOW = '2025-10-28T08:30:00+07:00';

/** A workspace with the seeds and an open round, for looking at mails without a Sheet of one's own. */
export async function openWorkspace() {
  const workspace = await startWorkspace({ now: NOW });
  const coordinator = createCoordinator(workspace.emulator.url, workspace.provisioned.spreadsheetId);
  await coordinator.type(rounds, '2025-10', 'Hạn điều chỉnh', '29/10/2025');
  await coordinator.type(rounds, '2025-10', 'Trạng thái', 'Đang mở');
  for (const unit of ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE', 'BXD']) {
    const email = `dothithongminh@${unit.toLowerCase()}.example`;
    await coordinator.add(contacts, {
      'Mã liên hệ': `${unit}-1`,
      'Đơn vị': unit,
      'Vai trò': 'Đầu mối',
      'E-mail': email,
      'Đang dùng': true,
    });
  }
  return {
    emulator: workspace.emulator.url,
    spreadsheetId: workspace.provisioned.spreadsheetId,
    linkSecret: workspace.environment['LINK_SECRET'] ?? '',
    now: Temporal.Instant.from(NOW),
    close: workspace.close,
  };
}
