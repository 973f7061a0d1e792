import { expect, test } from 'vitest';
import { type MailSources, mailSources } from '../../functions/letters/letter-sources.ts';
import { planLetter } from '../../functions/letters/plan-letter.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import type { NoticeKind } from '../../sheets-schema/notice-kinds.ts';
import {
  aContact,
  aReport,
  aStatus,
  aUnit,
  decidedFor,
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
      bookkeeping: { formUri: 'https://bieumau.example', sheetUrl: '', lastGoodRun: '', doctor: '' },
    } as unknown as Parameters<typeof mailSources>[0],
    { policy, unread: new Map() as MailSources['unread'] },
    { linkSecret: 'x'.repeat(32), mailDomain: 'register.example', findingCount: 0 },
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
    expect(text).not.toMatch(/chưa nhận được|chưa gửi: 1/i);
    if (kind === 'Báo cáo lãnh đạo') {
      expect(text).toContain(
        `HPG: quá hạn 5 ngày làm việc; đã nhắc lần 1 ngày 03/11/2025, lần 2 ngày 05/11/2025; ${words}`,
      );
      expect(text).toContain('Chưa gửi: 0 đơn vị');
      expect(text).toContain('Có báo cáo chờ xác minh hoặc chờ chấp nhận: 1 đơn vị');
    }
  },
);

test.each(cases)('%s says plainly that nothing came when nothing did', async (kind, now, rows) => {
  const text = await textOf(kind, now, rows, {});
  expect(text).toMatch(
    kind === 'Báo cáo lãnh đạo' ? /Chưa gửi: 1 đơn vị/ : /chưa nhận được báo cáo|Chưa nhận được báo cáo/,
  );
  expect(text).not.toMatch(/chờ xác minh|chưa xác minh|chờ chấp nhận$/);
});
