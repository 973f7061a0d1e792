import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { clean, unnumbered } from '../../../sheets-schema/text.ts';
import { findDates, timeWords } from '../reading/found-dates.ts';
import {
  CUTTING_OFF,
  DAYLESS,
  DEADLINE_PHRASES,
  type DeadlinePhrase,
  DOUBTS,
  EXPECTED,
  EXPECTING,
  FROM_SIGNING,
  RECURRING,
  YEARLESS,
} from './deadline-phrases.ts';
import { type DeadlineWords, daysFromSigning, endOf, readPhrase, unreadableWords } from './deadline-reading.ts';

export type { DeadlineWords } from './deadline-reading.ts';

const LONGEST = 2_000;

type Context = { readonly signedOn: Temporal.PlainDate | null };

/**
 * A deadline as an official document words it. What is understood is explained in words; what lacks a year, names two
 * days, or depends on something else is unreadable and says why. Nothing is guessed.
 */
export function readDeadlineWords(text: string, context: Context): DeadlineWords {
  if (text.length > LONGEST) return unreadableWords('đoạn chữ quá dài; đề nghị chỉ chép phần ghi thời hạn');
  const words = timeWords(unnumbered(text)).replace(/[^a-z\d)]+$/, '');
  if (!/[a-z\d]/.test(words)) return unreadableWords('chưa ghi thời hạn');
  const phrases = RECURRING.test(words) || YEARLESS.test(words) ? [] : phrasesIn(words, context);
  const [found, passedOver] = [phrases.flatMap((one) => one.deadline ?? []), phrases.flatMap((one) => one.not ?? [])];
  if (found.length > 0) return agreed(found, context);
  const not =
    passedOver.find((one) => one === 'expected') ?? passedOver[0] ?? (EXPECTED.test(words) ? 'expected' : null);
  if (not === 'expected') return expected(clean(text));
  return not ? unreadableWords(NO_DEADLINE[not]) : withoutDay(words);
}

/** The words of a round's deadline. */
export function readRoundDeadline({
  deadlineText,
  basisDate,
}: Pick<Round, 'deadlineText' | 'basisDate'>): DeadlineWords {
  return readDeadlineWords(deadlineText, { signedOn: basisDate });
}

type TaskWords = Pick<Task, 'deadlineText' | 'source'>;

/** What a task's words say is asked for each unit that has it, in each tab that shows it. */
const ofTasks = new WeakMap<TaskWords, DeadlineWords>();

/** The words of a task's deadline; the document that gives the task names its day, or nobody knows it. */
export function readTaskDeadline(task: TaskWords): DeadlineWords {
  const known = ofTasks.get(task);
  if (known) return known;
  const read = readDeadlineWords(task.deadlineText ?? '', { signedOn: findDates(task.source)[0] ?? null });
  ofTasks.set(task, read);
  return read;
}

function expected(line: string): DeadlineWords {
  const days = findDates(line).map(formatDate).join('–');
  return { kind: 'Dự kiến', last: null, explained: days ? `Dự kiến ${days}` : `Dự kiến: "${line.slice(0, 100)}"` };
}

/** What a phrase sets, or what else it is. */
type Phrase =
  | { readonly deadline: DeadlineWords; readonly not?: never }
  | { readonly deadline?: never; readonly not: 'expected' | 'cut-off' | 'period of a plan' };

const NO_DEADLINE: Readonly<Record<'cut-off' | 'period of a plan', string>> = {
  'cut-off': 'ngày nêu là mốc chốt số liệu, không rõ có phải thời hạn; đề nghị ghi hạn cuối cụ thể',
  'period of a plan':
    'thời gian nêu là kỳ của kế hoạch, chương trình, không rõ có phải thời hạn; đề nghị ghi hạn cuối cụ thể',
};

function phrasesIn(words: string, { signedOn }: Context): readonly Phrase[] {
  const phrases = DEADLINE_PHRASES.flatMap((phrase) =>
    Array.from(words.matchAll(phrase.pattern), (match): Phrase => {
      const not = otherThanDeadline(phrase, match[0], words.slice(0, match.index));
      return not ? { not } : { deadline: readPhrase(phrase, match.groups ?? {}) };
    }),
  );
  const count = FROM_SIGNING.exec(words)?.groups?.['count'];
  return count === undefined ? phrases : [...phrases, { deadline: daysFromSigning(Number(count), signedOn) }];
}

function otherThanDeadline(phrase: DeadlinePhrase, matched: string, before: string): Phrase['not'] | null {
  const clause = before.split(/[;,]|\.(?!\d)/).at(-1) ?? '';
  if (/^(?:den|het) /.test(matched) && CUTTING_OFF.test(clause)) return 'cut-off';
  if (EXPECTING.test(clause)) return 'expected';
  return phrase.unit !== 'day' && namesPeriodOfPlan(before, phrase.unit) ? 'period of a plan' : null;
}

/**
 * "Kế hoạch hoạt động của Tổ công tác trong Quý III, IV năm 2025" says what time the plan is for, not when it is due. A
 * verb of completion after the plan turns the period into a deadline again; before it, only a month is what the verb
 * means: a plan for a quarter or a year is drawn up as well.
 */
function namesPeriodOfPlan(before: string, unit: DeadlinePhrase['unit']): boolean {
  const clause = before.split(/[.;]/).at(-1) ?? '';
  const noun = [...clause.matchAll(PLANS)].at(-1);
  if (!noun) return false;
  const governed = unit === 'month' ? clause : clause.slice(noun.index + noun[0].length);
  return !COMPLETED.test(governed);
}

const PLANS = /(?<![a-z])(?:ke hoach|chuong trinh|de an|muc tieu|quy hoach|chien luoc|giai doan|hoat dong)(?![a-z])/g;
const COMPLETED =
  /(?<![a-z])(?:hoan thanh|hoan thien|xong|gui|trinh|ban hanh|nop|phe duyet|thong qua|sua doi|tong ket|xay dung)(?![a-z])/;

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
