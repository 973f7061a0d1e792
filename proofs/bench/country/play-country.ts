import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { Temporal } from 'temporal-polyfill';
import { fillForm } from '../../../scripts/workspace/city.ts';
import { createCoordinator } from '../../../scripts/workspace/coordinator.ts';
import { startWorkspace, type Workspace } from '../../../scripts/workspace/start-workspace.ts';
import type { Cell } from '../../../sheets-schema/cell.ts';
import type { Tab } from '../../../sheets-schema/define-tab.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { contacts, type Unit, units } from '../../../sheets-schema/tabs/units.ts';
import { earlierReport, report } from './commune-reports.ts';
import { COMMUNES, communes, contactRows, unitRows } from './communes.ts';
import { runQuietly } from './run-quietly.ts';

export type Country = {
  readonly workspace: Workspace;
  /** Communes that file now, each once; those that filed before are passed over. */
  file(count: number): Promise<void>;
};

const OPEN = '2025-10';

/** Reports that come within an hour. */
const AN_HOUR = 50;

/**
 * Rounds that are over, filed by everybody, and one that is open, filed by half: played through the real loop, mails and
 * all, so that the logs are as long as they would be. Ends before the last reports come.
 * @param closed how many are over, one a month
 */
export async function playCountry(count: number, progress: (what: string) => void, closed = 1): Promise<Country> {
  const last = Temporal.PlainYearMonth.from('2025-07');
  const months = Array.from({ length: closed }, (_, before) => last.subtract({ months: closed - 1 - before }));
  const { workspace, all, office } = await openCountry(count, months[0] ?? last);
  for (const month of months) {
    const id = month.toString();
    const opens = `${vietnamese(month, '01')} 08:00`;
    await office.add(rounds, roundCells(id, { opens, last: vietnamese(month, '15') }));
    // An approval acts on what a run before has shown.
    await run(workspace, `${id}-01T08:50`, progress);
    await run(workspace, `${id}-01T09:00`, progress);
    await fileAll(
      workspace,
      id,
      all.map((unit) => [unit, earlierReport(unit)] as const),
    );
    await run(workspace, `${id}-10T09:00`, progress);
    await office.type(rounds, id, 'Trạng thái', 'Đã đóng');
    // On these nights the round before the one before it leaves what a run reads.
    for (const time of ['12T09:00', '16T01:00', '17T01:00']) await run(workspace, `${id}-${time}`, progress);
  }

  for (const [column, value] of Object.entries(roundCells(OPEN, { opens: '01/10/2025 08:00', last: '29/10/2025' })))
    await office.type(rounds, OPEN, column, value);
  await run(workspace, '2025-10-01T08:50', progress);
  await run(workspace, '2025-10-01T09:00', progress);
  const [half, rest] = [all.slice(0, count / 2), all.slice(count / 2)];
  const reportsOf = (some: readonly Unit[]) => some.map((unit) => [unit, report(unit, all.indexOf(unit))] as const);
  await fileAll(workspace, OPEN, reportsOf(half));
  await run(workspace, '2025-10-22T09:00', progress);
  await run(workspace, '2025-10-24T09:00', progress);
  let filed = 0;
  return {
    workspace,
    async file(wanted) {
      await fileAll(workspace, OPEN, reportsOf(rest.slice(filed, filed + wanted)));
      filed += wanted;
    },
  };
}

/** `01/07/2025`. */
function vietnamese(month: Temporal.PlainYearMonth | undefined, day: string): string {
  return [day, ...(month?.toString().split('-').toReversed() ?? [])].join('/');
}

/** A workspace with so many communes, whose mail is on; no round has begun. */
export async function openCountry(count: number, month: Temporal.PlainYearMonth) {
  const workspace = await startWorkspace({ now: `${month}-01T08:00:00+07:00` });
  const all = communes(count);
  const office = createCoordinator(workspace.emulator.url, workspace.provisioned.spreadsheetId);
  await append(workspace, units, unitRows(all));
  await append(workspace, contacts, contactRows(all));
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', `${vietnamese(month, '01')} 08:00`);
  await office.type(settingsTab, 'Hạn mức thư mỗi ngày', 'Giá trị', 100_000);
  await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  return { workspace, all, office };
}

export function roundCells(
  id: string,
  { opens, last }: { opens: string; last: string },
): Readonly<Record<string, Cell>> {
  return {
    'Mã kỳ': id,
    'Tên kỳ': `Báo cáo tháng ${id.slice(5)}/2025`,
    'Mã nhiệm vụ': 'L12112-BC',
    'Loại văn bản': 'Công văn',
    'Số, ký hiệu': '12112/BXD-PTĐT',
    'Ngày văn bản': opens.slice(0, 10),
    'Cơ quan ban hành': 'Bộ Xây dựng',
    'Thời hạn (nguyên văn)': `ngày ${last}`,
    'Loại thời hạn': 'Chậm nhất',
    'Hạn theo văn bản': last,
    'Hạn điều chỉnh': last,
    'Mở từ': opens,
    'Phiên bản đề cương': 'PL1-12112',
    'Đơn vị phải báo cáo': COMMUNES,
    'Trạng thái': 'Đang mở',
    'Duyệt gửi': true,
  };
}

async function append({ emulator, provisioned }: Workspace, tab: Tab, values: readonly (readonly Cell[])[]) {
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  await client.spreadsheets.values.append({
    spreadsheetId: provisioned.spreadsheetId,
    range: `'${tab.title}'!A1`,
    valueInputOption: 'RAW',
    requestBody: { values: values.map((row) => [...row]) },
  });
}

export async function fileAll(
  { emulator, provisioned, environment }: Workspace,
  round: string,
  reports: readonly (readonly [Unit, Readonly<Record<string, string>>])[],
): Promise<void> {
  const secret = environment['LINK_SECRET'] ?? '';
  for (let at = 0; at < reports.length; at += AN_HOUR) {
    const start = Temporal.Instant.from(emulator.clock.now());
    const filed = reports
      .slice(at, at + AN_HOUR)
      .map(([unit, answers]) => fillForm(emulator.url, provisioned.formId, { unit, round, secret, answers }));
    await Promise.all(filed);
    emulator.clock.set(start.add({ hours: 1 }));
  }
}

async function run(workspace: Workspace, time: string, progress: (what: string) => void): Promise<void> {
  workspace.setTime(`${time}:00+07:00`);
  const { recorded, sent } = await runQuietly(workspace);
  progress(`${time.slice(0, 10)}: ${recorded} reports, ${sent} mails`);
}
