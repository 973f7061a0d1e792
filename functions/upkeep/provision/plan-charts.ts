import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { ACCENT, rgb } from '../../../sheets-schema/look.ts';
import { overview } from '../../../sheets-schema/tabs/projections.ts';

type Rows = { readonly start: number; readonly end: number };

/** Where `Tổng quan` keeps its counts, 0-based, end exclusive: the rows the charts draw. */
export const chartRows = { round: { start: 2, end: 9 }, tasks: { start: 9, end: 13 } } as const satisfies Record<
  string,
  Rows
>;

const columns = Object.keys(overview.columns);

/** The answer in the first row, in larger letters than the figures behind it. */
export function overviewHeadline(): sheets_v4.Schema$Request {
  return {
    repeatCell: {
      range: { sheetId: overview.sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
      cell: { userEnteredFormat: { textFormat: { bold: true, fontSize: 13 } } },
      fields: 'userEnteredFormat.textFormat(bold,fontSize)',
    },
  };
}

const WIDTH = 620;
/** Pixels of a column that nobody made wider or narrower. */
const USUAL_COLUMN = 100;

/**
 * Two charts beside the figures of `Tổng quan`; they point at cells, so they follow every run. They have columns to stand
 * over: whether a chart may stand out past the last one is not known.
 */
export function overviewCharts(): readonly sheets_v4.Schema$Request[] {
  const length = Math.ceil(WIDTH / USUAL_COLUMN);
  return [
    { appendDimension: { sheetId: overview.sheetId, dimension: 'COLUMNS', length } },
    barChart('Kỳ đang mở: số đơn vị', chartRows.round, { chartId: overview.sheetId * 10 + 1, row: 1 }),
    barChart('Nhiệm vụ theo cách đếm của Văn phòng Chính phủ', chartRows.tasks, {
      chartId: overview.sheetId * 10 + 2,
      row: 20,
    }),
  ];
}

function barChart(
  title: string,
  rows: Rows,
  place: { readonly chartId: number; readonly row: number },
): sheets_v4.Schema$Request {
  const data = (name: string) => ({ sourceRange: { sources: [rangeOf(name, rows)] } });
  return {
    addChart: {
      chart: {
        chartId: place.chartId,
        spec: {
          title,
          altText: `${title}; các số ở cột Giá trị bên cạnh.`,
          basicChart: {
            chartType: 'BAR',
            legendPosition: 'NO_LEGEND',
            // Unset it is guessed, from cells that are still empty.
            headerCount: 0,
            domains: [{ domain: data('label') }],
            series: [{ series: data('value'), targetAxis: 'BOTTOM_AXIS', colorStyle: { rgbColor: rgb(ACCENT) } }],
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId: overview.sheetId, rowIndex: place.row, columnIndex: columns.length },
            widthPixels: WIDTH,
            heightPixels: 340,
          },
        },
      },
    },
  };
}

function rangeOf(column: string, { start, end }: Rows): sheets_v4.Schema$GridRange {
  const index = columns.indexOf(column);
  return {
    sheetId: overview.sheetId,
    startRowIndex: start,
    endRowIndex: end,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  };
}
