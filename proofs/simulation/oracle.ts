import type { Mail, SendOutcome } from '../../functions/ports.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import {
  dayOf,
  HOUR,
  isInWindow,
  isoDay,
  MINUTE,
  maySend,
  minuteOf,
  momentOf,
  WINDOWS,
  workingDay,
} from './calendar.ts';
import { CITIES, type Demand, demandsOn, isDueNow } from './demands.ts';
import { holdReason } from './holds.ts';
import { awaitsWord, deadlineFor, decisionsOn, isFiled, isOver, type Knowledge, toldOf } from './knowledge.ts';
import {
  asksForReport,
  isAlarm,
  isOfTasks,
  isQuestion,
  type NoticeName,
  readName,
  takesTheDay,
} from './notice-name.ts';
import { deadlineEnd, deadlineName, type LastMoment, type OfficeRound } from './office.ts';
import type { Run } from './runs.ts';
import { causesOfStandstill, coordinatorsOf, DAYS_OF_REST, MAIL_OFF } from './silence.ts';
import { dayOfTask } from './task-book.ts';
import { taskDemands, wrongLine } from './task-demands.ts';
import { leadersOf, tasksNamed } from './task-told.ts';
import { asksForMore, daysNamed, type Named, tells } from './told.ts';

/**
 * Judges what leaves and what does not, knowing what the office typed, who filed and what the mail server took, and
 * nothing of the product's plans.
 *
 * What leaves:
 * 1. A notice leaves once. Once more is allowed when the run died or failed, or the answer was lost, after it had left;
 *    then under the same Message-ID, and a third time only when a coordinator asks for it. What the ledger already calls
 *    sent never leaves again.
 * 2. Nobody whose report the run could read is asked for it.
 * 3. Mail leaves on days nobody so much as proposed to take off, within the windows; receipts and word of a secret at any
 *    time, the coordinators' digest from eight in the morning.
 * 4. A unit gets one mail a day, receipts aside, and one receipt an hour; the coordinators hear of secrets once an hour and
 *    five times a day; more is excused by a crash alone.
 * 5. Nothing leaves while mail is off, the round is not approved or not open, the unit is paused, somebody filed in its
 *    name without its code in the last two working days, a row that may concern it is half typed or names a day that is
 *    none, the file reads days as another language does, or somebody spoilt the ledger.
 * 6. A reminder or late notice leaves for the deadline that applies, and not before its step is due; whoever was given less
 *    than a working week gets one reminder, and nobody one on the morning after an afternoon's invitation. What applies is what was
 *    approved after a run had shown it, moved by decisions alone; late notices count from a working day after the unit was
 *    told, or from the day by which it was asked to answer. They rest while the row of an approved round says otherwise.
 * 7. No mail names another deadline than the unit was told but the news of it; a receipt may name more time, never less.
 *    The leadership hears of a unit after the time to answer that its last late notice gave, or the first word of a deadline
 *    that was past already.
 * 8. Of its tasks an agency hears nothing before they were shown and approved, nothing of those done or at rest, that one is
 *    late only of a day that it knew; the leadership not before the time to answer was over. Who takes part is told so
 *    once, while somebody is asked for the task, after a run has shown it.
 * 9. On a working morning on which something stands still the coordinators are told, or whoever is there in their place: of
 *    mail that somebody meant to rest once, and then once a week.
 *
 * What does not: after every run that nothing disturbed, whatever demands.ts finds owed must have left, unless the
 * unit has no address that works, has had its mail of the day (or a receipt within the hour), the day's cap, or the half
 * of it that receipts may take, is reached, a mail to it was put off
 * within four hours, a mail to it may have left twice and waits for a word, a run died or an answer was lost within
 * the last quarter of an hour, or the file's language was set within the hour.
 */
export type Oracle = {
  /** The server took a mail. */
  left(mail: Mail, run: Run, answer: Extract<SendOutcome, { kind: 'sent' }>): void;
  /** A mail's answer was lost. */
  lost(mail: Mail, run: Run): void;
  /** The server put a mail off. */
  putOff(mail: Mail): void;
  /** The server will never take a mail. */
  refused(mail: Mail): void;
  ended(run: Run): void;
  readonly findings: readonly OracleFinding[];
  readonly counts: { mails: number; repeatsAfterCrash: number; checked: number; mornings: number };
};

