import { randomInt } from 'node:crypto';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { Google } from '../../functions/google/client.ts';
import { type Answer, ask, need } from './ask.ts';

/** The throw-away form, and what can be done beside the API. */
export type LiveForm = {
  readonly google: Google;
  readonly formId: string;
  /** Null when nobody can answer the form; says why. */
  readonly respondents: Respondents | { readonly because: string };
  readonly watchTopic: string | null;
  /** Whether the caller is a service account. */
  readonly isServiceAccount: boolean;
};

/** Who answers the form: a person who was shown the link, or the emulator's own. */
export type Respondents = {
  /** Whether a prefilled link was opened, or the answers were given past it. */
  readonly opensLinks: boolean;
  /** Comes back when each text was answered to the question. @throws when nobody answered in time */
  answer(questionId: string, texts: readonly string[]): Promise<void>;
};

/** `[0-7][0-9a-f]{7}`, drawn anew each time so that the same form can serve twice. */
export function newHexId(): string {
  return randomInt(0x1000_0000, 0x7fff_ffff).toString(16).padStart(8, '0');
}

export async function getForm({ google, formId }: LiveForm): Promise<forms_v1.Schema$Form> {
  return need(() => google.forms.forms.get({ formId }));
}

export function edit(
  { google, formId }: LiveForm,
  requests: readonly forms_v1.Schema$Request[],
  requiredRevisionId?: string,
): Promise<Answer<forms_v1.Schema$BatchUpdateFormResponse>> {
  const writeControl = requiredRevisionId === undefined ? {} : { writeControl: { requiredRevisionId } };
  return ask(() =>
    google.forms.forms.batchUpdate({ formId, requestBody: { requests: [...requests], ...writeControl } }),
  );
}

/** At the end of the form. */
export async function append(
  form: LiveForm,
  ...items: readonly forms_v1.Schema$Item[]
): Promise<Answer<forms_v1.Schema$BatchUpdateFormResponse>> {
  const start = (await getForm(form)).items?.length ?? 0;
  return edit(
    form,
    items.map((item, at) => ({ createItem: { item, location: { index: start + at } } })),
  );
}

export function textItem(title: string, questionId: string, itemId: string = newHexId()): forms_v1.Schema$Item {
  return { itemId, title, questionItem: { question: { questionId, textQuestion: {} } } };
}

export function choiceItem(title: string, options: readonly forms_v1.Schema$Option[]): forms_v1.Schema$Item {
  const choiceQuestion = { type: 'RADIO', options: [...options] };
  return {
    itemId: newHexId(),
    title,
    questionItem: { question: { questionId: newHexId(), choiceQuestion } },
  };
}

export async function listResponses(
  { google, formId }: LiveForm,
  query: { readonly filter?: string; readonly pageSize?: number; readonly pageToken?: string } = {},
): Promise<Answer<forms_v1.Schema$ListFormResponsesResponse>> {
  return ask(() => google.forms.forms.responses.list({ formId, ...query }));
}
