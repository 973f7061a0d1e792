import { describe, expect, test } from 'vitest';
import { textsOf, wholeAnswers } from '../../functions/synthesis/unit-content.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { type Sent, sixCities } from './six-cities.ts';

const row = (part: number, text: string | null, question = '1.1') => ({ version: 'BC-1', question, part, text });

test('the parts of a long answer meet again, in whatever order the rows were sorted', () => {
  const texts = textsOf([row(3, 'c'), row(1, 'a '), row(2, 'b'), row(1, 'x', '1.2'), row(1, null, '3')]);
  expect(texts.get('BC-1')).toEqual(
    new Map([
      ['1.1', 'a bc'],
      ['1.2', 'x'],
      ['3', ''],
    ]),
  );
});

describe('the valid content', () => {
  const versions: readonly Sent[] = [
    {
      unit: 'HPG',
      version: 'BC-1',
      when: '2025-10-24 08:00',
      answers: { '1.1': 'Đã rà soát 02 đề án.', '1.2': 'Lần một.' },
    },
    { unit: 'HPG', version: 'BC-2', when: '2025-10-24 09:00', answers: { '1.1': 'đang cập nhật', '1.2': 'Lần hai.' } },
  ];
  const { statuses, texts } = sixCities(versions);
  const haiPhong = statuses.find(({ unit }) => unit.code === 'HPG')!;
  const told = (item: string) =>
    wholeAnswers(
      haiPhong,
      outlineSeeds.filter((question) => question.item === item),
      texts,
    ).map(({ text, source }) => `${text} ${source}`);

  test('is the newest answer', () => {
    expect(told('1.2')).toEqual(['Lần hai. Hải Phòng, BC-2, 09:00 ngày 24/10/2025']);
  });

  test('a placeholder does not take the place of an answer', () => {
    expect(told('1.1')).toEqual(['Đã rà soát 02 đề án. Hải Phòng, BC-1, 08:00 ngày 24/10/2025']);
  });

  test('comes from the versions its verdict names', () => {
    expect(haiPhong.items.find(({ item }) => item === '1.2')?.versions).toEqual(['BC-2']);
    expect(haiPhong.items.find(({ item }) => item === '1.1')?.versions).toEqual(['BC-1']);
  });

  test('a text that was not read counts as not said', () => {
    expect(wholeAnswers(haiPhong, outlineSeeds, new Map())).toEqual([]);
  });
});
