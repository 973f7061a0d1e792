import { Bookmark, BookmarkEnd, BookmarkStart, type Document, Paragraph, type Table } from 'docx';
import { reportTitle } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { closing, letterhead, namedTitle } from '../decree/frame.ts';
import { decreeDocument } from '../decree/page.ts';
import { decreeDate, type Looks, paragraph, run, runs } from '../decree/text.ts';
import { END_MARK, markNumber, type PlaceMark, ROUND_PROPERTY } from './place-marks.ts';
import type { UnitLetterhead } from './unit-letterhead.ts';

/** On one page with what follows. */
export const STAYS = { keepNext: true, keepLines: true };

export type ReportPaper = {
  readonly round: Round;
  /** What the issuer is asked, in its order. */
  readonly questions: readonly OutlineQuestion[];
  readonly issuer: UnitLetterhead;
  /** What whoever finishes it is told. */
  readonly note: string;
  readonly body: readonly (Paragraph | Table)[];
};

/** A unit's report on a round, from the nation's name to the room to sign: number and day are left blank. */
export function reportPaper({ round, questions, issuer, note, body }: ReportPaper): Document {
  const about = (reportTitle(questions) || round.title).replace(/^Báo cáo /i, '');
  return decreeDocument(
    `Báo cáo ${about}`,
    [
      letterhead({ issuer: issuer.lines, symbol: issuer.symbol, place: issuer.place }),
      ...namedTitle('BÁO CÁO', capital(about)),
      new Paragraph({
        spacing: { before: 120, after: 120 },
        alignment: 'center',
        children: [run(`Kính gửi: ${round.basisIssuer}`)],
      }),
      guidance(note),
      paragraph(`Thực hiện ${basisOf(round)}, ${issuer.name} báo cáo như sau:`),
      ...body,
      runs([marked(END_MARK, `Trên đây là báo cáo của ${issuer.name}, kính gửi ${round.basisIssuer} tổng hợp./.`)]),
      new Paragraph(''),
      closing(['- Như trên;', '- ……………………;', '- Lưu: VT, ………']),
    ],
    { properties: { [ROUND_PROPERTY]: round.id } },
  );
}

export function headline(text: string, mark: PlaceMark): Paragraph {
  return runs([marked(mark, text, { bold: true })], STAYS);
}

/** Words of ours, under the mark that says what stands behind them; its number is its own, so that equal papers are equal bytes. */
export function marked(mark: PlaceMark, text: string, looks: Looks = {}): Bookmark {
  const number = markNumber(mark);
  return Object.assign(new Bookmark({ id: mark, children: [run(text, looks)] }), {
    start: new BookmarkStart(mark, number),
    end: new BookmarkEnd(number),
  });
}

/** What a person is told and takes out again; it stays with the blank it speaks of. */
export function guidance(text: string, more = STAYS): Paragraph {
  return paragraph(`(${text})`, { size: 12, italics: true }, more);
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function basisOf({ basisType, basisNumber, basisDate, basisIssuer }: Round): string {
  return `${basisType} số ${basisNumber} ${decreeDate(basisDate)} của ${basisIssuer}`;
}
