import type { HttpFunction } from '@google-cloud/functions-framework';
import type { Served } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { type Log, log } from './log.ts';
import { type Query, queryOf } from './query.ts';
import { type CountedBy, startRun } from './run.ts';

/** Styles stand in the page itself; nothing is loaded from anywhere, and no script runs. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** An HTTP function that takes GET and shows something. Who may call it is decided before it, by Google's IAM. */
export function serving(
  name: string,
  act: (query: Query, countedBy: CountedBy) => Promise<Served>,
  to: Log = log,
): HttpFunction {
  return async (request, response) => {
    response.set({
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET').status(405).type('text/plain').send(`${name} takes GET.`);
      return;
    }
    const run = startRun(name);
    try {
      const served = await act(queryOf(request), run.countedBy);
      to.info(run.facts(), `${name} done`);
      if (served.kind === 'page') response.type('html').send(served.html);
      else if (served.kind === 'nothing') response.status(404).type('text/plain; charset=utf-8').send(served.why);
      else response.attachment(served.filename).send(Buffer.from(served.content));
    } catch (error) {
      const known = error instanceof Problem;
      to.error({ ...run.facts(), code: known ? error.code : 'unexpected', err: error }, `${name} failed`);
      response
        .status(known ? 503 : 500)
        .type('text/plain')
        .send(known ? error.message : `See the log, run ${run.id}.`);
    }
  };
}
