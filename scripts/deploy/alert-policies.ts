import { functionNames } from './resources.ts';

export type AlertPolicy = { readonly displayName: string; readonly [field: string]: unknown };

const MINUTE = '60s';

/** Told when something fails, when nothing runs, and when a check-up finds something. */
export const alertPolicies: readonly AlertPolicy[] = [
  policy('register: a function fails', 'Xem nhật ký của hàm; lần chạy sau làm tiếp phần còn lại.', {
    displayName: 'three failed answers in half an hour',
    conditionThreshold: {
      filter: `${requests()} AND metric.labels.response_code_class="5xx"`,
      aggregations: [sum('1800s', ['resource.label.service_name'])],
      comparison: 'COMPARISON_GT',
      thresholdValue: 2,
      duration: '0s',
    },
  }),
  policy('register: sync is silent', 'Không có lần chạy tốt nào trong một giờ: xem Cloud Scheduler và hàm sync.', {
    displayName: 'no good run of sync in an hour',
    conditionAbsent: {
      filter: `${requests(functionNames.sync)} AND metric.labels.response_code_class="2xx"`,
      aggregations: [sum(MINUTE, [])],
      duration: '3600s',
    },
  }),
  {
    ...policy('register: doctor needs a person', 'Chạy npm run doctor và làm theo từng dòng.', {
      displayName: 'a check-up found something',
      conditionMatchedLog: {
        filter: `resource.type="cloud_run_revision" AND resource.labels.service_name="${functionNames.doctor}" AND jsonPayload.needsPerson>0`,
      },
    }),
    alertStrategy: { notificationRateLimit: { period: '43200s' }, autoClose: '86400s' },
  },
];

function policy(displayName: string, content: string, condition: object): AlertPolicy {
  return {
    displayName,
    combiner: 'OR',
    conditions: [condition],
    documentation: { content, mimeType: 'text/markdown' },
  };
}

/** Answers of our services, by class of status. */
function requests(service?: string): string {
  const names = service ? [service] : Object.values(functionNames);
  const which = names.map((name) => `resource.labels.service_name="${name}"`).join(' OR ');
  return `metric.type="run.googleapis.com/request_count" AND resource.type="cloud_run_revision" AND (${which})`;
}

function sum(alignmentPeriod: string, groupByFields: readonly string[]): object {
  return { alignmentPeriod, perSeriesAligner: 'ALIGN_DELTA', crossSeriesReducer: 'REDUCE_SUM', groupByFields };
}
