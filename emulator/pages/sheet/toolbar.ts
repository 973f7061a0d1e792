import { html } from 'hono/html';
import type { Html } from '../page.ts';

type Action = readonly [name: string, label: string];

/** Every button is named after what it does to the selected cells, rows, columns, or to the tab. */
const menus: readonly (readonly [name: string, label: string, actions: readonly Action[]])[] = [
  [
    'rows',
    'Dòng',
    [
      ['above', 'Chèn dòng trên'],
      ['below', 'Chèn dòng dưới'],
      ['delete', 'Xóa dòng'],
      ['up', 'Chuyển dòng lên'],
      ['down', 'Chuyển dòng xuống'],
      ['more', 'Thêm 100 dòng'],
    ],
  ],
  [
    'columns',
    'Cột',
    [
      ['ascending', 'Sắp xếp A→Z theo cột này'],
      ['descending', 'Sắp xếp Z→A theo cột này'],
      ['left', 'Chèn cột trái'],
      ['right', 'Chèn cột phải'],
      ['delete-columns', 'Xóa cột'],
    ],
  ],
  [
    'tab',
    'Tab',
    [
      ['add-tab', 'Thêm tab'],
      ['rename-tab', 'Đổi tên tab'],
      ['delete-tab', 'Xóa tab'],
    ],
  ],
];

const button = ([name, label]: Action, popover?: string): Html =>
  html`<button type="button" class="second" data-action="${name}"${popover ? html` popovertarget="${popover}" popovertargetaction="hide"` : ''}>${label}</button>`;

/** Hidden until a script makes the table a grid. What is done is said in its last line, and what is selected below. */
export const toolbar = (id: string): Html => html`<div class="tools" role="group" aria-label="Sửa bảng" hidden>
${button(['undo', 'Hoàn tác'])}${button(['redo', 'Làm lại'])}${button(['edit', 'Sửa ô'])}
${menus.map(
  ([name, label, actions]) =>
    html`<button type="button" class="second" popovertarget="menu-${name}">${label} ▾</button>
<div class="menu" id="menu-${name}" popover>${actions.map((action) => button(action, `menu-${name}`))}</div>`,
)}
<a href="/spreadsheets/d/${id}/versions">Nhật ký phiên bản</a>
<p class="message" role="status"></p></div>
<div class="current" role="region" aria-label="Ô đang chọn" tabindex="0" hidden><span class="name"></span><span class="content"></span><span class="note"></span></div>`;
