import type { Hono } from 'hono';
import { actorOf } from '../../actor.ts';
import { answerFields } from '../../fields.ts';
import { invalidArgument, notFound } from '../../google-error.ts';
import { responseAnswer, responsesAnswer } from '../answer-schema.ts';
import type { Form } from '../form.ts';
import type { FormsContext } from '../forms-context.ts';
import { questionsOf } from '../item-schema.ts';
import { listResponses } from './list-responses.ts';
import { renderResponse } from './stored-response.ts';

/** `forms.responses.list` and `get`. */
export function routeResponses(app: Hono, { store, clock, switches }: FormsContext): void {
  /** Whether answers to deleted questions stay is unknown: they do, unless `forms.drop-deleted-answers` is on. */
  function shownIn(form: Form): (questionId: string) => boolean {
    if (!switches.get('forms.drop-deleted-answers')) return () => true;
    const standing = new Set(form.content.items.flatMap(questionsOf).map(({ questionId }) => questionId));
    return (questionId) => standing.has(questionId);
  }

  app.get('/v1/forms/:formId/responses', (c) => {
    const form = store.readable(c.req.param('formId'), actorOf(c));
    const { filter = '', pageSize = '0', pageToken = '' } = c.req.query();
    if (!/^-?\d+$/.test(pageSize)) throw invalidArgument(`Invalid value at 'page_size' (TYPE_INT32), "${pageSize}"`);
    const query = { filter, pageSize: Number(pageSize), pageToken };
    const { responses, nextPageToken } = listResponses(form, query, { now: clock.nowMillis(), switches });
    const isShown = shownIn(form);
    const answer = {
      ...(responses.length > 0 && { responses: responses.map((response) => renderResponse(response, isShown)) }),
      ...(nextPageToken && { nextPageToken }),
    };
    return answerFields(c, answer, responsesAnswer);
  });

  app.get('/v1/forms/:formId/responses/:responseId', (c) => {
    const form = store.readable(c.req.param('formId'), actorOf(c));
    const response = form.responses.get(c.req.param('responseId'));
    if (!response || response.visibleAt > clock.nowMillis()) throw notFound();
    const answer = { formId: form.formId, ...renderResponse(response, shownIn(form)) };
    return answerFields(c, answer, responseAnswer);
  });
}
