import { describe, expect, test } from 'vitest';
import { readChanges, roundSubject } from '../../../functions/domain/standing/change-log.ts';
import {
  growthOf,
  questionsInForce,
  recordedPlaces,
  recordedQuestions,
  writeQuestions,
} from '../../../functions/domain/standing/outline-record.ts';
import { shownMark } from '../../../functions/domain/standing/round-record.ts';
import { inOutlineOrder } from '../../../sheets-schema/outline-sections.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { aRound, at } from '../notices/notice-world.ts';

const round = aRound({ outlineVersion: OUTLINE_VERSION });
const book = readChanges(
  [
    ['outline', OUTLINE_VERSION],
    ['questions', writeQuestions(outlineSeeds, OUTLINE_VERSION)],
  ].map(([field = '', value]) => ({
    seenAt: at('2025-10-23 14:00'),
    subject: roundSubject(round.id, field ?? ''),
    old: null,
    new: value ?? null,
  })),
);
const [first, ...rest] = outlineSeeds as readonly [OutlineQuestion, ...OutlineQuestion[]];

/** What binds after people made the tab say this, and what of it waits. */
function withTab(outline: readonly OutlineQuestion[]) {
  const recorded = recordedQuestions(book, round.id);
  const asked = questionsInForce(outline, OUTLINE_VERSION, { recorded, units: citySeeds });
  return { asked, waits: growthOf({ ...round, asked }, outline).map(({ how, question }) => `${how} ${question.item}`) };
}

const onItem = (item: string, change: Partial<OutlineQuestion>) =>
  outlineSeeds.map((one) => (one.item === item ? { ...one, ...change } : one));

describe('of an outline that a round was approved with', () => {
  test.each<[string, readonly OutlineQuestion[]]>([
    ['nothing changed', outlineSeeds],
    [
      'other words',
      outlineSeeds.map((one) => ({ ...one, title: 'Khác', wording: 'Khác', heading: 'Khác', help: null })),
    ],
    ['another number of an item', onItem('1.4', { item: '1.6' })],
    ['a question fewer', rest],
    ['a question under another key', [{ ...first, question: '1.1-moi' }, ...rest]],
    ['a question no longer asked', [{ ...first, used: false }, ...rest]],
    ['a part for fewer units', onItem('1.1', { appliesTo: ['HUE'] })],
    ['a rule that asks for nothing', onItem('1.4', { rule: 'Tự do', params: null })],
    ['a question that waits its turn', [...outlineSeeds, { ...first, question: '4', item: '4', used: false }]],
    ['another version', [...outlineSeeds, { ...first, question: '4', item: '4', version: 'PL2' }]],
  ])('%s passes', (_, outline) => {
    const { asked, waits } = withTab(outline);
    expect(waits).toEqual([]);
    expect(asked).toEqual(outline.filter(({ version }) => version === OUTLINE_VERSION));
  });

  test.each<[string, readonly OutlineQuestion[], readonly string[]]>([
    ['an item', [...outlineSeeds, { ...first, question: '4', item: '4' }], ['added 4']],
    ['an item in the place of another', [{ ...first, question: '4', item: '4' }, ...rest], ['added 4']],
    ['a question of an item', [{ ...first, question: '1.1-b' }, ...outlineSeeds], ['added 1.1']],
    ['more units', onItem('2.2', { sectionFor: null, appliesTo: null }), ['wider 2.2']],
    ['other units', onItem('2.2', { sectionFor: ['HPG'], appliesTo: ['HPG'] }), ['wider 2.2']],
    ['another rule', onItem('1.5', { rule: 'Kế hoạch hành động' }), ['stricter 1.5']],
    ['a longer answer', onItem('1.1', { params: 'dài=900' }), ['stricter 1.1']],
  ])('%s waits', (_, outline, waiting) => {
    const { asked, waits } = withTab(outline);
    expect([...new Set(waits)]).toEqual(waiting);
    const bound = ({ question, sectionFor, appliesTo, rule, params }: OutlineQuestion) => [
      question,
      sectionFor,
      appliesTo,
      rule,
      params,
    ];
    const left = outlineSeeds.filter(({ question }) => outline.some((one) => one.question === question));
    expect(asked.map(bound)).toEqual(left.map(bound));
  });
});

test('a record that names no items binds all the same', () => {
  const subject = roundSubject(round.id, 'questions');
  const facts = [['1.1', '1', null, ['HUE'], 'Tự do', null]];
  const row = { seenAt: at('2025-10-23 14:00'), subject, old: null, new: JSON.stringify(facts) };
  expect(recordedQuestions(readChanges([row]), round.id)?.get('1.1')).toMatchObject({ appliesTo: ['HUE'], item: '' });
});

test('an approval acts on the questions that were shown: other ones are shown first, other words need not be', () => {
  const mark = (outline: readonly OutlineQuestion[]) => shownMark(round, citySeeds, outline);
  expect(mark([...outlineSeeds, { ...first, question: '4', item: '4' }])).not.toBe(mark(outlineSeeds));
  expect(mark(onItem('2.2', { sectionFor: null, appliesTo: null }))).not.toBe(mark(outlineSeeds));
  expect(mark(outlineSeeds.map((one) => ({ ...one, title: 'Khác', wording: 'Khác' })))).toBe(mark(outlineSeeds));
});

describe('the order of questions', () => {
  const none = () => 0;
  const keys = (rows: readonly OutlineQuestion[]) => rows.map(({ question }) => question);

  test.each<[string, (a: OutlineQuestion, b: OutlineQuestion) => number]>([
    ['the kind of answer', (a, b) => a.type.localeCompare(b.type)],
    ['the question', (a, b) => b.title.localeCompare(a.title)],
    ['the role', (a, b) => a.part.localeCompare(b.part)],
    ['the key, backwards', (a, b) => b.question.localeCompare(a.question)],
  ])('is as it was approved, whatever the tab is sorted by: %s', (_, by) => {
    expect(keys(inOutlineOrder(outlineSeeds.toSorted(by), recordedPlaces(book)))).toEqual(keys(outlineSeeds));
  });

  test.each<[string, readonly (readonly [section: string, item: string])[]]>([
    [
      'figures',
      [
        ['', '1'],
        ['', '1.2'],
        ['', '1.10'],
        ['', '2'],
        ['', '10.1'],
      ],
    ],
    [
      'roman figures',
      [
        ['I', '1'],
        ['I', '2'],
        ['II', '1'],
        ['IV', '1'],
        ['IX', '1'],
        ['X', '1'],
      ],
    ],
    [
      'letters',
      [
        ['A', 'a'],
        ['A', 'b'],
        ['B', 'a'],
        ['C', 'c'],
      ],
    ],
    [
      'both',
      [
        ['1', 'a'],
        ['1', 'b'],
        ['2', 'a'],
        ['2a', 'a'],
        ['3', '3'],
      ],
    ],
  ])('follows the numbers of an outline never approved: %s', (_, numbers) => {
    const rows = numbers.map(([section, item]) => ({ ...first, section, item, question: `${section}/${item}` }));
    expect(keys(inOutlineOrder(rows.toReversed(), none))).toEqual(keys(rows));
  });
});
