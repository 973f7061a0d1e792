import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { FormResponse, Responses } from '../ports.ts';
import { accepted, type Google } from './client.ts';

const PAGE = 5000;

/**
 * The Forms adapter of the responses port. The order of the list is not documented, so none is relied on; nor is what
 * becomes of its pages when responses come in between, so each submission counts once. Fact: google-forms, responses.list.
 */
export function createResponses(google: Google, formId: string): Responses {
  return {
    formId,
    async since(time) {
      const found = new Map<string, FormResponse>();
      let pageToken: string | undefined;
      do {
        const page = await readPage(google, formId, time, pageToken);
        for (const response of (page.responses ?? []).map(responseOf)) found.set(submission(response), response);
        pageToken = page.nextPageToken ?? undefined;
      } while (pageToken);
      return [...found.values()];
    },
  };
}

function submission({ responseId, lastSubmittedTime }: FormResponse): string {
  return `${responseId} ${lastSubmittedTime}`;
}

async function readPage(google: Google, formId: string, time: string | null, pageToken: string | undefined) {
  const what = `the list of responses of the form ${formId}`;
  return accepted(
    what,
    await google.call(what, () =>
      google.forms.forms.responses.list({
        formId,
        pageSize: PAGE,
        ...(time && { filter: `timestamp >= ${time}` }),
        ...(pageToken && { pageToken }),
      }),
    ),
  );
}

function responseOf(raw: forms_v1.Schema$FormResponse): FormResponse {
  const answers = Object.entries(raw.answers ?? {}).map(
    ([questionId, { textAnswers }]) =>
      [questionId, (textAnswers?.answers ?? []).map((answer) => answer.value ?? '')] as const,
  );
  return {
    responseId: raw.responseId ?? '',
    createTime: raw.createTime ?? '',
    lastSubmittedTime: raw.lastSubmittedTime ?? '',
    respondentEmail: raw.respondentEmail ?? null,
    answers: new Map(answers),
  };
}
