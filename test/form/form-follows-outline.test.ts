import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChanges } from '../../functions/domain/standing/change-log.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { expectedOf } from '../../functions/domain/standing/expected-units.ts';
import { readApplied } from '../../functions/form/applied-form.ts';
import { type AskedForm, askedForm } from '../../functions/form/asked-form.ts';
import { createFormFollower } from '../../functions/form/follow-form.ts';
import type { FormTabs } from '../../functions/form/form-tabs.ts';
import type { FormItem, LiveForm } from '../../functions/ports.ts';
import { at, dueBy } from '../domain/notices/notice-world.ts';
import { numRuns } from '../support/properties.ts';
import { createFormAtHand, type FormAtHand } from './form-at-hand.ts';
import { applyAll, editsBetweenSyncs, firstSheet, type Sheet } from './outline-edits.ts';

/** Sequences of edits; the long set plays as many as the figures promise. */
const SEQUENCES = Number(process.env['FORM_SEQUENCES'] ?? numRuns(60, 1_000));

const read = <T>(rows: readonly T[]) => ({ rows, broken: [], rivals: [], readable: true });

function tabsOf({ outline, units, rounds }: Sheet): FormTabs {
  return { outline: read(outline), units: read(units), rounds: read(rounds) };
}

function asked(tabs: FormTabs): AskedForm {
  const units = tabs.units.rows;
  const expected = new Map(tabs.rounds.rows.map((round) => [round.id, expectedOf(round, units, null)]));
  return askedForm(
    tabs,
    { changeBook: readChanges([]), expected, decisions: readDecisions([]) },
    { formHash: '', ledger: [], supplyDay: () => dueBy('2025-10-31'), now: at('2025-10-24 08:00') },
  );
}

/** One run of the loop, as far as the Form goes. */
function run(form: FormAtHand, tabs: FormTabs, formHash: string) {
  const seen = { formHash, responses: [], outline: tabs.outline.rows, look: false, isOurs: async () => true };
  return createFormFollower(form.editor).follow(asked(tabs), seen);
}

/** @returns what a run records */
async function follow(form: FormAtHand, sheet: Sheet, formHash: string): Promise<string> {
  return (await run(form, tabsOf(sheet), formHash)).hash;
}

const accepts = ({ rounds }: Sheet) => rounds.some(({ state }) => state === 'Đang mở');
const wanted = (sheet: Sheet) => asked(tabsOf(sheet)).wanted;

/** An item as a person sees it; ids besides. */
function seen(item: FormItem) {
  const { questionId, required, ...asked } = item.questionItem?.question ?? {};
  return {
    id: item.itemId,
    questionId: questionId ?? null,
    title: item.title ?? '',
    description: item.description ?? '',
    required: required ?? false,
    kind: item.pageBreakItem ? 'page' : Object.keys(asked)[0],
    options: asked.choiceQuestion?.options?.map(({ value, goToSectionId }) => [value, goToSectionId ?? null]) ?? [],
  };
}

const choicesOf = (item: ReturnType<typeof seen> | undefined) => item?.options.map(([value]) => value) ?? [];

function isOpenNow({ publishSettings }: LiveForm): boolean {
  return publishSettings?.publishState?.isAcceptingResponses ?? false;
}

/** What there was before a sync: the live form, and the Sheet that it was made from. */
type Before = { readonly live: LiveForm; readonly sheet: Sheet };

/** The live form is what the Sheet wants; while it accepts for a round, what it had besides stays. */
function expectEqual(live: LiveForm, sheet: Sheet, before: Before): void {
  const want = wanted(sheet);
  expect([live.info?.title, live.info?.description]).toEqual([want.title, want.description]);
  expect(isOpenNow(live)).toBe(accepts(sheet));
  const stays = isOpenNow(before.live) && accepts(sheet) && wanted(before.sheet).round === want.round;
  const ids = new Set(want.items.map((item) => item.itemId));
  const items = (live.items ?? []).map(seen);
  const ours = items.filter(({ id }) => ids.has(id));
  const trimmed = ours.map((item, index) => ({
    ...item,
    options: item.options.slice(0, want.items.map(seen)[index]?.options.length),
  }));
  expect(stays ? trimmed : items).toEqual(want.items.map(seen));
  if (!stays) return;
  for (const old of (before.live.items ?? []).map(seen)) {
    const now = items.find(({ id }) => id === old.id);
    expect(now?.questionId).toBe(old.questionId);
    // Where a choice leads follows the order of the parts.
    expect(choicesOf(now)).toEqual(expect.arrayContaining(choicesOf(old)));
  }
}

