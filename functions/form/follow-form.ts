import { bounded } from '../../sheets-schema/text.ts';
import { fixedIds, questionsById } from '../domain/judging/asked-questions.ts';
import { readChanges } from '../domain/standing/change-log.ts';
import { expectedOf } from '../domain/standing/expected-units.ts';
import type { FormEditor } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { type AppliedForm, readApplied } from './applied-form.ts';
import { hashOf } from './form-hash.ts';
import { formWait } from './form-wait.ts';
import { planForm } from './plan-form.ts';
import { type WantedForm, wantedForm } from './wanted-form.ts';

/** Keeps the Form in step with the Sheet. */
export type FormFollower = {
  /**
   * Edits the form when it should be something else than last applied. The hash goes into the next commit. A form that
   * Google would not make so stays as it is, and the hash says why: every run tries again, and reports still come in.
   */
  follow(snapshot: Snapshot): Promise<{ readonly hash: string; readonly changed: boolean }>;
};

const MOST_ATTEMPTS = 5;
/** Nobody has said how many requests one batch may hold; so many it surely may. Fact: google-forms, batchUpdate. */
const MOST_REQUESTS = 100;

export function createFormFollower(editor: FormEditor): FormFollower {
  return {
    async follow(snapshot) {
      const { bookkeeping } = snapshot;
      const unchanged = { hash: bookkeeping.formHash, changed: false };
      const wanted = wantedOf(snapshot);
      const last = readApplied(bookkeeping.formHash);
      const isStrange = hasUnknownAnswers(snapshot);
      if (formWait(snapshot, wanted) !== null || (last.hash === hashOf(wanted) && last.refused === '' && !isStrange))
        return unchanged;
      const hash = JSON.stringify(await applyForm(editor, wanted, last));
      return { hash, changed: hash !== bookkeeping.formHash };
    },
  };
}

/** Answers to questions nobody asked: somebody edited the live form, so it is looked at again. */
function hasUnknownAnswers({ responses, people }: Snapshot): boolean {
  if (responses.length === 0) return false;
  const known = questionsById(people.outline.rows);
  return responses.some(({ answers }) => [...answers.keys()].some((id) => !known.has(id) && !fixedIds.has(id)));
}

/** The form as this snapshot's sheet wants it. */
export function wantedOf({ people, logs }: Snapshot): WantedForm {
  const book = readChanges(logs.changes.rows);
  const expected = new Map(
    people.rounds.rows.map((round) => [
      round.id,
      expectedOf(round, people.units.rows, book.last(`round/${round.id}/expected`)),
    ]),
  );
  return wantedForm({ rounds: people.rounds.rows, units: people.units.rows, outline: people.outline.rows, expected });
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
