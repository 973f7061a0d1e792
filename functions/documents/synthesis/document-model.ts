import { Temporal } from 'temporal-polyfill';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { ownCode } from '../../domain/links/codes.ts';
import { momentWords } from '../../domain/time/moment-words.ts';

/** A paragraph of the report. What units said bears notes that tell from where; the rest is what the register tells. */
export type Statement = {
  readonly kind: 'statement';
  /** Whom it is about, before the words; null when the words say it themselves. */
  readonly lead: string | null;
  readonly text: string;
  /** Notes, gathered at the end: the version behind it, or what whoever edits the draft should look at. */
  readonly notes: readonly string[];
  /** What it renders: which units' which items, in which words. */
  readonly renders: readonly Rendered[];
  /** Against the synthesis it was compared with. */
  readonly change: 'new' | 'changed' | null;
};

/** Words of a unit at a place of the outline, `1.4/HPG`. */
export type Rendered = { readonly place: string; readonly words: string };

export type Block =
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | Statement;

export type Table = {
  readonly caption: string | null;
  readonly header: readonly string[];
  /** Parts of the width, as many as columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** An annex: what it is called, and its tables. */
export type Annex = {
  readonly title: string;
  readonly tables: readonly Table[];
  /** Each table on a page of its own. */
  readonly apart: boolean;
};

export function statement(text: string, own: Partial<Statement> = {}): Statement {
  return { kind: 'statement', lead: null, text, notes: [], renders: [], change: null, ...own };
}

export function placeOf(item: string, unit: Unit): string {
  return `${item}/${unit.code}`;
}

/** The version behind words of a unit. */
export function versionSource(unit: Unit, report: Report): string {
  return `Báo cáo của ${unit.shortName}, mã ${ownCode(report.version, unit.code)}, gửi ${momentWords(Temporal.Instant.from(report.lastSubmittedTime))}`;
}
