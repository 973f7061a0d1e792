// @ts-check

/** What a request did, with what the server answered, or why it was refused. @typedef {{ ok: true, answer: any } | { ok: false, reason: string }} Outcome */
/** Rows or columns that stand side by side. @typedef {{ start: number, count: number }} Run */

/** Columns by their letters: 0 is A, 26 is AA. @param {number} column @returns {string} */
export function letters(column) {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

/** Sends changes of one tab as a person in the editor would make them. @param {DOMStringMap} tab */
export function createApi(tab) {
  const base = `/spreadsheets/d/${encodeURIComponent(tab.id ?? '')}`;
  const sheetId = Number(tab.sheet);

  /** @param {string} path @param {object} body @returns {Promise<Outcome>} */
  async function send(path, body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return { ok: true, answer };
    return { ok: false, reason: answer.error?.message ?? `Lỗi ${response.status}` };
  }
  /** @param {...object} requests */
  const update = (...requests) => send('/batchUpdate', { requests });

  return {
    /** Writes a block as typed, from its first cell on; nothing is written where it holds null. @param {number} row @param {number} column @param {(string | null)[][]} values */
    write(row, column, values) {
      const width = Math.max(...values.map((line) => line.length));
      const last = `${letters(column + width - 1)}${row + values.length}`;
      const range = `'${(tab.title ?? '').replaceAll("'", "''")}'!${letters(column)}${row + 1}:${last}`;
      return send(`/values/${encodeURIComponent(range)}`, { values });
    },
    /** @param {'ROWS' | 'COLUMNS'} dimension @param {Run} run @param {boolean} inheritFromBefore */
    insert: (dimension, run, inheritFromBefore) =>
      update({ insertDimension: { range: rangeOf(dimension, run), inheritFromBefore } }),
    /** The last ones first: what is deleted moves those behind it. @param {'ROWS' | 'COLUMNS'} dimension @param {Run[]} runs in their order */
    delete: (dimension, runs) =>
      update(...runs.toReversed().map((run) => ({ deleteDimension: { range: rangeOf(dimension, run) } }))),
    /** `to` counts before the move. @param {Run} run @param {number} to */
    moveRows: (run, to) => update({ moveDimension: { source: rangeOf('ROWS', run), destinationIndex: to } }),
    /** @param {number} length */
    appendRows: (length) => update({ appendDimension: { sheetId, dimension: 'ROWS', length } }),
    /** All rows below the frozen ones, by one column. @param {number} column @param {'ASCENDING' | 'DESCENDING'} sortOrder */
    sort(column, sortOrder) {
      const [startRowIndex, endRowIndex, endColumnIndex] = [Number(tab.frozen), Number(tab.used), Number(tab.columns)];
      const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex: 0, endColumnIndex };
      return update({ sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder }] } });
    },
    /** @param {string} title */
    addTab: (title) => update({ addSheet: { properties: { title } } }),
    /** @param {string} title */
    renameTab: (title) => update({ updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } }),
    deleteTab: () => update({ deleteSheet: { sheetId } }),
    undo: () => send('/undo', {}),
    redo: () => send('/redo', {}),
  };

  /** @param {'ROWS' | 'COLUMNS'} dimension @param {Run} run */
  function rangeOf(dimension, { start, count }) {
    return { sheetId, dimension, startIndex: start, endIndex: start + count };
  }
}
