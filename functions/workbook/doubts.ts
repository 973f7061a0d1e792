import type { Finding } from '../../sheets-schema/finding.ts';
import type { Doubt } from '../domain/notices/notice.ts';

/** What holds mail, and what people are told of it. */
export type Doubts = { readonly doubts: readonly Doubt[]; readonly findings: readonly Finding[] };

type UnreadRow = { readonly at: number; readonly cells: readonly string[]; readonly name?: string };

/** `ô "Hạn điều chỉnh" của dòng 2 (2025-10) tab "Kỳ báo cáo" chưa đọc được` */
export function unreadRow(title: string, { at, cells, name }: UnreadRow): string {
  const row = name ? `dòng ${at} (${name})` : `dòng ${at}`;
  if (cells.length === 0) return `${row} của tab "${title}" chưa đọc được`;
  return `ô ${cells.map((header) => `"${header}"`).join(', ')} của ${row} tab "${title}" chưa đọc được`;
}
