import type { Mail, SendOutcome } from '../../functions/ports.ts';
import { DAY, dayOf, HOUR, maySend, momentOf, workingDay } from './calendar.ts';
import { answerToMail, expectReport } from './cities.ts';
import { runRound } from './coordinators.ts';
import { CITIES } from './demands.ts';
import { drawFaults, type FaultPlan, MOODS, noFaults } from './faults.ts';
import { expectChanges } from './minds.ts';
import { answerOf } from './model-mailer.ts';
import { createModelResponses } from './model-responses.ts';
import { readName } from './notice-name.ts';
import { AGENCIES, type OfficeRound } from './office.ts';
import { createOracle, type OracleFinding } from './oracle.ts';
import { createProvableDays, proveDays } from './past-days.ts';
import { createRandom, type Random } from './random.ts';
import { playRegister } from './register.ts';
import { createRuns, type Run, type Runs } from './runs.ts';
import { checkSheet } from './sheet-check.ts';
import { causesOfStandstill } from './silence.ts';
import { expectSlips } from './slips.ts';
import { expectStrangers } from './strangers.ts';
import { expectTasks } from './tasks.ts';
import { createWorld, type World } from './world.ts';

/** What one simulated year came to. */
export type YearReport = {
  readonly year: number;
  readonly runs: number;
  readonly died: number;
  readonly mails: number;
  readonly repeatsAfterCrash: number;
  /** Runs nothing disturbed, after which everything owed was looked for. */
  readonly checked: number;
  /** Mornings on which something stood still that somebody must be told of. */
  readonly mornings: number;
  readonly findings: readonly OracleFinding[];
};

/**
 * Plays one year of four rounds and some tasks beside them, each half of it in a file of its own. The seed and the year decide all that happens.
 * @param stopsAtFirst ends at the first finding
 */
export async function playYear(year: number, seed: number, stopsAtFirst = false): Promise<YearReport> {
  const halves: HalfReport[] = [];
  for (const half of [0, 1] as const) {
    if (stopsAtFirst && halves.some(({ findings }) => findings.length > 0)) break;
    halves.push(await playHalf(year, half, seed, stopsAtFirst));
  }
  const sum = (of: (half: HalfReport) => number) => halves.reduce((total, half) => total + of(half), 0);
  return {
    year,
    runs: sum(({ runs }) => runs),
    died: sum(({ died }) => died),
    mails: sum(({ mails }) => mails),
    repeatsAfterCrash: sum(({ repeatsAfterCrash }) => repeatsAfterCrash),
    checked: sum(({ checked }) => checked),
    mornings: sum(({ mornings }) => mornings),
    findings: halves.flatMap(({ findings }) => findings),
  };
}

/** The tasks of one year, with no round beside them. */
export async function playRegisterOf(year: number, seed: number): Promise<YearReport> {
  const report = await playRegister(year, createRandom(seed * 7919 + year));
  return { year, died: 0, repeatsAfterCrash: 0, checked: 0, mornings: 0, ...report };
}

type HalfReport = Omit<YearReport, 'year'>;

