import type { SettableClock } from '../../clock.ts';
import type { Form } from '../form.ts';
import type { Watch } from './watch.ts';
import { liveWatches } from './watch-methods.ts';

export type Notifier = { notify(form: Form, eventType: Watch['eventType']): void };

type Surroundings = {
  clock: SettableClock;
  forms(): Iterable<Form>;
  switches: ReadonlyMap<string, boolean>;
  publish(topicName: string, attributes: Record<string, string>): void;
};

/** At most one notification a watch in so many milliseconds of the emulator's clock. */
const throttle = 30_000;

/**
 * Tells the watches of a form that something happened. What happens within the throttle is told by one notification at
 * its end. Notifications are lost while `forms.drop-notifications` is on and come twice while
 * `forms.duplicate-notifications` is.
 */
export function createNotifier({ clock, forms, switches, publish }: Surroundings): Notifier {
  function send(form: Form, watch: Watch): void {
    watch.notifiedAt = clock.nowMillis();
    watch.hasMore = false;
    if (switches.get('forms.drop-notifications')) return;
    const attributes = { eventType: watch.eventType, formId: form.formId, watchId: watch.id };
    publish(watch.topicName, attributes);
    if (switches.get('forms.duplicate-notifications')) publish(watch.topicName, attributes);
  }

  /** How long the watch must still keep quiet. */
  const quietFor = ({ notifiedAt }: Watch) =>
    notifiedAt === undefined ? 0 : Math.max(0, notifiedAt + throttle - clock.nowMillis());

  function sendTrailing(): void {
    for (const form of forms()) {
      for (const watch of liveWatches(form, clock.nowMillis())) {
        if (watch.hasMore && watch.state === 'ACTIVE' && quietFor(watch) === 0) send(form, watch);
      }
    }
  }

  clock.onMove(sendTrailing);
  return {
    notify(form, eventType) {
      for (const watch of liveWatches(form, clock.nowMillis())) {
        if (watch.eventType !== eventType || watch.state !== 'ACTIVE') continue;
        const quiet = quietFor(watch);
        if (quiet === 0) send(form, watch);
        else watch.hasMore = true;
        if (quiet > 0 && !clock.isStanding()) setTimeout(sendTrailing, quiet).unref();
      }
    },
  };
}
