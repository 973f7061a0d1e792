import type { SettableClock } from '../clock.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import type { Subscription } from './push-request.ts';

/** Cloud Pub/Sub, as far as it pushes: topics are what subscriptions name. */
export type Pubsub = {
  /** Replaces all subscriptions; a topic exists as long as one names it. */
  subscribe(subscriptions: readonly Omit<Subscription, 'name'>[]): void;
  hasTopic(topic: string): boolean;
  publish(topic: string, attributes: Record<string, string>): void;
  pushes: Deliveries['pushes'];
  reset(): void;
};

export function createPubsub(clock: SettableClock): Pubsub {
  const deliveries = createDeliveries(clock);
  let subscriptions: Subscription[] = [];
  let published = 0;

  function subscribe(next: readonly Omit<Subscription, 'name'>[]): void {
    subscriptions = next.map((subscription, n) => ({ ...subscription, name: nameOf(subscription.topic, n) }));
    deliveries.keepOnly(subscriptions);
  }
  return {
    subscribe,
    hasTopic: (name) => subscriptions.some(({ topic }) => topic === name),
    publish(topic, attributes) {
      published += 1;
      const message = { messageId: String(published).padStart(16, '1'), publishTime: clock.now(), attributes };
      deliveries.push(
        message,
        subscriptions.filter((subscription) => subscription.topic === topic),
      );
    },
    pushes: deliveries.pushes,
    reset() {
      subscribe([]);
      deliveries.clear();
    },
  };
}

const nameOf = (topic: string, n: number) => `projects/${topic.split('/')[1]}/subscriptions/push-${n + 1}`;
