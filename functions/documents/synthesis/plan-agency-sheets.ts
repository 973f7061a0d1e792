import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import type { Annex, Table } from './document-model.ts';
import { type ItemAcrossUnits, isDifficulty, isProposal } from './items-across-units.ts';
import { listEntries } from './list-entries.ts';
import { sentence } from './official-words.ts';
import { mattersUnder, unitsAsked } from './plan-sorted-lists.ts';
import { bodiesOf, NO_BODY, proposalBodies } from './proposal-bodies.ts';
import { type Matter, namesIn, type Said, unitsOf } from './said-by-units.ts';

/** A sheet for each body that has to act: what units propose to it, and which difficulties they say are its to settle. */
export function planAgencySheets(items: readonly ItemAcrossUnits[]): readonly Annex[] {
  const asking = unitsAsked(items);
  const proposals = listEntries(items.filter(isProposal));
  const difficulties = listEntries(items.filter(isDifficulty));
  return proposalBodies
    .filter((body) => body !== NO_BODY)
    .flatMap((body) => {
      const asked = mattersUnder(proposals.filter(({ text }) => bodiesOf(text).asked === body));
      const itsOwn = mattersUnder(difficulties.filter((one) => isFor(one, body)));
      const tables = [
        ...(asked.length > 0 ? [table('Đề xuất, kiến nghị', asked, asking)] : []),
        ...(itsOwn.length > 0 ? [table('Khó khăn, vướng mắc thuộc thẩm quyền xử lý', itsOwn, asking)] : []),
      ];
      return tables.length === 0 ? [] : [{ title: `Nội dung gửi ${body} xem xét, xử lý`, tables, apart: false }];
    });
}

/** A difficulty is a body's only where its unit says so. */
function isFor({ text }: Said, body: string): boolean {
  const { asked, isAsked } = bodiesOf(text);
  return isAsked && asked === body;
}

function table(caption: string, matters: readonly Matter[], asking: readonly UnitStatus[]): Table {
  return {
    caption,
    header: ['TT', 'Nội dung', 'Đơn vị nêu', 'Ý kiến xử lý'],
    widths: [6, 54, 18, 22],
    rows: matters.map((matter, i) => [String(i + 1), wordsOf(matter, asking), unitsOf(matter, asking).join(', '), '']),
  };
}

function wordsOf({ wordings }: Matter, asking: readonly UnitStatus[]): string {
  const lines = wordings.map((said) => {
    const text = sentence(said[0]?.text ?? '');
    return wordings.length === 1 ? text : `${namesIn(said, asking).join(', ')}: ${text}`;
  });
  return lines.join('\n');
}