const sequences = { numRuns: SEQUENCES, seed: 382 };

describe('whatever a coordinator does to the outline', () => {
  test.each([
    ['', SEQUENCES],
    ['forms.moves-count-the-moved', Math.ceil(SEQUENCES / 5)],
    ['forms.delete-referenced-section', Math.ceil(SEQUENCES / 5)],
  ])('one sync leaves Form and Sheet equal, and the next makes no call %s', async (name, runs) => {
    await fc.assert(
      fc.asyncProperty(editsBetweenSyncs, async (stages) => {
        const form = await createFormAtHand(name);
        let sheet = firstSheet;
        let hash = await follow(form, sheet, '');
        for (const edits of stages) {
          const before = { live: await form.live(), sheet };
          sheet = applyAll(sheet, edits);
          hash = await follow(form, sheet, hash);
          expectEqual(await form.live(), sheet, before);
          const calls = form.calls();
          expect(await follow(form, sheet, hash)).toBe(hash);
          expect(form.calls()).toBe(calls);
        }
      }),
      { ...sequences, numRuns: runs },
    );
  });

  test.each(['', 'forms.items-tidied'])('an edit cut short anywhere is completed by the next sync %s', async (name) => {
    const cuts = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('before' as const, 'after' as const));
    await fc.assert(
      fc.asyncProperty(editsBetweenSyncs, cuts, async (stages, [call, side]) => {
        const form = await createFormAtHand(name);
        const first = await follow(form, firstSheet, '');
        const before = { live: await form.live(), sheet: firstSheet };
        const sheet = applyAll(firstSheet, stages.flat());
        form.failAt(call, side);
        await follow(form, sheet, first).catch(() => '');
        form.failAt(0);
        // What the cut run had done is not recorded: its commit never came.
        const hash = await follow(form, sheet, first);
        expectEqual(await form.live(), sheet, before);
        expect(readApplied(hash).strange.filter((words) => words.includes('tay'))).toEqual([]);
      }),
      { ...sequences, numRuns: Math.ceil(SEQUENCES / 3) },
    );
  });
});

const reworded = (sheet: Sheet, question: string, title: string): Sheet => ({
  ...sheet,
  outline: sheet.outline.map((one) => (one.question === question ? { ...one, title } : one)),
});
const opened: Sheet = { ...firstSheet, rounds: firstSheet.rounds.map((round) => ({ ...round, state: 'Đang mở' })) };

async function liveIndex(form: FormAtHand, title: string): Promise<number> {
  return ((await form.live()).items ?? []).findIndex((item) => item.title?.startsWith(title));
}

/** A form in step with the Sheet, then edited by hand, then followed after a change elsewhere in the outline. */
async function afterHandEdit(edit: (form: FormAtHand) => Promise<void>) {
  const form = await createFormAtHand();
  const hash = await follow(form, opened, '');
  await edit(form);
  const next = await follow(form, reworded(opened, '1.2', 'Câu hỏi đã sửa'), hash);
  return {
    form,
    strange: readApplied(next).strange,
    titles: ((await form.live()).items ?? []).map(({ title }) => title),
  };
}

