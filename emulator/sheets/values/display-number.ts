import type { FileLocale } from './file-locale.ts';

/** A number without a format: at most ten significant decimals, no grouping. */
export function displayGeneral(value: number, locale: FileLocale): string {
  const text =
    Math.abs(value) >= 1e15 ? value.toExponential().replace('e+', 'E+') : String(Number(value.toPrecision(15)));
  return text.replace('.', locale.decimal);
}

const digits = /[#0?,.]*[#0?][#0?,.]*/;

/** A number in a pattern such as `#,##0.00`, `0%` or `0;-0;"–"`. The pattern itself is always written the English way. */
export function displayNumber(value: number, pattern: string, locale: FileLocale): string {
  const [positive = '', negative, zero] = pattern.split(';');
  if (value === 0 && zero !== undefined) return displaySection(0, zero, locale);
  if (value < 0 && negative !== undefined) return displaySection(-value, negative, locale);
  return displaySection(value, positive, locale);
}

function displaySection(value: number, section: string, locale: FileLocale): string {
  const place = digits.exec(section);
  if (!place) return literal(section);
  const scaled = section.includes('%') ? value * 100 : value;
  const sign = scaled < 0 ? '-' : '';
  const before = literal(section.slice(0, place.index));
  const after = literal(section.slice(place.index + place[0].length));
  return sign + before + displayDigits(Math.abs(scaled), place[0], locale) + after;
}

function displayDigits(value: number, shape: string, locale: FileLocale): string {
  const [whole = '', fraction = ''] = shape.split('.');
  const most = fraction.length;
  const least = fraction.replace(/#/g, '').length;
  const [integer = '', decimals = ''] = value.toFixed(most).split('.');
  const width = whole.replace(/[^0]/g, '').length;
  const filled = (integer === '0' && width === 0 ? '' : integer).padStart(width, '0');
  const grouped = whole.includes(',') ? filled.replace(/\B(?=(\d{3})+$)/g, locale.thousands) : filled;
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  return kept === '' ? grouped : grouped + locale.decimal + kept;
}

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted, escaped) => quoted ?? escaped ?? '');
