import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { olderTones } from '../../support/older-tones.ts';
import { numRuns } from '../../support/properties.ts';
import { respellings } from '../../support/respellings.ts';
import { ANSWERS, type AnswerCase, PLANS } from './answers.ts';
import { judge } from './judge-world.ts';

describe.each(Object.entries(ANSWERS))('%s', (_, cases) => {
  test.each(cases)('%s %j: %s', (item, text, verdict) => {
    const judged = judge(item, text).verdict;
    if (verdict === 'hollow') expect(judged).not.toBe('Đủ');
    else expect(judged).toBe(verdict);
  });
});

test.each(PLANS)('1.3 %j: %s', (answers, verdict) => {
  expect(judge('1.3', answers).verdict).toBe(verdict);
});

const every: readonly AnswerCase[] = Object.values(ANSWERS).flat();

test('no city is told how many letters it wrote', () => {
  for (const [item, text] of every) expect(judge(item, text).reasons.join(' ')).not.toMatch(/ký tự/);
});

test('numbering, bullets, wrapped lines, kinds of dash, full width, NFC and NFD change no verdict, one upon another', () => {
  const changes = [...Object.values(respellings), olderTones];
  fc.assert(
    fc.property(
      fc.constantFrom(...every),
      fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 2 }),
      ([item, text], respell) => {
        const respelled = respell.reduce((sofar, change) => change(sofar), text);
        expect([respelled, judge(item, respelled).verdict]).toEqual([respelled, judge(item, text).verdict]);
      },
    ),
    { numRuns: numRuns(200, 10_000) },
  );
});

test.each(Object.entries(respellings))('%s change no verdict on a plan', (_, respelled) => {
  for (const [answers, verdict] of PLANS) {
    const texts = Object.entries(answers).map(([field, text]) => [
      field,
      /^(?:trang-thai|ngay|du-kien)$/.test(field) ? text : respelled(text),
    ]);
    expect([texts, judge('1.3', Object.fromEntries(texts)).verdict]).toEqual([texts, verdict]);
  }
});
