import { kinds, type NoticeKind, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { FindingRow } from '../../sheets-schema/tabs/projections.ts';
import type { Template } from '../../sheets-schema/tabs/templates.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { docxName } from '../documents/decree/docx-name.ts';
import type { createOutlineDocx } from '../documents/outline/outline-docx.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import type { NoticePlan } from '../domain/notices/plan-notices.ts';
import { figuresByRound, type RoundFigures } from '../domain/standing/round-figures.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { Enclosure, Letter } from '../ports.ts';
import { checkupLines } from '../workbook/bookkeeping.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import type { UnreadTabs } from '../workbook/unread-tabs.ts';
import { isFormerText } from './former-texts.ts';
import { createPreviousReports, type PreviousReports } from './previous-reports.ts';
import { checkTemplate, type TemplateProblem, unsaid } from './template-check.ts';
import { createTextsFor, type ReadTexts, type TextsFor } from './unit-texts.ts';

/** What the text of a mail is made from. */
export type MailSources = {
  readonly policy: PolicyInput;
  readonly units: ReadonlyMap<string, Unit>;
  /** What each task of the register asks for, by id. */
  readonly summaries: ReadonlyMap<string, string>;
  /** By subject and unit, as {@link aboutKey} writes them. */
  readonly statuses: ReadonlyMap<string, UnitStatus>;
  readonly figures: ReadonlyMap<string, RoundFigures>;
  readonly templates: ReadonlyMap<NoticeKind, SoundTemplate>;
  readonly outline: readonly OutlineQuestion[];
  readonly encloseOutline: EncloseOutline;
  readonly previous: PreviousReports;
  readonly textsFor: TextsFor;
  readonly linkSecret: string;
  /** The right side of Message-IDs: the sender's domain. */
  readonly mailDomain: string;
  readonly formUri: string;
  readonly sheetUrl: string;
  readonly lastGoodRun: string;
  /** What the last check-up found that needs a person, and when it looked. */
  readonly checkup: { readonly at: string; readonly lines: readonly string[] };
  /** What `Kiểm tra` says. */
  readonly findings: readonly FindingRow[];
  /** What becomes of all that is owed in this run. */
  readonly planned: NoticePlan;
  /** Tabs that cannot be read. */
  readonly unread: UnreadTabs;
};

/** What the mails of one run are made from, arranged once for all of them. */
export function mailSources(
  { people, bookkeeping, logs }: Pick<Snapshot, 'people' | 'bookkeeping' | 'logs'>,
  { policy, unread }: Pick<Outlook, 'policy' | 'unread'>,
  {
    linkSecret,
    mailDomain,
    findings,
    planned,
    readTexts = async () => [],
  }: Pick<MailSources, 'linkSecret' | 'mailDomain' | 'findings' | 'planned'> & { readonly readTexts?: ReadTexts },
): MailSources {
  const textsFor = createTextsFor(policy.statuses, { answers: logs.answers, readTexts });
  return {
    policy,
    units: new Map(people.units.rows.map((unit) => [unit.code, unit])),
    summaries: new Map(people.tasks.rows.map(({ id, summary }) => [id, summary])),
    statuses: new Map(policy.statuses.map((status) => [aboutKey(status.round.id, status.unit.code), status])),
    figures: figuresByRound(policy.statuses, policy.now),
    templates: new Map(noticeKinds.map((kind) => [kind, soundTemplate(kind, people.templates.rows)])),
    outline: people.outline.rows,
    encloseOutline: createOutlineEnclosure(),
    previous: createPreviousReports(policy.statuses, people.outline.rows, textsFor),
    textsFor,
    linkSecret,
    mailDomain,
    formUri: bookkeeping.formUri,
    sheetUrl: bookkeeping.sheetUrl,
    lastGoodRun: bookkeeping.lastGoodRun,
    checkup: { at: bookkeeping.doctorAt, lines: checkupLines(bookkeeping) },
    findings,
    planned,
    unread,
  };
}

/** A text, and what it leaves out of all that counts as told once its mail went. */
type SoundTemplate = Letter['template'] & { readonly unsaid: readonly string[] };

/** The text people wrote, as long as it is sound; else the built-in one. */
function soundTemplate(kind: NoticeKind, templates: readonly Template[]): SoundTemplate {
  const own = templates.find((template) => template.kind === kind);
  const isSound = own !== undefined && templateProblems(own).length === 0;
  const { subject, body } = isSound ? writtenTexts(own) : kinds[kind];
  return { subject, body, unsaid: isSound ? unsaidBy(own) : [] };
}

/** The texts of a row; in place of one that an earlier release had built in stands that of today. */
function writtenTexts({ kind, subject, body }: Template): Letter['template'] {
  const today = kinds[kind];
  return {
    subject: subject !== null && isFormerText(subject) ? today.subject : (subject ?? ''),
    body: body !== null && isFormerText(body) ? today.body : (body ?? ''),
  };
}

/** What keeps a row of `Mẫu thư` from being used. */
export function templateProblems(template: Template): readonly TemplateProblem[] {
  const { subject, body } = writtenTexts(template);
  const today = kinds[template.kind];
  // Tests hold that the built-in texts are sound; most cells have nothing else.
  if (subject === today.subject && body === today.body) return [];
  return checkTemplate(template.kind, subject, body);
}

/** What a sound row of `Mẫu thư` does not say although it counts as told once the mail went. */
export function unsaidBy(template: Template): readonly string[] {
  const written = writtenTexts(template);
  return written.body === kinds[template.kind].body ? [] : unsaid(template.kind, written);
}

type OutlineDocx = ReturnType<typeof createOutlineDocx>;

/** Encloses the outline of a round, for a unit to fill in. */
export type EncloseOutline = (status: UnitStatus, questions: readonly OutlineQuestion[]) => Enclosure;

/** For the mails of one run: units that are asked the same share the work. */
export function createOutlineEnclosure(): EncloseOutline {
  let outlines: Promise<OutlineDocx> | null = null;
  /** Loaded by the first invitation: most runs invite nobody. */
  const outlineDocx = () => {
    outlines ??= import('../documents/outline/outline-docx.ts').then((module) => module.createOutlineDocx());
    return outlines;
  };
  return ({ round, unit, effective }, questions) => ({
    filename: docxName('De-cuong-bao-cao', round.id, unit.code),
    async content() {
      const write = await outlineDocx();
      return write({ round, unit, questions, deadlineWords: deadlineInWords(effective) });
    },
  });
}
