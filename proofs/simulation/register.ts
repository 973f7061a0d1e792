import { Temporal } from 'temporal-polyfill';
import type { MailWriter, SendOutcome } from '../../functions/ports.ts';
import { sync } from '../../functions/sync/sync.ts';
import { firstBookkeeping, writeBookkeeping } from '../../functions/workbook/bookkeeping.ts';
import { NO_RESPONSES } from '../../functions/workbook/read-snapshot.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { type DecisionKind, decisions } from '../../sheets-schema/tabs/decisions.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { blankMail } from './blank-mail.ts';
import { DAY, dayOf, isInWindow, isoDay, momentOf, WINDOWS, workingDay } from './calendar.ts';
import { LINK_SECRET } from './model-responses.ts';
import { applyTo, createModelFile, createModelWorkbook, type ModelFile } from './model-workbook.ts';
import type { OracleFinding } from './oracle.ts';
import type { Random } from './random.ts';

const AGENCIES = ['BTP', 'BTC', 'BCA', 'VPCP'] as const;
const NO_DAYS = new Map<number, never>();

/** A task as the office knows that it has typed it. */
type Task = {
  readonly id: string;
  readonly doers: readonly string[];
  /** Who takes part besides, and since when. */
  readonly helpers: readonly { readonly unit: string; readonly since: number }[];
  readonly typedAt: number;
  /** When somebody ticks *Duyệt nhắc*. */
  readonly approvedAt: number;
  /** The last valid day. */
  readonly day: number;
  /** The document names the day; else a coordinator did. */
  readonly isWritten: boolean;
};

type Decision = {
  readonly at: number;
  readonly task: string;
  readonly unit: string;
  readonly kind: DecisionKind;
  readonly day: number | null;
};

/** What one mail told an agency of one task. */
type Telling = {
  readonly at: number;
  readonly task: string;
  readonly unit: string;
  readonly tells: string;
  readonly day: number;
};

export type RegisterReport = {
  readonly runs: number;
  readonly mails: number;
  readonly findings: readonly OracleFinding[];
};

const WEEKS = 6;
/** The lists of a mail about tasks, and what a task in each is told. */
const LISTS = { nhiem_vu: 'late', den_han: 'due', cho_biet: 'asked', han_moi: 'news', viec_phoi_hop: 'helps' } as const;

/**
 * Some weeks of a register beside the rounds: tasks typed and approved whenever somebody does, agencies that answer or do
 * not, more time, pauses, mornings without a run. What must hold of every mail and of every silence is counted here by
 * hand.
 */
export async function playRegister(year: number, random: Random): Promise<RegisterReport> {
  const first = workingDay(NO_DAYS, Math.floor(Date.UTC(year, 2, 1) / 86_400_000), 1);
  const all = drawTasks(random, first);
  const decided = drawDecisions(random, all, first);
  const file = createModelFile('register', allTabs);
  for (const tab of allTabs) write(file, tab, []);
  applyTo(file, writeBookkeeping(firstBookkeeping('register', 'https://sheet.example')));
  const goLive = momentOf(first, 7 * 60);
  furnish(file, goLive);
  const workbook = createModelWorkbook(file);
  const tellings: Telling[] = [];
  const findings: OracleFinding[] = [];
  const runs: number[] = [];
  let tokens = 0;
  let mails = 0;
  for (let day = first; day < first + WEEKS * 7; day += 1) {
    for (const minute of [8 * 60 + 31, 14 * 60 + 20]) {
      const now = momentOf(day, minute);
      if (!isInWindow(NO_DAYS, now) || random.chance(0.2)) continue;
      type(file, all, decided, now);
      const told: Telling[] = [];
      const writeMail: MailWriter = async (letter) => {
        for (const [list, tells] of Object.entries(LISTS)) {
          const rows = (letter.variables[list] ?? []) as readonly { readonly ma_nhiem_vu: string }[];
          const unit = letter.to.join().slice(0, letter.to.join().indexOf('-')).toUpperCase();
          const isAgency = letter.kind !== 'Báo cáo lãnh đạo về nhiệm vụ';
          for (const { ma_nhiem_vu: task } of isAgency ? rows : []) {
            const dayTold = deadlineOf(all, decided, { task, unit, at: now });
            told.push({ at: now, task, unit, tells, day: dayTold });
          }
        }
        return blankMail(letter);
      };
      const send = async (): Promise<SendOutcome> => {
        mails += 1;
        return { kind: 'sent' };
      };
      await sync(
        {
          workbook,
          responses: { ...NO_RESPONSES, formId: 'form' },
          mailer: { send, verify: async () => null, close: () => {} },
          follower: { follow: async (_, { formHash, look }) => ({ hash: formHash, changed: false, looked: look }) },
          writeMail,
          newToken: () => `r${++tokens}`,
          hasTime: () => true,
        },
        {
          now: Temporal.Instant.fromEpochMilliseconds(now),
          linkSecret: LINK_SECRET,
          mailDomain: 'boxaydung.example',
          alertTo: null,
        },
      );
      findings.push(...judge(told, { all, decided, tellings, runs, now, goLive }));
      tellings.push(...told);
      runs.push(now);
    }
  }
  const ended = { all, decided, tellings, runs, now: runs.at(-1) ?? 0, goLive };
  return {
    runs: runs.length,
    mails,
    findings: [...findings, ...missed(ended), ...untoldHelpers(ended)],
  };
}

