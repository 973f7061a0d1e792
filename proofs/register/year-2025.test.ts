import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseLedgerKey } from '../../functions/domain/notices/ledger-key.ts';
import { verifyDay } from '../../functions/domain/notices/verify.ts';
import { countRules, type FourCounts, fourCounts, taskLabel } from '../../functions/domain/standing/round-figures.ts';
import { endOfDay, snapshotAsOf } from '../../functions/outlook/as-of.ts';
import { outlookOf } from '../../functions/outlook/outlook.ts';
import { pastLogs } from '../../functions/outlook/past-logs.ts';
import type { Mailer } from '../../functions/ports.ts';
import { sync } from '../../functions/sync/sync.ts';
import { firstBookkeeping, writeBookkeeping } from '../../functions/workbook/bookkeeping.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { holidaySeeds } from '../../sheets-schema/seed/holidays.ts';
import { notice382 } from '../../sheets-schema/seed/tasks-notice-382.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { toInstant } from '../../sheets-schema/zone.ts';
import { blankMail } from '../simulation/blank-mail.ts';
import { applyTo, createModelFile, createModelWorkbook, type ModelFile } from '../simulation/model-workbook.ts';

/** The register of Thông báo 382 from its first day to the end of the year, every agency with a contact, all approved. */
const FIRST = Temporal.PlainDate.from('2025-07-23');
const LAST = Temporal.PlainDate.from('2025-12-31');

const local = (text: string) => toInstant(Temporal.PlainDateTime.from(text.replace(' ', 'T')));

type Typed = Partial<RowOf<typeof decisions>>;
const decided = (at: string, subject: string, unit: string | null, decision: string, value: string | null = null) =>
  ({ at: local(at), subject, unit, item: null, decision, value, reason: null, by: 'Điều phối viên' }) as Typed;

/** What coordinators decide, each seen by the first run after it. */
const DECIDED = [
  decided('2025-07-30 16:30', 'N382-II1a-2', null, 'Hoàn thành nhiệm vụ', '30/07/2025'),
  decided('2025-08-01 09:00', 'N382-II3a-1', 'BXD', 'Hoàn thành nhiệm vụ', '31/07/2025'),
  decided('2025-08-01 09:00', 'N382-II3a-2', 'BXD', 'Hoàn thành nhiệm vụ', '31/07/2025'),
  decided('2025-08-04 09:00', 'N382-II3c', 'HUE', 'Gia hạn', '15/08/2025'),
  decided('2025-08-07 16:30', 'N382-II3c', 'BTC', 'Tạm dừng nhắc'),
  decided('2025-09-10 09:00', 'N382-II3c', 'DNG', 'Hoàn thành nhiệm vụ', '31/07/2025'),
  decided('2025-10-16 09:00', 'N382-II1a-1', 'BXD', 'Hoàn thành nhiệm vụ', '12/08/2025'),
  decided('2025-10-20 09:00', 'N382-II3c', 'HNI', 'Hoàn thành nhiệm vụ', '20/10/2025'),
  decided('2025-11-10 09:00', 'N382-II3c', 'HUE', 'Hoàn thành nhiệm vụ', '15/08/2025'),
  decided('2025-12-01 09:00', 'N382-II2', 'BXD', 'Hoàn thành nhiệm vụ', '28/11/2025'),
];

/**
 * The Government Office's four counts at the end of a day, counted by hand from the notice and the decisions above, one for
 * each task of each agency with a deadline. The notice words five deadlines, for 46: II.1.a the decree, the ministry
 * alone (1); II.1.a the opinions, those named as attending: 6 cities, 11 ministries, 6 enterprises and universities (23);
 * II.2, the ministry (1); II.3.a rules and plan, the ministry (2); II.3.c, 13 ministries and the 6 cities (19).
 */
