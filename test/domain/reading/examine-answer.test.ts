import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeFacts,
  encodeFacts,
  examineAnswer,
  excerptOf,
  partsOf,
} from '../../../functions/domain/reading/examine-answer.ts';
import { clean } from '../../../sheets-schema/text.ts';
import { LONG_NARRATIVE } from '../judging/judge-world.ts';

const ANSWER = `${LONG_NARRATIVE} theo Nghị định 269/2025/NĐ-CP ngày 14/10/2025; đạt 85,5%, hoàn thành Quý IV/2025. Đề nghị Bộ Xây dựng hướng dẫn.`;

describe('a cell of facts', () => {
  test.each([
    ['another thing', '[]'],
    ['nothing', 'null'],
    ['no JSON', '{"c":"text"'],
    ['without its class', '{"n":3}'],
    ['without its length', '{"c":"text"}'],
    ['a class of no release', '{"c":"song","n":3}'],
    ['a length below none', '{"c":"text","n":-1}'],
    ['half a letter', '{"c":"text","n":1.5}'],
    ['a value that is no text', '{"c":"text","n":3,"v":null}'],
    ['a day that does not exist', '{"c":"text","n":3,"t":["2025-02-30"]}'],
    ['a list that is none', '{"c":"text","n":3,"d":"71/NQ-CP"}'],
    ['a percentage in words', '{"c":"text","n":3,"p":["85"]}'],
    ['an addressee by halves', '{"c":"text","n":3,"a":0}'],
    ['a mark of no release', '{"c":"text","n":3,"m":["loud"]}'],
    ['a fingerprint cut short', '{"c":"text","n":3,"f":"0a"}'],
    ['a key that no release wrote', '{"c":"text","n":3,"z":1}'],
    ['a key of every object', '{"c":"text","n":3,"toString":1}'],
  ])('with %s holds none', (_, cell) => expect(decodeFacts(cell)).toBeNull());

  test('with its class and length alone is whole', () => {
    expect(decodeFacts('{"c":"text","n":3}')).toMatchObject({
      class: 'text',
      length: 3,
      value: '',
      dates: [],
      marks: [],
    });
  });
});

