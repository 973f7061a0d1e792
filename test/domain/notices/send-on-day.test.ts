import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numRuns } from '../../support/properties.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  at,
  aUnit,
  clock,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  otherMails,
  policyInput,
  usualSettings,
} from './notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('one mail a working day, and the cap', () => {
  test('after a mail of the morning the next one waits for tomorrow', () => {
    const rows = [...invitedRows, sent('T1/HPG/nhiem-vu/1@2025-10-20', '2025-10-24 08:30')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows })))).toEqual([
      'Nhắc việc -5: wait 2025-10-27 08:30',
    ]);
  });

  test('a receipt does not count', () => {
    const rows = [...invitedRows, sent('2025-10/HPG/tiep-nhan/1@BC-1', '2025-10-24 08:29')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows })))).toEqual(['Nhắc việc -5: send']);
  });

  test('what the cap leaves over waits for the next sending day, the weaker ones with it, and says why', () => {
    const full = 'wait 2025-10-29 08:30: Đã đủ hạn mức 400 thư của ngày 28/10/2025; thư đi vào ngày làm việc sau.';
    expect(
      lines(decidedFor(policyInput('2025-10-28 09:00', { rows: [...invitedRows, ...otherMails(400, '2025-10-28')] }))),
    ).toEqual([`Nhắc việc -3: ${full}`, `Nhắc việc -5: ${full}`]);
  });

  test('under the cap receipts go first, then late notices, then reminders', () => {
    const late = aStatus({ unit: aUnit('HUE'), effective: dueBy('2025-10-23') });
    const reported = aStatus({ unit: aUnit('DNG'), ...filed('2025-10-24 08:00') });
    const contacts = ['HPG-1', 'HUE-1', 'DNG-1'].map((id) => aContact(id));
    const rows = ['HPG', 'HUE', 'DNG'].map((unit) => sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-22 08:40'));
    const statuses = [aStatus(), late, reported];
    const fates = (sentToday: number) =>
      decidedFor(
        policyInput('2025-10-24 09:00', {
          rows: [...rows, ...otherMails(sentToday, '2025-10-24')],
          statuses,
          contacts,
        }),
      )
        .filter(({ notice }) => notice.step !== '0')
        .map(({ notice, fate }) => `${notice.unit} ${fate.do}`);
    expect(fates(397)).toEqual(['DNG send', 'HUE send', 'HPG send']);
    expect(fates(398)).toEqual(['DNG send', 'HUE send', 'HPG wait']);
    expect(fates(399)).toEqual(['DNG send', 'HUE wait', 'HPG wait']);
    expect(fates(400)).toEqual(['DNG wait', 'HUE wait', 'HPG wait']);
  });
});

