import { beforeAll, describe, expect, test } from 'vitest';
import { snapshotAfter } from '../../functions/sync/apply-plan.ts';
import { basisOf, planSync, type SyncPlan } from '../../functions/sync/plan-sync.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { titlesOf } from '../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { type Setting, settings } from '../../sheets-schema/setting-list.ts';
import { mailPlan, matrix, overview, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tabsOfSealedRounds } from '../../sheets-schema/tabs/sealed.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { isLong } from '../support/properties.ts';
import { gridsOf, type RecordedGrids, readRecorded } from './recorded-model.ts';
import { readRecording } from './recording.ts';

const recording = readRecording('0.1.0');
const tabs: readonly Tab[] = allTabs;
/** Rounds that were put away are read when one of them is touched: a story plays that. */
const isPutAway = ({ sheetId }: Tab) => tabsOfSealedRounds.some((tab) => tab.sheetId === sheetId);
const damageable = tabs.filter((tab) => (tab.owner === 'people' || tab.owner === 'log') && !isPutAway(tab));
const shown = [overview, tracking, matrix, progress, mailPlan];

/** The next morning, when Hồ Chí Minh filed minutes ago. */
const MORNING = '2025-10-31T08:31';

/** The file as release 0.1.0 left it, and as it is once it is brought up. */
const files: readonly (readonly [string, RecordedGrids])[] = [
  ['a file of 0.1.0', gridsOf(recording)],
  ['a file of today', broughtUp(gridsOf(recording))],
];

function broughtUp(grids: RecordedGrids): RecordedGrids {
  const version = String(SCHEMA_VERSION);
  const cells: Grid = [
    ['schema', version],
    ['schema.people', version],
  ];
  const columns = (tab: Tab, [header = [], ...rows]: Grid): Grid => [
    [...header, ...titlesMissingIn(tab, header)],
    ...rows,
    ...(tab.sheetId === settingsTab.sheetId ? newSettings(rows) : []),
  ];
  const missing = tabs.filter(({ sheetId }) => !grids.has(sheetId));
  return new Map([
    ...[...grids].map(([sheetId, grid]) => {
      const tab = tabs.find((one) => one.sheetId === sheetId);
      if (sheetId === system.sheetId) return [sheetId, [...grid, ...cells]] as const;
      return [sheetId, tab ? columns(tab, grid) : grid] as const;
    }),
    ...missing.map((tab) => [tab.sheetId, [titlesMissingIn(tab, [])]] as const),
  ]);
}

/** Settings that later releases brought, with their first values, as `provision` adds them. */
function newSettings(rows: Grid): Grid {
  const there = new Set(rows.map(([name]) => name));
  const all: readonly Setting<unknown>[] = Object.values(settings);
  return all.flatMap(({ title, kind, initial }) => (there.has(title) ? [] : [[title, kind.codec.write(initial)]]));
}

function titlesMissingIn({ columns }: Tab, header: readonly Cell[]): readonly string[] {
  return Object.values(columns as Columns).flatMap((column) =>
    titlesOf(column).some((title) => header.includes(title)) ? [] : [column.header],
  );
}

type Damage = readonly [name: string, (grid: Grid, place: number) => Grid];
const damages: readonly Damage[] = [
  ['deleted', (grid, place) => grid.map((row) => row.filter((_, index) => index !== place))],
  [
    'renamed',
    ([header = [], ...rows], place) => [header.map((title, at) => (at === place ? `${title} mới` : title)), ...rows],
  ],
];

async function planOf(grids: RecordedGrids): Promise<SyncPlan & { readonly shown: ReadonlyMap<number, Grid> }> {
  const snapshot = await readRecorded(recording, grids, MORNING);
  const basis = basisOf(snapshot);
  const context = {
    linkSecret: 'workspace-secret-of-no-value',
    mailDomain: 'boxaydung.example',
    sentRows: [],
    formHash: snapshot.bookkeeping.formHash,
    lookedAt: snapshot.bookkeeping.lookedAt,
    mailOutage: null,
    atMost: Number.POSITIVE_INFINITY,
    refused: new Map(),
  };
  // Whoever mails shows afterwards how things stand.
  const shown = planSync(basis, { ...context, maySend: false });
  return { ...planSync(basis, { ...context, maySend: true }), shown: snapshotAfter(snapshot, shown).projections };
}

