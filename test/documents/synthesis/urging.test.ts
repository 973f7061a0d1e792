import { describe, expect, test } from 'vitest';
import { receiversOf } from '../../../functions/documents/decree/frame.ts';
import { urgingDocx } from '../../../functions/documents/synthesis/draft-urging.ts';
import { planUrging } from '../../../functions/documents/synthesis/plan-urging.ts';
import { readLedger } from '../../../functions/domain/notices/ledger.ts';
import type { LedgerRow } from '../../../sheets-schema/tabs/logs.ts';
import { aReport, type aStatus, at, dueBy, ledgerRow } from '../../domain/notices/notice-world.ts';
import { unzip } from '../unzip.ts';
import { anInput } from './a-synthesis.ts';

const NOW = '2025-10-30 09:00';
const rows: readonly LedgerRow[] = [
  ledgerRow('2025-10/CTO/qua-han/1@2025-10-24', 'đã gửi', '2025-10-27 08:30', { kind: 'Quá hạn lần 1' }),
  ledgerRow('2025-10/CTO/moi/0@mot-lan', 'đã gửi', '2025-10-23 14:05', { kind: 'Đề nghị gửi báo cáo' }),
  ledgerRow('2025-10/CTO/nhac/0@2025-10-24', 'gộp vào thư mạnh hơn', '2025-10-24 08:30', { kind: 'Nhắc việc' }),
  ledgerRow('2025-10/CTO/nhac/-1@2025-10-24', 'không gửi được', '2025-10-24 08:31', { kind: 'Nhắc việc' }),
  ledgerRow('2025-10/CTO/qua-han/3@2025-10-24', 'đã gửi', '2025-10-29 08:30', { kind: 'Quá hạn lần 2' }),
  ledgerRow('2025-10/CTO/lanh-dao/5@2025-10-24', 'đã gửi', '2025-10-29 10:00', { kind: 'Báo cáo lãnh đạo' }),
  ledgerRow('2025-10/HPG/moi/0@mot-lan', 'đã gửi', '2025-10-23 14:06', { kind: 'Đề nghị gửi báo cáo' }),
];

function urging(change: Partial<ReturnType<typeof aStatus>> = {}, sent = rows) {
  const { statuses, timing, outline } = anInput(undefined, NOW);
  const changed = statuses.map((status) => (status.unit.code === 'CTO' ? { ...status, ...change } : status));
  return planUrging({ statuses: changed, ledger: readLedger(sent), outline, timing, place: 'Hà Nội' });
}

describe('who is urged', () => {
  test('the late city; not one that filed, nor one whose report waits to be identified', () => {
    const { letters, held } = urging();
    expect(letters.map(({ unit }) => unit.code)).toEqual(['CTO']);
    expect(held.map(({ unit, reason }) => `${unit.code}: ${reason}`)).toEqual([
      'HUE: Báo cáo BC-CXM-FFFF6666 chờ xác minh đơn vị',
    ]);
  });

  test.each([
    ['still in time', { effective: dueBy('2025-10-30') }, null],
    ['paused', { paused: true }, 'Điều phối viên đã tạm dừng nhắc'],
    ['sent after the lock', { afterLock: [aReport('BC-9')] }, 'Báo cáo BC-9 gửi sau khi khóa, chờ chấp nhận'],
  ])('nobody who is %s', (_, change, reason) => {
    const { letters, held } = urging(change);
    expect(letters).toEqual([]);
    expect(held.find(({ unit }) => unit.code === 'CTO')?.reason ?? null).toBe(reason);
  });

  test('nobody whose round lies before operation', () => {
    const { statuses, timing, outline } = anInput(undefined, NOW);
    const before = { ...timing, goLive: at('2025-10-29 08:00') };
    expect(
      planUrging({ statuses, ledger: readLedger(rows), outline, timing: before, place: 'Hà Nội' }).letters,
    ).toEqual([]);
  });
});

