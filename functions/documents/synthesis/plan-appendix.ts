import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import {
  filingOf,
  itemWords,
  lackingWords,
  officialWords,
  type TimingSources,
  timingWords,
} from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import type { Annex, Table } from './document-model.ts';
import type { ItemAcrossUnits } from './items-across-units.ts';

/** The tracking table and the verdicts, as the register has them. */
export function planAppendix(
  statuses: readonly UnitStatus[],
  items: readonly ItemAcrossUnits[],
  timing: TimingSources,
): Annex {
  return {
    title: `Bảng theo dõi tình hình báo cáo (${momentWords(timing.now)})`,
    apart: true,
    tables: [trackingTable(statuses, timing), verdictTable(statuses, items)],
  };
}

function trackingTable(statuses: readonly UnitStatus[], timing: TimingSources): Table {
  return {
    caption: '1. Tình hình gửi báo cáo',
    header: [
      'TT',
      'Đơn vị',
      'Tình trạng gửi',
      'Thời hạn',
      'Hạn cuối',
      'Gửi lúc',
      'Văn bản chính thức',
      'Mục thiếu, cần làm rõ',
    ],
    widths: [4, 13, 16, 15, 11, 13, 13, 15],
    rows: statuses.map((status, i) => [
      String(i + 1),
      status.unit.shortName,
      filingOf(status),
      timingWords(status, timing),
      formatDate(status.effective.lastDay),
      status.filedAt ? momentWords(status.filedAt) : '–',
      officialWords(status) ?? '–',
      lackingWords(status) ?? '–',
    ]),
  };
}

function verdictTable(statuses: readonly UnitStatus[], items: readonly ItemAcrossUnits[]): Table {
  return {
    caption: '2. Kết quả kiểm tra từng mục Đề cương',
    header: ['Đơn vị', ...items.map(({ item }) => `Mục ${item}`)],
    widths: [16, ...items.map(() => 84 / Math.max(1, items.length))],
    rows: statuses.map((status) => [status.unit.shortName, ...items.map(({ item }) => itemWords(status, item))]),
  };
}
