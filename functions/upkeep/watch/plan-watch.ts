import type { Watch, WatchEvent } from '../../ports.ts';

/** New answers wake `sync`; a hand edit of the form does too, so that it is found at once. */
const watchedEvents: readonly WatchEvent[] = ['RESPONSES', 'SCHEMA'];

export type WatchStep =
  | { readonly do: 'create'; readonly event: WatchEvent }
  /** Seven more days; a suspended watch wakes when its cause is gone. */
  | { readonly do: 'renew'; readonly event: WatchEvent; readonly watch: Watch }
  /** A watch on another topic stands in the way: there is one for each account, project, form and event. */
  | { readonly do: 'replace'; readonly event: WatchEvent; readonly watch: Watch };

/**
 * What has to be done for each event, from the watches that live. Renewing early gains nothing and costs nothing. A watch
 * for answers is replaced last: whether Google lets the form tell the topic is found out by the others, and none can stand
 * beside the old one.
 */
export function planWatch(living: readonly Watch[], topic: string): readonly WatchStep[] {
  const steps = watchedEvents.map((event): WatchStep => {
    const candidates = living.filter((watch) => watch.event === event);
    const watch = candidates.find((candidate) => candidate.topic === topic) ?? candidates[0];
    if (!watch) return { do: 'create', event };
    return { do: watch.topic === topic ? 'renew' : 'replace', event, watch };
  });
  return steps.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
}

function isLast(step: WatchStep): boolean {
  return step.event === 'RESPONSES' && step.do === 'replace';
}
