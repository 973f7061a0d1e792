// @ts-check

/** @typedef {{ row: number, column: number }} Place */
/** First and last cell, both inside. @typedef {{ top: number, bottom: number, left: number, right: number }} Block */

/** @param {HTMLElement} grid @param {Place} place @returns {HTMLTableCellElement | null} */
export const cellAt = (grid, { row, column }) => grid.querySelector(`td[data-row="${row}"][data-column="${column}"]`);

/** @param {HTMLElement} cell @returns {Place} */
export const placeOf = (cell) => ({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });

/**
 * The active cell, which has the focus, and the block that reaches from it. One cell of the grid is in the tab order.
 * @param {HTMLElement} grid @param {(cell: HTMLTableCellElement) => void} onMove
 */
export function createSelection(grid, onMove) {
  /** @type {Place} */ let active = { row: 0, column: 0 };
  /** @type {Place} */ let reach = active;
  /** @type {Element[]} */ let marked = [];

  /** @returns {Block} */
  const block = () => ({
    top: Math.min(active.row, reach.row),
    bottom: Math.max(active.row, reach.row),
    left: Math.min(active.column, reach.column),
    right: Math.max(active.column, reach.column),
  });

  function mark() {
    for (const cell of marked) cell.removeAttribute('aria-selected');
    const { top, bottom, left, right } = block();
    marked = [...grid.querySelectorAll('td[data-row]')].filter((cell) => {
      const { row, column } = placeOf(/** @type {HTMLElement} */ (cell));
      return row >= top && row <= bottom && column >= left && column <= right;
    });
    for (const cell of marked) cell.setAttribute('aria-selected', 'true');
  }

  /** @param {boolean} takesFocus */
  function show(takesFocus) {
    const cell =
      cellAt(grid, active) ?? /** @type {HTMLTableCellElement | null} */ (grid.querySelector('td[data-row]'));
    if (!cell) return;
    active = placeOf(cell);
    grid.querySelector('td[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
    if (takesFocus) cell.focus({ preventScroll: true });
    if (takesFocus) (cellAt(grid, reach) ?? cell).scrollIntoView({ block: 'nearest', inline: 'nearest' });
    mark();
    onMove(cell);
  }

  return {
    block,
    active: () => active,
    cell: () => cellAt(grid, active),
    /** Another cell, alone. @param {Place} place */
    go(place) {
      if (!cellAt(grid, place)) return;
      active = place;
      reach = place;
      show(true);
    },
    /** The block from the active cell to this one. @param {Place} place */
    extend(place) {
      if (!cellAt(grid, place)) return;
      reach = place;
      show(true);
    },
    /** One step, over the rows that are on the page. @param {number} down @param {number} right @param {boolean} extends_ */
    step(down, right, extends_) {
      const from = extends_ ? reach : active;
      const rows = [...grid.querySelectorAll('td[data-column="0"]')].map(
        (cell) => placeOf(/** @type {HTMLElement} */ (cell)).row,
      );
      const index = Math.min(Math.max(rows.indexOf(from.row) + down, 0), rows.length - 1);
      const place = { row: rows[index] ?? from.row, column: Math.max(0, from.column + right) };
      if (extends_) this.extend(place);
      else this.go(place);
    },
    /** After the table was drawn anew. @param {boolean} takesFocus */
    restore: (takesFocus) => show(takesFocus),
  };
}
