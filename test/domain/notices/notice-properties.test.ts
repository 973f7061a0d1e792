import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { mustBeAskedFor } from '../../../functions/domain/notices/fate.ts';
import { openRest, readLedger, writeMarks } from '../../../functions/domain/notices/ledger.ts';
import { contactMark } from '../../../functions/domain/notices/ledger-key.ts';
import type { Notice, PolicyInput } from '../../../functions/domain/notices/notice.ts';
import { stepDueAt } from '../../../functions/domain/notices/notice-steps.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { daysNamed, heldRows } from '../../../functions/sync/plan-sync.ts';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';
import type { LedgerRow } from '../../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { numRuns } from '../../support/properties.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  at,
  aUnit,
  decidedFor,
  dueBy,
  policyInput,
  usualSettings,
} from './notice-world.ts';

/** What happens to a mail on its way. */
type Outcome = 'sent' | 'lost before' | 'lost after' | 'later' | 'refused' | 'one of several';

type Story = {
  /** Minutes between runs. */
  readonly gaps: readonly number[];
  /** Filed this many hours after the round opened, per unit; null for never. */
  readonly filedAfter: readonly (number | null)[];
  /** An extension to the first unit: when decided, in hours after opening, and for how many days. */
  readonly extension: { readonly after: number; readonly days: number } | null;
  readonly outcomes: readonly Outcome[];
  /** Hours in which mail was switched off, from the opening. */
  readonly offUntil: number;
};

type Mail = { readonly notice: Notice; readonly at: Temporal.Instant; readonly to: readonly string[] };
type Ending = {
  readonly mails: readonly Mail[];
  readonly rows: readonly LedgerRow[];
  readonly lost: ReadonlyMap<string, number>;
  readonly last: PolicyInput;
};

const START = at('2026-08-17 08:00');
const calendar = createCalendar(holidaySeeds, usualSettings.windows);
/** Its fourth reminder falls on a make-up Saturday, its late notices behind the long holiday of 2 September. */
const round = aRound({ opensAt: START, strictDeadline: { day: dueBy('2026-08-28').lastDay, time: null } });
const units = ['HPG', 'HUE', 'DNG'].map((code) => aUnit(code));

const base = policyInput('2026-08-17 08:00');

function worldAt(now: Temporal.Instant, story: Story, rows: readonly LedgerRow[]): PolicyInput {
  const hours = now.since(START).total('hours');
  const statuses = units.map((unit, index) => {
    const filedAfter = story.filedAfter[index] ?? null;
    const filedAt =
      filedAfter !== null && filedAfter <= hours ? START.add({ minutes: Math.round(filedAfter * 60) }) : null;
    const versions = filedAt ? [{ ...aReport(`BC-${unit.code}`), seenAt: now }] : [];
    const { extension } = story;
    const isExtended = index === 0 && extension !== null && extension.after <= hours;
    const deadline = dueBy(
      dueBy('2026-08-28')
        .lastDay.add({ days: isExtended ? extension.days : 0 })
        .toString(),
    );
    const granted = isExtended ? { at: START.add({ hours: extension.after }), deadline } : null;
    return aStatus({ round, unit, effective: deadline, extension: granted, filedAt, versions });
  });
  return {
    ...base,
    now,
    calendar,
    settings: { ...usualSettings, mail: hours < story.offUntil ? 'Tắt' : 'Bật' },
    statuses,
    contacts: [
      ...units.flatMap(({ code }) => [1, 2, 3].map((nth) => aContact(`${code}-${nth}`, { unit: code }))),
      aContact('BXD-1', { role: 'Lãnh đạo' }),
    ],
    ledger: readLedger(rows),
  };
}

/** The runs of the story, then one a day until only repeats are left, then one now and then until all is over. */
function runsOf({ gaps }: Story): readonly Temporal.Instant[] {
  const runs: Temporal.Instant[] = [];
  for (const gap of gaps) runs.push((runs.at(-1) ?? START).add({ minutes: gap }));
  const calm = localDay(runs.at(-1) ?? START);
  const days = [
    ...Array.from({ length: 45 }, (_, n) => calm.add({ days: n + 1 })),
    ...Array.from({ length: 8 }, (_, n) => calm.add({ days: 46 + 8 * n })),
  ];
  return [...runs, ...days.map((day) => at(`${day} 09:15`))];
}

