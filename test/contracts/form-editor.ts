import { expect } from 'vitest';
import type { FormEditor, FormRequest, LiveForm } from '../../functions/ports.ts';
import type { Contract } from './contract.ts';

/** An empty form that nobody has published, its editor, and the hand of its owner. */
export type FormUnderEdit = {
  readonly editor: FormEditor;
  /** The owner edits the form in the browser. */
  byHand(request: FormRequest): Promise<void>;
};

/** The request that puts a question of a known id, eight hex digits, at an index. */
const question = (itemId: string, title: string, index = 0): FormRequest => ({
  createItem: { item: { itemId, title, questionItem: { question: { textQuestion: {} } } }, location: { index } },
});
const retitled = (title: string): FormRequest => ({ updateFormInfo: { info: { title }, updateMask: 'title' } });
const beyondTheEnd: FormRequest = { deleteItem: { location: { index: 40 } } };

const titlesOf = ({ items = [] }: LiveForm) => items.map(({ title }) => title);
const isOpen = ({ publishSettings }: LiveForm) => publishSettings?.publishState?.isAcceptingResponses ?? false;
const revisionOf = async (editor: FormEditor) => (await editor.get()).revisionId ?? '';

/** What a form does behind the editor port. */
export const formEditorContract: Contract<FormUnderEdit> = {
  async 'a form is read with its revision and no items'({ editor }) {
    const form = await editor.get();
    expect(form.revisionId).toBeTruthy();
    expect(titlesOf(form)).toEqual([]);
  },
  async 'an edit planned for this revision is done, in the order of its requests'({ editor }) {
    const requests = [question('000000a1', 'một'), question('000000a2', 'hai', 1), retitled('Báo cáo kỳ 10')];
    const outcome = await editor.edit(requests, await revisionOf(editor));
    const form = await editor.get();
    expect(outcome).toEqual({ made: form });
    expect([titlesOf(form), form.info?.title]).toEqual([['một', 'hai'], 'Báo cáo kỳ 10']);
    expect(form.items?.map(({ itemId }) => itemId)).toEqual(['000000a1', '000000a2']);
  },
  async 'an edit makes another revision, a reading makes none'({ editor }) {
    const before = await revisionOf(editor);
    expect(await revisionOf(editor)).toBe(before);
    await editor.edit([question('000000a1', 'một')], before);
    expect(await revisionOf(editor)).not.toBe(before);
  },
  async 'an edit planned for an older revision changes nothing'({ editor, byHand }) {
    const before = await revisionOf(editor);
    await byHand(question('000000b1', 'của người'));
    expect(await editor.edit([question('000000a1', 'một')], before)).toBe('stale');
    expect(titlesOf(await editor.get())).toEqual(['của người']);
  },
  async 'of an edit that is refused nothing is done, and the words of the refusal are told'({ editor }) {
    const before = await revisionOf(editor);
    const outcome = await editor.edit([question('000000a1', 'một'), beyondTheEnd], before);
    expect(outcome).toEqual({ refused: expect.stringMatching(/\S/) });
    expect(titlesOf(await editor.get())).toEqual([]);
    expect(await editor.edit([question('000000a1', 'một')], await revisionOf(editor))).toHaveProperty('made');
  },
  async 'what is both stale and wrong is stale: planned anew it may be right'({ editor, byHand }) {
    const before = await revisionOf(editor);
    await byHand(question('000000b1', 'của người'));
    expect(await editor.edit([beyondTheEnd], before)).toBe('stale');
  },
  async 'it accepts answers when it is told to, and no more when it is told so'({ editor }) {
    await editor.edit([question('000000a1', 'một')], await revisionOf(editor));
    await editor.publish(true);
    expect(isOpen(await editor.get())).toBe(true);
    await editor.publish(false);
    const form = await editor.get();
    expect([isOpen(form), form.publishSettings?.publishState?.isPublished]).toEqual([false, true]);
    expect(titlesOf(form)).toEqual(['một']);
  },
};