async function playHalf(year: number, half: 0 | 1, seed: number, stopsAtFirst: boolean): Promise<HalfReport> {
  const random = createRandom(seed * 1_000_003 + year * 2 + half);
  const firstDay = Math.round(Date.UTC(year, half * 6, 1) / DAY);
  const world = createWorld(random, momentOf(firstDay));
  furnish(world, year);
  const oracle = createOracle(world.knowledge);
  const wakes: Wakes = { runs: null, isOut: false, server: noFaults };
  const wake = () => startRun(world, wakes, random);
  const provable = createProvableDays();
  let died = 0;
  const runs = createRuns({
    ...world,
    bindings: world.knowledge.bindings,
    still: world.knowledge.still,
    causes: () => causesOfStandstill(world.knowledge),
    alertTo: world.knowledge.alertTo,
    responses: createModelResponses(world.filings, world.agenda.now),
    post: postOf(world, oracle, wake),
    ended: (run) => {
      if (run.state !== 'done') died += 1;
      world.recordRun(run);
      oracle.ended(run);
      provable.note(run);
    },
  });
  wakes.runs = runs;
  const rounds = [half * 2, half * 2 + 1].map((quarter) => roundOf(random, year, quarter));
  for (const round of rounds) planRound(world, round, wake, wakes);
  for (const round of rounds.slice(0, 1)) expectTasks(world, round, wake);
  const isOver = () => stopsAtFirst && oracle.findings.length > 0;
  await playAgenda(world, runs, isOver);
  if (isOver()) return { runs: runs.count(), died, ...oracle.counts, findings: oracle.findings };
  // The scheduler goes on when nothing happens any more: what the last moments left is made good.
  world.agenda.note(world.agenda.now() + QUIET, () => runs.start(noFaults));
  await playAgenda(world, runs, isOver);
  const lastDay = dayOf(world.agenda.now());
  for (const night of NIGHTS) {
    const faults = random.chance(0.2) ? drawFaults(random) : noFaults;
    world.agenda.note(momentOf(lastDay + night, random.int(10, 280)), () => runs.start(faults));
  }
  await playAgenda(world, runs, isOver);
  return {
    runs: runs.count(),
    died,
    ...oracle.counts,
    findings: [...oracle.findings, ...checkSheet(world), ...(await proveDays(world, provable.days()))],
  };
}

/** When the last rounds have been closed for long: nights on which a closed round is put away. */
const NIGHTS = [33, 34, 35, 36];

/** Past every lease and every pause after a temporary refusal. */
const QUIET = 5 * HOUR;

async function playAgenda({ agenda }: World, runs: Runs, isOver: () => boolean): Promise<void> {
  for (let next = agenda.next(); next !== null && !isOver(); next = agenda.next()) {
    agenda.advanceTo(next);
    await runs.play();
  }
}

type Wakes = { runs: Runs | null; isOut: boolean; server: FaultPlan };

/** While the scheduler and the pushes are out nothing runs; sometimes one wake comes twice, or a hand adds one. */
function startRun(world: World, { runs, isOut, server }: Wakes, random: Random): void {
  if (isOut || !runs) return;
  const faults = () => (random.chance(0.14) ? drawFaults(random) : server);
  runs.start(faults());
  if (random.chance(0.07)) runs.start(faults());
  if (random.chance(0.1)) world.agenda.note(world.agenda.now() + random.int(1, 20_000), () => runs.start(faults()));
}

function postOf(world: World, oracle: ReturnType<typeof createOracle>, wake: () => void) {
  return {
    accept(mail: Mail, run: Run): SendOutcome {
      const answer = answerOf(mail, world.deadAddresses, new Set(mail.to.filter(world.isBusy)));
      if (answer.kind === 'later') oracle.putOff(mail);
      if (answer.kind === 'refused') oracle.refused(mail);
      if (answer.kind !== 'sent') return answer;
      oracle.left(mail, run, answer);
      const { kind, subject, unit } = readName(mail.key);
      if (['moi', 'nhac', 'qua-han', 'doi-han', 'bo-sung', 'tra-lai'].includes(kind))
        answerToMail(world, subject, unit, wake);
      return answer;
    },
    disturbed(mail: Mail, run: Run, fault: string) {
      if (fault === 'later') oracle.putOff(mail);
      if (fault.startsWith('unknown')) oracle.lost(mail, run);
    },
  };
}

/** Six cities with a contact each, the ministry's own people, the holidays of the year. */
function furnish(world: World, year: number): void {
  const day = (month: number, date: number) => Math.round(Date.UTC(year, month - 1, date) / DAY);
  const tet = day(1, 1) + world.random.int(21, 50);
  const off = [day(1, 1), day(4, 30), day(5, 1), day(9, 2), day(9, 3), ...Array.from({ length: 7 }, (_, n) => tet + n)];
  const people = [
    ...[...CITIES, ...AGENCIES].map((unit) => [unit, unit, 'Đầu mối'] as const),
    ['BXD-1', 'BXD', 'Điều phối'] as const,
    ['BXD-2', 'BXD', 'Lãnh đạo'] as const,
  ];
  world.type(({ contacts, special }) => {
    for (const [id, unit, role] of people) {
      const address = `${id.toLowerCase()}@hop-thu.example`;
      contacts.set(id, { id, unit, role, addresses: [address], typed: address, active: true });
    }
    for (const one of off) special.set(one, 'off');
    special.set(day(11, 24), 'proposed');
  });
}

