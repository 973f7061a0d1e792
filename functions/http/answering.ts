import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import { Problem } from '../shared/problem.ts';
import { type Log, log } from './log.ts';
import { type Query, queryOf } from './query.ts';
import { type CountedBy, startRun } from './run.ts';

/** Bytes, as the request says. A push or a scheduler's call has some hundreds. */
const LARGEST_BODY = 256 * 1024;

/** A hint, and nothing to rely on: whoever may call may say anything. */
export type Hints = { readonly body: unknown; readonly query: Query };

/**
 * An HTTP function that takes POST and answers JSON. A Forms notification is a push without data, so its body is no more
 * than a hint: what happened is read from the services. Fact: google-forms, functions-framework.
 */
export function answering(
  name: string,
  act: (countedBy: CountedBy, hints: Hints) => Promise<object>,
  to: Log = log,
): HttpFunction {
  return async (request, response) => {
    if (isRefused(name, request, response)) return;
    const run = startRun(name);
    try {
      const summary = await act(run.countedBy, { body: request.body, query: queryOf(request) });
      to.info({ ...summary, ...run.facts() }, `${name} done`);
      response.status(200).json(summary);
    } catch (err) {
      const { status, body } = failure(err);
      to.error({ ...run.facts(), code: body.code, err }, `${name} failed`);
      response.status(status).json({ error: body, run: run.id });
    }
  };
}

function isRefused(name: string, request: Request, response: Response): boolean {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST');
    refuse(response, 405, { code: 'method', message: `${name} takes POST.` });
    return true;
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) {
    refuse(response, 413, { code: 'body', message: `A body of more than ${LARGEST_BODY} bytes is not for ${name}.` });
    return true;
  }
  return false;
}

function refuse(response: Response, status: number, error: { code: string; message: string }): void {
  response.status(status).json({ error });
}

/** What is known and passes is 503, so that whoever called tries again; the details of the rest stay in the log. */
function failure(error: unknown): { status: number; body: { code: string; message: string } } {
  if (error instanceof Problem) return { status: 503, body: { code: error.code, message: error.message } };
  return { status: 500, body: { code: 'unexpected', message: 'See the log.' } };
}