function drawTasks(random: Random, first: number): readonly Task[] {
  return [1, 2, 3].map((nth) => {
    const typedDay = workingDay(NO_DAYS, first, random.int(0, 10));
    const typedAt = momentOf(typedDay, random.int(9 * 60, 17 * 60));
    const doers = AGENCIES.filter(() => random.chance(0.6));
    const others = AGENCIES.filter((unit) => !doers.includes(unit) && random.chance(0.7));
    return {
      id: `T-${nth}`,
      doers,
      helpers: others.map((unit) => ({ unit, since: typedAt + Number(random.chance(0.3)) * random.int(1, 9) * DAY })),
      typedAt,
      approvedAt: random.chance(0.15)
        ? Number.POSITIVE_INFINITY
        : typedAt + random.int(0, 3 * 24 * 60) * 60_000 * Number(random.chance(0.7)),
      day: workingDay(NO_DAYS, typedDay, random.int(-2, 12)),
      isWritten: random.chance(0.6),
    };
  });
}

function drawDecisions(random: Random, all: readonly Task[], first: number): readonly Decision[] {
  return all.flatMap(({ id, doers, day }) =>
    doers.flatMap((unit): readonly Decision[] => {
      const at = momentOf(workingDay(NO_DAYS, first, random.int(3, 20)), random.int(9 * 60, 17 * 60));
      const draw = random.next();
      const about = { at, task: id, unit };
      if (draw < 0.2) return [{ ...about, kind: 'Hoàn thành nhiệm vụ', day: null }];
      if (draw < 0.35) return [{ ...about, kind: 'Tạm dừng nhắc', day: null }];
      if (draw < 0.55)
        return [{ ...about, kind: 'Gia hạn', day: workingDay(NO_DAYS, Math.max(day, dayOf(at)), random.int(-3, 8)) }];
      return [];
    }),
  );
}

const dateOf = (day: number) => Temporal.PlainDate.from(isoDay(day));

function write(file: ModelFile, tab: Tab, rows: readonly (readonly Cell[])[]): void {
  const place = file.tabs.get(tab.sheetId);
  if (place) place.rows = [headerRow(tab), ...rows];
}

function furnish(file: ModelFile, goLive: number): void {
  const known = [...AGENCIES, 'BXD'];
  write(
    file,
    units,
    unitSeeds.filter(({ code }) => known.includes(code)).map((unit) => encodeRow(units, unit)),
  );
  const own = { honorific: null, name: null, active: true };
  write(file, contacts, [
    ...AGENCIES.map((unit) =>
      encodeRow(contacts, {
        id: `${unit}-1`,
        unit,
        role: 'Đầu mối',
        emails: [`${unit.toLowerCase()}-1@hop-thu.example`],
        ...own,
      }),
    ),
    encodeRow(contacts, { id: 'BXD-1', unit: 'BXD', role: 'Lãnh đạo', emails: ['lanh-dao@hop-thu.example'], ...own }),
    encodeRow(contacts, { id: 'BXD-2', unit: 'BXD', role: 'Điều phối', emails: ['dieu-phoi@hop-thu.example'], ...own }),
  ]);
  const values: Record<string, unknown> = { mail: 'Bật', goLive: Temporal.Instant.fromEpochMilliseconds(goLive) };
  write(
    file,
    settingsTab,
    Object.entries(settings).map(([name, { title, kind, initial }]) => [
      title,
      kind.codec.encode((values[name] ?? initial) as never) as Cell,
      '',
    ]),
  );
}

