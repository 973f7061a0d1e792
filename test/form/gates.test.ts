import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryOf, prefilledLink, questionId } from '../../functions/domain/links/form-links.ts';
import { readChanges } from '../../functions/domain/standing/change-log.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { wantedForm } from '../../functions/form/wanted-form.ts';
import { wordingWait } from '../../functions/form/wording-wait.ts';
import type { FormItem } from '../../functions/ports.ts';
import { concerns, sectionsOf } from '../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { aRound } from '../domain/notices/notice-world.ts';

const VERSION = 'DC-2026';
const round = aRound({ id: '2026-04', outlineVersion: VERSION });
const read = <T>(rows: readonly T[]) => ({ rows, broken: [], rivals: [], readable: true });

/** An outline of parts with one item each; of each part whom it is for. */
function anOutline(parts: readonly (readonly string[] | null)[]): readonly OutlineQuestion[] {
  const model = outlineSeeds[0] as OutlineQuestion;
  return parts.map((sectionFor, index) => {
    const section = String(index + 1);
    const item = `${section}.1`;
    const own = { version: VERSION, section, heading: `Phần thứ ${section}`, sectionFor, appliesTo: null };
    return { ...model, ...own, outlineTitle: '', item, question: `26-${item}`, title: `${item}. Câu hỏi` };
  });
}

function wanted(outline: readonly OutlineQuestion[]) {
  const none = { expected: new Map(), decisions: readDecisions([]), kept: '' };
  return wantedForm({ rounds: [round], units: citySeeds, outline, ...none });
}

/** The titles of the pages that somebody sees who answers as the link has filled in, and the questions of each. */
function walk(items: readonly FormItem[], link: string): readonly (readonly string[])[] {
  const given = new URL(link).searchParams;
  const pages: FormItem[][] = [[]];
  for (const item of items) {
    if (item.pageBreakItem) pages.push([item]);
    else pages.at(-1)?.push(item);
  }
  const seen: string[][] = [];
  for (let at = 0; at < pages.length; ) {
    const page = pages[at] ?? [];
    seen.push(page.map(({ title }) => title ?? ''));
    const choices = page.flatMap(({ questionItem }) => {
      const { choiceQuestion, questionId: id = '' } = questionItem?.question ?? {};
      const chosen = choiceQuestion?.options?.find(({ value }) => value === given.get(entryOf(id ?? '')));
      return chosen?.goToSectionId || chosen?.goToAction ? [chosen] : [];
    });
    expect(choices.length).toBeLessThanOrEqual(1);
    const [to] = choices;
    if (to?.goToAction === 'SUBMIT_FORM') break;
    const next = to ? pages.findIndex(([first]) => first?.itemId === to.goToSectionId) : at + 1;
    expect(next).toBeGreaterThan(at);
    at = next;
  }
  return seen;
}

function linkOf(unit: Unit, outline: readonly OutlineQuestion[]): string {
  return prefilledLink('https://bieumau.example/f', 'a secret', outline, { round, unit, epoch: 0 });
}

const someUnits = fc.subarray(
  citySeeds.map(({ code }) => code),
  { minLength: 1 },
);

test('each unit is led by its own link through the parts that are its, and through no other', () => {
  fc.assert(
    fc.property(fc.array(fc.option(someUnits), { minLength: 1, maxLength: 5 }), (parts) => {
      const outline = anOutline(parts);
      const { items } = wanted(outline);
      for (const unit of citySeeds) {
        const asked = walk(items, linkOf(unit, outline))
          .flat()
          .filter((title) => title.endsWith('. Câu hỏi'));
        const own = sectionsOf(outline).filter(({ appliesTo }) => concerns(appliesTo, unit));
        expect(asked).toEqual(own.flatMap(({ questions }) => questions.map(({ title }) => title)));
      }
    }),
    { seed: 15, numRuns: 200 },
  );
});

test('no page asks two such questions, and each must be answered with one of two', () => {
  const { items } = wanted(anOutline([['HNI'], ['HPG'], null, ['HUE'], ['CTO'], null]));
  const gates = items.filter(({ title }) => title?.startsWith('Thuộc diện báo cáo'));
  expect(gates.map(({ title }) => title)).toEqual(
    ['1', '2', '4', '5'].map((n) => `Thuộc diện báo cáo Mục ${n}. Phần thứ ${n}?`),
  );
  for (const { questionItem } of gates) {
    expect(questionItem?.question).toMatchObject({ required: true, choiceQuestion: { type: 'RADIO' } });
    expect(questionItem?.question?.choiceQuestion?.options).toHaveLength(2);
  }
  const pages = items.filter(({ pageBreakItem }) => pageBreakItem).map(({ title }) => title);
  expect(pages).toEqual([
    'Mục 1. Phần thứ 1',
    'Diện báo cáo Mục 2',
    'Mục 2. Phần thứ 2',
    'Mục 3. Phần thứ 3',
    'Mục 4. Phần thứ 4',
    'Diện báo cáo Mục 5',
    'Mục 5. Phần thứ 5',
    'Mục 6. Phần thứ 6',
  ]);
});

test('an outline whose parts are for all has none', () => {
  expect(wanted(anOutline([null, null])).gates).toBe(0);
});

describe('the question before a part', () => {
  const idsOf = (outline: readonly OutlineQuestion[]) =>
    sectionsOf(outline).flatMap(({ gate }) => (gate ? [questionId(gate.key, gate.kind), gate.yes, gate.no] : []));
  const outline = anOutline([null, ['HPG', 'HUE']]);

  test('keeps its id and its answers when the part is reworded, or given to others', () => {
    const other = outline.map((one) => ({ ...one, heading: 'Tên khác', sectionFor: one.sectionFor && ['HNI'] }));
    expect(idsOf(other)).toEqual(idsOf(outline));
  });

  test('is another one in another outline', () => {
    expect(idsOf(outline.map((one) => ({ ...one, version: 'DC-2027' })))[0]).not.toBe(idsOf(outline)[0]);
  });
});

test.each([
  [5, null],
  [6, 'đề cương của kỳ có 6 phần chỉ dành cho một số đơn vị, biểu mẫu hỏi được nhiều nhất 5'],
])('with %i parts for some units the form waits: %s', (count, reason) => {
  const outline = anOutline(Array.from({ length: count }, () => ['HPG']));
  const tabs = { outline: read(outline), rounds: read([round]), units: read(citySeeds) };
  expect(wordingWait(tabs, readChanges([]), wanted(outline))).toBe(reason);
});

test('an outline written before parts were data has them all the same', () => {
  const old = outlineSeeds.map((one) => ({ ...one, outlineTitle: '', section: '', heading: '', sectionFor: null }));
  const strip = (outline: readonly OutlineQuestion[]) =>
    sectionsOf(outline).map(({ questions, ...part }) => [part, questions.map(({ question }) => question)]);
  expect(strip(old)).toEqual(strip(outlineSeeds));
});
