import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { rowKey } from '../../../sheets-schema/parse-tab.ts';
import { type Decision, decisionKinds, decisions } from '../../../sheets-schema/tabs/decisions.ts';
import type { Change } from '../../../sheets-schema/tabs/logs.ts';

/**
 * `Nhật ký thay đổi`: what people's tabs said when the system first acted on it. Subjects:
 * `round/<id>/<field>`, `decision/<key>`, `contact/<id>`, `holiday/<day>`, `setting/<name>`.
 */
export type ChangeBook = {
  /** The last value written under a subject; null when there is none or it was taken back. */
  last(subject: string): string | null;
  /** Subjects that begin with a prefix and still have a value. */
  under(prefix: string): readonly (readonly [subject: string, value: string])[];
};

export function readChanges(rows: readonly Change[]): ChangeBook {
  const values = new Map(rows.map((row) => [row.subject, row.new]));
  return {
    last: (subject) => values.get(subject) ?? null,
    under: (prefix) =>
      [...values].flatMap(([subject, value]) =>
        value !== null && subject.startsWith(prefix) ? [[subject, value] as const] : [],
      ),
  };
}

/** The rows that bring the book up to what is true now; values that did not move write nothing. */
export function changesSince(
  book: ChangeBook,
  now: Temporal.Instant,
  wanted: ReadonlyMap<string, string | null>,
): readonly Change[] {
  return [...wanted].flatMap(([subject, value]) => {
    const old = book.last(subject);
    return old === value ? [] : [{ seenAt: now, subject, old, new: value }];
  });
}

export function decisionSubject(decision: Decision): string {
  return `decision/${rowKey(decisions, decision)}`;
}

const stored = z.object({
  at: z.string(),
  subject: z.string(),
  unit: z.string().nullable(),
  item: z.string().nullable(),
  decision: z.enum(decisionKinds),
  value: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
});

/** A decision as one cell, so that it keeps acting when its row is lost. */
export function encodeDecision(decision: Decision): string {
  const { at, subject, unit, item, decision: kind, value, reason, by } = decision;
  return JSON.stringify({ at: at.toString(), subject, unit, item, decision: kind, value, reason, by });
}

function decodeDecision(text: string): Decision | null {
  try {
    const { at, ...rest } = stored.parse(JSON.parse(text));
    return { ...rest, at: Temporal.Instant.from(at) };
  } catch {
    return null;
  }
}

/** Decisions acted on before whose rows are gone: they hold until somebody withdraws them. */
export function vanishedDecisions(book: ChangeBook, present: readonly Decision[]): readonly Decision[] {
  const there = new Set(present.map(decisionSubject));
  return book
    .under('decision/')
    .filter(([subject]) => !there.has(subject))
    .flatMap(([, value]) => decodeDecision(value) ?? []);
}
