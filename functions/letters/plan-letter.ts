import type { Temporal } from 'temporal-polyfill';
import type { KeyFacts } from '../../sheets-schema/notice-kinds/define-kind.ts';
import { REPLY_BY, SUPPLEMENT_BY } from '../../sheets-schema/notice-kinds/variables.ts';
import { isInternal, kinds } from '../../sheets-schema/notice-kinds.ts';
import { questionsOf } from '../../sheets-schema/outline-sections.ts';
import { settings as declaredSettings } from '../../sheets-schema/setting-list.ts';
import { prefilledLink } from '../domain/links/form-links.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import { messageIdOf, parseLedgerKey } from '../domain/notices/ledger-key.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { later } from '../domain/notices/notice-desk.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { dayOf, timeOf } from '../domain/time/moment-words.ts';
import type { Enclosure, Letter } from '../ports.ts';
import { type MailTexts, mailInput, mailTexts } from '../shared/mail-texts.ts';
import { digestVariables } from './digest-variables.ts';
import { isFormerText } from './former-texts.ts';
import { draftLetters, leadersVariables } from './leaders-variables.ts';
import type { MailSources } from './letter-sources.ts';
import { ownReport } from './own-reports.ts';
import { leadersOnTasksVariables, taskVariables } from './task-variables.ts';
import { askingInstead, basisVariables, previousReport, unitVariables } from './unit-variables.ts';

/**
 * What a mail says, from how things stand at the moment it goes: nothing was written down when it was planned. What is
 * left of one is dated as the mail that the others have, and names the same days.
 */
export function planLetter(notice: Notice, current: MailSources): Letter {
  const policy = { ...current.policy, now: notice.firstSentAt ?? current.policy.now };
  const sources = { ...current, policy };
  const declared = kinds[notice.kind];
  const status = sources.statuses.get(aboutKey(notice.subject, notice.unit));
  const shown = notice.sample ? planLetter(notice.sample, leaving(notice.sample, sources)) : null;
  const instead = status ? askingInstead(notice, status, policy.statuses) : null;
  const link = status && !isInternal(declared) ? linkOf(instead ?? status, sources, claimFor(notice)) : '';
  const variables = {
    ...commonVariables(notice, sources),
    ...statusVariables(status, link, sources),
    co_ky_dang_mo: instead !== null,
    ten_ky_dang_mo: instead?.round.title ?? '',
    ...ownVariables[declared.about](notice, status, sources),
    ...(shown && sampleVariables(shown, sources)),
  };
  return {
    key: notice.key,
    messageId: messageIdOf(notice.key, sources.mailDomain),
    kind: notice.kind,
    to: notice.recipients.map((contact) => contact.email),
    at: policy.now,
    replyTo: policy.settings.groupMailbox,
    template: templateFor(notice, variables, sources),
    variables,
    button: declared.button !== null && link !== '' ? { label: declared.button, url: link } : null,
    enclosures: shown?.enclosures ?? (declared.encloses ? enclosures[declared.encloses](notice, status, sources) : []),
  };
}

/** A text of people's own serves where it says all that this mail will count as having told; else the built-in one. */
function templateFor(notice: Notice, variables: Letter['variables'], { templates }: MailSources): Letter['template'] {
  const own = templates.get(notice.kind);
  const asksForAnswer = notice.answerBy != null || isFilled(variables['cho_biet']);
  const isNamed = (name: string) =>
    isFilled(variables[name.split('.')[0] ?? '']) && (!ANSWER_DAYS.has(name) || asksForAnswer);
  return own && !own.unsaid.some(isNamed) ? { subject: own.subject, body: own.body } : kinds[notice.kind];
}

const ANSWER_DAYS: ReadonlySet<string> = new Set([REPLY_BY, SUPPLEMENT_BY].map(({ name }) => name));

