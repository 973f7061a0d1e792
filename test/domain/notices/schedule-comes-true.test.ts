import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { writeMarks } from '../../../functions/domain/notices/ledger.ts';
import type { PolicyInput } from '../../../functions/domain/notices/notice.ts';
import { daysNamed } from '../../../functions/sync/plan-sync.ts';
import type { Holiday } from '../../../sheets-schema/tabs/holidays.ts';
import type { LedgerRow } from '../../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { numRuns } from '../../support/properties.ts';
import {
  aContact,
  aHoliday,
  anItem,
  aReport,
  aRound,
  aStatus,
  aTaskStatus,
  at,
  aUnit,
  clock,
  day,
  decidedFor,
  filed,
  invitedRows,
  ledgerRow,
  policyInput,
  scheduleFor,
  usualSettings,
} from './notice-world.ts';

type Own = Partial<PolicyInput> & { readonly rows?: readonly LedgerRow[]; readonly holidays?: readonly Holiday[] };

const contacts = [aContact('HPG-1'), aContact('HUE-1'), aContact('BXD-1', { role: 'Lãnh đạo' })];
const settings = { ...usualSettings, goLive: at('2025-10-01 08:00') };
const WEEKS = 6;

/** What `Lịch thư` says at a moment, and what leaves in the weeks after it while nobody does anything. */
function foretoldAndSent(start: string, own: Own) {
  const rows: LedgerRow[] = [...(own.rows ?? invitedRows)];
  const sent: string[] = [];
  const inputAt = (now: string) => {
    return policyInput(now, { contacts, settings, ...own, rows });
  };
  const end = localDay(at(start)).add({ days: WEEKS * 7 });
  const ahead = scheduleFor(inputAt(start))
    .filter(({ state }) => state === 'Sẽ gửi')
    .filter(({ at: when }) => when && localDay(when).until(end).sign > 0);
  const moments = ahead.map(({ at: when }) => clock(when as Temporal.Instant));
  const foretold = ahead.map(({ unit, kind }, n) => `${moments[n]} ${unit} ${kind}`);
  for (const now of [...new Set([...runsFrom(start), ...moments])].sort()) {
    for (const { notice, fate } of decidedFor(inputAt(now))) {
      const { key, unit, kind, recipients } = notice;
      const row = {
        ...ledgerRow(key, 'đã gửi', now),
        unit,
        kind,
        contacts: writeMarks(recipients),
        told: daysNamed(notice),
      };
      if (fate.do === 'settle') rows.push({ ...row, state: fate.state });
      if (fate.do !== 'send') continue;
      rows.push(row);
      sent.push(`${now} ${kind === 'Báo cáo lãnh đạo' ? 'BXD' : unit} ${kind}`);
    }
  }
  return { foretold: foretold.toSorted(), sent: sent.toSorted() };
}

function runsFrom(start: string): readonly string[] {
  const first = localDay(at(start));
  const days = Array.from({ length: WEEKS * 7 }, (_, n) => first.add({ days: n }));
  const runs = days.flatMap((one) => ['08:30', '13:45'].map((time) => `${one} ${time}`));
  return [start, ...runs.filter((run) => run > start)];
}

const uninvited = { rows: [] };
const other = aRound({ id: '2025-10-b', strictDeadline: { day: day('2025-10-31'), time: null } });
const invitedToOther = ledgerRow('2025-10-b/HPG/moi/0@mot-lan', 'đã gửi', '2025-10-20 08:30');
const task = (id: string, by: string) => aTaskStatus(id, by);
const proposedOff = (...days: readonly string[]) => days.map((one) => aHoliday(one, { status: 'đề xuất' }));
const otherMail = (when: string) => [ledgerRow('2025-10/CTO/nhac/0@2025-10-24', 'đã gửi', when)];
const taskTold = (when: string) => ledgerRow('T9/HPG/nhiem-vu/1@2025-10-20', 'đã gửi', when);
const lacking = { ...filed('2025-10-30 09:55'), items: [anItem('1.3', 'Thiếu')] };

