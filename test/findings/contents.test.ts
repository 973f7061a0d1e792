import { expect, test } from 'vitest';
import { contentFindings } from '../../functions/findings/contents.ts';
import { FULL, type Sent, sixCities } from '../documents/synthesis/six-cities.ts';

const REVIEW = FULL['1.1'];
const PREPARATION = FULL['1.2'];
const DIFFICULTIES = FULL['1.4'];

const sent = (unit: string, answers: Sent['answers']): Sent => ({
  unit,
  version: `BC-${unit}-1`,
  when: '2025-10-23 09:00',
  answers,
});
const told = (...reports: readonly Sent[]) =>
  contentFindings(sixCities(reports).statuses).map(({ row, found }) => [row, found]);

test('texts that several units share are told once, with all items and all who share them', () => {
  expect(
    told(
      sent('HNI', { '1.1': REVIEW, '1.2': PREPARATION, '1.4': DIFFICULTIES }),
      sent('HUE', { '1.1': REVIEW.replaceAll('Thành phố', 'Thành phố Huế'), '1.2': PREPARATION }),
      sent('HPG', { '1.1': 'Nội dung riêng của thành phố.', '1.4': DIFFICULTIES }),
    ),
  ).toEqual([
    ['2025-10/HNI/1.1', 'nội dung mục 1.1, 1.2 gần như trùng với báo cáo của Huế'],
    ['2025-10/HNI/1.4', 'nội dung mục 1.4 gần như trùng với báo cáo của Hải Phòng'],
  ]);
});

test('of reports that differ, and of short answers, nothing is told', () => {
  expect(
    told(sent('HNI', { '1.1': REVIEW, '1.4': 'Không có' }), sent('HUE', { '1.1': PREPARATION, '1.4': 'Không có' })),
  ).toEqual([]);
});
