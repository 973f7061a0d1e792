import type { DecisionKind } from '../../sheets-schema/tabs/decisions.ts';
import { DAY, dayOf, HOUR, MINUTE, momentOf, workingDay } from './calendar.ts';
import { CITIES } from './demands.ts';
import { awaitsWord, decisionsOn, filingsOf, verdictOn, versionOf } from './knowledge.ts';
import { deadlineEnd, type HalfTyped, type LastMoment, type OfficeRound, typedMoment } from './office.ts';
import type { World } from './world.ts';

/** What the coordinators do about one round, from its first row to its closing. @returns when they close it. */
export function runRound(world: World, round: OfficeRound): number {
  const { agenda, random } = world;
  const change = (own: Partial<OfficeRound>) =>
    world.type(({ rounds }) => void rounds.set(round.id, { ...(rounds.get(round.id) ?? round), ...own }));
  agenda.note(round.opensAt - random.next() * 3 * DAY, () => change({}));
  const openedAt = round.opensAt + (random.chance(0.4) ? random.next() * 5 * HOUR : -random.next() * HOUR);
  agenda.note(openedAt, () => change({ state: 'Đang mở' }));
  agenda.note(openedAt + (random.chance(0.7) ? 0 : random.next() * 1.5 * DAY), () => change({ approved: true }));
  const end = deadlineEnd(round.strict);
  if (random.chance(0.3)) {
    const until: LastMoment = {
      day: round.strict.day + random.int(-2, 9),
      minute: random.chance(0.2) ? 17 * 60 : null,
    };
    agenda.note(between(world, openedAt, end + 3 * DAY), () => change({ adjusted: until }));
  }
  if (random.chance(0.1))
    for (const [after, approved] of [
      [0, false],
      [6 * HOUR, true],
    ] as const)
      agenda.note(end - DAY + after, () => change({ approved }));
  const closesAt = momentOf(workingDay(world.office.special, round.strict.day, random.int(6, 10)), 17 * 60);
  agenda.note(closesAt, () => change({ state: 'Đã đóng' }));
  for (const unit of CITIES) careFor(world, round, unit, openedAt, closesAt);
  housekeeping(world, round, openedAt, closesAt);
  return closesAt;
}

export function between({ random }: World, from: number, until: number): number {
  return from + random.next() * (until - from);
}

/** What happens to one city in a round: extended, paused, returned, its paper received, its reports verified. */
function careFor(world: World, round: OfficeRound, unit: string, openedAt: number, closesAt: number): void {
  const { agenda, random } = world;
  const now = () => between(world, openedAt, closesAt);
  const end = deadlineEnd(round.strict);
  const decideAt = (when: number, kind: DecisionKind, value: string | null = null, until: LastMoment | null = null) =>
    agenda.note(when, () => decide(world, round.id, unit, kind, value, until));
  if (random.chance(0.22)) extend(world, round, unit, between(world, openedAt, end + 4 * DAY));
  if (random.chance(0.04)) extend(world, round, unit, between(world, end, closesAt));
  if (random.chance(0.15)) {
    const pausedAt = now();
    decideAt(pausedAt, 'Tạm dừng nhắc');
    if (random.chance(0.8)) decideAt(pausedAt + random.next() * 4 * DAY, 'Nhắc trở lại');
  }
  if (random.chance(0.06)) {
    const receivedAt = now();
    const day = Math.max(dayOf(round.opensAt), Math.min(round.strict.day - 1, dayOf(receivedAt)));
    const document = `${random.int(10, 900)}/BC-UBND; ${typedMoment({ day, minute: null })}`;
    decideAt(receivedAt, 'Đã nhận văn bản chính thức', document);
  }
  if (random.chance(0.15)) agenda.note(now(), () => giveBack(world, round.id, unit));
  for (let look = openedAt + random.next() * DAY; look < closesAt; look += random.next() * 2.5 * DAY + HOUR) {
    agenda.note(look, () => {
      verify(world, round.id, unit);
      if (awaitsWord(world.knowledge, round.id, unit)) decide(world, round.id, unit, 'Gửi lại', null);
    });
  }
}

function extend(world: World, round: OfficeRound, unit: string, when: number): void {
  const { random } = world;
  const until: LastMoment = {
    day: Math.max(round.strict.day, dayOf(when)) + random.int(0, 9),
    minute: random.chance(0.15) ? 17 * 60 : null,
  };
  world.agenda.note(when, () => decide(world, round.id, unit, 'Gia hạn', typedMoment(until), until));
}

/** Decisions are timed to the minute, each later than the one before. */
export function decide(
  world: World,
  round: string,
  unit: string | null,
  kind: DecisionKind,
  value: string | null,
  until: LastMoment | null = null,
): void {
  const typedAt = world.agenda.now();
  const before = Math.max(0, ...world.office.decisions.map((one) => (one.round === round ? one.at : 0)));
  const at = Math.max(Math.floor(typedAt / MINUTE) * MINUTE, before + MINUTE);
  if (at > typedAt) return;
  world.type(({ decisions }) => void decisions.push({ at, typedAt, round, unit, kind, value, until }));
}

/** Only a report that the city itself sent can be returned, in time or after the lock. */
function giveBack(world: World, round: string, unit: string): void {
  const isThere = filingsOf(world.knowledge, round, unit).some(
    (one) => one.isCodeRight && versionOf(world.knowledge, one),
  );
  const wasReturned = decisionsOn(world.knowledge, round, unit).some(({ kind }) => kind === 'Trả lại để bổ sung');
  if (isThere && !wasReturned) decide(world, round, unit, 'Trả lại để bổ sung', null);
}

