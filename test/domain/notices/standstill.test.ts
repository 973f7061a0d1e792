import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../functions/domain/notices/ledger.ts';
import { contactMark } from '../../../functions/domain/notices/ledger-key.ts';
import type { Doubt, PolicyInput, Still } from '../../../functions/domain/notices/notice.ts';
import { standstill, stillWords } from '../../../functions/domain/notices/standstill.ts';
import { readChanges } from '../../../functions/domain/standing/change-log.ts';
import type { Settings } from '../../../sheets-schema/setting-list.ts';
import {
  aContact,
  aStatus,
  aTaskStatus,
  at,
  decidedFor,
  invitedRows,
  ledgerRow,
  policyInput,
  usualSettings,
} from './notice-world.ts';

const coordinator = aContact('BXD-2', { role: 'Điều phối' });
const change = (subject: string, old: string | null, now: string | null, when: string) => ({
  seenAt: at(when),
  subject,
  old,
  new: now,
});
const wellKnown = {
  doubts: [] as readonly Doubt[],
  settings: usualSettings as Settings,
  contacts: [coordinator],
  tasks: [] as PolicyInput['tasks'],
  ledger: readLedger(invitedRows),
  book: readChanges([]),
  areContactsKnown: true,
  unread: [] as readonly string[],
  isLogKept: true,
};
const words = (own: Partial<typeof wellKnown>) =>
  standstill({ ...wellKnown, ...own } as typeof wellKnown).map((one) => stillWords(one, at('2025-10-27 08:00')));
const half = 'ô "Hạn điều chỉnh" của dòng 2 tab "Kỳ báo cáo" chưa đọc được';
const late = (round: string): Doubt => ({ scope: { round }, only: 'late', reason: half });
const off = { ...usualSettings, mail: 'Tắt' as const };

