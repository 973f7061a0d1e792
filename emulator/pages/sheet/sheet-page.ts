import { html } from 'hono/html';
import { columnLetters } from '../../sheets/a1.ts';
import type { FilterView, Sheet, Spreadsheet } from '../../sheets/model.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';
import { css } from './colours.ts';
import { gridTable } from './grid-table.ts';
import type { Version } from './history.ts';
import type { Place, Search } from './search.ts';
import { toolbar } from './toolbar.ts';
import { versionWords } from './versions-page.ts';
import { PAGE_ROWS, type TabView } from './view-tab.ts';

/** What was looked for, the cells that hold it, and the one of them that is shown. */
export type Found = { search: Search; places: readonly Place[]; at: number };

type Shown = {
  book: Spreadsheet;
  sheet: Sheet;
  view: TabView;
  from: number;
  through: FilterView | undefined;
  found: Found | undefined;
  /** An earlier one is only looked at. */
  version: Version | undefined;
};

/** A tab as a table. With a script it becomes a grid to work in; without one it is still there to read. */
export function sheetPage(shown: Shown): Page {
  const { book, sheet, view, found, version } = shown;
  const { title } = book.properties;
  const tabTitle = sheet.properties.title;
  const body = html`${workspaceBar('sheet', html`<h1>${title}</h1>${version ? '' : searchForm(shown)}`)}
${mainOf(shown)}
${version ? versionBand(version) : toolbar(book.id)}
${found ? findings(sheet, found) : ''}
${aside(shown)}
<div class="scroll" id="grid" tabindex="0" role="region" aria-label="Bảng">${gridTable(view, tabTitle)}</div>
${tabs(shown)}
</main>`;
  const scripts = version ? [] : ['sheet.js'];
  return { title: `${tabTitle} – ${title}`, styles: ['sheet.css'], scripts, body };
}

function mainOf({ book, sheet, view, found }: Shown): Html {
  const { sheetId, title, gridProperties } = sheet.properties;
  const { frozenRowCount = 0, rowCount } = gridProperties;
  const place = found?.search.as === 'find' ? found.places[found.at] : undefined;
  return html`<main class="sheet" data-id="${book.id}" data-sheet="${sheetId}" data-title="${title}"
 data-frozen="${frozenRowCount}" data-used="${view.usedRows}" data-rows="${rowCount}" data-columns="${view.widths.length}"
 data-guards="${JSON.stringify(view.guards)}"${place ? html` data-at="${JSON.stringify(place)}"` : ''}>`;
}

function searchForm({ sheet, view, found }: Shown): Html {
  const { text = '', column } = found?.search ?? {};
  const titles = view.frozen[0]?.cells.map((cell) => cell.text) ?? [];
  const options = view.widths.map(
    (_, index) =>
      html`<option value="${index}" ${index === column ? 'selected' : ''}>${titles[index] || columnLetters(index)}</option>`,
  );
  return html`<form class="search" role="search"><input type="hidden" name="gid" value="${sheet.properties.sheetId}">
<input type="search" name="text" value="${text}" aria-label="Tìm trong tab này" placeholder="Tìm trong tab" required>
<select name="column" aria-label="Trong cột"><option value="">mọi cột</option>${options}</select>
<button class="second" name="as" value="find">Tìm</button>
<button class="second" name="as" value="filter">Lọc</button></form>`;
}

/** Which of the cells that hold the text is shown, and the way to the others; or how many rows are left. */
function findings({ properties: { sheetId } }: Sheet, { search, places, at }: Found): Html {
  const { text, column = '', as } = search;
  const link = (hit: number, words: string) =>
    html`<a href="?gid=${sheetId}&text=${encodeURIComponent(text)}&column=${column}&as=find&hit=${hit}">${words}</a> `;
  const rows = new Set(places.map(({ row }) => row)).size;
  const words =
    as === 'filter'
      ? html`Đang lọc: ${rows} dòng có “${text}”. `
      : places.length === 0
        ? html`Không có ô nào có “${text}”. `
        : html`Ô ${at + 1}/${places.length} có “${text}”. ${at > 0 ? link(at - 1, 'Ô trước') : ''}${at + 1 < places.length ? link(at + 1, 'Ô sau') : ''}`;
  return html`<p class="found">${words}<a href="?gid=${sheetId}">${as === 'filter' ? 'Bỏ lọc' : 'Thôi tìm'}</a></p>`;
}

