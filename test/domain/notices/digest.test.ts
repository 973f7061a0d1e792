import { expect, test } from 'vitest';
import { digestLists } from '../../../functions/domain/notices/digest.ts';
import { aReport, aStatus, aUnit, filed, policyInput } from './notice-world.ts';

const many = (count: number, own: Parameters<typeof aReport>[2] = {}) =>
  Array.from({ length: count }, (_, n) => aReport(`BC-${n + 1}`, '2025-10-29 10:00', own));

test('however many a unit, or a stranger in its name, sends, it takes one line of each list', () => {
  const pending = many(400, { identity: 'Chờ xác minh đơn vị' });
  const flooded = aStatus({
    ...filed('2025-10-29 10:00'),
    versions: many(400),
    pending,
    afterLock: many(400),
    secrets: many(400).map(({ version }) => version),
  });
  const lists = digestLists(
    policyInput('2025-10-29 11:00', { statuses: [flooded, aStatus({ unit: aUnit('HUE'), pending })] }),
  );
  expect(lists.toDecide).toEqual([
    'HPG: 400 báo cáo (mới nhất BC-400) có nội dung mang dấu chỉ độ mật, không chép vào bảng; liên hệ ngay đơn vị',
    'HPG: 400 báo cáo (mới nhất BC-400) chờ xác minh đơn vị. Ghi ở tab Quyết định: 2025-10 · HPG · Xác nhận đơn vị · BC-400; không phải thì "Không phải của đơn vị"',
    'HPG: 400 báo cáo (mới nhất BC-400) gửi sau khi khóa, chờ chấp nhận. Ghi ở tab Quyết định: 2025-10 · HPG · Mở lại cho đơn vị',
    'HUE: 400 báo cáo (mới nhất BC-400) chờ xác minh đơn vị. Ghi ở tab Quyết định: 2025-10 · HUE · Xác nhận đơn vị · BC-400; không phải thì "Không phải của đơn vị"',
  ]);
  expect(lists.received).toEqual(['HPG: BC-400, 10:00 ngày 29/10/2025, đúng hạn, bản mới nhất trong 400 bản']);
});