describe('what stands still', () => {
  test.each<[string, Partial<typeof wellKnown>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'a cell that this run is the first to see',
      { doubts: [late('2025-10')] },
      [`Từ 08:00 ngày 27/10/2025: ${half}; thư quá hạn của kỳ 2025-10 tạm giữ`],
    ],
    [
      'one on record, beside another that came and went under the same name',
      {
        doubts: [late('2025-10')],
        book: readChanges([
          change('doubt/late/2025-10', null, half, '2025-10-23 09:00'),
          change('doubt/late/2025-10', half, null, '2025-10-23 10:00'),
          change('doubt/late/2025-10', null, half, '2025-10-24 10:05'),
          change('doubt/late/2025-10', half, `${half}; ô khác`, '2025-10-24 11:00'),
        ]),
      },
      [`Từ 10:05 ngày 24/10/2025: ${half}; thư quá hạn của kỳ 2025-10 tạm giữ`],
    ],
    [
      'one cause, however many wait for it',
      { doubts: ['HPG', 'HUE'].map((unit) => ({ scope: { round: 'R', unit }, reason: 'dòng quyết định chưa rõ' })) },
      ['Từ 08:00 ngày 27/10/2025: dòng quyết định chưa rõ; thư gửi HPG, HUE của kỳ R tạm giữ'],
    ],
    [
      'a task, named as one',
      {
        tasks: [aTaskStatus('N382-II2', '2025-10-31')],
        doubts: ['N382-II2', 'R'].map((round) => ({ scope: { round }, reason: 'hai ô khác nhau' })),
      },
      ['Từ 08:00 ngày 27/10/2025: hai ô khác nhau; thư của kỳ R và về nhiệm vụ N382-II2 tạm giữ'],
    ],
    ['mail off before any left', { settings: off, ledger: readLedger([]) }, []],
    [
      'mail off before any left, after it had been on',
      {
        settings: off,
        ledger: readLedger([]),
        book: readChanges([
          change('setting/mail', null, 'Bật', '2025-10-23 09:00'),
          change('setting/mail', 'Bật', 'Tắt', '2025-10-24 09:00'),
        ]),
      },
      ['Từ 09:00 ngày 24/10/2025: Gửi thư đang Tắt ở tab Cài đặt: chưa thư nào đã gửi, mọi thư đang giữ lại'],
    ],
    [
      'mail off afterwards, with how many had left',
      { settings: off, book: readChanges([change('setting/mail', 'Bật', 'Tắt', '2025-10-24 09:00')]) },
      ['Từ 09:00 ngày 24/10/2025: Gửi thư đang Tắt ở tab Cài đặt: 1 thư đã gửi, các thư sau đó đang giữ lại'],
    ],
    [
      'no coordinator',
      { contacts: [aContact('HPG-1')] },
      ['Từ 08:00 ngày 27/10/2025: Danh bạ không có dòng Điều phối đang dùng: không ai nhận bản tin và cảnh báo'],
    ],
    [
      'no coordinator, on record',
      {
        contacts: [aContact('HPG-1')],
        book: readChanges([
          change(
            'still/contacts',
            null,
            'Danh bạ không có dòng Điều phối đang dùng: không ai nhận bản tin và cảnh báo',
            '2025-10-24 09:00',
          ),
        ]),
      },
      ['Từ 09:00 ngày 24/10/2025: Danh bạ không có dòng Điều phối đang dùng: không ai nhận bản tin và cảnh báo'],
    ],
    [
      'no contact at all: one cause',
      {
        contacts: [],
        book: readChanges(
          ['HPG-1', 'HUE-1', 'BXD-2'].flatMap((id) => [
            change(`contact/${id}`, null, 'x', '2025-10-20 08:00'),
            change(`contact/${id}`, 'x', null, '2025-10-24 15:00'),
          ]),
        ),
      },
      ['Từ 15:00 ngày 24/10/2025: Danh bạ trống: 3 dòng vừa mất; không thư nào gửi được'],
    ],
    ['contacts that cannot be read are another cause', { contacts: [], areContactsKnown: false }, []],
    [
      'a tab no mail waits for',
      { unread: ['không đọc được tab "Mẫu thư"'] },
      ['Từ 08:00 ngày 27/10/2025: không đọc được tab "Mẫu thư"'],
    ],
    [
      'a tab no mail waits for, on record beside another',
      {
        unread: ['không đọc được tab "Mẫu thư"'],
        book: readChanges([
          change('still/unread', null, 'không đọc được tab "Mẫu thư"; ô khác', '2025-10-24 09:00'),
          change(
            'still/unread',
            'không đọc được tab "Mẫu thư"; ô khác',
            'không đọc được tab "Mẫu thư"',
            '2025-10-24 10:00',
          ),
        ]),
      },
      ['Từ 09:00 ngày 24/10/2025: không đọc được tab "Mẫu thư"'],
    ],
  ])('%s', (_, own, expected) => expect(words(own)).toEqual(expected));
});

