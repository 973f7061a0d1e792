// @ts-check
import { ask } from './ask.js';

/** @typedef {import('./grid-api.js').Outcome} Outcome */
/** @typedef {import('./grid-selection.js').Block} Block */
/** @typedef {(done: string, change: () => Promise<Outcome>, block?: Block) => Promise<Outcome | undefined>} CarryOut */

/** @type {Outcome} */
const unreachable = { ok: false, reason: 'không nối được với máy chủ.' };

/** Every cell. */
export const wholeTab = { top: 0, bottom: Number.POSITIVE_INFINITY, left: 0, right: Number.POSITIVE_INFINITY };
/** No cell at all, as when a tab is renamed. */
export const noCell = { top: -1, bottom: -1, left: -1, right: -1 };

/**
 * Makes changes and says in the line for it what became of them.
 * @param {{ tab: DOMStringMap, message: HTMLElement, redraw: () => Promise<void> }} page
 * @returns {{ carryOut: CarryOut }}
 */
export function createChanges({ tab, message, redraw }) {
  /** One change is sent after the other. */
  /** @type {Promise<unknown>} */ let sending = Promise.resolve();

  /**
   * Makes a change; the table is then drawn as the server has it.
   * @param {string} done @param {() => Promise<Outcome>} change @param {Block} [block] the cells it is about, all when left out
   * @returns {Promise<Outcome | undefined>} nothing when the person thought better of it
   */
  async function carryOut(done, change, block = wholeTab) {
    const words = guardOver(tab, block);
    if (words !== undefined && !(await ask({ question: `${words} Vẫn sửa?`, yes: 'Vẫn sửa' })))
      return say('Đã thôi, không sửa gì.');
    const settled = sending.then(change).catch(() => unreachable);
    sending = settled;
    const outcome = await settled;
    if (outcome !== unreachable) await redraw();
    say(outcome.ok ? done : `Không thực hiện được: ${outcome.reason}`, !outcome.ok);
    return outcome;
  }

  /** @param {string} words @param {boolean} [isRefused] @returns {undefined} */
  function say(words, isRefused = false) {
    message.textContent = words;
    message.classList.toggle('refused', isRefused);
  }

  return { carryOut };
}

/** What the protection of one of these cells says of itself. @param {DOMStringMap} tab @param {Block} block @returns {string | undefined} */
function guardOver(tab, { top, bottom, left, right }) {
  /** @type {{ startRow: number, endRow: number, startColumn: number, endColumn: number, words: string }[]} */
  const guards = JSON.parse(tab.guards ?? '[]');
  return guards.find(
    ({ startRow, endRow, startColumn, endColumn }) =>
      top < endRow && bottom >= startRow && left < endColumn && right >= startColumn,
  )?.words;
}
