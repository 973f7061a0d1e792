import type { LastMoment } from '../../sheets-schema/columns/date.ts';
import { type Finding, finding, type Where, where } from '../../sheets-schema/finding.ts';
import { type Task, tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { deadlineInWords, deadlineKey, deadlineOf } from '../domain/time/deadline.ts';
import { type DeadlineWords, readRoundDeadline, readTaskDeadline } from '../domain/time/deadline-words.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/** Deadlines whose words cannot be read, or say something else than the cells beside them. Nothing is guessed. */
export function deadlineFindings({ rounds, tasks }: Pick<PeopleTabs, 'rounds' | 'tasks'>): readonly Finding[] {
  return [...rounds.rows.flatMap(ofRound), ...tasks.rows.flatMap(ofTask)];
}

/** The three cells of a deadline: its words, its kind, its day. */
type Place = Readonly<Record<'words' | 'kind' | 'day', Where>>;

function ofRound(round: Round): readonly Finding[] {
  const place = {
    words: where(roundsTab, round.id, 'deadlineText'),
    kind: where(roundsTab, round.id, 'deadlineKind'),
    day: where(roundsTab, round.id, 'strictDeadline'),
  };
  return compared(place, readRoundDeadline(round), {
    text: round.deadlineText,
    kind: round.deadlineKind,
    last: round.strictDeadline,
  });
}

function ofTask(task: Task): readonly Finding[] {
  if (task.deadlineText === null) return [];
  const place = {
    words: where(tasksTab, task.id, 'deadlineText'),
    kind: where(tasksTab, task.id, 'deadlineKind'),
    day: where(tasksTab, task.id, 'deadline'),
  };
  return compared(place, readTaskDeadline(task), {
    text: task.deadlineText,
    kind: task.deadlineKind,
    last: task.deadline,
  });
}

type Typed = { readonly text: string; readonly kind: string; readonly last: LastMoment | null };

function compared({ words, kind, day }: Place, read: DeadlineWords, typed: Typed): readonly Finding[] {
  if (read.kind === 'unreadable') {
    return [
      finding(words, {
        level: 'warning',
        found: `"${typed.text}": ${read.why}`,
        expected: 'thời hạn đọc được, ví dụ "trước ngày 24/10/2025"',
        fix: `kiểm tra cột "${day.column}"; hệ thống đang dùng cột đó, không đoán từ chữ`,
      }),
    ];
  }
  if (read.last !== null && !isSame(read.last, typed.last)) {
    return [
      finding(day, {
        level: 'warning',
        found: `${typed.last ? inWords(typed.last) : 'ô trống'}, trong khi "${typed.text}" đọc là ${inWords(read.last)}`,
        expected: inWords(read.last),
        fix: `sửa cột "${day.column}" hoặc cột "${words.column}"; hạn dời thì ghi ở "Hạn điều chỉnh" trước khi duyệt, bằng dòng quyết định sau khi duyệt`,
      }),
    ];
  }
  return read.kind === typed.kind
    ? []
    : [
        finding(kind, {
          level: 'warning',
          found: `"${typed.kind}", trong khi "${typed.text}" là "${read.kind}"`,
          expected: read.kind,
          fix: `chọn "${read.kind}" hoặc sửa cột "${words.column}"`,
        }),
      ];
}

function isSame(a: LastMoment, b: LastMoment | null): boolean {
  return b !== null && deadlineKey(deadlineOf(a)) === deadlineKey(deadlineOf(b));
}

function inWords(last: LastMoment): string {
  return deadlineInWords(deadlineOf(last));
}
