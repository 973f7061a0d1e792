import { DAY, dayOf, HOUR, MINUTE } from './calendar.ts';
import { between, decide, forAWhile } from './coordinators.ts';
import { CITIES } from './demands.ts';
import { type LastMoment, type OfficeContact, type OfficeRound, typedMoment } from './office.ts';
import type { World } from './world.ts';

/** People who change their minds: what was typed is mended, what was given is moved, whoever was asked leaves or joins. */
export function expectChanges(world: World, round: OfficeRound, closesAt: number): void {
  const random = world.random.fork();
  const later = () => between(world, round.opensAt, closesAt);
  const day = (least: number, most: number): LastMoment => ({
    day: round.strict.day + random.int(least, most),
    minute: null,
  });
  const often = (chance: number, act: (when: number) => void) => {
    if (random.chance(chance)) act(later());
  };
  often(0.25, (when) => retypeCells(world, round.id, when, { adjusted: day(-4, 12) }));
  often(0.1, (when) => retypeCells(world, round.id, when, { strict: day(-3, 3) }));
  often(0.1, (when) => retypeCells(world, round.id, when, { steps: [-2, 0, 1, 2, 3] }));
  often(0.15, (when) => leaveUnreadable(world, round.id, when));
  often(0.25, (when) => give(world, { round: round.id, unit: null, when, kind: 'Gia hạn', until: day(1, 9) }));
  often(0.25, (when) => give(world, { round: round.id, unit: null, when, kind: 'Đồng ý thay đổi', until: day(-4, 8) }));
  for (const unit of CITIES) {
    const of = { round: round.id, unit };
    often(0.12, (when) => give(world, { ...of, when, kind: 'Đồng ý thay đổi', until: day(-3, 8) }));
    often(0.12, (when) => giveAndTake(world, { ...of, when, kind: 'Gia hạn', until: day(2, 9) }));
    often(0.12, (when) => giveAndRetype(world, { ...of, when, kind: 'Gia hạn', until: day(2, 9) }, day(1, 12)));
    often(0.08, (when) => leaveAndJoin(world, { ...of, when, until: day(3, 12) }));
    often(0.06, (when) =>
      world.agenda.note(when, () => decide(world, round.id, unit, 'Đã báo bằng văn bản', documentOf(when))),
    );
  }
  often(0.15, (when) =>
    forAWhile(world, when, 3 * DAY, (office, on) => {
      office.mailOn = !on;
    }),
  );
  often(0.12, (when) => forgetContacts(world, when));
  often(0.2, (when) => untick(world, round.id, when));
}

type Giving = {
  readonly round: string;
  readonly unit: string | null;
  readonly when: number;
  readonly kind: 'Gia hạn' | 'Đồng ý thay đổi' | 'Bổ sung đơn vị';
  readonly until: LastMoment;
};

function give(world: World, { round, unit, when, kind, until }: Giving): void {
  world.agenda.note(when, () => decide(world, round, unit, kind, typedMoment(until), until));
}

/** Minutes, hours or days: before a run has seen it, or long after. */
function aWhile({ random }: World): number {
  return random.pick([4 * MINUTE, 6 * HOUR, 2 * DAY]) * random.next();
}

/** Cells of a round are typed over, and put back. */
function retypeCells(
  world: World,
  id: string,
  when: number,
  wrong: Partial<Pick<OfficeRound, 'strict' | 'adjusted' | 'steps'>>,
): void {
  const set = (own: typeof wrong) =>
    world.type(({ rounds }) => {
      const round = rounds.get(id);
      if (round) rounds.set(id, { ...round, ...own });
    });
  world.agenda.note(when, () => {
    const before = world.office.rounds.get(id);
    if (!before) return;
    set(wrong);
    const kept = Object.fromEntries(Object.keys(wrong).map((cell) => [cell, before[cell as keyof typeof wrong]]));
    world.agenda.note(when + aWhile(world), () => set(kept));
  });
}

/** For days nobody notices that a cell of the round's row is no day. */
function leaveUnreadable(world: World, round: string, when: number): void {
  const wrong = { round, unit: null, at: when, text: '31/11/2025' };
  world.agenda.note(when, () => {
    if (world.office.wrongDay) return;
    world.type((office) => {
      office.wrongDay = wrong;
    });
    world.agenda.note(when + world.random.next() * 4 * DAY, () =>
      world.type((office) => {
        if (office.wrongDay === wrong) office.wrongDay = null;
      }),
    );
  });
}

function giveAndTake(world: World, giving: Giving): void {
  give(world, giving);
  world.agenda.note(giving.when + MINUTE + aWhile(world), () =>
    decide(world, giving.round, giving.unit, 'Rút lại', giving.kind),
  );
}

/** The day in the row of a decision is typed anew. */
function giveAndRetype(world: World, giving: Giving, until: LastMoment): void {
  const { round, unit, kind } = giving;
  give(world, giving);
  world.agenda.note(giving.when + aWhile(world), () => {
    const at = world.office.decisions.findLastIndex(
      (one) => one.round === round && one.unit === unit && one.kind === kind && !world.office.erased.has(one),
    );
    const row = world.office.decisions[at];
    if (row) world.type(({ decisions }) => void decisions.splice(at, 1, { ...row, value: typedMoment(until), until }));
  });
}

function leaveAndJoin(
  world: World,
  { round, unit, when, until }: Omit<Giving, 'kind' | 'unit'> & { unit: string },
): void {
  const isEarly = world.random.chance(0.5);
  const leavesAt = isEarly ? when - 20 * DAY : when;
  world.agenda.note(leavesAt, () => decide(world, round, unit, 'Rút đơn vị', null));
  if (world.random.chance(0.7))
    give(world, {
      round,
      unit,
      kind: 'Bổ sung đơn vị',
      until,
      when: Math.max(world.agenda.now(), leavesAt) + 3 * HOUR + aWhile(world),
    });
}

const documentOf = (when: number) => `77/BXD-PTĐT; ${typedMoment({ day: dayOf(when), minute: null })}`;

/** All rows of `Danh bạ` are deleted; somebody brings them back. */
function forgetContacts(world: World, when: number): void {
  world.agenda.note(when, () => {
    const gone = new Map<string, OfficeContact>(world.office.contacts);
    world.type(({ contacts }) => contacts.clear());
    world.agenda.note(when + aWhile(world), () =>
      world.type(({ contacts }) => {
        for (const [id, contact] of gone) contacts.set(id, contacts.get(id) ?? contact);
      }),
    );
  });
}

function untick(world: World, id: string, when: number): void {
  const set = (approved: boolean) =>
    world.type(({ rounds }) => {
      const round = rounds.get(id);
      if (round) rounds.set(id, { ...round, approved });
    });
  world.agenda.note(when, () => {
    if (!world.office.rounds.get(id)?.approved) return;
    set(false);
    world.agenda.note(when + aWhile(world), () => set(true));
  });
}
