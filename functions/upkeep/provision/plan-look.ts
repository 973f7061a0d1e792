import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Cell } from '../../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../../sheets-schema/define-tab.ts';
import { tones } from '../../../sheets-schema/look.ts';
import { placesOf } from '../../../sheets-schema/parse-tab.ts';
import type { SheetLook, SheetRequest } from '../../ports.ts';
import { filterViews } from '../../workbook/filter-views.ts';
import { colours } from '../../workbook/tab-requests.ts';

/**
 * What brings colours and filter views of a tab of the system to what this release has, wherever its columns stand by now.
 * A rule is ours when it colours what a cell begins with in one of our colours, a view when it bears our id; what people
 * added beside them stays, and so does a view's title. Nothing where all is as it should be.
 */
export function planLook(tab: Tab, header: readonly Cell[], { rules, views }: SheetLook): readonly SheetRequest[] {
  const place = laidOut(tab, header);
  return [...rulesOf(place, rules), ...viewsOf(place, views)];
}

/** The tab with its columns in the order in which they stand. */
function laidOut(tab: Tab, header: readonly Cell[]): Tab {
  const names = new Map([...placesOf(tab, header)].map(([name, place]) => [place, name]));
  const columns = header.map((_, place) => {
    const name = names.get(place);
    return [name ?? `own-${place}`, name === undefined ? {} : tab.columns[name]] as const;
  });
  return { ...tab, columns: Object.fromEntries(columns) as Columns };
}

type Rule = sheets_v4.Schema$ConditionalFormatRule;

function rulesOf(tab: Tab, present: readonly Rule[]): readonly SheetRequest[] {
  const wanted = colours(tab);
  const own = present.flatMap((rule, index) => (isOurs(rule) ? [index] : []));
  const now = own.map((index) => signOf(present[index] ?? {}));
  const then = wanted.map(({ addConditionalFormatRule }) => signOf(addConditionalFormatRule?.rule ?? {}));
  if (now.join('\n') === then.join('\n')) return [];
  const { sheetId } = tab;
  return [...own.toReversed().map((index) => ({ deleteConditionalFormatRule: { sheetId, index } })), ...wanted];
}

const OUR_COLOURS = new Set(tones.map(({ text, ground }) => `${text} ${ground}`));

function isOurs(rule: Rule): boolean {
  return rule.booleanRule?.condition?.type === 'TEXT_STARTS_WITH' && OUR_COLOURS.has(coloursOf(rule));
}

/** What a rule does, however the service writes it. */
function signOf(rule: Rule): string {
  const word = rule.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '';
  const columns = (rule.ranges ?? []).map(
    ({ startColumnIndex = 0, endColumnIndex }) => `${startColumnIndex}-${endColumnIndex}`,
  );
  return `${word} ${coloursOf(rule)} ${columns.join()}`;
}

function coloursOf({ booleanRule }: Rule): string {
  const { textFormat, backgroundColorStyle, backgroundColor } = booleanRule?.format ?? {};
  const text = textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor;
  return `${hex(text)} ${hex(backgroundColorStyle?.rgbColor ?? backgroundColor)}`;
}

function hex({ red, green, blue }: sheets_v4.Schema$Color = {}): string {
  const parts = [red, green, blue].map((part) =>
    Math.round((part ?? 0) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

function viewsOf(tab: Tab, present: readonly sheets_v4.Schema$FilterView[]): readonly SheetRequest[] {
  return filterViews(tab).flatMap((request): readonly SheetRequest[] => {
    const wanted = request.addFilterView?.filter ?? {};
    const view = present.find(({ filterViewId }) => filterViewId === wanted.filterViewId);
    if (!view) return [request];
    if (testOf(view) === testOf(wanted)) return [];
    return [{ updateFilterView: { filter: wanted, fields: 'range,filterSpecs' } }];
  });
}

/** Which rows a view shows. */
function testOf({ filterSpecs = [] }: sheets_v4.Schema$FilterView): string {
  return JSON.stringify(
    // What is 0 the service leaves out.
    filterSpecs.map(({ columnIndex = 0, filterCriteria }) => [
      columnIndex,
      filterCriteria?.condition?.type,
      filterCriteria?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue),
      filterCriteria?.hiddenValues?.toSorted(),
    ]),
  );
}
