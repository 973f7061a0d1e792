import { describe, expect, test } from 'vitest';
import { planDashboard } from '../../functions/dashboard/plan-dashboard.ts';
import { fourCounts, percent, roundFigures } from '../../functions/domain/standing/round-figures.ts';
import { sixCities } from '../documents/synthesis/six-cities.ts';
import { aReport, aRound, aStatus, aTask, at, aUnit, dueBy, usualSettings } from '../domain/notices/notice-world.ts';
import { aDashboard } from './a-dashboard.ts';

const input = aDashboard();
const view = planDashboard(input);

describe('figures', () => {
  test('are those of the rules, and the first line says them', () => {
    const figures = roundFigures(input.policy.statuses, input.policy.now);
    expect(figures).toMatchObject({ expected: 6, received: 4, onTime: 3, toSupplement: 2, overdue: 2 });
    expect(view.headline).toBe('Đã nhận 4/6 · đúng hạn 3 · cần bổ sung 2 · quá hạn 2');
    expect(Object.fromEntries(view.figures.map(({ label, value }) => [label, value]))).toEqual({
      'Phải gửi': '6',
      'Đã nhận': '4',
      'Tỷ lệ nhận': percent(4, 6),
      'Đúng hạn': '3',
      'Tỷ lệ đúng hạn': percent(3, 6),
      'Đủ nội dung': String(figures.complete),
      'Cần bổ sung': '2',
      'Quá hạn': '2',
    });
  });

  test('of tasks are the four counts, and the overdue ones are all named or numbered', () => {
    const counts = fourCounts(input.policy.tasks, input.policy.now);
    expect(view.counts.map(({ value }) => Number(value))).toEqual(Object.values(counts));
    const told = view.overdueTasks.reduce((sum, { units, more }) => sum + units.length + more, 0);
    expect(told).toBe(counts.openOverdue);
    expect(counts.openOverdue).toBeGreaterThan(0);
  });
});

describe('the matrix', () => {
  const rowOf = (unit: string) => view.matrix.rows.find((row) => row.unit === unit);
  const cell = (unit: string, item: string) =>
    rowOf(unit)?.verdicts[view.matrix.items.findIndex((one) => one.item === item)];

  test.each([
    ['Hà Nội', '2.1', 'Đủ'],
    ['TP. Hồ Chí Minh', '1.1', 'Thiếu'],
    ['Đà Nẵng', '1.2', 'Cần làm rõ'],
    ['Hải Phòng', '2.1', 'Không áp dụng'],
    ['Hải Phòng', '3', 'Không nêu'],
    ['Cần Thơ', '1.4', 'Chưa gửi'],
    ['Cần Thơ', '3', 'Không bắt buộc'],
    ['Huế', '1.1', 'Chờ xác minh'],
  ])('%s, item %s: %s', (unit, item, words) => {
    expect(cell(unit, item)).toBe(words);
  });

  test('tells of each unit what came and whether in time', () => {
    expect(rowOf('Hà Nội')).toMatchObject({ filing: 'Đã nhận văn bản chính thức', timing: 'Đúng hạn' });
    expect(rowOf('Cần Thơ')).toMatchObject({ filing: 'Chưa gửi', timing: 'Quá hạn 1 ngày làm việc' });
    expect(rowOf('Đà Nẵng')?.timing).toMatch(/^Gửi muộn/);
  });

  test('of a unit whose official document came without its content says what the items lack', () => {
    const { statuses } = sixCities();
    const silent = statuses.find(({ unit }) => unit.code === 'CTO')!;
    const told = planDashboard(aDashboard({ statuses: [{ ...silent, filedAt: at('2025-10-24 08:00') }] }));
    expect(told.matrix.rows[0]?.verdicts[0]).toBe('Thiếu');
  });
});