export type Offence =
  | 'missed'
  | 'repeated'
  | 'changed id'
  | 'to who had filed'
  | 'outside hours'
  | 'two a day'
  | 'two an hour'
  | 'while held'
  | 'not due'
  | 'contradicted'
  | 'late untold'
  | 'leaders too soon'
  | 'wrong address'
  | 'lost report'
  | 'secret copied'
  | 'broken log'
  | 'left open'
  | 'unaccounted'
  | 'silent morning'
  | 'failed';
export type OracleFinding = {
  readonly offence: Offence;
  readonly at: number;
  readonly what: string;
  readonly run: number;
};

type Leave = {
  readonly name: NoticeName;
  readonly run: Run;
  readonly at: number;
  readonly messageId: string;
  /** Whom the server took it for. */
  readonly took: readonly string[];
  /** To those alone who were put off while others were taken. */
  readonly isRest: boolean;
  isAnswerLost: boolean;
};

const LEASE = 15 * MINUTE;
const LONGEST_PUT_OFF = 4 * HOUR;
const MOST_ALARMS = 5;
/** Kinds with their deadline in their words; an invitation and a change are the first word of theirs. */
const SAYS_ITS_DEADLINE = new Set(['nhac', 'qua-han', 'gia-han', 'tiep-nhan', 'doi-duong-dan']);
/** Kinds that fall due on days of their own, not with something that happened. */
const HAS_ITS_TIME = new Set(['nhac', 'qua-han', 'bo-sung']);
const DIGEST_FROM = 8 * 60;
/** Of a mail in such a state nobody knows whether it left. */
const MAY_HAVE_LEFT = new Set(['đang gửi', 'chưa rõ kết quả']);

