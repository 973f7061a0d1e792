import type { Spreadsheet } from '../model.ts';

/** How a file's locale writes numbers, dates and truth; the caller's own language has no say. */
export type FileLocale = {
  decimal: '.' | ',';
  thousands: ',' | '.' | ' ';
  /** In which order the day and the month of a typed date stand; the first that gives a real day counts. */
  dayOrders: readonly ('day-month' | 'month-day')[];
  /** The year of a day typed as `1.5`; null where such a text is no day. */
  yearOfPointedDays: number | null;
  /** What true and false are shown as, and may be typed as beside the English words. */
  truth: readonly [yes: string, no: string];
  /** What stands between the arguments of a formula. */
  argument: ',' | ';';
  patterns: { DATE: string; DATE_TIME: string; TIME: string; CURRENCY: string };
};

const english: FileLocale = {
  decimal: '.',
  thousands: ',',
  dayOrders: ['month-day'],
  yearOfPointedDays: null,
  truth: ['TRUE', 'FALSE'],
  argument: ',',
  patterns: {
    DATE: 'M/d/yyyy',
    DATE_TIME: 'M/d/yyyy H:mm:ss',
    TIME: 'h:mm:ss AM/PM',
    CURRENCY: '"$"#,##0.00',
  },
};

const dayFirst = { DATE: 'dd/MM/yyyy', DATE_TIME: 'dd/MM/yyyy HH:mm:ss', TIME: 'HH:mm:ss' };

const vietnamese: FileLocale = {
  ...english,
  decimal: ',',
  thousands: '.',
  dayOrders: ['day-month'],
  argument: ';',
  patterns: { ...dayFirst, CURRENCY: '#,##0 "₫"' },
};

const locales = new Map<string, FileLocale>([
  ['en_US', english],
  ['en_GB', { ...english, dayOrders: ['day-month'], patterns: { ...dayFirst, CURRENCY: '"£"#,##0.00' } }],
  ['vi_VN', vietnamese],
  ['de_DE', { ...vietnamese, patterns: { ...vietnamese.patterns, DATE: 'dd.MM.yyyy', CURRENCY: '#,##0.00 "€"' } }],
  ['fr_FR', { ...vietnamese, thousands: ' ', patterns: { ...dayFirst, CURRENCY: '#,##0.00 "€"' } }],
  ['pt_BR', { ...vietnamese, patterns: { ...dayFirst, CURRENCY: '"R$"#,##0.00' } }],
]);

export const isKnownLocale = (name: string): boolean => locales.has(name.replace('-', '_'));

/** The locale of a file. What nobody measured of Vietnamese files is otherwise while its switch is on. */
export function localeOf({ properties, surroundings }: Pick<Spreadsheet, 'properties' | 'surroundings'>): FileLocale {
  const locale = locales.get(properties.locale.replace('-', '_')) ?? english;
  return locale === vietnamese ? asSwitched(surroundings) : locale;
}

function asSwitched({ switches, clock }: Spreadsheet['surroundings']): FileLocale {
  const isOn = (name: string) => switches.get(name) === true;
  return {
    ...vietnamese,
    ...(isOn('sheets.typed-months-first') && { dayOrders: ['day-month', 'month-day'] }),
    ...(isOn('sheets.typed-days-stay-text') && { dayOrders: [] }),
    ...(isOn('sheets.typed-points-are-days') && { yearOfPointedDays: new Date(clock.nowMillis()).getUTCFullYear() }),
    ...(isOn('sheets.vietnamese-truth') && { truth: ['ĐÚNG', 'SAI'] }),
  };
}
