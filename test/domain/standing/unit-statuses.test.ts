import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import type { UnitStatus } from '../../../functions/domain/standing/unit-status.ts';
import { unitStatuses } from '../../../functions/domain/standing/unit-statuses.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { numRuns } from '../../support/properties.ts';
import { aReport, aRound, at, aUnit, clock, day } from '../notices/notice-world.ts';
import { aDecision } from './a-decision.ts';

type Said = { readonly report: Report; readonly answers: Readonly<Record<string, string>> };

const CONTENT = { '1.1': 'Đã rà soát 04 đề án của thành phố và đề nghị giữ nguyên cả bốn đề án.' };

/** A version with what it says. */
function version(code: string, when: string, own: Partial<Report> = {}, answers: Said['answers'] = CONTENT): Said {
  return { report: aReport(code, when, own), answers };
}

/** Where HPG stands. */
function statusAfter(
  said: readonly Said[],
  decisions: readonly Decision[] = [],
  round: Partial<Round> = {},
  unread: ReadonlySet<string> = new Set(),
  now = at('2026-10-30 12:00'),
): UnitStatus {
  const asked = aRound({ outlineVersion: OUTLINE_VERSION, ...round });
  const answers = said.map(({ report, answers: texts }) => {
    const rows = Object.entries(texts).map(([question, text]) => ({
      version: report.version,
      responseId: report.responseId,
      question,
      facts: examineAnswer(text),
      excerpt: text,
    }));
    return [report.version, rows] as const;
  });
  const [status] = unitStatuses(asked, {
    units: [aUnit('HPG'), aUnit('HUE')],
    expected: new Map([['2025-10', ['HPG', 'HUE']]]),
    decisions: readDecisions(decisions),
    reports: said.map(({ report }) => report),
    answers: new Map(answers),
    outline: outlineSeeds,
    unread,
    now,
  });
  return status as UnitStatus;
}

const codes = (reports: readonly Report[]) => reports.map(({ version: code }) => code);

describe('a report that came in time', () => {
  const days = fc.integer({ min: 20, max: 31 });
  /** On which day, and what. */
  const decided = fc
    .tuple(days, fc.constantFrom('Gia hạn' as const, 'Đồng ý thay đổi' as const), fc.constantFrom('HPG', null), days)
    .map(([on, kind, unit, until]) => ({
      on,
      decision: aDecision(kind, `2025-10-${on} 07:00`, { unit, value: `${until}/10/2025` }),
    }));

  test('stays in time whatever is decided of its deadline afterwards', () => {
    fc.assert(
      fc.property(fc.array(decided, { maxLength: 4 }), days, (all, filedOn) => {
        const said = [version('BC-1', `2025-10-${filedOn} 10:00`)];
        const known = all.filter(({ on }) => on <= filedOn);
        const [then, now] = [known, all].map((some) =>
          statusAfter(
            said,
            some.map(({ decision }) => decision),
          ),
        );
        if (then?.onTime) expect(now?.onTime).toBe(true);
      }),
      { numRuns: numRuns(60, 1_000) },
    );
  });

  test('and one that came late is counted from the day that held when it came', () => {
    const said = [version('BC-1', '2025-11-04 10:00')];
    const earlier = aDecision('Đồng ý thay đổi', '2025-11-05 08:00', { value: '29/10/2025' });
    const now = statusAfter(said, [earlier]);
    expect([now.onTime, now.effective.lastDay.toString(), now.judgedBy.lastDay.toString()]).toEqual([
      false,
      '2025-10-29',
      '2025-10-31',
    ]);
  });
});

