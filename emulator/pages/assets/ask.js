// @ts-check

/** @typedef {{ question: string, yes: string, input?: { label: string, value: string } }} Question */

/**
 * Asks before something is done that is not meant lightly.
 * @param {Question} question
 * @returns {Promise<string | undefined>} what was written, or the word of the button; nothing when the person gave it up
 */
export function ask({ question, yes, input }) {
  const dialog = /** @type {HTMLDialogElement} */ (part('dialog', { ariaLabel: question }));
  const field = /** @type {HTMLInputElement | undefined} */ (
    input && part('input', { value: input.value, ariaLabel: input.label, required: true })
  );
  const form = part('form', { method: 'dialog' }, part('p', { textContent: question }), ...(field ? [field] : []));
  const giveUp = part('button', { type: 'button', textContent: 'Thôi', className: 'second' });
  giveUp.addEventListener('click', () => dialog.close());
  const buttons = part('p', { className: 'buttons' }, part('button', { textContent: yes, value: yes }), giveUp);
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  // What is warned of is not done by a key pressed in haste.
  if (field) field.select();
  else giveUp.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === '' ? undefined : (field?.value.trim() ?? yes));
    });
  });
}

/** @param {string} name @param {object} traits @param {...Node} children */
function part(name, traits, ...children) {
  const element = Object.assign(document.createElement(name), traits);
  element.append(...children);
  return element;
}
