import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { bounded } from '../../sheets-schema/text.ts';
import { fixedIds, questionsById } from '../domain/judging/asked-questions.ts';
import type { FormEditor, FormResponse } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { type AppliedForm, readApplied } from './applied-form.ts';
import type { AskedForm } from './asked-form.ts';
import { hashOf } from './form-hash.ts';
import { planForm } from './plan-form.ts';
import type { WantedForm } from './wanted-form.ts';

/** Keeps the Form in step with the Sheet. */
export type FormFollower = {
  /**
   * Edits the form when it should be something else than last applied. The hash goes into the next commit. A form that
   * Google would not make so stays as it is, and the hash says why: every run tries again, and reports still come in.
   */
  follow(
    asked: AskedForm,
    last: LastSeen,
  ): Promise<{
    readonly hash: string;
    readonly changed: boolean;
  }>;
};

/** What is known of the Form without looking at it. */
export type LastSeen = {
  /** As it was last applied. */
  readonly formHash: string;
  /** New ones. */
  readonly responses: readonly Pick<FormResponse, 'answers'>[];
  /** Every question there ever was. */
  readonly outline: readonly OutlineQuestion[];
};

const MOST_ATTEMPTS = 5;
/** Nobody has said how many requests one batch may hold; so many it surely may. Fact: google-forms, batchUpdate. */
const MOST_REQUESTS = 100;

export function createFormFollower(editor: FormEditor): FormFollower {
  return {
    async follow({ wanted, wait }, seen) {
      const last = readApplied(seen.formHash);
      const isAsWanted = last.hash === hashOf(wanted) && last.refused === '' && !hasUnknownAnswers(seen);
      if (wait !== null || isAsWanted) return { hash: seen.formHash, changed: false };
      const hash = JSON.stringify(await applyForm(editor, wanted, last));
      return { hash, changed: hash !== seen.formHash };
    },
  };
}

/** Answers to questions nobody asked: somebody edited the live form, so it is looked at again. */
function hasUnknownAnswers({ responses, outline }: LastSeen): boolean {
  if (responses.length === 0) return false;
  const known = questionsById(outline);
  return responses.some(({ answers }) => [...answers.keys()].some((id) => !known.has(id) && !fixedIds.has(id)));
}

/**
 * Reads, plans, edits; again when somebody edited in between, or when there was more to edit than one batch takes. An
 * edit that was interrupted is completed the same way. What Google refuses leaves what was applied last, with its words.
 */
export async function applyForm(editor: FormEditor, wanted: WantedForm, last: AppliedForm): Promise<AppliedForm> {
  const strange = new Set<string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const live = await editor.get();
    const plan = planForm(live, wanted, last);
    // What was deleted by hand and is made again now is no longer missing at the next look.
    for (const words of plan.applied.strange) strange.add(words);
    const next = plan.sections.length > 0 ? plan.sections : plan.edits;
    const batch = next.slice(0, MOST_REQUESTS);
    const outcome = batch.length === 0 ? 'done' : await editor.edit(batch, live.revisionId ?? '');
    if (typeof outcome === 'object') return { ...last, refused: bounded(outcome.refused, LONGEST_WORDS) };
    const isLast = next === plan.edits && batch.length === next.length;
    if (outcome === 'stale' || !isLast) continue;
    if (plan.publish) await editor.publish(wanted.accepting);
    return { ...plan.applied, strange: someOf([...strange]) };
  }
  throw problem('commit.disputed', [MOST_ATTEMPTS]);
}

/** All of it stands in one cell, and people add as many questions as they like. */
const MOST_STRANGE = 20;
const LONGEST_WORDS = 300;

function someOf(words: readonly string[]): readonly string[] {
  const rest = words.length - MOST_STRANGE;
  const told = words.slice(0, MOST_STRANGE).map((one) => bounded(one, LONGEST_WORDS));
  return rest > 0 ? [...told, `… và ${rest} chỗ khác trên biểu mẫu`] : told;
}
