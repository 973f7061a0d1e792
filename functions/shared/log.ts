import { type DestinationStream, pino } from 'pino';

/** Cloud Logging's names for pino's levels. */
const severities: Readonly<Record<string, string>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/** A Google error quotes what it refuses; the start of its sentence is enough. */
const LONGEST_MESSAGE = 300;
const DEEPEST_CAUSE = 4;

/** A path such as `node_modules/@google-cloud` is none. */
const ADDRESS = /[^\s<>()[\]:;,"'\\/@]+@[^\s<>()[\]:;,"'\\/@]+\.[^\s<>()[\]:;,"'\\/@.]{2,}/g;

type Failure = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly cause?: unknown;
};

/** Name, code, message and place of an error and its causes; never its other fields, where a client keeps the request it sent. */
function told(error: unknown, depth = 0): object {
  const { name, code, message, stack, cause } = (error ?? {}) as Failure;
  const text = String(message ?? error);
  return {
    type: name,
    code,
    message: text.slice(0, LONGEST_MESSAGE),
    stack: String(stack ?? '').replace(text, '…'),
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: told(cause, depth + 1) }),
  };
}

/**
 * Structured lines for Cloud Logging. What goes in is named at the call: numbers, codes, keys. Nobody's address and no
 * report text belongs there; an address that gets in by an error's words is taken out here.
 */
export function createLog(destination?: DestinationStream) {
  const options = {
    messageKey: 'message',
    base: null,
    level: process.env['LOG_LEVEL'] ?? 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ severity: severities[label] ?? 'DEFAULT' }) },
    serializers: { err: (error: unknown) => told(error) },
    hooks: { streamWrite: (line: string) => line.replaceAll(ADDRESS, '(address)') },
  };
  return destination ? pino(options, destination) : pino(options);
}

export const log = createLog();
