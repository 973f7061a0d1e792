import { readApplied } from './applied-form.ts';
import { doorOf } from './form-rounds.ts';
import type { FormRecord, FormTabs } from './form-tabs.ts';
import type { FormPast } from './promised-dates.ts';
import { type WantedForm, wantedForm } from './wanted-form.ts';
import { promiseWait, wordingWait } from './wording-wait.ts';

/** The Form as the Sheet asks for it, in two parts that do not wait for each other. */
export type AskedForm = {
  readonly wanted: WantedForm;
  /** Why what stands on it must not follow just now. Vietnamese; null when it may. */
  readonly wait: string | null;
  /** Whether it should accept; null while nobody can tell: it stays as it is. */
  readonly door: boolean | null;
};

/** @param past what the form was before, and what was promised meanwhile */
export function askedForm(tabs: FormTabs, record: FormRecord, past: FormPast): AskedForm {
  const { outline, rounds, units } = tabs;
  const wanted = wantedForm({
    outline: outline.rows,
    rounds: rounds.rows,
    units: units.rows,
    expected: record.expected,
    decisions: record.decisions,
    kept: readApplied(past.formHash).round,
  });
  return {
    wanted,
    wait: wordingWait(tabs, record.changeBook, wanted) ?? promiseWait(tabs, wanted, past),
    door: doorOf(rounds, record.changeBook),
  };
}