const BY_HAND: readonly (readonly [day: string, FourCounts, why: string])[] = [
  [
    '2025-07-31',
    { doneOnTime: 0, doneLate: 23, openInTime: 21, openOverdue: 2 },
    'the 23 opinions are there since 30/7, after 24/7; II.2 and the 19 plans have this day still, the decree until 14/8; II.3.a was due on 24/7 and nobody has recorded it',
  ],
  [
    '2025-08-31',
    { doneOnTime: 0, doneLate: 25, openInTime: 0, openOverdue: 21 },
    'late: 23 opinions, rules and plan of 31/7; overdue: the decree, II.2, the 19 plans, Huế too whose more time ended on 15/8',
  ],
  [
    '2025-09-30',
    { doneOnTime: 1, doneLate: 25, openInTime: 0, openOverdue: 20 },
    'since 10/9 it is known that Đà Nẵng sent its plan on 31/7',
  ],
  [
    '2025-10-31',
    { doneOnTime: 2, doneLate: 26, openInTime: 0, openOverdue: 18 },
    'since 16/10 that the decree was submitted on 12/8; Hà Nội sent its plan on 20/10, late',
  ],
  [
    '2025-11-15',
    { doneOnTime: 3, doneLate: 26, openInTime: 0, openOverdue: 17 },
    'since 10/11 that Huế sent its plan on 15/8, the day that it was given',
  ],
  [
    '2025-12-31',
    { doneOnTime: 3, doneLate: 27, openInTime: 0, openOverdue: 16 },
    'II.2 was done on 28/11, late; 16 plans are still owed: 13 ministries, TP. Hồ Chí Minh, Hải Phòng, Cần Thơ',
  ],
];

function write(file: ModelFile, tab: Tab, rows: readonly (readonly Cell[])[]): void {
  const place = file.tabs.get(tab.sheetId);
  if (place) place.rows = [headerRow(tab), ...rows];
}

function theFile(): ModelFile {
  const file = createModelFile('register', allTabs);
  for (const tab of allTabs) write(file, tab, []);
  applyTo(file, writeBookkeeping(firstBookkeeping('register', 'https://sheet.example')));
  write(
    file,
    units,
    unitSeeds.map((unit) => encodeRow(units, unit)),
  );
  // Whatever of it was done is decided below.
  write(
    file,
    tasks,
    notice382.map((task) => encodeRow(tasks, { ...task, evidence: null, approved: true })),
  );
  write(
    file,
    holidays,
    holidaySeeds.map((holiday) => encodeRow(holidays, holiday)),
  );
  const own = { active: true, honorific: null, name: null };
  const person = (unit: string, role: 'Đầu mối' | 'Lãnh đạo' | 'Điều phối', nth: number) =>
    encodeRow(contacts, {
      id: `${unit}-${nth}`,
      unit,
      role,
      emails: [`${unit.toLowerCase()}-${nth}@hop-thu.example`],
      ...own,
    });
  write(file, contacts, [
    ...unitSeeds.map(({ code }) => person(code, 'Đầu mối', 1)),
    person('BXD', 'Lãnh đạo', 2),
    person('BXD', 'Điều phối', 3),
  ]);
  const values: Record<string, unknown> = { mail: 'Bật', goLive: local('2025-07-23 08:00') };
  write(
    file,
    settingsTab,
    Object.entries(settings).map(([name, { title, kind, initial }]) => [
      title,
      kind.codec.encode((values[name] ?? initial) as never) as Cell,
      '',
    ]),
  );
  return file;
}

/** As counted by hand: Monday to Friday, but for the two days of September. */
const OFF = ['2025-09-01', '2025-09-02'];
const isWorking = (day: Temporal.PlainDate) => day.dayOfWeek < 6 && !OFF.includes(day.toString());

function workingDays(from: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add({ days: Math.sign(count) });
    if (isWorking(day)) left -= 1;
  }
  return day;
}

type Climb = { readonly by: string; readonly until?: string; readonly first?: string };

