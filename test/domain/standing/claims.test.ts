import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import { unitStatuses } from '../../../functions/domain/standing/unit-statuses.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { identities, type Report } from '../../../sheets-schema/tabs/logs.ts';
import { numRuns } from '../../support/properties.ts';
import { aReport, aRound, at, aUnit, clock, day } from '../notices/notice-world.ts';
import { aDecision } from './a-decision.ts';

const UNVERIFIED = { unit: null, identity: 'Chờ xác minh đơn vị' } as const;
const [CODE, OTHER] = ['BC-CXM-7K3M2QXW', 'BC-CXM-ZZ90A1B2'];

/** A report in the name of HPG that came by nobody's link. */
const waiting = aReport(CODE, '2025-10-28 10:00', { ...UNVERIFIED, claimedUnit: 'HPG' });
const claim = (claims: string, own: Partial<Report> = {}) =>
  aReport('BC-HPG-CCCCCCCC', '2025-10-30 09:00', { claims, ...own });

type World = {
  readonly decisions?: readonly Decision[];
  readonly round?: Parameters<typeof aRound>[0];
  /** The versions that say something. */
  readonly real?: readonly string[];
};

function statusOf(reports: readonly Report[], { decisions = [], round = {}, real = [CODE, OTHER] }: World = {}) {
  const facts = examineAnswer('Đã rà soát 04 đề án của thành phố và đề nghị giữ nguyên cả bốn đề án.');
  const answers = reports
    .filter(({ version }) => real.includes(version))
    .map(
      ({ version, responseId }) => [version, [{ version, responseId, question: '1.1', facts, excerpt: '' }]] as const,
    );
  const [status] = unitStatuses(aRound({ outlineVersion: OUTLINE_VERSION, ...round }), {
    units: [aUnit('HPG'), aUnit('HUE')],
    expected: new Map([['2025-10', ['HPG', 'HUE']]]),
    decisions: readDecisions(decisions),
    reports,
    answers: new Map(answers),
    outline: outlineSeeds,
    now: at('2026-10-30 12:00'),
  });
  if (!status) throw new Error('HPG is not asked.');
  return status;
}

const codes = (reports: readonly Report[]) => reports.map(({ version }) => version);
/** What counts, what waits, what asks for a word. */
const shown = (...given: Parameters<typeof statusOf>) => {
  const { versions, pending, afterLock, claims } = statusOf(...given);
  return [codes([...versions, ...afterLock]), codes(pending), codes(claims.filter(({ isOpen }) => isOpen))];
};

describe('a unit that says by its own link which unverified version is its own', () => {
  test.each([
    ['as it was mailed', CODE],
    ['in small letters, without dashes', 'bccxm7k3m2qxw'],
    ['with blanks and an en dash', 'BC – CXM – 7K3M 2QXW'],
    ['the signs alone', '7k3m2qxw'],
    ['under the code that it will be shown by', 'BC-HPG-7K3M2QXW'],
    ['in a sentence', 'Báo cáo mã BC-CXM-7K3M2QXW, gửi sáng 28/10, là của Hải Phòng.'],
    ['in full width', 'ＢＣ－ＣＸＭ－７Ｋ３Ｍ２ＱＸＷ'],
  ])('is believed, its code written %s: the version counts from its own time', (_, typed) => {
    const status = statusOf([waiting, claim(typed)]);
    expect(shown([waiting, claim(typed)])).toEqual([[CODE], [], []]);
    expect([status.filedAt && clock(status.filedAt), status.onTime]).toEqual(['2025-10-28 10:00', true]);
    expect(status.doubtful).toEqual([]);
  });

  test('may name several; one of them that is none asks for a word', () => {
    const other = aReport(OTHER, '2025-10-28 11:00', { ...UNVERIFIED, claimedUnit: 'HPG' });
    const both = `${CODE}, ${OTHER}`;
    expect(shown([waiting, other, claim(both)])).toEqual([[CODE, OTHER], [], []]);
    expect(shown([waiting, claim(both)])).toEqual([[CODE], [], ['BC-HPG-CCCCCCCC']]);
  });

  test('claims an edit of that response too', () => {
    const edit = { ...waiting, version: OTHER, lastSubmittedTime: at('2025-10-30 15:00').toString() };
    expect(shown([waiting, claim(CODE), edit])).toEqual([[CODE, OTHER], [], []]);
  });

  test('has a report of its own beside it where it says something else too', () => {
    const real = [CODE, 'BC-HPG-CCCCCCCC'];
    expect(shown([waiting, claim(CODE)], { real })).toEqual([[CODE, 'BC-HPG-CCCCCCCC'], [], []]);
    expect(shown([waiting, claim(CODE, { officialNumber: '57/BC-UBND' })])[0]).toEqual([CODE, 'BC-HPG-CCCCCCCC']);
  });

  test('is believed after the lock of what came before it', () => {
    const locked = { round: { locksOn: day('2025-10-29') }, decisions: [] };
    expect(shown([waiting, claim(CODE, { seenAt: at('2025-11-20 09:00') })], locked)).toEqual([[CODE], [], []]);
  });

  test('is believed of what a coordinator had denied with all that waited, not of what was denied by its code', () => {
    const denied = (value: string | null) => [aDecision('Không phải của đơn vị', '2025-10-29 10:00', { value })];
    expect(shown([waiting, claim(CODE)], { decisions: denied(null) })).toEqual([[CODE], [], []]);
    expect(shown([waiting, claim(CODE)], { decisions: denied(CODE) })).toEqual([[], [], ['BC-HPG-CCCCCCCC']]);
  });
});

