import { describe, expect, test } from 'vitest';
import { writeMarks } from '../../../functions/domain/notices/ledger.ts';
import { contactMark } from '../../../functions/domain/notices/ledger-key.ts';
import { type PastLogs, pastInput } from '../../../functions/domain/notices/past-day.ts';
import { verifyDay } from '../../../functions/domain/notices/verify.ts';
import type { ChangeRow, LedgerRow } from '../../../sheets-schema/tabs/logs.ts';
import { aContact, aReport, at, day, decidedFor, ledgerRow } from './notice-world.ts';

const contact = aContact('HPG-1');
const IN_USE = `HPG; Đầu mối; ${contactMark(contact)}; đang dùng`;

function change(subject: string, value: string | null, when = '2025-10-20 08:00'): ChangeRow {
  return { seenAt: at(when), subject, old: null, new: value };
}

const facts: readonly ChangeRow[] = [
  change('round/2025-10/strict', '2025-10-31'),
  change('round/2025-10/opens', at('2025-10-20 08:00').toString()),
  change('round/2025-10/state', 'Đang mở'),
  change('round/2025-10/approved', 'Có'),
  change('round/2025-10/expected', 'HPG'),
  change(`contact/${contact.id}`, IN_USE),
  change('setting/mail', 'Bật'),
  change('setting/goLive', '45940.5'),
  change('setting/dailyCap', '400'),
];

const days = Array.from({ length: 19 }, (_, n) => day('2025-10-20').add({ days: n }));

/** Runs the policy at these times of every day but those left out, as a sync would with these logs. */
function live(
  changes: readonly ChangeRow[],
  skipped: readonly string[] = [],
  reports: PastLogs['reports'] = [],
): PastLogs {
  const ledger: LedgerRow[] = [];
  const logs = {
    changes,
    reports,
    ledger,
    realVersions: new Set(reports.map(({ version }) => version)),
    setAside: new Set<string>(),
  };
  for (const one of days.filter((each) => !skipped.includes(each.toString()))) {
    for (const time of ['09:00', '14:00', '15:30', '22:00']) {
      const now = at(`${one} ${time}`);
      for (const { notice, fate } of decidedFor(pastInput(logs, now, now.add({ minutes: 1 })))) {
        const row = {
          ...ledgerRow(notice.key, 'đã gửi', `${one} ${time}`),
          unit: notice.unit,
          contacts: writeMarks(notice.recipients),
        };
        if (fate.do === 'settle') ledger.push({ ...row, state: fate.state });
        if (fate.do === 'send') ledger.push({ ...row, state: 'đang gửi' }, row);
      }
    }
  }
  return logs;
}

const gapDays = (logs: PastLogs) => days.filter((each) => verifyDay(each, logs).length > 0).map(String);

