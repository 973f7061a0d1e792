import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { auth, forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { Problem, problem } from '../shared/problem.ts';
import { createRetries, isTooLong, type RetriedError, type RetryOptions, retriesOf, TOO_LONG } from './retries.ts';
import { withinQuota } from './throttle.ts';

/** The rights asked for; the narrow Drive right sees only files that this account made. */
export const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/forms.body',
  'https://www.googleapis.com/auth/forms.responses.readonly',
  'https://www.googleapis.com/auth/drive.file',
];

/** The three services, one count of calls, one way to retry and to fail. */
export type Google = {
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  /** Loaded by the first who asks: a sync never does. */
  readonly drive: () => Promise<drive_v3.Drive>;
  /** Requests sent so far, retries included. */
  calls(): number;
  /** Google's own time, as its first answer told it; null before that. */
  serverTime(): ServerTime | null;
  /**
   * Runs one request. `what` names it in errors.
   * @throws google.unreachable when no answer came or the service failed after retries; google.refused on 401, 403, 404.
   * Other refusals come back as {@link Refusal}, for the caller to understand.
   */
  call<T>(what: string, request: () => Promise<Answer<T>>): Promise<T | Refusal>;
};

/** The `Date` of an answer, and how many milliseconds after the clients were made it came. */
type ServerTime = { readonly date: string; readonly after: number };

type Answer<T> = { readonly data: T; readonly headers?: object };

/** A 4xx that is an answer: matched on status and request name, never on the localised sentence. */
export class Refusal {
  readonly status: number;
  readonly message: string;
  constructor(status: number, message: string) {
    this.status = status;
    this.message = message;
  }
}

export type GoogleOptions = RetryOptions & {
  /** Base URL of the emulator; absent means Google, with the machine's credentials. */
  readonly emulator?: string | undefined;
};

/** Builds the clients. Against the emulator no credentials are looked for or sent. */
export function createGoogle(options: GoogleOptions): Google {
  const { emulator } = options;
  const began = performance.now();
  let calls = 0;
  let serverTime: ServerTime | null = null;
  const retries = createRetries({ ...(!emulator && { throttle: withinQuota }), ...options }, () => {
    calls += 1;
  });
  const shared = {
    ...retries,
    // Else every cell comes on a line of its own. Fact: Google APIs, standard query parameters.
    params: { prettyPrint: false },
    ...(emulator
      ? { rootUrl: emulator.endsWith('/') ? emulator : `${emulator}/` }
      : { auth: new auth.GoogleAuth({ scopes: SCOPES }) }),
  };
  return {
    sheets: sheets({ version: 'v4', ...shared }),
    forms: forms({ version: 'v1', ...shared }),
    async drive() {
      const { drive } = await import('googleapis/build/src/apis/drive/index.js');
      return drive({ version: 'v3', ...shared });
    },
    calls: () => calls,
    serverTime: () => serverTime,
    async call(what, request) {
      try {
        const { data, headers } = await request();
        const date = dateIn(headers);
        if (date !== '') serverTime ??= { date, after: performance.now() - began };
        return data;
      } catch (error) {
        return refusalOrThrow(what, error);
      }
    },
  };
}

/** The client's headers are those of its own fetch, not of Node's. */
function dateIn(headers: object | undefined): string {
  return headers && 'get' in headers && typeof headers.get === 'function' ? String(headers.get('date') ?? '') : '';
}

type ClientError = RetriedError & { readonly status?: number; readonly code?: unknown; readonly message?: string };

function refusalOrThrow(what: string, error: unknown): Refusal {
  const { status, message = String(error) } = error as ClientError;
  if (isTooLong(error as ClientError)) return new Refusal(TOO_LONG, message);
  if (status === undefined || status === 429 || status >= 500)
    throw problem('google.unreachable', [what, causeOf(error), retriesOf(error as ClientError) + 1], error);
  if (status === 401 || status === 403 || status === 404)
    throw problem('google.refused', [what, status, message], error);
  return new Refusal(status, message);
}

/** The status behind a failed call, where one came. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Problem ? (error.cause as ClientError | undefined)?.status : undefined;
}

function causeOf(error: unknown): string {
  const { status, code, message } = error as ClientError;
  return [status ?? code, message].filter(Boolean).join(' ').replace(/\.$/, '');
}

/** For calls whose 4xx nobody can act on in code. @throws google.refused */
export function accepted<T>(what: string, answer: T | Refusal): T {
  if (answer instanceof Refusal) throw refused(what, answer);
  return answer;
}

export function refused(what: string, { status, message }: Refusal): Problem {
  return problem('google.refused', [what, status, message]);
}
