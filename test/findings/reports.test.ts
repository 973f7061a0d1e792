import { expect, test } from 'vitest';
import { readLedger } from '../../functions/domain/notices/ledger.ts';
import { reportFindings } from '../../functions/findings/reports.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { aReport, aStatus, ledgerRow } from '../domain/notices/notice-world.ts';

const many = (count: number, own: Parameters<typeof aReport>[2] = {}) =>
  Array.from({ length: count }, (_, n) => aReport(`BC-${n + 1}`, '2025-10-29 10:00', own));
const found = (own: Parameters<typeof aStatus>[0], rows: readonly LedgerRow[] = []) =>
  reportFindings(
    { statuses: [aStatus(own)], strays: [], reports: [], misfits: [] },
    readLedger(rows),
    outlineSeeds,
  ).map(({ row, found: what, fix }) => [row, what, fix]);

test.each([
  [
    'unverified',
    { pending: many(400, { identity: 'Chờ xác minh đơn vị' }) },
    '400 báo cáo (mới nhất BC-400) ghi là của HPG',
  ],
  ['after the lock', { afterLock: many(400) }, '400 báo cáo (mới nhất BC-400) của HPG gửi sau ngày khóa'],
  [
    'by the link of a closed round',
    { afterLock: many(400, { identity: 'Mã của kỳ đã đóng' }) },
    'báo cáo của HPG gửi qua đường dẫn',
  ],
  [
    'marked secret',
    { secrets: many(400).map(({ version }) => version) },
    '400 báo cáo (mới nhất BC-400) của HPG có nội dung',
  ],
] as const)('400 reports of a unit, %s, are one finding, at the newest', (_, own, words) => {
  const all = found(own);
  expect(all).toHaveLength(1);
  expect(all[0]).toEqual(['BC-400', expect.stringContaining(words), expect.any(String)]);
});

test('several unverified ones name the decision that settles all; a single one does not', () => {
  const fix = (count: number) => found({ pending: many(count, { identity: 'Chờ xác minh đơn vị' }) })[0]?.[2];
  expect(fix(2)).toContain('"Không phải của đơn vị" cho tất cả (Kỳ: 2025-10, Đơn vị: HPG, để trống Giá trị)');
  expect(fix(1)).toBe('hỏi lại đơn vị rồi thêm dòng "Xác nhận đơn vị" (Giá trị: BC-1) hoặc "Không phải của đơn vị"');
});

test('of reports of nobody the newest twenty are told, the others as a number', () => {
  const strays = many(400, { unit: null });
  const all = reportFindings({ statuses: [], strays, reports: strays, misfits: [] }, readLedger([]), outlineSeeds);
  expect(all).toHaveLength(21);
  expect([all[19]?.row, all[20]?.found]).toEqual(['BC-400', '… và 380 báo cáo trước đó chưa tính cho đơn vị nào']);
});

test('what is written where the number of the document belongs and cannot be read is asked about', () => {
  const officialUnclear = { typed: 'BC 12 ngày 5', lacks: 'số, ký hiệu' } as const;
  expect(found({ versions: many(2), officialUnclear })).toEqual([
    ['BC-2', expect.stringContaining('"BC 12 ngày 5"'), expect.stringContaining('"Đã nhận văn bản chính thức"')],
  ]);
  expect(found({ versions: many(2), officialUnclear: { typed: '57/BC-UBND', lacks: 'ngày ban hành' } })).toEqual([]);
});

test('an unverified one says that the unit was written to, and when', () => {
  const own = { pending: many(1, { identity: 'Chờ xác minh đơn vị' }) };
  const asked = ledgerRow('2025-10/HPG/chua-xac-minh/1@2025-10-31', 'đã gửi', '2025-10-29 10:01');
  expect(found(own)[0]?.[1]).not.toContain('thư hỏi');
  expect(found(own, [asked])[0]?.[1]).toContain('đã gửi thư hỏi đơn vị lúc 10:01 ngày 29/10/2025');
});

test('claims that name no such version are one line by the unit’s own link, one by any other', () => {
  const wrong = (identity: 'Mã hợp lệ' | 'Chờ xác minh đơn vị') =>
    many(400, { identity, claims: 'BC-CXM-00000000' }).map((report) => ({ ...report, isOpen: true }));
  const all = found({ claims: [...wrong('Mã hợp lệ'), ...wrong('Chờ xác minh đơn vị')] });
  expect(all).toEqual([
    [
      'BC-400',
      expect.stringMatching(/^HPG xác nhận báo cáo "BC-CXM-00000000"/),
      expect.stringContaining('"Xác nhận đơn vị"'),
    ],
    ['BC-400', expect.stringContaining('không đi từ đường dẫn riêng'), expect.stringContaining('HPG')],
  ]);
  expect(found({ claims: wrong('Mã hợp lệ').map((one) => ({ ...one, isOpen: false })) })).toEqual([]);
});