describe('the deadline that applies', () => {
  const shown = ({ strict, effective, explained }: UnitStatus) => [
    clock(strict.before),
    clock(effective.before),
    explained,
  ];

  test('is that of the letter', () => {
    expect(shown(statusAfter([]))).toEqual([
      '2025-11-01 00:00',
      '2025-11-01 00:00',
      'Văn bản ghi "trước ngày 01/11/2025": hết ngày 31/10/2025',
    ]);
  });

  test('is the adjusted one of the round', () => {
    const effectiveDeadline = { day: day('2025-11-04'), time: null };
    expect(shown(statusAfter([], [], { effectiveDeadline }))).toEqual([
      '2025-11-01 00:00',
      '2025-11-05 00:00',
      'Văn bản ghi "trước ngày 01/11/2025": hết ngày 31/10/2025; điều phối viên ấn định hết ngày 04/11/2025',
    ]);
  });

  test('is the extension of the unit, with its reason', () => {
    const granted = aDecision('Gia hạn', '2025-10-30 09:00', { value: '07/11/2025 17:00', reason: 'bão số 12' });
    const status = statusAfter([], [granted]);
    expect(clock(status.effective.before)).toBe('2025-11-07 17:00');
    expect(status.explained).toContain('được gia hạn đến trước 17:00 ngày 07/11/2025 (bão số 12)');
  });

  test('is the last extension; the earlier ones and the lock stay to be read', () => {
    const first = aDecision('Gia hạn', '2025-10-30 09:00', { value: '05/11/2025', unit: null });
    const second = aDecision('Gia hạn', '2025-11-05 09:00', { value: '10/11/2025', reason: 'bão số 12' });
    const status = statusAfter([], [first, second], { locksOn: day('2025-11-07') });
    expect(status.explained.split('; ').slice(1)).toEqual([
      'được gia hạn đến hết ngày 05/11/2025, rồi đến hết ngày 10/11/2025 (bão số 12)',
      'khóa sau ngày 10/11/2025',
    ]);
    expect(clock(status.extension?.before?.before ?? at('2000-01-01 00:00'))).toBe('2025-11-06 00:00');
  });

  test('is not that of an extension nobody can read', () => {
    const status = statusAfter([], [aDecision('Gia hạn', '2025-10-30 09:00', { value: 'tuần sau' })]);
    expect(status).toMatchObject({ extension: null });
  });
});