/** Looks whether somebody filed in the city's name without its code, and asks. */
function verify(world: World, round: string, unit: string): void {
  const { knowledge, random } = world;
  for (const filing of filingsOf(knowledge, round, unit)) {
    const version = filing.isCodeRight ? undefined : versionOf(knowledge, filing)?.version;
    if (version === undefined || verdictOn(knowledge, filing) !== null || random.chance(0.3)) continue;
    if (!filing.isStranger && random.chance(0.8)) decide(world, round, unit, 'Xác nhận đơn vị', version);
    else decide(world, round, unit, 'Không phải của đơn vị', random.chance(0.5) ? version : null);
  }
}

/** What happens around any table that people share. */
function housekeeping(world: World, round: OfficeRound, openedAt: number, closesAt: number): void {
  const { random } = world;
  const later = () => between(world, openedAt, closesAt);
  if (random.chance(0.25)) halfType(world, round.id, later());
  if (random.chance(0.15))
    forAWhile(world, later(), 8 * HOUR, (office, on) => {
      office.mailOn = !on;
    });
  if (random.chance(0.1))
    forAWhile(world, later(), 5 * HOUR, (office, on) => {
      office.isHeaderLost = on;
    });
  if (random.chance(0.12))
    forAWhile(world, later(), 2 * DAY, (office, on) => {
      office.dailyCap = on ? random.int(1, 5) : 400;
    });
  if (random.chance(0.3))
    world.agenda.note(later(), () =>
      world.type((office) => {
        office.isRearranged = !office.isRearranged;
      }),
    );
  if (random.chance(0.12)) leaveNobodyInCharge(world, later());
  if (random.chance(0.08)) closeMailbox(world, later());
  if (random.chance(0.3)) moveHoliday(world, later());
  if (random.chance(0.3)) changeContact(world, random.pick(CITIES), later());
  if (random.chance(0.1)) eraseDecision(world, later());
}

export function forAWhile(
  world: World,
  from: number,
  most: number,
  set: (office: World['office'], on: boolean) => void,
): void {
  world.agenda.note(from, () => world.type((office) => set(office, true)));
  world.agenda.note(from + world.random.next() * most, () => world.type((office) => set(office, false)));
}

function halfType(world: World, round: string, from: number): void {
  const half = world.random.pick<HalfTyped>([
    { round: null, unit: null },
    { round, unit: null },
    { round, unit: world.random.pick(CITIES) },
  ]);
  forAWhile(world, from, 3 * HOUR, (office, on) => {
    office.halfTyped = on ? half : null;
  });
}

/** A day off is announced late, or moved; a Saturday is made up. */
function moveHoliday(world: World, when: number): void {
  const { random } = world;
  const day = dayOf(when) + random.int(1, 6);
  const mark = random.pick(['off', 'proposed', 'off'] as const);
  world.agenda.note(when, () =>
    world.type((office) => {
      const { special } = office;
      office.isCalendarMoved = true;
      special.set(day, special.get(day) === 'off' ? 'proposed' : mark);
      const saturday = day + ((9 - ((day + 3) % 7)) % 7) + 3;
      if (random.chance(0.4) && (saturday + 3) % 7 === 5) special.set(saturday, 'made up');
    }),
  );
}

/** A contact leaves; for a while nobody is there, or the new address is wrong, until somebody mends it. */
export function changeContact(world: World, unit: string, when: number): void {
  const { random, agenda } = world;
  const set = (own: { address?: string; active?: boolean }) =>
    world.type(({ contacts }) => {
      const contact = contacts.get(unit);
      const { address, ...others } = own;
      const at = address === undefined ? {} : { addresses: [address], typed: address };
      if (contact) contacts.set(unit, { ...contact, ...others, ...at });
    });
  const fresh = `moi-${random.int(1, 99_999)}@${unit.toLowerCase()}.example`;
  if (random.chance(0.5)) world.deadAddresses.add(fresh);
  agenda.note(when, () => set(random.chance(0.4) ? { active: false } : { address: fresh }));
  agenda.note(when + random.next() * 3 * DAY, () =>
    set({ active: true, address: `dung-${random.int(1, 99_999)}@${unit.toLowerCase()}.example` }),
  );
}

/** The only coordinator is none any more, for days. */
function leaveNobodyInCharge(world: World, when: number): void {
  forAWhile(world, when, 4 * DAY, ({ contacts }, on) => {
    for (const [id, one] of contacts) if (one.role === 'Điều phối') contacts.set(id, { ...one, active: !on });
  });
}

/** The coordinators' mailbox takes nothing, for days. */
function closeMailbox({ agenda, random, office, deadAddresses }: World, when: number): void {
  agenda.note(when, () => {
    const closed = [...office.contacts.values()].flatMap(({ role, addresses }) =>
      role === 'Điều phối' ? addresses : [],
    );
    for (const address of closed) deadAddresses.add(address);
    agenda.note(when + random.next() * 4 * DAY, () => {
      for (const address of closed) deadAddresses.delete(address);
    });
  });
}

/** A decision that acts already goes on acting when its row is erased. */
function eraseDecision(world: World, when: number): void {
  world.agenda.note(when, () => {
    const { bindings, wasActedOn } = world.knowledge;
    const old = world.office.decisions.filter(
      (one) => one.typedAt < world.agenda.now() - DAY && wasActedOn(one.typedAt) && bindings.isSeen(one),
    );
    const last = old.at(-1);
    if (last) world.type(({ erased }) => void erased.add(last));
  });
}
