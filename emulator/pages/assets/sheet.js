// @ts-check
import { createActions } from './grid-actions.js';
import { createApi, letters } from './grid-api.js';
import { createChanges } from './grid-changes.js';
import { fromText, toText } from './grid-clipboard.js';
import { createEditor, textOf } from './grid-editor.js';
import { cellAt, createSelection, placeOf } from './grid-selection.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main.sheet'));
const grid = /** @type {HTMLElement} */ (document.getElementById('grid'));
const message = /** @type {HTMLElement} */ (document.querySelector('.message'));
const current = /** @type {HTMLElement} */ (document.querySelector('.current'));
const search = /** @type {HTMLInputElement} */ (document.querySelector('.search input[type="search"]'));
const api = createApi(main.dataset);
const { carryOut } = createChanges({ tab: main.dataset, message, redraw });
const selection = createSelection(grid, showCurrent);
const editor = createEditor(
  (cell, text) => {
    const { row, column } = placeOf(cell);
    const block = { top: row, bottom: row, left: column, right: column };
    void carryOut(`Đã ghi ô ${nameOf(cell)}.`, () => api.write(row, column, [[text]]), block);
  },
  (_cell, onward) => {
    const [down, right] = { stay: [0, 0], down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[onward];
    if (onward === 'stay') selection.restore(!document.activeElement || document.activeElement === document.body);
    else selection.step(down ?? 0, right ?? 0, false);
  },
  nameOf,
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

async function redraw() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const fresh = page.getElementById('grid');
  if (!fresh) location.href = 'edit';
  // Who already types into the next cell keeps the table; the next change draws it.
  if (!fresh || editor.isOpen()) return;
  const hadFocus = grid.contains(document.activeElement);
  grid.innerHTML = fresh.innerHTML;
  Object.assign(main.dataset, page.querySelector('main')?.dataset);
  const [tabs, freshTabs] = [main.querySelector('.tabs'), page.querySelector('.tabs')];
  if (tabs && freshTabs) tabs.innerHTML = freshTabs.innerHTML;
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
  for (const cell of grid.querySelectorAll('td[data-wrong]')) cell.setAttribute('aria-invalid', 'true');
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

/** The same text in every cell of the block that one sees; rows that a filter hides stay as they are. @param {string} text @param {string} done */
function fill(text, done) {
  const block = selection.block();
  const { top, bottom, left, right } = block;
  const values = Array.from({ length: bottom - top + 1 }, (_, index) => {
    const isSeen = cellAt(grid, { row: top + index, column: left }) !== null;
    return Array.from({ length: right - left + 1 }, () => (isSeen ? text : null));
  });
  return carryOut(done, () => api.write(top, left, values), block);
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
  else if (cells.length > 0) {
    const right = left + Math.max(...cells.map((line) => line.length)) - 1;
    const block = { top, bottom: top + cells.length - 1, left, right };
    void carryOut(`Đã dán ${cells.length} dòng.`, () => api.write(top, left, cells), block);
  }
});

const actions = createActions({ grid, tab: main.dataset, api, selection, carryOut, edit: beginEdit });

/** Each the name of an action, with Ctrl or ⌘. @type {Record<string, string>} */
const shortcuts = { z: 'undo', y: 'redo', Z: 'redo' };
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isInField = /** @type {Element} */ (target).closest('input, textarea, select, dialog') !== null;
  if (!(ctrlKey || metaKey) || altKey || isInField || (key !== 'f' && !shortcuts[key])) return;
  event.preventDefault();
  if (key === 'f') search.focus();
  else void actions[shortcuts[key] ?? '']?.();
});

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
if (main.dataset.at) selection.go(JSON.parse(main.dataset.at));
else selection.restore(false);
