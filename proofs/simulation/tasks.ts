import { DAY, dayOf, momentOf, openingFrom, workingDay } from './calendar.ts';
import { between, changeContact, decide } from './coordinators.ts';
import { AGENCIES, type OfficeRound, type OfficeTask, typedMoment } from './office.ts';
import type { World } from './world.ts';

const MOST_TASKS = 2;
/** Who takes part where it has not to do the task; cities have mails of their rounds on the same days. */
const HELPERS = [...AGENCIES, 'HUE', 'CTO'] as const;
const MONTHS = 5;

type Cells = (cells: Partial<OfficeTask>) => void;

/** An approval that is taken back for a while, cells that are typed over and put back, a day that is approved anew; whoever was written to leaves. */
function changeMinds(world: World, task: OfficeTask, typedAt: number, set: Cells): void {
  const random = world.random.fork();
  const { agenda, office } = world;
  const soon = () => Math.max(typedAt, momentOf(task.day - 6)) + random.next() * 12 * DAY;
  const aWhile = () => random.pick([DAY / 24, DAY, 4 * DAY] as const) * random.next();
  const other = () => workingDay(office.special, task.day, random.int(-3, 6));
  if (random.chance(0.25)) {
    const when = soon();
    agenda.note(when, () => set({ approved: false }));
    agenda.note(when + aWhile(), () => set({ approved: true }));
  }
  if (random.chance(0.25)) {
    const [when, day] = [soon(), other()];
    agenda.note(when, () => set({ day }));
    agenda.note(when + aWhile(), () => set({ day: task.day }));
  }
  if (random.chance(0.25)) {
    const [when, day] = [soon() + 16 * DAY, other()];
    agenda.note(when, () => set({ day, approved: false }));
    agenda.note(when + aWhile(), () => set({ approved: true }));
  }
  for (const unit of AGENCIES) if (random.chance(0.1)) changeContact(world, unit, soon());
}

/**
 * A few tasks of the register beside the rounds of a half year: typed while runs go for the first of them, approved at once
 * or days later or never, done, at rest, given more time or left to lie until the leadership hears of it every month.
 */
export function expectTasks(world: World, round: OfficeRound, wake: () => void): void {
  const random = world.random.fork();
  const { agenda, office } = world;
  for (let nth = 1; nth <= MOST_TASKS; nth += 1) {
    const typedAt = round.opensAt + random.next() * 4 * DAY;
    const id = `T-${nth}`;
    const day = workingDay(office.special, dayOf(typedAt), random.int(-1, 9));
    const doers = AGENCIES.filter(() => random.chance(0.6));
    const drawHelpers = () => HELPERS.filter((unit) => !doers.some((one) => one === unit) && random.chance(0.4));
    const task: OfficeTask = {
      id,
      doers,
      helpers: drawHelpers(),
      day,
      isWritten: random.chance(0.6),
      approved: false,
    };
    if (doers.length === 0) continue;
    const set = (cells: Partial<OfficeTask>) =>
      world.type(({ tasks }) => void tasks.set(id, { ...(tasks.get(id) ?? task), ...cells }));
    agenda.note(typedAt, () => set({}));
    if (!random.chance(0.1))
      agenda.note(typedAt + (random.chance(0.5) ? 1 : random.next() * 3 * DAY), () => set({ approved: true }));
    if (random.chance(0.4)) {
      const helpers = drawHelpers();
      agenda.note(typedAt + 1 + random.next() * 8 * DAY, () => set({ helpers }));
    }
    changeMinds(world, task, typedAt, set);
    for (const unit of doers) {
      const when = between(world, typedAt, typedAt + random.pick([8, 15, 60] as const) * DAY);
      const draw = random.next();
      const until = { day: workingDay(office.special, Math.max(day, dayOf(when)), random.int(1, 8)), minute: null };
      if (draw < 0.25) agenda.note(when, () => decide(world, id, unit, 'Hoàn thành nhiệm vụ', null));
      else if (draw < 0.35) agenda.note(when, () => decide(world, id, unit, 'Tạm dừng nhắc', null));
      else if (draw < 0.55) agenda.note(when, () => decide(world, id, unit, 'Gia hạn', typedMoment(until), until));
    }
    for (const days of [0, 1, 3, 33])
      agenda.note(openingFrom(office.special, workingDay(office.special, day, days), 1), wake);
  }
  const first = new Date(round.opensAt);
  for (let month = 2; month <= MONTHS; month += 1) {
    const begin = Math.round(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) / DAY);
    agenda.note(openingFrom(office.special, begin, 1), wake);
    agenda.note(momentOf(workingDay(office.special, begin, 3), 9 * 60), wake);
  }
}
