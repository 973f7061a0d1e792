import { html } from 'hono/html';
import { type Html, type Page, workspaceBar } from '../page.ts';
import type { Runner } from './runner.ts';

/** Before something is run that takes something away. */
export function askPage({ name, label }: Runner, question: string): Page {
  const body = html`${workspaceBar('home')}
<main class="notice"><h1>${label}?</h1><p>${question}</p>
<form method="post" action="/run/${encodeURIComponent(name)}"><input type="hidden" name="sure" value="yes">
<p class="buttons"><button>${label}</button> <a href="/">Thôi, về bàn làm việc</a></p></form></main>`;
  return { title: label, body };
}

/** While it runs: its steps are added below as they are told. */
export function workPage({ label }: Runner): Page {
  return {
    title: label,
    body: html`${workspaceBar('home')}
<main class="notice"><h1>${label}</h1><p>Đang làm, đề nghị chờ tới khi có dòng Xong.</p>
`,
  };
}

/** One step more. */
export const stepLine = (words: string): Html => html`<p>${words}…</p>
`;

/** The end of the page. */
export const workDone: Html = html`<p role="status">Xong. <a href="/">Về bàn làm việc</a></p></main>`;