describe('the digest tells of it', () => {
  const still = (own: Partial<Still>): Still => ({
    what: 'x',
    since: null,
    reason: null,
    isMeant: false,
    ...own,
  });
  const digestSent = (day: string) => ledgerRow(`digest//ban-tin/1@${day}`, 'đã gửi', `${day} 08:00`);
  type Own = Parameters<typeof policyInput>[1];
  const goes = (now: string, own: Own) => {
    const usual = { statuses: [], contacts: [coordinator], digestContent: { hasNews: false } };
    const all = decidedFor(policyInput(now, { ...usual, ...own }));
    return all.flatMap(({ notice, fate }) =>
      notice.kind !== 'Bản tin điều phối' ? [] : fate.do === 'send' ? notice.recipients.map(({ id }) => id) : [fate.do],
    );
  };
  const seen = (when: string) => [still({ since: at(when) })];
  const meant = (when: string) => [still({ since: at(when), isMeant: true })];
  const doubts: readonly Doubt[] = [{ scope: 'all', reason: 'x' }];
  const foreign: readonly Doubt[] = [{ scope: 'all', reason: 'bản sao', isForeign: true }];
  const alertTo = 'quantri@boxaydung.example';
  const issue = 'digest//ban-tin/1@2025-10-27';
  const refused = [
    ...invitedRows,
    ledgerRow(issue, 'đang gửi', '2025-10-27 08:00', { contacts: contactMark(coordinator) }),
    ledgerRow(issue, 'không gửi được', '2025-10-27 08:00'),
  ];
  const refusedToo = [
    ...refused,
    ledgerRow(issue, 'đang gửi', '2025-10-27 08:10', { contacts: contactMark({ id: 'ALERT_TO', email: alertTo }) }),
    ledgerRow(issue, 'không gửi được', '2025-10-27 08:10'),
  ];

  test.each<[string, string, Own, readonly string[]]>([
    ['nothing', '2025-10-27 08:00', {}, []],
    ['the morning after', '2025-10-27 08:00', { still: seen('2025-10-24 15:00') }, ['BXD-2']],
    ['the morning itself', '2025-10-27 08:00', { still: [still({})] }, ['BXD-2']],
    ['not in the middle of a word typed in the afternoon', '2025-10-27 14:00', { still: [still({})] }, []],
    [
      'whatever the hour, where nothing is kept of when it was first seen',
      '2025-10-27 14:00',
      { still: [still({ isUndated: true })] },
      ['BXD-2'],
    ],
    ['not on a Sunday', '2025-10-26 09:00', { still: seen('2025-10-24 15:00') }, []],
    ['whatever is in doubt', '2025-10-27 08:00', { still: seen('2025-10-24 15:00'), doubts }, ['BXD-2']],
    ['with mail off, once any left', '2025-10-27 08:00', { still: seen('2025-10-24 15:00'), settings: off }, ['BXD-2']],
    [
      'with mail off and never on',
      '2025-10-27 08:00',
      { still: seen('2025-10-24 15:00'), settings: off, rows: [] },
      ['hold'],
    ],
    [
      'with mail off and none ever sent, once it was on',
      '2025-10-27 08:00',
      { still: meant('2025-10-24 15:00'), settings: off, rows: [] },
      ['BXD-2'],
    ],
    [
      'what somebody meant, the next morning',
      '2025-10-27 08:00',
      { still: meant('2025-10-24 15:00'), rows: [...invitedRows, digestSent('2025-10-24')] },
      ['BXD-2'],
    ],
    [
      'not every day',
      '2025-10-28 08:00',
      { still: meant('2025-10-24 15:00'), rows: [...invitedRows, digestSent('2025-10-27')] },
      [],
    ],
    [
      'and a week later',
      '2025-11-03 08:00',
      { still: meant('2025-10-24 15:00'), rows: [...invitedRows, digestSent('2025-10-27')] },
      ['BXD-2'],
    ],
    ['nobody to tell', '2025-10-27 08:00', { still: [still({})], contacts: [] }, ['hold']],
    ['whoever the environment names', '2025-10-27 08:00', { still: [still({})], contacts: [], alertTo }, ['ALERT_TO']],
    ['a copy: not its people', '2025-10-27 08:00', { still: [still({})], doubts: foreign, alertTo }, ['ALERT_TO']],
    ['a copy, and nobody is named', '2025-10-27 08:00', { still: [still({})], doubts: foreign }, ['hold']],
    ['a mail that nobody can take', '2025-10-27 08:30', { statuses: [aStatus()] }, ['BXD-2']],
    ['whom it refuses hears no more of that day', '2025-10-27 08:30', { still: [still({})], rows: refused }, ['hold']],
    [
      'but whoever the environment names',
      '2025-10-27 08:30',
      { still: [still({})], rows: refused, alertTo },
      ['ALERT_TO'],
    ],
    ['who refuses it too', '2025-10-27 08:30', { still: [still({})], rows: refusedToo, alertTo }, ['hold']],
  ])('%s', (_, now, own, expected) => expect(goes(now, own)).toEqual(expected));
});
