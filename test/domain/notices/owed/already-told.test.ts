import { describe, expect, test } from 'vitest';
import { setDesk } from '../../../../functions/domain/notices/notice-desk.ts';
import { latenessFrom, supplyBy, toldOf, untold } from '../../../../functions/domain/notices/owed/already-told.ts';
import { deadlineInWords } from '../../../../functions/domain/time/deadline.ts';
import type { LedgerRow } from '../../../../sheets-schema/tabs/logs.ts';
import { aRound, aStatus, at, clock, dueBy, ledgerRow, policyInput } from '../notice-world.ts';

const LETTER = '2025-10-31';

/** A mail of the ledger with the days that it named. */
function mailed(key: string, when: string, told: readonly string[] | null, own: Partial<LedgerRow> = {}): LedgerRow {
  const days = told?.map((text) => {
    const { lastDay, time } = dueBy(...(text.split(' ') as [string, string?]));
    return { day: lastDay, time };
  });
  return ledgerRow(`2025-10/HPG/${key}`, 'đã gửi', when, { told: days ?? null, ...own });
}

const invited = (when = '2025-10-20 08:30', told: readonly string[] | null = [LETTER]) =>
  mailed('moi/0@mot-lan', when, told);

type Own = Parameters<typeof aStatus>[0];

/** What HPG knows of its deadline, in short. */
function known(rows: readonly LedgerRow[], own: Own = {}, asOf: string | null = null) {
  const status = aStatus({ announced: [], ...own });
  const desk = policyInput('2025-11-20 09:00', { rows, statuses: [status] });
  const { deadline, at: when, answerBy } = toldOf(desk, status, asOf === null ? null : at(asOf));
  return [deadlineInWords(deadline), when && clock(when), answerBy && deadlineInWords(answerBy)];
}

describe('what a unit knows of its deadline', () => {
  test('is what the document says, until somebody names another', () => {
    expect(known([])).toEqual(['hết ngày 31/10/2025', null, null]);
    expect(known([invited()])).toEqual(['hết ngày 31/10/2025', null, null]);
  });

  test.each([
    ['an invitation', 'moi/0@mot-lan'],
    ['an extension', 'gia-han/1@2025-11-07'],
    ['a change', 'doi-han/1@2025-11-07'],
  ])('is what %s named, from then on', (_, key) => {
    expect(known([mailed(key, '2025-10-29 09:00', ['2025-11-07'])])).toEqual([
      'hết ngày 07/11/2025',
      '2025-10-29 09:00',
      null,
    ]);
  });

  test.each([
    ['a reminder', 'nhac/-1@2025-11-07'],
    ['a late notice', 'qua-han/1@2025-11-07'],
    ['a receipt', 'tiep-nhan/1@BC-1'],
    ['a list of what is missing', 'bo-sung/1.3@mot-lan'],
  ])('is never set by %s, which repeats it', (_, key) => {
    expect(known([invited(), mailed(key, '2025-10-29 09:00', ['2025-11-07', '2025-11-10'])])[0]).toBe(
      'hết ngày 31/10/2025',
    );
  });

  test.each([
    'đang gửi',
    'không gửi được',
    'gửi lại sau',
    'chưa rõ kết quả',
    'không cần nữa',
    'gộp vào thư mạnh hơn',
  ] as const)('is not set by a mail that nobody took: %s', (state) => {
    expect(known([invited(), mailed('gia-han/1@2025-11-07', '2025-10-29 09:00', ['2025-11-07'], { state })])[0]).toBe(
      'hết ngày 31/10/2025',
    );
  });

  test('of what was settled at a restore nobody knows whether it went: it counts as told', () => {
    const row = mailed('gia-han/1@2025-11-07', '2025-10-29 09:00', ['2025-11-07'], { state: 'khôi phục' });
    expect(known([invited(), row]).slice(0, 2)).toEqual(['hết ngày 07/11/2025', '2025-10-29 09:00']);
  });

  test('is what was named last, in whatever order the rows stand, a document among them', () => {
    const rows = [
      mailed('doi-han/1@2025-10-30', '2025-10-28 09:00', ['2025-10-30']),
      mailed('gia-han/1@2025-11-07', '2025-10-24 09:00', ['2025-11-07']),
      invited(),
    ];
    const announced = [{ at: at('2025-10-27 00:00'), deadline: dueBy('2025-11-05') }];
    expect(known(rows, { announced })).toEqual(['hết ngày 30/10/2025', '2025-10-28 09:00', null]);
    expect(known(rows.slice(1), { announced })[0]).toBe('hết ngày 05/11/2025');
    expect(known(rows, { announced }, '2025-10-27 12:00')[0]).toBe('hết ngày 05/11/2025');
    expect(known(rows, { announced }, '2025-10-24 09:00')[0]).toBe('hết ngày 31/10/2025');
  });

  test('told again is told since the first time; a day to answer by is learnt even then', () => {
    const first = mailed('gia-han/1@2025-11-07', '2025-10-24 09:00', ['2025-11-07']);
    const again = (told: readonly string[]) => mailed('doi-han/1@2025-11-07', '2025-11-10 09:00', told);
    expect(known([first, again(['2025-11-07'])])).toEqual(['hết ngày 07/11/2025', '2025-10-24 09:00', null]);
    expect(known([first, again(['2025-11-07', '2025-11-12 16:00'])])).toEqual([
      'hết ngày 07/11/2025',
      '2025-10-24 09:00',
      'trước 16:00 ngày 12/11/2025',
    ]);
    expect(known([invited('2025-11-03 09:00', [LETTER, '2025-11-05 16:00'])])).toEqual([
      'hết ngày 31/10/2025',
      '2025-11-03 09:00',
      'trước 16:00 ngày 05/11/2025',
    ]);
  });

  test('rows of the first release name no day: that of the key, else the extension of then, else what was in force', () => {
    const round = aRound({ effectiveDeadline: { day: dueBy('2025-11-04').lastDay, time: null } });
    const extension = { at: at('2025-10-28 08:00'), deadline: dueBy('2025-11-07'), before: dueBy('2025-11-04') };
    const own = { round, effective: dueBy('2025-11-07'), extension };
    const plain = mailed('moi/0@mot-lan', '2025-10-20 08:30', null);
    expect(known([plain], own)[0]).toBe('hết ngày 04/11/2025');
    expect(known([mailed('moi/0@mot-lan', '2025-10-29 08:30', null)], own)[0]).toBe('hết ngày 07/11/2025');
    expect(known([plain, mailed('gia-han/1@2025-11-06', '2025-10-29 08:30', null)], own)[0]).toBe(
      'hết ngày 06/11/2025',
    );
  });
});

