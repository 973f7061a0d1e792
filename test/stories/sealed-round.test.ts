import { beforeEach, expect, test } from 'vitest';
import { answers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { sealedAnswers, sealedLedger, sealedReports, sealedTracking } from '../../sheets-schema/tabs/sealed.ts';
import { askTheCities, NEXT_ROUND, openNextRound, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Two rounds, both closed for more than a month. */
beforeEach(() =>
  office.once('two closed rounds', async () => {
    await askTheCities(office, { cities: ['HPG', 'CTO'] });
    await office.sync();
    await office.file('CTO', fullReport('CTO'));
    await office.syncAt('2025-10-24 09:00');
    await openNextRound(office);
    await office.syncAt('2025-10-27 08:30');
    office.moveTo('2025-10-28 09:00');
    for (const unit of ['HPG', 'CTO']) await office.file(unit, fullReport(unit), { round: NEXT_ROUND });
    await office.sync();
    await office.type(rounds, NEXT_ROUND, 'Trạng thái', 'Đã đóng');
    await office.syncAt('2025-11-06 09:00');
  }),
);

const logs = [
  [reports, sealedReports],
  [answers, sealedAnswers],
  [ledger, sealedLedger],
] as const;

/** The whole rows of each log and of where its rows go, without the empty ones. */
async function rowsNow() {
  const found = logs.map(async ([log, sealed]) => {
    const [open, away] = await Promise.all([office.cellsOf(log), office.cellsOf(sealed)]);
    return { open: filled(open), away: filled(away) };
  });
  return Promise.all(found);
}

const filled = (grid: readonly (readonly unknown[])[]) =>
  grid.slice(1).filter((row) => row.some((cell) => cell !== '' && cell !== undefined));

const sealIt = async () => {
  await office.syncAt('2026-01-13 01:00');
  await office.syncAt('2026-01-14 01:00');
};

const tracked = async (round: string, unit: string) =>
  (await office.rowsOf(tracking)).find((row) => row.round === round && row.unit === unit);

test('its rows leave the logs for tabs of their own, word for word; nothing is told and no figure changes', async () => {
  await office.syncAt('2026-01-12 09:00');
  const [before, tasks, mails] = [await rowsNow(), await office.rowsOf(progress), (await office.mails()).length];
  const theirs = (await office.rowsOf(tracking)).filter(({ round }) => round === ROUND);
  await office.syncAt('2026-01-13 01:00');
  // Copied; the logs have them still.
  expect((await rowsNow()).map(({ open }) => open)).toEqual(before.map(({ open }) => open));
  await office.syncAt('2026-01-14 01:00');
  const after = await rowsNow();
  for (const [at, { open }] of before.entries()) {
    const now = after[at] ?? { open: [], away: [] };
    expect(now.away.length).toBeGreaterThan(0);
    expect([...now.away, ...now.open].map(String).sort()).toEqual(open.map(String).sort());
  }
  expect((await office.rowsOf(reports)).map(({ round }) => round)).toEqual([NEXT_ROUND, NEXT_ROUND]);
  const lasting = ({ unit, name, filing, filedAt, missing, explained }: (typeof theirs)[number]) => ({
    ...{ unit, name, filing, filedAt, missing, explained },
  });
  expect((await office.rowsOf(sealedTracking)).map(lasting)).toEqual(theirs.map(lasting));
  await office.syncAt('2026-01-14 09:00');
  const again = await office.syncAt('2026-01-14 09:10');
  expect(again.googleCalls).toBe(2);
  expect((await office.rowsOf(tracking)).map(({ round }) => round)).toEqual([NEXT_ROUND, NEXT_ROUND]);
  const withoutPlace = (all: typeof tasks) =>
    all.map(({ at: _, state, ...row }) => ({ ...row, state: state.replace(/\(.*/, '') }));
  expect(withoutPlace(await office.rowsOf(progress))).toEqual(withoutPlace(tasks));
  expect(await office.errors()).toEqual([]);
  expect((await office.mails()).length).toBe(mails);
});

test('a decision about it brings it back as it was, and it is put away again', async () => {
  await sealIt();
  await office.syncAt('2026-01-14 09:00');
  expect(await tracked(ROUND, 'CTO')).toBeUndefined();
  await office.decide('Đã nhận văn bản chính thức', {
    'Thời điểm': '14/01/2026 10:00',
    'Đơn vị': 'HPG',
    'Giá trị': '12/BC-UBND; 28/10/2025',
  });
  await office.syncAt('2026-01-14 10:10');
  expect((await tracked(ROUND, 'HPG'))?.official).toContain('12/BC-UBND');
  expect((await tracked(ROUND, 'CTO'))?.filedAt).not.toBeNull();
  await office.syncAt('2026-01-15 01:00');
  await office.syncAt('2026-01-16 01:00');
  await office.syncAt('2026-01-16 09:00');
  expect(await tracked(ROUND, 'HPG')).toBeUndefined();
  expect((await office.rowsOf(sealedTracking)).filter(({ round }) => round === ROUND).at(-1)?.unit).toBe('CTO');
  expect((await office.rowsOf(sealedTracking)).some(({ official }) => official?.includes('12/BC-UBND'))).toBe(true);
  expect(await office.errors()).toEqual([]);
});

test('opened again it is as if it had never been put away', async () => {
  await sealIt();
  await office.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  await office.syncAt('2026-01-14 09:00');
  expect((await tracked(ROUND, 'CTO'))?.filing).toBe('Đã tiếp nhận nội dung');
  expect((await tracked(ROUND, 'HPG'))?.filing).toBe('Chưa gửi');
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2026-01-14 09:10');
  expect((await tracked(ROUND, 'HPG'))?.filedAt).not.toBeNull();
  expect((await office.mailsTo('CTO')).filter(({ subject }) => subject.startsWith('[Quá hạn]'))).toEqual([]);
});

test('what comes for it later waits for a word, and an edit without a code stays its own', async () => {
  await sealIt();
  await office.type(rounds, NEXT_ROUND, 'Trạng thái', 'Đang mở');
  await office.syncAt('2026-01-14 09:00');
  const [own] = await office.rowsOf(sealedReports);
  const responseId = own?.responseId ?? '';
  await office.file(
    'CTO',
    { ...fullReport('CTO'), '1.4': 'Nội dung sửa sau.' },
    { round: ROUND, code: 'KHONG-RO', responseId },
  );
  await office.sync();
  await office.syncAt('2026-01-14 09:10');
  const late = (await office.rowsOf(reports)).at(-1);
  expect(late).toMatchObject({ unit: 'CTO', round: ROUND, identity: 'Mã của kỳ đã đóng', responseId });
  expect((await tracked(ROUND, 'CTO'))?.filedAt).toEqual(expect.anything());
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: reports.title, found: expect.stringContaining(`kỳ ${ROUND} đã đóng`) }),
  );
});

