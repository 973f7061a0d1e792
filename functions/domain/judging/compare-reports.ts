import { fold } from '../../../sheets-schema/text.ts';
import type { AnswerFacts } from '../reading/answer-facts.ts';
import { similarity } from '../reading/similarity.ts';

/** From here on two texts are called the same: a few words in a hundred were changed, or only figures. */
const SAME = 0.9;

export type Fingerprint = { readonly item: string; readonly fingerprint: string };

export type Copy = {
  readonly item: string;
  readonly sameAs: 'item' | 'previous round';
  /** The item whose text it repeats. */
  readonly other: string;
  /** 0..1. */
  readonly similarity: number;
};

/**
 * Items whose text repeats an earlier item of the same report, or any item of the last round ("chỉ sửa mỗi ngày
 * tháng"). Of several likenesses the closest is named; texts too short to compare never are.
 */
export function findCopies(input: {
  readonly items: readonly Fingerprint[];
  readonly previous: readonly Fingerprint[];
}): readonly Copy[] {
  return input.items.flatMap((item, at) => [
    ...closest(item, 'item', input.items.slice(0, at)),
    ...closest(item, 'previous round', input.previous),
  ]);
}

function closest(
  { item, fingerprint }: Fingerprint,
  sameAs: Copy['sameAs'],
  others: readonly Fingerprint[],
): readonly Copy[] {
  const [best] = others
    .map((other) => ({ item, sameAs, other: other.item, similarity: similarity(fingerprint, other.fingerprint) }))
    .filter((copy) => copy.similarity >= SAME)
    .sort((a, b) => b.similarity - a.similarity || Number(b.other === item) - Number(a.other === item));
  return best ? [best] : [];
}

/** More units than this are compared by equal fingerprints alone: each with each would take too long. */
const MOST_COMPARED = 100;

/**
 * Groups of units whose texts of one item are the same, names and figures aside: somebody copied. Each unit is in one
 * group at most, with the first whose text it repeats; units that stand alone are in none.
 */
export function copiedAcross<T extends { readonly fingerprint: string }>(
  texts: readonly T[],
): readonly (readonly T[])[] {
  const told = texts.filter(({ fingerprint }) => fingerprint !== '');
  const areFew = told.length <= MOST_COMPARED;
  const groups = new Map<string, T[]>();
  const alike = (text: T) =>
    [...groups.values()].find(([first]) => first && similarity(first.fingerprint, text.fingerprint) >= SAME);
  for (const text of told) {
    const own = groups.get(text.fingerprint) ?? (areFew ? alike(text) : undefined);
    if (own) own.push(text);
    else groups.set(text.fingerprint, [text]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** From the first step of a plan to the last. */
const STEPS = ['chua xay dung', 'dang du thao', 'da trinh', 'da ban hanh'];

/**
 * Progress that went backwards since the last report, in words: a state before the one reported then, or a percentage
 * below. Percentages are compared one by one, and only when both texts give equally many: otherwise nobody can say which
 * belong together.
 */
export function progressBackwards(
  previous: AnswerFacts | undefined,
  now: AnswerFacts | undefined,
): { readonly from: string; readonly to: string } | null {
  if (!previous || !now) return null;
  const step = STEPS.indexOf(fold(now.value));
  if (step >= 0 && step < STEPS.indexOf(fold(previous.value))) return { from: previous.value, to: now.value };
  if (previous.percents.length !== now.percents.length) return null;
  const at = now.percents.findIndex((percent, index) => percent < (previous.percents[index] ?? 0));
  return at < 0 ? null : { from: percentText(previous.percents[at]), to: percentText(now.percents[at]) };
}

function percentText(percent = 0): string {
  return `${String(percent).replace('.', ',')}%`;
}
