import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { bounded, withoutStop } from '../../../sheets-schema/text.ts';
import type { EnteredItem, Entry } from './plan-entry.ts';

/** Of each answer as much is shown; all of it is recorded. */
const LONGEST_SHOWN = 1_500;

/** What entering a document would do, as a coordinator reads it before saying so. */
export function entryLines({ status, official, split, items, notes }: Entry): readonly string[] {
  const { unit, round } = status;
  const said = new Set([...items.map(({ standing }) => standing.item), ...split.absent]);
  const blank = status.items.flatMap(({ item, verdict }) =>
    said.has(item) || verdict === 'Không áp dụng' ? [] : [item],
  );
  return [
    `${unit.name} · ${round.title} (kỳ ${round.id})`,
    officialLine(official),
    ...items.flatMap(itemLines),
    ...(items.length === 0 ? ['Không nhận ra nội dung của mục nào trong đề cương.'] : []),
    ...listed('Không thấy tiêu đề trong tệp', split.absent),
    ...listed('Để trống trong tệp', blank),
    ...(split.unplaced.length > 0 ? ['Chưa xếp được vào mục nào, sẽ không ghi:'] : []),
    ...split.unplaced.flatMap(({ why, text }) => [`– ${why}:`, ...shown(text)]),
    ...notes.map((note) => `Lưu ý: ${note}`),
  ];
}

function listed(what: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${what}: ${items.map((item) => `mục ${item}`).join(', ')}.`];
}

function officialLine(official: Entry['official']): string {
  if (!official) return 'Văn bản chính thức: chưa có số, ký hiệu.';
  const day = official.date ? ` ngày ${formatDate(official.date)}` : ', chưa rõ ngày';
  return `Văn bản chính thức: ${official.number}${day}${official.isRead ? ' (đọc ở đầu văn bản)' : ''}.`;
}

function itemLines({ standing, said, remarks, replaces }: EnteredItem): readonly string[] {
  const { item, wording, verdict, reasons } = standing;
  const why = reasons.length > 0 ? `: ${withoutStop(reasons.join('; '))}` : '';
  return [
    `Mục ${item}. ${withoutStop(wording)} – ${verdict}${why}`,
    ...said.flatMap(({ question, text }) => [
      ...(question.part === 'nội dung' ? [] : [`    [${question.title.replace(`${item}. `, '')}]`]),
      ...shown(text),
    ]),
    ...remarks.map((remark) => `    (${remark})`),
    ...(replaces ? ['    (mục đã có nội dung gửi trước; nội dung trong tệp mới hơn nên được dùng)'] : []),
  ];
}

function shown(text: string): readonly string[] {
  return bounded(text, LONGEST_SHOWN)
    .split('\n')
    .map((line) => `    ${line}`);
}
