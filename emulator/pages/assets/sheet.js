// @ts-check
import { createApi, letters } from './grid-api.js';
import { fromText, toText } from './grid-clipboard.js';
import { createEditor, textOf } from './grid-editor.js';
import { cellAt, createSelection, placeOf } from './grid-selection.js';

/** @typedef {import('./grid-api.js').Outcome} Outcome */

const main = /** @type {HTMLElement} */ (document.querySelector('main.sheet'));
const grid = /** @type {HTMLElement} */ (document.getElementById('grid'));
const message = /** @type {HTMLElement} */ (document.querySelector('.message'));
const current = /** @type {HTMLElement} */ (document.querySelector('.current'));
const api = createApi(main.dataset);
const selection = createSelection(grid, showCurrent);
const editor = createEditor(
  (cell, text) => {
    const { row, column } = placeOf(cell);
    void carryOut(`Đã ghi ô ${nameOf(cell)}.`, () => api.write(row, column, [[text]]));
  },
  (_cell, onward) => {
    const [down, right] = { stay: [0, 0], down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[onward];
    if (onward === 'stay') selection.restore(!document.activeElement || document.activeElement === document.body);
    else selection.step(down ?? 0, right ?? 0, false);
  },
);

/** @param {HTMLElement} cell */
function nameOf(cell) {
  const { row, column } = placeOf(cell);
  return `${letters(column)}${row + 1}`;
}

/** @param {HTMLElement} cell */
function showCurrent(cell) {
  const [name, content, note] = ['.name', '.content', '.note'].map((part) => current.querySelector(part));
  if (name) name.textContent = nameOf(cell);
  if (content) content.textContent = textOf(cell);
  if (note) note.textContent = cell.title;
}

const unreachable = /** @type {Outcome} */ ({ ok: false, reason: 'không nối được với máy chủ.' });

/** Makes a change; the table is then drawn as the server has it. @param {string} done @param {() => Promise<Outcome>} change */
async function carryOut(done, change) {
  const outcome = await change().then(
    async (settled) => {
      await redraw();
      return settled;
    },
    () => unreachable,
  );
  message.textContent = outcome.ok ? done : `Không thực hiện được: ${outcome.reason}`;
  message.classList.toggle('refused', !outcome.ok);
}

async function redraw() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const fresh = page.getElementById('grid');
  // Who already types into the next cell keeps the table; the next change draws it.
  if (!fresh || editor.isOpen()) return;
  const hadFocus = grid.contains(document.activeElement);
  grid.innerHTML = fresh.innerHTML;
  Object.assign(main.dataset, page.querySelector('main')?.dataset);
  dress();
  selection.restore(hadFocus);
}

/** The table becomes a grid: one stop in the tab order, arrows inside. */
function dress() {
  grid.removeAttribute('tabindex');
  const table = grid.querySelector('table');
  table?.setAttribute('role', 'grid');
  table?.setAttribute('aria-multiselectable', 'true');
  for (const cell of grid.querySelectorAll('td[data-row]')) cell.setAttribute('tabindex', '-1');
  const head = grid.querySelector('thead');
  grid.style.scrollPaddingTop = `${head?.offsetHeight ?? 0}px`;
}

/** The block as text. */
function selectedTexts() {
  const { top, bottom, left, right } = selection.block();
  const texts = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells = Array.from({ length: right - left + 1 }, (_, index) => cellAt(grid, { row, column: left + index }));
    if (cells.some((cell) => cell !== null))
      texts.push(cells.map((cell) => cell?.dataset.tick ?? cell?.textContent ?? ''));
  }
  return texts;
}

/** The same text in every cell of the block. @param {string} text @param {string} done */
function fill(text, done) {
  const { top, bottom, left, right } = selection.block();
  const line = Array.from({ length: right - left + 1 }, () => text);
  const values = Array.from({ length: bottom - top + 1 }, () => line);
  return carryOut(done, () => api.write(top, left, values));
}

function beginEdit() {
  const cell = selection.cell();
  if (!cell) return;
  if (cell.dataset.tick === undefined) return editor.edit(cell);
  void fill(cell.dataset.tick === 'TRUE' ? 'FALSE' : 'TRUE', `Đã ghi ô ${nameOf(cell)}.`);
}

const steps = /** @type {Record<string, [number, number]>} */ ({
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [20, 0],
  PageUp: [-20, 0],
});

