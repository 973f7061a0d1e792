import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { auth, forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Problem, problem } from '../shared/problem.ts';

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/forms.body',
  'https://www.googleapis.com/auth/forms.responses.readonly',
  'https://www.googleapis.com/auth/drive.file',
];

/** The three services, one count of calls, one way to retry and to fail. */
export type Google = {
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  readonly drive: drive_v3.Drive;
  /** Requests sent so far, retries included. */
  calls(): number;
  /**
   * Runs one request. `what` names it in errors.
   * @throws google.unreachable when no answer came or the service failed after retries; google.refused on 401, 403, 404.
   * Other refusals come back as {@link Refusal}, for the caller to understand.
   */
  call<T>(what: string, request: () => Promise<{ data: T }>): Promise<T | Refusal>;
};

/** A 4xx that is an answer: matched on status and request name, never on the localised sentence. */
export class Refusal {
  readonly status: number;
  readonly message: string;
  constructor(status: number, message: string) {
    this.status = status;
    this.message = message;
  }
}

export type GoogleOptions = {
  /** Base URL of the emulator; absent means Google, with the machine's credentials. */
  readonly emulator?: string | undefined;
  /** First pause before a retry, milliseconds; it doubles, with full jitter. */
  readonly backoff?: number;
  /** How long one call may go on retrying, milliseconds; below the function's own timeout. */
  readonly budget?: number;
};

/** Builds the clients. Against the emulator no credentials are looked for or sent. */
export function createGoogle({ emulator, backoff = 500, budget = 120_000 }: GoogleOptions): Google {
  let calls = 0;
  const shared = {
    retryConfig: retryPolicy(backoff, budget, () => {
      calls += 1;
    }),
    timeout: 60_000,
    ...(emulator
      ? { rootUrl: emulator.endsWith('/') ? emulator : `${emulator}/` }
      : { auth: new auth.GoogleAuth({ scopes: SCOPES }) }),
  };
  return {
    sheets: sheets({ version: 'v4', ...shared }),
    forms: forms({ version: 'v1', ...shared }),
    drive: drive({ version: 'v3', ...shared }),
    calls: () => calls,
    async call(what, request) {
      calls += 1;
      try {
        return (await request()).data;
      } catch (error) {
        return refusalOrThrow(what, error);
      }
    },
  };
}

/**
 * Every request of ours may be sent again: reads change nothing, and each write carries a claim or a revision that can be
 * used once. So POST is retried like GET.
 */
function retryPolicy(backoff: number, budget: number, onRetryAttempt: () => void) {
  return {
    retry: 4,
    noResponseRetries: 3,
    httpMethodsToRetry: ['GET', 'PUT', 'POST', 'DELETE'],
    statusCodesToRetry: [
      [429, 429],
      [500, 599],
    ],
    totalTimeout: budget,
    onRetryAttempt,
    retryBackoff: (error: { config?: { retryConfig?: { currentRetryAttempt?: number } } }) => {
      const attempt = error.config?.retryConfig?.currentRetryAttempt ?? 1;
      return pause(Math.random() * Math.min(backoff * 2 ** attempt, 60_000));
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

type ClientError = { readonly status?: number; readonly code?: unknown; readonly message?: string };

function refusalOrThrow(what: string, error: unknown): Refusal {
  const { status, message = String(error) } = error as ClientError;
  if (status === undefined || status === 429 || status >= 500) {
    throw problem('google.unreachable', [what, status === undefined ? causeOf(error) : `${status} ${message}`], error);
  }
  if (status === 401 || status === 403 || status === 404)
    throw problem('google.refused', [what, `${status} ${message}`], error);
  return new Refusal(status, message);
}

function causeOf(error: unknown): string {
  const { code, message } = error as ClientError;
  return [code, message].filter(Boolean).join(' ');
}

/** For calls whose 4xx nobody can act on in code. @throws google.refused */
export function accepted<T>(what: string, answer: T | Refusal): T {
  if (answer instanceof Refusal) throw refused(what, answer);
  return answer;
}

export function refused(what: string, { status, message }: Refusal): Problem {
  return problem('google.refused', [what, `${status} ${message}`]);
}
