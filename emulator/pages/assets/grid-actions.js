// @ts-check
import { ask } from './ask.js';
import { noCell, wholeTab } from './grid-changes.js';
import { cellAt } from './grid-selection.js';

/** @typedef {import('./grid-api.js').Outcome} Outcome */
/** @typedef {import('./grid-api.js').Run} Run */

/**
 * What the buttons and keys do, by their names.
 * @param {{
 *   grid: HTMLElement, tab: DOMStringMap, api: ReturnType<typeof import('./grid-api.js').createApi>,
 *   selection: ReturnType<typeof import('./grid-selection.js').createSelection>,
 *   carryOut: import('./grid-changes.js').CarryOut, edit: () => void }} page
 * @returns {Record<string, () => unknown>}
 */
export function createActions({ grid, tab, api, selection, carryOut, edit }) {
  return {
    undo: () => swap('Đã hoàn tác.', api.undo),
    redo: () => swap('Đã làm lại.', api.redo),
    edit,
    ascending: () => sort('ASCENDING'),
    descending: () => sort('DESCENDING'),
    above: () => insertRows(selection.block().top),
    below: () => insertRows(selection.block().bottom + 1),
    left: () => insertColumns(selection.block().left),
    right: () => insertColumns(selection.block().right + 1),
    delete: () => {
      const runs = seenRuns();
      const count = runs.reduce((sum, run) => sum + run.count, 0);
      return carryOut(`Đã xóa ${count} dòng.`, () => api.delete('ROWS', runs), selection.block());
    },
    'delete-columns': () => {
      const { left, right } = selection.block();
      const run = { start: left, count: right - left + 1 };
      const block = { ...wholeTab, left, right };
      return carryOut(`Đã xóa ${run.count} cột.`, () => api.delete('COLUMNS', [run]), block);
    },
    up: () => move(-1),
    down: () => move(1),
    more: () => carryOut('Đã thêm 100 dòng.', () => api.appendRows(100), noCell),
    'add-tab': async () => {
      const title = await ask({ question: 'Thêm tab mới', yes: 'Thêm', input: { label: 'Tên tab', value: '' } });
      if (!title) return;
      const outcome = await carryOut('Đã thêm tab.', () => api.addTab(title), noCell);
      if (outcome?.ok) location.href = `edit?gid=${outcome.answer.replies[0].addSheet.properties.sheetId}`;
    },
    'rename-tab': async () => {
      const input = { label: 'Tên tab', value: tab.title ?? '' };
      const title = await ask({ question: 'Đổi tên tab', yes: 'Đổi tên', input });
      if (title) await carryOut('Đã đổi tên tab.', () => api.renameTab(title), noCell);
    },
    'delete-tab': async () => {
      const question = `Xóa tab ${tab.title} và mọi dòng của nó?`;
      if (await ask({ question, yes: 'Xóa tab' })) await carryOut('Đã xóa tab.', api.deleteTab, noCell);
    },
  };

  /** @param {'ASCENDING' | 'DESCENDING'} order */
  function sort(order) {
    const block = { ...wholeTab, top: Number(tab.frozen) };
    return carryOut('Đã sắp xếp.', () => api.sort(selection.active().column, order), block);
  }

  /** Goes to the tab where it shows, as the editor does. @param {string} done @param {() => Promise<Outcome>} change */
  async function swap(done, change) {
    const outcome = await carryOut(done, change, noCell);
    const sheetId = outcome?.ok ? outcome.answer.sheetId : undefined;
    if (sheetId !== undefined && String(sheetId) !== tab.sheet) location.href = `edit?gid=${sheetId}`;
  }

  /** The rows of the block that one sees, those that stand side by side together. @returns {Run[]} */
  function seenRuns() {
    const { top, bottom, left } = selection.block();
    /** @type {Run[]} */ const runs = [];
    for (let row = top; row <= bottom; row += 1) {
      const last = runs.at(-1);
      if (!cellAt(grid, { row, column: left })) continue;
      if (last && last.start + last.count === row) last.count += 1;
      else runs.push({ start: row, count: 1 });
    }
    return runs;
  }

  /** As many rows as are selected. A row under the frozen ones takes the look of the row below it. @param {number} at */
  function insertRows(at) {
    const block = selection.block();
    const run = { start: at, count: block.bottom - block.top + 1 };
    return carryOut(`Đã chèn ${run.count} dòng.`, () => api.insert('ROWS', run, at > Number(tab.frozen)), block);
  }

  /** @param {number} at */
  function insertColumns(at) {
    const { left, right } = selection.block();
    const run = { start: at, count: right - left + 1 };
    const block = { ...wholeTab, left, right };
    return carryOut(`Đã chèn ${run.count} cột.`, () => api.insert('COLUMNS', run, at > 0), block);
  }

  /** @param {-1 | 1} by */
  async function move(by) {
    const block = selection.block();
    const { top, bottom, left, right } = block;
    if (top + by < 0) return;
    const run = { start: top, count: bottom - top + 1 };
    const to = by < 0 ? top - 1 : bottom + 2;
    const outcome = await carryOut('Đã chuyển dòng.', () => api.moveRows(run, to), block);
    if (!outcome?.ok) return;
    selection.go({ row: top + by, column: left });
    selection.extend({ row: bottom + by, column: right });
  }
}