describe('when a unit filed', () => {
  const filed = (said: readonly Said[], decisions: readonly Decision[] = []) => {
    const { filedAt, onTime } = statusAfter(said, decisions);
    return [filedAt && clock(filedAt), onTime];
  };

  test.each<[string, Said[], [string | null, boolean | null]]>([
    ['nothing was sent', [], [null, null]],
    ['the last minute', [version('BC-1', '2025-10-31 23:59')], ['2025-10-31 23:59', true]],
    ['midnight is too late', [version('BC-1', '2025-11-01 00:00')], ['2025-11-01 00:00', false]],
    ['a placeholder is no report', [version('BC-1', '2025-10-30 10:00', {}, { '1.1': 'Đang cập nhật' })], [null, null]],
    ['identification alone is no report', [version('BC-1', '2025-10-30 10:00', {}, {})], [null, null]],
    [
      'the first that says something counts',
      [
        version('BC-1', '2025-10-30 10:00', {}, { '1.1': 'Sẽ báo cáo sau' }),
        version('BC-2', '2025-11-03 10:00'),
        version('BC-3', '2025-11-04 10:00'),
      ],
      ['2025-11-03 10:00', false],
    ],
    [
      'a later edit of a report in time changes nothing',
      [
        version('BC-1', '2025-10-30 10:00', { responseId: 'r' }),
        version('BC-2', '2025-11-03 10:00', { responseId: 'r', createTime: at('2025-10-30 10:00').toString() }),
      ],
      ['2025-10-30 10:00', true],
    ],
    [
      'an edit of a placeholder counts from the edit',
      [
        version('BC-1', '2025-10-30 10:00', { responseId: 'r' }, { '1.1': 'Đang cập nhật' }),
        version('BC-2', '2025-11-03 10:00', { responseId: 'r', createTime: at('2025-10-30 10:00').toString() }),
      ],
      ['2025-11-03 10:00', false],
    ],
    [
      'an edit seen before its first version counts from the first',
      [version('BC-2', '2025-11-03 10:00', { createTime: at('2025-10-30 10:00').toString() })],
      ['2025-10-30 10:00', true],
    ],
  ])('%s', (_what, said, expected) => {
    expect(filed(said)).toEqual(expected);
  });

  test.each(['Chưa ban hành', 'Dự kiến ngày 30/10', 'mau@haiphong.example', '0'])(
    '"%s" where its number belongs is no official document',
    (officialNumber) => {
      expect(statusAfter([version('BC-1', '2025-10-24 10:00', { officialNumber })]).official).toBeNull();
    },
  );

  test.each<[string | null, string | null, [string, string] | null]>([
    [null, null, null],
    ['Chưa ban hành', null, null],
    ['đang trình ký', null, null],
    ['Không có', null, null],
    ['-', null, null],
    ['BC 12 ngày 5', null, ['BC 12 ngày 5', 'số, ký hiệu']],
    ['KH-UBND', null, ['KH-UBND', 'số, ký hiệu']],
    ['12/hộ', null, ['12/hộ', 'số, ký hiệu']],
    ['57/BC', '2025-10-20', ['57/BC', 'số, ký hiệu']],
    ['Số 57 /BC-UBND', null, ['Số 57 /BC-UBND', 'ngày ban hành']],
    ['Số 57 /BC-UBND', '2025-10-20', null],
    ['57/BC-UBND ngày 20/10/2025', null, null],
  ])('where its number belongs "%s" with the day %s is asked about: %j', (officialNumber, date, unclear) => {
    const said = version('BC-1', '2025-10-24 10:00', { officialNumber, officialDate: date ? day(date) : null });
    const [typed, lacks] = unclear ?? [];
    expect(statusAfter([said]).officialUnclear).toEqual(unclear && { typed, lacks });
  });

  test('what a coordinator recorded of it leaves nothing to ask', () => {
    const received = aDecision('Đã nhận văn bản chính thức', '2025-11-05 09:00', { value: '12/BC-UBND' });
    const said = version('BC-1', '2025-10-24 10:00', { officialNumber: 'BC 12 ngày 5' });
    expect(statusAfter([said], [received]).officialUnclear).toBeNull();
  });

  test('the day of an official document counts when it is earlier', () => {
    const received = aDecision('Đã nhận văn bản chính thức', '2025-11-05 09:00', { value: '123/BC-UBND; 29/10/2025' });
    expect(filed([], [received])).toEqual(['2025-10-29 00:00', true]);
    expect(filed([version('BC-1', '2025-10-28 10:00')], [received])).toEqual(['2025-10-28 10:00', true]);
  });

  test('a document of a later day than the decision about it cannot have come', () => {
    const slip = (value: string) => aDecision('Đã nhận văn bản chính thức', '2025-10-28 09:00', { value });
    expect(filed([], [slip('123/BC-UBND; 28/10/2025')])).toEqual(['2025-10-28 00:00', true]);
    for (const day of ['29/10/2025', '28/10/2052']) expect(filed([], [slip(`123/BC-UBND; ${day}`)])[0]).toBeNull();
  });

  test('nor can it have told anything', () => {
    const told = (value: string) => aDecision('Đã báo bằng văn bản', '2025-10-28 09:00', { value });
    expect(statusAfter([], [told('77/BXD-PTĐT; 28/10/2025')]).announced).toHaveLength(1);
    for (const day of ['29/10/2025', '28/10/2052'])
      expect(statusAfter([], [told(`77/BXD-PTĐT; ${day}`)]).announced).toEqual([]);
  });

  test('the day a unit itself writes on the form is shown, and proves nothing', () => {
    const said = version('BC-1', '2025-11-03 10:00', { officialNumber: '9/BC-UBND', officialDate: day('2025-10-20') });
    expect(filed([said])).toEqual(['2025-11-03 10:00', false]);
    expect(statusAfter([said]).official).toMatchObject({ number: '09/BC-UBND' });
  });
});

