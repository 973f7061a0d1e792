import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import { type ChangeBook, readChanges } from '../domain/standing/change-log.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import type { WantedForm } from './wanted-form.ts';

/**
 * Why the Form must not follow the Sheet just now: a row half typed or lost would close the form, or take a question or a
 * city off it. Vietnamese; null when it may.
 */
export function formWait({ people, logs }: Snapshot, wanted: WantedForm): string | null {
  const tabs = [
    [people.outline, outlineTab],
    [people.rounds, roundsTab],
    [people.units, unitsTab],
  ] as const;
  for (const [{ readable, broken, rivals, rows }, { title }] of tabs) {
    if (!readable || rows.length === 0) return `chưa đọc được tab "${title}"`;
    const [first] = broken;
    if (first) return `dòng ${first.at} của tab "${title}" chưa đọc được`;
    const [rival] = rivals;
    if (rival) return `dòng ${rival.at} của tab "${title}" trùng khóa với dòng khác`;
  }
  const lost = lostOpenRound(
    readChanges(logs.changes.rows),
    people.rounds.rows.map(({ id }) => id),
  );
  if (lost) return `kỳ ${lost} đang mở nhưng không còn trong tab "${roundsTab.title}"`;
  return wanted.questions === 0 ? 'phiên bản đề cương của kỳ chưa có câu hỏi nào' : null;
}

function lostOpenRound(book: ChangeBook, present: readonly string[]): string | null {
  const open = book
    .under('round/')
    .flatMap(([subject, value]) =>
      subject.endsWith('/state') && value === 'Đang mở' ? [subject.split('/')[1] ?? ''] : [],
    );
  return open.find((id) => !present.includes(id)) ?? null;
}
