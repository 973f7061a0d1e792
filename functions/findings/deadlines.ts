import type { LastMoment } from '../../sheets-schema/columns/date.ts';
import type { Finding } from '../../sheets-schema/finding.ts';
import { type Task, tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { deadlineInWords, deadlineKey, deadlineOf } from '../domain/time/deadline.ts';
import { type DeadlineWords, readRoundDeadline, readTaskDeadline } from '../domain/time/deadline-words.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** Deadlines whose words cannot be read, or say something else than the cells beside them. Nothing is guessed. */
export function deadlineFindings({ people }: Snapshot): readonly Finding[] {
  return [...people.rounds.rows.flatMap(ofRound), ...people.tasks.rows.flatMap(ofTask)];
}

type Place = {
  readonly tab: string;
  readonly row: string;
  readonly words: string;
  readonly kind: string;
  readonly day: string;
};

function ofRound(round: Round): readonly Finding[] {
  const { deadlineText, deadlineKind, strictDeadline } = roundsTab.columns;
  const place = { tab: roundsTab.title, row: round.id, words: deadlineText.header, kind: deadlineKind.header };
  return compared({ ...place, day: strictDeadline.header }, readRoundDeadline(round), {
    text: round.deadlineText,
    kind: round.deadlineKind,
    last: round.strictDeadline,
  });
}

function ofTask(task: Task): readonly Finding[] {
  if (task.deadlineText === null) return [];
  const { deadlineText, deadlineKind, deadline } = tasksTab.columns;
  const place = { tab: tasksTab.title, row: task.id, words: deadlineText.header, kind: deadlineKind.header };
  return compared({ ...place, day: deadline.header }, readTaskDeadline(task), {
    text: task.deadlineText,
    kind: task.deadlineKind,
    last: task.deadline,
  });
}

type Typed = { readonly text: string; readonly kind: string; readonly last: LastMoment | null };

function compared(place: Place, read: DeadlineWords, typed: Typed): readonly Finding[] {
  const warn = (column: string, rest: Pick<Finding, 'found' | 'expected' | 'mend'>): Finding => ({
    level: 'warning',
    tab: place.tab,
    row: place.row,
    column,
    ...rest,
  });
  if (read.kind === 'unreadable') {
    return [
      warn(place.words, {
        found: `"${typed.text}": ${read.why}`,
        expected: 'thời hạn đọc được, ví dụ "trước ngày 24/10/2025"',
        mend: `kiểm tra cột "${place.day}"; hệ thống đang dùng cột đó, không đoán từ chữ`,
      }),
    ];
  }
  if (read.last !== null && !isSame(read.last, typed.last)) {
    return [
      warn(place.day, {
        found: `${typed.last ? inWords(typed.last) : 'ô trống'}, trong khi "${typed.text}" đọc là ${inWords(read.last)}`,
        expected: inWords(read.last),
        mend: `sửa cột "${place.day}" hoặc cột "${place.words}"; hạn dời do gia hạn ghi ở "Hạn điều chỉnh"`,
      }),
    ];
  }
  return read.kind === typed.kind
    ? []
    : [
        warn(place.kind, {
          found: `"${typed.kind}", trong khi "${typed.text}" là "${read.kind}"`,
          expected: read.kind,
          mend: `chọn "${read.kind}" hoặc sửa cột "${place.words}"`,
        }),
      ];
}

function isSame(a: LastMoment, b: LastMoment | null): boolean {
  return b !== null && deadlineKey(deadlineOf(a)) === deadlineKey(deadlineOf(b));
}

function inWords(last: LastMoment): string {
  return deadlineInWords(deadlineOf(last));
}