describe('what needs somebody', () => {
  test('is listed, the gravest first', () => {
    expect(view.attention).toEqual({
      left: 0,
      shown: [
        'Huế: báo cáo BC-CXM-FFFF6666 chờ xác minh đơn vị',
        'Cần Thơ: chưa gửi, quá hạn 1 ngày làm việc',
        'Huế: chờ xác minh đơn vị, quá hạn 1 ngày làm việc',
        'TP. Hồ Chí Minh: mục 1.1 Thiếu; 1.5 Cần làm rõ',
        'Đà Nẵng: mục 1.2 Cần làm rõ',
      ],
    });
  });

  test.each([
    ['a secret', { secrets: ['BC-1'] }, 'HPG: báo cáo BC-1 có câu trả lời mang dấu mật, đề nghị xử lý ngay'],
    ['a report after the lock', { afterLock: [aReport()] }, 'HPG: báo cáo BC-1 gửi sau khi khóa, chờ chấp nhận'],
    [
      'a returned report',
      { returned: { at: at('2025-10-29 08:00'), reason: 'x' } },
      'HPG: đã trả lại để bổ sung, chờ bản mới',
    ],
  ])('%s', (_, own, line) => {
    const { attention } = planDashboard(aDashboard({ statuses: [aStatus(own)] }, '2025-10-29 09:00'));
    expect(attention.shown).toEqual([line]);
  });

  test('is cut short where there is too much of it, and counted', () => {
    const statuses = Array.from({ length: 40 }, () => aStatus());
    const { attention } = planDashboard(aDashboard({ statuses }, '2025-11-10 09:00'));
    expect([attention.shown.length, attention.left]).toEqual([30, 10]);
  });
});

describe('the chart', () => {
  test('climbs by one with each report, on the side of the deadline where it came', () => {
    const { steps, deadline, expected } = view.chart!;
    expect(steps.map(({ y }) => y * expected)).toEqual([1, 2, 3, 4].map((n) => expect.closeTo(n)));
    expect(steps.map(({ x }) => x < deadline.x)).toEqual([true, true, true, false]);
    expect(steps.map(({ onTime }) => onTime)).toEqual([true, true, true, false]);
  });

  test('says the same in words and by day', () => {
    expect(view.chart?.summary).toBe(
      'Khi hết hạn chung (hết ngày 24/10/2025) có 3/6 đơn vị đã gửi; đến 10:15 ngày 27/10/2025 có 4/6.',
    );
    expect(view.chart?.days).toEqual([
      { day: '23/10/2025', received: 1, total: 1 },
      { day: '24/10/2025', received: 2, total: 3 },
      { day: '25/10/2025', received: 1, total: 4 },
    ]);
  });

  test('before the deadline tells how far it has come', () => {
    const early = planDashboard(aDashboard({ statuses: [aStatus()] }, '2025-10-29 09:00'));
    expect(early.chart?.summary).toBe('Đến 09:00 ngày 29/10/2025 có 0/1 đơn vị đã gửi; hạn cuối: hết ngày 31/10/2025.');
    expect(early.chart?.deadline.x).toBe(1);
  });
});

describe('the next mails', () => {
  const row = { at: at('2025-10-28 08:30'), unit: 'HPG', state: 'Sẽ gửi', key: 'k' } as const;
  const told = (why: string, kind: string) =>
    planDashboard({ ...input, schedule: [{ ...row, kind, why }] }).nextMails?.shown[0];

  test('are named by unit, with moment and reason', () => {
    expect(told('Quá hạn từ 1 ngày làm việc.', 'Quá hạn lần 1')).toEqual({
      at: '08:30 ngày 28/10/2025',
      unit: 'Hải Phòng',
      kind: 'Quá hạn lần 1',
      state: 'Sẽ gửi',
      why: 'Quá hạn từ 1 ngày làm việc.',
    });
  });

  test('never show an address, or what a coordinator wrote about a report', () => {
    expect(told('Hộp thư a.b@haiphong.example từ chối.', 'Nhắc việc')?.why).toBe('Hộp thư (địa chỉ) từ chối.');
    expect(told('Điều phối viên trả lại báo cáo để bổ sung: chị Mẫu ghi nhầm', 'Trả lại')?.why).not.toContain('Mẫu');
  });

  test('that will go stand before those held, and the rest is counted', () => {
    const schedule = Array.from({ length: 20 }, (_, i) => ({
      ...row,
      kind: 'Nhắc việc',
      state: i === 19 ? ('Sẽ gửi' as const) : ('Giữ lại' as const),
      why: `${i}`,
    }));
    const { shown = [], left = 0 } = planDashboard({ ...input, schedule }).nextMails ?? {};
    expect(shown[0]?.why).toBe('19');
    expect(shown.length + left).toBe(20);
  });
});

