import { html } from 'hono/html';
import type { FilterView, Sheet, Spreadsheet } from '../../sheets/model.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';
import { css } from './colours.ts';
import { gridTable } from './grid-table.ts';
import { PAGE_ROWS, type TabView } from './view-tab.ts';

type Shown = { book: Spreadsheet; sheet: Sheet; view: TabView; from: number; through: FilterView | undefined };

/** A tab as a table. With a script it becomes a grid to work in; without one it is still there to read. */
export function sheetPage({ book, sheet, view, from, through }: Shown): Page {
  const { title } = book.properties;
  const { frozenRowCount = 0, rowCount } = sheet.properties.gridProperties;
  const body = html`${workspaceBar('sheet')}
<main class="sheet" data-id="${book.id}" data-sheet="${sheet.properties.sheetId}" data-title="${sheet.properties.title}"
 data-frozen="${frozenRowCount}" data-used="${view.usedRows}" data-rows="${rowCount}" data-columns="${view.widths.length}">
<h1>${title}</h1>
${toolbar}
<div class="current" role="region" aria-label="Ô đang chọn" tabindex="0" hidden><span class="name"></span><span class="content"></span><span class="note"></span></div>
<p class="message" role="status"></p>
${remarks(sheet)}
${filterViews(sheet, through)}
<div class="scroll" id="grid" tabindex="0" role="region" aria-label="Bảng">${gridTable(view, sheet.properties.title)}</div>
${through ? '' : pager(sheet, view, from)}
${tabs(book, sheet)}
</main>`;
  return { title: `${sheet.properties.title} – ${title}`, styles: ['sheet.css'], scripts: ['sheet.js'], body };
}

/** Every button is named after what it does to the selected rows or column. */
const actions = [
  ['edit', 'Sửa ô'],
  ['ascending', 'Sắp xếp A→Z'],
  ['descending', 'Sắp xếp Z→A'],
  ['above', 'Chèn hàng trên'],
  ['below', 'Chèn hàng dưới'],
  ['delete', 'Xóa hàng'],
  ['up', 'Chuyển lên'],
  ['down', 'Chuyển xuống'],
  ['more', 'Thêm 100 hàng'],
] as const;

const toolbar = html`<div class="buttons tools" role="group" aria-label="Sửa hàng và sắp xếp" hidden>
${actions.map(([action, label]) => html`<button type="button" class="second" data-action="${action}">${label}</button>`)}
</div>`;

function remarks({ protectedRanges, charts }: Sheet): Html | '' {
  const words = protectedRanges.map(({ description }) => description || 'Có vùng được bảo vệ.');
  const titles = charts.map(({ spec }) => (spec as { title?: string }).title ?? 'không tên');
  if (titles.length > 0) words.push(`Biểu đồ (không vẽ ở đây): ${titles.join('; ')}.`);
  return words.length > 0 ? html`<p class="muted remark">${[...new Set(words)].join(' ')}</p>` : '';
}

/** The views one may look through; none of them changes what others see. */
function filterViews({ properties, filterViews: views }: Sheet, through: FilterView | undefined): Html | '' {
  if (views.length === 0) return '';
  const link = (query: string, text: string, isHere: boolean) =>
    html`<a href="?gid=${properties.sheetId}${query}" ${isHere ? html`aria-current="true"` : ''}>${text}</a> `;
  return html`<nav class="views" aria-label="Chế độ xem lọc">Xem: ${link('', 'Tất cả', through === undefined)}
${views.map((view) => link(`&fvid=${view.filterViewId}`, view.title, view === through))}</nav>`;
}

function pager({ properties }: Sheet, { usedRows }: TabView, from: number): Html | '' {
  if (usedRows <= PAGE_ROWS) return '';
  const link = (start: number, text: string) =>
    html`<a href="?gid=${properties.sheetId}&amp;from=${start}">${text}</a>`;
  const starts = Array.from({ length: Math.ceil(usedRows / PAGE_ROWS) }, (_, page) => page * PAGE_ROWS);
  return html`<nav class="pager" aria-label="Các hàng">Hàng: ${starts.map((start) =>
    start === from ? html`<span aria-current="page">${start + 1}</span> ` : html`${link(start, String(start + 1))} `,
  )}</nav>`;
}

function tabs({ sheets }: Spreadsheet, here: Sheet): Html {
  const hidden = sheets.filter(({ properties }) => properties.hidden);
  const shown = sheets.filter(({ properties }) => !properties.hidden);
  return html`<nav class="tabs" aria-label="Trang tính">${shown.map((sheet) => tab(sheet, here))}
${hidden.length > 0 ? html`<details ${hidden.includes(here) ? 'open' : ''}><summary>Trang tính ẩn (${hidden.length})</summary>${hidden.map((sheet) => tab(sheet, here))}</details>` : ''}</nav>`;
}

function tab({ properties }: Sheet, here: Sheet): Html {
  const { tabColorStyle } = properties as { tabColorStyle?: { rgbColor?: object } };
  const isHere = properties.sheetId === here.properties.sheetId;
  return html`<a href="?gid=${properties.sheetId}" style="border-color: ${css(tabColorStyle?.rgbColor) ?? 'transparent'}" ${isHere ? html`aria-current="page"` : ''}>${properties.title}</a>
`;
}
