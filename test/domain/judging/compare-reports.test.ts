import { describe, expect, test } from 'vitest';
import { copiedAcross, findCopies, progressBackwards } from '../../../functions/domain/judging/compare-reports.ts';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { LONG_NARRATIVE, LONG_REVIEW } from './judge-world.ts';

const print = (item: string, text: string) => ({ item, fingerprint: examineAnswer(text).fingerprint });

describe('copied texts', () => {
  test('only dates and figures were changed since the last round', () => {
    const items = [print('1.1', LONG_REVIEW), print('1.2', `${LONG_NARRATIVE}, xong ngày 15/12/2025.`)];
    const previous = [print('1.1', 'Nội dung khác.'), print('1.2', `${LONG_NARRATIVE}, xong ngày 15/6/2025.`)];
    expect(findCopies({ items, previous })).toEqual([
      { item: '1.2', sameAs: 'previous round', other: '1.2', similarity: 1 },
    ]);
  });

  test('the same text in two items is told once, of the later one', () => {
    const items = [print('1.4', LONG_NARRATIVE), print('1.5', LONG_REVIEW), print('2.2', LONG_NARRATIVE)];
    expect(findCopies({ items, previous: [] })).toEqual([{ item: '2.2', sameAs: 'item', other: '1.4', similarity: 1 }]);
  });

  test('of several equal texts of the last round the same item is named', () => {
    const previous = [print('1.1', LONG_NARRATIVE), print('1.2', LONG_NARRATIVE)];
    expect(findCopies({ items: [print('1.2', LONG_NARRATIVE)], previous })[0]?.other).toBe('1.2');
  });

  test('short answers and different ones are no copies', () => {
    const items = [print('1.4', 'Không có'), print('1.5', 'Không có'), print('1.1', LONG_REVIEW)];
    expect(findCopies({ items, previous: [print('1.4', 'Không có'), print('1.1', LONG_NARRATIVE)] })).toEqual([]);
  });
});

describe('progress going backwards', () => {
  test.each<[string, string, string, { from: string; to: string } | null]>([
    ['a percentage fell', 'Đạt 85,5%', 'Đạt 60%', { from: '85,5%', to: '60%' }],
    ['a percentage rose', 'Đạt 60%', 'Đạt 85%', null],
    ['it stands still', 'Đạt 60%', 'Đạt 60%', null],
    ['the second of two fell', 'A 50%, B 70%', 'A 50%, B 40%', { from: '70%', to: '40%' }],
    ['tasks were added, nobody can say which is which', 'A 50%', 'A 20%, B 60%', null],
    ['issued before, drafting now', 'Đã ban hành', 'Đang dự thảo', { from: 'Đã ban hành', to: 'Đang dự thảo' }],
    ['submitted before, not begun now', 'Đã trình', 'Chưa xây dựng', { from: 'Đã trình', to: 'Chưa xây dựng' }],
    ['drafting before, issued now', 'Đang dự thảo', 'Đã ban hành', null],
    ['no figures at all', 'Đang thực hiện', 'Đang thực hiện', null],
  ])('%s', (_, before, now, expected) => {
    expect(progressBackwards(examineAnswer(before), examineAnswer(now))).toEqual(expected);
  });

  test('nothing to compare with is no step back', () => {
    expect(progressBackwards(undefined, examineAnswer('Đạt 5%'))).toBeNull();
    expect(progressBackwards(examineAnswer('Đạt 5%'), undefined)).toBeNull();
  });
});

describe('texts copied across units', () => {
  const of = (unit: string, text: string) => ({ unit, fingerprint: examineAnswer(text).fingerprint });
  const groups = (texts: readonly ReturnType<typeof of>[]) =>
    copiedAcross(texts).map((own) => own.map(({ unit }) => unit));

  test('are found, whatever names and figures were exchanged', () => {
    const texts = [
      of('A', `Thành phố A: ${LONG_NARRATIVE}, xong ngày 15/12/2025.`),
      of('B', LONG_REVIEW),
      of('C', `Thành phố C: ${LONG_NARRATIVE}, xong ngày 01/6/2026.`),
    ];
    expect(groups(texts)).toEqual([['A', 'C']]);
  });

  test('of short answers nothing is said, nor of one that stands alone', () => {
    expect(groups([of('A', 'Không có'), of('B', 'Không có'), of('C', LONG_REVIEW)])).toEqual([]);
  });

  test('among thousands too, at no more cost than reading them', () => {
    const own = Array.from({ length: 3_000 }, (_, n) => ({
      unit: `V${n}`,
      fingerprint: n.toString(16).padStart(32, '0'),
    }));
    const shared = Array.from({ length: 3_000 }, (_, n) => of(`U${n}`, n % 2 === 0 ? LONG_NARRATIVE : LONG_REVIEW));
    const from = performance.now();
    expect(groups([...own, ...shared]).map((group) => group.length)).toEqual([1_500, 1_500]);
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});
