import type { Cell } from '../../sheets-schema/cell.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { DAY, dayOf, HOUR, MINUTE } from './calendar.ts';
import { between, decide, forAWhile } from './coordinators.ts';
import { CITIES } from './demands.ts';
import { type OfficeContact, type OfficeRound, typedMoment, type WrongDay } from './office.ts';
import type { World } from './world.ts';

/** What people mistype in a round; somebody puts each right after a while. */
export function expectSlips(world: World, round: OfficeRound, closesAt: number): void {
  const { random } = world;
  const later = () => between(world, round.opensAt, closesAt);
  for (const unit of CITIES) if (random.chance(0.2)) mistypeContact(world, unit, later());
  if (random.chance(0.15)) mistypeDeadline(world, round, later());
  if (random.chance(0.15)) mistypeExtension(world, round, random.pick(CITIES), later());
  if (random.chance(0.1))
    forAWhile(world, later(), 2 * DAY, (office, on) => {
      office.isPadded = on;
    });
  if (random.chance(0.15)) spoilLedger(world, later());
  if (random.chance(0.15))
    forAWhile(world, later(), 2 * DAY, (office, on) => {
      office.isForeign = on;
      office.languageSetAt = world.agenda.now();
    });
}

const STATE = Object.keys(ledger.columns).indexOf('state');

/** Somebody who may write there types over a row of the ledger, and undoes it. */
function spoilLedger(world: World, when: number): void {
  const { agenda, random, knowledge, file } = world;
  agenda.note(when, () => {
    const tab = file.tabs.get(ledger.sheetId);
    const at = random.int(1, Math.max(1, (tab?.rows.length ?? 0) - 1));
    const before = tab?.rows[at];
    if (!tab || !before) return;
    // What it says is known to who looks from outside.
    knowledge.records.versions();
    const put = (row: readonly Cell[], on: boolean) => {
      tab.rows = tab.rows.with(at, row);
      world.type((office) => {
        office.isLedgerSpoilt = on;
      });
    };
    put(before.with(STATE, 'đã gởi rồi'), true);
    agenda.note(when + random.next() * 2 * DAY, () => put(before, false));
  });
}

type Mistyped = Pick<OfficeContact, 'addresses' | 'typed'>;

/** An address with a slip that a careful reader sees through, one beside another or beside none, or one that nobody reads. */
function mistyped({ random, deadAddresses }: World, address: string): Mistyped {
  const second = `hai-${random.int(1, 99_999)}@hop-thu.example`;
  if (random.chance(0.3)) deadAddresses.add(second);
  return random.pick<() => Mistyped>([
    () => ({ addresses: [address], typed: random.pick(SEEN_THROUGH)(address) }),
    () => ({ addresses: [address], typed: random.pick(BESIDE_NONE)(address) }),
    () => ({ addresses: [address, second], typed: `${address}; ${second}` }),
    () => ({ addresses: [], typed: random.pick(NOBODY_READS)(address) }),
  ])();
}

type Slip = (address: string) => string;

const SEEN_THROUGH: readonly [Slip, ...Slip[]] = [
  (address) => `${address},`,
  (address) => `${address} ;`,
  (address) => `mailto:${address}`,
  (address) => `Tổ giúp việc, Sở Xây dựng <${address}>`,
  (address) => `\u200B${address}\u2068`,
  (address) => `${address}\n`,
  (address) => `${address}; ${address}`,
];
const BESIDE_NONE: readonly [Slip, ...Slip[]] = [
  (address) => `${address}; hai@hop-thu`,
  (address) => `hai.hop-thu.example\n${address}`,
];
const NOBODY_READS: readonly [Slip, ...Slip[]] = [
  (address) => address.replace('.example', ''),
  (address) => address.replace('@', ' '),
  (address) => address.replace('@', '@@'),
  (address) => address.replace('.example', '..example'),
];

function mistypeContact(world: World, unit: string, when: number): void {
  const set = (own: (contact: OfficeContact) => Mistyped) =>
    world.type(({ contacts }) => {
      const contact = contacts.get(unit);
      if (contact) contacts.set(unit, { ...contact, ...own(contact) });
    });
  world.agenda.note(when, () => set(({ addresses: [address = ''] }) => mistyped(world, address)));
  world.agenda.note(when + world.random.next() * 4 * DAY, () => {
    const address = `sua-${world.random.int(1, 99_999)}@${unit.toLowerCase()}.example`;
    set(() => ({ addresses: [address], typed: address }));
  });
}

const WRONG_YEARS = ['0025', '205', '20225', '1025', '2925'] as const;

function wrongDay(world: World, when: number, of: Pick<WrongDay, 'round' | 'unit'>): WrongDay {
  const day = typedMoment({ day: dayOf(when) + 3, minute: null });
  return { ...of, at: Math.floor(when / MINUTE) * MINUTE, text: day.replace(/\d{4}$/, world.random.pick(WRONG_YEARS)) };
}

/** The adjusted deadline of a round gets a year of long ago, or of nobody's life. */
function mistypeDeadline(world: World, { id }: OfficeRound, when: number): void {
  const wrong = wrongDay(world, when, { round: id, unit: null });
  forAWhile(world, when, 5 * HOUR, (office, on) => {
    office.wrongDay = on ? wrong : null;
  });
}

/** The same in an extension, which is granted once somebody has put it right. */
function mistypeExtension(world: World, { id, strict }: OfficeRound, unit: string, when: number): void {
  const wrong = wrongDay(world, when, { round: id, unit });
  world.agenda.note(when, () =>
    world.type((office) => {
      office.wrongDay = wrong;
    }),
  );
  const mendedAt = when + world.random.next() * DAY;
  world.agenda.note(mendedAt, () => {
    world.type((office) => {
      office.wrongDay = null;
    });
    const until = { day: Math.max(strict.day, dayOf(mendedAt)) + 3, minute: null };
    decide(world, id, unit, 'Gia hạn', typedMoment(until), until);
  });
}
