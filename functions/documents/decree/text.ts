import {
  AlignmentType,
  type IParagraphOptions,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { Temporal } from 'temporal-polyfill';
import { BODY, INDENT, TEXT_WIDTH } from './page.ts';

export type Looks = { readonly size?: number; readonly bold?: boolean; readonly italics?: boolean };

/** A tab to this place draws dots up to the right margin. */
const DOTTED = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }];

export function run(text: string, { size = BODY, ...looks }: Looks = {}): TextRun {
  return new TextRun({ text, size: size * 2, ...looks });
}

/** A paragraph of the body: both edges straight, first line indented. */
export function paragraph(text: string, looks: Looks = {}, more: IParagraphOptions = {}): Paragraph {
  return runs([run(text, looks)], more);
}

/** The same of several runs, where words stand out, carry a source or a mark. */
export function runs(children: readonly ParagraphChild[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: 120 },
    ...more,
    children,
  });
}

export function centred(text: string, looks: Looks = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, alignment: AlignmentType.CENTER, children: [run(text, looks)] });
}

/** Words and, after them, dots to the right margin; without words, a line of dots. */
export function dotted(label: readonly ParagraphChild[] = [], more: IParagraphOptions = {}): Paragraph {
  const indent = label.length === 0 ? {} : { indent: { firstLine: INDENT } };
  return new Paragraph({
    ...indent,
    ...more,
    tabStops: DOTTED,
    spacing: { before: 120 },
    children: [...label, run('\t')],
  });
}

/** `ngày 05 tháng 01 năm 2026`: a nought before days below 10 and before January and February (II.4.b). */
export function decreeDate({ day, month, year }: Temporal.PlainDate): string {
  const padded = (value: number, below: number) => (value < below ? `0${value}` : `${value}`);
  return `ngày ${padded(day, 10)} tháng ${padded(month, 3)} năm ${year}`;
}