/** Runs the policy as a sync does: claims, mails, results. Mishaps end before the story does. */
function play(story: Story): Ending {
  const rows: LedgerRow[] = [];
  const mails: Mail[] = [];
  const lost = new Map<string, number>();
  const outcomes = [...story.outcomes];
  let last = worldAt(START, story, rows);
  for (const now of runsOf(story)) {
    last = worldAt(now, story, rows);
    const decided = decidedFor(last);
    rows.push(...heldRows(decided, last));
    for (const { notice, fate } of decided) {
      const row = {
        at: now,
        key: notice.key,
        unit: notice.unit,
        kind: notice.kind,
        contacts: writeMarks(notice.recipients),
        messageId: null,
        reason: null,
        told: daysNamed(notice),
        heldBy: null,
      };
      if (fate.do === 'settle') rows.push({ ...row, state: fate.state });
      if (fate.do !== 'send') continue;
      rows.push({ ...row, state: 'đang gửi' });
      const drawn = outcomes.shift() ?? 'sent';
      const marks = notice.recipients.map(contactMark);
      const outcome = drawn === 'one of several' && marks.length === 1 ? 'later' : drawn;
      const to = outcome === 'one of several' ? marks.slice(0, 1) : marks;
      if (outcome === 'sent' || outcome === 'lost after' || outcome === 'one of several')
        mails.push({ notice, at: now, to });
      if (outcome === 'lost before' || outcome === 'lost after') lost.set(notice.key, (lost.get(notice.key) ?? 0) + 1);
      const sent = notice.firstSentAt ? 'đã gửi thêm' : 'đã gửi';
      if (outcome === 'one of several') {
        const owed = writeMarks(notice.recipients.slice(1));
        rows.push({ ...row, state: sent, contacts: null }, { ...row, state: 'chờ người nhận còn lại', contacts: owed });
        continue;
      }
      const state = ({ sent, later: 'gửi lại sau', refused: 'không gửi được' } as const)[outcome as 'sent'];
      if (state) rows.push({ ...row, state });
    }
  }
  return { mails, rows, lost, last: worldAt(last.now, story, rows) };
}

const stories = (outcomes: readonly Outcome[]): fc.Arbitrary<Story> =>
  fc.record({
    gaps: fc.array(fc.integer({ min: 1, max: 60 * 30 }), { maxLength: 25 }),
    filedAfter: fc.array(fc.option(fc.integer({ min: 0, max: 24 * 30 }), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    }),
    extension: fc.option(
      fc.record({ after: fc.integer({ min: 1, max: 24 * 20 }), days: fc.integer({ min: 1, max: 20 }) }),
      { nil: null },
    ),
    outcomes: fc.array(fc.constantFrom(...outcomes), { maxLength: 20 }),
    offUntil: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 24 * 20 })),
  });

const isEndWithoutMail = (state: LedgerRow['state']) =>
  state === 'đã nộp' || state === 'không cần nữa' || state === 'gộp vào thư mạnh hơn';

/** The leaders hear once a month as long as a unit is silent: that line has no end. */
function withoutMonthly(decided: ReturnType<typeof decidedFor>) {
  return decided.filter(({ notice: { kind, step } }) => kind !== 'Báo cáo lãnh đạo' || !/^\d{4}-\d{2}$/.test(step));
}

const RUNS = { numRuns: numRuns(8, 300) };
const isUnitMail = ({ notice }: Mail) => notice.kind !== 'Xác nhận tiếp nhận' && notice.kind !== 'Báo cáo lãnh đạo';

function check(outcomes: readonly Outcome[], claim: (ending: Ending, story: Story) => void): void {
  fc.assert(
    fc.property(stories(outcomes), (story) => claim(play(story), story)),
    RUNS,
  );
}

function counts(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]));
}

