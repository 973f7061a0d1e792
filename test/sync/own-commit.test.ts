import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createResponses } from '../../functions/google/responses.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { basisAfter } from '../../functions/sync/apply-plan.ts';
import { type Basis, basisOf, planSync, type SyncPlan } from '../../functions/sync/plan-sync.ts';
import { commit } from '../../functions/workbook/commit.ts';
import { readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { projectionTabs } from '../../functions/workbook/snapshot.ts';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, type Office, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** What a run would do, but for the moments and places that a reading gives its rows. */
function doings({ changes, toSend, notices, findings, isDue }: SyncPlan) {
  return { changes, isDue, findings, toSend: toSend.map(({ key }) => key), fates: notices.map(({ fate }) => fate) };
}

const planOn = (basis: Basis) =>
  planSync(basis, {
    linkSecret: office.workspace.config.LINK_SECRET,
    mailDomain: 'boxaydung.example',
    sentRows: [],
    formHash: basis.snapshot.bookkeeping.formHash,
    lookedAt: basis.snapshot.bookkeeping.lookedAt,
    mailOutage: null,
    maySend: true,
    atMost: Number.POSITIVE_INFINITY,
    refused: new Map(),
  });

/** Plans and commits as a run does, and plans again: on its own commit, and on what a fresh reading finds. */
async function planTwice() {
  const { config, emulator } = office.workspace;
  const google = createGoogle({ emulator: emulator.url });
  const workbook = createWorkbook(google, config.SPREADSHEET_ID);
  const responses = createResponses(google, config.FORM_ID);
  const now = Temporal.Instant.from(emulator.clock.now());
  const read = async () => basisOf(await readSnapshot(workbook, responses, now));
  const basis = await read();
  const plan = planOn(basis);
  const outcome = await commit(workbook, { ...basis.snapshot, ...plan, token: 'ours' });
  if (outcome.kind !== 'done') throw new Error('The commit was refused.');
  const own = basisAfter(basis, { ...plan, bookkeeping: outcome.bookkeeping }, plan.outlook?.standing ?? null);
  return { plan, own, responses, onOwn: planOn(own), onFresh: planOn(await read()) };
}

const SCENES: readonly (readonly [string, (office: Office) => Promise<void>])[] = [
  ['the round is opened and approved', async () => {}],
  [
    'reports have come, whole and not',
    async ({ sync, file }) => {
      await sync();
      await file('HUE', fullReport('HUE'));
      await file('DNG', withoutPlan(fullReport('DNG')));
      await file('HPG', fullReport('HPG'), { code: 'sai' });
    },
  ],
  [
    'somebody decided, and a decision acted on before was erased',
    async ({ syncAt, decide, edit, moveTo }) => {
      await decide('Gia hạn', { 'Thời điểm': '24/10/2025 08:00', 'Đơn vị': 'HCM', 'Giá trị': '04/11/2025' });
      await syncAt('2025-10-24 09:00');
      const row = { sheetId: decisions.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
      await edit({ deleteDimension: { range: row } });
      await decide('Tạm dừng nhắc', { 'Thời điểm': '24/10/2025 09:10', 'Đơn vị': 'CTO' });
      moveTo('2025-10-24 10:00');
    },
  ],
  [
    'the list of an approved round changes',
    async ({ sync, type }) => {
      await sync();
      await type(rounds, ROUND, 'Đơn vị phải báo cáo', 'HUE; DNG');
    },
  ],
];

test.each(SCENES)('a run that goes on from its own commit plans what a fresh reading would: %s', async (_, play) => {
  await askTheCities(office);
  await play(office);
  const { plan, own, onOwn, onFresh } = await planTwice();
  expect(plan.isDue).toBe(true);
  expect(doings(onOwn)).toEqual(doings(onFresh));
  expect(onOwn.outlook?.standing, 'and works nothing out again').toBe(own.standing);
});

test('a plan that mails leaves the tabs to the one after it, which knows what became of the mails', async () => {
  await askTheCities(office);
  const { plan, onOwn } = await planTwice();
  const tabs = new Set<number>(Object.values(projectionTabs).map(({ sheetId }) => sheetId));
  const written = ({ changes }: SyncPlan) => changes.filter(({ sheetId }) => tabs.has(sheetId)).length;
  expect([plan.toSend.length > 0, written(plan)]).toEqual([true, 0]);
  expect([onOwn.toSend.length, written(onOwn) > 0]).toEqual([0, true]);
});

test('further reports are judged, whatever was worked out before them', async () => {
  await askTheCities(office);
  await office.sync();
  const { own, responses, onOwn } = await planTwice();
  await office.file('HUE', fullReport('HUE'));
  const found = await responses.since(null, () => false);
  const plan = planOn({ ...own, snapshot: { ...own.snapshot, responses: found.responses } });
  const filed = (one: SyncPlan) =>
    (one.outlook?.policy.statuses ?? []).filter(({ filedAt }) => filedAt !== null).length;
  expect([filed(onOwn), filed(plan)]).toEqual([0, 1]);
});
