import { createForm, runEmulator, update } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createFormEditor } from '../../functions/google/form-editor.ts';
import type { FormEditor } from '../../functions/ports.ts';
import { createFormAtHand } from '../form/form-at-hand.ts';
import { brokenClauses, keepsContract } from './contract.ts';
import { type FormUnderEdit, formEditorContract } from './form-editor.ts';

const running = runEmulator();

async function realForm(): Promise<FormUnderEdit> {
  const formId = await createForm(running);
  return {
    editor: createFormEditor(createGoogle({ emulator: running.emulator.url }), formId),
    async byHand(request) {
      await update(running, formId, [request]);
    },
  };
}

keepsContract('the Forms adapter, on the emulator', formEditorContract, realForm);
keepsContract('the form at hand', formEditorContract, () => createFormAtHand());

/** The form at hand with one thing wrong. */
const faults: Readonly<Record<string, (right: FormEditor) => Partial<FormEditor>>> = {
  'edits whatever the revision is': (right) => ({
    edit: async (requests) => right.edit(requests, (await right.get()).revisionId ?? ''),
  }),
  'does what it can of a refused edit': (right) => ({
    async edit(requests, revisionId) {
      const outcome = await right.edit(requests, revisionId);
      if (typeof outcome === 'object' && 'refused' in outcome) await right.edit(requests.slice(0, 1), revisionId);
      return outcome;
    },
  }),
  'calls a refused edit done': (right) => ({
    async edit(requests, revisionId) {
      const outcome = await right.edit(requests, revisionId);
      return typeof outcome === 'object' ? { made: await right.get() } : outcome;
    },
  }),
  'calls a refused edit stale': (right) => ({
    async edit(requests, revisionId) {
      const outcome = await right.edit(requests, revisionId);
      return typeof outcome === 'object' && 'refused' in outcome ? 'stale' : outcome;
    },
  }),
  'never closes': (right) => ({ publish: () => right.publish(true) }),
};

test.each(Object.entries(faults))('a form that %s breaks the contract', async (_fault, plant) => {
  const make = async () => {
    const right = await createFormAtHand();
    return { ...right, editor: { ...right.editor, ...plant(right.editor) } };
  };
  expect(await brokenClauses(formEditorContract, make)).not.toEqual([]);
});
