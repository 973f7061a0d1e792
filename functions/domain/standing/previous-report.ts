import { Temporal } from 'temporal-polyfill';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold, unnumbered } from '../../../sheets-schema/text.ts';
import { createUnitNames } from '../reading/unit-name.ts';
import type { UnitStatus } from './unit-status.ts';

/** Where the unit stood in the round before, closed by now, that asked it too; null where there was none. */
export function previousOf({ round }: Pick<UnitStatus, 'round'>, ofUnit: readonly UnitStatus[]): UnitStatus | null {
  const before = ofUnit.filter(
    (one) =>
      one.round.id !== round.id &&
      one.round.state === 'Đã đóng' &&
      Temporal.Instant.compare(one.round.opensAt, round.opensAt) <= 0,
  );
  return before.toSorted((a, b) => Temporal.Instant.compare(a.round.opensAt, b.round.opensAt)).at(-1) ?? null;
}

/** An item that was asked before, and its number then. */
export type Recurring = { readonly item: string; readonly formerly: string };

/**
 * The items that a unit was asked before as well: under the same key of a question, or in the same words, whatever their
 * numbers.
 * @param before the questions of the round before
 */
export function recurringItems(
  unit: Unit,
  now: readonly OutlineQuestion[],
  before: readonly OutlineQuestion[],
): readonly Recurring[] {
  const [asked, formerly] = [now, before].map((all) => all.filter((one) => one.used && asks(one, unit)));
  const byKey = new Map((formerly ?? []).map((one) => [one.question, one.item]));
  const byWords = new Map((formerly ?? []).toReversed().map((one) => [bare(one.wording), one.item]));
  const items = Map.groupBy(asked ?? [], ({ item }) => item);
  return [...items].flatMap(([item, questions]) => {
    const same = questions.flatMap(({ question, wording }) => byKey.get(question) ?? byWords.get(bare(wording)) ?? []);
    return same[0] === undefined ? [] : [{ item, formerly: same[0] }];
  });
}

function bare(wording: string): string {
  return fold(unnumbered(wording)).replace(/[ .;]+$/, '');
}

/**
 * Whether what a unit reported may be sent back to these addresses: it says something, nothing of it bears a mark of
 * secrecy, and every address is under a mail domain of the unit's own.
 */
export function maySendBack({ unit, items, secrets }: UnitStatus, addresses: readonly string[]): boolean {
  const content = items.flatMap((item) => item.content).filter(({ facts }) => facts.class !== 'blank');
  if (content.length === 0 || secrets.length > 0) return false;
  if (content.some(({ facts }) => facts.marks.includes('secret'))) return false;
  const { byEmail } = createUnitNames([unit]);
  return addresses.length > 0 && addresses.every((address) => byEmail(address) !== null);
}
