import type { CellFormat, Sheet } from '../../sheets/model.ts';

type Rgb = { red?: number; green?: number; blue?: number };
type Coloured = { backgroundColorStyle?: { rgbColor?: Rgb }; backgroundColor?: Rgb };

/** What of a format a page shows, as CSS. */
export type Look = Readonly<Record<string, string>>;

/** The look a format gives; a format that says nothing of a trait leaves it out. */
export function lookOf(format: CellFormat | undefined): Look {
  const { backgroundColorStyle, backgroundColor } = (format ?? {}) as Coloured;
  const text = format?.textFormat as { bold?: boolean; italic?: boolean; foregroundColorStyle?: { rgbColor?: Rgb } };
  const background = css(backgroundColorStyle?.rgbColor ?? backgroundColor);
  const colour = css(text?.foregroundColorStyle?.rgbColor);
  const align = format?.['horizontalAlignment'];
  return {
    ...(background && { background }),
    ...(colour && { color: colour }),
    ...(text?.bold && { 'font-weight': '600' }),
    ...(text?.italic && { 'font-style': 'italic' }),
    ...((align === 'CENTER' || align === 'RIGHT') && { 'text-align': align.toLowerCase() }),
    ...(format?.['wrapStrategy'] === 'WRAP' && { 'white-space': 'pre-wrap' }),
  };
}

/** `rgb(11 92 173)`; parts that are left out are 0. */
export function css(colour: Rgb | undefined): string | undefined {
  if (!colour) return undefined;
  const part = (value = 0) => Math.round(Math.min(1, Math.max(0, Number(value))) * 255);
  return `rgb(${part(colour.red)} ${part(colour.green)} ${part(colour.blue)})`;
}

type Band = {
  range: { startRowIndex?: number; endRowIndex?: number; startColumnIndex?: number; endColumnIndex?: number };
  rowProperties?: { firstBandColorStyle?: { rgbColor?: Rgb }; secondBandColorStyle?: { rgbColor?: Rgb } };
};

/** The banding under a cell, where no colour of its own is. */
export function bandLook({ bandedRanges }: Sheet, row: number, column: number): Look {
  for (const { range, rowProperties } of bandedRanges as readonly Band[]) {
    const { startRowIndex = 0, endRowIndex = row + 1, startColumnIndex = 0, endColumnIndex = column + 1 } = range;
    if (row < startRowIndex || row >= endRowIndex || column < startColumnIndex || column >= endColumnIndex) continue;
    const { firstBandColorStyle, secondBandColorStyle } = rowProperties ?? {};
    const background = css(((row - startRowIndex) % 2 === 0 ? firstBandColorStyle : secondBandColorStyle)?.rgbColor);
    if (background) return { background };
  }
  return {};
}
