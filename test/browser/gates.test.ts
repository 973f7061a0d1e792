import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { prefilledLink, questionId } from '../../functions/domain/links/form-links.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { readApplied } from '../../functions/form/applied-form.ts';
import { planForm } from '../../functions/form/plan-form.ts';
import { wantedForm } from '../../functions/form/wanted-form.ts';
import { identification, SECRECY } from '../../sheets-schema/form.ts';
import { sectionsOf } from '../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { aRound } from '../domain/notices/notice-world.ts';
import { city } from '../support/office.ts';
import { linkTo, openForm, responsesOf } from './a-form.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();
const VERSION = 'DC-2026';
const round = aRound({ id: '2026-04', outlineVersion: VERSION });

/** A part for all, then two parts that follow each other, each for some cities. */
const outline = [
  aPart('1', 'Tình hình bố trí nguồn lực', null),
  aPart('2', 'Kết quả thí điểm tại Hải Phòng', ['HPG']),
  aPart('3', 'Bảo tồn đô thị di sản', ['HUE']),
];

function aPart(section: string, heading: string, sectionFor: readonly string[] | null): OutlineQuestion {
  const model = outlineSeeds[0] as OutlineQuestion;
  const own = { version: VERSION, section, heading, sectionFor, appliesTo: null, item: `${section}.1` };
  return { ...model, ...own, question: `26-${section}.1`, title: `${section}.1. Nội dung` };
}

/** The form of the second outline, made as a run makes it. */
async function openSecondForm() {
  const none = { expected: new Map(), decisions: readDecisions([]), kept: '' };
  const wanted = wantedForm({ rounds: [round], units: citySeeds, outline, ...none });
  const nothing = { publishSettings: {}, items: [], info: {} };
  const { sections } = planForm(nothing, wanted, readApplied(''), null);
  const { edits } = planForm({ ...nothing, items: pagesOf(sections) }, wanted, readApplied(''), null);
  return openForm(running, [sections, edits]);
}

function pagesOf(sections: ReturnType<typeof planForm>['sections']) {
  return sections.flatMap(({ createItem }) => createItem?.item ?? []);
}

describeInBrowser('a form with two parts for some cities', () => {
  const openWindow = openBrowser();

  test.each([
    ['HPG', ['Mục 1', 'Mục 2', 'Diện báo cáo Mục 3'], ['26-1.1', '26-2.1']],
    ['HUE', ['Mục 1', 'Diện báo cáo Mục 3', 'Mục 3'], ['26-1.1', '26-3.1']],
    ['HNI', ['Mục 1', 'Diện báo cáo Mục 3'], ['26-1.1']],
  ])('leads %s by its own link through %j', async (code, pages, answered) => {
    const form = await openSecondForm();
    const page = await openWindow({ javaScriptEnabled: false });
    const own = { round, unit: city(code), epoch: 0 };
    await page.goto(prefilledLink(linkTo(running, form), 'a secret', outline, own));
    for (const asked of Object.values(identification)) {
      if (asked.required && asked.kind === 'short' && asked !== identification.code)
        await page.getByLabel(asked.title).fill('Mẫu');
    }
    await page.getByLabel(SECRECY).check();
    const seen: string[] = [];
    for (;;) {
      const isLast = (await page.getByRole('button', { name: 'Gửi', exact: true }).count()) > 0;
      await page.getByRole('button', { name: isLast ? 'Gửi' : 'Tiếp', exact: true }).click();
      if (await page.getByText('đã được ghi lại').count()) break;
      seen.push((await page.getByRole('heading', { level: 2 }).first().textContent())?.split('.')[0] ?? '');
      for (const area of await page.locator('textarea').all()) await area.fill('Đã thực hiện.');
    }
    expect(seen).toEqual(pages);
    const answers = responsesOf(form).at(-1)?.answers ?? {};
    const questions = outline.map(({ question }) => question);
    expect(questions.filter((question) => questionId(question, 'paragraph') in answers)).toEqual(answered);
    const gates = sectionsOf(outline).flatMap(({ gate }) => gate ?? []);
    expect(gates.map(({ key, kind }) => answers[questionId(key, kind)])).toEqual(
      gates.map(({ yes, no }, at) => [answered.includes(`26-${at + 2}.1`) ? yes : no]),
    );
  });
});