/** The leadership hears two days after a late notice went, however late that was. */
const isToUnit = (line: string) => !line.includes('Báo cáo lãnh đạo');

describe('what Lịch thư foretells is what leaves, and nothing else', () => {
  test.each<[string, string, Own]>([
    ['a whole round', '2025-10-20 08:30', uninvited],
    ['an evening after a missed morning', '2025-10-30 17:00', {}],
    [
      'tasks before operation begins',
      '2025-10-20 08:30',
      { tasks: [task('T1', '2025-10-31')], settings: usualSettings },
    ],
    [
      'a supplement beside another round',
      '2025-10-30 10:00',
      { statuses: [aStatus(lacking), aStatus({ round: other })], rows: [...invitedRows, invitedToOther] },
    ],
    [
      'days off that are only proposed',
      '2025-10-20 08:30',
      { ...uninvited, holidays: proposedOff('2025-10-24', '2025-11-03', '2025-11-05') },
    ],
    [
      'steps on successive days around a proposed day off',
      '2025-10-20 08:30',
      {
        ...uninvited,
        holidays: proposedOff('2025-11-03'),
        statuses: [aStatus({ round: aRound({ steps: ['-1', '0', '1', '2', '3'] }) })],
      },
    ],
  ])('%s', (_, start, own) => {
    const { foretold, sent } = foretoldAndSent(start, own);
    expect(foretold).not.toEqual([]);
    expect(sent).toEqual(foretold);
  });

  test.each<[string, string, Own]>([
    ['two rounds of one unit', '2025-10-20 08:30', { ...uninvited, statuses: [aStatus(), aStatus({ round: other })] }],
    [
      'what the cap leaves over today',
      '2025-10-20 08:30',
      { ...uninvited, statuses: [aStatus(), aStatus({ unit: aUnit('HUE') })], settings: { ...settings, dailyCap: 1 } },
    ],
    [
      'tasks beside a round',
      '2025-10-20 08:30',
      { ...uninvited, tasks: [task('T1', '2025-10-31'), task('T2', '2025-10-31'), task('T3', '2025-11-04')] },
    ],
    [
      'a day whose places were taken before',
      '2025-10-24 10:00',
      { rows: [...invitedRows, ...otherMail('2025-10-24 08:30')], settings: { ...settings, dailyCap: 1 } },
    ],
    [
      'a last day on which the unit has had its mail',
      '2025-10-31 10:00',
      {
        rows: [...invitedRows, taskTold('2025-10-31 08:30')],
        statuses: [aStatus({ round: aRound({ steps: ['0'] }) })],
        tasks: [task('T1', '2025-11-10')],
      },
    ],
    [
      'a weaker step that is tried again while a stronger one falls due',
      '2025-10-28 07:50',
      { rows: [...invitedRows, ledgerRow('2025-10/HPG/nhac/-5@2025-10-31', 'gửi lại sau', '2025-10-28 08:25')] },
    ],
  ])('%s, but for the leaders, who hear some days after a late notice, however late that was', (_, start, own) => {
    const { foretold, sent } = foretoldAndSent(start, own);
    expect(foretold.filter(isToUnit)).not.toEqual([]);
    expect(sent.filter(isToUnit)).toEqual(foretold.filter(isToUnit));
  });

  const reports = (unit: string, ...seen: readonly string[]) =>
    seen.map((when, n) => aReport(`BC-${unit}-${n}`, when, { unit }));
  const secretly = (unit: string, ...seen: readonly string[]) => {
    const versions = reports(unit, ...seen);
    return aStatus({ unit: aUnit(unit), versions, secrets: versions.map(({ version }) => version) });
  };
  const alarmed = (hour: number) => ledgerRow(`digest//ban-tin/mat@BC-X-${hour}`, 'đã gửi', `2025-10-27 0${hour}:10`);
  const coordinator = aContact('BXD-2', { role: 'Điều phối' });

  test.each<[string, string, Own]>([
    [
      'a receipt within an hour of the one before, across midnight',
      '2025-10-27 23:40',
      {
        rows: [...invitedRows, ledgerRow('2025-10/HPG/tiep-nhan/1@BC-HPG-0', 'đã gửi', '2025-10-27 23:31')],
        statuses: [
          aStatus({
            filedAt: at('2025-10-27 23:30'),
            versions: reports('HPG', '2025-10-27 23:30', '2025-10-27 23:39'),
          }),
        ],
      },
    ],
    [
      'more receipts than half the cap pays for, on a Saturday',
      '2025-10-25 10:00',
      {
        statuses: ['HPG', 'HUE', 'DNG', 'HCM', 'HNI'].map((code) =>
          aStatus({ unit: aUnit(code), filedAt: at('2025-10-25 09:00'), versions: reports(code, '2025-10-25 09:00') }),
        ),
        contacts: ['HPG', 'HUE', 'DNG', 'HCM', 'HNI'].map((code) => aContact(`${code}-1`)),
        settings: { ...settings, dailyCap: 4 },
      },
    ],
    [
      'alarms of an hour in which one went, and after five',
      '2025-10-27 05:30',
      {
        rows: [...invitedRows, ...[1, 2, 3, 4, 5].map(alarmed)],
        statuses: [secretly('HPG', '2025-10-27 05:20', '2025-10-27 05:25'), secretly('HUE', '2025-10-27 05:28')],
        contacts: [...contacts, coordinator],
      },
    ],
  ])('%s', (_, start, own) => {
    const { foretold, sent } = foretoldAndSent(start, own);
    expect(foretold).not.toEqual([]);
    expect(sent).toEqual(foretold);
  });

  test('whatever rounds, tasks, reports, days off and limits there are', () => {
    const anyDay = fc.integer({ min: 0, max: 25 }).map((n) => day('2025-10-23').add({ days: n }).toString());
    const steps = fc.uniqueArray(fc.integer({ min: -8, max: 8 }), { maxLength: 8 });
    const start = fc.constantFrom('2025-10-22 09:00', '2025-10-29 07:00', '2025-10-31 12:00', '2025-11-05 17:00');
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: anyDay, steps, paused: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        fc.array(anyDay, { maxLength: 3 }),
        fc.array(anyDay, { maxLength: 3 }),
        fc.constantFrom(1, 2, 400),
        start,
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }),
        (asked, dues, off, dailyCap, now, minutesAgo) => {
          const rounds = asked.map(({ by, steps: own }, n) =>
            aRound({ id: `R${n}`, strictDeadline: { day: day(by), time: null }, steps: own.map(String) }),
          );
          const seen = minutesAgo.toSorted((a, b) => b - a).map((minutes) => clock(at(now).subtract({ minutes })));
          const own = (code: string) => reports(code, ...seen);
          const statuses = rounds.flatMap((round, n) => [
            aStatus({
              round,
              ...(n === 0 && { versions: own('HPG'), secrets: own('HPG').map(({ version }) => version) }),
            }),
            aStatus({ round, unit: aUnit('HUE'), paused: asked[n]?.paused ?? false }),
          ]);
          const rows = statuses.map(({ round, unit }) =>
            ledgerRow(`${round.id}/${unit.code}/moi/0@mot-lan`, 'đã gửi', '2025-10-20 08:30'),
          );
          const tasks = dues.map((by, n) => task(`T${n}`, by));
          const { foretold, sent } = foretoldAndSent(now, {
            statuses,
            rows,
            tasks,
            holidays: proposedOff(...off),
            settings: { ...settings, dailyCap },
            // The leadership hears two days after a late notice went, however late that was: then places are taken.
            contacts: [...contacts, coordinator].filter(({ role }) => dailyCap === 400 || role !== 'Lãnh đạo'),
          });
          expect(sent.filter(isToUnit)).toEqual(foretold.filter(isToUnit));
        },
      ),
      { numRuns: numRuns(5, 200) },
    );
  });
});
