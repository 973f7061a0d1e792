import { Temporal } from 'temporal-polyfill';
import { date } from '../../../sheets-schema/columns/date.ts';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Decision, DecisionKind, decisions } from '../../../sheets-schema/tabs/decisions.ts';
import { rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { isSameVersion } from '../links/codes.ts';
import { isToCome } from './decision-book.ts';
import { documentDay, extensionOf } from './unit-deadline.ts';

/** What the keys in a decision may refer to; null where the tab they stand in cannot be read just now. */
export type KnownKeys = {
  readonly subjects: ReadonlySet<string> | null;
  readonly units: ReadonlySet<string> | null;
  readonly items: ReadonlySet<string> | null;
  readonly versions: ReadonlySet<string>;
  /** The day of the document by which a round asks. */
  readonly signedOn: (subject: string) => Temporal.PlainDate | null;
  readonly now: Temporal.Instant;
};

/** Why a decision cannot be acted on as it stands: the column to mend, and what it should hold. */
export type DecisionProblem = { readonly column: keyof typeof decisions.columns; readonly expected: string };

type Needs = (decision: Decision, known: KnownKeys) => DecisionProblem | null;

const A_UNIT: DecisionProblem = { column: 'unit', expected: 'mã một đơn vị' };
const AN_ITEM: DecisionProblem = { column: 'item', expected: 'một mục đề cương, ví dụ 1.3' };
const A_VERSION: DecisionProblem = { column: 'value', expected: 'mã tiếp nhận có ở tab "Báo cáo", dạng BC-…' };

const A_VERSION_OR_UNIT: DecisionProblem = {
  column: 'value',
  expected: `${A_VERSION.expected}; hoặc để trống và ghi mã đơn vị, khi nói về mọi báo cáo chưa xác minh của đơn vị`,
};

const needs: { readonly [K in DecisionKind]?: Needs } = {
  'Gia hạn': aDeadline,
  'Đồng ý thay đổi': anAgreement,
  'Bổ sung đơn vị': (decision) => (decision.unit === null ? A_UNIT : aDeadline(decision)),
  'Rút đơn vị': ({ unit }) => (unit === null ? A_UNIT : null),
  'Đã báo bằng văn bản': aDocument,
  'Xác nhận đơn vị': (decision, known) => (decision.unit === null ? A_UNIT : aVersion(decision, known)),
  'Không phải của đơn vị': (decision, known) =>
    decision.value === null && decision.unit !== null ? null : aVersion(decision, known, A_VERSION_OR_UNIT),
  'Chấp nhận mục': ({ unit, item }) => {
    if (unit === null) return A_UNIT;
    return item === null ? AN_ITEM : null;
  },
  'Dùng nội dung của': (decision, known) => {
    if (decision.unit === null) return A_UNIT;
    return decision.item === null ? AN_ITEM : aVersion(decision, known);
  },
  'Đã nhận văn bản chính thức': (decision, known) => (decision.unit === null ? A_UNIT : aDocument(decision, known)),
  'Hoàn thành nhiệm vụ': (decision) =>
    completes(decision)
      ? null
      : { column: 'value', expected: 'ngày hoàn thành, không sau ngày ghi quyết định, ví dụ 24/10/2025' },
};

/** The day a *Hoàn thành nhiệm vụ* names; null when it names none. */
export function doneOn({ value }: Pick<Decision, 'value'>): Temporal.PlainDate | null {
  const read = date.codec.safeParse(value ?? '');
  return read.success ? read.data : null;
}

/**
 * Whether a *Hoàn thành nhiệm vụ* completes anything: by the day it names, or as it stands where it names none. A day after
 * that of the decision itself is a plan, then and later; what cannot be read as a day may be any.
 */
export function completes(decision: Pick<Decision, 'value' | 'at'>): boolean {
  const day = doneOn(decision);
  if (day === null) return decision.value === null;
  return Temporal.PlainDate.compare(day, localDay(decision.at)) <= 0;
}

/** Columns of a round that *Đồng ý thay đổi* takes over as they stand, by the titles that its value names. */
const CELLS = new Map(
  (['steps', 'outlineVersion'] as const).map((column) => [fold(rounds.columns[column].header), column]),
);

/** The cells of the round that the decision agrees to; null for any other decision. */
export function agreedCell({ decision, value, unit }: Decision): 'steps' | 'outlineVersion' | null {
  return decision === 'Đồng ý thay đổi' && unit === null ? (CELLS.get(fold(value ?? '')) ?? null) : null;
}

function anAgreement(decision: Decision): DecisionProblem | null {
  return agreedCell(decision) ? null : aDeadline(decision);
}

function aDeadline(decision: Pick<Decision, 'value' | 'at'>): DecisionProblem | null {
  const expected = 'hạn cuối, ví dụ 31/10/2025, không xa quá 400 ngày';
  return extensionOf(decision) ? null : { column: 'value', expected };
}

function aDocument(decision: Decision, { signedOn }: KnownKeys): DecisionProblem | null {
  const day = documentDay(decision);
  const signed = signedOn(decision.subject);
  if (day && !(signed && isBefore(day, signed))) return null;
  const example = 'ví dụ 123/BXD-PTĐT; 24/10/2025';
  const from = signed ? `không trước ngày văn bản của kỳ (${formatDate(signed)}), ` : '';
  return { column: 'value', expected: `số, ký hiệu; ngày, ${from}không sau ngày ghi quyết định, ${example}` };
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

function aVersion({ value }: Decision, { versions }: KnownKeys, lack = A_VERSION): DecisionProblem | null {
  return [...versions].some((version) => isSameVersion(version, value)) ? null : lack;
}

/** A round is prepared before its document is signed, but not by ten months: that is another year, mistyped. */
const LONG_BEFORE = { days: 300 };

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
  if (isToCome(decision, known.now)) {
    return { column: 'at', expected: 'thời điểm đã qua; quyết định ghi trước chưa có hiệu lực' };
  }
  const signed = known.signedOn(subject);
  if (signed && isBefore(localDay(decision.at), signed.subtract(LONG_BEFORE))) {
    return { column: 'at', expected: `thời điểm gần ngày văn bản của kỳ (${formatDate(signed)}), không trước cả năm` };
  }
  return needs[decision.decision]?.(decision, known) ?? null;
}