describe('a live form that people edited by hand', () => {
  test('is named by question, and the edit stays', async () => {
    const { strange, titles } = await afterHandEdit(async (form) => {
      const index = await liveIndex(form, '1.1.');
      const item = (await form.live()).items?.[index] ?? {};
      await form.byHand({
        updateItem: { item: { ...item, title: 'Sửa tay' }, location: { index }, updateMask: 'title' },
      });
    });
    expect(strange).toEqual([expect.stringMatching(/^câu hỏi "1\.1\. .*" đã bị sửa tay trên biểu mẫu$/)]);
    expect(titles).toContain('Sửa tay');
    expect(titles).toContain('Câu hỏi đã sửa');
  });

  test('keeps a question that was added there, and says so', async () => {
    const { strange, titles } = await afterHandEdit(async (form) => {
      const index = (await liveIndex(form, '1.1.')) + 1;
      const item = { title: 'Thêm tay', questionItem: { question: { textQuestion: {} } } };
      await form.byHand({ createItem: { item, location: { index } } });
    });
    expect(strange).toEqual(['câu hỏi "Thêm tay" được thêm tay trên biểu mẫu']);
    expect(titles.indexOf('Thêm tay')).toBe(titles.indexOf('Câu hỏi đã sửa') - 1);
  });

  test('gets a question back that was deleted there', async () => {
    const { strange, titles } = await afterHandEdit(async (form) => {
      await form.byHand({ deleteItem: { location: { index: await liveIndex(form, '1.5.') } } });
    });
    expect(strange).toEqual([expect.stringMatching(/^câu hỏi "1\.5\. .*" đã bị xóa tay trên biểu mẫu; đã thêm lại$/)]);
    expect(titles.filter((title) => title?.startsWith('1.5.'))).toHaveLength(2);
  });

  test('keeps an introduction that was written there', async () => {
    const { form, strange } = await afterHandEdit((at) =>
      at.byHand({ updateFormInfo: { info: { description: 'Lời khác' }, updateMask: 'description' } }),
    );
    expect(strange).toEqual(['tiêu đề hoặc phần giới thiệu đã bị sửa tay trên biểu mẫu']);
    expect((await form.live()).info?.description).toBe('Lời khác');
  });
});

describe('a form that Google gives back otherwise than it was sent', () => {
  const TIDIED = 'forms.items-tidied';
  const look = (form: FormAtHand, sheet: Sheet, formHash: string) => {
    const outline = sheet.outline;
    const seen = { formHash, responses: [], outline, look: true, isOurs: async () => true };
    return createFormFollower(form.editor).follow(asked(tabsOf(sheet)), seen);
  };

  test('whatever a coordinator does, it is followed, never taken for edited by hand, and at rest it is left alone', async () => {
    await fc.assert(
      fc.asyncProperty(editsBetweenSyncs, async (stages) => {
        const form = await createFormAtHand(TIDIED);
        let sheet = firstSheet;
        let hash = await follow(form, sheet, '');
        for (const edits of stages) {
          sheet = applyAll(sheet, edits);
          hash = await follow(form, sheet, hash);
          const next = await look(form, sheet, hash);
          expect(readApplied(next.hash).strange.filter((words) => words.includes('tay'))).toEqual([]);
          expect(next).toEqual({ hash, changed: false, looked: true });
        }
      }),
      { ...sequences, numRuns: Math.ceil(SEQUENCES / 5) },
    );
  });

  test('what people edited by hand there is named all the same, until it is undone', async () => {
    const form = await createFormAtHand(TIDIED);
    const hash = (await look(form, opened, await follow(form, opened, ''))).hash;
    const index = await liveIndex(form, '1.1.');
    const item = (await form.live()).items?.[index] ?? {};
    const retitle = (title: string) =>
      form.byHand({ updateItem: { item: { ...item, title }, location: { index }, updateMask: 'title' } });
    await retitle('Sửa tay');
    const edited = (await look(form, opened, hash)).hash;
    expect(readApplied(edited).strange).toEqual([
      expect.stringMatching(/^câu hỏi "1\.1\. .*" đã bị sửa tay trên biểu mẫu$/),
    ]);
    await retitle(item.title ?? '');
    expect(readApplied((await look(form, opened, edited)).hash).strange).toEqual([]);
  });

  test('and what they edited after a run that died between its edit and its commit', async () => {
    const form = await createFormAtHand(TIDIED);
    const hash = await follow(form, opened, '');
    const next = reworded(opened, '1.1', 'Câu  hỏi đã sửa ');
    form.failAt(2, 'after');
    await expect(follow(form, next, hash)).rejects.toThrow('The line went dead.');
    const index = await liveIndex(form, 'Câu  hỏi');
    const item = { ...(await form.live()).items?.[index], title: 'Sửa tay' };
    await form.byHand({ updateItem: { item, location: { index }, updateMask: 'title' } });
    expect(readApplied(await follow(form, next, hash)).strange).toEqual([
      expect.stringMatching(/^câu hỏi "Câu {2}hỏi đã sửa " đã bị sửa tay trên biểu mẫu$/),
    ]);
    expect(await liveIndex(form, 'Sửa tay')).toBe(index);
  });

  test.each(['Câu hỏi  có khoảng trắng thừa', 'Câu hỏi có khoảng trắng thừa '])(
    'a blank typed there while nothing of ours waits is theirs: "%s"',
    async (title) => {
      const form = await createFormAtHand();
      const sheet = reworded(opened, '1.1', 'Câu hỏi có khoảng trắng thừa');
      const hash = await follow(form, sheet, '');
      const index = await liveIndex(form, 'Câu hỏi');
      const item = { ...(await form.live()).items?.[index], title };
      await form.byHand({ updateItem: { item, location: { index }, updateMask: 'title' } });
      expect(readApplied((await look(form, sheet, hash)).hash).strange).toHaveLength(1);
      expect((await form.live()).items?.[index]?.title).toBe(title);
    },
  );
});

