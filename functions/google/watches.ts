import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { Watch, WatchEvent, Watches } from '../ports.ts';
import { type Problem, problem } from '../shared/problem.ts';
import { accepted, type Google, Refusal, refused, statusOf } from './client.ts';

/** The Forms adapter of the watches port. Fact: google-forms, watches. */
export function createWatches(google: Google, formId: string): Watches {
  const { watches } = google.forms.forms;
  return {
    async list() {
      const what = 'the list of watches';
      const answer = accepted(what, await google.call(what, () => watches.list({ formId })));
      return (answer.watches ?? []).map(watchOf);
    },
    async create(event, topic) {
      const what = `the making of a watch for ${event}`;
      const watch = { eventType: event, target: { topic: { topicName: topic } } };
      const making = google.call(what, () => watches.create({ formId, requestBody: { watch } }));
      const answer = await making.catch((error) => {
        throw statusOf(error) === 403 ? topicRefused(topic, error) : error;
      });
      if (!(answer instanceof Refusal)) return watchOf(answer);
      // The one 400 that a well-formed request can meet: such a watch exists already. The caller looks which one.
      if (answer.status === 400) return null;
      throw refused(what, answer);
    },
    async renew(watchId) {
      const what = 'the renewal of a watch';
      const answer = await unlessGone(google.call(what, () => watches.renew({ formId, watchId, requestBody: {} })));
      return answer === null || answer instanceof Refusal ? null : watchOf(answer);
    },
    async remove(watchId) {
      const what = 'the removal of a watch';
      const answer = await unlessGone(google.call(what, () => watches.delete({ formId, watchId })));
      if (answer !== null) accepted(what, answer);
    },
  };
}

/** A watch that is gone is answered 404 when it is renewed and 403 when it is deleted a second time. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) return null;
    throw error;
  }
}

type ClientError = { readonly status?: number; readonly message?: string };

/** Who may not reach the form is refused its list of watches before; Google probes the topic when a watch is made. */
function topicRefused(topic: string, { cause }: Problem): Problem {
  const { status, message } = cause as ClientError;
  return problem('watch.topic', [topic, `${status} ${message}`.replace(/\.$/, '')], cause);
}

function watchOf(raw: forms_v1.Schema$Watch): Watch {
  return {
    id: raw.id ?? '',
    event: raw.eventType as WatchEvent,
    topic: raw.target?.topic?.topicName ?? '',
    expires: raw.expireTime ?? '',
    state: raw.state === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE',
    cause: raw.errorType ?? null,
  };
}
