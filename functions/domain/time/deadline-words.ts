import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { plain } from '../reading/plain-text.ts';
import { DAYLESS, DEADLINE_PHRASES, DOUBTS, EXPECTED, FROM_SIGNING, RECURRING, YEARLESS } from './deadline-phrases.ts';
import { type DeadlineWords, daysFromSigning, endOf, readPhrase, unreadableWords } from './deadline-reading.ts';

export type { DeadlineWords } from './deadline-reading.ts';

import { findDates } from '../reading/found-dates.ts';

const LONGEST = 2_000;

type Context = { readonly signedOn: Temporal.PlainDate | null };

/**
 * A deadline as an official document words it. What is understood is explained in words; what lacks a year, names two
 * days, or depends on something else is unreadable and says why. Nothing is guessed.
 */
export function readDeadlineWords(text: string, context: Context): DeadlineWords {
  if (text.length > LONGEST) return unreadableWords('đoạn chữ quá dài; đề nghị chỉ chép phần ghi thời hạn');
  const line = plain(text);
  const words = fold(line).replace(/[\u2010-\u2015]/g, '-');
  if (!/[a-z\d]/.test(words)) return unreadableWords('chưa ghi thời hạn');
  if (EXPECTED.test(words)) return expected(line);
  const found = RECURRING.test(words) || YEARLESS.test(words) ? [] : phrasesIn(words, context);
  return found.length > 0 ? agreed(found, context) : withoutDay(words);
}

/** The words of a round's deadline. */
export function readRoundDeadline({
  deadlineText,
  basisDate,
}: Pick<Round, 'deadlineText' | 'basisDate'>): DeadlineWords {
  return readDeadlineWords(deadlineText, { signedOn: basisDate });
}

type TaskWords = Pick<Task, 'deadlineText' | 'source'>;

/** The words of a task's deadline; the document that gives the task names its day, or nobody knows it. */
export function readTaskDeadline(task: TaskWords): DeadlineWords {
  return readDeadlineWords(task.deadlineText ?? '', { signedOn: findDates(task.source)[0] ?? null });
}

function expected(line: string): DeadlineWords {
  const days = findDates(line).map(formatDate).join('–');
  return { kind: 'Dự kiến', last: null, explained: days ? `Dự kiến ${days}` : `Dự kiến: "${line.slice(0, 100)}"` };
}

function phrasesIn(words: string, { signedOn }: Context): readonly DeadlineWords[] {
  const phrases = DEADLINE_PHRASES.flatMap((phrase) =>
    [...words.matchAll(phrase.pattern)].map((match) =>
      phrase.unit !== 'day' && namesPeriodOfPlan(words.slice(0, match.index))
        ? null
        : readPhrase(phrase, match.groups ?? {}),
    ),
  );
  const count = FROM_SIGNING.exec(words)?.groups?.['count'];
  const found = phrases.filter((one) => one !== null);
  if (count !== undefined) found.push(daysFromSigning(Number(count), signedOn));
  return found.length === 0 && phrases.length > 0 ? [unreadableWords(PERIOD_OF_PLAN)] : found;
}

const PERIOD_OF_PLAN =
  'thời gian nêu là kỳ của kế hoạch, chương trình, không rõ có phải thời hạn; đề nghị ghi hạn cuối cụ thể';

/**
 * "Kế hoạch hoạt động của Tổ công tác trong Quý III, IV năm 2025" says what time the plan is for, not when it is due. A
 * verb of completion after the plan turns the period into a deadline again.
 */
function namesPeriodOfPlan(before: string): boolean {
  const clause = before.split(/[.;]/).at(-1) ?? '';
  const nouns = [
    ...clause.matchAll(
      /(?<![a-z])(?:ke hoach|chuong trinh|de an|muc tieu|quy hoach|chien luoc|giai doan|hoat dong)(?![a-z])/g,
    ),
  ];
  const last = nouns.at(-1);
  if (!last) return false;
  return !/(?<![a-z])(?:hoan thanh|xong|gui|trinh|ban hanh|nop)(?![a-z])/.test(
    clause.slice(last.index + last[0].length),
  );
}

/** Phrases that end on the same day agree; others contradict each other, or the document that holds them. */
function agreed(found: readonly DeadlineWords[], { signedOn }: Context): DeadlineWords {
  const doubt = found.find((one) => one.kind === 'unreadable');
  if (doubt) return doubt;
  const lasts = found.flatMap((one) => (one.kind === 'unreadable' || one.last === null ? [] : [one.last]));
  const ends = new Set(lasts.map((last) => `${endOf(last)}${last.time === null ? '' : ` ${last.time}`}`));
  if (ends.size > 1) {
    return unreadableWords(`có nhiều thời hạn khác nhau (${[...ends].join(', ')}); đề nghị tách thành từng dòng`);
  }
  const [last] = lasts;
  if (last && signedOn && Temporal.PlainDate.compare(last.day, signedOn) < 0) {
    return unreadableWords(
      `hạn cuối ${endOf(last)} trước ngày ký văn bản ${formatDate(signedOn)}; đề nghị kiểm tra lại`,
    );
  }
  return found[0] ?? unreadableWords('chưa ghi thời hạn');
}

function withoutDay(words: string): DeadlineWords {
  const doubt = DOUBTS.find(([pattern]) => pattern.test(words));
  if (doubt) return unreadableWords(doubt[1]);
  const known = DAYLESS.find(([, pattern]) => pattern.test(words));
  if (known) return { kind: known[0], last: null, explained: known[2] };
  return unreadableWords('không nhận ra thời hạn; đề nghị ghi hạn cuối dạng dd/MM/yyyy');
}
