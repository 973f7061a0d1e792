import { Temporal } from 'temporal-polyfill';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
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
      const messages = await mails(emulator.url);
      for (const mail of messages.slice(told)) telling.event(now, 'thư', `${mail.to.join(', ')}: ${mail.subject}`);
      told = messages.length;
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
      const [header = [], ...rows] = await coordinator.read(mailPlan);
      const wanted = ['Dự kiến gửi', 'Đơn vị', 'Loại thư', 'Trạng thái'];
      const places = wanted.map((title) => header.indexOf(title));
      telling.line('');
      telling.table([wanted, ...rows.slice(0, 8).map((row) => places.map((place) => row[place] ?? ''))]);
      if (rows.length > 8) telling.line(`    … và ${rows.length - 8} thư nữa ở tab Lịch thư`);
    },
  };
}

type Shown = { readonly to: readonly string[]; readonly subject: string };

async function mails(url: string): Promise<readonly Shown[]> {
  const answer = (await (await fetch(`${url}/_emulator/mail`)).json()) as { messages?: Shown[] } | Shown[];
  return Array.isArray(answer) ? answer : (answer.messages ?? []);
}
