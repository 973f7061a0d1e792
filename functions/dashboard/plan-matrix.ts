import {
  filingOf,
  itemWords,
  officialWords,
  type TimingSources,
  timingWords,
} from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';

/** Units × outline items; each cell is words that stand without their colour. */
export type VerdictMatrix = {
  readonly items: readonly { readonly item: string; readonly wording: string }[];
  readonly rows: readonly {
    readonly unit: string;
    readonly filing: string;
    readonly timing: string;
    /** The official document with its day; '' before there is one. */
    readonly official: string;
    readonly verdicts: readonly string[];
  }[];
};

export function planMatrix(statuses: readonly UnitStatus[], sources: TimingSources): VerdictMatrix {
  const wordings = new Map(statuses.flatMap(({ items }) => items.map(({ item, wording }) => [item, wording])));
  const items = [...wordings].map(([item, wording]) => ({ item, wording }));
  return {
    items,
    rows: statuses.map((status) => ({
      unit: status.unit.shortName,
      filing: filingOf(status),
      timing: timingWords(status, sources),
      official: officialWords(status) ?? '',
      verdicts: items.map(({ item }) => itemWords(status, item)),
    })),
  };
}
