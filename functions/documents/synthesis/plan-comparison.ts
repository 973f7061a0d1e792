import { Temporal } from 'temporal-polyfill';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import { placeOf, type Statement, statement } from './document-model.ts';
import { compareMarks, type SynthesisMarks } from './marks.ts';

/** What changed since an earlier synthesis, in one paragraph. */
export function planComparison(
  current: SynthesisMarks,
  previous: SynthesisMarks,
  statuses: readonly UnitStatus[],
): Statement {
  const names = new Map(
    statuses.flatMap(({ unit, items }) =>
      items.map(({ item }) => [placeOf(item, unit), `${unit.shortName} (mục ${item})`]),
    ),
  );
  const { added, updated, gone } = compareMarks(current, previous);
  const listed = ([what, places]: readonly [string, readonly string[]]) =>
    places.length === 0 ? [] : [`${what}: ${places.map((place) => names.get(place) ?? place).join(', ')}`];
  const words = (
    [
      ['nội dung mới', added],
      ['nội dung cập nhật', updated],
      ['nội dung không còn', gone],
    ] as const
  ).flatMap(listed);
  const before = momentWords(Temporal.Instant.from(previous.at));
  const told = words.length === 0 ? 'không có thay đổi' : words.join('; ');
  return statement(`So với bản tổng hợp lúc ${before}: ${told}.`);
}
