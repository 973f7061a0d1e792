import type { Context } from 'hono';
import { html } from 'hono/html';
import { stream } from 'hono/streaming';

/** Escaped markup, as the `html` template makes it. */
export type Html = ReturnType<typeof html>;

export type Page = {
  title: string;
  body: Html;
  /** File names under `assets/`, besides the sheet every page has. */
  styles?: readonly string[];
  scripts?: readonly string[];
};

/**
 * Nothing from anywhere but this server, and no script but its own files. Styles may stand in attributes: a tab's
 * colours and widths are its data.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Answers with a whole page that no cache keeps and no foreign page frames. */
export function answerPage(c: Context, page: Page, status: 200 | 400 | 403 | 404 = 200): Response | Promise<Response> {
  setHeaders(c);
  return c.html(html`${beginning(page)}${page.body}${ending}`, status);
}

/** Answers with a page that grows while something is done: its body first, then whatever `act` adds. */
export function answerGrowingPage(c: Context, page: Page, act: (add: (more: Html) => void) => Promise<void>): Response {
  setHeaders(c);
  c.header('content-type', 'text/html; charset=utf-8');
  return stream(c, async (out) => {
    await out.write(String(await html`${beginning(page)}${page.body}`));
    await act((more) => void out.write(String(more)));
    await out.write(String(ending));
  });
}

function setHeaders(c: Context): void {
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'same-origin');
  c.header('cache-control', 'no-store');
}

const beginning = ({ title, styles = [], scripts = [] }: Page): Html => html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${['base.css', ...styles].map((name) => html`<link rel="stylesheet" href="/_pages/${name}">`)}
${scripts.map((name) => html`<script type="module" src="/_pages/${name}"></script>`)}
</head>
<body>
`;

const ending = html`
</body>
</html>`;

/** The bar of the workspace's own pages, with what a page adds to it; a form or a mail as people meet it has none. */
export const workspaceBar = (here: 'home' | 'inbox' | 'sheet', more: Html | '' = ''): Html => html`<header class="bar">
<nav aria-label="Trang"><a href="/" ${mark(here === 'home')}>Bàn làm việc</a>
<a href="/inbox" ${mark(here === 'inbox')}>Hộp thư</a></nav>${more}
</header>`;

const mark = (isHere: boolean) => (isHere ? html`aria-current="page"` : '');

/** A page that only says something, and where to go on. */
export const noticePage = (title: string, text: string): Page => ({
  title,
  body: html`<main class="notice"><h1>${title}</h1><p>${text}</p><p><a href="/">Về bàn làm việc</a></p></main>`,
});