/** Every step of a task for a unit from one day, the 23rd at the earliest, until it is done, paused or given more time. */
function steps(
  task: string,
  unit: string,
  { by, until = '2026-01-01', first = '2025-07-23' }: Climb,
): readonly string[] {
  const last = Temporal.PlainDate.from(by);
  const on = (kind: string, step: number | string, day: Temporal.PlainDate) => ({
    day: day.toString(),
    words: `${task} ${unit} ${kind} ${step}`,
  });
  const ends = workingDays(last, 33);
  // The last day was given for an answer until its afternoon, so the leaders hear the morning after.
  const leaders = on('lanh-dao-nhiem-vu', 5, workingDays(last, 6));
  const months = [9, 10, 11, 12].map((month) => {
    const begin = Temporal.PlainDate.from({ year: 2025, month, day: 1 });
    return { month, day: isWorking(begin) ? begin : workingDays(begin, 1) };
  });
  return [
    ...[-5, -3, -1, 0].map((step) => on('nhac-nhiem-vu', step, workingDays(last, step))),
    ...[1, 3, 13, 23, 33].map((step) => on('nhiem-vu', step, workingDays(last, step))),
    leaders,
    ...months
      .filter(({ day }) => day.since(ends).sign > 0)
      .map(({ month, day }) => on('lanh-dao-nhiem-vu', `2025-${String(month).padStart(2, '0')}`, day)),
  ]
    .filter(({ day }) => day >= first && day < until && day <= LAST.toString())
    .map(({ day, words }) => `${day} ${words}`);
}

function expected(): readonly string[] {
  const inGroups = (...groups: readonly string[]) =>
    unitSeeds
      .filter(({ activeFrom, groups: own }) => activeFrom === null && own?.some((one) => groups.includes(one)))
      .map(({ code }) => code)
      // Who gets the results is not written to about them.
      .filter((code) => code !== 'BXD');
  const opinions = inGroups('TV-TCT');
  const plans = inGroups('BO-NGANH', 'TP-TW');
  // The first afternoon, the morning's mails having been shown for a run: more than twenty went at once.
  const helping = (task: string, ...units: readonly string[]) =>
    units.map((unit) => `2025-07-23 ${task} ${unit} phoi-hop-nhiem-vu 1`);
  return [
    ...helping('N382-II1a-1', 'BKHCN'),
    ...helping('N382-II2', 'BKHCN'),
    ...['N382-II3a-1', 'N382-II3a-2'].flatMap((task) => helping(task, ...opinions)),
    ...opinions.flatMap((unit) => steps('N382-II1a-2', unit, { by: '2025-07-24', until: '2025-07-31' })),
    ...plans.flatMap((unit) =>
      steps('N382-II3c', unit, {
        by: '2025-07-31',
        ...(unit === 'HUE' && { until: '2025-08-05' }),
        ...(unit === 'BTC' && { until: '2025-08-08' }),
        ...(unit === 'DNG' && { until: '2025-09-11' }),
        ...(unit === 'HNI' && { until: '2025-10-21' }),
      }),
    ),
    '2025-08-05 N382-II3c HUE han-nhiem-vu 1',
    ...steps('N382-II3c', 'HUE', { by: '2025-08-15', first: '2025-08-05', until: '2025-11-11' }),
    ...steps('N382-II1a-1', 'BXD', { by: '2025-08-14', until: '2025-10-17' }),
    ...steps('N382-II2', 'BXD', { by: '2025-07-31', until: '2025-12-02' }),
    ...steps('N382-II3a-1', 'BXD', { by: '2025-07-24', until: '2025-08-02' }),
    ...steps('N382-II3a-2', 'BXD', { by: '2025-07-24', until: '2025-08-02' }),
  ];
}

const WHOLE_MONTH = Temporal.PlainDate.from('2025-08-08');
const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
const dueOn = new Set([
  ...expected().map((line) => line.slice(0, 10)),
  ...DECIDED.flatMap(({ at }) => (at ? `${dayOf(at)}` : [])),
]);

/** Every working day of the first weeks; of the months after them those on which something falls due, and the days after. */
function isPlayed(day: Temporal.PlainDate): boolean {
  const isDue = dueOn.has(day.toString()) || dueOn.has(workingDays(day, -1).toString());
  return isWorking(day) && (isDue || day.since(WHOLE_MONTH).sign <= 0);
}

