import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Leaves the body of every request unread, from now on: none of ours says anything, a push is but a hint to look. The
 * framework would read it before a function is asked, up to a gigabyte of it, and print the beginning of what it cannot
 * read. Its readers pass over a body of no type; Node throws it away when the request is answered.
 */
export function leaveBodiesUnread(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    delete request.headers['content-type'];
  });
}
