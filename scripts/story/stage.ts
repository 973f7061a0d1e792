import { Temporal } from 'temporal-polyfill';
import { isInternal, kinds, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan, tracking } from '../../sheets-schema/tabs/projections.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { type Filing, fillForm } from '../workspace/city.ts';
import { type Coordinator, createCoordinator } from '../workspace/coordinator.ts';
import type { ServedFunction } from '../workspace/serve-function.ts';
import type { Workspace } from '../workspace/start-workspace.ts';
import type { Telling } from './telling.ts';

/** What a scene is played with. */
export type Stage = {
  readonly telling: Telling;
  readonly coordinator: Coordinator;
  /** Moves the clock, runs `sync` and tells which mails that brought. `14:00 23/10/2025` as ISO without zone. */
  at(time: string): Promise<void>;
  /** The same without a run: for what people do before the system looks. */
  clock(time: string): void;
  say(who: string, what: string): void;
  file(filing: Omit<Filing, 'secret' | 'round'> & { readonly round?: string }): Promise<string>;
  /** What the Sheet says of the round now. */
  show(): Promise<void>;
  showSchedule(): Promise<void>;
};

export const ROUND = '2025-10';

export function city(code: string): Unit {
  const found = citySeeds.find((unit) => unit.code === code);
  if (!found) throw new Error(`No city ${code}.`);
  return found;
}

export function createStage(workspace: Workspace, served: ServedFunction, telling: Telling): Stage {
  const { emulator, environment, provisioned } = workspace;
  const coordinator = createCoordinator(emulator.url, provisioned.spreadsheetId);
  const secret = environment['LINK_SECRET'] ?? '';
  let now = Temporal.Instant.from('2025-10-23T14:00:00+07:00');
  let told = 0;
  const clock = (time: string) => {
    now = Temporal.Instant.from(`${time}+07:00`);
    workspace.setTime(now.toString());
  };
  return {
    telling,
    coordinator,
    clock,
    async at(time) {
      clock(time);
      await served.post();
      const sent = await sentRows(coordinator);
      for (const line of mailLines(sent.slice(told))) telling.event(now, 'thư', line);
      told = sent.length;
    },
    say: (who, what) => telling.event(now, who, what),
    file: (filing) => fillForm(emulator.url, provisioned.formId, { round: ROUND, ...filing, secret }),
    async show() {
      const [header = [], ...rows] = await coordinator.read(tracking);
      const wanted = ['Tên gọi', 'Tình trạng gửi', 'Thời hạn', 'Mục thiếu, cần làm rõ', 'Thư gần nhất'];
      const places = wanted.map((title) => header.indexOf(title));
      telling.line('');
      telling.table([wanted, ...rows.map((row) => places.map((place) => row[place] ?? ''))]);
    },
    async showSchedule() {
      const [header = [], ...all] = await coordinator.read(mailPlan);
      const isMail = (row: readonly string[]) => (row[header.indexOf('Dự kiến gửi')] ?? '') !== '';
      const rows = all.filter(isMail);
      for (const row of all.filter((one) => !isMail(one))) telling.line(`  ${row[header.indexOf('Vì sao')] ?? ''}`);
      const wanted = ['Dự kiến gửi', 'Tên gọi', 'Loại thư', 'Trạng thái'];
      const places = wanted.map((title) => header.indexOf(title));
      telling.line('');
      telling.table([wanted, ...rows.slice(0, 8).map((row) => places.map((place) => row[place] ?? ''))]);
      if (rows.length > 8) telling.line(`    … và ${rows.length - 8} thư nữa ở tab Lịch thư`);
    },
  };
}

type Sent = { readonly unit: string; readonly kind: string; readonly why: string };

/** What the ledger says was sent, in order. */
async function sentRows(coordinator: Coordinator): Promise<readonly Sent[]> {
  const [header = [], ...rows] = await coordinator.read(ledger);
  const cell = (row: readonly string[], title: string) => row[header.indexOf(title)] ?? '';
  return rows
    .filter((row) => cell(row, 'Kết quả') === 'đã gửi')
    .map((row) => ({ unit: cell(row, 'Đơn vị'), kind: cell(row, 'Loại thư'), why: cell(row, 'Vì sao') }));
}

/** Mails of one kind and reason as one line: kind, to whom, why. */
function mailLines(sent: readonly Sent[]): readonly string[] {
  const alike = Map.groupBy(sent, ({ kind, why }) => `${kind}\n${why}`);
  return [...alike.values()].map((mails) => {
    const [{ kind, why }] = mails as [Sent, ...Sent[]];
    const isInside = noticeKinds.some((one) => one === kind && isInternal(kinds[one]));
    const to = (unit: string) => (isInside ? undefined : citySeeds.find(({ code }) => code === unit));
    const names = mails.map(({ unit }) => to(unit)?.shortName ?? 'Bộ Xây dựng');
    return `${kind} → ${names.length === citySeeds.length ? 'cả sáu thành phố' : names.join(', ')}. ${why}`;
  });
}
