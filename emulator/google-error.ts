import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal as the Google APIs word it: an HTTP code, a status name, a sentence, and sometimes details. */
export class GoogleError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details?: unknown[];

  constructor(refusal: { code: number; status: string; message: string; details?: unknown[] }) {
    super(refusal.message);
    this.name = 'GoogleError';
    this.code = refusal.code;
    this.status = refusal.status;
    if (refusal.details) this.details = refusal.details;
  }

  /** The JSON body every Google API answers with: members in this order, `details` only where there are some. */
  toBody(): { error: { code: number; message: string; status: string; details?: unknown[] } } {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details && { details }) } };
  }
}

export const invalidArgument = (message: string, details?: unknown[]): GoogleError =>
  new GoogleError({ code: 400, status: 'INVALID_ARGUMENT', message, ...(details && { details }) });

export const failedPrecondition = (message: string): GoogleError =>
  new GoogleError({ code: 400, status: 'FAILED_PRECONDITION', message });

export const notFound = (message = 'Requested entity was not found.'): GoogleError =>
  new GoogleError({ code: 404, status: 'NOT_FOUND', message });

export const permissionDenied = (message = 'The caller does not have permission'): GoogleError =>
  new GoogleError({ code: 403, status: 'PERMISSION_DENIED', message });

/** A real call that this emulator does not serve; `callName` is Google's, like `spreadsheets.sheets.copyTo`. */
export const notImplemented = (callName: string): GoogleError =>
  new GoogleError({ code: 501, status: 'UNIMPLEMENTED', message: `The emulator does not serve ${callName}.` });

/** A request whose JSON has the wrong shape: the sentence is repeated in the details. */
export function malformed(field: string, description: string): GoogleError {
  const violation = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] };
  return invalidArgument(description, [violation]);
}

/** A member the API has no field for. `path` is where the member stands, '' at the top, like `requests[0]`. */
export function unknownName(name: string, path: string): GoogleError {
  const place = path === '' ? '' : ` at '${path}'`;
  return malformed(path, `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`);
}

/** Reads a JSON object from the request; an empty body counts as `{}`. */
export async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  const body = parseJson(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw invalidArgument('Invalid JSON payload received. Unknown name "": Root element must be a message.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidArgument('Invalid JSON payload received. Unexpected token.');
  }
}

/** Makes `app` answer a thrown GoogleError with its JSON body, and anything else as Google's 500. */
export function answerGoogleErrors(app: Hono): void {
  app.onError((error, c) => {
    const answer = error instanceof GoogleError ? error : internalError(error);
    return c.json(answer.toBody(), answer.code as ContentfulStatusCode);
  });
}

function internalError(error: Error): GoogleError {
  console.error(error);
  return new GoogleError({ code: 500, status: 'INTERNAL', message: 'Internal error encountered.' });
}