describe('what the logs of past days prove', () => {
  test('a system that ran every day has no gap', () => {
    const logs = live(facts);
    expect(
      logs.ledger.filter(({ state }) => state === 'đã gửi').map(({ key }) => key.split('/').slice(2).join('/')),
    ).toEqual([
      'moi/0@mot-lan',
      'nhac/-5@2025-10-31',
      'nhac/-3@2025-10-31',
      'nhac/-1@2025-10-31',
      'nhac/0@2025-10-31',
      'qua-han/1@2025-10-31',
      'qua-han/3@2025-10-31',
    ]);
    expect(gapDays(logs)).toEqual([]);
  });

  test('a day on which it did not run is a gap when something was due', () => {
    expect(gapDays(live(facts, ['2025-10-24']))).toEqual(['2025-10-24']);
    expect(gapDays(live(facts, ['2025-10-23']))).toEqual([]);
  });

  test('each notice is accounted for by itself', () => {
    const logs = live(facts);
    const without = { ...logs, ledger: logs.ledger.filter(({ key }) => !key.includes('/nhac/-3@')) };
    expect(verifyDay(day('2025-10-28'), without)).toEqual([
      {
        key: '2025-10/HPG/nhac/-3@2025-10-31',
        unit: 'HPG',
        problem: 'Nhắc việc: đến lúc gửi từ 08:30 ngày 28/10/2025, nhật ký không ghi gì.',
      },
    ]);
  });

  test('a claim that never got a result is a gap', () => {
    const logs = live(facts);
    const without = {
      ...logs,
      ledger: logs.ledger.filter(({ key, state }) => !(key.includes('/nhac/-3@') && state === 'đã gửi')),
    };
    expect(verifyDay(day('2025-10-28'), without).map(({ problem }) => problem)).toEqual([
      'Nhắc việc: đến lúc gửi từ 08:30 ngày 28/10/2025, chỉ có "đang gửi", không có kết quả.',
    ]);
  });

  test.each([
    ['mail was off', change('setting/mail', 'Tắt', '2025-10-24 08:00')],
    ['the day became a holiday', change('holiday/2025-10-24', 'Nghỉ; đề xuất', '2025-10-23 15:00')],
    ['the contact was taken out', { ...change(`contact/${contact.id}`, null, '2025-10-24 08:00'), old: IN_USE }],
    ['the file was in doubt', change('doubt/all', 'Bảng được khôi phục.', '2025-10-24 08:00')],
    ['the round was in doubt', change('doubt/round/2025-10', 'Kỳ đọc không rõ.', '2025-10-24 08:00')],
    ['the unit was in doubt', change('doubt/unit/HPG/2025-10', 'Quyết định dở.', '2025-10-24 08:00')],
    ['the daily cap was nothing', change('setting/dailyCap', '0', '2025-10-24 08:00')],
    ['the mark of operation was moved', change('setting/goLive', '46000', '2025-10-24 08:00')],
    [
      'a coordinator paused the unit',
      change(
        'decision/x',
        JSON.stringify({
          at: at('2025-10-24 08:00').toString(),
          subject: '2025-10',
          unit: 'HPG',
          item: null,
          decision: 'Tạm dừng nhắc',
          value: null,
          reason: null,
          by: 'Điều phối',
        }),
        '2025-10-24 08:00',
      ),
    ],
  ])('a mail held because %s is no gap', (_, held) => {
    const silent = live(facts, ['2025-10-24']);
    expect(verifyDay(day('2025-10-24'), silent)).toHaveLength(1);
    expect(verifyDay(day('2025-10-24'), { ...silent, changes: [...facts, held] })).toEqual([]);
  });

  test('what was decided only later does not excuse an earlier day', () => {
    const silent = live(facts, ['2025-10-24']);
    const changes = [...facts, change('setting/mail', 'Tắt', '2025-10-27 08:00')];
    expect(verifyDay(day('2025-10-24'), { ...silent, changes })).toHaveLength(1);
  });

  test('what the last run of the day learned excuses what it did not send', () => {
    const silent = live(facts, ['2025-10-24']);
    const learned = (time: string) => [
      ...facts,
      change('doubt/round/2025-10', 'dòng 3 chưa đọc được', `2025-10-24 ${time}`),
    ];
    expect(verifyDay(day('2025-10-24'), { ...silent, changes: learned('15:55') })).toEqual([]);
    expect(verifyDay(day('2025-10-24'), { ...silent, changes: learned('16:05') })).toHaveLength(1);
  });

  test.each<[string, string, string, readonly ChangeRow[]]>([
    ['a task', 'nhiem-vu', '2025-10-27', [change('task/T1', 'HPG@2025-10-24')]],
    ['a supplement', 'bo-sung', '2025-10-29', [change('lacking/HPG/2025-10', '1.3; 1.4', '2025-10-28 07:00')]],
  ])('%s is accounted for like any other mail', (_, kind, when, seen) => {
    const logs = live([...facts, ...seen], [], [aReport('BC-1', '2025-10-28 07:00')]);
    expect(logs.ledger.filter(({ key }) => key.includes(`/${kind}/`)).map(({ state }) => state)).toContain('đã gửi');
    expect(gapDays(logs)).toEqual([]);
    const without = { ...logs, ledger: logs.ledger.filter(({ key }) => !key.includes(`/${kind}/`)) };
    expect(gapDays(without)[0]).toBe(when);
  });

  test('a claim of a digest without a result is no gap: the logs do not say whether it was due', () => {
    const logs = live(facts);
    const claim = ledgerRow('digest//ban-tin/1@2025-10-24', 'đang gửi', '2025-10-23 14:00');
    expect(verifyDay(day('2025-10-24'), { ...logs, ledger: [...logs.ledger, claim] })).toEqual([]);
  });

  test('a report ends the ladder and asks for its receipt', () => {
    const logs = live(facts, [], [aReport('BC-1', '2025-10-28 07:00')]);
    expect(gapDays(logs)).toEqual([]);
    const without = { ...logs, ledger: logs.ledger.filter(({ key }) => !key.includes('/tiep-nhan/')) };
    expect(gapDays(without)[0]).toBe('2025-10-28');
  });

  test.each([
    [
      'twice',
      ledgerRow('2025-10/HPG/nhac/-5@2025-10-31', 'đã gửi', '2025-10-29 09:00'),
      'Thư này đã gửi trước đó rồi.',
    ],
    [
      'out of hours',
      ledgerRow('2025-10/HPG/nhac/-2@2025-10-31', 'đang gửi', '2025-10-29 12:00'),
      'Gửi ngoài khung giờ, lúc 12:00.',
    ],
    [
      'although the report was there',
      ledgerRow('2025-10/HPG/nhac/-2@2025-10-31', 'đang gửi', '2025-10-29 09:00'),
      'Nhắc đơn vị đã gửi báo cáo BC-1.',
    ],
  ])('a mail sent %s is shown', (_, row, problem) => {
    const logs = live(facts, [], [aReport('BC-1', '2025-10-28 07:00')]);
    const found = verifyDay(day('2025-10-29'), { ...logs, ledger: [...logs.ledger, row] });
    expect(found.map((each) => each.problem)).toContain(problem);
  });

  test('a report after the lock stops nothing until somebody takes it', () => {
    const report = aReport('BC-HPG-1', '2025-11-03 10:00');
    const locked = [...facts, change('round/2025-10/locks', '2025-10-31')];
    const logs = live(locked, [], [report]);
    expect(logs.ledger.map(({ key }) => key)).toContain('2025-10/HPG/qua-han/3@2025-10-31');
    expect(gapDays(logs)).toEqual([]);
    expect(gapDays({ ...logs, changes: facts })).toContain('2025-11-05');
  });

  test('a second mail to a unit on one day is shown, a receipt beside it is not', () => {
    const logs = live(facts);
    const again = (key: string) => ({ ...ledgerRow(key, 'đã gửi', '2025-10-28 15:00'), unit: 'HPG' });
    const problems = (row: LedgerRow) =>
      verifyDay(day('2025-10-28'), { ...logs, ledger: [...logs.ledger, row] }).map(({ problem }) => problem);
    expect(problems(again('T1/HPG/nhiem-vu/1@2025-10-20'))).toEqual(['Đơn vị nhận quá một thư trong ngày.']);
    expect(problems(again('2025-10/HPG/tiep-nhan/1@BC-1'))).toEqual([]);
  });
});