describe('the letter', () => {
  const [letter] = urging().letters;

  test('says in two sentences what was asked and when it was reminded, and what has come', () => {
    expect(letter?.opening).toEqual([
      'Ngày 23/10/2025, Bộ Xây dựng có Công văn số 12112/BXD-PTĐT đề nghị Ủy ban nhân dân thành phố Cần Thơ gửi báo cáo tình hình triển khai đô thị thông minh tại địa phương (thời hạn ghi trong văn bản: “trước ngày 24/10/2025”, sau đó được điều chỉnh đến hết ngày 24/10/2025); Bộ Xây dựng đã nhắc qua thư điện tử các ngày 27/10 và 29/10/2025. ' +
        'Đến 09:00 ngày 30/10/2025, Bộ Xây dựng chưa nhận được báo cáo của Ủy ban nhân dân thành phố Cần Thơ, quá hạn 04 ngày làm việc; đã có 04/06 đơn vị gửi báo cáo.',
    ]);
  });

  test('names only days on which a reminder reached the unit: nothing internal, superseded, refused or of others', () => {
    const [one] = urging({}, rows.slice(0, 4)).letters;
    expect(one?.opening[0]).toContain('đã nhắc qua thư điện tử ngày 27/10/2025. Đến');
    const [none] = urging({}, rows.slice(1, 4)).letters;
    expect(none?.opening[0]).not.toContain('đã nhắc');
    const later = ledgerRow('2025-10/CTO/qua-han/13@2025-10-24', 'đã gửi', '2026-01-05 08:30', {
      kind: 'Quá hạn lần n',
    });
    const [over] = urging({}, [...rows, later]).letters;
    expect(over?.opening[0]).toContain('các ngày 27/10, 29/10/2025 và 05/01/2026');
  });

  test('tells an extension that passed', () => {
    const extension = { at: at('2025-10-28 10:00'), deadline: dueBy('2025-10-29') };
    const [extended] = urging({ extension, effective: extension.deadline }).letters;
    expect(extended?.opening[0]).toContain('“trước ngày 24/10/2025”, đã được gia hạn đến hết ngày 29/10/2025)');
  });

  test('says what came and holds nothing', () => {
    const [empty] = urging({ versions: [aReport('BC-1')] }).letters;
    expect(empty?.opening[0]).toContain(
      'chưa nhận được nội dung báo cáo của Ủy ban nhân dân thành phố Cần Thơ (đã gửi biểu mẫu',
    );
  });

  test('asks politely: it requests nothing as a due, accuses nobody', () => {
    const told = [...(letter?.opening ?? []), ...(letter?.request ?? [])].join(' ');
    expect(told).toContain('Đề nghị Ủy ban nhân dân thành phố Cần Thơ');
    expect(told).not.toMatch(/yêu cầu|vi phạm|xử phạt|phê bình/i);
  });
});

describe('the .docx', async () => {
  const xml = unzip(await urgingDocx(urging().letters[0]!).content()).get('word/document.xml') ?? '';
  const paragraphs = xml.split('</w:p>');
  const lines = paragraphs.map((one) => one.replaceAll(/<[^>]*>/g, '')).filter((line) => line !== '');

  test('is a công văn: number and day blank, its matter under the number', () => {
    expect(lines.slice(0, 7)).toEqual([
      'BỘ XÂY DỰNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BXD-PTĐT',
      'V/v đôn đốc gửi báo cáo tình hình triển khai đô thị thông minh tại địa phương',
      'Hà Nội, ngày      tháng      năm 2025',
      'Kính gửi: Ủy ban nhân dân thành phố Cần Thơ',
    ]);
    const about = paragraphs.find((one) => one.includes('V/v')) ?? '';
    expect(about).toContain('<w:sz w:val="24"/>');
    expect(about).toContain('w:before="120"');
  });

  test('ends with ./. and leaves room to sign; nothing in it is a list of what the machine did', () => {
    expect(lines.filter((line) => /^- \d/.test(line))).toEqual([]);
    expect(lines.slice(lines.indexOf('Trân trọng./.'))).toEqual([
      'Trân trọng./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Bộ trưởng (để b/c);',
      '- Bộ Khoa học và Công nghệ (để p/h);',
      '- Lưu: VT, PTĐT.',
      'QUYỀN HẠN, CHỨC VỤ',
      'CỦA NGƯỜI KÝ',
      'Họ và tên',
    ]);
  });
});

test('without receivers in the round the ministry’s leadership is named', () => {
  expect(receiversOf({ copiesTo: null }, 'PTĐT')).toEqual([
    '- Như trên;',
    '- Lãnh đạo Bộ (để báo cáo);',
    '- Lưu: VT, PTĐT.',
  ]);
  expect(receiversOf({ copiesTo: ['Văn phòng Chính phủ (để b/c);'] }, 'PTĐT')[1]).toBe(
    '- Văn phòng Chính phủ (để b/c);',
  );
});
