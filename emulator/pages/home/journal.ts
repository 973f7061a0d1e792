import type { Context, MiddlewareHandler } from 'hono';
import { isApiCall } from '../../api-calls.ts';
import type { Entry, Journal, Shown } from '../pages-context.ts';
import { type Summary, summariseWrite } from './summarise-write.ts';

/** Enough for a long afternoon; the oldest go first. */
const limit = 2000;

export function createJournal(shown: Pick<Shown, 'clock' | 'files'>): Journal {
  let entries: Entry[] = [];
  function add(entry: Omit<Entry, 'at'>): void {
    entries.push({ at: shown.clock.now(), ...entry });
    if (entries.length > limit) entries = entries.slice(-limit / 2);
  }

  const watch: MiddlewareHandler = async (c, next) => {
    await next();
    const summary = isApiCall(c.req.path) ? await summarise(c, shown) : undefined;
    if (summary === undefined) return;
    const { text, kinds: detail = '' } = summary;
    const isRefused = !c.res.ok;
    add({ who: 'program', text: isRefused ? `${text}, bị từ chối (${c.res.status})` : text, isRefused, detail });
  };
  const clear = () => {
    entries = [];
  };
  return { watch, add, list: () => entries, clear };
}

/** Bodies above this are not read a second time. */
const readable = 200_000;

async function summarise(c: Context, { files }: Pick<Shown, 'files'>): Promise<Summary | undefined> {
  const { method, path } = c.req;
  if (method === 'GET') return undefined;
  const isBatch = path.endsWith(':batchUpdate') && Number(c.req.header('content-length') ?? 0) < readable;
  const body = isBatch ? await c.req.json().catch(() => undefined) : undefined;
  return summariseWrite({ method, path, body }, (id) => files.get(id)?.name ?? id);
}
