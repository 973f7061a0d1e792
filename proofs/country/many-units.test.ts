import { expect, test } from 'vitest';
import { basisAfter } from '../../functions/sync/apply-plan.ts';
import { type Basis, basisOf, planSync, type SyncPlan } from '../../functions/sync/plan-sync.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { aRound, aTask, aUnit, dueBy } from '../../test/domain/notices/notice-world.ts';
import { aSnapshot } from '../../test/workbook/a-snapshot.ts';

const gridOf = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
  [tab.sheetId, [headerRow(tab), ...rows.map((row) => encodeRow(tab, row))]] as const;

/** An approved round, and a task, that so many units are asked for. */
function asking(count: number): Basis {
  const asked = Array.from({ length: count }, (_, index) =>
    aUnit(`XA-PHUONG-DAC-KHU-${10_000 + index}`, {
      shortName: `Xã ${index}`,
      name: `Ủy ban nhân dân xã ${index}`,
      groups: ['XA'],
      aliases: null,
      domains: null,
    }),
  );
  return basisOf(
    aSnapshot(
      new Map([
        ...allTabs.map((tab) => gridOf(tab, [])),
        gridOf(rounds, [
          aRound({
            expected: ['XA'],
            approved: true,
            state: 'Đang mở',
            outlineVersion: outlineSeeds[0]?.version ?? '',
          }),
        ]),
        gridOf(tasks, [
          aTask('T-1', { appliesTo: ['XA'], deadline: { day: dueBy('2025-10-22').lastDay, time: null } }),
        ]),
        gridOf(units, asked),
        gridOf(outline, outlineSeeds),
        gridOf(settingsTab, [{ name: settings.goLive.title, value: '01/10/2025', about: null }]),
      ]),
    ),
  );
}

const planOn = (basis: Basis) =>
  planSync(basis, {
    linkSecret: '0123456789abcdef',
    mailDomain: 'boxaydung.example',
    sentRows: [],
    formHash: basis.snapshot.bookkeeping.formHash,
    lookedAt: basis.snapshot.bookkeeping.lookedAt,
    mailOutage: null,
    maySend: true,
    atMost: Number.POSITIVE_INFINITY,
    refused: new Map(),
  });

const cellsOf = ({ changes }: SyncPlan) =>
  changes
    .flatMap((change) => ('rows' in change ? change.rows : []))
    .flat()
    .map(({ value }) => String(value));

test('where the list of units is longer than a cell no cell is longer than a cell holds, and the plan after it has nothing to write', () => {
  const basis = asking(2_500);
  const plan = planOn(basis);
  const cells = cellsOf(plan);
  expect(cells.length).toBeGreaterThan(50_000);
  expect(Math.max(...[...new Set(cells.map((cell) => cell.length))])).toBeLessThanOrEqual(40_000);
  const after = basisAfter(basis, plan, plan.outlook?.standing ?? null);
  expect(after.inForce.expected.get('2025-10')).toHaveLength(2_500);
  expect(planOn(after).logged.changes).toEqual([]);
});

test('of many mails fifty are written out, and of the rest one of each kind and step', () => {
  const texts = cellsOf(planOn(asking(300))).filter((cell) => cell.startsWith('Kính gửi: '));
  expect(texts.length).toBeGreaterThanOrEqual(50);
  expect(texts.length).toBeLessThanOrEqual(70);
});
