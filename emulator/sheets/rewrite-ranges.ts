import { type Change, editSheet } from './change.ts';
import type { EmbeddedChart, GridRange, Sheet } from './model.ts';
import { fieldsOf, type MessageName } from './schema/message-fields.ts';

type Rewrite = (range: GridRange) => GridRange | undefined;

/** Applies a rewrite to every range the spreadsheet remembers; what loses its range goes. A tab whose ranges stay as they are is left alone. */
export function rewriteRanges(change: Change, rewrite: Rewrite): void {
  change.draft.namedRanges = change.draft.namedRanges.flatMap((named) => withRange(named, rewrite));
  for (const sheet of [...change.draft.sheets]) {
    let isMoved = false;
    const noting: Rewrite = (range) => {
      const after = rewrite(range);
      isMoved ||= after !== range;
      return after;
    };
    const ranges = rewrittenRanges(sheet, noting);
    if (isMoved) Object.assign(editSheet(change, sheet.properties.sheetId), ranges);
  }
}

function rewrittenRanges(sheet: Sheet, rewrite: Rewrite): Partial<Sheet> {
  return {
    merges: sheet.merges.flatMap((range) => rewrite(range) ?? []),
    protectedRanges: sheet.protectedRanges.flatMap((guarded) =>
      guarded.range ? withRange(guarded, rewrite) : [guarded],
    ),
    conditionalFormats: sheet.conditionalFormats.flatMap((rule) => {
      const ranges = (rule.ranges ?? []).flatMap((range) => rewrite(range) ?? []);
      return ranges.length === 0 ? [] : [{ ...rule, ranges }];
    }),
    bandedRanges: sheet.bandedRanges.flatMap((banded) => withRange(banded, rewrite)),
    basicFilter: sheet.basicFilter && withRange(sheet.basicFilter, rewrite)[0],
    filterViews: sheet.filterViews.flatMap((view) => (view.range ? withRange(view, rewrite) : [view])),
    charts: sheet.charts.map((chart) => rewriteChart(chart, rewrite)),
  };
}

function withRange<T extends { readonly range?: GridRange | undefined }>(holder: T, rewrite: Rewrite): T[] {
  const range = holder.range && rewrite(holder.range);
  if (!range) return [];
  return [range === holder.range ? holder : { ...holder, range }];
}

function rewriteChart(chart: EmbeddedChart, rewrite: Rewrite): EmbeddedChart {
  const spec = rewriteMessage('ChartSpec', chart.spec, rewrite);
  const overlay = chart.position.overlayPosition;
  if (!overlay?.anchorCell) return { ...chart, spec };
  const { sheetId, rowIndex = 0, columnIndex = 0 } = overlay.anchorCell;
  const cell = rewrite({
    ...(sheetId !== undefined && { sheetId }),
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + 1,
  });
  if (!cell) return { ...chart, spec };
  const anchorCell = {
    ...overlay.anchorCell,
    rowIndex: cell.startRowIndex ?? 0,
    columnIndex: cell.startColumnIndex ?? 0,
  };
  return { ...chart, spec, position: { ...chart.position, overlayPosition: { ...overlay, anchorCell } } };
}

/** Walks a message by its fields and rewrites every range in it; a lost range leaves its list. */
function rewriteMessage(name: MessageName, message: object, rewrite: Rewrite): object {
  const result: Record<string, unknown> = { ...message };
  for (const [key, value] of Object.entries(message)) {
    const type = fieldsOf(name).get(key)?.type;
    if (type?.kind !== 'message') continue;
    const one = (item: object) =>
      type.name === 'GridRange' ? rewrite(item) : rewriteMessage(type.name, item, rewrite);
    result[key] = Array.isArray(value) ? value.flatMap((item) => one(item) ?? []) : (one(value as object) ?? {});
  }
  return result;
}
