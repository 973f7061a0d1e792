import fc from 'fast-check';
import { expect, test } from 'vitest';
import { googleOf } from '../../functions/app.ts';
import { createResponses } from '../../functions/google/responses.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import type { Workbook } from '../../functions/ports.ts';
import { basisOf, planSync } from '../../functions/sync/plan-sync.ts';
import { readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { wholeLogs } from '../../functions/workbook/snapshot.ts';
import type { Grid } from '../../sheets-schema/cell.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { instantOf } from '../../sheets-schema/zone.ts';
import { askTheCities, openNextRound, ROUND, useOffice } from '../../test/support/office.ts';
import { numRuns } from '../../test/support/properties.ts';
import { fullReport } from '../../test/support/reports.ts';

const office = useOffice();

const without = ({ '1.4': _, ...rest }: Record<string, string>) => rest;

/** A round with everything that leaves rows whose order may tell something. */
async function busyRound() {
  await askTheCities(office, { cities: ['HPG', 'HUE', 'CTO', 'DNG'] });
  await office.breakMail({ kind: 'refuse-temporary', to: 'cto', times: 1 }).catch(() => {});
  await office.sync();
  await office.syncAt('2025-10-23 15:00');
  const id = await office.file('HUE', without(fullReport('HUE')));
  await office.syncAt('2025-10-23 15:30');
  await office.file('HUE', fullReport('HUE'), { responseId: id });
  await office.file('HPG', { '1.4': 'Đang cập nhật' });
  await office.file('DNG', fullReport('DNG'), { code: 'DNG-000000000000' });
  await office.syncAt('2025-10-24 08:30');
  await office.type(contacts, 'CTO-1', 'E-mail', 'hai ba');
  await office.syncAt('2025-10-24 08:40');
  await office.type(contacts, 'CTO-1', 'E-mail', 'dothithongminh@cto.example');
  await office.syncAt('2025-10-24 08:50');
  await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 09:00', 'Đơn vị': 'CTO', 'Giá trị': '30/10/2025' });
  await office.decide('Đổi đường dẫn', { 'Thời điểm': '24/10/2025 09:00', 'Đơn vị': 'DNG' });
  await office.syncAt('2025-10-24 09:00');
  await office.type(rounds, ROUND, 'Duyệt gửi', false);
  await office.syncAt('2025-10-24 09:10');
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  for (const time of ['2025-10-24 09:20', '2025-10-27 08:30', '2025-10-30 08:30', '2025-10-31 08:30'])
    await office.syncAt(time);
  await openNextRound(office, '12/11/2025');
  await office.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  await office.syncAt('2025-11-03 08:30');
  await office.file(
    'HUE',
    { ...fullReport('HUE'), '1.4': 'Đã ban hành Quyết định số 9/QĐ-UBND.' },
    { responseId: id, code: 'HUE-mất' },
  );
}

type Order = (rows: Grid, sheetId: number) => Grid;

async function planUnder(order: Order) {
  const google = googleOf(office.workspace.config);
  const real = createWorkbook(google, office.workspace.config.SPREADSHEET_ID);
  const logs = new Set(wholeLogs.map(({ sheetId }) => sheetId));
  const workbook: Workbook = {
    ...real,
    async read(ranges) {
      const outcome = await real.read(ranges);
      if (outcome.kind !== 'read') return outcome;
      const reordered = [...outcome.grids].map(([sheetId, grid]) => {
        const [header = [], ...rows] = grid;
        return [sheetId, logs.has(sheetId) ? [header, ...order(rows, sheetId)] : grid] as const;
      });
      return { ...outcome, grids: new Map(reordered) };
    },
  };
  const now = instantOf(office.workspace.emulator.clock.now());
  const snapshot = await readSnapshot(workbook, createResponses(google, office.workspace.config.FORM_ID), now);
  const { changes, toSend, notices, findings, logged } = planSync(basisOf(snapshot), {
    linkSecret: office.workspace.config.LINK_SECRET,
    mailDomain: 'boxaydung.example',
    sentRows: [],
    formHash: snapshot.bookkeeping.formHash,
    lookedAt: snapshot.bookkeeping.lookedAt,
    maySend: true,
    atMost: Number.POSITIVE_INFINITY,
    refused: new Map(),
    mailOutage: null,
  } as never);
  const fates = notices.map(({ notice, fate }) => [notice.key, JSON.stringify(fate)]);
  return { changes, toSend: toSend.map(({ key }) => key), fates, findings, logged };
}

const by =
  (column: number, sign: 1 | -1): Order =>
  (rows) =>
    rows.toSorted(
      (a, b) =>
        sign * String(a[column] ?? '').localeCompare(String(b[column] ?? '')) ||
        sign * (Number(a[column]) - Number(b[column]) || 0),
    );

const mixed =
  (numbers: Iterator<number>): Order =>
  (rows) =>
    rows
      .map((row) => [numbers.next().value ?? 0, row] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, row]) => row);

test('a log in any order says the same', async () => {
  await busyRound();
  office.moveTo('2025-11-04 08:30');
  const asWritten = await planUnder((rows) => rows);
  for (const column of Array.from({ length: 14 }, (_, at) => at)) {
    for (const sign of [1, -1] as const) {
      expect(await planUnder(by(column, sign)), `sorted by column ${column}, ${sign}`).toEqual(asWritten);
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async (numbers) => {
      expect(await planUnder(mixed(numbers))).toEqual(asWritten);
    }),
    { numRuns: numRuns(10, 60) },
  );
});
