import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import { log } from './log.ts';
import { Problem } from './problem.ts';

/** Bytes. A push or a scheduler's call has some hundreds; the framework itself would take a gigabyte. */
const LARGEST_BODY = 256 * 1024;

/** Tells where Google calls are counted, so that a run that fails is logged with its count too. */
export type CountedBy = (calls: () => number) => void;

/**
 * An HTTP function that takes POST and answers JSON. A Forms notification is a push without data, so its body is no more
 * than a hint: what happened is read from the services. Fact: google-forms, functions-framework.
 */
export function answering(name: string, act: (countedBy: CountedBy) => Promise<object>): HttpFunction {
  return async (request, response) => {
    if (isRefused(name, request, response)) return;
    let googleCalls = () => 0;
    const started = performance.now();
    const run = randomUUID();
    const facts = () => ({
      function: name,
      run,
      ms: Math.round(performance.now() - started),
      googleCalls: googleCalls(),
    });
    try {
      const summary = await act((calls) => {
        googleCalls = calls;
      });
      log.info({ ...summary, ...facts() }, `${name} done`);
      response.status(200).json(summary);
    } catch (error) {
      const { status, body } = failure(error);
      log.error({ ...facts(), code: body.code, err: error }, `${name} failed`);
      response.status(status).json({ error: body, run });
    }
  };
}

function isRefused(name: string, request: Request, response: Response): boolean {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST');
    refuse(response, 405, { code: 'method', message: `${name} takes POST.` });
    return true;
  }
  if ((request.rawBody?.length ?? 0) > LARGEST_BODY) {
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
