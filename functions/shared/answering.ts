import { randomUUID } from 'node:crypto';
import type { HttpFunction } from '@google-cloud/functions-framework';
import { log } from './log.ts';
import { Problem } from './problem.ts';

/**
 * An HTTP function that takes POST and answers JSON. A Forms notification is a push without data, so its body is no more
 * than a hint: what happened is read from the services. Fact: google-forms, functions-framework.
 */
export function answering(name: string, act: () => Promise<object>): HttpFunction {
  return async (request, response) => {
    if (request.method !== 'POST') {
      response
        .set('Allow', 'POST')
        .status(405)
        .json({ error: { code: 'method', message: `${name} takes POST.` } });
      return;
    }
    const run = randomUUID();
    const started = performance.now();
    try {
      const summary = await act();
      const ms = Math.round(performance.now() - started);
      log.info({ function: name, run, ms, ...summary }, `${name} done`);
      response.status(200).json(summary);
    } catch (error) {
      const known = error instanceof Problem;
      log.error({ function: name, run, code: known ? error.code : 'unexpected', err: error }, `${name} failed`);
      response
        .status(known ? 503 : 500)
        .json({
          error: known ? { code: error.code, message: error.message } : { code: 'unexpected', message: 'See the log.' },
          run,
        });
    }
  };
}
