/** How a file's locale writes numbers and dates; the caller's own language has no say. */
export type FileLocale = {
  decimal: '.' | ',';
  thousands: ',' | '.' | ' ';
  isDayFirst: boolean;
  /** What stands between the arguments of a formula. */
  argument: ',' | ';';
  patterns: { DATE: string; DATE_TIME: string; TIME: string; CURRENCY: string };
};

const english: FileLocale = {
  decimal: '.',
  thousands: ',',
  isDayFirst: false,
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
  decimal: ',',
  thousands: '.',
  isDayFirst: true,
  argument: ';',
  patterns: { ...dayFirst, CURRENCY: '#,##0 "₫"' },
};

const locales = new Map<string, FileLocale>([
  ['en_US', english],
  ['en_GB', { ...english, isDayFirst: true, patterns: { ...dayFirst, CURRENCY: '"£"#,##0.00' } }],
  ['vi_VN', vietnamese],
  ['de_DE', { ...vietnamese, patterns: { ...vietnamese.patterns, DATE: 'dd.MM.yyyy', CURRENCY: '#,##0.00 "€"' } }],
  ['fr_FR', { ...vietnamese, thousands: ' ', patterns: { ...dayFirst, CURRENCY: '#,##0.00 "€"' } }],
  ['pt_BR', { ...vietnamese, patterns: { ...dayFirst, CURRENCY: '"R$"#,##0.00' } }],
]);

export const isKnownLocale = (name: string): boolean => locales.has(name.replace('-', '_'));

export function fileLocale(name: string): FileLocale {
  return locales.get(name.replace('-', '_')) ?? english;
}