describe('whose a version is', () => {
  const unknown = { unit: null, identity: 'Chờ xác minh đơn vị' as const, claimedUnit: 'HPG' };

  test('a version without a right code waits', () => {
    const status = statusAfter([version('BC-CXM-1', '2025-10-30 10:00', unknown)]);
    expect([codes(status.versions), codes(status.pending), status.filedAt]).toEqual([[], ['BC-CXM-1'], null]);
  });

  test('is what a coordinator confirmed, whatever unit was chosen', () => {
    const said = version('BC-CXM-1', '2025-10-30 10:00', { ...unknown, claimedUnit: 'HUE' });
    const status = statusAfter([said], [aDecision('Xác nhận đơn vị', '2025-10-30 11:00', { value: 'BC-CXM-1' })]);
    expect([codes(status.versions), status.onTime]).toEqual([['BC-CXM-1'], true]);
  });

  test('that edits a confirmed response needs no new word', () => {
    const said = [
      version('BC-CXM-1', '2025-10-30 10:00', { ...unknown, responseId: 'r' }),
      version('BC-CXM-2', '2025-10-30 15:00', { ...unknown, responseId: 'r' }),
      version('BC-CXM-3', '2025-10-30 16:00', { ...unknown, responseId: 'another' }),
    ];
    const status = statusAfter(said, [aDecision('Xác nhận đơn vị', '2025-10-30 11:00', { value: 'BC-CXM-1' })]);
    expect([codes(status.versions), codes(status.pending)]).toEqual([['BC-CXM-1', 'BC-CXM-2'], ['BC-CXM-3']]);
  });

  test('is nobody’s when a coordinator said so, right code or not', () => {
    const denied = aDecision('Không phải của đơn vị', '2025-10-30 11:00', { value: 'BC-1', unit: null });
    expect(statusAfter([version('BC-1', '2025-10-30 10:00')], [denied])).toMatchObject({ versions: [], filedAt: null });
  });

  describe('one decision that names no version', () => {
    const all = (when: string, own: Partial<Decision> = {}) => aDecision('Không phải của đơn vị', when, own);
    const flood = [10, 11, 12, 13].map((hour) => version(`BC-CXM-${hour}`, `2025-10-30 ${hour}:00`, unknown));

    test('settles all in the unit’s name that had been seen by then', () => {
      const status = statusAfter(flood, [all('2025-10-30 12:30')]);
      expect([codes(status.pending), codes(status.denied)]).toEqual([
        ['BC-CXM-13'],
        ['BC-CXM-10', 'BC-CXM-11', 'BC-CXM-12'],
      ]);
    });

    test('settles nothing of what was not in its name, nor what the unit sent by its own link', () => {
      const said = [
        version('BC-CXM-1', '2025-10-30 10:00', { ...unknown, claimedUnit: 'HUE' }),
        version('BC-HPG-1', '2025-10-30 10:10'),
      ];
      expect(codes(statusAfter(said, [all('2025-10-30 12:30')]).versions)).toEqual(['BC-HPG-1']);
      expect(codes(statusAfter(said, [all('2025-10-30 12:30', { unit: 'HUE' })]).versions)).toEqual(['BC-HPG-1']);
      expect(statusAfter(said, [all('2025-10-30 12:30', { unit: 'HUE' })]).denied).toEqual([]);
    });

    test.each([
      ['before', ['2025-10-30 12:00', '2025-10-30 12:30']],
      ['after', ['2025-10-30 12:30', '2025-10-30 12:00']],
    ])('leaves what was confirmed %s it, and its edits', (_, [confirmedAt = '', deniedAt = '']) => {
      const said = [...flood, version('BC-CXM-20', '2025-10-30 12:10', { ...unknown, responseId: 'r-BC-CXM-11' })];
      const confirmed = aDecision('Xác nhận đơn vị', confirmedAt, { value: 'BC-CXM-11' });
      const status = statusAfter(said, [confirmed, all(deniedAt)]);
      expect(codes(status.versions)).toEqual(['BC-CXM-11', 'BC-CXM-20']);
    });

    test('dated ahead by a slip denies nothing before its time', () => {
      const slip = [all('2035-10-30 12:30')];
      expect(statusAfter(flood, slip, {}, new Set(), at('2025-10-30 14:00')).pending).toHaveLength(4);
    });

    test('is taken back as every decision is', () => {
      const withdrawn = aDecision('Rút lại', '2025-10-30 14:00', { value: 'Không phải của đơn vị' });
      expect(statusAfter(flood, [all('2025-10-30 12:30'), withdrawn]).pending).toHaveLength(4);
    });
  });

  test.each<[string, Said, readonly Decision[], readonly (readonly [string, boolean])[]]>([
    ['in its name, with content', version('BC-CXM-1', '2025-10-30 10:00', unknown), [], [['BC-CXM-1', true]]],
    [
      'in its name, a placeholder',
      version('BC-CXM-1', '2025-10-30 10:00', unknown, { '1.1': 'Đang cập nhật' }),
      [],
      [],
    ],
    ['in its name, nothing', version('BC-CXM-1', '2025-10-30 10:00', unknown, {}), [], []],
    ['by its link after the lock', version('BC-1', '2025-11-20 10:00'), [], [['BC-1', true]]],
    ['by its link after the lock, a placeholder', version('BC-1', '2025-11-20 10:00', {}, { '1.1': '...' }), [], []],
    ['by its link in time', version('BC-1', '2025-10-30 10:00'), [], []],
    [
      'in its name, denied since',
      version('BC-CXM-1', '2025-10-30 10:00', unknown),
      [aDecision('Không phải của đơn vị', '2025-10-30 11:00')],
      [['BC-CXM-1', false]],
    ],
    [
      'in its name, confirmed since',
      version('BC-CXM-1', '2025-10-30 10:00', unknown),
      [aDecision('Xác nhận đơn vị', '2025-10-30 11:00', { value: 'BC-CXM-1' })],
      [],
    ],
  ])('what may be a report and waits or waited: %s', (_, said, decisions, expected) => {
    const { doubtful } = statusAfter([said], decisions, { locksOn: day('2025-11-05') });
    expect(doubtful.map(({ version: code, waits }) => [code, waits])).toEqual(expected);
  });

  test('whose words Google would not store may say anything', () => {
    const status = statusAfter([version('BC-CXM-1', '2025-10-30 10:00', unknown, {})], [], {}, new Set(['BC-CXM-1']));
    expect(codes(status.doubtful)).toEqual(['BC-CXM-1']);
  });

  test('a return is about the last report, also one that came after the lock', () => {
    const said = [version('BC-1', '2025-10-30 10:00'), version('BC-2', '2025-11-20 10:00')];
    const returned = aDecision('Trả lại để bổ sung', '2025-11-21 09:00', { reason: 'Thiếu số liệu.' });
    for (const sent of [said, said.slice(1)])
      expect(statusAfter(sent, [returned], { locksOn: day('2025-11-05') }).returned).toMatchObject({
        reason: 'Thiếu số liệu.',
      });
  });

  test('the later of two such decisions holds', () => {
    const said = version('BC-1', '2025-10-30 10:00');
    const denied = aDecision('Không phải của đơn vị', '2025-10-30 11:00', { value: 'BC-1' });
    const confirmed = aDecision('Xác nhận đơn vị', '2025-10-30 12:00', { value: 'BC-1' });
    expect(codes(statusAfter([said], [denied, confirmed]).versions)).toEqual(['BC-1']);
  });

  test('a version of another round is none of this one', () => {
    expect(statusAfter([version('BC-1', '2025-10-30 10:00', { round: '2026-04' })]).versions).toEqual([]);
  });
});

