import { dayOf } from './calendar.ts';
import { keyStart, type NoticeName } from './notice-name.ts';
import { deadlineEnd, type LastMoment } from './office.ts';
import type { Records } from './records.ts';

/** The days that a mail names: its deadline, and by when it asks for an answer. */
export type Named = { readonly deadline: LastMoment | null; readonly answerBy: LastMoment | null };

/** Reads the days out of a mail as its recipient does. */
export function daysNamed(text: string): Named {
  const [deadline = '', answerBy = ''] = text.split('\n');
  return { deadline: lastMomentIn(deadline), answerBy: lastMomentIn(answerBy) };
}

/** The day in `số, ký hiệu; ngày`. */
export function dayTyped(value: string): number {
  return lastMomentIn(`hết ngày ${value.split('; ')[1]}`)?.day ?? Number.NaN;
}

function lastMomentIn(words: string): LastMoment | null {
  const [, hour, minute, date, month, year] =
    /^(?:hết|trước (\d\d):(\d\d)) ngày (\d\d)\/(\d\d)\/(\d{4})$/.exec(words) ?? [];
  if (year === undefined) return null;
  const day = Math.round(Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000);
  return { day, minute: hour === undefined ? null : Number(hour) * 60 + Number(minute) };
}

/** What a unit knows of its deadline. */
export type Told = {
  readonly deadline: LastMoment;
  /** The day on which it first heard of it; null for what the document itself says. */
  readonly day: number | null;
  readonly answerBy: LastMoment | null;
};

type Telling = { readonly name: NoticeName; readonly at: number } & Named;

/** The oracle's own book of what each unit was told, from the mails that left. */
export type ToldBook = {
  left(name: NoticeName, at: number, named: Named): void;
  /**
   * What a unit knows.
   * - `strict`: what the document behind the round says
   * - `documents`: what others told since
   */
  of(round: string, unit: string, by: Sources): Told;
  /** The mails that asked a unit for the rest of its report, or for a better one, and by which day; oldest first. */
  asked(round: string, unit: string, source: Source): readonly Asking[];
};

/** Whatever a server took, or what the system knows to have arrived, from when it knows it. */
type Source = 'left' | 'ledger';

/** One mail that named a day for the rest of a report. */
type Asking = { readonly kind: string; readonly at: number; readonly by: LastMoment };

type Sources = {
  readonly strict: LastMoment;
  readonly documents: readonly { readonly at: number; readonly deadline: LastMoment }[];
  readonly source: Source;
};

/** Kinds that name a deadline for the first time. */
const TELLS: ReadonlySet<string> = new Set(['moi', 'gia-han', 'doi-han']);
/** Kinds that ask by a day for what a report lacks. */
const ASKS: ReadonlySet<string> = new Set(['bo-sung', 'tra-lai']);

export function tells({ kind }: NoticeName): boolean {
  return TELLS.has(kind);
}

/** For what a report lacks, or for a better one. */
export function asksForMore({ kind }: NoticeName): boolean {
  return ASKS.has(kind);
}

export function createToldBook({ sentAt }: Records): ToldBook {
  const tellings: Telling[] = [];
  const asking = new Map<string, Telling>();
  const momentOf = ({ name, at }: Telling, source: Source) => (source === 'left' ? at : sentAt(name.key));
  return {
    left(name, at, named) {
      if (tells(name)) tellings.push({ name, at, ...named });
      // Repeated, it is the same mail.
      if (asksForMore(name)) asking.set(name.key, { name, at: asking.get(name.key)?.at ?? at, ...named });
    },
    asked(round, unit, source) {
      const start = keyStart(round, unit);
      return [...asking.values()]
        .flatMap((one) => {
          const at = momentOf(one, source);
          const { name, answerBy: by } = one;
          return name.key.startsWith(start) && at !== null && by !== null ? [{ kind: name.kind, at, by }] : [];
        })
        .sort((a, b) => a.at - b.at);
    },
    of(round, unit, { strict, documents, source }) {
      const start = keyStart(round, unit);
      const own = tellings
        .filter(({ name }) => name.key.startsWith(start))
        .flatMap((one) => {
          const at = momentOf(one, source);
          return at === null || one.deadline === null ? [] : [{ ...one, at, deadline: one.deadline }];
        });
      return [...own, ...documents.map((one) => ({ ...one, answerBy: null }))]
        .sort((a, b) => a.at - b.at)
        .reduce<Told>(
          (known, { deadline, answerBy, at }) =>
            deadlineEnd(known.deadline) === deadlineEnd(deadline)
              ? { deadline, answerBy: answerBy ?? known.answerBy, day: known.day ?? (answerBy && dayOf(at)) }
              : { deadline, answerBy, day: dayOf(at) },
          { deadline: strict, day: null, answerBy: null },
        );
    },
  };
}
