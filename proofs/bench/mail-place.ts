import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { runSync } from '../../functions/app.ts';
import { type Config, parseConfig, targets } from '../../functions/config.ts';
import { PROVISION_NEEDS, runProvision } from '../../functions/upkeep/commands.ts';
import { type Coordinator, createCoordinator } from '../../scripts/workspace/coordinator.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { COMMUNES, communes, contactRows, unitRows } from './country/communes.ts';

/** A provisioned workspace whose services run in processes of their own, as Google and a mail server do. */
export type MailPlace = {
  /** Units that the round asks. */
  readonly count: number;
  readonly config: Config<(typeof targets.sync)[number]>;
  /** Sets the clock: `2025-10-24T08:30`, as it is in Ha Noi. */
  setTime(time: string): Promise<void>;
  /** The mails the server took. */
  mails(): Promise<readonly { readonly messageId: string }[]>;
  clearMail(): Promise<void>;
  close(): Promise<void>;
};

const ROUND = '2025-10';

/** @param count invented communes that the open round asks for a report, every one with a mailbox. */
export async function openMailPlace(count: number): Promise<MailPlace> {
  const [google, post] = await Promise.all([startEmulator(), startEmulator()]);
  const control = (place: Started, path: string, method: string, body?: unknown) =>
    fetch(`${place.url}/_emulator/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const setTime = async (time: string) => {
    await control(google, 'clock', 'PUT', { now: `${time}:00+07:00` });
  };
  await setTime('2025-10-23T14:05');
  const base = {
    GOOGLE_WORKSPACE_EMULATOR_URL: google.url,
    SMTP_URL: post.smtpUrl,
    MAIL_FROM: 'Tổ giúp việc đô thị thông minh <dothithongminh@boxaydung.example>',
    LINK_SECRET: 'bench-secret-of-no-value',
  };
  const { spreadsheetId, formId } = await runProvision(parseConfig(base, PROVISION_NEEDS), () => {});
  const config = parseConfig({ ...base, SPREADSHEET_ID: spreadsheetId, FORM_ID: formId }, targets.sync);
  const office = createCoordinator(google.url, spreadsheetId);
  await askEverybody(google.url, office, { spreadsheetId, count });
  // An approval acts on what a run before has shown.
  await runSync(config);
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  return {
    count,
    config,
    setTime,
    mails: async () => (await (await control(post, 'mail', 'GET')).json()) as { messageId: string }[],
    async clearMail() {
      await control(post, 'mail', 'DELETE');
    },
    async close() {
      await Promise.all([google.stop(), post.stop()]);
    },
  };
}

type Started = { readonly url: string; readonly smtpUrl: string; stop(): Promise<void> };

async function startEmulator(): Promise<Started> {
  const main = fileURLToPath(new URL('../../emulator/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', '0', '--smtp-port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = { url: '', smtpUrl: '' };
  for await (const line of createInterface({ input: child.stdout })) {
    told.url ||= /http:\S+/.exec(line)?.[0] ?? '';
    told.smtpUrl ||= /smtp:\S+/.exec(line)?.[0] ?? '';
    if (told.smtpUrl) break;
  }
  return { ...told, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

async function askEverybody(
  url: string,
  office: Coordinator,
  { spreadsheetId, count }: { readonly spreadsheetId: string; readonly count: number },
): Promise<void> {
  const append = async (tab: Tab, values: readonly (readonly Cell[])[]) => {
    await sheets({ version: 'v4', rootUrl: `${url}/` }).spreadsheets.values.append({
      spreadsheetId,
      range: `'${tab.title}'!A1`,
      valueInputOption: 'RAW',
      requestBody: { values: values.map((row) => [...row]) },
    });
  };
  const all = communes(count);
  await append(units, unitRows(all));
  await append(contacts, contactRows(all));
  const settings = { 'Mốc vận hành': '23/10/2025 08:00', 'Hạn mức thư mỗi ngày': 100_000, 'Gửi thư': 'Bật' };
  for (const [name, value] of Object.entries(settings)) await office.type(settingsTab, name, 'Giá trị', value);
  const cells = { 'Đơn vị phải báo cáo': COMMUNES, 'Hạn điều chỉnh': '29/10/2025', 'Trạng thái': 'Đang mở' };
  for (const [column, value] of Object.entries(cells)) await office.type(rounds, ROUND, column, value);
}