describe('nothing is confirmed, and a coordinator is asked,', () => {
  const asked = ['BC-HPG-CCCCCCCC'];
  const ofHue = aReport(CODE, '2025-10-28 10:00', { ...UNVERIFIED, claimedUnit: 'HUE' });

  test.each<[string, Report, string, Partial<Report>]>([
    ['by a code that is unknown', waiting, 'BC-CXM-00000000', {}],
    ['by a code with one sign wrong', waiting, 'BC-CXM-7K3M2QXV', {}],
    ['by words that hold no code', waiting, 'báo cáo hôm qua', {}],
    ['where nobody knows whose link it is', waiting, CODE, { ...UNVERIFIED, claimedUnit: 'HPG' }],
    ['by an edit whose code was damaged', waiting, CODE, { identity: 'Theo phiên bản trước' }],
    ['of a report in the name of another unit', ofHue, CODE, {}],
    ['of a report for another round', { ...waiting, round: '2025-04' }, CODE, {}],
    ['of a report for no round', { ...waiting, round: null }, CODE, {}],
  ])('%s', (_, report, typed, own) => {
    const [versions, , open] = shown([report, claim(typed, own)]);
    expect([versions, open]).toEqual([[], asked]);
  });

  test.each<[string, Partial<Report>]>([
    ['another unit', { unit: 'HUE' }],
    ['the unit in another round', { round: '2025-04' }],
  ])('by the right code of %s', (_, own) => {
    expect(shown([waiting, claim(CODE, own)])).toEqual([[], [CODE], []]);
  });

  test('by a response that was said not to be the unit’s', () => {
    const denied = aDecision('Không phải của đơn vị', '2025-10-30 10:00', { value: 'BC-HPG-CCCCCCCC' });
    expect(shown([waiting, claim(CODE)], { decisions: [denied] })).toEqual([[], [CODE], []]);
  });

  test('until a word is given, another claim is right, or the round is closed', () => {
    const wrong = claim('BC-CXM-00000000');
    const right = { ...claim(CODE, { seenAt: at('2025-10-30 10:00') }), version: 'BC-HPG-DDDDDDDD', responseId: 'r' };
    const word = aDecision('Xác nhận đơn vị', '2025-10-30 11:00', { value: CODE });
    expect(shown([waiting, wrong])[2]).toEqual(asked);
    expect(shown([waiting, wrong, right])[2]).toEqual([]);
    expect(shown([waiting, wrong], { decisions: [word] })[2]).toEqual([]);
    expect(shown([waiting, wrong], { round: { state: 'Đã đóng' } })[2]).toEqual([]);
  });
});

test('a claim that holds nothing else is no report, whoever sent it: nothing waits or rests for it', () => {
  for (const own of [{}, { ...UNVERIFIED, claimedUnit: 'HPG' }] as const) {
    const status = statusOf([claim(CODE, own)], { round: { locksOn: day('2025-10-20') } });
    expect([status.versions, status.pending, status.afterLock, status.doubtful, status.filedAt]).toEqual([
      [],
      [],
      [],
      [],
      null,
    ]);
  }
});

test('whatever strangers write, only a right code of the unit, in the round, confirms a version in its name', () => {
  const typed = fc.constantFrom(CODE, OTHER, `${CODE} ${OTHER}`, '7K3M2QXW', 'BC-HPG-7K3M2QXW', '', 'của chúng tôi');
  const sent = fc.record({
    identity: fc.constantFrom(...identities),
    unit: fc.constantFrom('HPG', 'HUE', null),
    claimedUnit: fc.constantFrom('HPG', 'HUE', null),
    round: fc.constantFrom('2025-10', '2025-04', null),
    claims: fc.option(typed),
  });
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 6 }), (all) => {
      const others = all.map((own, n) => {
        const unit = own.identity === 'Chờ xác minh đơn vị' ? null : own.unit;
        return aReport(`BC-X-${n}`.padEnd(15, 'X'), '2025-10-29 10:00', { ...own, unit });
      });
      const isItsOwn = ({ identity, unit, round, claims }: Report) =>
        identity === 'Mã hợp lệ' && unit === 'HPG' && round === '2025-10' && (claims ?? '').includes('7K3M2QXW');
      const { versions } = statusOf([waiting, ...others]);
      expect(codes(versions).includes(CODE)).toBe(others.some(isItsOwn));
    }),
    { numRuns: numRuns(200, 5000) },
  );
});