test.each(['', 'forms.batch-cap'])('an outline of very many questions arrives whole %s', async (name) => {
  const form = await createFormAtHand(name);
  const many = Array.from({ length: 230 }, (_, n) => ({ ...firstSheet.outline[0], question: `1.1-${n}` }));
  const large = { ...firstSheet, outline: many as Sheet['outline'] };
  const before = { live: await form.live(), sheet: firstSheet };
  const hash = await follow(form, large, await follow(form, firstSheet, ''));
  expectEqual(await form.live(), large, before);
  expect(readApplied(hash).strange).toEqual([]);
});

describe('the address of whoever answers', () => {
  const collected = async (form: FormAtHand) => (await form.live()).settings?.emailCollectionType;

  test.each(['', 'forms.verified-by-default'])('is not asked for, whatever a new form begins with %s', async (name) => {
    const form = await createFormAtHand(name);
    const hash = await follow(form, firstSheet, '');
    expect(await collected(form)).toBe('DO_NOT_COLLECT');
    expect(readApplied(hash).strange).toEqual([]);
  });

  test('is left to people afterwards, and told', async () => {
    const { form, strange } = await afterHandEdit((at) =>
      at.byHand({ updateSettings: { settings: { emailCollectionType: 'VERIFIED' }, updateMask: '*' } }),
    );
    expect(strange).toEqual([expect.stringContaining('biểu mẫu thu địa chỉ e-mail của người gửi')]);
    expect(await collected(form)).toBe('VERIFIED');
  });
});

describe('while a round accepts', () => {
  const without = (question: string): Sheet => ({
    ...opened,
    outline: opened.outline.map((one) => ({ ...one, used: one.question !== question })),
  });

  test('a retired question stays until the round closes', async () => {
    const form = await createFormAtHand();
    const first = await follow(form, opened, '');
    const hash = await follow(form, without('1.2'), first);
    expect(readApplied(hash).strange).toEqual([
      expect.stringMatching(/^câu hỏi "1\.2\. .*" đã thôi dùng trong Đề cương nhưng kỳ đang mở nên chưa gỡ$/),
    ]);
    expect(await liveIndex(form, '1.2.')).toBeGreaterThan(0);
    const closed = { ...without('1.2'), rounds: firstSheet.rounds };
    expect(readApplied(await follow(form, closed, hash)).strange).toEqual([]);
    expect(await liveIndex(form, '1.2.')).toBe(-1);
  });

  test('a choice that is wanted no longer stays until the round closes', async () => {
    const form = await createFormAtHand();
    const first = await follow(form, opened, '');
    const fewer = (sheet: Sheet): Sheet => ({ ...sheet, units: sheet.units.slice(1) });
    const hash = await follow(form, fewer(opened), first);
    expect(readApplied(hash).strange).toEqual([
      'lựa chọn "Hà Nội" của câu hỏi "Đơn vị báo cáo" đã thôi dùng nhưng kỳ đang mở nên chưa gỡ',
    ]);
    const closed = await follow(form, fewer(firstSheet), hash);
    expect(readApplied(closed).strange).toEqual([]);
    expect(JSON.stringify(await form.live())).not.toContain('"Hà Nội"');
  });
});

test('a row that is half typed leaves the form as it is', async () => {
  const form = await createFormAtHand();
  const hash = await follow(form, opened, '');
  const before = await form.live();
  const halfTyped = { ...tabsOf(opened), rounds: { ...read([]), broken: [{ at: 2, values: { id: 'R1' } }] } };
  const calls = form.calls();
  expect(await run(form, halfTyped, hash)).toEqual({ hash, changed: false, looked: false });
  expect(form.calls()).toBe(calls);
  expect(await form.live()).toEqual(before);
});
