import { z } from 'zod';
import { GoogleError } from './google-error.ts';
import type { EmulatorClock } from './service.ts';

const perMinute = z.int().min(0).optional();

/** Calls a minute allowed in each class; a class left out is not limited. */
export const quotaSchema = z.strictObject({
  sheetsReads: perMinute,
  sheetsWrites: perMinute,
  formsReads: perMinute,
  /** `forms.responses.list` only. */
  formsExpensiveReads: perMinute,
  formsWrites: perMinute,
});

type Limits = z.output<typeof quotaSchema>;
export type QuotaClass = keyof Limits;

const minute = 60_000;

/** Counts calls in windows of a minute of this clock, each opened by the first call after the last one closed. */
export function createQuotas({ nowMillis }: EmulatorClock) {
  let limits: Limits = {};
  let windows = new Map<QuotaClass, { opened: number; calls: number }>();
  return {
    limit(next: Limits) {
      limits = next;
      windows = new Map();
    },
    /** What this call is one too many for; null when it may pass. A refused call counts too. */
    exceededBy(quotaClass: QuotaClass): Exceeded | null {
      const now = nowMillis();
      const open = windows.get(quotaClass);
      const window = open && Math.abs(now - open.opened) < minute ? open : { opened: now, calls: 0 };
      window.calls += 1;
      windows.set(quotaClass, window);
      const limit = limits[quotaClass] ?? Number.POSITIVE_INFINITY;
      return window.calls > limit ? { quotaClass, limit, opened: window.opened } : null;
    },
  };
}

/** A limit that was reached in the window opened at this time, milliseconds since 1970. */
type Exceeded = { quotaClass: QuotaClass; limit: number; opened: number };

export type Quotas = ReturnType<typeof createQuotas>;

const readsByPost = /(:batchGetByDataFilter|:getByDataFilter|developerMetadata:search)$/;

/** The class Google counts a call in; Drive's are not emulated. */
export function quotaClassOf(method: string, path: string): QuotaClass | null {
  const isRead = method === 'GET' || readsByPost.test(path);
  if (path.startsWith('/v4/')) return isRead ? 'sheetsReads' : 'sheetsWrites';
  if (!path.startsWith('/v1/forms')) return null;
  if (!isRead) return 'formsWrites';
  return path.endsWith('/responses') ? 'formsExpensiveReads' : 'formsReads';
}

const names: Record<QuotaClass, { service: string; metric: string; limit: string }> = {
  sheetsReads: { service: 'sheets', metric: 'Read requests', limit: 'Read requests per minute per user' },
  sheetsWrites: { service: 'sheets', metric: 'Write requests', limit: 'Write requests per minute per user' },
  formsReads: { service: 'forms', metric: 'Read requests', limit: 'Read requests per minute per user' },
  formsExpensiveReads: {
    service: 'forms',
    metric: 'Expensive read requests',
    limit: 'Expensive read requests per minute per user',
  },
  formsWrites: { service: 'forms', metric: 'Write requests', limit: 'Write requests per minute per user' },
};

/** Google's refusal of a call over its quota. There is no Retry-After beside it. */
export function quotaRefusal({ quotaClass, limit, opened }: Exceeded): GoogleError {
  const { service, metric, limit: name } = names[quotaClass];
  const message = `Quota exceeded for quota metric '${metric}' and limit '${name}' of service '${service}.googleapis.com' for consumer 'project_number:100000000000'.`;
  const metadata = {
    consumer: 'projects/100000000000',
    quota_limit_value: String(limit),
    quota_unit: '1/min/{project}/{user}',
    window_start_time: new Date(opened).toISOString(),
  };
  const info = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED' };
  const details = [{ ...info, domain: 'googleapis.com', metadata }];
  return new GoogleError({ code: 429, status: 'RESOURCE_EXHAUSTED', message, details });
}
