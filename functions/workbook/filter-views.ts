import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { type ReadyView, type RowTest, readyViews } from '../../sheets-schema/ready-views.ts';

/** The ready filter views of a tab, where its columns stand as given. Looking through one moves and hides nothing for anybody else. */
export function filterViews(tab: Tab): readonly sheets_v4.Schema$Request[] {
  return readyViews
    .filter((view) => view.tab.name === tab.name && view.column in tab.columns)
    .map((view) => filterView({ ...view, tab }));
}

function filterView({ id, tab, title, column, rows }: ReadyView): sheets_v4.Schema$Request {
  const names = Object.keys(tab.columns);
  return {
    addFilterView: {
      filter: {
        filterViewId: id,
        title,
        range: { sheetId: tab.sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: names.length },
        filterSpecs: [{ columnIndex: names.indexOf(column), filterCriteria: criteria(rows) }],
      },
    },
  };
}

function criteria(rows: RowTest): sheets_v4.Schema$FilterCriteria {
  switch (rows.kind) {
    case 'starts-with':
      return { condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: rows.word }] } };
    case 'filled':
      return { condition: { type: 'NOT_BLANK' } };
    case 'none-of':
      return { hiddenValues: [...rows.values] };
  }
}
