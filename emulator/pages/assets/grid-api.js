// @ts-check

/** What a request did: nothing to say, or why it was refused. @typedef {{ ok: true } | { ok: false, reason: string }} Outcome */

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
    const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.ok) return { ok: true };
    const { error } = await answer.json().catch(() => ({}));
    return { ok: false, reason: error?.message ?? `Lỗi ${answer.status}` };
  }

  return {
    /** Writes a block as typed, from its first cell on. @param {number} row @param {number} column @param {string[][]} values */
    write(row, column, values) {
      const width = Math.max(...values.map((line) => line.length));
      const last = `${letters(column + width - 1)}${row + values.length}`;
      const range = `'${(tab.title ?? '').replaceAll("'", "''")}'!${letters(column)}${row + 1}:${last}`;
      return send(`/values/${encodeURIComponent(range)}`, { values });
    },
    /** @param {number} row @param {number} count @param {boolean} inheritFromBefore */
    insertRows: (row, count, inheritFromBefore) =>
      send('/batchUpdate', { requests: [{ insertDimension: { range: rows(row, count), inheritFromBefore } }] }),
    /** @param {number} row @param {number} count */
    deleteRows: (row, count) => send('/batchUpdate', { requests: [{ deleteDimension: { range: rows(row, count) } }] }),
    /** `to` counts before the move. @param {number} row @param {number} count @param {number} to */
    moveRows: (row, count, to) =>
      send('/batchUpdate', { requests: [{ moveDimension: { source: rows(row, count), destinationIndex: to } }] }),
    /** @param {number} length */
    appendRows: (length) =>
      send('/batchUpdate', { requests: [{ appendDimension: { sheetId, dimension: 'ROWS', length } }] }),
    /** All rows below the frozen ones, by one column. @param {number} column @param {'ASCENDING' | 'DESCENDING'} sortOrder */
    sort(column, sortOrder) {
      const [startRowIndex, endRowIndex, endColumnIndex] = [Number(tab.frozen), Number(tab.used), Number(tab.columns)];
      const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex: 0, endColumnIndex };
      return send('/batchUpdate', {
        requests: [{ sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder }] } }],
      });
    },
  };

  /** @param {number} startIndex @param {number} count */
  function rows(startIndex, count) {
    return { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + count };
  }
}
