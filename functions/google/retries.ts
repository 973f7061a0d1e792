import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Throttle } from './throttle.ts';

export type RetryOptions = {
  /** Longest pause before the first retry, milliseconds; it doubles up to a minute. @default 1 s */
  readonly backoff?: number;
  /** Every attempt is over once the client is this old, milliseconds. @default none: each call ends after its retries */
  readonly budget?: number;
  /** How long one attempt may take, milliseconds. @default 1 min */
  readonly patience?: number;
  /** Keeps attempts within the quota. @default what this process shares; against the emulator none */
  readonly throttle?: Throttle;
  /** Lets so many milliseconds pass. @default the machine's timer */
  readonly pause?: (milliseconds: number) => Promise<void>;
};

const RETRIES = 7;
const RETRIES_WITHOUT_ANSWER = 3;
const LONGEST_PAUSE = 60_000;

type Adapter = NonNullable<sheets_v4.Options['adapter']>;

/**
 * How the client tries again: options that all its calls share. Reads change nothing, and each write of a sync carries a
 * claim or a revision that can be used once: so POST is sent again like GET. What carries neither goes with {@link WITHOUT_RETRY}.
 * @param onAttempt hears of every attempt
 */
export function createRetries(options: RetryOptions, onAttempt: () => void) {
  const { backoff = 1_000, budget = Number.POSITIVE_INFINITY, patience = 60_000, throttle, pause = timer } = options;
  const end = performance.now() + budget;
  const left = () => Math.max(end - performance.now(), 0);
  const longestPause = (retries: number) => Math.min(backoff * 2 ** retries, LONGEST_PAUSE);
  const adapter: Adapter = async (request, send) => {
    await throttle?.();
    onAttempt();
    request.signal = AbortSignal.timeout(Math.min(patience, Math.floor(left())));
    return send(request);
  };
  return {
    adapter,
    retryConfig: {
      shouldRetry: (error: RetriedError) => mayPass(error) && left() > longestPause(retriesOf(error)),
      // Half of it is certain: together the pauses outlast a minute, which is the window of Google's quotas.
      retryBackoff: (error: RetriedError) => pause((longestPause(retriesOf(error) - 1) * (1 + Math.random())) / 2),
    },
  };
}

/**
 * For a request that makes something new and carries no claim: sent again only when it was certainly not done. Goes as
 * the options of that one request.
 */
export const WITHOUT_RETRY = {
  retryConfig: { shouldRetry: (error: RetriedError) => error.response?.status === 429 && retriesOf(error) < RETRIES },
};

/** For a request whose answer is given up once it has more bytes; then it counts as refused with {@link TOO_LONG}. */
export function noLongerThan(bytes: number) {
  return { size: bytes };
}

/** As HTTP says it of a request: content too large. */
export const TOO_LONG = 413;

export function isTooLong({ cause }: RetriedError): boolean {
  return typeof cause === 'object' && cause !== null && 'type' in cause && cause.type === 'max-size';
}

/** As the client hands it over. */
export type RetriedError = {
  readonly cause?: unknown;
  readonly response?: { readonly status: number } | undefined;
  readonly config?: { readonly retryConfig?: { readonly currentRetryAttempt?: number | undefined } | undefined };
};

function mayPass(error: RetriedError): boolean {
  if (isTooLong(error)) return false;
  const status = error.response?.status;
  if (status === undefined) return retriesOf(error) < RETRIES_WITHOUT_ANSWER;
  return (status === 429 || status >= 500) && retriesOf(error) < RETRIES;
}

/** Retries so far, this one included once it is decided: the client asks whether first, and then how long to pause. */
export function retriesOf(error: RetriedError): number {
  return error.config?.retryConfig?.currentRetryAttempt ?? 0;
}

function timer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