/** The people's tabs as they stand at a moment. */
function type(file: ModelFile, all: readonly Task[], decided: readonly Decision[], now: number): void {
  const blank = Object.fromEntries(Object.keys(tasksTab.columns).map((name) => [name, null]));
  write(
    file,
    tasksTab,
    all
      .filter(({ typedAt, doers }) => typedAt <= now && doers.length > 0)
      .map(({ id, doers, helpers, day, isWritten, approvedAt }) =>
        encodeRow(tasksTab, {
          ...blank,
          id,
          source: '12/TB-VPCP ngày 2/1/2020',
          clause: 'II.1',
          summary: 'Góp ý dự thảo.',
          lead: null,
          deadlineText: isWritten ? `chậm nhất ngày ${formatDate(dateOf(day))}` : null,
          deadlineKind: 'Chậm nhất',
          deadline: { day: dateOf(day), time: null },
          appliesTo: doers,
          cooperating: helpers.flatMap(({ unit, since }) => (since <= now ? unit : [])),
          approved: approvedAt <= now,
        } as never),
      ),
  );
  write(
    file,
    decisions,
    decided
      .filter(({ at }) => at <= now)
      .map(({ at, task, unit, kind, day }) =>
        encodeRow(decisions, {
          at: Temporal.Instant.fromEpochMilliseconds(at),
          subject: task,
          unit,
          item: null,
          decision: kind,
          value: day === null ? null : formatDate(dateOf(day)),
          reason: null,
          by: 'Điều phối viên',
        }),
      ),
  );
}

type About = { readonly task: string; readonly unit: string; readonly at: number };

/** The day in force at a moment: more time only ever gives. */
function deadlineOf(all: readonly Task[], decided: readonly Decision[], { task, unit, at }: About): number {
  const own = all.find(({ id }) => id === task)?.day ?? 0;
  const given = decided.filter(
    (one) => one.task === task && one.unit === unit && one.kind === 'Gia hạn' && one.at <= at,
  );
  return Math.max(own, ...given.map(({ day }) => day ?? 0));
}

type Seen = {
  readonly all: readonly Task[];
  readonly decided: readonly Decision[];
  readonly tellings: readonly Telling[];
  /** The runs before. */
  readonly runs: readonly number[];
  readonly now: number;
  readonly goLive: number;
};

const isDecided = ({ decided, now }: Seen, kind: DecisionKind, { task, unit }: Omit<About, 'at'>, at = now) =>
  decided.some((one) => one.kind === kind && one.task === task && one.unit === unit && one.at <= at);

/** When the task's mails could first go by the runs that looked; null when none could: shown by one, approved at one after it. */
function takenUp(seen: Seen, { task, unit }: Omit<About, 'at'>, day: number): number | null {
  const one = seen.all.find(({ id }) => id === task);
  if (!one) return null;
  const looked = [...seen.runs, seen.now].filter(
    (run) => run >= one.typedAt && deadlineOf(seen.all, seen.decided, { task, unit, at: run }) === day,
  );
  const [shown, ...later] = looked;
  if (shown === undefined) return null;
  return later.find((run) => run >= one.approvedAt) ?? null;
}

/** Nothing of a task goes that was not shown and approved, that is done or rests, or that was not told in time. */
function judge(told: readonly Telling[], seen: Seen): readonly OracleFinding[] {
  const { now, tellings, all } = seen;
  const found = (offence: OracleFinding['offence'], { task, unit, tells }: Telling): OracleFinding => ({
    offence,
    at: now,
    what: `${task} ${unit}: ${tells}`,
    run: seen.runs.length,
  });
  const today = dayOf(now);
  const perUnit = Map.groupBy(told, ({ unit }) => unit);
  const twice = [...perUnit].flatMap(([unit, lines]) => {
    const isNews = lines.some(({ tells }) => tells === 'news');
    const before = tellings.some((one) => one.unit === unit && dayOf(one.at) === today);
    return before && !isNews && lines[0] ? [found('two a day', lines[0])] : [];
  });
  const each = told.flatMap((line) => {
    if (line.tells === 'helps') return wrongHelp(seen, line).map((offence) => found(offence, line));
    const { task, unit, tells, day } = line;
    const isOver = now >= momentOf(day + 1);
    const own = tellings.filter((one) => one.task === task && one.unit === unit);
    const known = own.filter((one) => one.day === day);
    const isHeld =
      takenUp(seen, line, day) === null ||
      isDecided(seen, 'Hoàn thành nhiệm vụ', line) ||
      (isDecided(seen, 'Tạm dừng nhắc', line) && tells !== 'news');
    const isWritten = all.some((one) => one.id === task && one.isWritten && one.day === day);
    const isTold = isWritten || known.some((one) => workingDay(NO_DAYS, dayOf(one.at), 1) < today);
    return [
      ...(isHeld ? [found('while held', line)] : []),
      ...(tells === 'late' && !isTold ? [found('late untold', line)] : []),
      ...((tells === 'late' || tells === 'asked') !== isOver ? [found('not due', line)] : []),
      ...(tells === 'news' && own.at(-1)?.day === day ? [found('repeated', line)] : []),
      ...(tells === 'asked' && known.some((one) => one.tells !== 'due') ? [found('repeated', line)] : []),
    ];
  });
  return [...twice, ...each];
}