describe('after the lock', () => {
  const locked = { locksOn: day('2025-11-07') };

  test('a version waits to be accepted, one of the last day does not', () => {
    const said = [version('BC-1', '2025-11-07 23:59'), version('BC-2', '2025-11-08 00:00')];
    const status = statusAfter(said, [], locked);
    expect([codes(status.versions), codes(status.afterLock)]).toEqual([['BC-1'], ['BC-2']]);
  });

  test('what was sent in time counts although nobody looked before it was edited; the next edit waits', () => {
    const response = { responseId: 'r', createTime: at('2025-11-07 16:00').toString() };
    const said = [version('BC-1', '2025-11-10 09:00', response), version('BC-2', '2025-11-10 10:00', response)];
    const status = statusAfter(said, [], locked);
    expect([codes(status.versions), codes(status.afterLock)]).toEqual([['BC-1'], ['BC-2']]);
    expect(status.filedAt && clock(status.filedAt)).toBe('2025-11-07 16:00');
  });

  test('a unit with more time than the lock gives is not locked out before its time is over', () => {
    const extended = aDecision('Gia hạn', '2025-11-06 09:00', { value: '12/11/2025' });
    const said = [version('BC-1', '2025-11-12 23:59'), version('BC-2', '2025-11-13 00:00')];
    const status = statusAfter(said, [extended], locked);
    expect([codes(status.versions), codes(status.afterLock)]).toEqual([['BC-1'], ['BC-2']]);
    expect(status.onTime).toBe(true);
  });

  test('a coordinator may open the round again for the unit', () => {
    const opened = aDecision('Mở lại cho đơn vị', '2025-11-08 09:00');
    expect(codes(statusAfter([version('BC-2', '2025-11-09 10:00')], [opened], locked).versions)).toEqual(['BC-2']);
  });
});

