import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../sheets-schema/zone.ts';
import type { FormResponse, ResponsePart, Responses, Submission } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { accepted, type Google, Refusal, statusOf } from './client.ts';
import { noLongerThan, TOO_LONG } from './retries.ts';

const PAGE = 5000;
/** Responses of a part, when all there are would be too much at once. */
const PART = 500;
/** Bytes of texts taken in at once. */
const MOST_BYTES = 8_000_000;
/** What one person wrote in one response is not parted, and may be so many times as much. */
const OF_ONE = 2;
/** Bytes that a response has beside its answers, roughly. */
const FRAME = 500;

/**
 * The Forms adapter of the responses port. The order of the list is not documented, so none is relied on; nor is what
 * becomes of its pages when responses come in between, so each submission counts once. Fact: google-forms, responses.list.
 *
 * Usually one call brings all that is asked for. When that is more than memory is kept for, ids and times alone are
 * listed first, and the texts are read oldest first: whole pages of the list where they hold what comes next, one by one
 * what they do not bring.
 */
export function createResponses(google: Google, formId: string, mostBytes = MOST_BYTES): Responses {
  const form = formOf(google, formId, mostBytes);
  return {
    formId,
    async since(time, isKnown) {
      const filter = time ? { filter: `timestamp >= ${time}` } : {};
      const all = await readAll(form, filter);
      if (all) return { responses: oldestFirst(all.filter((one) => !isKnown(one))), more: null };
      const pages = (await listPages(form, { ...filter, pageSize: PART })).map(({ pageToken, submissions }) => ({
        texts: () => form.texts({ ...filter, pageSize: PART, ...pageToken }),
        waiting: submissions.filter((one) => !isKnown(one)),
      }));
      const pageOf = new Map(pages.flatMap((page) => page.waiting.map((one) => [keyOf(one), page] as const)));
      return readPart(form, pageOf, oldestFirst(onePerKey(pages.flatMap(({ waiting }) => waiting))));
    },
    async submissions() {
      return onePerKey((await listPages(form, { pageSize: PAGE })).flatMap(({ submissions }) => submissions));
    },
  };
}

type Asked = Omit<forms_v1.Params$Resource$Forms$Responses$List, 'formId'>;

/** The calls, each to one form. */
function formOf(google: Google, formId: string, mostBytes: number) {
  const { responses } = google.forms.forms;
  const what = `the list of responses of the form ${formId}`;
  const list = (asked: Asked, bytes = mostBytes) =>
    google.call(what, () => responses.list({ formId, ...asked }, noLongerThan(bytes)));
  /** So much may wait that Google itself gives up over it: then nothing but ids and times is listed in this run. */
  let isTooMuch = false;
  const listTexts = async (asked: Asked, bytes?: number) => {
    if (isTooMuch) return null;
    try {
      const answer = await list(asked, bytes);
      return answer instanceof Refusal && answer.status === TOO_LONG ? null : answer;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'google.unreachable') throw error;
      isTooMuch = true;
      return null;
    }
  };
  return {
    mostBytes,
    submissions: async (asked: Asked) => accepted(what, await list({ ...asked, fields: SUBMISSIONS }, MOST_BYTES)),
    /** A page with its texts; null when it is longer than that. */
    async page(asked: Asked, bytes: number) {
      const answer = await listTexts(asked, bytes);
      return answer && accepted(what, answer);
    },
    /** What a page holds by now; nothing when it is too long, or its token is no longer good. */
    async texts(asked: Asked): Promise<readonly FormResponse[]> {
      const answer = await listTexts(asked);
      return answer === null || answer instanceof Refusal ? [] : (answer.responses ?? []).map(responseOf);
    },
    /** Null when there is no such submission any more: the response was taken away, or sent again. */
    async one(submission: Submission): Promise<FormResponse | null> {
      const { responseId, lastSubmittedTime } = submission;
      const get = google.call(what, () => responses.get({ formId, responseId }, noLongerThan(OF_ONE * mostBytes)));
      const answer = await get.catch((error) => {
        if (statusOf(error) === 404) return null;
        throw error;
      });
      if (answer === null) return null;
      if (answer instanceof Refusal && answer.status === TOO_LONG) return tooLong(submission);
      const response = responseOf(accepted(what, answer));
      return response.lastSubmittedTime === lastSubmittedTime ? response : null;
    },
  };
}

type Form = ReturnType<typeof formOf>;