describe('which round', () => {
  const closed = aStatus({ round: aRound({ id: '2025-07', title: 'Kỳ tháng 7', state: 'Đã đóng' }) });

  test('none open: the page says so and keeps the tasks', () => {
    const told = planDashboard(aDashboard({ statuses: [closed] }));
    expect(told).toMatchObject({ headline: 'Chưa có kỳ báo cáo nào đang mở', figures: [], chart: null });
    expect(told.counts).toHaveLength(4);
  });

  test('a closed one is shown when asked for', () => {
    expect(planDashboard({ ...aDashboard({ statuses: [closed] }), round: '2025-07' }).title).toBe('Kỳ tháng 7');
  });
});

describe('what keeps mails', () => {
  const unapproved = sixCities().statuses.map((one) => ({ ...one, round: { ...one.round, approved: false } }));
  test.each([
    ['nothing', {}, null],
    ['mail off', { settings: { ...usualSettings, mail: 'Tắt' } }, /đang Tắt/],
    ['no approval', { statuses: unapproved }, /Duyệt gửi/],
  ] as const)('%s', (_, own, words) => {
    const { mailNote } = planDashboard(aDashboard(own));
    if (words === null) expect(mailNote).toBeNull();
    else expect(mailNote).toMatch(words);
  });

  test('what stands still is the band above the figures and the first thing to see to', () => {
    const what = 'nhật ký "Nhật ký thư" đã bị sửa; mọi thư gửi đơn vị tạm giữ';
    const still = [{ what, since: at('2025-10-27 09:12'), reason: null, asks: null, isMeant: false }];
    const { band, attention } = planDashboard(aDashboard({ still }));
    expect(band).toBe(`Đang dừng. Từ 09:12 ngày 27/10/2025: ${what}.`);
    expect(attention.shown[0]).toBe(band);
  });
});

describe('overdue tasks', () => {
  const tasks = Array.from({ length: 15 }, (_, i) => ({
    task: aTask('N382-II2'),
    unit: aUnit(`U${i}`),
    deadline: dueBy('2025-07-31'),
    done: false,
    confirmed: false,
  }));

  test('name some of many units and count the others', () => {
    const { overdueTasks, silentTasks } = planDashboard(aDashboard({ tasks }));
    expect(overdueTasks).toHaveLength(1);
    expect(overdueTasks[0]).toMatchObject({ id: 'N382-II2', more: 3, deadline: 'hết ngày 31/07/2025' });
    expect(silentTasks).toBe(0);
  });

  test('of closed rounds are counted, and take no row from the others', () => {
    const closed = tasks.map((task) => ({ ...task, task: aTask('L12112-BC'), isOfClosedRound: true }));
    const told = planDashboard(aDashboard({ tasks: [...tasks.slice(0, 1), ...closed] }));
    expect(told.overdueTasks.map(({ id }) => id)).toEqual(['N382-II2']);
    expect(told.overdueOfClosedRounds).toBe(15);
    expect(told.counts.at(-1)?.value).toBe('16');
  });

  test('say who leads and who takes part', () => {
    const led = tasks
      .slice(0, 1)
      .map((one) => ({ ...one, task: aTask('N382-II2', { lead: 'BXD' }), told: [aUnit('BKHCN')] }));
    expect(planDashboard(aDashboard({ tasks: led })).overdueTasks[0]?.parties).toBe('chủ trì: BXD; phối hợp: BKHCN');
  });

  test('before operation are no accusation, only a number', () => {
    const before = tasks.map((task) => ({ ...task, isBeforeOperation: true }));
    expect(planDashboard(aDashboard({ tasks: before }))).toMatchObject({ overdueTasks: [], silentTasks: 15 });
  });
});
