import type { Sheet, SheetProperties } from './model.ts';

export function emptySheet(properties: SheetProperties, stamp: number): Sheet {
  return {
    stamp,
    properties,
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    basicFilter: undefined,
    filterViews: [],
    charts: [],
  };
}
