import { dayOf, isInWindow, isoDay, MINUTE, momentOf, openingFrom, workingDay } from './calendar.ts';
import { type Demand, stepDueAt } from './demands.ts';
import type { Knowledge } from './knowledge.ts';
import { keyStart, type NoticeName } from './notice-name.ts';
import type { OfficeTask } from './office.ts';
import { dayOfTask, isAtRest, isDone } from './task-book.ts';
import { leadersOf, type TaskLine, type TaskTelling } from './task-told.ts';

const REMINDERS = [-5, -3, -1, 0];
const LATE = [1, 3];
const AGAIN = [13, 23, 33];
/** After one of these nobody is asked how things stand. */
const SAY_THAT_IT_IS_OVER = new Set(['late', 'asked']);
const TO_ANSWER = { days: 2, minute: 16 * 60 };

/** Why nothing about any task may leave, from what the office typed; null when nothing holds it. */
function holdsAllTasks({ office }: Knowledge): string | null {
  if (!office.mailOn) return 'mail is off';
  if (office.isHeaderLost) return 'a header is lost';
  if (office.isForeign) return 'the file reads days otherwise';
  if (office.isLedgerSpoilt) return 'the ledger is spoilt';
  return office.halfTyped?.round === null ? 'half typed' : null;
}

/** A task of one agency, as it stands by what was typed. */
type Standing = {
  readonly task: OfficeTask;
  readonly unit: string;
  readonly day: number;
  /** Since when it may be asked after. */
  readonly from: number;
  /** Its mails go in runs after this: one before has shown it as it stands. */
  readonly mayGoFrom: number;
  /** What the agency knows of it, oldest first. */
  readonly heard: readonly TaskTelling[];
  /** It knows the day in force. */
  readonly isTold: boolean;
};

function standingOf(known: Knowledge, task: OfficeTask, unit: string): Standing | null {
  const { office, bindings, taskTold } = known;
  if (!task.approved || isDone(office.decisions, task, unit) || isAtRest(office.decisions, task, unit)) return null;
  const day = dayOfTask(office.decisions, task, unit);
  const from = bindings.tasks.from(task.id, unit, day);
  const listedSince = bindings.tasks.isListedSince(task.id, unit, day);
  if (from === null || listedSince === null || bindings.tasks.isOtherwise(task)) return null;
  const heard = taskTold.of(task.id, unit, 'ledger');
  const last = heard.at(-1);
  return {
    task,
    unit,
    day,
    from,
    mayGoFrom: Math.max(from, listedSince),
    heard,
    isTold: last ? last.day === day : task.isWritten && day === task.day,
  };
}

/** Every mail about tasks that must have left by a moment. Where somebody is at work in a table that tasks rest on, none. */
export function taskDemands(known: Knowledge, moment: number): readonly Demand[] {
  const { office } = known;
  if (holdsAllTasks(known) || office.halfTyped || office.wrongDay) return [];
  return [...office.tasks.values()].flatMap((task) => {
    const asked = task.doers.flatMap((unit) => {
      const one = standingOf(known, task, unit);
      return one && one.mayGoFrom < moment ? [one] : [];
    });
    const helpers = asked.length > 0 ? task.helpers : [];
    return [
      ...asked.flatMap((one) =>
        [toAgency(known, one, moment), toLeaders(known, one, moment)].filter((demand) => demand !== null),
      ),
      ...helpers.flatMap((unit) => toHelper(known, task, unit, moment) ?? []),
    ];
  });
}

/** Who takes part in a task that somebody is asked for is told so once. */
function toHelper({ bindings, taskTold }: Knowledge, { id }: OfficeTask, unit: string, moment: number): Demand | null {
  const from = bindings.tasks.helpsFrom(id, unit);
  if (from === null || from >= moment) return null;
  const isMetBy = () => taskTold.of(id, unit, 'left').some(({ tells }) => tells === 'helps');
  return { what: `${id}/${unit}/takes part`, subject: id, unit, takes: 'day', isMetBy };
}

/** What is wrong with telling a unit that it takes part; null when nothing is. */
function wrongHelp(
  known: Knowledge,
  task: OfficeTask,
  unit: string,
): readonly ['while held' | 'repeated', string] | null {
  const { office, bindings, taskTold } = known;
  const isHeld = (why: string) => ['while held', `${task.id} ${unit}: ${why}`] as const;
  const open = task.doers.filter((doer) => !isDone(office.decisions, task, doer));
  if (!task.helpers.includes(unit)) return isHeld('takes no part');
  if (open.length === 0) return isHeld('done');
  if (!open.some((doer) => standingOf(known, task, doer))) return isHeld('nobody is asked');
  if (bindings.tasks.helpsFrom(task.id, unit) === null) return isHeld('not shown that it takes part');
  const isTold = taskTold.of(task.id, unit, 'ledger').some(({ tells }) => tells === 'helps');
  return isTold ? ['repeated', `${task.id} ${unit}: takes part`] : null;
}

