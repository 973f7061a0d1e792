// @ts-check

/** @typedef {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} Control */
/** Where a finished edit goes on. @typedef {'stay' | 'down' | 'up' | 'right' | 'left'} Onward */

/** What one edits of a cell: its formula, or what it shows. @param {HTMLElement} cell */
export const textOf = (cell) => cell.dataset.formula ?? cell.dataset.tick ?? cell.textContent ?? '';

/**
 * The field that opens over a cell: a list where only its values are allowed, a line with suggestions, or plain text.
 * @param {(cell: HTMLElement, text: string) => void} onWrite @param {(cell: HTMLElement, onward: Onward) => void} onClose
 * @param {(cell: HTMLElement) => string} nameOf its address
 */
export function createEditor(onWrite, onClose, nameOf) {
  /** @type {{ cell: HTMLElement, control: Control, before: string } | null} */ let open = null;

  /** @param {boolean} keeps @param {Onward} onward */
  function close(keeps, onward) {
    if (!open) return;
    const { cell, control, before } = open;
    open = null;
    const text = control.value;
    control.remove();
    if (keeps && text !== before) onWrite(cell, text);
    onClose(cell, onward);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    const { key, shiftKey, altKey, ctrlKey } = event;
    if (key === 'Enter' && (altKey || ctrlKey)) return insertLine(event);
    if (!['Enter', 'Tab', 'Escape'].includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') close(false, 'stay');
    else if (key === 'Enter') close(true, shiftKey ? 'up' : 'down');
    else close(true, shiftKey ? 'left' : 'right');
  }

  return {
    isOpen: () => open !== null,
    /** @param {HTMLElement} cell @param {string} [text] in the place of what the cell holds */
    edit(cell, text) {
      close(true, 'stay');
      const before = textOf(cell);
      const control = controlFor(cell, before);
      control.setAttribute('aria-label', `Nội dung ô ${nameOf(cell)}`);
      control.value = text ?? before;
      control.addEventListener('keydown', (event) => onKey(/** @type {KeyboardEvent} */ (event)));
      control.addEventListener('blur', () => close(true, 'stay'));
      open = { cell, control, before };
      cell.append(control);
      control.focus();
      if (!(control instanceof HTMLSelectElement) && text === undefined)
        control.setSelectionRange(control.value.length, control.value.length);
    },
  };
}

/** @param {KeyboardEvent} event */
function insertLine(event) {
  event.preventDefault();
  if (event.target instanceof HTMLTextAreaElement)
    event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end');
}

/** @param {HTMLElement} cell @param {string} text @returns {Control} */
function controlFor(cell, text) {
  const list = document.getElementById(`choices-${cell.dataset.choices}`);
  if (!(list instanceof HTMLDataListElement)) return document.createElement('textarea');
  if (list.dataset.kind === 'strict') return selectFor(list, text);
  const line = document.createElement('input');
  line.setAttribute('list', list.id);
  return line;
}

/** The present value stays on offer though the rule no longer has it. @param {HTMLDataListElement} list @param {string} text */
function selectFor(list, text) {
  const select = document.createElement('select');
  const values = [...list.options].map(({ value }) => value);
  for (const value of new Set(['', ...values, text])) select.append(new Option(value, value));
  return select;
}
