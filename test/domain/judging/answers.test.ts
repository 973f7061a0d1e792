import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { olderTones } from '../../support/older-tones.ts';
import { respellings } from '../../support/respellings.ts';
import { ANSWERS, type AnswerCase } from './answers.ts';
import { judge } from './judge-world.ts';

describe.each(Object.entries(ANSWERS))('%s', (_, cases) => {
  test.each(cases)('%s %j: %s', (item, text, verdict) => {
    const judged = judge(item, text).verdict;
    if (verdict === 'hollow') expect(judged).not.toBe('Đủ');
    else expect(judged).toBe(verdict);
  });
});

const every: readonly AnswerCase[] = Object.values(ANSWERS).flat();

test('no real answer is called Thiếu, and no city is told how many letters it wrote', () => {
  for (const [item, text] of every) expect(judge(item, text).reasons.join(' ')).not.toMatch(/ký tự/);
  const real = every.filter(([, , verdict]) => verdict === 'Đủ');
  for (const [item, text] of real) {
    for (const respelled of Object.values(respellings)) expect(judge(item, respelled(text)).verdict).not.toBe('Thiếu');
  }
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
    { numRuns: 500 },
  );
});
