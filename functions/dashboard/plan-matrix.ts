import { filingOf, type TimingSources, timingWords } from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';

/** Units × outline items; each cell is words that stand without their colour. */
export type VerdictMatrix = {
  readonly items: readonly { readonly item: string; readonly wording: string }[];
  readonly rows: readonly {
    readonly unit: string;
    readonly filing: string;
    readonly timing: string;
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
      verdicts: items.map(({ item }) => verdictWords(status, item)),
    })),
  };
}

/** A unit that has sent nothing lacks no item in particular; an optional item left blank is nobody's fault. */
function verdictWords(status: UnitStatus, name: string): string {
  const item = status.items.find((one) => one.item === name);
  if (!item || item.verdict === 'Không áp dụng') return 'Không áp dụng';
  const hasSent = status.filedAt !== null || status.versions.length > 0;
  if (!item.counts && item.versions.length === 0) return hasSent ? 'Không nêu' : 'Không bắt buộc';
  if (hasSent) return item.verdict;
  if (status.pending.length > 0) return 'Chờ xác minh';
  return status.afterLock.length > 0 ? 'Chờ chấp nhận' : 'Chưa gửi';
}