function toAgency(known: Knowledge, one: Standing, moment: number): Demand | null {
  const { day, from, heard, isTold } = one;
  if (moment < momentOf(day + 1)) {
    if (heard.length > 0 && !isTold) return demanded(known, one, { what: 'news', since: 0, tells: ['news'] });
    return stepDemand(known, one, { steps: REMINDERS, last: day, moment, kind: 'nhac-nhiem-vu' });
  }
  if (needsAsking(one) && !askedIn(one)) {
    return moment > from ? demanded(known, one, { what: 'asked', since: 0, tells: ['asked', 'late'] }) : null;
  }
  return stepDemand(known, one, { steps: [...LATE, ...AGAIN], last: lateFrom(known, one), moment, kind: 'nhiem-vu' });
}

const askedIn = ({ heard, day }: Standing) => heard.findLast((one) => one.tells === 'asked' && one.day === day);

/** Of a day that was over before the task was taken up, or that it does not know, an agency is asked first. */
function needsAsking(one: Standing): boolean {
  const { heard, day, from, isTold } = one;
  const wasCalledLate = heard.some(({ tells, day: of }) => tells === 'late' && of === day);
  return askedIn(one) !== undefined || (from >= momentOf(day + 1) && !wasCalledLate) || !isTold;
}

/** From which day late notices count. */
function lateFrom({ office: { special }, taskTold }: Knowledge, one: Standing): number {
  const { task, unit, day, from, heard } = one;
  const asked = askedIn(one);
  if (asked) {
    const left = taskTold.of(task.id, unit, 'left').filter(({ key }) => key === asked.key);
    return workingDay(special, dayOf(Math.max(...left.map(({ at }) => at))), TO_ANSWER.days);
  }
  if (from >= momentOf(day + 1)) return dayOf(from);
  const changed = heard.findIndex((other) => other.day === day);
  const isKnown = changed <= 0 && task.isWritten && day === task.day;
  const told = isKnown ? undefined : heard[changed];
  return told ? Math.max(day, workingDay(special, dayOf(told.at), 1)) : day;
}

type Ladder = {
  readonly steps: readonly number[];
  /** The day from which they count. */
  readonly last: number;
  readonly moment: number;
  readonly kind: string;
};

/** The strongest step that is due and fell due after the task was taken up: a mail since then tells of the task. */
function stepDemand(known: Knowledge, one: Standing, { steps, last, moment, kind }: Ladder): Demand | null {
  const { special } = known.office;
  const dueAt = (step: number) => stepDueAt(special, last, step);
  const top = steps.findLast((step) => dueAt(step) <= moment && dueAt(step) > one.from);
  if (top === undefined) return null;
  // News of the day in force says it too.
  const tells = top > 0 ? ['late'] : ['due', 'news'];
  const toldAt = toldOfStep(known, one, keyOf(one, kind, top), tells);
  return demanded(known, one, {
    what: `${top}`,
    since: dueAt(top),
    tells,
    // A day off that was announced since, or an approval set anew, moves the step past the mail that told of it.
    isMet: toldAt !== null && (known.office.isCalendarMoved || toldAt < one.from),
  });
}

/** When the mail of a step went, or the mail for another task that it went along with. */
function toldOfStep(known: Knowledge, one: Standing, key: string, tells: readonly string[]): number | null {
  const { records, taskTold } = known;
  const joinedAt = records.joinedAt(key);
  if (joinedAt === null) return records.sentAt(key);
  const left = taskTold.of(one.task.id, one.unit, 'ledger').filter(({ day }) => day === one.day);
  return left.find(({ at, tells: what }) => at >= joinedAt && tells.includes(what))?.at ?? null;
}

const keyOf = ({ task, unit, day }: Standing, kind: string, step: number) =>
  `${keyStart(task.id, unit)}${kind}/${step}@${isoDay(day)}`;

type Wanted = {
  readonly what: string;
  readonly since: number;
  readonly tells: readonly string[];
  readonly isMet?: boolean;
};

function demanded(known: Knowledge, one: Standing, { what, since, tells, isMet = false }: Wanted): Demand {
  const { task, unit, day } = one;
  const left = () => known.taskTold.of(task.id, unit, 'left');
  return {
    what: `${task.id}/${unit}/${what}@${isoDay(day)}`,
    subject: task.id,
    unit,
    takes: what === 'news' ? null : 'day',
    isMetBy: () => isMet || left().some((line) => line.day === day && line.at >= since && tells.includes(line.tells)),
  };
}

