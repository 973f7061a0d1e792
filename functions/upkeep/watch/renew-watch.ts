import type { Watch, WatchEvent, Watches } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { planWatch, type WatchStep } from './plan-watch.ts';

/** What stands after a run. */
export type WatchSummary = {
  readonly watches: readonly {
    readonly event: WatchEvent;
    readonly did: 'created' | 'renewed' | 'replaced';
    /** ISO instant; renewed well before it. */
    readonly expires: string;
    readonly state: Watch['state'];
  }[];
};

/**
 * Keeps one living watch for each event on the form. Nothing is stored: what lives is asked every time. A push is only a
 * hint to look, so a watch that was down cost minutes, never a report.
 * @throws google.refused when the form is out of reach; watch.topic when Google refuses the topic; watch.blocked
 */
export async function renewWatch(watches: Watches, topic: string): Promise<WatchSummary> {
  const done: WatchSummary['watches'][number][] = [];
  for (const step of planWatch(await watches.list(), topic)) done.push(await take(watches, topic, step));
  return { watches: done };
}

async function take(watches: Watches, topic: string, step: WatchStep): Promise<WatchSummary['watches'][number]> {
  const { event } = step;
  switch (step.do) {
    case 'create':
      return told(await create(watches, topic, event), 'created');
    case 'replace':
      return told(await replace(watches, topic, step.watch), 'replaced');
    case 'renew': {
      const renewed = await watches.renew(step.watch.id);
      // Expired since it was listed, or suspended for a cause that stays: the way on is a new one.
      return renewed ? told(renewed, 'renewed') : told(await create(watches, topic, event), 'replaced');
    }
  }
}

/** There is one watch for an event, so the old one goes first; when the new one is refused, it comes back. */
async function replace(watches: Watches, topic: string, old: Watch): Promise<Watch> {
  await watches.remove(old.id);
  try {
    return await create(watches, topic, old.event);
  } catch (error) {
    if (old.state === 'ACTIVE') await watches.create(old.event, old.topic).catch(() => null);
    throw error;
  }
}

/** Makes a watch. One that exists after all is another run's, and is adopted, or a dead one of ours, and makes room. */
async function create(watches: Watches, topic: string, event: WatchEvent): Promise<Watch> {
  const made = await watches.create(event, topic);
  if (made) return made;
  const standing = (await watches.list()).filter((watch) => watch.event === event);
  const ours = standing.find((watch) => watch.topic === topic && watch.state === 'ACTIVE');
  if (ours) return ours;
  for (const { id } of standing) await watches.remove(id);
  const again = await watches.create(event, topic);
  if (!again) throw problem('watch.blocked', [event]);
  return again;
}

function told({ event, expires, state }: Watch, did: WatchSummary['watches'][number]['did']) {
  return { event, did, expires, state };
}
