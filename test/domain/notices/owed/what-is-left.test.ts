import { expect, test } from 'vitest';
import { writeMarks } from '../../../../functions/domain/notices/ledger.ts';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import { daysNamed } from '../../../../functions/sync/plan-sync.ts';
import { type NoticeKind, noticeKinds } from '../../../../sheets-schema/notice-kinds.ts';
import type { LedgerRow } from '../../../../sheets-schema/tabs/logs.ts';
import { aDecision } from '../../standing/a-decision.ts';
import {
  aContact,
  anItem,
  aReport,
  aRequest,
  aStatus,
  aTaskStatus,
  at,
  aUnit,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

/** Whatever the kind: what is left of a mail is the mail that the others got, to those alone who are owed it. */
type Scene = readonly [now: string, own?: Partial<PolicyInput>, rows?: readonly LedgerRow[]];

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);
const contacts = [1, 2].flatMap((nth) => [
  aContact(`HPG-${nth}`),
  aContact(`BXD-${nth}`, { role: 'Điều phối' }),
  aContact(`BXD-${nth + 2}`, { role: 'Lãnh đạo' }),
]);
const first = sent('2025-10/HPG/qua-han/1@2025-10-31', '2025-11-03 08:30');
const second = sent('2025-10/HPG/qua-han/3@2025-10-31', '2025-11-05 08:30');
const told = sent('2025-10/HPG/gia-han/1@2025-11-10', '2025-11-04 09:00');
const later = {
  effective: dueBy('2025-11-10'),
  extension: { at: at('2025-11-04 08:45'), deadline: dueBy('2025-11-10') },
};
const earlier = {
  effective: dueBy('2025-10-29'),
  extension: { at: at('2025-10-27 08:45'), deadline: dueBy('2025-10-29'), before: dueBy('2025-10-31') },
};
const lacking = aStatus({ ...filed('2025-10-29 10:00'), items: [anItem('1.3', 'Thiếu')] });
const overdue = aTaskStatus('T1', '2025-10-31');
const helped = aTaskStatus('T1', '2025-10-31', {
  unit: aUnit('BTP'),
  toTell: [{ unit: aUnit('HPG'), shownAt: at('2025-06-02 08:00') }],
});
const live = { ...usualSettings, goLive: at('2025-10-01 08:00') };

const SCENES: Readonly<Record<NoticeKind, readonly Scene[]>> = {
  'Đề nghị gửi báo cáo': [['2025-10-20 08:30', {}, []]],
  'Xác nhận tiếp nhận': [['2025-10-29 10:00', { statuses: [aStatus(filed('2025-10-29 10:00'))] }]],
  'Báo cáo chưa xác minh': [
    [
      '2025-10-29 22:00',
      { statuses: [aStatus({ pending: [aReport('BC-CXM-1', '2025-10-29 21:59', { formId: '1aForm' })] })] },
    ],
  ],
  'Nhắc việc': [
    ['2025-10-24 08:30'],
    ['2025-10-31 08:30', {}, [...invitedRows, sent('2025-10/HPG/nhac/-1@2025-10-31', '2025-10-30 08:30')]],
  ],
  'Quá hạn lần 1': [['2025-11-03 08:30'], ['2025-11-12 08:30', { statuses: [aStatus(later)] }, [...invitedRows, told]]],
  'Quá hạn lần 2': [['2025-11-05 08:30', {}, [...invitedRows, first]]],
  'Quá hạn lần n': [['2025-11-19 08:30', {}, [...invitedRows, first, second]]],
  'Thay đổi thời hạn': [
    ['2025-10-27 09:00', { statuses: [aStatus(earlier)] }],
    ['2025-11-04 09:00', { statuses: [aStatus(earlier)] }],
  ],
  'Gia hạn': [
    ['2025-11-04 09:00', { statuses: [aStatus(later)] }, [...invitedRows, first]],
    ['2025-11-04 09:00', { statuses: [aStatus({ effective: dueBy('2025-12-31') })] }, [...invitedRows, first]],
  ],
  'Ghi nhận đề nghị gia hạn': [
    ['2025-10-27 22:00', { statuses: [aStatus({ requests: [aRequest('2025-10-27 21:59')] })] }],
  ],
  'Không gia hạn': [
    [
      '2025-10-28 09:00',
      {
        statuses: [
          aStatus({ requests: [aRequest('2025-10-27 21:59', [aDecision('Không gia hạn', '2025-10-28 08:45')])] }),
        ],
      },
    ],
  ],
  'Đề nghị bổ sung': [
    ['2025-10-30 08:30', { statuses: [lacking] }],
    [
      '2025-10-30 14:30',
      { statuses: [lacking] },
      [...invitedRows, sent('2025-10/HPG/bo-sung/1.2@mot-lan', '2025-10-22 08:30')],
    ],
  ],
  'Trả lại': [
    [
      '2025-10-29 14:00',
      {
        statuses: [
          aStatus({
            ...filed('2025-10-29 10:00', { versions: [aReport('BC-1', '2025-10-29 10:00')] }),
            returned: { at: at('2025-10-29 11:00'), reason: 'Thiếu số liệu' },
          }),
        ],
      },
    ],
  ],
  'Đổi đường dẫn': [['2025-10-24 09:00', { linkChanges: () => [{ at: at('2025-10-24 08:45') }] }]],
  'Nhắc nhiệm vụ': [['2025-10-30 08:30', { statuses: [], tasks: [overdue], settings: live }]],
  'Nhiệm vụ quá hạn': [['2025-11-03 08:30', { statuses: [], tasks: [overdue], settings: live }]],
  'Hạn mới của nhiệm vụ': [
    [
      '2025-10-29 08:30',
      { statuses: [], tasks: [overdue], settings: live },
      [sent('T1/HPG/nhac-nhiem-vu/-1@2025-10-24', '2025-10-23 08:30')],
    ],
  ],
  'Nhiệm vụ phối hợp': [['2025-10-22 08:30', { statuses: [], tasks: [helped], settings: live }]],
  'Báo cáo lãnh đạo về nhiệm vụ': [
    [
      '2025-11-10 08:30',
      { statuses: [], tasks: [overdue], settings: live },
      [
        sent('T1/HPG/nhiem-vu/1@2025-10-31', '2025-11-03 08:30'),
        sent('T1/HPG/nhiem-vu/3@2025-10-31', '2025-11-05 08:30'),
      ],
    ],
  ],
  'Bản tin điều phối': [['2025-10-27 08:00', { statuses: [], digestContent: { hasNews: true } }]],
  'Báo cáo lãnh đạo': [['2025-11-07 08:30', {}, [...invitedRows, first, second]]],
  'Thư mẫu': [['2025-10-27 10:00', { samplesAsked: [{ at: at('2025-10-27 09:50'), subject: '2025-10', unit: null }] }]],
};

