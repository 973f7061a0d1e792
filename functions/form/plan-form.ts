import type { FormItem, FormRequest, LiveForm } from '../ports.ts';
import { type AppliedForm, hasWording, INFO } from './applied-form.ts';
import { arrangeItems, create, deletions, isLeading, update, withForeign } from './arrange-items.ts';
import { hashOf, infoHash, itemHash } from './form-hash.ts';
import { formerOptionWords, withFormerOptions } from './former-options.ts';
import { asSent, pagesNamed } from './given-back.ts';
import { type HandEdits, isHandEdited, isInfoHandEdited } from './hand-edits.ts';
import type { WantedForm } from './wanted-form.ts';

export type FormPlan = {
  /** Sections a question leads to must exist before it: they are made in a call of their own. */
  readonly sections: readonly FormRequest[];
  readonly edits: readonly FormRequest[];
  /** Not as the Sheet says, or not as we left it. */
  readonly strange: HandEdits;
  /** What stands on it once the edits are made. */
  readonly applied: Pick<AppliedForm, 'hash' | 'items' | 'round'>;
};

/**
 * The edits that turn the live form into the wanted one. Ids stay, so answers keep their questions. While the form
 * accepts for a round and is not to be closed, nothing is taken off; what people changed by hand is reported, never
 * overwritten. What was asked for one round alone is not asked for the next.
 * @param found the live form
 * @param last what was made of it before
 * @param door whether it should accept; null when nobody can tell
 */
export function planForm(found: LiveForm, wanted: WantedForm, last: AppliedForm, door: boolean | null): FormPlan {
  const named = pagesNamed(found);
  const accepting = isAccepting(found) && door !== false && !isOfAnotherRound(wanted, last);
  const asked = askedNow(named, wanted, last, accepting);
  const live = asSent(named, wanted, asked, last);
  const current = live.items ?? [];
  const byId = new Map(current.map((item) => [idOf(item), item]));
  const { retired, strange } = compare(live, { wanted, asked, accepting }, last);
  const removed = accepting ? [] : retired;
  const left = current.filter((item) => !removed.includes(item));
  const sections = asked.filter((item) => item.pageBreakItem && !byId.has(idOf(item)));
  const led = removed.length === 0 ? [] : leadElsewhere(current, asked, new Set(strange.edited));
  const now = (item: FormItem) => led.find(({ itemId }) => itemId === item.itemId) ?? item;
  const order = withForeign(asked, left, [...strange.added, ...strange.kept].toSorted(byPlaceIn(left)));
  const applied = [...asked, ...strange.kept];
  return {
    sections: sections.map((item, index) => create(item, current.length + index)),
    edits: [
      ...addressEdits(live, last),
      ...(strange.infoEdited ? [] : infoEdits(live, wanted)),
      ...led.map((item) =>
        update(
          item,
          current.findIndex((one) => idOf(one) === idOf(item)),
        ),
      ),
      ...deletions([...current, ...sections], removed),
      ...arrangeItems([...left.map(now), ...sections], order, new Set(strange.edited)),
    ],
    strange,
    applied: {
      hash: hashOf(wanted),
      round: wanted.round,
      items: Object.fromEntries([[INFO, infoHash(wanted)], ...applied.map((item) => [idOf(item), itemHash(item)])]),
    },
  };
}

/** What is wanted, and while it accepts the choices that somebody may have made already. */
function askedNow({ items = [] }: LiveForm, wanted: WantedForm, last: AppliedForm, accepting: boolean) {
  const live = new Map(items.map((item) => [idOf(item), item]));
  return wanted.items.map((item) => (accepting ? withFormerOptions(item, live.get(idOf(item)), last) : item));
}

/** What earlier releases made says no round: then nobody can tell. */
function isOfAnotherRound(wanted: WantedForm, last: AppliedForm): boolean {
  return last.round !== '' && wanted.round !== last.round;
}

/** Questions that lead on and that stay, as they shall be: no page is taken off while one of them leads to it. */
function leadElsewhere(
  current: readonly FormItem[],
  asked: readonly FormItem[],
  untouched: ReadonlySet<FormItem>,
): readonly FormItem[] {
  const live = new Map(current.map((item) => [idOf(item), item]));
  return asked.filter((item) => {
    const now = live.get(idOf(item));
    return now && isLeading(item) && !untouched.has(item) && itemHash(now) !== itemHash(item);
  });
}

export function isAccepting({ publishSettings }: LiveForm): boolean {
  return publishSettings?.publishState?.isAcceptingResponses ?? false;
}

/** Whether the form must be published anew to accept, or not to. */
export function isDoorDue(live: LiveForm, door: boolean): boolean {
  return live.publishSettings?.publishState?.isPublished !== true || isAccepting(live) !== door;
}

type Wishes = { readonly wanted: WantedForm; readonly asked: readonly FormItem[]; readonly accepting: boolean };

/** Ours on the live form that is wanted no longer, and whatever is not as we left it. */
function compare(
  live: LiveForm,
  { wanted, asked, accepting }: Wishes,
  last: AppliedForm,
): { readonly retired: readonly FormItem[]; readonly strange: HandEdits } {
  const current = live.items ?? [];
  const byId = new Map(current.map((item) => [idOf(item), item]));
  const wantedIds = new Set(asked.map(idOf));
  const besides = current.filter((item) => !wantedIds.has(idOf(item)));
  const retired = besides.filter((item) => idOf(item) in last.items);
  return {
    retired,
    strange: {
      infoEdited: isInfoHandEdited(live, wanted, last),
      addressEdited: isAddressHandEdited(live, last),
      added: besides.filter((item) => !retired.includes(item)),
      edited: asked.filter((item) => isHandEdited(byId.get(idOf(item)), item, last)),
      deleted: asked.filter((item) => idOf(item) in last.items && !byId.has(idOf(item))),
      kept: accepting ? retired : [],
      formerOptions: asked.flatMap((item, index) => formerOptionWords(item, wanted.items[index])),
    },
  };
}

function idOf(item: FormItem): string {
  return item.itemId ?? '';
}

function byPlaceIn(items: readonly FormItem[]) {
  return (a: FormItem, b: FormItem) => items.indexOf(a) - items.indexOf(b);
}

function infoEdits(live: LiveForm, { title, description }: WantedForm): readonly FormRequest[] {
  const same = live.info?.title === title && (live.info.description ?? '') === description;
  return same ? [] : [{ updateFormInfo: { info: { title, description }, updateMask: 'title,description' } }];
}

/**
 * The form keeps no address of its own accord: a city may have no Google account to sign in with, and a typed address
 * proves nothing. Fact: google-forms, updateSettings; a form of an organisation's account may begin otherwise.
 */
const emailCollectionType = 'DO_NOT_COLLECT';

/** Set once, when the form is first made; afterwards it is people's. */
function addressEdits(live: LiveForm, last: AppliedForm): readonly FormRequest[] {
  if (hasWording(last) || keepsNone(live)) return [];
  return [{ updateSettings: { settings: { emailCollectionType }, updateMask: 'emailCollectionType' } }];
}

/** Whether somebody made the form keep addresses, or ask people to sign in. */
function isAddressHandEdited(live: LiveForm, last: AppliedForm): boolean {
  return hasWording(last) && !keepsNone(live);
}

function keepsNone({ settings }: LiveForm): boolean {
  return settings?.emailCollectionType === emailCollectionType;
}
