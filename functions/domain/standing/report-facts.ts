import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { questionsOf } from '../../../sheets-schema/outline-sections.ts';
import { itemWordings, type OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { verdicts } from '../judging/judge.ts';
import { type Deadline, deadlineKey, deadlineOfKey } from '../time/deadline.ts';
import { hasVerdict, itemWords } from './tracking-words.ts';
import type { UnitStatus } from './unit-status.ts';

/** What the register takes from a unit's report in one round: of a sealed round nothing else is at hand. */
export type ReportFacts = {
  readonly round: Round;
  readonly unit: string;
  /** By what the filing is judged in time. */
  readonly judgedBy: Deadline;
  readonly isExtended: boolean;
  readonly filedAt: Temporal.Instant | null;
  readonly lacks: 'Thiếu' | 'Cần làm rõ' | null;
  /** Items that the register's tasks are, or that speak of them. */
  readonly items: readonly ItemFacts[];
};

export type ItemFacts = z.infer<typeof itemFacts>;

const itemFacts = z.object({
  item: z.string(),
  verdict: z.enum(verdicts),
  words: z.enum(itemWordings),
  counts: z.boolean(),
  /** Whether any version says anything of it that counts. */
  isSaid: z.boolean(),
  versions: z.array(z.string()).readonly(),
  /** What was read of its questions, by what each asks after (*trạng thái*, *ngày*); of several the first. */
  said: z.record(z.string(), z.string()),
});

/** Takes them from where a unit stands. */
export function reportFacts(
  statuses: readonly UnitStatus[],
  outline: readonly OutlineQuestion[],
): readonly ReportFacts[] {
  const asked = new Map<Round, ReturnType<typeof askedOfTasks>>();
  return statuses.map((status) => {
    const { round } = status;
    const questions = asked.get(round) ?? askedOfTasks(round, outline);
    asked.set(round, questions);
    return {
      round,
      unit: status.unit.code,
      judgedBy: status.judgedBy,
      isExtended: status.extension !== null,
      filedAt: status.filedAt,
      lacks: hasVerdict(status, 'Thiếu') ? 'Thiếu' : hasVerdict(status, 'Cần làm rõ') ? 'Cần làm rõ' : null,
      items: status.items.flatMap(({ item, verdict, counts, versions, content }) => {
        const own = questions.get(item);
        if (!own) return [];
        const said = content.toReversed().flatMap(({ question, facts }) => {
          const part = own.get(question);
          return part && facts.value ? [[part, facts.value] as const] : [];
        });
        const isSaid = content.length > 0;
        const words = itemWords(status, item);
        return [{ item, verdict, words, counts, isSaid, versions, said: Object.fromEntries(said) }];
      }),
    };
  });
}

type Part = OutlineQuestion['part'];

/** By item that a task is, or that speaks of one: what each of its questions asks after. */
function askedOfTasks(
  round: Round,
  outline: readonly OutlineQuestion[],
): ReadonlyMap<string, ReadonlyMap<string, Part>> {
  const byItem = Map.groupBy(questionsOf(round, outline), ({ item }) => item);
  const told = [...byItem].filter(([, all]) => all.some(({ task, related }) => task || (related?.length ?? 0) > 0));
  return new Map(told.map(([item, all]) => [item, new Map(all.map(({ question, part }) => [question, part]))]));
}

const stored = z.object({
  unit: z.string(),
  judgedBy: z.string(),
  isExtended: z.boolean(),
  filedAt: z.string().nullable(),
  lacks: z.enum(['Thiếu', 'Cần làm rõ']).nullable(),
  items: z.array(itemFacts),
});

/** As text, for the log: of a round whose rows no run reads any more. */
export function writeReportFacts(facts: readonly ReportFacts[]): string {
  return JSON.stringify(
    facts.map(({ round: _, judgedBy, filedAt, ...rest }) => ({
      ...rest,
      judgedBy: deadlineKey(judgedBy),
      filedAt: filedAt?.toString() ?? null,
    })),
  );
}

/** @returns null for what {@link writeReportFacts} has not written */
export function readReportFacts(round: Round, text: string): readonly ReportFacts[] | null {
  try {
    return z
      .array(stored)
      .parse(JSON.parse(text))
      .map(({ judgedBy, filedAt, ...rest }) => {
        const deadline = deadlineOfKey(judgedBy);
        if (deadline === null) throw new Error(judgedBy);
        return {
          ...rest,
          round,
          judgedBy: deadline,
          filedAt: filedAt === null ? null : Temporal.Instant.from(filedAt),
        };
      });
  } catch {
    return null;
  }
}
