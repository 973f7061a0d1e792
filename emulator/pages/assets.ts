import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const types = { css: 'text/css', js: 'text/javascript' } as const;

/** The only files there are: a name that is not listed is not looked for. */
const names = [
  'base.css',
  'form.css',
  'home.css',
  'inbox.css',
  'sheet.css',
  'ask.js',
  'inbox.js',
  'sheet.js',
  'grid-actions.js',
  'grid-api.js',
  'grid-changes.js',
  'grid-clipboard.js',
  'grid-editor.js',
  'grid-selection.js',
] as const;

/** `/_pages/<name>`: what the pages need, from this folder. */
export function serveAssets(): Hono {
  const app = new Hono();
  for (const name of names) {
    const type = types[name.endsWith('.css') ? 'css' : 'js'];
    app.get(`/_pages/${name}`, async (c) => {
      const text = await readFile(new URL(`assets/${name}`, import.meta.url), 'utf8');
      const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' };
      return c.body(text, 200, { ...headers, 'x-content-type-options': 'nosniff' });
    });
  }
  return app;
}