export function createOracle(known: Knowledge): Oracle {
  const findings: OracleFinding[] = [];
  const leaves = new Map<string, Leave[]>();
  const byUnit = new Map<string, Leave[]>();
  /** By key who of its recipients is owed it still, and the mail that left without them. */
  const rests = new Map<string, ReadonlyMap<string, Leave>>();
  const missed = new Set<string>();
  /** By when a late notice asked a unit to answer. */
  const answersBy = new Map<string, LastMoment>();
  const counts = { mails: 0, repeatsAfterCrash: 0, checked: 0, mornings: 0 };
  let lastMorning = Number.NEGATIVE_INFINITY;
  let lastTrouble = Number.NEGATIVE_INFINITY;
  const putOffs = new Map<string, number>();
  /** When the coordinators were told that something stands still. */
  const told: number[] = [];
  /** Days on which the coordinators' server refused their mail for good. */
  const refusedOn = new Set<number>();
  const spentOn = new Map<string, number>();
  const accuse = (offence: Offence, what: string, run: Run) =>
    findings.push({ offence, at: known.now(), what, run: run.number });

  function left(mail: Mail, run: Run, { undeliverable = [], owed = [] }: Extract<SendOutcome, { kind: 'sent' }>): void {
    const name = readName(mail.key);
    const took = mail.to.filter((address) => !undeliverable.includes(address) && !owed.includes(address));
    const { key } = name;
    const isRest = took.length > 0 && took.every((address) => rests.get(key)?.has(address));
    const leave: Leave = { name, run, at: known.now(), messageId: mail.messageId, took, isRest, isAnswerLost: false };
    counts.mails += 1;
    for (const budget of budgetsOf(leave)) spentOn.set(budget, (spentOn.get(budget) ?? 0) + 1);
    judgeRepeat(leave);
    judgeHours(leave);
    if (takesTheDay(name) && !isRest) judgeDay(leave);
    if ((isReceipt(name) || isAlarm(name)) && !isRest) judgeHour(leave);
    judgeRound(leave, mail);
    judgeWords(leave, daysNamed(mail.text));
    known.told.left(name, leave.at, daysNamed(mail.text));
    if (name.kind === 'ban-tin') judgeDigest(leave, mail);
    if (isOfTasks(name) && !isRest) judgeTasks(leave, mail);
    const left = [...[...(rests.get(key)?.keys() ?? [])].filter((address) => !took.includes(address)), ...owed];
    rests.set(key, new Map(left.map((address) => [address, leave])));
    leaves.set(key, [...(leaves.get(key) ?? []), leave]);
    byUnit.set(name.unit, [...(byUnit.get(name.unit) ?? []), leave]);
  }

  function judgeDigest({ name, at, run }: Leave, { to, text }: Mail): void {
    if (text.split('\n').slice(2).length > 0) told.push(at);
    if (known.typedAt() >= run.sheetReadAt) return;
    const others = to.filter((address) => address !== known.alertTo && !coordinatorsOf(known).includes(address));
    if (others.length > 0) accuse('wrong address', `${name.key} to ${others}`, run);
  }

  /** What a mail about tasks says of each. */
  function judgeTasks({ name, at, run }: Leave, { to, text }: Mail): void {
    const isToLeaders = name.kind === 'lanh-dao-nhiem-vu';
    const isFresh = known.typedAt() < run.sheetReadAt;
    const read = known.office.decisions.filter(({ typedAt }) => typedAt <= run.sheetReadAt);
    for (const line of tasksNamed(text)) {
      const whose = isToLeaders ? unitNamed(line.name) : name.unit;
      const own = { ...line, name: whose };
      if (isFresh)
        for (const [offence, what] of wrongLine(known, name, own)) accuse(offence, `${name.key}: ${what}`, run);
      const task = known.office.tasks.get(line.task);
      if (!task) continue;
      const day = dayOfTask(read, task, whose);
      const unit = isToLeaders ? leadersOf(whose) : whose;
      known.taskTold.left({ key: name.key, at, task: line.task, unit, tells: line.tells, day });
    }
    const addresses = known.addressesOf(name.unit);
    if (isFresh && !isToLeaders && to.some((address) => !addresses.includes(address)))
      accuse('wrong address', `${name.key} to ${to}`, run);
  }

  function judgeRepeat(leave: Leave): void {
    const all = leaves.get(leave.name.key) ?? [];
    if (all.some(({ messageId }) => messageId !== leave.messageId)) accuse('changed id', leave.name.key, leave.run);
    const earlier = all.filter(({ took }) => took.some((address) => leave.took.includes(address)));
    const before = earlier.at(-1);
    if (!before) return;
    const { subject, unit } = leave.name;
    const asked = decisionsOn(known, subject, unit).findLast(({ kind }) => kind === 'Gửi lại')?.typedAt ?? 0;
    const mayLeave = earlier.length < 2 || earlier.every(({ at }) => at < asked);
    const isSent = known.records.sentAt(leave.name.key) !== null && !earlier.every(({ isRest }) => isRest);
    const isExcused = wasDisturbed(before) && !isSent && mayLeave;
    if (!isExcused) accuse('repeated', leave.name.key, leave.run);
    else counts.repeatsAfterCrash += 1;
  }

  function judgeHours({ name, run, at }: Leave): void {
    if (name.kind === 'tiep-nhan' || isQuestion(name) || isAlarm(name)) return;
    const special = known.office.special;
    const isDigestTime =
      name.kind === 'ban-tin' &&
      maySend(special, dayOf(at)) &&
      minuteOf(at) >= DIGEST_FROM &&
      minuteOf(at) < WINDOWS[1][1];
    if (!isInWindow(special, run.startedAt) && !isDigestTime) accuse('outside hours', name.key, run);
  }

  function judgeDay(leave: Leave): void {
    const others = (byUnit.get(leave.name.unit) ?? []).filter(
      (one) =>
        takesTheDay(one.name) && !one.isRest && one.name.key !== leave.name.key && dayOf(one.at) === dayOf(leave.at),
    );
    if (others.some((one) => !wasDisturbed(one)))
      accuse('two a day', `${leave.name.key} after ${others[0]?.name.key}`, leave.run);
  }

  function judgeHour({ name, run, at }: Leave): void {
    const alike = (byUnit.get(name.unit) ?? []).filter((one) => isAlike(one.name, name) && one.name.key !== name.key);
    const others = alike.filter((one) => !wasDisturbed(one) && !one.isRest);
    const before = others.find((one) => run.startedAt - one.run.startedAt < HOUR);
    if (before) accuse('two an hour', `${name.key} after ${before.name.key}`, run);
    if (isAlarm(name) && others.filter((one) => dayOf(one.at) === dayOf(at)).length >= MOST_ALARMS)
      accuse('two an hour', `${name.key} is one too many of the day`, run);
  }

  function hadReceipt(unit: string, moment: number): boolean {
    return (byUnit.get(unit) ?? []).some((one) => isReceipt(one.name) && moment - one.run.startedAt < HOUR);
  }

  function judgeRound(leave: Leave, mail: Mail): void {
    const { name, run } = leave;
    const round = known.office.rounds.get(name.subject);
    if (!round) return;
    if (asksForReport(name) && isFiled(known, name.subject, name.unit, run)) accuse('to who had filed', name.key, run);
    if (known.typedAt() >= run.sheetReadAt) return;
    const reason = holdReason(known, name, run.startedAt);
    if (reason) accuse('while held', `${name.key}: ${reason}`, run);
    const isLeftOver = leave.isRest && name.kind === 'bo-sung';
    if (HAS_ITS_TIME.has(name.kind) && !isLeftOver && !isDueNow(known, name, run.startedAt))
      accuse('not due', name.key, run);
    const isNews = name.kind === 'gia-han' || name.kind === 'doi-han';
    if (isNews && !leave.isRest && name.at !== deadlineName(deadlineFor(known, round, name.unit)))
      accuse('not due', name.key, run);
    if (name.kind === 'lanh-dao') return;
    const addresses = known.addressesOf(name.unit);
    if (mail.to.some((address) => !addresses.includes(address)))
      accuse('wrong address', `${name.key} to ${mail.to}`, run);
  }

  /** What was said before binds: only a mail that sets a deadline may name another one. */
  function judgeWords({ name, at, run, isRest }: Leave, { deadline, answerBy }: Named): void {
    const round = known.office.rounds.get(name.subject);
    if (!round || isRest || name.kind === 'ban-tin') return;
    const told = toldOf(known, round, name.unit, 'left');
    if (name.kind === 'lanh-dao') {
      const asked = [answersBy.get(`${name.subject}/${name.unit}`), told.answerBy];
      if (asked.some((until) => until && at < deadlineEnd(until))) accuse('leaders too soon', name.key, run);
      return;
    }
    const isOther = deadline !== null && deadlineEnd(told.deadline) !== deadlineEnd(deadline);
    const isLess = isOther && deadlineEnd(deadline) < deadlineEnd(told.deadline);
    // A receipt may name more time than the unit heard of, never less.
    const isWrong = ['gia-han', 'tiep-nhan', 'doi-duong-dan'].includes(name.kind) ? isLess : isOther;
    // Of a mail whose answer was lost nobody knows whether it told anything: what was told before it is repeated.
    const certain = toldOf(known, round, name.unit, 'ledger');
    const isCertain = deadline !== null && deadlineEnd(certain.deadline) === deadlineEnd(deadline);
    if (isWrong && !isCertain && SAYS_ITS_DEADLINE.has(name.kind)) accuse('contradicted', name.key, run);
    const isFresh = known.typedAt() < run.sheetReadAt && !leaves.has(name.key);
    if (isFresh && answerBy && asksForMore(name) && isBeforeItsDeadline(answerBy, round, name.unit))
      accuse('contradicted', `${name.key} asks before the deadline`, run);
    if (name.kind !== 'qua-han') return;
    const { special } = known.office;
    const isSoon = told.day !== null && dayOf(at) <= (told.answerBy?.day ?? workingDay(special, told.day, 1));
    if (isOther || isSoon) accuse('late untold', name.key, run);
    if (answerBy) answersBy.set(`${name.subject}/${name.unit}`, answerBy);
  }

  function isBeforeItsDeadline(day: LastMoment, round: OfficeRound, unit: string): boolean {
    return deadlineEnd(day) < deadlineEnd(deadlineFor(known, round, unit));
  }

  function ended(run: Run): void {
    if (run.state !== 'done') lastTrouble = run.endedAt;
    if (run.state === 'failed' && run.isAlone && !run.isHurt) accuse('failed', 'a run that nothing disturbed', run);
    const isUndisturbed = run.state === 'done' && run.isAlone && !run.isHurt && known.movedAt() < run.startedAt;
    if (!isUndisturbed || !isInWindow(known.office.special, run.startedAt)) return;
    if (run.startedAt - lastTrouble < LEASE) return;
    // A file that says nothing by itself is looked at once an hour.
    if (run.startedAt - known.office.languageSetAt < HOUR) return;
    judgeMorning(run);
    if (isCapReached(run)) return;
    counts.checked += 1;
    for (const demand of allDemands(known, run.startedAt)) judgeDemand(demand, run);
    for (const rest of rests.values()) for (const [address, leave] of rest) judgeRest(address, leave, run);
  }

  /** Who was put off while others were taken gets the same mail, as long as it is worth sending. */
  function judgeRest(address: string, { name, at }: Leave, run: Run): void {
    const { key, subject, unit } = name;
    const moment = run.startedAt;
    if (moment - Math.max(at, putOffs.get(unit) ?? 0) < LONGEST_PUT_OFF || missed.has(`${key} ${address}`)) return;
    const round = known.office.rounds.get(subject);
    if (!round || !known.addressesOf(unit).includes(address) || known.isDead(address)) return;
    if (holdReason(known, name, moment) || awaitsWord(known, subject, unit) || isOver(known, round, unit, moment))
      return;
    if (asksForReport(name) && isFiled(known, subject, unit, run)) return;
    if (name.kind === 'nhac' && !isDueNow(known, name, moment)) return;
    if (tells(name) && name.kind !== 'moi' && deadlineName(deadlineFor(known, round, unit)) !== name.at) return;
    if ((byUnit.get(unit) ?? []).some((one) => one.at > at && one.name.key !== key)) return;
    missed.add(`${key} ${address}`);
    accuse('missed', `${key} to ${address}`, run);
  }

  /** What stood still before mails of the day might go is told that day, to a coordinator or whoever is there in their place. */
  function judgeMorning(run: Run): void {
    const day = dayOf(run.startedAt);
    const opening = momentOf(day, WINDOWS[0][0]);
    const digests = (byUnit.get('') ?? []).filter(({ name, at }) => name.kind === 'ban-tin' && dayOf(at) === day);
    // What fell due after the day's word had gone is told the next morning.
    const spokeAt = Math.min(opening, ...digests.map((one) => one.run.startedAt));
    const lastWord = Math.max(Number.NEGATIVE_INFINITY, ...told.filter((at) => dayOf(at) < day));
    const still = [
      ...causesOfStandstill(known).filter((cause) => {
        const since = known.still.since(cause);
        const isRested = cause === MAIL_OFF && lastWord >= since && day - dayOf(lastWord) < DAYS_OF_REST;
        return since <= opening && !isRested;
      }),
      ...waitingForAPerson(run, spokeAt),
    ];
    const [first] = still;
    if (first !== undefined && day > lastMorning) {
      counts.mornings += 1;
      lastMorning = day;
    }
    if (first === undefined || told.some((at) => dayOf(at) === day)) return;
    if (!isSomebodyReached(day) || run.startedAt - (putOffs.get('') ?? 0) < LONGEST_PUT_OFF) return;
    if (MAY_HAVE_LEFT.has(known.records.stateOf(`digest//ban-tin/1@${isoDay(day)}`) ?? '')) return;
    const what = `${isoDay(day)}: ${first}${digests.length > 0 ? ', in a digest that does not say so' : ''}`;
    if (missed.has(what)) return;
    missed.add(what);
    accuse('silent morning', what, run);
  }

  /** Mails owed at the opening and now that a person alone can set going: no doubt tells of these. */
  function waitingForAPerson(run: Run, opening: number): readonly string[] {
    const rounds = [...known.office.rounds.values()].filter(({ state }) => state === 'Đang mở');
    const isDoubtful = causesOfStandstill(known).length > 0;
    return [
      ...owedSince(known, run, opening).flatMap((demand) => whyNobodyTakes(demand, opening)),
      ...rounds.flatMap(({ id }) => CITIES.flatMap((unit) => whatMayHaveLeft(id, unit, { run, opening }))),
      ...rounds.flatMap((round) => (round.approved || isDoubtful ? [] : whatIsUnticked(round, run, opening))),
    ];
  }

  function owedSince(by: Knowledge, run: Run, opening: number): readonly Demand[] {
    const before = new Set(allDemands(by, opening).map(({ what }) => what));
    return allDemands(by, run.startedAt).filter(
      ({ what, unit, takes, isMetBy }) =>
        before.has(what) && takes !== 'hour' && !(byUnit.get(unit) ?? []).some((one) => isMetBy(one.name, one.at)),
    );
  }

  /** What is refused with the mails of the morning itself nobody knew when the day's word was written: it is told the next one. */
  function whyNobodyTakes({ what, unit, subject, isMetBy }: Demand, opening: number): readonly string[] {
    const addresses = known.addressesOf(unit);
    if (addresses.length === 0) return [`nobody to write to: ${what}`];
    const isRefused = known.records
      .refused(subject, unit)
      .some(({ key, at }) => at < opening && isMetBy(readName(key), at));
    return isRefused && addresses.every(known.isDead) ? [`refused: ${what}`] : [];
  }

  function whatMayHaveLeft(
    round: string,
    unit: string,
    { run, opening }: { readonly run: Run; readonly opening: number },
  ): readonly string[] {
    if (!awaitsWord(known, round, unit)) return [];
    const waiting = known.records
      .unclear(round, unit, run.startedAt)
      .filter(
        ({ key, at }) =>
          at < opening &&
          MAY_HAVE_LEFT.has(known.records.stateOf(key) ?? '') &&
          holdReason(known, readName(key), run.startedAt) === null,
      );
    return waiting.map(({ key }) => `may have left twice: ${key}`);
  }

  /** What would be owed, were the round approved. */
  function whatIsUnticked(round: OfficeRound, run: Run, opening: number): readonly string[] {
    const rounds = new Map([...known.office.rounds, [round.id, { ...round, approved: true }]]);
    return owedSince({ ...known, office: { ...known.office, rounds } }, run, opening)
      .filter(({ subject }) => subject === round.id)
      .map(({ what }) => `not approved: ${what}`);
  }

  /** Once the coordinators' server has refused the mail of a day for good, whoever is there in their place gets it. */
  function isSomebodyReached(day: number): boolean {
    const all = known.office.isHeaderLost ? [] : coordinatorsOf(known);
    if (all.some((address) => !known.isDead(address))) return true;
    return known.alertTo !== null && (all.length === 0 || refusedOn.has(day));
  }

  function judgeDemand(demand: Demand, run: Run): void {
    const sent = [...(byUnit.get(demand.unit) ?? [])];
    if (sent.some((one) => demand.isMetBy(one.name, one.at))) return;
    if (demand.takes === 'hour' && (hadReceipt(demand.unit, run.startedAt) || isHalfReached(run))) return;
    if (demand.takes === 'day' && sent.some((one) => takesTheDay(one.name) && dayOf(one.at) === dayOf(run.startedAt)))
      return;
    if (run.startedAt - (putOffs.get(demand.unit) ?? 0) < LONGEST_PUT_OFF || !known.isReachable(demand.unit)) return;
    if (missed.has(demand.what)) return;
    missed.add(demand.what);
    accuse('missed', demand.what, run);
  }

  function isCapReached({ startedAt }: Run): boolean {
    return (spentOn.get(`${dayOf(startedAt)}`) ?? 0) >= known.office.dailyCap;
  }

  function isHalfReached({ startedAt }: Run): boolean {
    return (spentOn.get(`${dayOf(startedAt)} receipts`) ?? 0) >= Math.max(1, Math.floor(known.office.dailyCap / 2));
  }

  return {
    left,
    lost(mail, run) {
      lastTrouble = known.now();
      const leave = leaves.get(mail.key)?.at(-1);
      if (leave && leave.run === run) leave.isAnswerLost = true;
    },
    putOff(mail) {
      putOffs.set(readName(mail.key).unit, known.now());
    },
    refused(mail) {
      if (readName(mail.key).kind === 'ban-tin') refusedOn.add(dayOf(known.now()));
    },
    ended,
    findings,
    counts,
  };
}

function allDemands(known: Knowledge, moment: number): readonly Demand[] {
  return [...demandsOn(known, moment), ...taskDemands(known, moment)];
}

function unitNamed(name: string): string {
  return unitSeeds.find(({ shortName }) => shortName === name)?.code ?? name;
}

function isReceipt({ kind }: NoticeName): boolean {
  return kind === 'tiep-nhan';
}

function isAlike(a: NoticeName, b: NoticeName): boolean {
  return a.kind === b.kind && a.step === b.step;
}

/** The coordinators' digest stands outside the cap. */
function budgetsOf({ name, at }: Leave): readonly string[] {
  if (name.kind === 'ban-tin') return [];
  return isReceipt(name) ? [`${dayOf(at)}`, `${dayOf(at)} receipts`] : [`${dayOf(at)}`];
}

/** The run that sent it died or failed, or never heard that it had left. */
function wasDisturbed({ run, isAnswerLost }: Leave): boolean {
  return isAnswerLost || run.state === 'dead' || run.state === 'failed';
}
