import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createMailWriter } from '../../functions/mail/write-mail.ts';
import type { MailOrder } from '../../functions/ports.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../sheets-schema/seed/rounds.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { unzip } from '../documents/unzip.ts';

const write = createMailWriter((key) => `<${key.length}@register.example>`);

function anOrder(given: Partial<MailOrder> = {}): MailOrder {
  return {
    key: 'round/2025-10/HPG/reminder',
    kind: 'Nhắc việc',
    to: ['sxd@haiphong.example'],
    at: Temporal.Instant.from('2025-10-22T01:30:00Z'),
    replyTo: 'dothithongminh@boxaydung.example',
    template: { subject: 'Gửi {{ten}}', body: 'Kính gửi: {{ten}}' },
    variables: { ten: 'Hải Phòng & Huế', dau_moi: 'Tổ giúp việc' },
    button: null,
    outline: null,
    urging: null,
    ...given,
  };
}

const outlineFor = (code: string): MailOrder['outline'] => ({
  round: roundSeeds[0]!,
  unit: unitSeeds.find((unit) => unit.code === code)!,
  questions: outlineSeeds,
  deadlineWords: 'hết ngày 23/10/2025',
});

test('an order becomes a mail with the footer of all mails', async () => {
  const mail = await write(anOrder());
  expect(mail).toMatchObject({
    key: 'round/2025-10/HPG/reminder',
    messageId: '<26@register.example>',
    to: ['sxd@haiphong.example'],
    subject: 'Gửi Hải Phòng & Huế',
    autoSubmitted: 'auto-generated',
    attachments: [],
  });
  expect(mail.text).toContain('Kính gửi: Hải Phòng & Huế\n\nĐầu mối: Tổ giúp việc');
});

test('only a receipt says that it answers somebody', async () => {
  expect((await write(anOrder({ kind: 'Xác nhận tiếp nhận' }))).autoSubmitted).toBe('auto-replied');
});

test.each([
  ['HPG', false],
  ['HCM', true],
])('the outline goes along to %s, with section 2: %s', async (code, section2) => {
  const [attachment, ...others] = (await write(anOrder({ outline: outlineFor(code) }))).attachments;
  expect(others).toEqual([]);
  expect(attachment?.filename).toMatch(/^[\w.-]+\.docx$/);
  expect(unzip(attachment!.content).get('word/document.xml')?.includes('2.1. Nêu rõ')).toBe(section2);
});

test('draft letters go along with the report that names their units', async () => {
  const asked: unknown[] = [];
  const draft = { filename: 'Cong-van-don-doc-HPG.docx', contentType: 'x', content: new Uint8Array(3) };
  const drafting = createMailWriter(
    () => '<1@register.example>',
    async (urging) => {
      asked.push(urging);
      return [draft];
    },
  );
  const urging = { round: '2025-10', units: ['HPG'] };
  expect((await drafting(anOrder({ kind: 'Báo cáo lãnh đạo', urging }))).attachments).toEqual([draft]);
  expect((await drafting(anOrder())).attachments).toEqual([]);
  expect(asked).toEqual([urging]);
});
