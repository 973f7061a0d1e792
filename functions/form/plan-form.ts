import { z } from 'zod';
import type { FormItem, FormRequest, LiveForm } from '../ports.ts';
import { hashOf, type WantedForm } from './wanted-form.ts';

/** What the Form was last made to be; kept in one cell of `_hệ thống`. */
export type AppliedForm = {
  /** Of the whole wanted form. */
  readonly hash: string;
  /** By item id: hash of the item as last applied, to tell a hand edit from a change of ours. */
  readonly items: Readonly<Record<string, string>>;
  /** What people changed on the live form by hand, and what could not be taken off while it accepts. Vietnamese. */
  readonly strange: readonly string[];
};

const applied = z.object({ hash: z.string(), items: z.record(z.string(), z.string()), strange: z.array(z.string()) });

export const NEVER_APPLIED: AppliedForm = { hash: '', items: {}, strange: [] };

export function readApplied(cell: string): AppliedForm {
  try {
    return applied.parse(JSON.parse(cell));
  } catch {
    return NEVER_APPLIED;
  }
}

/** What people changed on the live form by hand, as it was when the Form was last looked at. Vietnamese. */
export function strangeOf(cell: string): readonly string[] {
  return readApplied(cell).strange;
}

export type FormPlan = {
  /** Sections a question leads to must exist before it: they are made in a call of their own. */
  readonly sections: readonly FormRequest[];
  readonly edits: readonly FormRequest[];
  /** Whether the form must be published anew, and accepting or not. */
  readonly publish: boolean;
  readonly applied: AppliedForm;
};

/**
 * The edits that turn the live form into the wanted one. Ids stay, so answers keep their questions. While a round
 * accepts, nothing is taken off; what people changed by hand is reported, never overwritten.
 */
export function planForm(live: LiveForm, wanted: WantedForm, last: AppliedForm): FormPlan {
  const current = live.items ?? [];
  const byId = new Map(current.map((item) => [item.itemId ?? '', item]));
  const state = live.publishSettings?.publishState;
  const accepting = state?.isAcceptingResponses === true && wanted.accepting;
  const wantedIds = new Set(wanted.items.map((item) => item.itemId ?? ''));
  const retired = current.filter((item) => !wantedIds.has(item.itemId ?? '') && (item.itemId ?? '') in last.items);
  const removed = accepting ? [] : retired;
  const kept = current.filter((item) => !removed.includes(item));
  const foreign = kept.filter((item) => !wantedIds.has(item.itemId ?? ''));
  const handEdited = wanted.items.filter((item) => isHandEdited(byId.get(item.itemId ?? ''), item, last));
  const sections = wanted.items.filter((item) => item.pageBreakItem && !byId.has(item.itemId ?? ''));
  return {
    sections: sections.map((item, index) => create(item, current.length + index)),
    edits: [
      ...infoEdits(live, wanted),
      ...deletions([...current, ...sections], removed),
      ...arrange([...kept, ...sections], withForeign(wanted.items, kept, foreign), new Set(handEdited)),
    ],
    publish: state?.isPublished !== true || (state.isAcceptingResponses ?? false) !== wanted.accepting,
    applied: {
      hash: hashOf(wanted),
      items: Object.fromEntries([
        ...wanted.items.map((item) => [item.itemId ?? '', hashOf(comparable(item))]),
        ...(accepting ? retired : []).map((item) => [item.itemId ?? '', hashOf(comparable(item))]),
      ]),
      strange: strangeWords(foreign, retired, handEdited, accepting),
    },
  };
}

function strangeWords(
  foreign: readonly FormItem[],
  retired: readonly FormItem[],
  handEdited: readonly FormItem[],
  accepting: boolean,
): readonly string[] {
  const byHand = foreign.filter((item) => !retired.includes(item));
  return [
    ...byHand.map((item) => `câu hỏi "${item.title ?? ''}" được thêm tay trên biểu mẫu`),
    ...handEdited.map((item) => `câu hỏi "${item.title ?? ''}" đã bị sửa tay trên biểu mẫu`),
    ...(accepting ? retired : []).map(
      (item) => `câu hỏi "${item.title ?? ''}" đã thôi dùng trong Đề cương nhưng kỳ đang mở nên chưa gỡ`,
    ),
  ];
}

/** Neither what we last made of it nor what we want now. */
function isHandEdited(live: FormItem | undefined, want: FormItem, last: AppliedForm): boolean {
  const before = last.items[want.itemId ?? ''];
  if (!live || before === undefined) return false;
  const now = hashOf(comparable(live));
  return now !== before && now !== hashOf(comparable(want));
}

function infoEdits(live: LiveForm, { title, description }: WantedForm): readonly FormRequest[] {
  const same = live.info?.title === title && (live.info.description ?? '') === description;
  return same ? [] : [{ updateFormInfo: { info: { title, description }, updateMask: 'title,description' } }];
}

/** From the last to the first, so that no index moves before it is used. */
function deletions(current: readonly FormItem[], removed: readonly FormItem[]): readonly FormRequest[] {
  return removed
    .map((item) => current.indexOf(item))
    .sort((a, b) => b - a)
    .map((index) => ({ deleteItem: { location: { index } } }));
}

/** The wanted order, with items that are not ours left behind the item they stand behind now. */
function withForeign(
  wanted: readonly FormItem[],
  kept: readonly FormItem[],
  foreign: readonly FormItem[],
): readonly FormItem[] {
  const order = [...wanted];
  for (const item of foreign) {
    const before = kept[kept.indexOf(item) - 1]?.itemId;
    const place = order.findIndex((candidate) => candidate.itemId === before);
    order.splice(place + 1, 0, item);
  }
  return order;
}

/** Walks the wanted order; at each place the item is there, is moved there from further on, or is made there. */
function arrange(
  start: readonly FormItem[],
  order: readonly FormItem[],
  untouched: ReadonlySet<FormItem>,
): readonly FormRequest[] {
  const working = [...start];
  const requests: FormRequest[] = [];
  for (const [index, item] of order.entries()) {
    const at = working.findIndex((candidate) => candidate.itemId === item.itemId);
    if (at < 0) {
      requests.push(create(item, index));
      working.splice(index, 0, item);
      continue;
    }
    const live = working[at] as FormItem;
    if (at !== index) {
      requests.push({ moveItem: { originalLocation: { index: at }, newLocation: { index } } });
      working.splice(index, 0, ...working.splice(at, 1));
    }
    if (!untouched.has(item) && hashOf(comparable(live)) !== hashOf(comparable(item)))
      requests.push(update(item, index));
  }
  return requests;
}

function create(item: FormItem, index: number): FormRequest {
  return { createItem: { item, location: { index } } };
}

/** The whole item goes along with its ids: a blank id under the mask would orphan earlier answers. Fact: google-forms, updateItem. */
function update(item: FormItem, index: number): FormRequest {
  const updateMask = item.questionItem ? 'title,description,questionItem' : 'title,description';
  return { updateItem: { item, location: { index }, updateMask } };
}

/** An item with its keys in one order and defaults left out, as the API answers. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([, held]) => held !== false && held !== '' && held !== null && held !== undefined,
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, held]) => [key, comparable(held)]),
  );
}