function isFilled(value: Letter['variables'][string] | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What a mail will say that leaves at a moment to come, word for word, as far as things stand then as they stand now. */
export function foretell(
  notice: Notice,
  at: Temporal.Instant,
  current: MailSources,
): Pick<MailTexts, 'subject' | 'text'> {
  const { subject, text } = mailTexts(
    mailInput(planLetter(notice, { ...current, policy: { ...current.policy, now: at } })),
  );
  return { subject, text };
}

/** How things stand, read when a mail to come leaves. */
function leaving({ kind, dueAt }: Notice, current: MailSources): MailSources {
  const { calendar, now } = current.policy;
  const due = later(now, dueAt);
  const at = kinds[kind].hours === 'windows' ? calendar.nextSendAt(due) : due;
  return { ...current, policy: { ...current.policy, now: at } };
}

/** A sample holds the mail that it shows, word for word. */
function sampleVariables(shown: Letter, { units }: MailSources): Letter['variables'] {
  const { subject, message } = mailTexts(mailInput(shown));
  const unit = parseLedgerKey(shown.key)?.unit ?? null;
  return {
    ten_co_quan: 'Điều phối viên',
    loai_thu: shown.kind,
    ten_don_vi: (unit === null ? undefined : units.get(unit)?.shortName) ?? '',
    tieu_de: subject,
    noi_dung: message,
  };
}

/** A unit's link is its own: the ministry's people hear of the unit, not with its code. */
function linkOf(
  { round, unit }: UnitStatus,
  { formUri, linkSecret, outline, policy }: MailSources,
  claim: string | undefined,
): string {
  const epoch = policy.linkChanges(round.id, unit.code).length;
  return prefilledLink(formUri, linkSecret, outline, { round, unit, epoch, claim });
}

/** Who is asked whether a report is its own answers by sending the link as it is. */
function claimFor({ kind, version }: Notice): string | undefined {
  return kinds[kind].asksFor === 'confirmation' ? version : undefined;
}

function commonVariables(notice: Notice, { policy, units }: MailSources): Letter['variables'] {
  const { settings, now } = policy;
  const unit = notice.unit === null ? undefined : units.get(notice.unit);
  return {
    ten_co_quan: unit?.name ?? settings.officeName,
    ten_don_vi: unit?.shortName ?? '',
    dau_moi: settings.contactLine,
    co_quan_gui: settings.officeName,
    email_nhom: settings.groupMailbox ?? '',
    chan_thu: isFormerText(settings.signature) ? declaredSettings.signature.initial : settings.signature,
    ngay: dayOf(now),
    gio: timeOf(now),
  };
}

function statusVariables(status: UnitStatus | undefined, link: string, { outline }: MailSources): Letter['variables'] {
  return status ? { ...basisVariables(status, outline), link } : {};
}

type Filler<T> = (notice: Notice, status: UnitStatus | undefined, sources: MailSources) => T;

const ownVariables: Readonly<Record<KeyFacts['about'], Filler<Letter['variables']>>> = {
  report: (notice, status, sources) => (status ? unitVariables(notice, status, sources) : {}),
  'late reports': (notice, _, sources) => leadersVariables(notice, sources),
  tasks: (notice, _, { policy }) => taskVariables(notice, policy),
  'late tasks': (notice, _, { policy }) => leadersOnTasksVariables(notice, policy),
  morning: (_notice, _status, sources) => digestVariables(sources),
};

/**
 * With an invitation the outline to fill in, with a receipt what was received as a report to sign, with a leadership
 * report the letters it proposes.
 */
const enclosures: Readonly<Record<NonNullable<KeyFacts['encloses']>, Filler<readonly Enclosure[]>>> = {
  outline: (_, status, sources) => {
    if (!status) return [];
    const before = previousReport(status, sources)?.enclosure ?? null;
    const outline = sources.encloseOutline(status, questionsOf(status.round, sources.outline));
    return before ? [outline, before] : [outline];
  },
  'own report': (notice, status, sources) => {
    const report = status && sources.policy.settings.ownReport ? ownReport(notice, status, sources) : null;
    return report === null || report === 'too long' ? [] : [report];
  },
  'urging letters': (notice, _, { policy, outline }) => draftLetters(notice, { ...policy, outline }),
};