describe('who may be called late', () => {
  const lateness = (rows: readonly LedgerRow[], own: Own = {}) => {
    const status = aStatus({ announced: [], ...own });
    const desk = setDesk(policyInput('2025-11-20 09:00', { rows, statuses: [status] }));
    return [latenessFrom(desk, status).lastDay.toString(), untold(desk, status) === null];
  };

  test.each([
    ['by the document alone: from its own day', [], {}, ['2025-10-31', true]],
    ['told in good time: from the deadline', [invited()], {}, ['2025-10-31', true]],
    [
      'told on the last day: a whole working day after it',
      [invited('2025-10-31 09:00', ['2025-11-01'])],
      { effective: dueBy('2025-11-01') },
      ['2025-11-03', true],
    ],
    [
      'told when it was past: from the day to answer by',
      [invited('2025-11-03 09:00', [LETTER, '2025-11-05 16:00'])],
      {},
      ['2025-11-05', true],
    ],
    ['told another day: not at all', [invited()], { effective: dueBy('2025-10-29') }, ['2025-10-29', false]],
  ] as const)('%s', (_, rows, own, expected) => {
    expect(lateness(rows, { ...own })).toEqual(expected);
  });
});

describe('by when a unit was asked for what is missing', () => {
  const asked = (rows: readonly LedgerRow[], asOf: string | null = null) => {
    const day = supplyBy(policyInput('2025-11-20 09:00', { rows }), aStatus(), asOf === null ? null : at(asOf));
    return day && deadlineInWords(day);
  };
  const list = mailed('bo-sung/1.3@mot-lan', '2025-10-30 08:30', [LETTER, '2025-11-04']);

  test.each([
    ['nobody asked', [invited()], null],
    ['a list named it', [list], 'hết ngày 04/11/2025'],
    [
      'a return named it since',
      [list, mailed('tra-lai/1@BC-1', '2025-11-03 09:00', [LETTER, '2025-11-06'])],
      'hết ngày 06/11/2025',
    ],
    [
      'a row of the first release: what the mail said then',
      [mailed('bo-sung/1.3@mot-lan', '2025-10-30 08:30', null)],
      'hết ngày 04/11/2025',
    ],
  ] as const)('%s', (_, rows, expected) => {
    expect(asked(rows)).toBe(expected);
  });

  test('at a moment: what had been asked before it', () => {
    expect(asked([list], '2025-10-30 08:30')).toBeNull();
    expect(asked([list], '2025-10-30 08:31')).toBe('hết ngày 04/11/2025');
  });
});
