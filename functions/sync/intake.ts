import { Temporal } from 'temporal-polyfill';
import { readAddresses } from '../../sheets-schema/address.ts';
import { formatDate, parseVietnameseDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { identification } from '../../sheets-schema/form.ts';
import { everyGate, type Gate } from '../../sheets-schema/outline-sections.ts';
import { isWebAddress } from '../../sheets-schema/sheet-links.ts';
import {
  type AnswerRow,
  type Filer,
  LONGEST_OF_A_PERSON,
  type Report,
  reports as reportsTab,
} from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { bounded, clean, legible } from '../../sheets-schema/text.ts';
import { instantOf, localDay } from '../../sheets-schema/zone.ts';
import { type LinkOwner, linkCodeReader, submissionKey, versionCode } from '../domain/links/codes.ts';
import {
  FORMER_CODE,
  fixedIds,
  MORE_TIME,
  NOT_READ,
  questionId,
  questionsById,
  SET_ASIDE,
  unknownKey,
} from '../domain/links/form-links.ts';
import { encodeFacts, examineAnswer, excerptOf, partsOf } from '../domain/reading/examine-answer.ts';
import type { LinkChanges } from '../domain/standing/decision-book.ts';
import type { FormResponse } from '../ports.ts';

export type IntakeSources = {
  readonly now: Temporal.Instant;
  /** The form that received them. */
  readonly formId: string | null;
  /** The one in use first. */
  readonly linkSecrets: readonly string[];
  readonly rounds: readonly Round[];
  /** When each round that is closed was first seen so. */
  readonly closedAt: ReadonlyMap<string, Temporal.Instant>;
  /** Rounds known from before, some of whose rows may be half typed or lost: the links to them stay good. */
  readonly formerRounds: readonly string[];
  /** By which decisions the link of a unit became another one. */
  readonly linkChanges: LinkChanges;
  /** Codes of units, those of rows half typed among them. */
  readonly units: readonly string[];
  readonly outline: readonly OutlineQuestion[];
  /** Versions recorded before. */
  readonly reports: readonly Report[];
  /** Those of sealed rounds, as far as they were looked at: an edit of one keeps its owner. */
  readonly sealedVersions?: readonly Pick<Report, 'responseId' | 'round' | 'unit'>[];
  /** What else is recorded of versions: a log that lost rows takes back those that it lacks, and no others. */
  readonly recorded: { readonly answers: readonly AnswerKey[]; readonly filers: readonly Pick<Filer, 'version'>[] };
  /** Later ones wait that were not read yet. */
  readonly hasMore?: boolean;
  /** Of how many responses at most rows are made; the others wait. */
  readonly atMost: number;
  /** Why Google would not store what a response holds, by {@link submissionKey}. */
  readonly refused: ReadonlyMap<string, string>;
};

type AnswerKey = Pick<AnswerRow, 'version' | 'question' | 'part'>;

/** What new responses become: rows of three logs, and what a person should look at. */
export type Intake = {
  readonly reports: readonly Report[];
  readonly answers: readonly AnswerRow[];
  readonly filers: readonly Filer[];
  /** Whose rows these are, as recorded now or before. */
  readonly of: readonly Report[];
  /** True when more responses wait than one commit should carry. */
  readonly more: boolean;
};

/** About 2 MB a commit; the API recommends no larger payloads. Fact: google-sheets, limits. */
const COMMIT_CHARACTERS = 600_000;
/** What the cells around it take: of a response, and of each of its answers besides. */
const [A_RESPONSE, AN_ANSWER] = [150, 50];

const NOT_COPIED = '(Không sao chép: câu trả lời mang dấu chỉ mức độ mật. Đề nghị điều phối viên liên hệ đơn vị.)';

/** Turns responses, oldest first, into rows. The machine reads each answer here, once; syncs later use what it read. */
export function planIntake(responses: readonly FormResponse[], sources: IntakeSources): Intake {
  const taken = withinOneCommit(responses).slice(0, sources.atMost);
  const [questions, fixed] = [questionsById(sources.outline), fixedIds(sources.outline)];
  const { linkSecrets, rounds, formerRounds, units } = sources;
  const gates = everyGate(sources.outline);
  const readCode = linkCodeReader(linkSecrets, {
    rounds: [...rounds.map(({ id }) => id), ...formerRounds],
    units,
    changes: (round, unit) => sources.linkChanges(round, unit).length,
  });
  const known = knownReports(taken, sources.reports);
  const asideBefore = setAsideIn(sources.recorded.answers);
  const of: Report[] = [];
  const owners = new Map([...(sources.sealedVersions ?? []), ...sources.reports].flatMap(ownerOf));
  const answers: AnswerRow[] = [];
  const filers: Filer[] = [];
  const reports: Report[] = [];
  for (const response of taken) {
    const before = known.get(submissionKey(response));
    const report = before ?? planReport(response, { ...sources, readCode, owners, gates });
    const { version } = report;
    const refusal = sources.refused.get(submissionKey(response)) ?? whyAside(response, asideBefore.has(version));
    of.push(report);
    if (!before) reports.push(refusal === null ? report : setAside(report));
    if (refusal === null) {
      for (const [responseId, owner] of ownerOf(report)) owners.set(responseId, owner);
      filers.push(planFiler(response, version));
      answers.push(
        ...planAnswers(response, version, questions, fixed),
        ...requestRows(response, version),
        ...misfitRows(response, version),
        ...formerCodeRows(response, report, { ...sources, readCode }),
      );
    } else {
      answers.push({ version, question: SET_ASIDE, part: 1, facts: null, excerpt: refusal, text: null });
    }
  }
  const more = taken.length < responses.length || sources.hasMore === true;
  return { reports, ...lackingRows({ answers, filers }, sources.recorded), of, more };
}

/** Why a response has no words here, beside what Google says of it now; null when it has some. */
function whyAside({ isTooLong }: FormResponse, wasBefore: boolean): string | null {
  if (wasBefore) return '';
  return isTooLong ? NOT_READ : null;
}

/** Versions whose words are not stored. */
function setAsideIn(answers: readonly AnswerKey[]): ReadonlySet<string> {
  return new Set(answers.flatMap(({ version, question }) => (question === SET_ASIDE ? [version] : [])));
}

/** Those that were recorded before, by submission: only where everything is read again. */
function knownReports(responses: readonly FormResponse[], reports: readonly Report[]): ReadonlyMap<string, Report> {
  const wanted = new Set(responses.map(submissionKey));
  return new Map(
    reports.flatMap((report) => {
      const key = submissionKey(report);
      return wanted.has(key) ? [[key, report] as const] : [];
    }),
  );
}

/** A version that is recorded anew may have rows already: its log was lost, the others were not. */
function lackingRows(
  { answers, filers }: Pick<Intake, 'answers' | 'filers'>,
  recorded: IntakeSources['recorded'],
): Pick<Intake, 'answers' | 'filers'> {
  const versions = new Set(answers.map(({ version }) => version));
  const keyOf = ({ version, question, part }: AnswerKey) => JSON.stringify([version, question, part]);
  const held = new Set(recorded.answers.filter(({ version }) => versions.has(version)).map(keyOf));
  const heldFilers = new Set(recorded.filers.map(({ version }) => version));
  return {
    answers: answers.filter((row) => !held.has(keyOf(row))),
    filers: filers.filter(({ version }) => !heldFilers.has(version)),
  };
}

function withinOneCommit(responses: readonly FormResponse[]): readonly FormResponse[] {
  let characters = 0;
  const end = responses.findIndex((response, index) => {
    const texts = [...response.answers.values()].flat();
    characters += texts.reduce((sum, text) => sum + AN_ANSWER + text.length, A_RESPONSE);
    return index > 0 && characters > COMMIT_CHARACTERS;
  });
  return end < 0 ? responses : responses.slice(0, end);
}

type Fixed = keyof typeof identification;

function fixedAnswer(response: FormResponse, name: Fixed): string | null {
  const { key, kind } = identification[name];
  return clean(response.answers.get(questionId(key, kind))?.join('; ') ?? '') || null;
}

type Identification = IntakeSources & {
  readonly readCode: (typed: string) => LinkOwner | null;
  /** By response: whose it is as far as is known by now. */
  readonly owners: ReadonlyMap<string, Pick<Report, 'round' | 'unit'>>;
  readonly gates: readonly Gate[];
};

function ownerOf({
  responseId,
  round,
  unit,
}: Pick<Report, 'responseId' | 'round' | 'unit'>): readonly (readonly [string, Pick<Report, 'round' | 'unit'>])[] {
  return unit === null ? [] : [[responseId, { round, unit }]];
}

function planReport(response: FormResponse, sources: Identification): Report {
  const owner = identify(response, sources);
  const round = sources.rounds.find((candidate) => candidate.id === owner.round);
  return {
    version: versionCode(owner.unit, response.responseId, response.lastSubmittedTime),
    responseId: response.responseId,
    createTime: response.createTime,
    lastSubmittedTime: response.lastSubmittedTime,
    ...owner,
    claimedUnit: fixedAnswer(response, 'unit'),
    gates: gateAnswers(response, sources.gates),
    outlineVersion: round?.outlineVersion ?? null,
    officialNumber: fixedAnswer(response, 'officialNumber'),
    officialDate: parseVietnameseDate(fixedAnswer(response, 'officialDate') ?? ''),
    seenAt: sources.now,
    formId: response.isEntered ? NO_FORM : sources.formId,
    officialLink: officialLinkOf(response),
    createdAt: toTheSecond(response.createTime),
    submittedAt: toTheSecond(response.lastSubmittedTime),
    claims: fixedAnswer(response, 'claim'),
    channel: response.isEntered ? 'Tệp văn bản' : 'Biểu mẫu',
  };
}

/** Stands for the form that received it, so that no cursor of a form moves for what was entered. */
const NO_FORM = 'không qua biểu mẫu';

/** What was answered to the questions before parts of the outline. */
function gateAnswers({ answers }: FormResponse, gates: readonly Gate[]): string | null {
  const given = gates.flatMap(({ key, kind }) => clean(answers.get(questionId(key, kind))?.[0] ?? '') || []);
  return given.join('; ') || null;
}

/** What people read says no more than a cell keeps: it reads back as it was written. */
function toTheSecond(time: string): Temporal.Instant {
  return instantOf(time).round({ smallestUnit: 'second', roundingMode: 'floor' });
}

/** An address of the web stays as it was typed, for composed letters may lead elsewhere; anything else is text. */
function officialLinkOf(response: FormResponse): string | null {
  const { key, kind } = identification.officialLink;
  const typed = response.answers.get(questionId(key, kind))?.join('; ').trim() ?? '';
  return isWebAddress(typed) ? typed : fixedAnswer(response, 'officialLink');
}

/**
 * A response whose words Google will not store, as a version without words: it is known and never tried again, counts for
 * nothing, and waits for a person as an unverified report of its unit does.
 */
function setAside(report: Report): Report {
  const { unit } = report;
  const nothing = { gates: null, officialNumber: null, officialDate: null, officialLink: null, claims: null };
  return { ...report, unit: null, identity: 'Chờ xác minh đơn vị', claimedUnit: unit, ...nothing };
}

type Owner = Pick<Report, 'round' | 'unit' | 'identity'>;

/**
 * The code in the link identifies; the typed e-mail proves nothing. An edit of a known response keeps its owner even
 * when the code was damaged. What comes for a round that is closed waits for a word, for its content is settled and the
 * unit may mean another round. Otherwise the version waits for a coordinator, in the round of that time.
 */
function identify(response: FormResponse, { readCode, rounds, owners, closedAt, linkChanges }: Identification): Owner {
  const known = (owner: Pick<Report, 'round' | 'unit'>, identity: Report['identity']): Owner => ({
    ...owner,
    identity: isAfter(response, closedAt.get(owner.round ?? '')) ? 'Mã của kỳ đã đóng' : identity,
  });
  const code = readCode(fixedAnswer(response, 'code') ?? '');
  const ended = code && endOf(code, response, linkChanges);
  if (code && !ended) return known({ round: code.round, unit: code.unit }, 'Mã hợp lệ');
  const earlier = owners.get(response.responseId);
  if (earlier) return known(earlier, 'Theo phiên bản trước');
  const round = code?.round ?? roundAt(Temporal.Instant.from(response.lastSubmittedTime), rounds)?.id ?? null;
  return { round, unit: null, identity: 'Chờ xác minh đơn vị' };
}

/** When a code ended before it was used: its link had been changed. Null for a code that was good when the response was sent. */
function endOf(
  { round, unit, epoch }: LinkOwner,
  { lastSubmittedTime }: FormResponse,
  linkChanges: LinkChanges,
): Temporal.Instant | null {
  const change = linkChanges(round, unit)[epoch];
  return change && Temporal.Instant.compare(change.at, lastSubmittedTime) <= 0 ? change.at : null;
}

/** Why a version waits that came by a link of ours: for a person to know. */
function formerCodeRows(
  response: FormResponse,
  { version, identity }: Report,
  { readCode, linkChanges }: Pick<Identification, 'readCode' | 'linkChanges'>,
): readonly AnswerRow[] {
  const code = identity === 'Chờ xác minh đơn vị' ? readCode(fixedAnswer(response, 'code') ?? '') : null;
  const ended = code && endOf(code, response, linkChanges);
  if (!ended) return [];
  const excerpt = `mã cũ, đã đổi ngày ${formatDate(localDay(ended))}`;
  return [{ version, question: FORMER_CODE, part: 1, facts: null, excerpt, text: null }];
}

function isAfter({ lastSubmittedTime }: FormResponse, closed: Temporal.Instant | undefined): boolean {
  return closed !== undefined && Temporal.Instant.compare(lastSubmittedTime, closed) > 0;
}

/** The round the form shows, of several open ones the latest; else one that has begun and is about to be opened. */
function roundAt(moment: Temporal.Instant, rounds: readonly Round[]): Round | undefined {
  const byOpening = rounds.toSorted((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt));
  const hasBegun = ({ opensAt }: Round) => Temporal.Instant.compare(opensAt, moment) <= 0;
  return (
    byOpening.findLast(({ state }) => state === 'Đang mở') ??
    byOpening.findLast((round) => round.state === 'Chuẩn bị' && hasBegun(round))
  );
}

function planFiler(response: FormResponse, version: string): Filer {
  return {
    version,
    name: fixedAnswer(response, 'filer'),
    position: [fixedAnswer(response, 'position'), fixedAnswer(response, 'office')].filter(Boolean).join(', ') || null,
    email: fixedAnswer(response, 'email') ?? response.respondentEmail,
    phone: fixedAnswer(response, 'phone'),
  };
}

const isDay = (given: string) => parseVietnameseDate(given) !== null;
const upTo =
  (longest = LONGEST_OF_A_PERSON) =>
  (given: string) =>
    given.length <= longest;

/** Whether an answer of the identification page stands whole in its column; the others say who filed. */
const fits: Readonly<Partial<Record<Fixed, (given: string) => boolean>>> = {
  unit: upTo(reportsTab.columns.claimedUnit.longest),
  officialNumber: upTo(reportsTab.columns.officialNumber.longest),
  officialDate: isDay,
  officialLink: upTo(reportsTab.columns.officialLink.longest),
  claim: upTo(reportsTab.columns.claims.longest),
  office: upTo(),
  filer: upTo(),
  position: upTo(),
  email: (given) => upTo()(given) && readAddresses(given).addresses.length > 0,
  phone: upTo(),
};
const OF_A_PERSON: ReadonlySet<Fixed> = new Set(['office', 'filer', 'position', 'email', 'phone'] as const);
const LONGEST_MISFIT = 2000;

/**
 * What was answered there and does not fit: too long, no day, no address. It is kept without facts, for a person to look at, and
 * holds up nothing; of who filed only the length is told, for those rows are not erased.
 */
function misfitRows(response: FormResponse, version: string): readonly AnswerRow[] {
  return (Object.keys(fits) as Fixed[]).flatMap((name) => {
    const given = fixedAnswer(response, name);
    if (given === null || fits[name]?.(given) !== false) return [];
    const said = OF_A_PERSON.has(name)
      ? { excerpt: upTo()(given) ? '(không phải địa chỉ thư)' : `(${given.length} ký tự)`, text: null }
      : { excerpt: excerptOf(given), text: bounded(given, LONGEST_MISFIT) };
    return [{ version, question: identification[name].key, part: 1, facts: null, ...said }];
  });
}

/** More time that was asked for is kept, and marked secret left out, as every answer is. */
function requestRows(response: FormResponse, version: string): readonly AnswerRow[] {
  const { key, kind, title, help } = identification.moreTime;
  const given = response.answers.get(questionId(key, kind))?.join('; ') ?? '';
  const asked: Asked = { question: MORE_TIME, type: 'Đoạn văn', wording: '', title, help };
  return clean(given) === '' ? [] : answerRows(version, asked, given);
}

type Asked = Pick<OutlineQuestion, 'question' | 'type' | 'wording' | 'title' | 'help'>;

/** A question that nothing of ours asks just now. What it was answered is kept all the same, and a day is shown as one. */
function unknownQuestion(id: string): Asked {
  return { question: unknownKey(id), type: 'Ngày', wording: '', title: '', help: null };
}

function planAnswers(
  response: FormResponse,
  version: string,
  questions: ReadonlyMap<string, OutlineQuestion>,
  fixed: ReadonlySet<string>,
): readonly AnswerRow[] {
  return [...response.answers].flatMap(([id, texts]) => {
    const question = questions.get(id) ?? (fixed.has(id) ? null : unknownQuestion(id));
    return question ? answerRows(version, question, texts.join('; ')) : [];
  });
}

/** A long answer takes several rows, each within what a cell holds; what the machine read stands in the first. */
function answerRows(version: string, asked: Asked, text: string): readonly AnswerRow[] {
  const { question, type } = asked;
  const facts = examineAnswer(text, asked);
  const secret = facts.marks.includes('secret');
  const parts = secret ? [NOT_COPIED] : partsOf(legible(text));
  return parts.map((part, index) => ({
    version,
    question,
    part: index + 1,
    facts: index === 0 ? encodeFacts(secret ? { ...facts, value: '', documents: [], dates: [] } : facts) : null,
    excerpt: index === 0 ? excerptOf(secret ? NOT_COPIED : readable(type, text)) || null : null,
    text: part,
  }));
}

/** The Form answers days as `2025-10-24`; people read `24/10/2025`. */
function readable(type: OutlineQuestion['type'], text: string): string {
  const day = type === 'Ngày' ? parseVietnameseDate(text) : null;
  return day ? formatDate(day) : text;
}
