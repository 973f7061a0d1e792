import { html } from 'hono/html';
import type { Html } from '../page.ts';

/** A place the program around the emulator lets people go to from the home page. */
export type Link = {
  readonly label: string;
  readonly href: string;
  /** One line that says what is there. */
  readonly about: string;
};

/** Nothing when the program offers no place. */
export function linksBlock(links: readonly Link[]): Html | '' {
  if (links.length === 0) return '';
  return html`<section><h2>Xem</h2>
<ul class="files">${links.map(({ label, href, about }) => html`<li><a href="${href}">${label}</a> <span class="muted">${about}</span></li>`)}</ul></section>`;
}
