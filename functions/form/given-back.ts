import type { FormItem, LiveForm } from '../ports.ts';
import { type AppliedForm, INFO } from './applied-form.ts';
import { infoHash, itemHash } from './form-hash.ts';
import type { WantedForm } from './wanted-form.ts';

// Google may give back what it was sent in other words: a blank less, the next page by its place instead of its name. What
// it gave back right after an edit is what we made; only what differs from that was done by hand.

/** What last stood there of ours, as Google gives it; undefined where nothing of ours did. */
export function lastGiven(last: AppliedForm, id: string): string | undefined {
  return last.given[id] ?? last.items[id];
}

/** The live form with everything that is as Google gave it back in the words in which it was sent. */
export function asSent(live: LiveForm, wanted: WantedForm, asked: readonly FormItem[], last: AppliedForm): LiveForm {
  const sent = new Map(asked.map((item) => [item.itemId ?? '', item]));
  const isSame = (id: string, now: string, want: string) => last.given[id] === now && last.items[id] === want;
  const items = (live.items ?? []).map((item) => {
    const want = sent.get(item.itemId ?? '');
    return want && isSame(item.itemId ?? '', itemHash(item), itemHash(want)) ? want : item;
  });
  if (!isSame(INFO, infoHashOf(live), infoHash(wanted))) return { ...live, items };
  return { ...live, info: { ...live.info, title: wanted.title, description: wanted.description }, items };
}

/**
 * Hashes of what Google gives back otherwise than it was sent, by item id and `info`.
 * @param seen the form right after the last edit, or as it was found where there was nothing to edit
 * @param sent hashes of what stands on it by now
 * @param edited what people edited by hand, and so is not of ours
 */
export function givenBack(
  seen: LiveForm,
  sent: AppliedForm['items'],
  edited: ReadonlySet<string>,
  last: AppliedForm,
): AppliedForm['given'] {
  const now = new Map([
    [INFO, infoHashOf(seen)],
    ...(seen.items ?? []).map((item) => [item.itemId ?? '', itemHash(item)] as const),
  ]);
  const given = Object.entries(sent).flatMap(([id, hash]) => {
    const known = edited.has(id) ? (last.items[id] === hash ? last.given[id] : undefined) : now.get(id);
    return known === undefined || known === hash ? [] : [[id, known] as const];
  });
  return Object.fromEntries(given);
}

export function infoHashOf({ info }: LiveForm): string {
  return infoHash({ title: info?.title ?? '', description: info?.description ?? '' });
}
