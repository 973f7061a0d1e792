import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDocumentNumbers, parseDocumentNumber } from '../../../functions/domain/reading/document-number.ts';
import { respellings } from '../../support/respellings.ts';

const CELLS: readonly (readonly [string, string, string])[] = [
  ['Số: 12112/BXD-PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['12112/BXD-PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['382/TB-VPCP', '382/TB-VPCP', 'administrative'],
  ['1413/QĐ-TTg', '1413/QĐ-TTg', 'administrative'],
  ['111/KH-TCTLN', '111/KH-TCTLN', 'administrative'],
  ['112/QĐ-TCTLN', '112/QĐ-TCTLN', 'administrative'],
  ['05/BNV-VP', '05/BNV-VP', 'administrative'],
  ['01/QyĐ-UBND', '01/QyĐ-UBND', 'administrative'],
  ['15/TTr-SXD', '15/TTr-SXD', 'administrative'],
  ['950/QĐ-TTg', '950/QĐ-TTg', 'administrative'],
  ['71/NQ-CP', '71/NQ-CP', 'administrative'],
  ['1683/BXD-PTĐT', '1683/BXD-PTĐT', 'administrative'],
  ['12729/VPCP-KGVX', '12729/VPCP-KGVX', 'administrative'],
  ['5598/VPCP-TTĐT', '5598/VPCP-TTĐT', 'administrative'],
  ['269/2025/NĐ-CP', '269/2025/NĐ-CP', 'legal'],
  ['28/2026/QH16', '28/2026/QH16', 'legal'],
  ['91/2025/QH15', '91/2025/QH15', 'legal'],
  ['21/2021/TTLT-BTP-BNV', '21/2021/TTLT-BTP-BNV', 'legal'],
  ['02/2024/TT-BKH&CN', '02/2024/TT-BKH&CN', 'legal'],
  ['57-NQ/TW', '57-NQ/TW', 'party'],
  ['30-KL/TGV', '30-KL/TGV', 'party'],
  ['45-TB/TGV', '45-TB/TGV', 'party'],
  ['19-CTr/TU', '19-CTr/TU', 'party'],
  ['294-QĐ/TW', '294-QĐ/TW', 'party'],
  ['69-QĐi/TW', '69-QĐi/TW', 'party'],
  ['233-CV/BCSĐ', '233-CV/BCSĐ', 'party'],
  ['12-KH/BCĐTW', '12-KH/BCĐTW', 'party'],
  ['05-QC/BCSĐ-ĐU', '05-QC/BCSĐ-ĐU', 'party'],
  ['Số: 12112 / BXD–PTÐT', '12112/BXD-PTĐT', 'administrative'],
  ['số 382 / TB - VPCP', '382/TB-VPCP', 'administrative'],
  ['57 - NQ / TW', '57-NQ/TW', 'party'],
  ['12112/BXD—PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['12112/BXD\u2011PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['12112\u00A0/BXD-PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['12112/bxd-ptđt', '12112/BXD-PTĐT', 'administrative'],
  ['1413/QĐ-TTG', '1413/QĐ-TTg', 'administrative'],
  ['1413/qđ-ttg', '1413/QĐ-TTg', 'administrative'],
  ['5/KH-UBND', '05/KH-UBND', 'administrative'],
  ['0005/KH-UBND', '05/KH-UBND', 'administrative'],
  ['45a/QĐ-UBND', '45a/QĐ-UBND', 'administrative'],
  ['5b/QĐ-UBND', '05b/QĐ-UBND', 'administrative'],
  ['123/SKHCN-CĐS', '123/SKHCN-CĐS', 'administrative'],
  ['123/SVHTT&DL-QLDL', '123/SVHTT&DL-QLDL', 'administrative'],
  ['2345/UBND-CNTT.TH', '2345/UBND-CNTT.TH', 'administrative'],
  ['100/UBND', '100/UBND', 'administrative'],
  ['Kế hoạch số 111/KH-UBND', '111/KH-UBND', 'administrative'],
  ['Kế hoạch số 111/KH-UBND ngày 31/7/2025', '111/KH-UBND', 'administrative'],
  ['QĐ 950/QĐ-TTg của Thủ tướng', '950/QĐ-TTg', 'administrative'],
  ['Số:123/BC-UBND', '123/BC-UBND', 'administrative'],
  ['Báo cáo số 215/BC-UBND ngày 22/10/2025', '215/BC-UBND', 'administrative'],
  ['215-BC/UBND', '215-BC/UBND', 'party'],
  ['số 3456/UBND-\nQHĐT', '3456/UBND-QHĐT', 'administrative'],
  ['06/2025/TT-BXD', '06/2025/TT-BXD', 'legal'],
  ['Kết luận 30-KL/TGV', '30-KL/TGV', 'party'],
  ['QĐ số 17/2025/QĐ - UBND', '17/2025/QĐ-UBND', 'legal'],
  ['215 /BC - UBND', '215/BC-UBND', 'administrative'],
  ['„215/BC-UBND”', '215/BC-UBND', 'administrative'],
  ['số: 08 - CTr/TU', '08-CTr/TU', 'party'],
  ['3456/ubnd-qhđt', '3456/UBND-QHĐT', 'administrative'],
  ['66.4/2025/NQ-CP', '66.4/2025/NQ-CP', 'legal'],
  ['41/GPXD', '41/GPXD', 'administrative'],
  ['12112／BXD－PTĐT', '12112/BXD-PTĐT', 'administrative'],
  ['66.11/2025/NQ-CP', '66.11/2025/NQ-CP', 'legal'],
  ['Số 45/BC- SYT ngày 3/4/2026', '45/BC-SYT', 'administrative'],
  ['(45 / BC - SYT)', '45/BC-SYT', 'administrative'],
  ['66.7/2025/NQ-CP', '66.7/2025/NQ-CP', 'legal'],
  ['60/KH-\nUBND', '60/KH-UBND', 'administrative'],
  ['“12112/BXD-PTĐT”', '12112/BXD-PTĐT', 'administrative'],
  ['- 57 / BC - UBND', '57/BC-UBND', 'administrative'],
  ['Số 57 /BC-UBND./.', '57/BC-UBND', 'administrative'],
  ['１２１１２／ＢＸＤ－ＰＴĐＴ', '12112/BXD-PTĐT', 'administrative'],
  ['* 111/KH-UBND *', '111/KH-UBND', 'administrative'],
  ['Số: 234/ UBND- ĐT', '234/UBND-ĐT', 'administrative'],
  ['báo cáo số 18/bc-ubnd ngày 02/4/2026', '18/BC-UBND', 'administrative'],
  ['66.13/2025/QH15', '66.13/2025/QH15', 'legal'],
  ['57 -\nNQ/TW', '57-NQ/TW', 'party'],
  ['«19-CTr/TU»', '19-CTr/TU', 'party'],
  ['Số 08/CTr - UBND', '08/CTr-UBND', 'administrative'],
  ['a) 345/SXD-PTĐT', '345/SXD-PTĐT', 'administrative'],
  ['1. 345/SXD-PTĐT', '345/SXD-PTĐT', 'administrative'],
  ['số:77/KH–UBND', '77/KH-UBND', 'administrative'],
  ['45A/QĐ-UBND', '45a/QĐ-UBND', 'administrative'],
  ['312 / QĐ - TTg', '312/QĐ-TTg', 'administrative'],
  ['999/kh-ubnd', '999/KH-UBND', 'administrative'],
  ['Số 88/TB-\u00A0VPCP', '88/TB-VPCP', 'administrative'],
];

describe('a cell that should hold a document number', () => {
  test.each(CELLS)('%j is %s', (text, number, kind) => {
    expect(parseDocumentNumber(text)).toMatchObject({ text: number, kind });
  });

  test.each([
    'Số:     /BXD-PTĐT',
    '24/10/2025',
    '03/2025',
    '12112',
    '12112/BXD PTĐT',
    '111/KH-UBND và 112/QĐ-UBND',
    'đang chờ cấp số',
    '/KH-UBND',
    'KH-UBND',
    '0/KH-UBND',
    '1234567/KH-UBND',
    'QCVN 01:2021/BXD',
    'TCVN 6909:2001',
    '50 km/h',
    '111 KH-UBND',
    'Quý III/2025',
    '2018-2025',
    '100/người/ngày',
    '5/2025',
    'BC-UBND 215',
    '2/3 phường',
    '2.15/BC-UBND',
    'Công văn 12/CV',
    '20/tháng',
    '12/hộ',
    '7/xe',
    '6O/KH-UBND',
    '15/người',
    '24/giờ',
    '3/nhà',
    'BC 12 ngày 5',
    'l2/KH-UBND',
    '45/BC',
    'số 45/BC',
    '2/km',
    '1O1/QĐ-UBND',
    '5/tổ-tháng',
    '10/ca',
    '12.112/BXD-PTĐT',
    '',
  ])('%j is none', (text) => {
    expect(parseDocumentNumber(text)).toBeNull();
  });

  test('the parts of a number are told apart', () => {
    expect(parseDocumentNumber('Số: 269/2025/NĐ-CP')).toEqual({
      number: '269',
      year: 2025,
      symbol: 'NĐ-CP',
      kind: 'legal',
      text: '269/2025/NĐ-CP',
    });
    expect(parseDocumentNumber('57-NQ/TW')).toMatchObject({ number: '57', year: null, symbol: 'NQ/TW' });
  });

  const capitals = fc.constantFrom('BXD', 'UBND', 'SXD', 'PTĐT', 'TCTLN', 'KH', 'QĐ', 'VPCP', 'SKHCN');
  const written = fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), capitals, capitals)
    .map(([number, type, body]) => `${number}/${type}-${body}`);

  test('NFD, Eth for Đ, long dashes, spaces and small letters give the same number', () => {
    const changes = [
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll('Đ', 'Ð'),
      (text: string) => text.replaceAll('-', ' – '),
      (text: string) => `Số : ${text.replaceAll('/', ' / ')}`,
      (text: string) => text.toLowerCase(),
    ];
    fc.assert(
      fc.property(written, fc.constantFrom(...changes), (text, change) => {
        expect(parseDocumentNumber(change(text))).toEqual(parseDocumentNumber(text));
        expect(parseDocumentNumber(text)).not.toBeNull();
      }),
    );
  });

  test('a normalised number reads as itself', () => {
    fc.assert(
      fc.property(written, (text) => {
        const number = parseDocumentNumber(text);
        expect(parseDocumentNumber(number?.text ?? '')).toEqual(number);
      }),
    );
  });
});

const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Thực hiện Quyết định số 1413/QĐ-TTg ngày 30/6/2025, Kế hoạch số 111/KH-TCTLN và Quy chế số 112/QĐ-TCTLN ngày 31/7/2025; Thông báo số 45-TB/TGV ngày 30/9/2025.',
    ['1413/QĐ-TTg', '111/KH-TCTLN', '112/QĐ-TCTLN', '45-TB/TGV'],
  ],
  ['thực hiện Nghị quyết số 57-NQ/TW. ngày 22 tháng 12 năm 2024', ['57-NQ/TW']],
  ['(12112/BXD-PTĐT), 382/TB-VPCP; 382/TB-VPCP', ['12112/BXD-PTĐT', '382/TB-VPCP']],
  ['Đạt 24/7, tốc độ 100 km/h, tỷ lệ 50/UBND, phòng 12/TP', []],
  ['Công văn số 100/UBND của huyện', ['100/UBND']],
  ['Luật số 91/2025/QH15 và Nghị định 269/2025/NĐ-CP', ['91/2025/QH15', '269/2025/NĐ-CP']],
  ['theo QCVN 01:2021/BXD và TCVN 6909:2001', []],
  ['giai đoạn 2018-2025, Kế hoạch 2025 - UBND/HĐND thành phố', []],
  ['ngày 24/10/2025 và 30/4/2026', []],
  ['Quyết định số 950/QĐ-TTg của TTg', ['950/QĐ-TTg']],
  ['văn bản số     /BXD-PTĐT ngày    /10/2025', []],
  ['Thông báo 382/TB-VPCP và 45-TB/TGV (Số: 12112/BXD–PTĐT)', ['382/TB-VPCP', '45-TB/TGV', '12112/BXD-PTĐT']],
  ['Thực hiện Kế hoạch số 60/KH-\nUBND ngày 05/3/2026', ['60/KH-UBND']],
  ['theo Nghị quyết số 57-\nNQ/TW của Bộ Chính trị', ['57-NQ/TW']],
  ['theo Nghị quyết số 66.11/2025/NQ-CP ngày 18/11/2025', ['66.11/2025/NQ-CP']],
  ['kế hoạch số 111/kh-ubnd ngày 31/7/2025 của thành phố', ['111/KH-UBND']],
  ['căn cứ quyết định 1413/qđ-ttg', ['1413/QĐ-TTg']],
  ['báo cáo (45 / BC - SYT) của ngành y tế', ['45/BC-SYT']],
  ['chi 12/hộ, 7/xe, 30/người mỗi tháng', []],
  ['Kế hoạch số 111/KH-UBND - UBND thành phố Huế', ['111/KH-UBND']],
  ['Công văn 234/UBND -ĐT và 235/UBND- ĐT', ['234/UBND-ĐT', '235/UBND-ĐT']],
  ['theo nghị quyết 57 - NQ / TW ngày 22/12/2024', ['57-NQ/TW']],
  ['tỷ lệ 3/4 - UBND phường đã kết nối', []],
  ['số 6O/KH-UBND', []],
  ['"382/TB-VPCP"; “45-TB/TGV”; ‘12112/BXD-PTĐT’./.', ['382/TB-VPCP', '45-TB/TGV', '12112/BXD-PTĐT']],
  ['Tờ trình số 15/TTr-\nSXD, Quyết định số 950/QĐ-\nTTg', ['15/TTr-SXD', '950/QĐ-TTg']],
  ['Giai đoạn 2021 - 2025 - UBND thành phố', []],
  ['văn bản số ３８２／ＴＢ－ＶＰＣＰ', ['382/TB-VPCP']],
  ['Chỉ thị 05/ct-ttg và công văn số 77/sxd-ptđt', ['05/CT-TTg', '77/SXD-PTĐT']],
  ['Thông báo số 382 /TB-VPCP, số 45 -TB/TGV', ['382/TB-VPCP', '45-TB/TGV']],
  ['số 60/KH ngày 5/3/2026', []],
  ['lắp 20/xã, mỗi xã 3/thôn', []],
  ['Báo cáo số 120 / BC-UBND - Phụ lục I', ['120/BC-UBND']],
  ['Quyết định số 45A/QĐ-UBND và 46b/QĐ-UBND', ['45a/QĐ-UBND', '46b/QĐ-UBND']],
  ['Quyết định số 12/2025/QĐ- UBND', ['12/2025/QĐ-UBND']],
  ['phòng 12/TP, tầng 3/A-B', []],
];

describe('document numbers in running text', () => {
  test.each(TEXTS)('%j', (text, numbers) => {
    expect(findDocumentNumbers(text).map((number) => number.text)).toEqual(numbers);
  });
});

test.each(Object.entries(respellings))('%s change no number', (_, respelled) => {
  for (const [text, number] of CELLS) expect(parseDocumentNumber(respelled(text))?.text).toBe(number);
  for (const [text, numbers] of TEXTS) {
    expect(findDocumentNumbers(respelled(text)).map((number) => number.text)).toEqual(numbers);
  }
});
