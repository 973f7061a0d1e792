import { beforeEach, describe, expect, test } from 'vitest';
import { type Rewire, syncThrough } from '../../proofs/crash/runs.ts';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

/** What comes between the claim of a late notice and its mail is seen: the form is asked once more. */
const office = useOffice();
const CITIES = ['HPG', 'HUE'];

beforeEach(async () => {
  await askTheCities(office, { cities: CITIES });
  await office.sync();
});

/** Something happens as soon as the first claims are committed, before a mail leaves. */
const meanwhile =
  (act: () => Promise<unknown>): Rewire =>
  (ports) => {
    let isDone = false;
    const commit: typeof ports.workbook.commit = async (planned) => {
      const outcome = await ports.workbook.commit(planned);
      if (!isDone) {
        isDone = true;
        await act();
      }
      return outcome;
    };
    return { ...ports, workbook: { ...ports.workbook, commit } };
  };

const runAt = (time: string, act: () => Promise<unknown>) => {
  office.moveTo(time);
  return syncThrough(office.workspace, { rewire: meanwhile(act) });
};
const lateMailsTo = async (who: string) =>
  (await office.mailsTo(who)).filter(({ subject }) => /quá hạn/i.test(subject));
const statesOf = async (unit: string, kind: string) =>
  (await office.rowsOf(ledger)).filter(({ key }) => key.includes(`/${unit}/${kind}/`)).map(({ state }) => state);

test('a city that files between claim and mail is not called late; its report is recorded and acknowledged in the same run, the others hear as usual', async () => {
  await runAt('2025-10-30 08:30', () => office.file('HPG', fullReport('HPG')));
  expect(await lateMailsTo('HPG')).toEqual([]);
  expect(await lateMailsTo('HUE')).toHaveLength(1);
  expect(await statesOf('HPG', 'qua-han')).toEqual(['đang gửi', 'đã nộp']);
  expect(await office.rowsOf(reports)).toHaveLength(1);
  expect((await statesOf('HPG', 'tiep-nhan')).at(-1)).toBe('đã gửi');
});

test('what comes without a code rests the late notice of the unit it names, and of nobody else', async () => {
  await runAt('2025-10-30 08:30', () => office.file('HPG', fullReport('HPG'), { code: 'sai' }));
  expect(await lateMailsTo('HPG')).toEqual([]);
  expect(await lateMailsTo('HUE')).toHaveLength(1);
  await office.syncAt('2025-10-30 08:50');
  expect(await lateMailsTo('HPG')).toEqual([]);
});

test('while the form cannot be asked no late notice leaves; the next run makes it good', async () => {
  await runAt('2025-10-30 08:30', () => office.breakGoogle({ path: '/responses', kind: '503', times: 20 })).catch(
    () => {},
  );
  for (const unit of CITIES) expect(await lateMailsTo(unit)).toEqual([]);
  await office.breakGoogle();
  await office.syncAt('2025-10-30 09:00');
  for (const unit of CITIES) expect(await lateMailsTo(unit)).toHaveLength(1);
});

describe('a report to the leaders on late units', () => {
  beforeEach(async () => {
    for (const day of ['10-30', '11-03']) await office.syncAt(`2025-${day} 08:30`);
  });

  test('names no unit that has filed meanwhile, be it the one its key names', async () => {
    await runAt('2025-11-06 08:30', () => office.file('HPG', fullReport('HPG')));
    expect(await statesOf('HPG', 'lanh-dao')).toEqual(['đang gửi', 'đã gửi']);
    const [report, ...others] = await lateMailsTo('lanhdao');
    expect(others).toEqual([]);
    expect(report?.text).toContain('Huế');
    expect(report?.text).not.toContain('Hải Phòng');
    expect(report?.attachments).toHaveLength(1);
  });

  test('does not go when all of them have', async () => {
    await runAt('2025-11-06 08:30', async () => {
      for (const unit of CITIES) await office.file(unit, fullReport(unit));
    });
    expect(await lateMailsTo('lanhdao')).toEqual([]);
    expect(await office.rowsOf(reports)).toHaveLength(2);
  });
});
