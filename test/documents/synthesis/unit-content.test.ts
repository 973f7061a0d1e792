import { describe, expect, test } from 'vitest';
import { type Texts, textsOf, wholeAnswers } from '../../../functions/documents/synthesis/unit-content.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
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
  const told = (item: string, read: Texts = texts) => {
    const judged = haiPhong.items.find((one) => one.item === item)!;
    const questions = outlineSeeds.filter((question) => question.item === item);
    return wholeAnswers(haiPhong, judged, questions, read).map(({ text, source }) => `${text} ${source}`);
  };

  test('is the newest answer, with the version that gave it', () => {
    expect(told('1.2')).toEqual(['Lần hai. Báo cáo của Hải Phòng, mã BC-2, gửi 09:00 ngày 24/10/2025']);
  });

  test('a placeholder does not take the place of an answer', () => {
    expect(told('1.1')).toEqual(['Đã rà soát 02 đề án. Báo cáo của Hải Phòng, mã BC-1, gửi 08:00 ngày 24/10/2025']);
  });

  test('keeps lines, and leaves out what no document can hold', () => {
    const read = new Map([['BC-2', new Map([['1.2', 'Một.\r\n\u0000Hai\u00A0 \uD800ba.']])]]);
    expect(told('1.2', read)[0]).toMatch(/^Một\.\nHai \uFFFDba\. /);
  });

  test('a text marked as secret goes nowhere, whoever hands it in', () => {
    const secret = sixCities([{ ...versions[0]!, answers: { '1.4': 'TUYỆT MẬT\nNội dung.' } }]);
    const [, , city] = secret.statuses;
    const judged = city!.items.find(({ item }) => item === '1.4')!;
    const [answer] = wholeAnswers(
      city!,
      judged,
      outlineSeeds.filter(({ item }) => item === '1.4'),
      secret.texts,
    );
    expect(answer).toMatchObject({
      class: 'blank',
      text: expect.stringMatching(/^Câu trả lời mang dấu chỉ mức độ mật/),
    });
  });

  test('where a text was not read, its excerpt serves', () => {
    expect(told('1.2', new Map())).toEqual(['Lần hai. Báo cáo của Hải Phòng, mã BC-2, gửi 09:00 ngày 24/10/2025']);
  });
});
