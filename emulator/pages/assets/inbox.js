// @ts-check

const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe.mail'));

/** The frame is as high as the mail in it: the page alone scrolls. */
function grow() {
  const mail = frame.contentDocument?.documentElement;
  if (!mail) return;
  frame.style.height = '0';
  frame.style.height = `${mail.scrollHeight + 2}px`;
}

frame.addEventListener('load', grow);
window.addEventListener('resize', grow);
grow();
