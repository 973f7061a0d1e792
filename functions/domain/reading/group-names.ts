import { GROUP_CITIES, GROUP_TASK_FORCE, type Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold } from '../../../sheets-schema/text.ts';

/** Groups that a new file has, whatever people call others. */
const OURS: readonly string[] = [GROUP_CITIES, GROUP_TASK_FORCE];

/**
 * Units with their groups as everybody else spells them: case, accents and spacing forgiven, commas parting as semicolons
 * do, for no group has one in its name.
 */
export function withKnownGroups<U extends Unit>(units: readonly U[]): readonly U[] {
  const spelled = new Map(OURS.map((group) => [fold(group), group]));
  return units.map((unit) => {
    if (unit.groups === null) return unit;
    const groups = unit.groups
      .flatMap((entry) => entry.split(','))
      .map((entry) => entry.trim())
      .filter(Boolean);
    return { ...unit, groups: groups.map((group) => spelling(group, spelled)) };
  });
}

function spelling(group: string, spelled: Map<string, string>): string {
  const key = fold(group);
  const known = spelled.get(key) ?? group;
  spelled.set(key, known);
  return known;
}

/** A group of one unit that nothing else names, and the one that may be meant. */
export type LoneGroup = { readonly unit: Unit; readonly group: string; readonly meant: string | null };

/** @param named what lists elsewhere name: groups, codes, names of units */
export function loneGroups(units: readonly Unit[], named: readonly string[]): readonly LoneGroup[] {
  const members = Map.groupBy(
    units.flatMap((unit) => (unit.groups ?? []).map((group) => ({ unit, group }))),
    ({ group }) => group,
  );
  const elsewhere = new Set([...OURS, ...named].map(fold));
  const own = new Set(units.flatMap(({ code, name, shortName }) => [code, name, shortName]).map(fold));
  const known = new Set([
    ...OURS,
    ...named.filter((entry) => !own.has(fold(entry))),
    ...[...members].flatMap(([group, all]) => (all.length > 1 ? [group] : [])),
  ]);
  return [...members].flatMap(([group, [only, ...others]]) =>
    only === undefined || others.length > 0 || elsewhere.has(fold(group))
      ? []
      : [{ ...only, meant: [...known].find((one) => isNearly(one, group)) ?? null }],
  );
}

/** The same letters and figures but for one: `MUC2`, `TP TW`, `MUC-3`. */
function isNearly(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => fold(text).replace(/[^\p{L}\p{N}]/gu, ''));
  if (one === undefined || other === undefined || Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const at = [...short].findIndex((letter, index) => letter !== long[index]);
  if (at < 0) return short.length >= 2;
  return short.length > 2 && (short.slice(at + 1) === long.slice(at + 1) || short.slice(at) === long.slice(at + 1));
}
