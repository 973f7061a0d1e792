import type { NoticeKind } from '../../sheets-schema/tabs/settings.ts';
import { prefilledLink } from '../domain/links/prefilled-link.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import { messageIdOf } from '../domain/notices/ledger-key.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Enclosure, MailOrder } from '../ports.ts';
import { digestVariables } from './digest-variables.ts';
import { draftLetters } from './enclosures.ts';
import { leadersVariables } from './leaders-variables.ts';
import type { MailSources } from './letter-sources.ts';
import { basisVariables, dayOf, timeOf } from './round-variables.ts';
import { taskVariables } from './task-variables.ts';
import { unitVariables } from './unit-variables.ts';

/** A unit's link is its own: the ministry's leadership hears of the unit, not with its code. */
function isToUnit({ kind }: Notice): boolean {
  return kind !== 'Báo cáo lãnh đạo';
}

/** What a mail says, from how things stand at the moment it goes: nothing was written down when it was planned. */
export function planMail(notice: Notice, sources: MailSources): MailOrder {
  const { policy } = sources;
  const status = sources.statuses.get(aboutKey(notice.subject, notice.unit));
  const link =
    status && isToUnit(notice) ? prefilledLink(sources.formUri, sources.linkSecret, status.round, status.unit) : '';
  return {
    key: notice.key,
    messageId: messageIdOf(notice.key, sources.mailDomain),
    kind: notice.kind,
    to: notice.recipients.map((contact) => contact.email),
    at: policy.now,
    replyTo: policy.settings.groupMailbox,
    template: sources.templates.get(notice.kind) ?? { subject: '', body: '' },
    variables: {
      ...commonVariables(notice, sources),
      ...statusVariables(status, link),
      ...ownVariables(notice, status, sources),
    },
    button: buttonOf(notice.kind, link),
    enclosures: enclosuresOf(notice, status, sources),
  };
}

/** What goes along: with an invitation the outline to fill in, with a leadership report the letters it proposes. */
function enclosuresOf(notice: Notice, status: UnitStatus | undefined, sources: MailSources): readonly Enclosure[] {
  if (notice.kind === 'Báo cáo lãnh đạo') return draftLetters(notice, sources.policy);
  return notice.kind === 'Mời gửi báo cáo' && status ? [sources.encloseOutline(status, sources.outline)] : [];
}

function commonVariables(notice: Notice, { policy, units }: MailSources): MailOrder['variables'] {
  const { settings, now } = policy;
  const unit = notice.unit === null ? undefined : units.get(notice.unit);
  return {
    ten_co_quan: unit?.name ?? settings.officeName,
    ten_don_vi: unit?.shortName ?? '',
    dau_moi: settings.contactLine,
    co_quan_gui: settings.officeName,
    email_nhom: settings.groupMailbox,
    chan_thu: settings.signature,
    ngay: dayOf(now),
    gio: timeOf(now),
  };
}

function statusVariables(status: UnitStatus | undefined, link: string): MailOrder['variables'] {
  return status ? { ...basisVariables(status), link } : {};
}

function ownVariables(notice: Notice, status: UnitStatus | undefined, sources: MailSources): MailOrder['variables'] {
  const { policy } = sources;
  switch (notice.kind) {
    case 'Bản tin điều phối':
      return digestVariables(sources);
    case 'Báo cáo lãnh đạo':
      return leadersVariables(notice, sources);
    case 'Nhiệm vụ quá hạn':
      return taskVariables(notice, policy);
    default:
      return status ? unitVariables(notice, status, sources) : {};
  }
}

function buttonOf(kind: NoticeKind, link: string): MailOrder['button'] {
  if (link === '') return null;
  return {
    label: kind === 'Đề nghị bổ sung' || kind === 'Trả lại' ? 'Bổ sung báo cáo' : 'Mở biểu mẫu của Quý cơ quan',
    url: link,
  };
}
