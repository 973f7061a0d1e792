import { askedAs } from '../../../sheets-schema/form.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { questionId } from '../../domain/links/form-links.ts';

/**
 * Bookmarks that stand in a .docx of ours where an answer begins, so that the document filled in can be read back for
 * sure: Word and LibreOffice keep them on the words of ours they were put on, whatever is typed behind. A name is made of
 * letters, digits and _ and has at most 40 signs (ECMA-376, bookmarkStart).
 */
export type PlaceMark = `${'phan' | 'muc' | 'cau'}_${string}` | typeof END_MARK;

/** Where the content ends: what follows is said in every report. */
export const END_MARK = 'het_noi_dung';
/** The property of the file that names the round. */
export const ROUND_PROPERTY = 'ky-bao-cao';

type Asked = Pick<OutlineQuestion, 'question' | 'type' | 'options'>;

const named = (place: 'phan' | 'muc' | 'cau') => (of: Asked) =>
  `${place}_${questionId(of.question, askedAs(of))}` as const;

/** The heading of a part, by its first question. */
export const partMark = named('phan');
/** The heading of an item, by its first question. */
export const itemMark = named('muc');
/** What introduces the answer to one question of several. */
export const answerMark = named('cau');

/** A number for each name, as a bookmark needs one of its own. */
export function markNumber(mark: PlaceMark): number {
  return Number.parseInt(questionId(mark, 'bookmark'), 16);
}

/** A question's title without its number; one colon stands where the answer begins, and none before. */
export function labelOf({ title, item }: Pick<OutlineQuestion, 'title' | 'item'>): string {
  return title.replace(`${item}. `, '').replaceAll(': ', ', ');
}