/** Short rounds and long ones; now and then the letter of one day. */
function roundOf(random: Random, year: number, quarter: number): OfficeRound {
  const opensDay = Math.round(Date.UTC(year, quarter * 3, random.int(6, 25)) / DAY);
  const length = random.pick([0, 1, 3, 7, 10, 14, 21] as const);
  return {
    id: random.pick([
      `${year}-q${quarter + 1}`,
      `${quarter + 1}/${year}`,
      `Quý ${quarter + 1} / ${year}`,
      `q.${quarter + 1}@${year}`,
    ]),
    opensAt: momentOf(opensDay, random.int(7 * 60, 17 * 60)),
    strict: { day: opensDay + length, minute: length > 0 && random.chance(0.15) ? 17 * 60 : null },
    adjusted: null,
    steps: random.chance(0.25)
      ? random.pick([
          [-3, 0, 1, 2, 4],
          [-10, -2, 1, 5, 9],
          [-1, 3],
          [0, 1, 3, 5],
        ])
      : null,
    locksOn: random.chance(0.3) ? opensDay + length + random.int(3, 9) : null,
    state: 'Chuẩn bị',
    approved: false,
  };
}

/** Everything around one round: the people, and the runs from its first row to a few quiet days after its closing. */
function planRound(world: World, round: OfficeRound, wake: () => void, wakes: Wakes): void {
  const { agenda, random } = world;
  const closesAt = runRound(world, round);
  for (const unit of CITIES) expectReport(world, round, unit, wake);
  expectStrangers(world, round, closesAt, wake);
  expectSlips(world, round, closesAt);
  expectChanges(world, round, closesAt);
  const first = dayOf(round.opensAt) - 2;
  const last = workingDay(world.office.special, dayOf(closesAt), 3);
  for (let day = first; day <= last; day += 1) {
    for (const minute of ticksOf(world, day)) agenda.note(momentOf(day, minute) + random.int(0, 30_000), wake);
  }
  if (random.chance(0.25)) {
    const from = round.opensAt + random.next() * (closesAt - round.opensAt);
    agenda.note(from, () => world.greylist(true));
    agenda.note(from + random.next() * 4 * DAY, () => world.greylist(false));
  }
  if (random.chance(0.3)) {
    const from = round.opensAt + random.next() * (closesAt - round.opensAt);
    const mood = random.pick(MOODS);
    agenda.note(from, () => {
      wakes.server = mood;
    });
    agenda.note(from + random.next() * 3 * DAY, () => {
      wakes.server = noFaults;
    });
  }
  if (!random.chance(0.35)) return;
  const outFrom = round.opensAt + random.next() * (closesAt - round.opensAt);
  const outFor = random.chance(0.5) ? random.next() * 10 * HOUR : random.next() * 4 * DAY;
  agenda.note(outFrom, () => {
    wakes.isOut = true;
  });
  agenda.note(Math.min(outFrom + outFor, closesAt), () => {
    wakes.isOut = false;
  });
}

/** A few of the scheduler's many runs: at each opening, once in the day at any time, now and then at night. */
function ticksOf({ random, office }: World, day: number): readonly number[] {
  const anyTime = random.chance(0.25) ? [random.int(0, 24 * 60 - 1)] : [];
  const afternoon = random.chance(0.5) ? [random.int(9 * 60, 15 * 60 + 55)] : [];
  return maySend(office.special, day) ? [8 * 60 + 30, ...afternoon, ...anyTime] : anyTime;
}
