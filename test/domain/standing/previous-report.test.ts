import { describe, expect, test } from 'vitest';
import { maySendBack, previousOf, recurringItems } from '../../../functions/domain/standing/previous-report.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { city } from '../../support/office.ts';
import { aRound, aStatus, at, aUnit } from '../notices/notice-world.ts';

const hue = city('HUE');
const words = (recurring: ReturnType<typeof recurringItems>) =>
  recurring.map(({ item, formerly }) => `${formerly}>${item}`);
const seed = (item: string) => outlineSeeds.find((one) => one.item === item) as OutlineQuestion;
const asNew = (item: string, own: Partial<OutlineQuestion>): OutlineQuestion => ({
  ...seed(item),
  version: 'DC-2',
  question: `new-${item}`,
  wording: `Nội dung mới ${item}`,
  ...own,
});

describe('an item recurs', () => {
  test.each<[string, readonly OutlineQuestion[], readonly string[]]>([
    [
      'under the same key, under another number, in other words',
      [asNew('1.1', { question: '1.1', item: '5.2' })],
      ['1.1>5.2'],
    ],
    ['in the same words under another key', [asNew('1.2', { wording: seed('1.2').wording, item: '2.7' })], ['1.2>2.7']],
    [
      'in the same words, numbered and written otherwise',
      [asNew('1.5', { wording: ` 4)  ${seed('1.5').wording.toUpperCase()}` })],
      ['1.5>1.5'],
    ],
    ['not when neither is the same', [asNew('1.1', {})], []],
    ['not when it is no longer asked', [asNew('1.1', { question: '1.1', used: false })], []],
    ['not when it is for others', [asNew('1.1', { question: '1.1', appliesTo: ['HPG'] })], []],
    ['each once, however many questions it has', outlineSeeds.filter(({ item }) => item === '1.3'), ['1.3>1.3']],
  ])('%s', (_, now, expected) => {
    expect(words(recurringItems(hue, now, outlineSeeds))).toEqual(expected);
  });

  test('not when others alone were asked before', () => {
    expect(recurringItems(city('HPG'), [seed('2.1')], outlineSeeds)).toEqual([]);
  });
});

describe('the round before', () => {
  const status = (id: string, opens: string, state: 'Đang mở' | 'Đã đóng' | 'Chuẩn bị') =>
    aStatus({ round: aRound({ id, opensAt: at(opens), state }) });
  const now = status('now', '2025-11-01 08:00', 'Đang mở');
  const closed = (id: string, opens: string) => status(id, opens, 'Đã đóng');

  test.each<[string, readonly ReturnType<typeof status>[], string | null]>([
    ['is the last that is closed', [closed('a', '2025-08-01 08:00'), closed('b', '2025-10-01 08:00'), now], 'b'],
    ['wherever its row stands', [now, closed('b', '2025-10-01 08:00'), closed('a', '2025-08-01 08:00')], 'b'],
    ['is none that is being prepared', [status('c', '2025-10-20 08:00', 'Chuẩn bị'), now], null],
    ['is none that opened later', [now, closed('d', '2025-12-01 08:00')], null],
    ['is never itself', [now], null],
  ])('%s', (_, all, expected) => {
    expect(previousOf(now, all)?.round.id ?? null).toBe(expected);
  });
});

describe('what was reported goes back', () => {
  const answer = (marks: readonly string[] = [], sort = 'text') =>
    ({ version: 'BC-1', question: '1.1', excerpt: 'x', responseId: 'r', facts: { class: sort, marks } }) as never;
  const status = (...content: never[]) => ({
    ...aStatus({ unit: { ...aUnit('HPG'), domains: ['hpg.example', 'HAIPHONG.example'] } }),
    items: [{ content } as never],
  });
  const own = ['van-thu@hpg.example', 'so@sxd.haiphong.example'];

  test.each<[string, Parameters<typeof maySendBack>[0], readonly string[], boolean]>([
    ['to addresses under the unit’s own domains', status(answer()), own, true],
    ['not to one beside them', status(answer()), [...own, 'hpg@thu.example'], false],
    ['not to one that only looks like them', status(answer()), ['a@xhpg.example'], false],
    ['not to nobody', status(answer()), [], false],
    ['not when the unit has no domain', { ...status(answer()), unit: { ...aUnit('HPG'), domains: null } }, own, false],
    ['not when any of it is marked secret', status(answer(), answer(['secret'])), own, false],
    ['not when a version that waits is', { ...status(answer()), secrets: ['BC-2'] }, own, false],
    ['not when there is nothing', status(answer([], 'blank')), own, false],
  ])('%s', (_, reported, addresses, expected) => {
    expect(maySendBack(reported, addresses)).toBe(expected);
  });
});