/** Everything that is asked for, or null when it has more bytes than are taken in at once. */
async function readAll(form: Form, asked: Asked): Promise<readonly FormResponse[] | null> {
  const found: FormResponse[] = [];
  let left = form.mostBytes;
  let pageToken: string | null | undefined;
  do {
    const page = left > 0 ? await form.page({ ...asked, pageSize: PAGE, ...(pageToken && { pageToken }) }, left) : null;
    if (page === null) return null;
    const read = (page.responses ?? []).map(responseOf);
    left -= read.reduce((sum, response) => sum + sizeOf(response), 0);
    found.push(...read);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return onePerKey(found);
}

/** A page of the list, by what leads to it. */
type ListedPage = { readonly pageToken: Pick<Asked, 'pageToken'>; readonly submissions: readonly Submission[] };

const SUBMISSIONS = 'responses(responseId,createTime,lastSubmittedTime),nextPageToken';

/** Ids and times, and nothing of what anybody wrote. */
async function listPages(form: Form, asked: Asked): Promise<readonly ListedPage[]> {
  const pages: ListedPage[] = [];
  let pageToken: Pick<Asked, 'pageToken'> | null = {};
  while (pageToken) {
    const page: forms_v1.Schema$ListFormResponsesResponse = await form.submissions({ ...asked, ...pageToken });
    pages.push({ pageToken, submissions: (page.responses ?? []).map(submissionOf) });
    pageToken = page.nextPageToken ? { pageToken: page.nextPageToken } : null;
  }
  return pages;
}

type WaitingPage = {
  readonly texts: () => Promise<readonly FormResponse[]>;
  readonly waiting: readonly Submission[];
};

/**
 * The next of those that wait, oldest first, and how to go on. A page is read whole when all that waits in it comes soon:
 * in a list that is in order nearly every response comes that way, in one that is not none does.
 */
async function readPart(
  form: Form,
  pageOf: ReadonlyMap<string, WaitingPage>,
  waiting: readonly Submission[],
): Promise<ResponsePart> {
  const soon = new Set(waiting.slice(0, 2 * PART).map(keyOf));
  const read = new Set<WaitingPage>();
  const brought = new Map<string, FormResponse>();
  const responses: FormResponse[] = [];
  let taken = 0;
  let size = 0;
  for (const submission of waiting) {
    const key = keyOf(submission);
    if (size >= form.mostBytes / 2 || (taken >= PART && !brought.has(key))) break;
    const page = pageOf.get(key);
    if (page && !read.has(page) && page.waiting.every((one) => soon.has(keyOf(one)))) {
      read.add(page);
      for (const response of await page.texts()) brought.set(keyOf(response), response);
    }
    const response = brought.get(key) ?? (await form.one(submission));
    brought.delete(key);
    taken += 1;
    if (response === null) continue;
    responses.push(response);
    size += sizeOf(response);
  }
  const rest = waiting.slice(taken);
  const more = rest.length > 0 ? () => readPart(form, pageOf, rest) : null;
  return responses.length === 0 && more ? more() : { responses, more };
}

function keyOf({ responseId, lastSubmittedTime }: Submission): string {
  return `${responseId} ${lastSubmittedTime}`;
}

function onePerKey<T extends Submission>(submissions: readonly T[]): readonly T[] {
  return [...new Map(submissions.map((one) => [keyOf(one), one])).values()];
}

function oldestFirst<T extends Submission>(submissions: readonly T[]): readonly T[] {
  return submissions.toSorted((a, b) =>
    Temporal.Instant.compare(instantOf(a.lastSubmittedTime), instantOf(b.lastSubmittedTime)),
  );
}

function sizeOf({ answers }: FormResponse): number {
  return [...answers.values()].flat().reduce((sum, text) => sum + text.length, FRAME);
}

function submissionOf({ responseId, createTime, lastSubmittedTime }: forms_v1.Schema$FormResponse) {
  return { responseId: responseId ?? '', createTime: createTime ?? '', lastSubmittedTime: lastSubmittedTime ?? '' };
}

function tooLong(submission: Submission & { readonly createTime?: string }): FormResponse {
  const { lastSubmittedTime, createTime = lastSubmittedTime } = submission;
  return { ...submission, createTime, respondentEmail: null, answers: new Map(), isTooLong: true };
}

function responseOf(raw: forms_v1.Schema$FormResponse): FormResponse {
  const answers = Object.entries(raw.answers ?? {}).map(
    ([questionId, { textAnswers }]) =>
      [questionId, (textAnswers?.answers ?? []).map((answer) => answer.value ?? '')] as const,
  );
  return { ...submissionOf(raw), respondentEmail: raw.respondentEmail ?? null, answers: new Map(answers) };
}