describe('what a coordinator decided', () => {
  test('a pause lasts until reminders begin again', () => {
    const paused = aDecision('Tạm dừng nhắc', '2025-10-24 09:00');
    const resumed = aDecision('Nhắc trở lại', '2025-10-27 09:00', { unit: null });
    expect(statusAfter([], [paused]).paused).toBe(true);
    expect(statusAfter([], [paused, resumed]).paused).toBe(false);
  });

  test('a return lasts until a newer version arrives', () => {
    const said = version('BC-1', '2025-10-24 09:00');
    const returned = aDecision('Trả lại để bổ sung', '2025-10-27 09:00', { reason: 'thiếu số liệu' });
    expect(statusAfter([said], [returned]).returned).toMatchObject({ reason: 'thiếu số liệu' });
    expect(statusAfter([said, version('BC-2', '2025-10-27 10:00')], [returned]).returned).toBeNull();
  });

  test('an accepted item is enough, the others stay as judged', () => {
    const accepted = aDecision('Chấp nhận mục', '2025-10-27 09:00', { item: '1.3' });
    const verdicts = new Map(
      statusAfter([version('BC-1', '2025-10-24 09:00')], [accepted]).items.map(({ item, verdict }) => [item, verdict]),
    );
    expect([verdicts.get('1.3'), verdicts.get('1.5')]).toEqual(['Đủ', 'Thiếu']);
    expect(verdicts.get('2.1')).toBe('Không áp dụng');
  });
});

