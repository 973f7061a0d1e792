import type { Context, Hono } from 'hono';
import type { ParsedMessage } from '../../inbox/message.ts';
import { answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages-context.ts';
import { FRAME_MAY, inboxPage, messagePage } from './inbox-pages.ts';

/**
 * The mail's own markup: no script, no requests. Links may open a window of their own, which is then an
 * ordinary page.
 */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
  `sandbox ${FRAME_MAY}`,
].join('; ');

/** `/inbox`, `/inbox/<n>` and the parts of a message. */
export function routeInbox(app: Hono, { inbox }: PagesContext): void {
  app.get('/inbox', async (c) => {
    const { to = '', kind = '', text = '' } = c.req.query();
    return answerPage(c, inboxPage(await inbox.messages(), { to, kind, text: text.trim() }));
  });

  app.get('/inbox/:n', async (c) => {
    const found = await messageOf(c);
    return found ? answerPage(c, messagePage(found.message, found.n)) : noSuchMessage(c);
  });

  app.get('/inbox/:n/html', async (c) => {
    const found = await messageOf(c);
    if (!found) return noSuchMessage(c);
    const headers = { 'content-security-policy': mailPolicy, 'x-content-type-options': 'nosniff' };
    return c.html(`<!doctype html><base target="_blank">${found.message.html}`, 200, headers);
  });

  app.get('/inbox/:n/attachments/:i', async (c) => {
    const found = await messageOf(c);
    const attachment = found?.message.attachments[placeOf(c.req.param('i'))];
    if (!attachment) return noSuchMessage(c);
    return c.body(Buffer.from(attachment.contentBase64, 'base64'), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename || 'tep')}`,
      'x-content-type-options': 'nosniff',
    });
  });

  async function messageOf(c: Context): Promise<{ message: ParsedMessage; n: number } | undefined> {
    const n = placeOf(c.req.param('n') ?? '');
    const message = (await inbox.messages())[n];
    return message && { message, n };
  }
}

/** Counted from 0; anything that is no such number is no place. */
const placeOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

const noSuchMessage = (c: Context) =>
  answerPage(c, noticePage('Không có thư này', 'Hộp thư không có thư mang số ấy.'), 404);
