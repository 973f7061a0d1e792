import { Temporal } from 'temporal-polyfill';
import type { Decision, DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { StoredAnswer } from '../judging/valid-content.ts';
import { MORE_TIME } from '../links/form-links.ts';
import type { AnswerFacts } from '../reading/answer-facts.ts';
import type { Deadline } from '../time/deadline.ts';
import { type DecisionBook, onlyGivesTime } from './decision-book.ts';

/** More time that a unit asked for by its own link: a line to decide, never an extension by itself. */
export type ExtensionRequest = Pick<Report, 'version' | 'seenAt'> & {
  readonly askedAt: Temporal.Instant;
  /** As the unit wrote it, cut short; that it was not copied where it is marked secret. */
  readonly words: string;
  /** The day that it names, where it names one alone. */
  readonly day: Temporal.PlainDate | null;
  readonly isSecret: boolean;
  /** An edit of the response left it as it was: nobody asked anew. */
  readonly isRepeated: boolean;
  /** What was decided of it, oldest first: any number of refusals, and then perhaps that more time is given. */
  readonly answers: readonly Decision[];
  /** It waits for a word: neither answered nor taken back nor asked anew, and there is still something to give time for. */
  readonly isOpen: boolean;
};

const ANSWERS: readonly DecisionKind[] = ['Gia hạn', 'Không gia hạn'];

/** Whether what stands in the cell asks for more time: nothing at all, and "không", do not. */
export function asksForTime({ class: sort }: Pick<AnswerFacts, 'class'>): boolean {
  return sort !== 'blank' && sort !== 'negative';
}

type Sources = {
  /** What the unit sent, oldest first, with what it says. */
  readonly sent: readonly { readonly report: Report; readonly sentAt: Temporal.Instant }[];
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  readonly decisions: DecisionBook;
  readonly effective: Deadline;
  /** Its report is there, and nothing lacks in it. */
  readonly isComplete: boolean;
};

/** All that a unit asked in a round, oldest first. */
export function extensionRequests(round: Pick<Round, 'id' | 'state'>, unit: string, sources: Sources) {
  const { sent, effective, isComplete } = sources;
  const asked = sent.flatMap((one) => {
    const answer = requestIn(sources.answers, one.report.version);
    return answer ? [{ ...one, answer }] : [];
  });
  const given = decisionsOnTime(sources.decisions, round.id, unit);
  return asked.map(({ report, sentAt, answer: { facts, excerpt } }, index): ExtensionRequest => {
    const { version, responseId, seenAt } = report;
    const before = asked.slice(0, index).findLast((one) => one.report.responseId === responseId);
    const last = sent.findLast((one) => one.report.responseId === responseId);
    const [named, ...others] = facts.dates;
    const day = named !== undefined && others.length === 0 ? Temporal.PlainDate.from(named) : null;
    const isReached = day !== null && Temporal.PlainDate.compare(day, effective.lastDay) <= 0;
    const answers = answersTo(sentAt, asked[index + 1]?.sentAt ?? null, given);
    const isTakenBack = last !== undefined && !requestIn(sources.answers, last.report.version);
    const isLast = index === asked.length - 1;
    return {
      version,
      seenAt,
      askedAt: sentAt,
      words: excerpt,
      day,
      isSecret: facts.marks.includes('secret'),
      isRepeated: before?.answer.excerpt === excerpt,
      answers,
      isOpen: round.state === 'Đang mở' && isLast && !isTakenBack && answers.length === 0 && !isReached && !isComplete,
    };
  });
}

/** The decisions by which a unit was given or refused more time. */
export function decisionsOnTime(decisions: DecisionBook, round: string, unit: string): readonly Decision[] {
  return decisions.all(round, ANSWERS).filter((one) => one.unit === null || one.unit === unit);
}

/** Those about a request, up to the next one: what was given is not refused afterwards. */
export function answersTo(
  askedAt: Temporal.Instant,
  nextAt: Temporal.Instant | null,
  given: readonly Decision[],
): readonly Decision[] {
  const isFrom = (at: Temporal.Instant, moment: Temporal.Instant) =>
    Temporal.Instant.compare(at, toTheMinute(moment)) >= 0;
  const own = given.filter(({ at }) => isFrom(at, askedAt) && !(nextAt && isFrom(at, nextAt)));
  const granted = own.findIndex(onlyGivesTime);
  return granted < 0 ? own : own.slice(0, granted + 1);
}

/** People write the minute of a decision, and Google the microsecond of a response. */
function toTheMinute(moment: Temporal.Instant): Temporal.Instant {
  return moment.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function requestIn(answers: Sources['answers'], version: string): StoredAnswer | null {
  return (
    (answers.get(version) ?? []).find(({ question, facts }) => question === MORE_TIME && asksForTime(facts)) ?? null
  );
}

/** Whether each version asks for time, as its answers tell. */
export function askingTime(answers: Sources['answers']): (version: string) => boolean {
  return (version) => requestIn(answers, version) !== null;
}
