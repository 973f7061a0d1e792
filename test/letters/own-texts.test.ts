import { describe, expect, test } from 'vitest';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import { isChased, type TaskStatus } from '../../functions/domain/standing/task-status.ts';
import { settingFindings } from '../../functions/findings/settings.ts';
import { type MailSources, mailSources } from '../../functions/letters/letter-sources.ts';
import { planLetter } from '../../functions/letters/plan-letter.ts';
import { unsaid } from '../../functions/letters/template-check.ts';
import { mustBeSaid } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import type { Template } from '../../sheets-schema/tabs/templates.ts';
import { aContact, aTaskStatus, at, aUnit, policyInput, usualSettings } from '../domain/notices/notice-world.ts';

const live = { ...usualSettings, goLive: at('2025-10-01 08:00') };
const helper = { unit: aUnit('HPG'), shownAt: at('2025-06-02 08:00') };
const due = aTaskStatus('T1', '2025-10-31');
const late = aTaskStatus('T2', '2025-10-24');
const old = aTaskStatus('T3', '2025-10-10', { confirmed: true, approvedAt: at('2025-10-28 08:20') });
const helped = aTaskStatus('T4', '2025-12-31', { unit: aUnit('BCA'), toTell: [helper] });

/** The text of the mail to an agency on the morning of 28/10, where people wrote one of their own. */
function textWith(own: Template, tasks: readonly TaskStatus[]) {
  const policy = policyInput('2025-10-28 08:30', {
    statuses: [],
    settings: live,
    rows: [],
    tasks: tasks.filter(isChased),
    contacts: [aContact('HPG-1')],
  });
  const planned = planNotices(policy);
  const none = { rows: [] };
  const sources = mailSources(
    {
      people: { units: none, tasks: none, templates: { rows: [own] }, outline: none },
      logs: { answers: { rows: [], lines: [] } },
      bookkeeping: { formUri: '', sheetUrl: '', lastGoodRun: '', doctor: '', doctorAt: '', lookedAt: '' },
    } as unknown as Parameters<typeof mailSources>[0],
    { policy, unread: new Map() as MailSources['unread'] },
    { linkSecret: 'x'.repeat(32), mailDomain: 'register.example', findings: [], planned },
  );
  const mail = planned.leaving.find(({ notice }) => notice.kind === own.kind && notice.unit === 'HPG');
  return mail && planLetter(mail.notice, sources).template.body;
}

test.each(noticeKinds)('the built-in text of %s says all that counts as told by it', (kind) => {
  expect(unsaid(kind, kinds[kind])).toEqual([]);
});

test('what sets a deadline must name it, what asks for an answer by when', () => {
  const must = (kind: (typeof noticeKinds)[number]) => mustBeSaid(kinds[kind].variables, kinds[kind].setsDeadline);
  expect(must('Đề nghị gửi báo cáo')).toEqual(['han_cuoi', 'han_phan_hoi']);
  expect(must('Gia hạn')).toEqual(['han_cuoi']);
  expect(must('Quá hạn lần 2')).toEqual(['han_phan_hoi']);
  expect(must('Đề nghị bổ sung')).toEqual(['muc', 'han_bo_sung']);
  expect(must('Nhắc việc')).toEqual([]);
  expect(must('Nhiệm vụ phối hợp')).toEqual(['viec_phoi_hop']);
});

describe('a text that people wrote', () => {
  const row = (tasks: string) => `{{#${tasks}}}– {{tom_tat}}, {{han_cuoi}}{{/${tasks}}}`;
  const lists = ['han_moi', 'nhiem_vu', 'cho_biet', 'den_han'];
  const whole = `${lists.map(row).join('')}{{#viec_phoi_hop}}– {{tom_tat}}{{/viec_phoi_hop}}{{han_phan_hoi}}`;
  const text = (body: string): Template => ({ kind: 'Nhiệm vụ quá hạn', subject: 'x', body });
  const others = { den_han: due, cho_biet: old, viec_phoi_hop: helped };

  test('serves where it says all', () => {
    expect(textWith(text(whole), [due, late, old, helped])).toBe(whole);
  });

  test.each(Object.entries(others))('without %s serves as long as the mail has nothing of it to tell', (list, task) => {
    const body = whole.replace(list === 'viec_phoi_hop' ? /\{\{#viec.*viec_phoi_hop\}\}/ : row(list), '');
    expect(textWith(text(body), [late])).toBe(body);
    expect(textWith(text(body), [late, task])).toBe(kinds['Nhiệm vụ quá hạn'].body);
    expect(textWith(text(whole.replace('{{han_phan_hoi}}', '')), [late])).toBe(kinds['Nhiệm vụ quá hạn'].body);
  });

  test.each([
    [
      '{{#viec_phoi_hop}}{{tom_tat}}{{/viec_phoi_hop}}',
      '{{#viec_phoi_hop}}x{{/viec_phoi_hop}}',
      'phần {{#viec_phoi_hop}}…{{/viec_phoi_hop}}',
    ],
    [row('den_han'), '{{#den_han}}{{tom_tat}}{{/den_han}}', 'phần {{#den_han}}…{{/den_han}} có {{han_cuoi}}'],
    ['{{han_phan_hoi}}', '', '{{han_phan_hoi}}'],
  ])('with %s as %s is a line of Kiểm tra: %s', (whatWas, put, missing) => {
    const body = whole.replace('– {{tom_tat}}{{/viec', '{{tom_tat}}{{/viec').replace(whatWas, put);
    const found = settingFindings({ rounds: { rows: [] }, templates: { rows: [text(body)] } } as never, live);
    expect(found).toMatchObject([{ level: 'warning', found: `Trong thư "Nhiệm vụ quá hạn", thiếu ${missing}.` }]);
  });
});