describe('what is read of an answer', () => {
  test('class, length, documents, days, periods, percentages, addressee, fingerprint', () => {
    expect(examineAnswer(ANSWER)).toMatchObject({
      class: 'text',
      value: '',
      documents: ['269/2025/NĐ-CP'],
      dates: ['2025-10-14'],
      periods: ['2025-Q4'],
      percents: [85.5],
      namesAddressee: true,
      marks: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  test('a short answer is kept, cleaned', () => {
    expect(examineAnswer(' Đã\u00A0ban  hành \n').value).toBe('Đã ban hành');
  });

  test('letters and digits count once, composed or not; marks and spaces do not', () => {
    expect(examineAnswer('Hồ Chí Minh, 2025!').length).toBe(13);
    expect(examineAnswer('Hồ Chí Minh, 2025!'.normalize('NFD')).length).toBe(13);
  });

  test('of a text marked as secret only the mark remains', () => {
    const facts = examineAnswer(`TỐI MẬT\n${ANSWER}`);
    expect(facts).toMatchObject({
      marks: ['secret'],
      value: '',
      documents: [],
      dates: [],
      percents: [],
      fingerprint: '',
    });
    expect(encodeFacts(facts)).not.toMatch(/269|2025|85/);
  });

  test('lists stay short however long the answer', () => {
    const facts = examineAnswer(
      Array.from({ length: 40 }, (_, n) => `${n + 1}/KH-UBND ngày 1/1/${2000 + n} đạt ${n}%`).join('; '),
    );
    expect([facts.documents.length, facts.dates.length, facts.percents.length]).toEqual([5, 8, 8]);
  });
});

describe('facts in a cell', () => {
  test('are compact', () => {
    expect(encodeFacts(examineAnswer(''))).toBe('{"c":"blank","n":0}');
    expect(encodeFacts(examineAnswer('111/KH-UBND'))).toBe(
      '{"c":"text","n":9,"v":"111/KH-UBND","d":["111/KH-UBND"],"a":1}',
    );
  });

  test('come back as they were', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(ANSWER, 'MẬT', 'Hµ Néi', 'Không có', '85%'));
    fc.assert(
      fc.property(text, (answer) => {
        const facts = examineAnswer(answer);
        expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
      }),
    );
  });

  test('a document has the day that stands with it, and days to come are known as such', () => {
    const facts = examineAnswer(
      'Kế hoạch 45/KH-UBND thực hiện Thông báo 382/TB-VPCP ngày 23/7/2025; họp ngày 05/8/2025, dự kiến xong trong quý IV/2025.',
    );
    expect(facts).toMatchObject({
      documents: ['45/KH-UBND', '382/TB-VPCP'],
      documentDays: { '382/TB-VPCP': '2025-07-23' },
      dates: ['2025-07-23', '2025-08-05'],
      periods: ['2025-Q4'],
      expected: ['2025-Q4'],
    });
    expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
  });

  test('what release 0.1.0 knows is all that is written: it refuses other keys, and an item would count as lacking', () => {
    fc.assert(
      fc.property(fc.constantFrom(ANSWER, 'MẬT', '85%', 'họp ngày 24/10/2025'), fc.string(), (known, more) => {
        const keys = Object.keys(JSON.parse(encodeFacts(examineAnswer(`${known} ${more}`))));
        expect(keys.filter((key) => !'cnvdtqpamf'.includes(key))).toEqual([]);
      }),
    );
  });

  test('what release 0.1.0 wrote says nothing of days to come, nor whose a day is', () => {
    expect(decodeFacts('{"c":"text","n":60,"d":["111/KH-UBND"],"t":["2025-07-31"],"q":["2025-Q4"]}')).toMatchObject({
      documents: ['111/KH-UBND'],
      documentDays: {},
      dates: ['2025-07-31'],
      periods: ['2025-Q4'],
      expected: null,
    });
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"c":"text"}',
    '{"c":"other","n":1}',
    '{"c":"text","n":-1}',
    '{"c":"text","n":1,"t":["2025-99-99"]}',
    '{"c":"text","n":1,"z":1}',
    '{"c":"text","n":1',
  ])('%j is no facts', (cell) => {
    expect(decodeFacts(cell)).toBeNull();
  });
});

describe('excerpts and parts', () => {
  const rich = fc
    .array(fc.constantFrom('đ', 'ồ', 'o\u0302\u0300', '👍🏽', '👩‍👩‍👧', ' ', 'x', '𝒳'), { maxLength: 200 })
    .map((all) => all.join(''));

  test('an excerpt is one line, at most as long as asked, and says that something is left out', () => {
    expect(excerptOf('Một\nhai  ba')).toBe('Một hai ba');
    expect(excerptOf('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
    expect(excerptOf('a'.repeat(300))).toBe('a'.repeat(300));
    expect(excerptOf(`${' '.repeat(7_000)}a`)).toBe('…');
  });

  test('an excerpt never ends inside a character', () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 10, max: 60 }), (text, max) => {
        const excerpt = excerptOf(text, max);
        expect(excerpt.length).toBeLessThanOrEqual(max);
        expect(excerpt.isWellFormed()).toBe(true);
        const whole = [...new Intl.Segmenter('vi').segment(clean(text))].map(({ segment }) => segment);
        const kept = excerpt.endsWith('…') ? excerpt.slice(0, -1) : excerpt;
        expect(whole.map((_, at) => whole.slice(0, at).join('').trimEnd()).concat(clean(text))).toContain(kept);
      }),
    );
  });

  test('parts joined are the answer, each fits, none ends inside a character', () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 12, max: 50 }), (text, max) => {
        const parts = partsOf(text, max);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part.isWellFormed()).toBe(true);
          expect(part).not.toMatch(/^[\p{M}\u200D]/u);
        }
      }),
    );
  });

  test('an answer of one long run of marks is still parted', () => {
    expect(partsOf('\u0301'.repeat(100_000)).map((part) => part.length)).toEqual([40_000, 40_000, 20_000]);
    expect(partsOf('')).toEqual(['']);
  });
});
