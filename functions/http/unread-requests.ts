import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Leaves unread what nobody needs of a request, from now on: no body says anything, a push is but a hint to look. The
 * framework would read it before a function is asked, up to a gigabyte of it, and print the beginning of what it cannot
 * read; a path that it cannot read too. Its readers pass over a body of no type, and Node throws it away when the
 * request is answered; such a path becomes the root, for every path is the same function.
 */
export function leaveUnread(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    delete request.headers['content-type'];
    const [path = '', query] = (request.url ?? '').split('?', 2);
    if (!canBeDecoded(path)) request.url = query === undefined ? '/' : `/?${query}`;
  });
}

function canBeDecoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