/** Once the last late notice was repeated as often as it is, the leadership hears on the first sending day of each month. */
function toLeaders(known: Knowledge, one: Standing, moment: number): Demand | null {
  const { special } = known.office;
  // A mail whose answer was lost gives its time to answer from its repeat.
  const late = lastOwnLate(known, one, 'ledger');
  if (!late) return null;
  const lastAt = stepDueAt(special, lateFrom(known, one), AGAIN.at(-1) ?? 0);
  const today = new Date(dayOf(moment) * 86_400_000);
  const opening = openingFrom(
    special,
    Math.round(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1) / 86_400_000),
    1,
  );
  const isPressed = known.taskTold
    .of(one.task.id, one.unit, 'ledger')
    .some(({ tells, at }) => tells === 'late' && at >= lastAt);
  if (opening <= lastAt || !isPressed || moment < Math.max(opening, answeredAt(known, late.at))) return null;
  const told = known.taskTold.of(one.task.id, leadersOf(one.unit), 'left').filter(({ day }) => day === one.day);
  const isDayTaken = known.taskTold.lastToLeaders() >= momentOf(dayOf(moment));
  const isThere = [...known.office.contacts.values()].some(
    ({ role, active, addresses }) => role === 'Lãnh đạo' && active && addresses.length > 0,
  );
  return {
    what: `${one.task.id}/${one.unit}/leaders of ${isoDay(dayOf(opening)).slice(0, 7)}`,
    subject: one.task.id,
    unit: one.unit,
    takes: null,
    isMetBy: () => isDayTaken || !isThere || told.some(({ at }) => at >= opening),
  };
}

/** The last mail that went for a late step of the task's own; mails for other tasks repeat that it is late. */
function lastOwnLate(known: Knowledge, one: Standing, source: 'left' | 'ledger'): TaskTelling | null {
  const { special } = known.office;
  const last = lateFrom(known, one);
  const late = known.taskTold
    .of(one.task.id, one.unit, source)
    .filter(({ tells, day }) => tells === 'late' && day === one.day);
  const own = [...LATE, ...AGAIN].flatMap(
    (step) =>
      late.find(({ at, key }) => key === keyOf(one, 'nhiem-vu', step) || at >= stepDueAt(special, last, step)) ?? [],
  );
  return own.at(-1) ?? null;
}

/** When the time that a late notice gave is over, and mail may go. */
function answeredAt({ office: { special } }: Knowledge, sentAt: number): number {
  const by = momentOf(workingDay(special, dayOf(sentAt), TO_ANSWER.days), TO_ANSWER.minute);
  return isInWindow(special, by) ? by : openingFrom(special, dayOf(by + 12 * 60 * MINUTE), 1);
}

/** What is wrong with one line of a mail about tasks that leaves now. */
export function wrongLine(
  known: Knowledge,
  { kind, unit }: NoticeName,
  { tells, task: id, name }: TaskLine,
): readonly (readonly ['while held' | 'not due' | 'late untold' | 'repeated' | 'leaders too soon', string])[] {
  const { office, bindings, taskTold } = known;
  const isToLeaders = kind === 'lanh-dao-nhiem-vu';
  const whose = isToLeaders ? name : unit;
  const task = office.tasks.get(id);
  const held = holdsAllTasks(known);
  if (held) return [['while held', held]];
  if (!task?.approved) return [['while held', `${id}: not approved`]];
  if (bindings.tasks.isOtherwise(task)) return [['while held', `${id}: somebody typed over what was approved`]];
  if (tells === 'helps') return [wrongHelp(known, task, unit)].filter((one) => one !== null);
  const day = dayOfTask(office.decisions, task, whose);
  const isOver = known.now() >= momentOf(day + 1);
  const before = taskTold.of(id, whose, 'left');
  const standing = standingOf(known, task, whose);
  const last = standing && lastOwnLate(known, standing, 'left');
  if (isDone(office.decisions, task, whose)) return [['while held', `${id}: done`]];
  if (isAtRest(office.decisions, task, whose) && tells !== 'news') return [['while held', `${id}: at rest`]];
  if (bindings.tasks.from(id, whose, day) === null) return [['while held', `${id}: not shown`]];
  if ((tells === 'late' || tells === 'asked') !== isOver) return [['not due', `${id}: ${tells}`]];
  if (isToLeaders) {
    const isTooSoon = !last ? known.isReachable(whose) : known.now() < answeredAt(known, last.at);
    return isTooSoon ? [['leaders too soon', `${id} ${whose}`]] : [];
  }
  const isKnown =
    (task.isWritten && day === task.day) ||
    before.some((one) => one.day === day && workingDay(office.special, dayOf(one.at), 1) < dayOf(known.now()));
  if (tells === 'late' && !isKnown) return [['late untold', id]];
  const isTooLate = taskTold
    .of(id, whose, 'ledger')
    .some((one) => one.day === day && SAY_THAT_IT_IS_OVER.has(one.tells));
  // Who knew the day while the task was asked after is called late, not asked.
  const isNotAsked = isTooLate || (standing?.isTold && standing.from < momentOf(day + 1));
  return tells === 'asked' && isNotAsked ? [['repeated', `${id}: asked again`]] : [];
}