describe('whatever happens', () => {
  test('no notice is mailed more than once, or once more when an answer was lost', () => {
    check(['sent', 'later', 'lost before', 'lost after'], ({ mails, lost }) => {
      for (const [key, count] of counts(mails.map(({ notice }) => notice.key))) {
        expect(count).toBeLessThanOrEqual(lost.has(key) ? 2 : 1);
      }
    });
  });

  test('a unit gets one mail a working day, receipts aside, and only in sending hours', () => {
    check(['sent', 'later'], ({ mails }) => {
      const unitMails = mails.filter(isUnitMail);
      const days = counts(unitMails.map(({ notice, at: when }) => `${notice.unit} ${localDay(when)}`));
      expect([...days.values()].filter((count) => count > 1)).toEqual([]);
      expect(mails.filter((mail) => isUnitMail(mail) && !calendar.isOpen(mail.at))).toEqual([]);
    });
  });

  test('whomever a server puts off gets each notice once, alone, and as it was when the others got it', () => {
    check(['sent', 'later', 'one of several', 'one of several'], ({ mails, rows, last }) => {
      for (const [key, sendings] of Map.groupBy(mails, ({ notice }) => notice.key)) {
        const readers = sendings.flatMap(({ to }) => to);
        expect(new Set(readers).size).toBe(readers.length);
        expect(new Set(sendings.map(({ notice: { kind, nth } }) => `${kind} ${nth}`)).size).toBe(1);
        const [first, ...others] = sendings;
        expect(others.filter(({ notice }) => !notice.firstSentAt?.equals(first?.at ?? START))).toEqual([]);
        const wasSettled = rows.some((row) => row.key === key && isEndWithoutMail(row.state));
        if (!wasSettled) expect(readers.toSorted()).toEqual(first?.notice.recipients.map(contactMark).toSorted());
      }
      const whole = mails.filter((mail) => isUnitMail(mail) && !mail.notice.firstSentAt);
      const days = counts(whole.map(({ notice, at: when }) => `${notice.unit} ${localDay(when)}`));
      expect([...days.values()].filter((count) => count > 1)).toEqual([]);
      expect([...readLedger(rows).entries.values()].filter((entry) => openRest(entry))).toEqual([]);
      expect(rows.filter(({ state }) => state === 'đã gửi')).toHaveLength(
        mails.filter(({ notice }) => !notice.firstSentAt).length,
      );
      expect(withoutMonthly(decidedFor(last))).toEqual([]);
    });
  });

  test('who has filed is neither reminded nor called late', () => {
    check(['sent', 'later', 'lost before', 'lost after'], ({ mails }, story) => {
      for (const { notice, at: when } of mails.filter(isUnitMail)) {
        const filedAfter = story.filedAfter[units.findIndex(({ code }) => code === notice.unit)] ?? null;
        if (filedAfter !== null) expect(when.since(START).total('hours')).toBeLessThan(filedAfter);
      }
    });
  });

  test('nobody is called late before the deadline that applied then, nor before having been invited', () => {
    check(['sent', 'later', 'lost before', 'lost after'], ({ mails, rows }) => {
      for (const { notice, at: when } of mails.filter(({ notice: { kind } }) => kind.startsWith('Quá hạn'))) {
        expect(Temporal.Instant.compare(when, notice.deadline?.before ?? when)).toBeGreaterThanOrEqual(0);
        const invited = rows.find(
          ({ key, state }) => key === `2025-10/${notice.unit}/moi/0@mot-lan` && state === 'đã gửi',
        );
        expect(Temporal.Instant.compare(when, invited?.at ?? START)).toBe(1);
      }
    });
  });

  test('when all is over nothing is left open: every notice that fell due was sent or settled, or waits for a word', () => {
    check(['sent', 'later', 'lost before', 'lost after'], ({ last, rows }) => {
      const entries = [...readLedger(rows).entries.values()];
      const asked = entries.filter((entry) => mustBeAskedFor(last, entry));
      const waits = new Set(asked.map(({ parts }) => parts?.unit));
      const left = withoutMonthly(decidedFor(last)).filter(
        ({ notice, fate }) => fate.do !== 'hold' || !waits.has(notice.unit ?? ''),
      );
      expect(left.map(({ notice, fate }) => [notice.key, fate])).toEqual([]);
      const open = entries.filter(({ state }) => state === 'đang gửi' || state === 'gửi lại sau');
      expect(open.filter((entry) => !asked.includes(entry))).toEqual([]);
    });
  });

  test('who never files hears of it: invited, and called late for every step after that', () => {
    const [firstStep, secondStep] = [1, 3].map((step) => stepDueAt(calendar, dueBy('2026-08-28').lastDay, step));
    check(['sent', 'later'], ({ mails }, story) => {
      fc.pre(story.offUntil < 24 * 10 && story.gaps.reduce((sum, gap) => sum + gap, 0) < 60 * 24 * 10);
      for (const [index, unit] of units.entries()) {
        if ((story.filedAfter[index] ?? null) !== null) continue;
        const [invitation, ...others] = mails.filter(({ notice }) => notice.unit === unit.code);
        expect(invitation?.notice.kind).toBe('Đề nghị gửi báo cáo');
        const lateOnes = others.filter(({ notice }) => notice.kind.startsWith('Quá hạn'));
        const wentBefore = (mail: Mail | undefined, step: Temporal.Instant | undefined) =>
          mail !== undefined && step !== undefined && Temporal.Instant.compare(mail.at, step) < 0;
        // Steps that fell due before the invitation went are dropped; two that wait for one mail become one.
        if (wentBefore(invitation, firstStep)) expect(lateOnes[0]?.notice.kind).toBe('Quá hạn lần 1');
        if (story.extension === null && wentBefore(lateOnes[0], secondStep))
          expect(lateOnes[1]?.notice.kind).toBe('Quá hạn lần 2');
      }
    });
  });

  test('the order of statuses, contacts and ledger rows of other keys changes nothing', () => {
    fc.assert(
      fc.property(stories(['sent']), fc.nat(200), (story, hours) => {
        const { rows } = play({ ...story, outcomes: [] });
        const now = START.add({ hours });
        const past = rows.filter((row) => Temporal.Instant.compare(row.at, now) < 0);
        const input = worldAt(now, story, past);
        const turned = { ...input, statuses: input.statuses.toReversed(), contacts: input.contacts.toReversed() };
        expect(withReadersInTurn(turned)).toEqual(withReadersInTurn(input));
      }),
      RUNS,
    );
  });
});

/** Who of a unit is named first in a mail is as the tab has it. */
function withReadersInTurn(input: PolicyInput) {
  return decidedFor(input).map(({ notice, fate }) => ({
    fate,
    notice: { ...notice, recipients: notice.recipients.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
  }));
}
