import { describe, expect, test } from 'vitest';
import { readMarks } from '../../../functions/documents/synthesis/marks.ts';
import { statements, synthesis, under, words } from './a-synthesis.ts';
import { type Sent, story } from './six-cities.ts';

const LATER = '2025-10-28 09:00';
const first = synthesis();
const later = (sent: readonly Sent[]) => synthesis(sent, LATER, first.marks);
const marked = (sent: readonly Sent[]) =>
  statements(later(sent).blocks)
    .filter(({ change }) => change !== null)
    .map((one) => `${one.change} ${words(one)}`);
const compared = (sent: readonly Sent[]) =>
  under(later(sent).blocks, 'I. ')
    .map(words)
    .find((line) => line.startsWith('So với'));

function more(unit: string, answers: Sent['answers']): readonly Sent[] {
  return [...story, { unit, version: `BC-${unit}-MORE`, when: '2025-10-27 15:00', answers }];
}

test('a first synthesis marks nothing and compares with nothing', () => {
  expect(statements(first.blocks).every(({ change }) => change === null)).toBe(true);
  expect(under(first.blocks, 'I. ').some(({ text }) => text.startsWith('So với'))).toBe(false);
});

test('the same again has no mark, though the clock moved', () => {
  expect(marked(story)).toEqual([]);
  expect(compared(story)).toBe('So với bản tổng hợp lúc 10:15 ngày 27/10/2025: không có thay đổi.');
});

describe('what came since is marked', () => {
  test('a city that was silent is new, wherever it is quoted', () => {
    const sent = more('CTO', { '1.4': 'Thiếu kinh phí.' });
    expect(marked(sent)).toEqual(expect.arrayContaining(['new Cần Thơ: Thiếu kinh phí.']));
    expect(compared(sent)).toMatch(/nội dung mới: Cần Thơ \(mục 1\.4\)\.$/);
  });

  test('other words where a city had spoken are an update, and only they are marked', () => {
    const sent = more('DNG', { '1.2': 'Đã thực hiện theo Công văn số 4321/BXD-PTĐT ngày 18/8/2025.' });
    expect(marked(sent)).toEqual(['changed Đà Nẵng: Đã thực hiện theo Công văn số 4321/BXD-PTĐT ngày 18/08/2025.']);
    expect(compared(sent)).toBe('So với bản tổng hợp lúc 10:15 ngày 27/10/2025: nội dung cập nhật: Đà Nẵng (mục 1.2).');
  });

  test('the same words in a newer version are no change', () => {
    expect(marked(more('HPG', { '1.4': story[3]?.answers['1.4'] ?? '' }))).toEqual([]);
  });

  test('what is said no more is told', () => {
    const without = story.filter(({ unit }) => unit !== 'HNI');
    expect(compared(without)).toMatch(/nội dung không còn: .*Hà Nội \(mục 3\)/);
  });
});

describe('marks as text', () => {
  test('read back what was written', () => {
    expect(readMarks(JSON.stringify(first.marks))).toEqual(first.marks);
  });

  test.each(['', 'x', '{}', '{"at":"gestern","places":{}}', '[1]'])('%j is none', (text) => {
    expect(readMarks(text)).toBeNull();
  });
});
