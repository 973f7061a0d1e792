import { Temporal } from 'temporal-polyfill';
import type { Mail } from '../../functions/ports.ts';

export function aMail(given: Partial<Mail> = {}): Mail {
  return {
    key: 'round/2025-10/HPG/reminder/-1@2025-10-23',
    messageId: '<r-2025-10.hpg.reminder@register.example>',
    date: Temporal.Instant.from('2025-10-22T01:30:00Z'),
    to: ['sxd@haiphong.example'],
    subject: '[Nhắc việc] Báo cáo đô thị thông minh – hạn cuối hết ngày 23/10/2025 – Hải Phòng',
    text: 'Kính gửi: Ủy ban nhân dân thành phố Hải Phòng\n\nĐề nghị Quý cơ quan hoàn thiện báo cáo.',
    html: '<p>Kính gửi: Ủy ban nhân dân thành phố Hải Phòng</p>',
    replyTo: 'dothithongminh@boxaydung.example',
    autoSubmitted: 'auto-generated',
    attachments: [],
    ...given,
  };
}
