import { expect, test } from 'vitest';
import { entryOf, questionId } from '../../functions/domain/links/form-links.ts';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import { type MailSources, mailSources } from '../../functions/letters/letter-sources.ts';
import { planLetter } from '../../functions/letters/plan-letter.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import { identification } from '../../sheets-schema/form.ts';
import type { NoticeKind } from '../../sheets-schema/notice-kinds.ts';
import {
  aContact,
  anItem,
  aReport,
  aStatus,
  at,
  aUnit,
  day,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  policyInput,
} from '../domain/notices/notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);
const lateRows = [...invitedRows, sent('2025-10/HPG/qua-han/1@2025-10-31', '2025-11-03 08:30')];
const toLeaders = [...lateRows, sent('2025-10/HPG/qua-han/3@2025-10-31', '2025-11-05 08:30')];

/** The text of the one mail of a kind that leaves at a moment. */
async function textOf(kind: NoticeKind, now: string, rows: typeof invitedRows, own: Parameters<typeof aStatus>[0]) {
  const filer = aStatus({ unit: aUnit('HUE'), ...filed('2025-10-29 10:00') });
  const contacts = [aContact('HPG-1'), aContact('BXD-1', { role: 'Lãnh đạo' })];
  const policy = policyInput(now, { rows, statuses: [aStatus(own), filer], contacts });
  const none = { rows: [] };
  const sources = mailSources(
    {
      people: { units: { rows: [aUnit()] }, tasks: none, templates: none, outline: none },
      logs: { answers: { rows: [], lines: [] } },
      bookkeeping: {
        formUri: 'https://bieumau.example',
        sheetUrl: '',
        lastGoodRun: '',
        doctor: '',
        doctorAt: '',
        lookedAt: '',
      },
    } as unknown as Parameters<typeof mailSources>[0],
    { policy, unread: new Map() as MailSources['unread'] },
    { linkSecret: 'x'.repeat(32), mailDomain: 'register.example', findings: [], planned: planNotices(policy) },
  );
  const leaving = decidedFor(policy).find(({ notice, fate }) => notice.kind === kind && fate.do === 'send');
  if (!leaving) throw new Error(`No ${kind} leaves at ${now}.`);
  const mail = await writeMail({ ...planLetter(leaving.notice, sources), enclosures: [] });
  return `${mail.subject}\n${mail.text}`;
}

const cases = [
  ['Quá hạn lần 1', '2025-11-03 08:30', invitedRows],
  ['Quá hạn lần 2', '2025-11-05 08:30', lateRows],
  ['Báo cáo lãnh đạo', '2025-11-07 08:30', toLeaders],
] as const satisfies readonly (readonly [NoticeKind, string, typeof invitedRows])[];

const waiting = [
  ['one in its name', { pending: [aReport('BC-9', '2025-10-28 09:00')] }, 'có một báo cáo chưa xác minh'],
  [
    'several in its name',
    { pending: [aReport('BC-8', '2025-10-28 09:00'), aReport('BC-9', '2025-10-29 09:00')] },
    'có 2 báo cáo chưa xác minh',
  ],
  [
    'its own after the lock',
    { afterLock: [aReport('BC-9', '2025-10-28 09:00')] },
    'báo cáo gửi sau khi khóa, chờ chấp nhận',
  ],
] as const;

test.each(cases.flatMap((one) => waiting.map((what) => [...one, ...what] as const)))(
  '%s at %s never says that nothing came while something waits',
  async (kind, now, rows, _, own, words) => {
    const text = await textOf(kind, now, rows, own);
    expect(text).toContain(words);
    expect(text).not.toMatch(/chưa nhận được|chưa gửi:/i);
    if (kind === 'Báo cáo lãnh đạo') {
      expect(text).toContain(
        `HPG: quá hạn 05 ngày làm việc; đã nhắc lần 1 ngày 03/11/2025, lần 2 ngày 05/11/2025; ${words}`,
      );
      expect(text).toContain('Có báo cáo chờ xác minh hoặc chờ chấp nhận: 01 đơn vị');
    }
  },
);

test('the question about an unverified report says what came and when, how to confirm it, and nothing that was typed', async () => {
  const typed = { unit: null, claimedUnit: 'HPG', officialNumber: '999/GIA-MAO', formId: '1aForm', gates: 'gõ bừa' };
  const pending = [aReport('BC-CXM-7K3M2QXW', '2025-11-04 22:10', typed)];
  const text = await textOf('Báo cáo chưa xác minh', '2025-11-04 22:11', lateRows, { pending });
  const link = /https:\/\/\S+/.exec(text)?.[0] ?? '';
  expect(text).toContain('[Đề nghị xác nhận] Báo cáo chưa xác minh ghi tên HPG – BC-CXM-7K3M2QXW');
  expect(text).toContain(
    'Đề nghị Quý cơ quan xác nhận một báo cáo ghi tên Quý cơ quan, mã tiếp nhận BC-CXM-7K3M2QXW, gửi lúc 22:10 ngày 04/11/2025, không đi từ đường dẫn riêng của Quý cơ quan.',
  );
  expect(text).toContain('Nếu đúng là của Quý cơ quan, xác nhận tại:');
  expect(text).not.toMatch(/quá hạn|chưa gửi|chậm|GIA-MAO|gõ bừa|yêu cầu/i);
  const answered = new URL(link).searchParams;
  expect(answered.get(entryOf(questionId(identification.claim.key, identification.claim.kind)))).toBe(
    'BC-CXM-7K3M2QXW',
  );
  expect(answered.get(entryOf(questionId(identification.code.key, identification.code.kind)))).toMatch(/^HPG-/);
  const late = await textOf('Quá hạn lần 1', '2025-11-03 08:30', invitedRows, waiting[0][1]);
  expect(late).not.toContain(entryOf(questionId(identification.claim.key, identification.claim.kind)));
});

