import { pino } from 'pino';

/** Cloud Logging's names for pino's levels. */
const severities: Readonly<Record<string, string>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/** Structured lines for Cloud Logging. Nobody's address and no report text goes in; what does is named at the call. */
export const log = pino({
  messageKey: 'message',
  base: null,
  level: process.env['LOG_LEVEL'] ?? 'info',
  formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
});
