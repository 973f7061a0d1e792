import { Temporal } from 'temporal-polyfill';
import { LONGEST_MAILING } from '../../functions/config.ts';
import { parseLedgerKey } from '../../functions/domain/notices/ledger-key.ts';
import { createThrottle, QUOTA } from '../../functions/google/throttle.ts';
import type { Mailer } from '../../functions/ports.ts';
import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { kinds, type NoticeKind } from '../../sheets-schema/notice-kinds.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { report } from './country/commune-reports.ts';
import { WHOLE_COUNTRY } from './country/communes.ts';
import { fileAll, openCountry, roundCells } from './country/play-country.ts';
import { runQuietly } from './country/run-quietly.ts';
import { atMost, type Measurement, type Row, type Tools } from './row.ts';

/** What Google allows one account in a minute. Facts: google-sheets, limits; google-forms, quotas. */
const LIMITS = { sheetsReads: 60, sheetsWrites: 60, formsReads: 390, formsExpensiveReads: 180, formsWrites: 150 };

const ROUND = '2025-07';
/** A scheduler wakes the loop so often. */
const MINUTES = 10;
/** Runs after which everything must be done that began at once: a day of a scheduler. */
const MOST_RUNS = 144;

/** Everything the loop is given, so that time passes on the emulator's clock alone: nobody waits for a minute. */
function underQuota(workspace: Workspace) {
  const { clock } = workspace.emulator;
  const later = (milliseconds: number) =>
    clock.set(Temporal.Instant.from(clock.now()).add({ milliseconds: Math.ceil(milliseconds) }));
  const pause = async (milliseconds: number) => later(milliseconds);
  const throttle = createThrottle({ most: QUOTA, now: clock.nowMillis, pause });
  const mailed: string[] = [];
  const mailer: Mailer = {
    async send({ key }) {
      mailed.push(key);
      return { kind: 'sent' };
    },
    verify: async () => null,
    close() {},
  };
  const limit = (limits: Partial<typeof LIMITS>) =>
    fetch(`${workspace.emulator.url}/_emulator/quotas`, { method: 'PUT', body: JSON.stringify(limits) });
  let [recorded, calls, refused, longest] = [0, 0, 0, 0];
  return {
    mailed,
    facts: () => ({ recorded, calls, refused, longest }),
    /** One run as the scheduler starts it; what coordinators and cities ask of Google is on accounts of their own. */
    async run(): Promise<void> {
      const start = clock.nowMillis();
      workspace.emulator.log.clear();
      await limit(LIMITS);
      const hasTime = () => clock.nowMillis() - start < LONGEST_MAILING;
      const summary = await runQuietly(workspace, { calls: { pause, throttle, backoff: 1_000 }, mailer, hasTime });
      await limit({});
      const log = workspace.emulator.log.list();
      recorded += summary.recorded;
      calls += log.length;
      refused += log.filter(({ status }) => status === 429).length;
      longest = Math.max(longest, clock.nowMillis() - start);
      later(MINUTES * 60_000);
    },
  };
}

/** A round from its opening to its closing: everybody is invited, everybody files in one morning, everybody has a receipt. */
async function playUnderQuota(count: number, progress: Tools['progress']) {
  const { workspace, all, office } = await openCountry(count, Temporal.PlainYearMonth.from(ROUND));
  try {
    const loop = underQuota(workspace);
    const sent = (kind: NoticeKind) =>
      new Set(loop.mailed.filter((key) => parseLedgerKey(key)?.kind === kinds[kind].key)).size;
    const until = async (isDone: () => boolean) => {
      for (let runs = 0; runs < MOST_RUNS && !isDone(); runs += 1) await loop.run();
    };
    workspace.setTime(`${ROUND}-01T08:50:00+07:00`);
    await office.add(rounds, roundCells(ROUND, { opens: '01/07/2025 08:00', last: '15/07/2025' }));
    await loop.run();
    await until(() => sent('Đề nghị gửi báo cáo') >= count);
    progress(`${count} units invited`);
    await fileAll(
      workspace,
      ROUND,
      all.map((unit, index) => [unit, report(unit, index)] as const),
    );
    await until(() => loop.facts().recorded >= count && sent('Xác nhận tiếp nhận') >= count);
    progress(`${count} reports recorded`);
    await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
    await loop.run();
    const missed = 3 * count - sent('Đề nghị gửi báo cáo') - sent('Xác nhận tiếp nhận') - loop.facts().recorded;
    return { ...loop.facts(), missed, repeated: loop.mailed.length - new Set(loop.mailed).size };
  } finally {
    await workspace.close();
  }
}

async function measure({ progress }: Tools): Promise<readonly Row[]> {
  const { calls, refused, missed, repeated, recorded, longest } = await playUnderQuota(WHOLE_COUNTRY, progress);
  const what = `a round of ${WHOLE_COUNTRY} units from opening to closing, ${QUOTA} reads and ${QUOTA} writes a minute: refused, missed, repeated`;
  const said = `${refused} refused, ${missed} missed, ${repeated} repeated; ${recorded} reports recorded in ${calls} calls, the longest run ${(longest / 60_000).toFixed(1)} min of Google's clock`;
  return [atMost(what, 0, refused + missed + repeated, said)];
}

export const quotaRound: Measurement = {
  about: 'a whole round of the country under the quotas of Google, on its clock',
  measure,
};