const mails = ({ toSend }: SyncPlan) => toSend.map(({ key }) => key);
/** What the rows of a projection claim under some titles, wherever these stand. */
const claimsOf = (grid: Grid | undefined, titles: readonly Cell[]): readonly (readonly [string, readonly Cell[]])[] =>
  rowsOf(grid).map((row) => [JSON.stringify(titles.map((title) => row[grid?.[0]?.indexOf(title) ?? -1] ?? '')), row]);
const rowsOf = (grid: Grid | undefined) => (grid ?? []).slice(1).filter((row) => row.some((cell) => cell !== ''));

describe.each(files)('of %s', (_file, healthy) => {
  let well: Awaited<ReturnType<typeof planOf>>;
  beforeAll(async () => {
    well = await planOf(healthy);
  });

  test('nothing is wrong while it is whole', () => {
    expect(well.findings.filter(({ level }) => level === 'Lỗi')).toEqual([]);
    expect(mails(well)).toEqual([
      expect.stringMatching(/^2025-10\/HCM\/tiep-nhan\//),
      '2025-10/CTO/qua-han/1@2025-10-29',
      'digest//ban-tin/1@2025-10-31',
    ]);
    expect(well.logged.reports).toHaveLength(1);
  });

  const cases = damageable.flatMap((tab) => {
    const header = healthy.get(tab.sheetId)?.[0] ?? [];
    return Object.values(tab.columns as Columns).flatMap((column) => {
      const place = header.findIndex((title) => titlesOf(column).includes(String(title)));
      if (place < 0) return [];
      return damages.map(([name, damage]) => ({
        tab,
        column,
        place,
        name,
        damage,
        title: tab.title,
        header: column.header,
      }));
    });
  });

  const tried = cases.filter((_, index) => index % (isLong ? 1 : 6) === 0);

  test.each(tried)('a column that is $name is named and nothing false leaves: $title, $header', async (one) => {
    const { tab, column, place, damage } = one;
    const grids = new Map([...healthy, [tab.sheetId, damage(healthy.get(tab.sheetId) ?? [], place)]]);
    const plan = await planOf(grids);

    const known = new Set(well.findings.map((finding) => JSON.stringify(finding)));
    const news = plan.findings.filter((finding) => !known.has(JSON.stringify(finding)));
    const ofOthers = news.filter((finding) => finding.tab !== tab.title && !finding.found.includes(`"${tab.title}"`));
    expect(ofOthers).toEqual([]);
    expect(news).toContainEqual(expect.objectContaining({ tab: tab.title, column: column.header, row: 'dòng 1' }));

    expect(mails(plan).filter((key) => !mails(well).includes(key))).toEqual([]);
    if (column.decides === false) expect(mails(plan)).toEqual(mails(well));

    for (const projection of shown) {
      const before = healthy.get(projection.sheetId);
      // Which mail comes next is no claim.
      const titles = (before?.[0] ?? []).filter((title) => title !== tracking.columns.nextNotice.header);
      const good = new Set(
        [before, well.shown.get(projection.sheetId)].flatMap((grid) => claimsOf(grid, titles).map(([text]) => text)),
      );
      const said = claimsOf(plan.shown.get(projection.sheetId), titles);
      expect(said.length, projection.title).toBeGreaterThan(0);
      expect(
        said.flatMap(([text, row]) => (good.has(text) || isWarning(projection, row) ? [] : [text])),
        projection.title,
      ).toEqual([]);
    }

    expect([[], well.logged.reports]).toContainEqual(plan.logged.reports);
    const facts = new Set(well.logged.changes.map(({ subject, new: value }) => `${subject} ${value}`));
    const strange = plan.logged.changes.filter(
      ({ subject, new: value }) => !facts.has(`${subject} ${value}`) && !/^(?:doubt|still)\//.test(subject),
    );
    expect(strange).toEqual([]);
    expect(plan.logged.ledger.filter(({ key }) => !well.logged.ledger.some((row) => row.key === key))).toEqual([]);
  });
});

/** A row that warns instead of claiming: mail held, figures called old. */
function isWarning(tab: Tab, row: readonly Cell[]): boolean {
  if (tab.sheetId === mailPlan.sheetId) return row.includes('Giữ lại');
  const says = (at: number, words: string) => String(row[at]).startsWith(words);
  return tab.sheetId === overview.sheetId && (says(0, 'Số liệu cũ') || says(2, 'Chưa rõ') || says(2, 'Lỗi: đang dừng'));
}
