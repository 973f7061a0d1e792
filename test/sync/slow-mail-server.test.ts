import type { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { LONGEST_MAILING, LONGEST_RUN } from '../../functions/config.ts';
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts';
import type { Problem } from '../../functions/shared/problem.ts';
import { sync } from '../../functions/sync/sync.ts';
import { blankMail } from '../../proofs/simulation/blank-mail.ts';
import { createModelResponses, LINK_SECRET } from '../../proofs/simulation/model-responses.ts';
import { applyTo, createModelWorkbook } from '../../proofs/simulation/model-workbook.ts';
import { createRandom } from '../../proofs/simulation/random.ts';
import { createWorld } from '../../proofs/simulation/world.ts';
import { encodeRow, parseTab } from '../../sheets-schema/parse-tab.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { at, aUnit } from '../domain/notices/notice-world.ts';
import { type SlowServer, slowServer, untilDone } from '../mail/slow-server.ts';

/**
 * A run against a server that takes its time, played on a clock that costs none: nothing begins too late, the run ends
 * in time with every result written, and the next repeats nothing.
 */
const SECOND = 1000;
const OPENS = at('2025-10-20 08:00').epochMilliseconds;
const START = at('2025-10-23 09:00');

/** An open round that asks so many units, each with so many contacts. */
function anOffice(asked: number, contacts: number) {
  const world = createWorld(createRandom(1), OPENS);
  const codes = Array.from({ length: asked }, (_, index) => `U${index + 101}`);
  const rows = codes.map((code) => encodeRow(units, aUnit(code, { groups: ['TP-TW'] })).map((value) => ({ value })));
  applyTo(world.file, { kind: 'append', sheetId: units.sheetId, log: false, rows });
  const day = (date: string) => Math.floor(Date.parse(date) / 86_400_000);
  world.type((office) => {
    office.rounds.set('2025-10', {
      id: '2025-10',
      opensAt: OPENS,
      strict: { day: day('2025-11-20'), minute: null },
      adjusted: null,
      steps: null,
      locksOn: null,
      state: 'Đang mở',
      approved: true,
    });
    for (const unit of codes)
      for (let nth = 1; nth <= contacts; nth += 1) {
        const id = `${unit}-${nth}`;
        const address = `${id}@don-vi.example`;
        office.contacts.set(id, { id, unit, role: 'Đầu mối', addresses: [address], typed: address, active: true });
      }
  });
  return { ...world, codes };
}

type Office = ReturnType<typeof anOffice>;

/** One run as in production, but that a call to Google takes a second. @returns how long it took, in milliseconds, and what it failed of */
async function run({ file }: Office, server: SlowServer, now: Temporal.Instant) {
  const started = performance.now();
  const workbook = createModelWorkbook(file);
  const mailer = createSmtpMailer({ url: server.url, from: { name: '', address: 'to@bo.example' } });
  const slowly = async <T>(act: () => Promise<T>): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, SECOND));
    return act();
  };
  const running = sync(
    {
      workbook: {
        ...workbook,
        read: (ranges) => slowly(() => workbook.read(ranges)),
        commit: (commit) => slowly(() => workbook.commit(commit)),
      },
      responses: createModelResponses([], () => now.epochMilliseconds),
      follower: { follow: async (_, { formHash }) => ({ hash: formHash, changed: false, looked: false }) },
      mailer,
      writeMail: blankMail,
      newToken: () => `t${now.epochMilliseconds}${performance.now()}`,
      hasTime: () => performance.now() - started < LONGEST_MAILING,
    },
    { now, linkSecret: LINK_SECRET, mailDomain: 'bo.example' },
  );
  const end = await untilDone(
    running.then(
      () => null,
      (error: Problem) => error.code,
    ),
  );
  mailer.close();
  return { took: performance.now() - started, end };
}

const rowsOf = ({ file }: Office) => parseTab(ledger, file.tabs.get(ledger.sheetId)?.rows ?? []).rows;

type Scene = { readonly pace: SlowServer['pace']; readonly contacts?: number; readonly hangsUp?: true };
const SCENES: Readonly<Record<string, Scene>> = {
  'each answer takes 19 s': { pace: () => 19 * SECOND },
  'each answer takes 19 s, and there are many recipients': { pace: () => 19 * SECOND, contacts: 9 },
  'signing in takes long': { pace: (to) => (SIGNING_IN.has(to) ? 19 : 12) * SECOND },
  'signing in takes as long as it may': { pace: (to) => (SIGNING_IN.has(to) ? 19.9 : 1) * SECOND, contacts: 1 },
  'the text is thought over for two minutes': { pace: (to) => (to === 'text' ? 119 : 8) * SECOND },
  'the text is thought over for too long': { pace: (to) => (to === 'text' ? 121 : 19) * SECOND, contacts: 1 },
  'it takes one mail on a connection, and signing in takes long': {
    pace: (to) => (SIGNING_IN.has(to) ? 19 : 15) * SECOND,
    hangsUp: true,
  },
  'it is slower than it may': { pace: () => 21 * SECOND },
};
const SIGNING_IN = new Set(['greeting', 'EHLO', 'AUTH']);

/** An approval acts on what a run before has shown. */
const isShown = (office: Office, server: SlowServer) => run(office, server, START.subtract({ minutes: 10 }));

test.each(Object.entries(SCENES))(
  '%s: no mail begins after 300 s, no run ends after 480 s, each mail has its result',
  async (_, scene) => {
    const server = slowServer(scene.pace);
    server.hangsUp = scene.hangsUp ?? false;
    const office = anOffice(24, scene.contacts ?? 3);
    await isShown(office, server);
    for (let nth = 0; nth < 4; nth += 1) {
      const [before, started] = [server.taken.length, performance.now()];
      const { took } = await run(office, server, START.add({ minutes: 20 * nth }));
      expect(took).toBeLessThanOrEqual(LONGEST_RUN);
      const begun = server.taken.slice(before).map((mail) => mail.begun - started);
      expect(Math.max(0, ...begun)).toBeLessThanOrEqual(LONGEST_MAILING);
      vi.advanceTimersByTime(20 * 60 * SECOND - took);
    }
    const states = Map.groupBy(rowsOf(office), ({ key }) => key);
    const arrived = Map.groupBy(server.taken, ({ to }) => to[0]?.slice(0, 4));
    for (const [unit, copies] of arrived) {
      const rows = states.get(`2025-10/${unit}/moi/0@mot-lan`)?.map(({ state }) => state) ?? [];
      expect(rows.filter((state) => state === 'đã gửi' || state === 'chưa rõ kết quả')).toHaveLength(copies.length);
    }
    const last = [...states.values()].map((rows) => rows.at(-1)?.state);
    expect(last).not.toContain('đang gửi');
  },
);

test('while a server is too slow for any mail every run tells, between attempts too, and the first run after goes on', async () => {
  const server = slowServer(() => 21 * SECOND);
  const office = anOffice(3, 1);
  await isShown(office, server);
  const after = (minutes: number) => run(office, server, START.add({ minutes }));
  for (const minutes of [0, 10, 20, 30, 40, 50]) expect((await after(minutes)).end).toBe('mail.unreachable');
  server.pace = () => SECOND;
  expect((await after(60)).end).toBeNull();
  expect(server.taken.flatMap(({ to }) => to).toSorted()).toEqual(
    office.codes.map((code) => `${code}-1@don-vi.example`),
  );
});
