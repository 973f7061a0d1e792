import type { Temporal } from 'temporal-polyfill';
import { ownCode } from '../../domain/links/codes.ts';
import type { TimingSources } from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { answerParagraphs } from './answer-paragraphs.ts';
import { type Block, placeOf, registerSource, type Statement, statement } from './document-model.ts';
import { entriesOf } from './entries.ts';
import { type Content, type ItemAcrossUnits, isDifficulty, isProposal, writtenList } from './items-across-units.ts';
import { namesOf, silenceWords } from './plan-situation.ts';

/** Part II: each item of the outline across all units. A unit is quoted, or named with what is missing. */
export function planItems(items: readonly ItemAcrossUnits[], timing: TimingSources): readonly Block[] {
  return [
    { kind: 'part', text: 'II. Kết quả theo từng mục Đề cương' },
    ...items.flatMap((item, i): readonly Block[] => [
      ...headings(item, items[i - 1]),
      ...tallies(item).map((text) => statement(text, registerSource(timing.now))),
      ...item.contents.flatMap((content) => unitStatements(item, content, timing.now)),
      ...withoutContent(item, timing).map((text) => statement(text, registerSource(timing.now))),
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

/** In figures, and where units choose one of several states, who chose which. */
function tallies(item: ItemAcrossUnits): readonly string[] {
  const applicable = item.contents.filter(({ judged }) => judged.verdict !== 'Không áp dụng');
  const sent = applicable.filter(({ status }) => hasSent(status));
  const count = (verdict: string) => sent.filter(({ judged }) => judged.verdict === verdict).length;
  const filled = sent.filter(({ answers }) => answers.length > 0).length;
  const judged =
    item.rule === 'Tự do' ? '' : `; Đủ ${count('Đủ')}, Cần làm rõ ${count('Cần làm rõ')}, Thiếu ${count('Thiếu')}`;
  return [
    `Có câu trả lời: ${filled}/${applicable.length} đơn vị thuộc diện báo cáo mục này${judged}.`,
    ...states(item),
  ];
}

function states({ contents }: ItemAcrossUnits): readonly string[] {
  const chosen = contents.flatMap(({ status, answers }) =>
    answers.filter(({ question }) => question.part === 'trạng thái').map(({ text }) => ({ status, text })),
  );
  const groups = [...Map.groupBy(chosen, ({ text }) => text)];
  if (groups.length === 0) return [];
  const words = groups.map(([text, own]) => `${text} (${own.length}): ${namesOf(own.map(({ status }) => status))}`);
  return [`${words.join('; ')}.`];
}

function hasSent({ filedAt, versions }: UnitStatus): boolean {
  return filedAt !== null || versions.length > 0;
}

function unitStatements(item: ItemAcrossUnits, content: Content, now: Temporal.Instant): readonly Statement[] {
  const { status, judged, answers } = content;
  if (!hasSent(status) || (answers.length === 0 && !judged.counts)) return [];
  const place = placeOf(item.item, status.unit);
  const lead = status.unit.shortName;
  const told = quoted(item, content).map((one, i) => ({ ...one, place, lead: i === 0 ? lead : null }));
  const remarks = [remarkOf(content), differenceOf(content)].filter((remark) => remark !== null);
  return [...told, ...remarks.map((remark) => statement(remark, registerSource(now), { place, lead }))];
}

/** Difficulties and proposals are quoted in parts III and IV, sorted; here it is said that there are some. */
function quoted(item: ItemAcrossUnits, content: Content): readonly Statement[] {
  const list = isDifficulty(item) || isProposal(item) ? writtenList(content) : null;
  if (list === null) return answerParagraphs(content.answers);
  const [what, part] = isDifficulty(item) ? ['khó khăn, vướng mắc', 'III'] : ['đề xuất, kiến nghị', 'IV'];
  const pointer = statement(`Nêu ${entriesOf(list.text).length} ${what}, tổng hợp tại phần ${part}.`, list.source);
  return [pointer, ...answerParagraphs(content.answers.filter((answer) => answer !== list))];
}

/** What the item still lacks, in the words the unit was told. */
function remarkOf({ judged, answers }: Content): string | null {
  const { verdict, reasons } = judged;
  const absent = answers.length === 0 ? 'Chưa có nội dung. ' : '';
  if (verdict === 'Không áp dụng') return 'Không thuộc diện báo cáo mục này.';
  if (verdict === 'Đủ') return answers.length === 0 ? 'Đã được chấp nhận, không có nội dung kèm theo.' : null;
  return `${absent}Kết quả kiểm tra: ${verdict}${reasons.length > 0 ? ` – ${reasons.join('; ')}` : ''}.`;
}

/** Two people of one unit may report without knowing of each other. */
function differenceOf({ judged: { difference }, status: { unit } }: Content): string | null {
  if (difference === null) return null;
  const { older, newer } = difference;
  return `Hai báo cáo ${ownCode(older.version, unit.code)} và ${ownCode(newer.version, unit.code)} nêu khác nhau; ở đây dùng nội dung gửi sau, đề nghị xác nhận lại với đơn vị.`;
}

/** Everybody who is not quoted, by name and reason. */
function withoutContent({ contents }: ItemAcrossUnits, timing: TimingSources): readonly string[] {
  const silent = contents.filter(({ answers }) => answers.length === 0);
  const outside = silent.filter(({ judged }) => judged.verdict === 'Không áp dụng');
  const due = silent.filter(({ judged }) => judged.verdict !== 'Không áp dụng');
  const unsent = due.filter(({ status }) => !hasSent(status)).map(({ status }) => status);
  const blank = due.filter(({ status, judged }) => hasSent(status) && !judged.counts).map(({ status }) => status);
  return [
    ...(unsent.length > 0
      ? [`Chưa gửi báo cáo (${unsent.length}): ${namesOf(unsent, (status) => silenceWords(status, timing))}.`]
      : []),
    ...(blank.length > 0 ? [`Không nêu nội dung (${blank.length}): ${namesOf(blank)}.`] : []),
    ...(outside.length > 0
      ? [`Không thuộc diện báo cáo mục này (${outside.length}): ${namesOf(outside.map(({ status }) => status))}.`]
      : []),
  ];
}
