import { html } from 'hono/html';
import type { Html } from '../page.ts';

/** Something the program around the emulator shows on the home page: a place to go to, or a step of what to try. */
export type Link = {
  readonly label: string;
  readonly href?: string;
  /** One line that says what is there. */
  readonly about?: string;
};

/** What the program around the emulator says of itself at the top of the home page. */
export type Intro = {
  readonly title: string;
  /** What the program is, in a sentence or two. */
  readonly about: string;
  /** How things stand now, in one line. */
  readonly headline?: string;
};

/** Places of one kind, or steps in their order. */
export type Block = { readonly heading: string; readonly isInOrder?: boolean; readonly links: readonly Link[] };

/** Nothing when there is no place. */
export function linksBlock({ heading, isInOrder = false, links }: Block): Html | '' {
  if (links.length === 0) return '';
  const items = links.map(
    ({ label, href, about }) =>
      html`<li>${href ? html`<a href="${href}">${label}</a>` : label}${about ? html`${isInOrder ? ': ' : ' '}<span class="muted">${about}</span>` : ''}</li>`,
  );
  return html`<section><h2>${heading}</h2>
${isInOrder ? html`<ol class="steps">${items}</ol>` : html`<ul class="files">${items}</ul>`}</section>`;
}