describe('two people of one unit answer an item differently', () => {
  const say = (code: string, when: string, text: string, own: Partial<Report> = {}) =>
    version(code, when, own, { '1.1': text });
  const first = say('BC-HPG-AAAAAAA1', '2025-10-24 09:00', 'Thành phố có 02 đề án, giữ nguyên cả hai.');
  const second = say('BC-HPG-AAAAAAA2', '2025-10-24 10:00', 'Thành phố có 05 đề án, dừng một đề án.');
  const edit = say('BC-HPG-AAAAAAA3', '2025-10-28 09:00', 'Thành phố có 03 đề án, giữ nguyên.', {
    responseId: first.report.responseId,
  });
  const unchanged = {
    ...edit,
    answers: { ...first.answers, '1.2': 'Đã giao Sở Xây dựng làm đầu mối từ tháng 9/2025.' },
  };
  const third = say('BC-HPG-AAAAAAA4', '2025-10-28 09:00', 'Thành phố có 07 đề án, giữ nguyên cả bảy.');
  const use = (value: string) => aDecision('Dùng nội dung của', '2025-10-27 09:00', { item: '1.1', value });
  const undone = aDecision('Rút lại', '2025-10-27 10:00', { item: '1.1' });

  test.each<[string, readonly Said[], readonly Decision[], number, string | null]>([
    ['the newer counts, and both are named', [first, second], [], 5, 'AAAAAAA1 AAAAAAA2'],
    ['an edit of something else makes the older no newer', [first, second, unchanged], [], 5, 'AAAAAAA3 AAAAAAA2'],
    ['somebody picked the older', [first, second], [use('BC-HPG-AAAAAAA1')], 2, null],
    ['or the newer', [first, second], [use('BC-HPG-AAAAAAA2')], 5, null],
    ['by the code that the log keeps of it', [first, second], [use('BC-CXM-AAAAAAA1')], 2, null],
    ['and took it back', [first, second], [use('BC-HPG-AAAAAAA1'), undone], 5, 'AAAAAAA1 AAAAAAA2'],
    ['then the one picked was edited', [first, second, edit], [use('BC-HPG-AAAAAAA1')], 3, null],
    ['then another was edited, elsewhere', [first, second, unchanged], [use('BC-HPG-AAAAAAA2')], 5, null],
    ['then another was edited, there', [first, second, edit], [use('BC-HPG-AAAAAAA2')], 3, 'AAAAAAA2 AAAAAAA3'],
    ['then a third came', [first, second, third], [use('BC-HPG-AAAAAAA1')], 7, 'AAAAAAA1 AAAAAAA4'],
    [
      'a report picked that says nothing there',
      [first, second, version('BC-HPG-AAAAAAA5', '2025-10-24 11:00', {}, { '1.2': 'x' })],
      [use('BC-HPG-AAAAAAA5')],
      5,
      'AAAAAAA1 AAAAAAA2',
    ],
  ])('%s', (_, said, decisions, count, both) => {
    const found = statusAfter(said, decisions).items.find(({ item }) => item === '1.1');
    expect(found?.excerpt).toContain(`có 0${count} đề án`);
    const { older, newer } = found?.difference ?? {};
    expect(older && newer ? `${older.version} ${newer.version}`.replaceAll('BC-HPG-', '') : null).toBe(both);
  });
});

test('units stand in the order in which they are asked', () => {
  const statuses = unitStatuses(aRound(), {
    units: [aUnit('HPG'), aUnit('HUE')],
    expected: new Map([['2025-10', ['HUE', 'HPG', 'DNG']]]),
    decisions: readDecisions([]),
    reports: [],
    answers: new Map(),
    outline: [],
  });
  expect(statuses.map(({ unit }) => unit.code)).toEqual(['HUE', 'HPG']);
});

test('thirty thousand reports in the name of one unit are looked through once, not each beside each', () => {
  const unknown = { unit: null, identity: 'Chờ xác minh đơn vị' as const, claimedUnit: 'HPG' };
  const said = Array.from({ length: 30_000 }, (_, n) => version(`BC-CXM-${n}`, '2025-10-30 10:00', unknown, {}));
  expect(statusAfter(said).pending).toHaveLength(30_000);
});
