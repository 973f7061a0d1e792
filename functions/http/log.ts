/** Cloud Logging's name for each level, mildest first. */
const severities = { info: 'INFO', error: 'ERROR' } as const;

type Level = keyof typeof severities;

const levels = Object.keys(severities);

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

type Facts = Readonly<Record<string, unknown>>;

export type Log = Readonly<Record<Level, (facts: Facts, message: string) => void>>;

/**
 * Structured lines for Cloud Logging, which stamps the time on each. What goes in is named at the call: numbers, codes,
 * keys; an error as `err`. Nobody's address and no report text belongs there; an address that gets in by an error's
 * words is taken out here.
 * @param least the mildest level that is written; none when it is no level
 */
export function createLog(write: (line: string) => void, least = 'info'): Log {
  const from = levels.includes(least) ? levels.indexOf(least) : levels.length;
  const writer = (level: Level) => (facts: Facts, message: string) => {
    if (levels.indexOf(level) < from) return;
    const { err, ...rest } = facts;
    const line = { severity: severities[level], ...rest, ...(err !== undefined && { err: told(err) }), message };
    write(`${JSON.stringify(line).replaceAll(ADDRESS, '(address)')}\n`);
  };
  return { info: writer('info'), error: writer('error') };
}

export const log = createLog((line) => process.stdout.write(line), process.env['LOG_LEVEL']);
