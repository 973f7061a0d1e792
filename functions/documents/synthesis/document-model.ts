import { Temporal } from 'temporal-polyfill';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { momentWords } from '../../domain/time/moment-words.ts';

/** A paragraph of the report, with where it comes from: nothing stands in the report without that. */
export type Statement = {
  readonly kind: 'statement';
  /** Whom it is about, before the words; null when the words say it themselves. */
  readonly lead: string | null;
  readonly text: string;
  /** `Hải Phòng, BC-HPG-…, 10:15 ngày 24/10/2025`: a version of a report, or the register at a moment. */
  readonly source: string;
  /** Which unit's which item it renders, `1.4/HPG`; null for what the register tells. */
  readonly place: string | null;
  /** Against the synthesis it was compared with. */
  readonly change: 'new' | 'changed' | null;
};

export type Block =
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | Statement;

export type Table = {
  readonly caption: string;
  readonly header: readonly string[];
  /** Parts of the width, as many as columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

export function statement(text: string, source: string, own: Partial<Statement> = {}): Statement {
  return { kind: 'statement', lead: null, text, source, place: null, change: null, ...own };
}

export function placeOf(item: string, unit: Unit): string {
  return `${item}/${unit.code}`;
}

/** The version behind a paragraph. */
export function versionSource(unit: Unit, report: Report): string {
  return `${unit.shortName}, ${report.version}, ${momentWords(Temporal.Instant.from(report.lastSubmittedTime))}`;
}

/** What the register says at a moment. */
export function registerSource(now: Temporal.Instant): string {
  return `Sổ theo dõi, ${momentWords(now)}`;
}