function versionBand(version: Version): Html {
  return html`<div class="version"><p>Phiên bản cũ, chỉ để đọc: ${versionWords(version)}.</p>
<form method="post" action="restore"><input type="hidden" name="version" value="${version.number}"><button>Khôi phục phiên bản này</button></form>
<p><a href="versions">Nhật ký phiên bản</a></p><p><a href="edit">Về bản hiện tại</a></p></div>`;
}

/** What stands above the table in one line: what is protected, the views to look through, the pages of rows. */
function aside(shown: Shown): Html | '' {
  const parts = [
    remarks(shown.sheet),
    filterViews(shown),
    shown.through || shown.found?.search.as === 'filter' ? '' : pager(shown),
  ];
  return parts.some((part) => part !== '') ? html`<div class="aside">${parts}</div>` : '';
}

function remarks({ protectedRanges, charts }: Sheet): Html | '' {
  const words = protectedRanges.map(({ description }) => description || 'Có vùng được bảo vệ.');
  const titles = charts.map(({ spec }) => (spec as { title?: string }).title ?? 'không tên');
  if (titles.length > 0) words.push(`Biểu đồ (không vẽ ở đây): ${titles.join('; ')}.`);
  return words.length > 0 ? html`<p class="muted">${[...new Set(words)].join(' ')}</p>` : '';
}

/** The views one may look through; none of them changes what others see. */
function filterViews({ sheet, through, version }: Shown): Html | '' {
  const { properties, filterViews: views } = sheet;
  if (views.length === 0) return '';
  const link = (query: string, text: string, isHere: boolean) =>
    html`<a href="?gid=${properties.sheetId}${query}${at(version)}" ${isHere ? html`aria-current="true"` : ''}>${text}</a> `;
  return html`<nav class="views" aria-label="Chế độ xem lọc">Xem: ${link('', 'Tất cả', through === undefined)}
${views.map((view) => link(`&fvid=${view.filterViewId}`, view.title, view === through))}</nav>`;
}

function pager({ sheet, view, from, version }: Shown): Html | '' {
  if (view.usedRows <= PAGE_ROWS) return '';
  const link = (start: number, text: string) =>
    html`<a href="?gid=${sheet.properties.sheetId}&from=${start}${at(version)}">${text}</a>`;
  const starts = Array.from({ length: Math.ceil(view.usedRows / PAGE_ROWS) }, (_, page) => page * PAGE_ROWS);
  return html`<nav class="pager" aria-label="Các dòng">Dòng: ${starts.map((start) =>
    start === from ? html`<span aria-current="page">${start + 1}</span> ` : html`${link(start, String(start + 1))} `,
  )}</nav>`;
}

/** The end of an address that stays in the version one looks at. */
const at = (version: Version | undefined): string => (version ? `&version=${version.number}` : '');

function tabs({ book: { sheets }, sheet: here, version }: Shown): Html {
  const hidden = sheets.filter(({ properties }) => properties.hidden);
  const shown = sheets.filter(({ properties }) => !properties.hidden);
  const tab = ({ properties }: Sheet): Html => {
    const { tabColorStyle } = properties as { tabColorStyle?: { rgbColor?: object } };
    const isHere = properties.sheetId === here.properties.sheetId;
    return html`<a href="?gid=${properties.sheetId}${at(version)}" style="border-color: ${css(tabColorStyle?.rgbColor) ?? 'transparent'}" ${isHere ? html`aria-current="page"` : ''}>${properties.title}</a>
`;
  };
  return html`<nav class="tabs" aria-label="Các tab">${shown.map(tab)}
${hidden.length > 0 ? html`<details ${hidden.includes(here) ? 'open' : ''}><summary>Tab ẩn (${hidden.length})</summary>${hidden.map(tab)}</details>` : ''}</nav>`;
}
