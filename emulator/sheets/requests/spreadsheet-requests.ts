import { invalidArgument } from '../../google-error.ts';
import type { Change } from '../change.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { SpreadsheetProperties } from '../model.ts';
import { isKnownLocale } from '../values/file-locale.ts';

type Request = { properties?: Partial<SpreadsheetProperties>; fields?: string };

/** Another locale or zone changes how cells show and how later text is parsed, not what is stored. */
export function updateSpreadsheetProperties(change: Change, { properties = {}, fields }: Request): undefined {
  const mask = readUpdateMask(fields, 'SpreadsheetProperties');
  const before = change.draft.properties;
  const masked = withMasked(before, properties, mask);
  const after = { ...masked, autoRecalc: masked.autoRecalc ?? 'ON_CHANGE', defaultFormat: before.defaultFormat };
  refuseProperties(after);
  change.draft.properties = after;
}

/** Refuses a locale or a time zone that the service does not know. */
export function refuseProperties({ title, locale, timeZone }: SpreadsheetProperties): void {
  if (!title) throw invalidArgument('Spreadsheet title must not be empty.');
  if (!isKnownLocale(locale ?? '')) throw invalidArgument(`Unsupported locale: ${locale}`);
  if (!isTimeZone(timeZone ?? '')) throw invalidArgument(`Invalid time zone: ${timeZone}`);
}

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
