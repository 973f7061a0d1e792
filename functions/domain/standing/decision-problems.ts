import { date } from '../../../sheets-schema/columns/date.ts';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Decision, DecisionKind, decisions } from '../../../sheets-schema/tabs/decisions.ts';
import { extensionOf } from './unit-deadline.ts';

/** What the keys in a decision may refer to; null where the tab they stand in cannot be read just now. */
export type KnownKeys = {
  readonly subjects: ReadonlySet<string> | null;
  readonly units: ReadonlySet<string> | null;
  readonly items: ReadonlySet<string> | null;
  readonly versions: ReadonlySet<string>;
};

/** Why a decision cannot be acted on as it stands: the column to mend, and what it should hold. */
export type DecisionProblem = { readonly column: keyof typeof decisions.columns; readonly expected: string };

type Needs = (decision: Decision, known: KnownKeys) => DecisionProblem | null;

const A_UNIT: DecisionProblem = { column: 'unit', expected: 'mã một đơn vị' };
const A_VERSION: DecisionProblem = { column: 'value', expected: 'mã tiếp nhận có ở tab "Báo cáo", dạng BC-…' };

const A_VERSION_OR_UNIT: DecisionProblem = {
  column: 'value',
  expected: `${A_VERSION.expected}; hoặc để trống và ghi mã đơn vị, khi nói về mọi báo cáo chưa xác minh của đơn vị`,
};

const needs: { readonly [K in DecisionKind]?: Needs } = {
  'Gia hạn': (decision) =>
    extensionOf(decision) ? null : { column: 'value', expected: 'hạn cuối mới, ví dụ 31/10/2025' },
  'Xác nhận đơn vị': (decision, known) => (decision.unit === null ? A_UNIT : aVersion(decision, known)),
  'Không phải của đơn vị': (decision, known) =>
    decision.value === null && decision.unit !== null ? null : aVersion(decision, known, A_VERSION_OR_UNIT),
  'Chấp nhận mục': ({ unit, item }) => {
    if (unit === null) return A_UNIT;
    return item === null ? { column: 'item', expected: 'mục đề cương được chấp nhận, ví dụ 1.3' } : null;
  },
  'Đã nhận văn bản chính thức': ({ unit, value }) => {
    if (unit === null) return A_UNIT;
    const [, day = ''] = (value ?? '').split(';');
    const expected = 'số, ký hiệu; ngày, ví dụ 123/BC-UBND; 24/10/2025';
    return parseVietnameseDate(day) ? null : { column: 'value', expected };
  },
  'Hoàn thành nhiệm vụ': ({ value }) =>
    value === null || date.codec.safeParse(value).success
      ? null
      : { column: 'value', expected: 'ngày hoàn thành, ví dụ 24/10/2025' },
};

function aVersion({ value }: Decision, { versions }: KnownKeys, lack = A_VERSION): DecisionProblem | null {
  return value !== null && versions.has(value) ? null : lack;
}

/** The first thing that is not clear in a decision; null when it can be acted on. */
export function decisionProblem(decision: Decision, known: KnownKeys): DecisionProblem | null {
  const { subject, unit, item } = decision;
  if (known.subjects && !known.subjects.has(subject)) {
    return { column: 'subject', expected: 'mã kỳ ở tab "Kỳ báo cáo" hoặc mã nhiệm vụ ở tab "Nhiệm vụ"' };
  }
  if (unit !== null && known.units && !known.units.has(unit)) {
    return { column: 'unit', expected: 'mã đơn vị có ở tab "Đơn vị", hoặc để trống' };
  }
  if (item !== null && known.items && !known.items.has(item)) {
    return { column: 'item', expected: 'mục có trong tab "Đề cương", ví dụ 1.3, hoặc để trống' };
  }
  return needs[decision.decision]?.(decision, known) ?? null;
}