test.each(cases)('%s says plainly that nothing came when nothing did', async (kind, now, rows) => {
  const text = await textOf(kind, now, rows, {});
  expect(text).toMatch(
    kind === 'Báo cáo lãnh đạo' ? /Chưa gửi: 01 đơn vị/ : /chưa nhận được báo cáo|Chưa nhận được báo cáo/,
  );
  expect(text).not.toMatch(/chờ xác minh|chưa xác minh|chờ chấp nhận$/);
});

const invitedByName = invitedRows.map((row) => ({ ...row, told: [{ day: day('2025-10-31'), time: null }] }));
const first = aReport('BC-1', '2025-10-31 08:30');
const edit = aReport('BC-2', '2025-11-03 09:00', { responseId: 'r-BC-1', createTime: first.createTime });
const another = aReport('BC-2', '2025-11-03 09:00');
const editUnseen = { ...edit, version: 'BC-1' };
const firstIn = { filedAt: at('2025-10-31 08:30'), onTime: true };
const document = { number: '57/BC-UBND', date: day('2025-10-30') };
const more = {
  effective: dueBy('2025-11-05'),
  extension: { at: at('2025-11-03 08:45'), deadline: dueBy('2025-11-05') },
};
const less = { effective: dueBy('2025-10-30'), announced: [] };
const IN_TIME = 'lần gửi đầu 08:30 ngày 31/10/2025, trong thời hạn';
const TOLD = '(hạn cuối: hết ngày 31/10/2025)';

test.each<[string, string, Parameters<typeof aStatus>[0], string]>([
  ['the first in time', '2025-10-31 08:30', { ...firstIn, versions: [first] }, `gửi trong thời hạn ${TOLD}`],
  [
    'an edit in time',
    '2025-10-31 10:00',
    { ...firstIn, versions: [first, { ...edit, ...moment('2025-10-31 10:00') }] },
    `${IN_TIME}; bản sửa này gửi trong thời hạn ${TOLD}`,
  ],
  [
    'an edit after it',
    '2025-11-03 09:00',
    { ...firstIn, versions: [first, edit] },
    `${IN_TIME}; bản sửa này gửi sau thời hạn ${TOLD}`,
  ],
  [
    'an edit of what nobody had seen',
    '2025-11-03 09:00',
    { ...firstIn, versions: [editUnseen] },
    `${IN_TIME}; bản sửa này gửi sau thời hạn ${TOLD}`,
  ],
  [
    'a second report after it',
    '2025-11-03 09:00',
    { ...firstIn, versions: [first, another] },
    `${IN_TIME}; bản này gửi sau thời hạn ${TOLD}`,
  ],
  [
    'a document first',
    '2025-11-03 09:00',
    { filedAt: at('2025-10-30 00:00'), onTime: true, official: document, versions: [another] },
    `văn bản chính thức ngày 30/10/2025, trong thời hạn; bản này gửi sau thời hạn ${TOLD}`,
  ],
  [
    'the first after it',
    '2025-11-03 09:00',
    { filedAt: at('2025-11-03 09:00'), onTime: false, versions: [another] },
    `gửi sau thời hạn ${TOLD}`,
  ],
  [
    'an extension not told yet',
    '2025-11-03 09:00',
    { ...more, filedAt: at('2025-11-03 09:00'), onTime: true, versions: [another] },
    'gửi trong thời hạn',
  ],
  [
    'an earlier day not told yet',
    '2025-10-31 08:30',
    { ...less, filedAt: at('2025-10-31 08:30'), onTime: false, versions: [first] },
    `gửi trong thời hạn ${TOLD}`,
  ],
])('a receipt of %s says what is so', async (_, now, own, words) => {
  const text = await textOf('Xác nhận tiếp nhận', now, invitedByName, own);
  expect(text).toContain(`– Tình trạng về thời hạn: ${words}.`);
});

function moment(local: string) {
  return { lastSubmittedTime: at(local).toString(), seenAt: at(local) };
}

test.each([
  [
    'by the day that a supplement named',
    '2025-11-03 09:00',
    '2025-11-04',
    ', chậm nhất hết ngày 04/11/2025 như thư trước đã nêu.',
  ],
  ['by no day, once that is over', '2025-11-05 08:00', '2025-11-04', '.'],
  ['by no day, where none was named', '2025-11-03 09:00', null, '.'],
])('a receipt asks for what lacks %s', async (_, now, named, words) => {
  const told = [
    { day: day('2025-10-31'), time: null },
    { day: day(named ?? '2025-11-04'), time: null },
  ];
  const asked = ledgerRow('2025-10/HPG/bo-sung/1.3+1.4@mot-lan', 'đã gửi', '2025-10-30 08:30', { told });
  const own = { ...firstIn, versions: [first, { ...edit, ...moment(now) }], items: [anItem('1.4', 'Cần làm rõ')] };
  const text = await textOf('Xác nhận tiếp nhận', now, named ? [...invitedRows, asked] : invitedRows, own);
  expect(text).toContain(`bổ sung, làm rõ 01 nội dung nêu dưới đây${words}\n`);
});

test('a receipt bears the code with the unit’s own name, whatever it was filed under before somebody said whose it is', async () => {
  const versions = [aReport('BC-CXM-K22J4MDJ', '2025-10-31 08:30', { unit: null, identity: 'Chờ xác minh đơn vị' })];
  const text = await textOf('Xác nhận tiếp nhận', '2025-10-31 08:30', invitedRows, { ...firstIn, versions });
  expect(text.match(/BC-[\w-]+/g)).toEqual(['BC-HPG-K22J4MDJ', 'BC-HPG-K22J4MDJ']);
});