describe('nobody spends what others need', () => {
  const coordinator = aContact('BXD-2', { role: 'Điều phối' });
  const cities = Array.from({ length: 30 }, (_, n) => `T${n + 10}`);
  const contacts = [...cities, 'HPG'].map((code) => aContact(`${code}-1`));
  const receiptOf = (unit: string, when: string, n = 1) => sent(`2025-10/${unit}/tiep-nhan/1@BC-${unit}-${n}`, when);
  const versions = (unit: string, ...seen: readonly string[]) =>
    seen.map((when, n) => aReport(`BC-${unit}-${n + 1}`, when, { unit }));
  const filer = (unit: string, ...seen: readonly string[]) =>
    aStatus({ unit: aUnit(unit), ...filed(seen[0] ?? ''), versions: versions(unit, ...seen) });
  const invited = [...cities, 'HPG'].map((unit) => sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-20 08:30'));
  const planOf = (now: string, own: Parameters<typeof policyInput>[1]) =>
    decidedFor(
      policyInput(now, { contacts: [...contacts, coordinator], ...own, rows: [...invited, ...(own?.rows ?? [])] }),
    );
  const count = (plan: ReturnType<typeof planOf>, kind: string, fate: string) =>
    plan.filter(({ notice, fate: one }) => notice.kind === kind && one.do === fate).length;

  test('420 reports by one link are one receipt an hour, for the newest; the others are settled and say by what', () => {
    const flood = filer('HPG', ...Array.from({ length: 420 }, (_, n) => `2025-10-27 07:${10 + Math.floor(n / 10)}`));
    const late = cities.map((code) => aStatus({ unit: aUnit(code), effective: dueBy('2025-10-24') }));
    const statuses = [flood, ...late];
    const plan = planOf('2025-10-27 09:00', { statuses });
    expect(count(plan, 'Xác nhận tiếp nhận', 'send')).toBe(1);
    const receipts = plan.filter(({ notice }) => notice.kind === 'Xác nhận tiếp nhận');
    expect(receipts.find(({ fate }) => fate.do === 'send')?.notice.version).toBe('BC-HPG-420');
    expect(receipts.filter(({ fate }) => fate.do === 'settle')).toHaveLength(419);
    expect(receipts.find(({ fate }) => fate.do === 'settle')?.fate).toMatchObject({
      reason: 'Thay bằng thư tiếp nhận của bản mới hơn.',
    });
    expect(count(plan, 'Quá hạn lần 1', 'send')).toBe(cities.length);
  });

  test('the next receipt of a unit waits until an hour after the last, whatever the round; those of others do not', () => {
    const other = aRound({ id: '2025-09', state: 'Đã đóng' });
    const statuses = [
      filer('HPG', '2025-10-27 08:50', '2025-10-27 09:20'),
      aStatus({ unit: aUnit('HPG'), round: other, ...filed('2025-10-27 09:25') }),
      filer('T10', '2025-10-27 09:20'),
    ];
    const plan = planOf('2025-10-27 09:30', { statuses, rows: [receiptOf('HPG', '2025-10-27 08:51')] });
    const why = 'Mỗi giờ chỉ gửi một thư loại này cho cùng nơi nhận.';
    const receiptsTo = (unit: string) =>
      lines(plan.filter(({ notice }) => notice.unit === unit && notice.kind === 'Xác nhận tiếp nhận'));
    expect(receiptsTo('HPG')).toEqual([
      `Xác nhận tiếp nhận 1: wait 2025-10-27 09:51: ${why}`,
      `Xác nhận tiếp nhận 1: wait 2025-10-27 09:51: ${why}`,
    ]);
    expect(receiptsTo('T10')).toEqual(['Xác nhận tiếp nhận 1: send']);
  });

  test('an hour does not end at midnight', () => {
    const statuses = [filer('HPG', '2025-10-26 23:30', '2025-10-27 00:05')];
    const plan = planOf('2025-10-27 00:10', { statuses, rows: [receiptOf('HPG', '2025-10-26 23:31')] });
    expect(plan[0]?.fate).toMatchObject({ do: 'wait', until: at('2025-10-27 00:31') });
  });

  test.each([
    [10, 5],
    [5, 2],
    [2, 1],
    [1, 1],
    [0, 0],
  ])('of a cap of %i receipts take %i', (dailyCap, most) => {
    const statuses = cities.map((code) => filer(code, '2025-10-27 08:00'));
    const settings = { ...usualSettings, dailyCap };
    const plan = planOf('2025-10-27 09:00', { statuses, settings });
    expect(count(plan, 'Xác nhận tiếp nhận', 'send')).toBe(most);
    const waiting = plan.find(({ fate }) => fate.do === 'wait');
    expect(waiting?.fate).toMatchObject({ until: at('2025-10-28 00:00') });
  });

  test('the rest of the cap is for all others, strongest first, also when the receipts came before', () => {
    const filers = cities.slice(0, 20).map((code) => filer(code, '2025-10-27 08:00'));
    const late = cities.slice(20).map((code) => aStatus({ unit: aUnit(code), effective: dueBy('2025-10-24') }));
    const settings = { ...usualSettings, dailyCap: 10 };
    const rows = cities.slice(0, 5).map((unit) => receiptOf(unit, '2025-10-27 08:01'));
    const plan = planOf('2025-10-27 09:00', { statuses: [...filers, ...late], settings, rows });
    expect(count(plan, 'Xác nhận tiếp nhận', 'send')).toBe(0);
    expect(count(plan, 'Quá hạn lần 1', 'send')).toBe(5);
  });

  const secretly = (unit: string, ...seen: readonly string[]) => {
    const pending = seen.map((when, n) => aReport(`BC-M-${unit}-${n + 1}`, when, { unit: null }));
    return aStatus({ unit: aUnit(unit), pending, secrets: pending.map(({ version }) => version) });
  };
  const alarm = (n: number, when: string) => sent(`digest//ban-tin/mat@BC-OLD-${n}`, when);
  const alarmsIn = (plan: ReturnType<typeof planOf>) => plan.filter(({ notice }) => notice.step === 'mat');

  test('410 answers marked secret are one alarm, at any hour, that lists all', () => {
    const statuses = cities.map((code) => secretly(code, ...Array.from({ length: 15 }, () => '2025-10-27 00:40')));
    const alarms = alarmsIn(planOf('2025-10-27 00:41', { statuses }));
    expect(alarms.filter(({ fate }) => fate.do === 'send')).toHaveLength(1);
    expect(alarms.filter(({ fate }) => fate.do === 'settle')).toHaveLength(cities.length - 1);
    expect(alarms.filter(({ fate }) => fate.do === 'wait')).toEqual([]);
  });

  test('the next alarm waits for an hour, the sixth until tomorrow', () => {
    const statuses = [secretly('HPG', '2025-10-27 06:30')];
    const until = (...when: readonly string[]) =>
      alarmsIn(planOf('2025-10-27 06:31', { statuses, rows: when.map((one, n) => alarm(n, one)) }))[0]?.fate;
    expect(until('2025-10-27 05:00', '2025-10-27 06:05')).toMatchObject({ do: 'wait', until: at('2025-10-27 07:05') });
    const five = [1, 2, 3, 4, 5].map((hour) => `2025-10-27 0${hour}:00`);
    expect(until(...five.slice(1))).toEqual({ do: 'send' });
    expect(until(...five)).toMatchObject({
      do: 'wait',
      until: at('2025-10-28 00:00'),
      reason: 'Đã đủ 5 thư loại này của ngày 27/10/2025; thư đi vào ngày hôm sau.',
    });
  });

  test('the digest of the morning goes when nothing is left of the cap and all alarms are spent, and takes no place', () => {
    const settings = { ...usualSettings, dailyCap: 1 };
    const rows = [1, 2, 3, 4, 5].map((hour) => alarm(hour, `2025-10-27 0${hour}:00`));
    const statuses = [aStatus({ effective: dueBy('2025-10-24') })];
    const digestContent = { hasNews: true };
    const full = planOf('2025-10-27 09:00', {
      statuses,
      settings,
      digestContent,
      rows: [...rows, ...otherMails(1, '2025-10-27')],
    });
    expect(count(full, 'Bản tin điều phối', 'send')).toBe(1);
    const free = planOf('2025-10-27 09:00', { statuses, settings, digestContent, rows });
    expect([count(free, 'Bản tin điều phối', 'send'), count(free, 'Quá hạn lần 1', 'send')]).toEqual([1, 1]);
  });

  test('whatever strangers and link holders send, those who are late hear of it', () => {
    const moments = fc.integer({ min: 0, max: 26 * 60 }).map((n) => clock(at('2025-10-26 06:00').add({ minutes: n })));
    fc.assert(
      fc.property(
        fc.array(fc.array(moments, { minLength: 1, maxLength: 40 }), { maxLength: 12 }),
        fc.array(fc.array(moments, { minLength: 1, maxLength: 40 }), { maxLength: 12 }),
        fc.integer({ min: 2, max: 40 }),
        (filings, secrets, dailyCap) => {
          const late = cities.slice(24).map((code) => aStatus({ unit: aUnit(code), effective: dueBy('2025-10-24') }));
          const statuses = [
            ...filings.map((seen, n) => filer(cities[n] ?? '', ...seen.toSorted())),
            ...secrets.map((seen, n) => secretly(cities[n + 12] ?? '', ...seen.toSorted())),
            ...late,
          ];
          const settings = { ...usualSettings, dailyCap };
          const plan = planOf('2025-10-27 08:30', { statuses, settings, digestContent: { hasNews: true } });
          expect(count(plan, 'Quá hạn lần 1', 'send')).toBeGreaterThanOrEqual(Math.min(6, Math.ceil(dailyCap / 2)));
          expect(count(plan, 'Xác nhận tiếp nhận', 'send')).toBeLessThanOrEqual(dailyCap / 2);
          expect(alarmsIn(plan).filter(({ fate }) => fate.do === 'send').length).toBeLessThanOrEqual(1);
          expect(
            plan.filter(({ notice, fate }) => notice.step === '1' && notice.subject === 'digest' && fate.do === 'send'),
          ).toHaveLength(1);
        },
      ),
      { numRuns: numRuns(10, 300) },
    );
  });
});

describe('of several units that one mail reports', () => {
  const leader = aContact('BXD-1', { role: 'Lãnh đạo' });
  const units = ['DNG', 'HPG', 'HUE'];
  const rows = units.flatMap((unit) => [
    sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-20 08:30'),
    ...['1', '3'].map((step) => sent(`2025-10/${unit}/qua-han/${step}@2025-10-31`, '2025-11-05 08:30')),
  ]);
  const reported = (own: Parameters<typeof policyInput>[1]) =>
    decidedFor(policyInput('2025-11-10 09:00', { rows, contacts: [leader], ...own }))
      .filter(({ notice }) => notice.kind === 'Báo cáo lãnh đạo')
      .map(({ notice, fate }) => `${notice.unit} ${fate.do}`);
  const all = (own: (unit: string) => Parameters<typeof aStatus>[0] = () => ({})) =>
    units.map((unit) => aStatus({ unit: aUnit(unit), ...own(unit) }));

  test('all that are free go together', () => {
    expect(reported({ statuses: all() })).toEqual(['DNG send', 'HPG settle', 'HUE settle']);
  });

  test.each(units)(
    'one that is paused (%s) is neither reported nor settled, and holds back none of the others',
    (held) => {
      const found = reported({ statuses: all((unit) => ({ paused: unit === held })) });
      const others = units.filter((unit) => unit !== held);
      expect(found).toEqual(
        units.map((unit) => `${unit} ${unit === held ? 'hold' : unit === others[0] ? 'send' : 'settle'}`),
      );
    },
  );

  test.each(units)('one in doubt (%s) neither', (unit) => {
    const found = reported({ statuses: all(), doubts: [{ scope: { round: '2025-10', unit }, reason: 'Chưa rõ.' }] });
    expect(found.filter((line) => line.endsWith('hold'))).toEqual([`${unit} hold`]);
    expect(found.filter((line) => line.endsWith('send'))).toHaveLength(1);
  });
});