test('where somebody edited what was put away, the round waits and says so', async () => {
  await sealIt();
  const [own] = await office.rowsOf(sealedReports);
  await office.edit({
    deleteDimension: {
      range: {
        sheetId: sealedReports.sheetId,
        dimension: 'ROWS',
        startIndex: (own?.at ?? 1) - 1,
        endIndex: own?.at ?? 1,
      },
    },
  });
  await office.syncAt('2026-01-14 09:00');
  expect(await office.errors()).toEqual([]);
  await office.type(rounds, ROUND, 'Tên kỳ', 'Báo cáo đợt 1, sửa tên');
  await office.syncAt('2026-01-14 09:10');
  expect(await office.errors()).toContainEqual(expect.objectContaining({ tab: sealedReports.title, row: ROUND }));
});

test('copies that are not what was copied let nothing leave', async () => {
  await office.syncAt('2026-01-13 01:00');
  const [copy] = await office.rowsOf(sealedReports);
  await office.edit({
    updateCells: {
      start: { sheetId: sealedReports.sheetId, rowIndex: (copy?.at ?? 1) - 1, columnIndex: 1 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'khác' } }] }],
      fields: 'userEnteredValue',
    },
  });
  const before = await rowsNow();
  for (const night of ['2026-01-14 01:00', '2026-01-15 01:00', '2026-01-16 01:00']) await office.syncAt(night);
  expect((await rowsNow()).map(({ open }) => open)).toEqual(before.map(({ open }) => open));
});
