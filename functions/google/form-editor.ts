import type { FormEditor } from '../ports.ts';
import { accepted, type Google, Refusal } from './client.ts';

/** The Forms adapter of the form editor port. */
export function createFormEditor(google: Google, formId: string): FormEditor {
  return {
    async get() {
      const what = 'the reading of the form';
      return accepted(what, await google.call(what, () => google.forms.forms.get({ formId })));
    },
    async edit(requests, requiredRevisionId) {
      const what = 'the edit of the form';
      const answer = await google.call(what, () =>
        google.forms.forms.batchUpdate({
          formId,
          requestBody: { requests: [...requests], writeControl: { requiredRevisionId }, includeFormInResponse: true },
        }),
      );
      if (!(answer instanceof Refusal)) return { made: answer.form ?? (await this.get()) };
      // A stale revision and a wrong request are both 400; a second reading tells them apart.
      const now = await this.get();
      if (now.revisionId !== requiredRevisionId) return 'stale';
      return { refused: answer.message };
    },
    async publish(isAcceptingResponses) {
      const what = 'the publishing of the form';
      const publishSettings = { publishState: { isPublished: true, isAcceptingResponses } };
      const answer = await google.call(what, () =>
        google.forms.forms.setPublishSettings({
          formId,
          requestBody: { publishSettings, updateMask: 'publishState' },
        }),
      );
      return answer instanceof Refusal ? { refused: answer.message } : 'done';
    },
  };
}