test.each(noticeKinds.flatMap((kind) => SCENES[kind].map((scene, nth) => [kind, nth, scene] as const)))(
  '%s (%i)',
  (kind, _, [now, own = {}, rows = invitedRows]) => {
    const planAt = (moment: string, more: readonly LedgerRow[]) =>
      decidedFor(policyInput(moment, { contacts, ...own, rows: [...rows, ...more] }));
    const going = planAt(now, []).find(({ notice, fate }) => notice.kind === kind && fate.do === 'send')?.notice;
    if (!going) throw new Error(`No ${kind} goes at ${now}.`);
    expect(going.recipients).toHaveLength(2);
    const row = { ...ledgerRow(going.key, 'đang gửi', now), kind, unit: going.unit, told: daysNamed(going) };
    const owed = going.recipients.slice(1);
    const others = planAt(now, []).flatMap(({ notice, fate }) =>
      fate.do === 'settle' ? [{ ...ledgerRow(notice.key, fate.state, now), unit: notice.unit }] : [],
    );
    const left = [
      ...others,
      { ...row, contacts: writeMarks(going.recipients) },
      { ...row, state: 'đã gửi' as const },
      { ...row, state: 'chờ người nhận còn lại' as const, contacts: writeMarks(owed) },
    ];
    const minutes = (count: number) => at(now).add({ minutes: count }).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
    const clock = (count: number) => minutes(count).toPlainDateTime().toString().replace('T', ' ').slice(0, 16);
    const about = (moment: string, more = left) =>
      planAt(moment, more).filter(({ notice }) => notice.key === going.key);
    expect(about(clock(10)).map(({ fate }) => fate.do)).toEqual(['wait']);
    const [rest, ...twice] = about(clock(16));
    expect(twice).toEqual([]);
    expect(rest?.fate).toEqual({ do: 'send' });
    const { firstSentAt, group: _group, recipients, ...same } = rest?.notice ?? going;
    expect(recipients).toEqual(owed);
    expect(firstSentAt).toEqual(at(now));
    const { group: _own, recipients: _all, ...then } = going;
    expect(same).toEqual(then);
    const done = [...left, { ...ledgerRow(going.key, 'đã gửi thêm', clock(16)), kind, unit: going.unit }];
    expect(about(clock(60), done)).toEqual([]);
  },
);
