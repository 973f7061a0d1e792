import { describe, expect, test } from 'vitest';
import { questionId } from '../../functions/domain/links/form-links.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { type FormSources, wantedForm } from '../../functions/form/wanted-form.ts';
import type { FormItem } from '../../functions/ports.ts';
import { firstOutline } from '../../sheets-schema/first-outline.ts';
import { identification } from '../../sheets-schema/form.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds, unitSeeds } from '../../sheets-schema/seed/units.ts';
import { aRound, at } from '../domain/notices/notice-world.ts';

const open = aRound({ outlineVersion: OUTLINE_VERSION });

function wanted(own: Partial<FormSources> = {}) {
  const none = { expected: new Map(), decisions: readDecisions([]), kept: '' };
  return wantedForm({ rounds: [open], units: unitSeeds, outline: outlineSeeds, ...none, ...own });
}

const branch = { ...firstOutline.gate, kind: 'branch' };
const pageTitles = Object.entries(firstOutline.headings).map(([number, heading]) => `Mục ${number}. ${heading}`);
const titles = (items: readonly FormItem[]) => items.map(({ title }) => title);
const itemOf = (items: readonly FormItem[], { key, kind }: { key: string; kind: string }) =>
  items.find((item) => item.questionItem?.question?.questionId === questionId(key, kind));
const choicesOf = (item: FormItem | undefined) =>
  (item?.questionItem?.question?.choiceQuestion?.options ?? []).map(({ value }) => value);

describe('the form', () => {
  const { items } = wanted();

  test('asks who reports, then the outline by its sections', () => {
    const pages = items.flatMap((item, at) => (item.pageBreakItem ? [[at, item.title] as const] : []));
    expect(pages.map(([, title]) => title)).toEqual(pageTitles);
    expect(titles(items.slice(0, pages[0]?.[0]))).toEqual(Object.values(identification).map(({ title }) => title));
    const used = outlineSeeds.filter((question) => question.used);
    expect(items).toHaveLength(Object.keys(identification).length + 1 + pages.length + used.length);
  });

  test('gives every item an id, none twice', () => {
    const ids = items.flatMap((item) => [item.itemId, item.questionItem?.question?.questionId ?? `${item.itemId}?`]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('asks no question of the outline for certain, so that one item can be sent alone', () => {
    const required = items.filter((item) => item.questionItem?.question?.required).map(({ title }) => title);
    const fixed = [...Object.values(identification).filter((question) => question.required), branch];
    expect(required.sort()).toEqual(fixed.map(({ title }) => title).sort());
  });

  test('leads past section 2 whom it does not concern', () => {
    const options = itemOf(items, branch)?.questionItem?.question?.choiceQuestion?.options ?? [];
    const pageId = (title: string | undefined) => items.find((item) => item.title === title)?.itemId;
    expect(options.map(({ value, goToSectionId }) => [value, goToSectionId])).toEqual([
      [firstOutline.gate.yes, pageId(pageTitles[1])],
      [firstOutline.gate.no, pageId(pageTitles[2])],
    ]);
  });

  test('asks days with their year', () => {
    const days = items.flatMap((item) => item.questionItem?.question?.dateQuestion ?? []);
    expect(days.length).toBeGreaterThan(1);
    for (const day of days) expect(day.includeYear).toBe(true);
  });
});

describe('units to choose from', () => {
  test('are those the round asks', () => {
    const { items } = wanted({ expected: new Map([['2025-10', ['HUE', 'HPG']]]) });
    expect(choicesOf(itemOf(items, identification.unit))).toEqual(['Hải Phòng', 'Huế']);
  });

  test('are all cities while no round says', () => {
    expect(choicesOf(itemOf(wanted().items, identification.unit))).toEqual(citySeeds.map(({ shortName }) => shortName));
  });
});

describe('which round', () => {
  const later = aRound({
    id: '2026-04',
    title: 'Báo cáo tháng 4/2026',
    opensAt: at('2026-04-01 08:00'),
    outlineVersion: OUTLINE_VERSION,
  });

  test.each([
    ['the open one', [{ ...later, state: 'Chuẩn bị' as const }, open], open.title],
    ['the earliest of several open', [later, open], open.title],
    [
      'the latest, closed, when none is open',
      [
        { ...later, state: 'Đã đóng' as const },
        { ...open, state: 'Đã đóng' as const },
      ],
      later.title,
    ],
  ])('%s', (_what, rounds, title) => {
    expect(wanted({ rounds }).description).toContain(title);
  });

  test('of several open the one whose form it is, whenever the other opens', () => {
    expect(wanted({ rounds: [later, open], kept: later.id }).round).toBe(later.id);
    expect(wanted({ rounds: [later, open], kept: '2024-10' }).round).toBe(open.id);
  });

  test('none: the form is there', () => {
    expect(wanted({ rounds: [] })).toMatchObject({ description: '' });
  });

  test('says until when', () => {
    expect(wanted().description).toContain('Thời hạn gửi: hết ngày 31/10/2025');
  });
});

test('a question out of use is not asked, a reworded one keeps its ids', () => {
  const outline = outlineSeeds.map((question) => ({
    ...question,
    used: question.question !== '1.5',
    title: question.question === '1.1' ? 'Câu hỏi đã sửa chữ' : question.title,
  }));
  const [before, after] = [wanted().items, wanted({ outline }).items];
  expect(after).toHaveLength(before.length - 1);
  const reworded = after.find(({ title }) => title === 'Câu hỏi đã sửa chữ');
  expect(before.find(({ itemId }) => itemId === reworded?.itemId)?.questionItem).toEqual(reworded?.questionItem);
});