/** The four figures in `Tổng quan`. */
function countsShown(file: ModelFile): FourCounts {
  const rows = new Map(file.tabs.get(overview.sheetId)?.rows.map(([name, value]) => [name, Number(value)]));
  const of = (name: keyof FourCounts) => rows.get(taskLabel(countRules[name])) ?? Number.NaN;
  return {
    doneOnTime: of('doneOnTime'),
    doneLate: of('doneLate'),
    openInTime: of('openInTime'),
    openOverdue: of('openOverdue'),
  };
}

test('from 23/7 to 31/12/2025 every agency hears what falls due, once a day, and nothing else; each day has its account', async () => {
  const file = theFile();
  const workbook = createModelWorkbook(file);
  const mails: { readonly day: string; readonly to: string }[] = [];
  let tokens = 0;
  const run = async (now: Temporal.Instant) => {
    const typed = DECIDED.filter(({ at }) => at && Temporal.Instant.compare(at, now) <= 0);
    write(
      file,
      decisions,
      typed.map((row) => encodeRow(decisions, row as RowOf<typeof decisions>)),
    );
    await sync(
      {
        workbook,
        responses: {
          formId: 'form',
          since: async () => ({ responses: [], more: null }),
          submissions: async () => [],
        },
        mailer: {
          send: async ({ to, key }) => {
            const isDigest = parseLedgerKey(key)?.subject === 'digest';
            const day = dayOf(now).toString();
            if (!isDigest) mails.push({ day, to: to.join() });
            return { kind: 'sent' };
          },
          verify: async () => null,
          close: () => {},
        } satisfies Mailer,
        follower: { follow: async (_, { formHash, look }) => ({ hash: formHash, changed: false, looked: look }) },
        writeMail: blankMail,
        newToken: () => `t${++tokens}`,
        hasTime: () => true,
      },
      { now, linkSecret: 'bi-mat-cua-cac-duong-dan-0123456789', mailDomain: 'boxaydung.example', alertTo: null },
    );
  };
  const shown = new Map<string, FourCounts>();
  for (let day = FIRST; day.since(LAST).sign <= 0; day = day.add({ days: 1 })) {
    if (day.equals(FIRST)) for (const time of ['08:00', '08:10']) await run(local(`${day} ${time}`));
    if (isPlayed(day)) for (const time of ['08:30', '15:30']) await run(local(`${day} ${time}`));
    shown.set(`${day}`, countsShown(file));
  }
  const snapshot = await readSnapshot(workbook, NO_RESPONSES, local(`${LAST} 16:30`));
  const logs = pastLogs(snapshot);
  const told = logs.ledger.flatMap(({ at, key, state }) => {
    const parts = parseLedgerKey(key);
    const isTold = state === 'đã gửi' || state === 'gộp vào thư mạnh hơn';
    if (!parts || !isTold || parts.subject === 'digest') return [];
    return [`${dayOf(at)} ${parts.subject} ${parts.unit} ${parts.kind} ${parts.step}`];
  });
  expect(told.sort()).toEqual([...expected()].sort());
  const perDay = mails.map(({ day, to }) => `${day} ${to}`);
  expect(new Set(perDay).size).toBe(perDay.length);
  const days = Array.from({ length: FIRST.until(LAST).days + 1 }, (_, nth) => FIRST.add({ days: nth }));
  // What Tổng quan showed that evening, what the leaders' page says of that day today, and what a person counts.
  const asOf = (day: string) => {
    const at = endOfDay(Temporal.PlainDate.from(day), snapshot.readAt);
    return fourCounts(outlookOf(snapshotAsOf(snapshot, at)).policy.tasks, at);
  };
  expect(BY_HAND.map(([day]) => [day, shown.get(day), asOf(day)])).toEqual(
    BY_HAND.map(([day, counts]) => [day, counts, counts]),
  );
  expect(days.filter(isPlayed).flatMap((day) => verifyDay(day, logs))).toEqual([]);
});
