import { counted, fold } from '../../../sheets-schema/text.ts';
import { difficultyGroups, groupOf } from './difficulty-groups.ts';
import { type Block, type Statement, statement } from './document-model.ts';
import { hasSent, type ItemAcrossUnits, isDifficulty, isProposal, saysNone } from './items-across-units.ts';
import { listEntries } from './list-entries.ts';
import { ofAll, unitNoun } from './official-words.ts';
import { bodiesOf, proposalBodies } from './proposal-bodies.ts';
import { alikeMatters, type Matter, matterStatements, type Said, unitsOf } from './said-by-units.ts';

/** For whoever edits the draft: sorting is a suggestion. */
const BY_WORDS = 'Xếp theo từ ngữ của đơn vị; đề nghị người soạn thảo rà soát lại việc xếp.';

/** Part III: every difficulty in its units' own words, under the group its words speak for. */
export function planDifficulties(items: readonly ItemAcrossUnits[]): readonly Block[] {
  return [
    { kind: 'part', text: 'III. Khó khăn, vướng mắc' },
    ...sorted('khó khăn, vướng mắc', items.filter(isDifficulty), difficultyGroups, groupOf),
  ];
}

/** Part IV: every proposal under the body it asks. */
export function planProposals(items: readonly ItemAcrossUnits[]): readonly Block[] {
  return [
    { kind: 'part', text: 'IV. Đề xuất, kiến nghị' },
    ...sorted('đề xuất, kiến nghị', items.filter(isProposal), proposalBodies, (text) => bodiesOf(text).asked),
  ];
}

/** The matters among some entries: those that most units raise first. */
export function mattersUnder(entries: readonly Said[]): readonly Matter[] {
  return alikeMatters(entries).toSorted((a, b) => raisers(b) - raisers(a));
}

function raisers({ wordings }: Matter): number {
  return new Set(wordings.flat().map(({ status }) => status.unit.code)).size;
}

function sorted(
  what: string,
  items: readonly ItemAcrossUnits[],
  order: readonly string[],
  headingOf: (text: string) => string,
): readonly Block[] {
  const entries = listEntries(items);
  const asked = unitsAsked(items);
  const under = Map.groupBy(entries, ({ text }) => headingOf(text));
  const used = order
    .map((name) => ({ name, matters: mattersUnder((under.get(name) ?? []).map((one) => withoutLabel(one, name))) }))
    .filter(({ matters }) => matters.length > 0);
  return [
    ...opening(
      what,
      items,
      used.flatMap(({ matters }) => matters),
    ),
    ...used.flatMap(({ name, matters }, i): readonly Block[] => [
      { kind: 'heading', text: `${i + 1}. ${name}` },
      ...matters.flatMap((matter) => matterStatements(matter, asked)),
    ]),
  ];
}

/** `Nhân lực: thiếu cán bộ` under the heading *Nhân lực* is `Thiếu cán bộ`. */
function withoutLabel(said: Said, heading: string): Said {
  const [, label = '', rest = ''] = /^([^:;.]{2,60}):\s+(.+)$/s.exec(said.text) ?? [];
  const isHeading = label !== '' && fold(heading).startsWith(fold(label));
  return isHeading ? { ...said, text: rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1) } : said;
}

export function unitsAsked(items: readonly ItemAcrossUnits[]) {
  const asked = items.flatMap(({ contents }) =>
    contents.filter(({ judged }) => judged.verdict !== 'Không áp dụng').map(({ status }) => status),
  );
  return [...new Map(asked.map((status) => [status.unit.code, status])).values()];
}

/** How many raise how many, what several raise, who says that there is none. */
function opening(what: string, items: readonly ItemAcrossUnits[], matters: readonly Matter[]): readonly Statement[] {
  const asked = unitsAsked(items);
  const noun = unitNoun(asked);
  if (matters.length === 0) {
    const from = asked.some(hasSent) ? `các ${noun} đã gửi báo cáo` : `các ${noun}`;
    return [statement(`Chưa nhận được nội dung ${what} nào từ ${from}.`), ...nothing(what, items, noun)];
  }
  const raising = new Set(matters.flatMap((matter) => unitsOf(matter, asked))).size;
  const shared = matters.filter((matter) => raisers(matter) > 1).length;
  const together = shared > 0 ? `, trong đó ${counted(shared)} nội dung do nhiều ${noun} cùng nêu` : '';
  const words = `${ofAll(raising, asked.length)} ${noun} nêu ${counted(matters.length)} nội dung ${what}${together}.`;
  return [statement(words, { notes: [BY_WORDS] }), ...nothing(what, items, noun)];
}

/** Who says of every such item that there is none. */
function nothing(what: string, items: readonly ItemAcrossUnits[], noun: string): readonly Statement[] {
  const none = items.flatMap(({ item, contents }) =>
    contents.filter(saysNone).map(({ status }) => `${status.unit.shortName} (mục ${item})`),
  );
  return none.length === 0 ? [] : [statement(`Các ${noun} báo cáo không có ${what}: ${none.join(', ')}.`)];
}
