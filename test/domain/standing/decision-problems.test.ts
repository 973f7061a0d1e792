import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { decisionProblem } from '../../../functions/domain/standing/decision-problems.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { aDecision } from './a-decision.ts';

const known = {
  subjects: new Set(['2025-10', 'N382-II3c']),
  units: new Set(['HPG', 'HUE']),
  items: new Set(['1.1', '1.3']),
  now: Temporal.Instant.from('2025-12-31T00:00:00Z'),
  versions: new Set(['BC-CXM-00000001']),
  signedOn: (subject: string) => (subject === '2025-10' ? Temporal.PlainDate.from('2025-10-23') : null),
};

function lack(
  decision: Decision['decision'],
  own: Partial<Decision>,
  keys: Partial<Record<keyof typeof known, null>> = {},
) {
  const row = aDecision(decision, '2025-10-24 09:00', own);
  return decisionProblem(row, { ...known, ...keys } as typeof known)?.column ?? null;
}

test.each<[Decision['decision'], Partial<Decision>]>([
  ['Gia hạn', { value: '31/10/2025' }],
  ['Gia hạn', { value: '31/10/2025 17:00', unit: null }],
  ['Tạm dừng nhắc', {}],
  ['Xác nhận đơn vị', { value: 'BC-CXM-00000001' }],
  ['Không phải của đơn vị', { value: 'BC-CXM-00000001', unit: null }],
  ['Không phải của đơn vị', {}],
  ['Chấp nhận mục', { item: '1.3' }],
  ['Dùng nội dung của', { item: '1.3', value: 'BC-HPG-00000001' }],
  ['Xác nhận đơn vị', { value: 'BC-HPG-00000001' }],
  ['Đã nhận văn bản chính thức', { value: '123/BC-UBND; 24/10/2025' }],
  ['Đã nhận văn bản chính thức', { value: '123/BC-UBND; 23/10/2025' }],
  ['Tạm dừng nhắc', { at: Temporal.Instant.from('2025-09-24T02:00:00Z') }],
  ['Hoàn thành nhiệm vụ', { subject: 'N382-II3c', unit: null }],
  ['Hoàn thành nhiệm vụ', { subject: 'N382-II3c', value: '30/7/2025' }],
])('%s %j can be acted on', (decision, own) => {
  expect(lack(decision, own)).toBeNull();
});

test.each<[Decision['decision'], Partial<Decision>, string]>([
  ['Gia hạn', {}, 'value'],
  ['Gia hạn', { value: '31/10' }, 'value'],
  ['Gia hạn', { value: 'cuối tháng' }, 'value'],
  ['Tạm dừng nhắc', { subject: '2025-1' }, 'subject'],
  ['Tạm dừng nhắc', { unit: 'HPQ' }, 'unit'],
  ['Tạm dừng nhắc', { item: '9.9' }, 'item'],
  ['Xác nhận đơn vị', { value: 'BC-CXM-00000001', unit: null }, 'unit'],
  ['Xác nhận đơn vị', { value: 'BC-CXM-9' }, 'value'],
  ['Không phải của đơn vị', { unit: null }, 'value'],
  ['Không phải của đơn vị', { value: 'BC-CXM-9' }, 'value'],
  ['Chấp nhận mục', {}, 'item'],
  ['Dùng nội dung của', { value: 'BC-CXM-00000001' }, 'item'],
  ['Dùng nội dung của', { item: '1.3', value: 'BC-CXM-00000001', unit: null }, 'unit'],
  ['Dùng nội dung của', { item: '1.3' }, 'value'],
  ['Chấp nhận mục', { item: '1.3', unit: null }, 'unit'],
  ['Đã nhận văn bản chính thức', { value: '123/BC-UBND' }, 'value'],
  ['Đã nhận văn bản chính thức', { value: '123/BC-UBND; 24/10/2052' }, 'value'],
  ['Đã báo bằng văn bản', { value: '123/BXD-PTĐT; 24/10/2052' }, 'value'],
  ['Đã nhận văn bản chính thức', { value: '123/BC-UBND; 22/10/2025' }, 'value'],
  ['Đã báo bằng văn bản', { value: '123/BXD-PTĐT; 24/10/2020' }, 'value'],
  ['Tạm dừng nhắc', { at: Temporal.Instant.from('2024-10-24T02:00:00Z') }, 'at'],
  ['Hoàn thành nhiệm vụ', { subject: 'N382-II3c', value: 'xong' }, 'value'],
])('%s %j is not clear in its %s', (decision, own, column) => {
  expect(lack(decision, own)).toBe(column);
});

test('keys of a tab that cannot be read are not doubted', () => {
  expect(
    lack(
      'Tạm dừng nhắc',
      { subject: '2025-1', unit: 'HPQ', item: '9.9' },
      { subjects: null, units: null, items: null },
    ),
  ).toBeNull();
});
