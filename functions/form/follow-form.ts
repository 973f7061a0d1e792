import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { fixedIds, questionsById } from '../domain/links/form-links.ts';
import type { FormEditor, FormResponse, LiveForm } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { type AppliedForm, hasWording, INFO, readApplied, writeApplied } from './applied-form.ts';
import type { AskedForm } from './asked-form.ts';
import { hashOf } from './form-hash.ts';
import { givenBack } from './given-back.ts';
import { type HandEdits, handEditWords } from './hand-edits.ts';
import { isAccepting, isDoorDue, planForm } from './plan-form.ts';

/** Keeps the Form in step with the Sheet. */
export type FormFollower = {
  /**
   * Edits the form when it should be something else than last applied, and when the look finds it changed by hand. What
   * was made of it goes into the next commit. A form that Google would not make so stays as it is, and the hash says why:
   * every run tries again, and reports still come in.
   */
  follow(
    asked: AskedForm,
    last: LastSeen,
  ): Promise<{
    readonly hash: string;
    /** Whether the live form was edited, opened or closed. */
    readonly changed: boolean;
    readonly looked: boolean;
  }>;
};

/** What is known of the Form without looking at it. */
type LastSeen = {
  /** As it was last applied. */
  readonly formHash: string;
  /** New ones. */
  readonly responses: readonly Pick<FormResponse, 'answers'>[];
  /** Every question there ever was. */
  readonly outline: readonly OutlineQuestion[];
  /** Whether the live form is looked at although nothing of the Sheet changed. */
  readonly look: boolean;
  /** Asked before an edit alone: whether the file is what its last commit left. A restored or copied one edits no form. */
  readonly isOurs: () => Promise<boolean>;
};

const MOST_ATTEMPTS = 5;
/** Nobody has said how many requests one batch may hold; so many it surely may. Fact: google-forms, batchUpdate. */
const MOST_REQUESTS = 100;

export function createFormFollower(editor: FormEditor): FormFollower {
  return {
    async follow(asked, seen) {
      const { formHash, look, isOurs } = seen;
      const asIs = { hash: formHash, changed: false, looked: false };
      const last = readApplied(formHash);
      if (!look && !hasUnknownAnswers(seen) && !differs(asked, last)) return asIs;
      const applied = await applyForm(editor, asked, last, isOurs);
      if (applied === null) return asIs;
      return { hash: writeApplied(applied.form), changed: applied.edited, looked: true };
    },
  };
}

/** A wording that waits is no difference: what stands there stays. */
function differs({ wanted, wait, door }: AskedForm, last: AppliedForm): boolean {
  const isWordingOther = wait === null && last.hash !== hashOf(wanted);
  const isDoorOther = door !== null && door !== last.accepting;
  return isWordingOther || isDoorOther || last.refused !== '';
}

/** Answers to questions nobody asked: somebody edited the live form, so it is looked at again. */
function hasUnknownAnswers({ responses, outline }: LastSeen): boolean {
  if (responses.length === 0) return false;
  const [known, fixed] = [questionsById(outline), fixedIds(outline)];
  return responses.some(({ answers }) => [...answers.keys()].some((id) => !known.has(id) && !fixed.has(id)));
}

/** What became of the form, and whether anything on it is other than it was. */
type Applied = { readonly form: AppliedForm; readonly edited: boolean };

/**
 * Reads, plans, edits; again when somebody edited in between, or when there was more to edit than one batch takes. An
 * edit that was interrupted is completed the same way. What Google refuses leaves what was applied last, with its words.
 * @param isOurs asked before the first edit
 * @returns null when there was something to edit and it is not ours to do
 */
export async function applyForm(
  editor: FormEditor,
  { wanted, wait, door }: AskedForm,
  last: AppliedForm,
  isOurs: LastSeen['isOurs'],
): Promise<Applied | null> {
  const strange = new Set<string>();
  let edited = false;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const live = await editor.get();
    if (wait !== null) return setDoor(editor, live, door, { form: last, edited }, isOurs);
    const plan = planForm(live, wanted, last, door);
    // What was deleted by hand and is made again now is no longer missing at the next look.
    for (const words of handEditWords(plan.strange, true)) strange.add(words);
    const next = plan.sections.length > 0 ? plan.sections : plan.edits;
    const batch = next.slice(0, MOST_REQUESTS);
    if (batch.length > 0 && !(await isOurs())) return null;
    const outcome = batch.length === 0 ? { made: live } : await editor.edit(batch, live.revisionId ?? '');
    if (outcome === 'stale') continue;
    if ('refused' in outcome) return setDoor(editor, live, door, { form: { ...last, ...outcome }, edited }, isOurs);
    if (batch.length > 0) edited = true;
    const isLast = next === plan.edits && batch.length === next.length;
    if (!isLast) continue;
    const given = givenBack(outcome.made, plan.applied.items, handMade(plan.strange), last);
    const form = { ...last, ...plan.applied, given, strange: [...strange], refused: '' };
    return setDoor(editor, live, door, { form, edited }, isOurs);
  }
  throw problem('commit.disputed', [MOST_ATTEMPTS]);
}

/** What stands there in people's words, by the keys of what was applied. */
function handMade({ infoEdited, edited }: HandEdits): ReadonlySet<string> {
  return new Set([...(infoEdited ? [INFO] : []), ...edited.map(({ itemId }) => itemId ?? '')]);
}

/** Opens or closes it, after its questions and whatever became of them. A form without any is not opened. */
async function setDoor(
  editor: FormEditor,
  live: LiveForm,
  door: boolean | null,
  { form, edited }: Applied,
  isOurs: LastSeen['isOurs'],
): Promise<Applied | null> {
  const wished = door === true && !hasWording(form) ? false : door;
  const asIs = { ...form, accepting: isAccepting(live), doorRefused: '' };
  if (wished === null || !isDoorDue(live, wished)) return { form: asIs, edited };
  if (!(await isOurs())) return null;
  const outcome = await editor.publish(wished);
  if (outcome !== 'done') return { form: { ...asIs, doorRefused: outcome.refused }, edited };
  return { form: { ...asIs, accepting: wished }, edited: true };
}
