import { Temporal } from 'temporal-polyfill';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold, unnumbered } from '../../../sheets-schema/text.ts';

type NamedUnit =
  | { readonly kind: 'one'; readonly unit: Unit }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly units: readonly Unit[] };

export type UnitNames = {
  /** Official names, aliases, former names in any spelling. Finds a merged unit too: see {@link UnitNames.successorOf}. */
  readonly find: (name: string) => NamedUnit;
  /** Who answers for a unit on a day: itself while it is active, else who took over, however many mergers later. */
  readonly successorOf: (unit: Unit, on: Temporal.PlainDate) => Unit;
  /** By the domain after @, sub-domains included; null when no unit, or more than one, has it. */
  readonly byEmail: (address: string) => Unit | null;
};

export function createUnitNames(units: readonly Unit[]): UnitNames {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = index(units, (unit) =>
    [unit.code, unit.name, unit.shortName, ...(unit.aliases ?? [])].flatMap(keysOf),
  );
  const byDomain = index(units, (unit) => (unit.domains ?? []).map(domainOf));
  return {
    find: (name) => found(name, byName, byCode),
    successorOf: (unit, on) => successorOf(unit, on, byCode),
    byEmail: (address) => byEmail(address, byDomain),
  };
}

/**
 * Short forms that officials read in two ways, one of them perhaps a place outside the register: TPH is Huế or Hải
 * Phòng, ĐN is Đà Nẵng or Đồng Nai. They are asked about even when only one of them is known.
 */
const TWO_MEANINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['tph', ['hue', 'haiphong']],
  ['h', ['hue', 'hanoi', 'haiphong']],
  ['dn', ['danang', 'dongnai']],
  ['tpdn', ['danang', 'dongnai']],
]);

type Index = ReadonlyMap<string, readonly Unit[]>;

function index(units: readonly Unit[], keysOfUnit: (unit: Unit) => readonly string[]): Index {
  const byKey = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(keysOfUnit(unit).filter(Boolean))) {
      const known = byKey.get(key);
      if (known) known.push(unit);
      else byKey.set(key, [unit]);
    }
  }
  return byKey;
}

function found(name: string, byName: Index, byCode: ReadonlyMap<string, Unit>): NamedUnit {
  const keys = keysOf(name.slice(0, 200));
  const asked = keys.map((key) => TWO_MEANINGS.get(key)).find(Boolean);
  const meant = asked?.flatMap((key) => byName.get(key) ?? []) ?? [];
  if (meant.length > 0) return { kind: 'ambiguous', units: meant };
  const candidates = keys.map((key) => byName.get(key)).find(Boolean) ?? [];
  const named = candidates.filter((unit) => !candidates.some((other) => isSuccessor(unit, other, byCode)));
  const [unit] = named;
  if (!unit) return { kind: 'none' };
  return named.length === 1 ? { kind: 'one', unit } : { kind: 'ambiguous', units: named };
}

/** A merged unit often stays as an alias of the unit that took it over; the name then means the merged one. */
function isSuccessor(unit: Unit, of: Unit, byCode: ReadonlyMap<string, Unit>): boolean {
  return chain(of, byCode).slice(1).includes(unit);
}

function chain(unit: Unit, byCode: ReadonlyMap<string, Unit>): readonly Unit[] {
  const units = [unit];
  for (let next = byCode.get(unit.successor ?? ''); next && !units.includes(next); ) {
    units.push(next);
    next = byCode.get(next.successor ?? '');
  }
  return units;
}

function successorOf(unit: Unit, on: Temporal.PlainDate, byCode: ReadonlyMap<string, Unit>): Unit {
  const units = chain(unit, byCode);
  const active = units.find(({ activeTo }) => activeTo === null || Temporal.PlainDate.compare(on, activeTo) <= 0);
  return active ?? units.at(-1) ?? unit;
}

const COMMITTEE = /^(?:uy ban nhan dan|ubnd)[^\p{L}\p{N}]+/u;
const RANK = /^(?:thanh pho|thu do|tinh|t[./]?p)(?:[\s.:-]+)(?=\S)/;
const GLUED_RANK = /^tp(?=[a-z]{3})/;

/** The ways one spelling may be looked up, the most literal first: letters and figures only, then without its rank. */
function keysOf(name: string): readonly string[] {
  const folded = fold(unnumbered(name)).replace(/ city[^a-z]*$/, '');
  const place = folded.replace(COMMITTEE, '');
  const bare = place.replace(RANK, '');
  return [...new Set([folded, place, bare, compact(bare).replace(GLUED_RANK, '')].map(compact))];
}

function compact(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

function byEmail(address: string, byDomain: Index): Unit | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 320) return null;
  const labels = domainOf(address.slice(at + 1)).split('.');
  for (let from = 0; from < labels.length; from++) {
    const units = byDomain.get(labels.slice(from).join('.'));
    if (units) return units.length === 1 ? (units[0] ?? null) : null;
  }
  return null;
}

function domainOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[*@.]+|\.+$/g, '');
}
