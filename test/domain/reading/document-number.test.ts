import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDocumentNumbers, parseDocumentNumber } from '../../../functions/domain/reading/document-number.ts';

describe('a cell that should hold a document number', () => {
  test.each<[string, string, string]>([
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
  ])('%j is %s', (text, number, kind) => {
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

describe('document numbers in running text', () => {
  test.each<[string, string[]]>([
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
  ])('%j', (text, numbers) => {
    expect(findDocumentNumbers(text).map((number) => number.text)).toEqual(numbers);
  });
});