/** Whether somebody may be asked for a task at a moment, by the runs until then. */
function isAsked(seen: Seen, task: Task): boolean {
  return task.doers.some((unit) => {
    const about = { task: task.id, unit };
    const stopped = (['Hoàn thành nhiệm vụ', 'Tạm dừng nhắc'] as const).some((kind) => isDecided(seen, kind, about));
    const day = deadlineOf(seen.all, seen.decided, { ...about, at: seen.now });
    return !stopped && momentOf(day + 1) > seen.goLive && takenUp(seen, about, day) !== null;
  });
}

/** The first run that may tell a unit that it takes part: one before it has shown so; null when none may yet. */
function helpsFrom(seen: Seen, task: Task, unit: string): number | null {
  const since = task.helpers.find((one) => one.unit === unit)?.since ?? Number.POSITIVE_INFINITY;
  const all = [...seen.runs, seen.now].filter((run) => run >= Math.max(since, task.typedAt));
  return (
    all.slice(1).find((run) => isAsked({ ...seen, runs: seen.runs.filter((one) => one < run), now: run }, task)) ?? null
  );
}

function wrongHelp(seen: Seen, { task: id, unit }: Telling): readonly OracleFinding['offence'][] {
  const task = seen.all.find((one) => one.id === id);
  const mayGo = task && isAsked(seen, task) && helpsFrom(seen, task, unit) !== null;
  const isRepeated = seen.tellings.some((one) => one.task === id && one.unit === unit && one.tells === 'helps');
  return [...(mayGo ? [] : (['while held'] as const)), ...(isRepeated ? (['repeated'] as const) : [])];
}

/** Who takes part and was not told by the end, though two days had a run while somebody was asked. */
function untoldHelpers(seen: Seen): readonly OracleFinding[] {
  const { all, tellings, runs } = seen;
  return all.flatMap((task) =>
    task.helpers.flatMap(({ unit }): readonly OracleFinding[] => {
      const from = helpsFrom(seen, task, unit);
      if (from === null || tellings.some((one) => one.task === task.id && one.unit === unit && one.tells === 'helps'))
        return [];
      const may = runs.filter(
        (run) => run >= from && isAsked({ ...seen, runs: runs.filter((one) => one < run), now: run }, task),
      );
      // Its mail of the first day may have gone before it was to be told.
      if (new Set(may.map(dayOf)).size < 2) return [];
      return [{ offence: 'missed', at: seen.now, what: `${task.id} ${unit}: that it takes part`, run: runs.length }];
    }),
  );
}

/** What an agency should have been told by the end, with a run to spare. */
function missed(seen: Seen): readonly OracleFinding[] {
  const { all, tellings, runs, now, decided, goLive } = seen;
  return all.flatMap(({ id: task, doers }) =>
    doers.flatMap((unit) => {
      const about = { task, unit };
      const day = deadlineOf(all, decided, { ...about, at: now });
      const from = takenUp(seen, about, day);
      const stopped = decided.filter((one) => one.task === task && one.unit === unit && one.kind !== 'Gia hạn');
      const ends = Math.min(now, ...stopped.map(({ at }) => at));
      // What was due before the system ran is silent until somebody confirms it.
      const isOld = momentOf(day + 1) <= goLive;
      if (from === null || from >= ends || isOld) return [];
      const own = tellings.filter((one) => one.task === task && one.unit === unit && one.day === day);
      const opening = (one: number) => momentOf(one, WINDOWS[0][0]);
      const looked = (since: number, until: number) =>
        new Set(runs.filter((run) => run >= since && run < Math.min(until, ends)).map(dayOf)).size;
      const missing = (what: string): readonly OracleFinding[] => [
        { offence: 'missed', at: ends, what: `${task} ${unit}: ${what} of ${isoDay(day)}`, run: runs.length },
      ];
      // The morning of the last day, seen on it: every task is told then, whatever was told of it before.
      const lastDay = opening(day);
      const reminds = from < lastDay && looked(lastDay, momentOf(day + 1)) > 0 && dayOf(ends) > day;
      if (reminds && !own.some((one) => dayOf(one.at) === day)) return missing('a reminder on the last day');
      const late = Math.max(opening(workingDay(NO_DAYS, day, 1)), from);
      if (looked(late, ends) > 1 && !own.some(({ tells }) => tells === 'late' || tells === 'asked'))
        return missing('a word after the last day');
      const answered = workingDay(NO_DAYS, Math.max(day, dayOf(late)), 6);
      if (looked(opening(answered), ends) > 2 && !own.some(({ tells }) => tells === 'late'))
        return missing('a late notice');
      return [];
    }),
  );
}
