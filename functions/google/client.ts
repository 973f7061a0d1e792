import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { auth, forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Problem, problem } from '../shared/problem.ts';
import type { Throttle } from './throttle.ts';

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
  readonly drive: drive_v3.Drive;
  /** Requests sent so far, retries included. */
  calls(): number;
  /** Google's own time, as its first answer told it; null before that. */
  heard(): Heard | null;
  /**
   * Runs one request. `what` names it in errors.
   * @throws google.unreachable when no answer came or the service failed after retries; google.refused on 401, 403, 404.
   * Other refusals come back as {@link Refusal}, for the caller to understand.
   */
  call<T>(what: string, request: () => Promise<Answer<T>>): Promise<T | Refusal>;
};

/** The `Date` of an answer, and how many milliseconds after the clients were made it came. */
type Heard = { readonly date: string; readonly after: number };

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

export type GoogleOptions = {
  /** Base URL of the emulator; absent means Google, with the machine's credentials. */
  readonly emulator?: string | undefined;
  /** Longest pause before the first retry, milliseconds; it doubles up to a minute, with full jitter. @default 1 s */
  readonly backoff?: number;
  /** No call is tried again once the client is older than this, milliseconds; below the function's timeout. @default 2 min */
  readonly budget?: number;
  /** How long one attempt may take, milliseconds. @default 1 min */
  readonly patience?: number;
  /** Keeps calls within the quota. @default none: only retries hold us back */
  readonly throttle?: Throttle;
};

/** Together the pauses outlast a minute, which is the window of Google's quotas. */
const RETRIES = 7;
const RETRIES_WITHOUT_ANSWER = 3;
const LONGEST_PAUSE = 60_000;

/** Builds the clients. Against the emulator no credentials are looked for or sent. */
export function createGoogle(options: GoogleOptions): Google {
  const { emulator, patience = 60_000, throttle = async () => {} } = options;
  const began = performance.now();
  let calls = 0;
  let heard: Heard | null = null;
  const start = async () => {
    await throttle();
    calls += 1;
  };
  const shared = {
    retryConfig: retryPolicy(options, start),
    timeout: patience,
    ...(emulator
      ? { rootUrl: emulator.endsWith('/') ? emulator : `${emulator}/` }
      : { auth: new auth.GoogleAuth({ scopes: SCOPES }) }),
  };
  return {
    sheets: sheets({ version: 'v4', ...shared }),
    forms: forms({ version: 'v1', ...shared }),
    drive: drive({ version: 'v3', ...shared }),
    calls: () => calls,
    heard: () => heard,
    async call(what, request) {
      await start();
      try {
        const { data, headers } = await request();
        const date = dateIn(headers);
        if (date !== '') heard ??= { date, after: performance.now() - began };
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

/**
 * Reads change nothing, and each write of a sync carries a claim or a revision that can be used once: so POST is sent
 * again like GET. What carries neither goes with {@link ONCE}.
 */
function retryPolicy({ backoff = 1_000, budget = 120_000 }: GoogleOptions, onRetryAttempt: () => Promise<void>) {
  const started = performance.now();
  return {
    onRetryAttempt,
    shouldRetry: (error: RetriedError) => performance.now() - started < budget && mayPass(error),
    retryBackoff: (error: RetriedError) =>
      pause(Math.random() * Math.min(backoff * 2 ** (attemptsOf(error) - 1), LONGEST_PAUSE)),
  };
}

/**
 * For a request that makes something new and carries no claim: sent again only when it was certainly not done. Goes as
 * the options of that one request.
 */
export const ONCE = {
  retryConfig: { shouldRetry: (error: RetriedError) => error.response?.status === 429 && attemptsOf(error) < RETRIES },
};

type RetriedError = {
  readonly response?: { readonly status: number } | undefined;
  readonly config?: { readonly retryConfig?: { readonly currentRetryAttempt?: number | undefined } | undefined };
};

function mayPass(error: RetriedError): boolean {
  const status = error.response?.status;
  if (status === undefined) return attemptsOf(error) < RETRIES_WITHOUT_ANSWER;
  return (status === 429 || status >= 500) && attemptsOf(error) < RETRIES;
}

function attemptsOf(error: RetriedError): number {
  return error.config?.retryConfig?.currentRetryAttempt ?? 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

type ClientError = { readonly status?: number; readonly code?: unknown; readonly message?: string };

function refusalOrThrow(what: string, error: unknown): Refusal {
  const { status, message = String(error) } = error as ClientError;
  if (status === undefined || status === 429 || status >= 500)
    throw problem('google.unreachable', [what, causeOf(error), attemptsOf(error as RetriedError) + 1], error);
  if (status === 401 || status === 403 || status === 404)
    throw problem('google.refused', [what, `${status} ${message}`], error);
  return new Refusal(status, message);
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
  return problem('google.refused', [what, `${status} ${message}`]);
}
