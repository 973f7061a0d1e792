import type { TimingSources } from '../../domain/standing/tracking-words.ts';
import { difficultyGroups, groupOf } from './difficulty-groups.ts';
import { type Block, placeOf, registerSource, type Statement, statement } from './document-model.ts';
import { entriesOf } from './entries.ts';
import { type Content, type ItemAcrossUnits, isDifficulty, isProposal, writtenList } from './items-across-units.ts';
import { bodiesOf, proposalBodies } from './proposal-bodies.ts';

/** Part III: every difficulty in its unit's own words, under the group its words speak for. */
export function planDifficulties(items: readonly ItemAcrossUnits[], timing: TimingSources): readonly Block[] {
  const entries = entriesIn(items.filter(isDifficulty)).map((entry) => ({ ...entry, under: groupOf(entry.text) }));
  return [
    { kind: 'part', text: 'III. Khó khăn, vướng mắc' },
    ...opening('khó khăn, vướng mắc', items.filter(isDifficulty), entries.length, timing),
    ...sorted(entries, difficultyGroups),
  ];
}

/** Part IV: every proposal under the body it asks. */
export function planProposals(items: readonly ItemAcrossUnits[], timing: TimingSources): readonly Block[] {
  const entries = entriesIn(items.filter(isProposal)).map((entry) => {
    const { asked, alsoNamed } = bodiesOf(entry.text);
    const also = alsoNamed.length > 0 ? ` (đồng thời nêu: ${alsoNamed.join('; ')})` : '';
    return { ...entry, text: `${entry.text}${also}`, under: asked };
  });
  return [
    { kind: 'part', text: 'IV. Đề xuất, kiến nghị' },
    ...opening('đề xuất, kiến nghị', items.filter(isProposal), entries.length, timing),
    ...sorted(entries, proposalBodies),
  ];
}

type Entry = Statement & { readonly under: string };

function entriesIn(items: readonly ItemAcrossUnits[]): readonly Statement[] {
  return items.flatMap((item) => item.contents.flatMap((content) => entriesFrom(item.item, content)));
}

function entriesFrom(item: string, content: Content): readonly Statement[] {
  const list = writtenList(content);
  if (list === null) return [];
  const { unit } = content.status;
  const own = { lead: `${unit.shortName} (mục ${item})`, place: placeOf(item, unit) };
  return entriesOf(list.text).map((text) => statement(text, list.source, own));
}

function sorted(entries: readonly Entry[], order: readonly string[]): readonly Block[] {
  const used = order.filter((name) => entries.some(({ under }) => under === name));
  return used.flatMap((name, i): readonly Block[] => [
    { kind: 'heading', text: `${i + 1}. ${name}` },
    ...entries.filter(({ under }) => under === name).map(({ under, ...entry }) => entry),
  ]);
}

/** How many there are, that a machine did the sorting, and who says that there is none. */
function opening(
  what: string,
  items: readonly ItemAcrossUnits[],
  count: number,
  { now }: TimingSources,
): readonly Statement[] {
  const none = items.flatMap(({ item, contents }) =>
    contents.filter(saysNone).map(({ status }) => `${status.unit.shortName} (mục ${item})`),
  );
  const lines = [
    count > 0
      ? `Các đơn vị nêu ${count} nội dung ${what}, xếp theo từ ngữ đơn vị sử dụng; đề nghị người soạn thảo rà soát lại việc xếp.`
      : `Chưa nhận được nội dung ${what} nào từ các đơn vị đã gửi báo cáo.`,
    ...(none.length > 0 ? [`Báo cáo không có ${what}: ${none.join(', ')}.`] : []),
  ];
  return lines.map((text) => statement(text, registerSource(now)));
}

function saysNone(content: Content): boolean {
  return writtenList(content) === null && content.answers.some(({ class: sort }) => sort === 'negative');
}
