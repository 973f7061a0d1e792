import { withoutStop } from '../../../sheets-schema/text.ts';
import { ownCode } from '../../domain/links/codes.ts';
import { waitingWords } from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { answerParagraphs } from './answer-paragraphs.ts';
import { type Block, placeOf, type Statement, statement } from './document-model.ts';
import {
  type Content,
  hasSent,
  type ItemAcrossUnits,
  isDifficulty,
  isProposal,
  saysNone,
  writtenList,
} from './items-across-units.ts';
import { ofAll, sentence, unitNoun } from './official-words.ts';
import { namesOf } from './plan-situation.ts';
import { matterStatements, type Said, sameMatters } from './said-by-units.ts';

/** Part II: each item of the outline across all units. A unit is quoted, or named with what is missing. */
export function planItems(items: readonly ItemAcrossUnits[]): readonly Block[] {
  return [
    { kind: 'part', text: 'II. Kết quả theo từng mục Đề cương' },
    ...items.flatMap((item, i): readonly Block[] => [
      ...headings(item, items[i - 1]),
      ...states(item).map((text) => statement(text)),
      ...quotations(item),
      ...remarks(item).map((text) => statement(text)),
      ...withoutContent(item).map((text) => statement(text)),
    ]),
  ];
}

/** The part of the outline where one begins, and the item. */
function headings(
  { item, section, isWhole, wording }: ItemAcrossUnits,
  before: ItemAcrossUnits | undefined,
): readonly Block[] {
  return [
    ...(section === before?.section ? [] : [heading(section)]),
    ...(!isWhole ? [heading(`${item}. ${wording.replace(/[.\s]+$/, '')}`)] : []),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Where units choose one of several states, who chose which. */
function states({ contents }: ItemAcrossUnits): readonly string[] {
  const chosen = contents.flatMap(({ status, answers }) =>
    answers.filter(({ question }) => question.part === 'trạng thái').map(({ text }) => ({ status, text })),
  );
  const groups = [...Map.groupBy(chosen, ({ text }) => text)];
  if (groups.length === 0) return [];
  const total = contents.filter(({ judged }) => judged.verdict !== 'Không áp dụng').length;
  const noun = nounOf(contents);
  const words = groups.map(
    ([text, own]) => `${text}: ${ofAll(own.length, total)} ${noun} (${namesOf(own.map(({ status }) => status))})`,
  );
  return [`${words.join('; ')}.`];
}

function nounOf(contents: readonly Content[]): string {
  return unitNoun(contents.map(({ status }) => status));
}

/** What several units say word for word is said once; the rest unit by unit. */
function quotations(item: ItemAcrossUnits): readonly Statement[] {
  const { contents } = item;
  const asked = contents.map(({ status }) => status).filter((status) => isAsked(item, status));
  const matters = sameMatters(contents.flatMap((content) => saidOf(item, content)));
  const common = matters.filter(({ wordings }) => wordings.flat().length > 1);
  const own = contents.flatMap(({ status }) => {
    const mine = matters.filter(({ wordings: [said = []] }) => said.length === 1 && said[0]?.status === status);
    return mine
      .flatMap((matter) => matterStatements(matter, asked))
      .map((one, i, all) => ({ ...one, lead: i === 0 ? one.lead : null, notes: notesAt(i, all) }));
  });
  const differing = new Map(contents.flatMap(differenceOf));
  return [
    ...pointers(item),
    ...common.flatMap((matter) => matterStatements(matter, asked)),
    ...own.map((one) => ({ ...one, notes: [...one.notes, ...noteFor(one, differing)] })),
  ];
}

/** Paragraphs of one version that follow each other bear its note once, where they end. */
function notesAt(index: number, all: readonly Statement[]): readonly string[] {
  const next = all[index + 1]?.notes ?? [];
  return (all[index]?.notes ?? []).filter((one) => !next.includes(one));
}

function isAsked({ contents }: ItemAcrossUnits, status: UnitStatus): boolean {
  return contents.some((one) => one.status === status && one.judged.verdict !== 'Không áp dụng');
}

function noteFor({ lead }: Statement, differing: ReadonlyMap<string, string>): readonly string[] {
  const note = lead === null ? undefined : differing.get(lead);
  return note === undefined ? [] : [note];
}

function saidOf(item: ItemAcrossUnits, content: Content): readonly Said[] {
  const { status, answers } = content;
  if (!hasSent(status)) return [];
  const list = isList(item) ? writtenList(content) : null;
  const isNone = isList(item) && saysNone(content);
  const told = answers.filter((answer) => answer !== list && !(isNone && answer.class === 'negative'));
  const place = placeOf(item.item, status.unit);
  return answerParagraphs(told).map(({ text, source }) => ({
    status,
    text,
    note: `${source}.`,
    rendered: { place, words: text },
  }));
}

function isList(item: ItemAcrossUnits): boolean {
  return isDifficulty(item) || isProposal(item);
}

/** Difficulties and proposals stand in parts III and IV, sorted; here it is said who raises some and who none. */
function pointers(item: ItemAcrossUnits): readonly Statement[] {
  if (!isList(item)) return [];
  const { contents } = item;
  const [what, part] = isDifficulty(item) ? ['khó khăn, vướng mắc', 'III'] : ['đề xuất, kiến nghị', 'IV'];
  const asked = contents.filter(({ judged }) => judged.verdict !== 'Không áp dụng').length;
  const raising = contents.filter((content) => writtenList(content) !== null).map(({ status }) => status);
  const none = contents.filter(saysNone).map(({ status }) => status);
  const noun = nounOf(contents);
  return [
    ...(raising.length > 0
      ? [`${ofAll(raising.length, asked)} ${noun} nêu ${what} (${namesOf(raising)}), được tổng hợp tại phần ${part}.`]
      : []),
    ...(none.length > 0 ? [`${ofAll(none.length, asked)} ${noun} báo cáo không có ${what} (${namesOf(none)}).`] : []),
  ].map((text) => statement(text));
}

/** What is still lacking, in the words the units were told; and what is there without being asked. */
function remarks({ contents }: ItemAcrossUnits): readonly string[] {
  const sent = contents.filter(
    ({ status, judged, answers }) => hasSent(status) && (answers.length > 0 || judged.counts),
  );
  const lacking = sent.filter(({ judged: { verdict } }) => verdict === 'Thiếu' || verdict === 'Cần làm rõ');
  const accepted = sent.filter(({ judged, answers }) => judged.verdict === 'Đủ' && answers.length === 0);
  const outside = sent.filter(({ judged, answers }) => judged.verdict === 'Không áp dụng' && answers.length > 0);
  const statuses = (own: readonly Content[]) => own.map(({ status }) => status);
  return [
    ...(lacking.length > 0 ? [`Nội dung cần bổ sung, làm rõ: ${lacking.map(lackWords).join('; ')}.`] : []),
    ...(accepted.length > 0 ? [`Đã được chấp nhận, không có nội dung kèm theo: ${namesOf(statuses(accepted))}.`] : []),
    ...(outside.length > 0
      ? [`Không thuộc diện báo cáo mục này nhưng có nêu nội dung: ${namesOf(statuses(outside))}.`]
      : []),
  ];
}

function lackWords({ status, judged: { verdict, reasons } }: Content): string {
  const words = reasons.length > 0 ? reasons.map(withoutStop).join('; ') : verdict.toLowerCase();
  return `${status.unit.shortName} (${words})`;
}

/** Two people of one unit may report without knowing of each other. */
function differenceOf({ judged: { difference }, status: { unit } }: Content): readonly (readonly [string, string])[] {
  if (difference === null) return [];
  const { older, newer } = difference;
  return [
    [
      unit.shortName,
      `Hai báo cáo ${ownCode(older.version, unit.code)} và ${ownCode(newer.version, unit.code)} nêu khác nhau; ở đây dùng nội dung gửi sau, đề nghị xác nhận lại với đơn vị.`,
    ],
  ];
}

/** Everybody who is not quoted, by name and reason. */
function withoutContent({ contents }: ItemAcrossUnits): readonly string[] {
  const silent = contents.filter(({ answers }) => answers.length === 0);
  const outside = silent.filter(({ judged }) => judged.verdict === 'Không áp dụng').map(({ status }) => status);
  const due = silent.filter(({ judged }) => judged.verdict !== 'Không áp dụng');
  const unsent = due.filter(({ status }) => !hasSent(status)).map(({ status }) => status);
  const blank = due.filter(({ status, judged }) => hasSent(status) && !judged.counts).map(({ status }) => status);
  return [
    ...unsentLines(unsent),
    listed('Không nêu nội dung', blank),
    listed('Không thuộc diện báo cáo mục này', outside),
  ].filter((line) => line !== null);
}

/** Since when they are late stands in part I. */
function unsentLines(unsent: readonly UnitStatus[]): readonly (string | null)[] {
  const [waiting, silent] = [true, false].map((waits) =>
    unsent.filter((one) => waitingWords(one).length > 0 === waits),
  );
  return [
    listed('Chưa gửi báo cáo', silent ?? []),
    listed('Báo cáo chờ xử lý', waiting ?? [], (status) => waitingWords(status).join('; ')),
  ];
}

function listed(what: string, statuses: readonly UnitStatus[], more?: (status: UnitStatus) => string): string | null {
  return statuses.length === 0 ? null : sentence(`${what}: ${namesOf(statuses, more)}`);
}