grid.addEventListener('keydown', (event) => {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const step = steps[key];
  if (step) selection.step(...step, shiftKey);
  else if (key === 'Home') selection.go({ row: selection.active().row, column: 0 });
  else if (key === 'Enter' || key === 'F2') beginEdit();
  else if (key === 'Delete' || key === 'Backspace') void fill('', 'Đã xóa nội dung.');
  else if (key === ' ' && selection.cell()?.dataset.tick !== undefined) beginEdit();
  else if (ctrlKey || metaKey || altKey || (key.length > 1 && key !== 'Process')) return;
  else return typeInto();
  event.preventDefault();
});

/** The key itself goes on into the field, and through whatever composes Vietnamese letters. */
function typeInto() {
  const cell = selection.cell();
  if (cell && cell.dataset.tick === undefined) editor.edit(cell, '');
}

/** @param {Event} event */
const cellUnder = (event) =>
  /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('td[data-row]'));

/** A tick box is ticked where it stands; the rest of its cell only selects it. @param {Event} event */
const isTick = (event) => /** @type {Element} */ (event.target).closest('.tick') !== null;

grid.addEventListener('mousedown', (event) => {
  const cell = cellUnder(event);
  if (!cell || event.button !== 0 || cell.querySelector('textarea, input, select')) return;
  event.preventDefault();
  if (event.shiftKey) selection.extend(placeOf(cell));
  else selection.go(placeOf(cell));
});
grid.addEventListener('mouseover', (event) => {
  const cell = cellUnder(event);
  if (cell && event.buttons === 1 && !editor.isOpen()) selection.extend(placeOf(cell));
});
grid.addEventListener('dblclick', (event) => {
  if (cellUnder(event) && !editor.isOpen() && !isTick(event)) beginEdit();
});
grid.addEventListener('click', (event) => {
  if (isTick(event) && !event.shiftKey) beginEdit();
});

for (const kind of /** @type {const} */ (['copy', 'cut'])) {
  grid.addEventListener(kind, (event) => {
    if (editor.isOpen()) return;
    event.clipboardData?.setData('text/plain', toText(selectedTexts()));
    event.preventDefault();
    if (kind === 'cut') void fill('', 'Đã cắt nội dung.');
  });
}
grid.addEventListener('paste', (event) => {
  if (editor.isOpen()) return;
  event.preventDefault();
  const cells = fromText(event.clipboardData?.getData('text/plain') ?? '');
  const { top, left } = selection.block();
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (single !== undefined) void fill(single, 'Đã dán.');
  else if (cells.length > 0) void carryOut(`Đã dán ${cells.length} hàng.`, () => api.write(top, left, cells));
});

/** @type {Record<string, () => unknown>} */
const actions = {
  edit: beginEdit,
  ascending: () => carryOut('Đã sắp xếp.', () => api.sort(selection.active().column, 'ASCENDING')),
  descending: () => carryOut('Đã sắp xếp.', () => api.sort(selection.active().column, 'DESCENDING')),
  above: () => insert(selection.block().top),
  below: () => insert(selection.block().bottom + 1),
  delete: () => {
    const { top, bottom } = selection.block();
    return carryOut(`Đã xóa ${bottom - top + 1} hàng.`, () => api.deleteRows(top, bottom - top + 1));
  },
  up: () => move(-1),
  down: () => move(1),
  more: () => carryOut('Đã thêm 100 hàng.', () => api.appendRows(100)),
};

/** As many rows as are selected. A row under the frozen ones takes the look of the row below it. @param {number} at */
function insert(at) {
  const { top, bottom } = selection.block();
  const count = bottom - top + 1;
  return carryOut(`Đã chèn ${count} hàng.`, () => api.insertRows(at, count, at > Number(main.dataset.frozen)));
}

/** @param {-1 | 1} by */
async function move(by) {
  const { top, bottom, left, right } = selection.block();
  if (top + by < 0) return;
  await carryOut('Đã chuyển hàng.', () => api.moveRows(top, bottom - top + 1, by < 0 ? top - 1 : bottom + 2));
  selection.go({ row: top + by, column: left });
  selection.extend({ row: bottom + by, column: right });
}

/** Each begins with the table the one before it left. */
let underway = Promise.resolve();
for (const button of main.querySelectorAll('[data-action]')) {
  button.addEventListener('click', () => {
    underway = underway.then(async () => void (await actions[button.getAttribute('data-action') ?? '']?.()));
  });
}

// The editor's own links name the tab behind the #.
const gid = /gid=(\d+)/.exec(location.hash)?.[1];
if (gid !== undefined && gid !== main.dataset.sheet) location.replace(`?gid=${gid}`);
for (const part of main.querySelectorAll('.tools, .current')) part.removeAttribute('hidden');
main.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
dress();
selection.restore(false);
