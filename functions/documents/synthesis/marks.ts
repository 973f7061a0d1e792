import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Block, Rendered } from './document-model.ts';

/** What a synthesis said, paragraph by paragraph: by place (`1.4/HPG`) the fingerprints of its paragraphs. */
export type SynthesisMarks = {
  /** When it was made, ISO. */
  readonly at: string;
  readonly places: Readonly<Record<string, readonly string[]>>;
};

export function synthesisMarks(blocks: readonly Block[], now: Temporal.Instant): SynthesisMarks {
  const rendered = blocks.flatMap((block) => (block.kind === 'statement' ? block.renders : []));
  const places = Map.groupBy(rendered, ({ place }) => place);
  return {
    at: now.toString(),
    places: Object.fromEntries([...places].map(([place, own]) => [place, own.map(fingerprint)])),
  };
}

/** Marks what an earlier synthesis did not say: *new* where the units had said nothing of the item, else *changed*. */
export function markChanges(blocks: readonly Block[], previous: SynthesisMarks): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'statement') return block;
    const others = block.renders.filter((one) => previous.places[one.place]?.includes(fingerprint(one)) !== true);
    if (others.length === 0) return block;
    return { ...block, change: others.every(({ place }) => previous.places[place] === undefined) ? 'new' : 'changed' };
  });
}

export type Comparison = {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly gone: readonly string[];
};

/** Places that say something for the first time, say something else, or say nothing any more. */
export function compareMarks(current: SynthesisMarks, previous: SynthesisMarks): Comparison {
  const places = Object.keys(current.places);
  const before = new Set(Object.keys(previous.places));
  const wordsOf = ({ places: all }: SynthesisMarks, place: string) => [...(all[place] ?? [])].sort().join();
  return {
    added: places.filter((place) => !before.has(place)),
    updated: places.filter((place) => before.has(place) && wordsOf(current, place) !== wordsOf(previous, place)),
    gone: [...before].filter((place) => !places.includes(place)),
  };
}

/** Of the words alone: the same words sent again in a newer version are no change. */
function fingerprint({ words }: Rendered): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

const stored = z.strictObject({ at: z.iso.datetime(), places: z.record(z.string(), z.array(z.string())) });

/** Marks as they stand in the document's properties; null when the text is none. */
export function readMarks(text: string): SynthesisMarks | null {
  try {
    return stored.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
