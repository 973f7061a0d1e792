import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { FormResponse, Responses, Submission } from '../ports.ts';
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
      return listAll(google, { formId, ...(time && { filter: `timestamp >= ${time}` }) }, responseOf);
    },
    submissions: () => listAll(google, { formId, fields: SUBMISSIONS }, submissionOf),
  };
}

const SUBMISSIONS = 'responses(responseId,lastSubmittedTime),nextPageToken';

async function listAll<T extends Submission>(
  google: Google,
  asked: { readonly formId: string; readonly filter?: string; readonly fields?: string },
  read: (raw: forms_v1.Schema$FormResponse) => T,
): Promise<readonly T[]> {
  const found = new Map<string, T>();
  let pageToken: string | undefined;
  do {
    const page = await readPage(google, { ...asked, pageSize: PAGE, ...(pageToken && { pageToken }) });
    for (const response of (page.responses ?? []).map(read)) found.set(keyOf(response), response);
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken);
  return [...found.values()];
}

function keyOf({ responseId, lastSubmittedTime }: Submission): string {
  return `${responseId} ${lastSubmittedTime}`;
}

async function readPage(google: Google, asked: forms_v1.Params$Resource$Forms$Responses$List) {
  const what = `the list of responses of the form ${asked.formId}`;
  return accepted(what, await google.call(what, () => google.forms.forms.responses.list(asked)));
}

function submissionOf(raw: forms_v1.Schema$FormResponse): Submission {
  return { responseId: raw.responseId ?? '', lastSubmittedTime: raw.lastSubmittedTime ?? '' };
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
