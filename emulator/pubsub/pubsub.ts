import type { SettableClock } from '../clock.ts';
import { type Message, pushRequest, type Subscription } from './push-request.ts';

/** One attempt to push a message. */
export type Push = {
  topic: string;
  endpoint: string;
  messageId: string;
  attributes: Record<string, string>;
  attempt: number;
  /** The endpoint's answer; 0 when it could not be reached. */
  status: number;
};

export type Pubsub = {
  /** Replaces all subscriptions; a topic exists as long as one names it. */
  subscribe(subscriptions: readonly Omit<Subscription, 'name'>[]): void;
  hasTopic(topic: string): boolean;
  publish(topic: string, attributes: Record<string, string>): void;
  /** Every push so far, once none is on its way. */
  pushes(): Promise<readonly Push[]>;
  reset(): void;
};

type Delivery = { subscription: Subscription; message: Message; attempt: number; nextAt: number };

const acknowledged = new Set([102, 200, 201, 202, 204]);
/** A message not acknowledged comes again after this, in milliseconds of the emulator's clock … */
const redeliveryDelay = 10_000;
/** … until it is this old. */
const retention = 7 * 24 * 60 * 60_000;
const ackDeadline = 60_000;

export function createPubsub(clock: SettableClock): Pubsub {
  const onTheirWay = new Set<Promise<void>>();
  let subscriptions: Subscription[] = [];
  let waiting: Delivery[] = [];
  let pushes: Push[] = [];
  let published = 0;

  async function attempt(delivery: Delivery): Promise<void> {
    const { subscription, message } = delivery;
    const { topic, endpoint } = subscription;
    const { messageId, attributes } = message;
    const status = await post(subscription, message);
    pushes.push({ topic, endpoint, messageId, attributes, attempt: delivery.attempt, status });
    const isOld = clock.nowMillis() - Date.parse(message.publishTime) > retention;
    if (acknowledged.has(status) || isOld) return;
    waiting.push({ ...delivery, attempt: delivery.attempt + 1, nextAt: clock.nowMillis() + redeliveryDelay });
    if (!clock.isStanding()) setTimeout(pushDue, redeliveryDelay).unref();
  }

  function pushDue(): void {
    const now = clock.nowMillis();
    waiting = waiting.filter(({ subscription }) => subscriptions.includes(subscription));
    const due = waiting.filter(({ nextAt }) => nextAt <= now);
    waiting = waiting.filter(({ nextAt }) => nextAt > now);
    for (const delivery of due) {
      const done = attempt(delivery).finally(() => onTheirWay.delete(done));
      onTheirWay.add(done);
    }
  }

  clock.onMove(pushDue);
  return {
    subscribe(next) {
      subscriptions = next.map((subscription, n) => ({ ...subscription, name: nameOf(subscription.topic, n) }));
    },
    hasTopic: (name) => subscriptions.some(({ topic }) => topic === name),
    publish(topic, attributes) {
      published += 1;
      const message = { messageId: String(published).padStart(16, '1'), publishTime: clock.now(), attributes };
      const takers = subscriptions.filter((subscription) => subscription.topic === topic);
      const nextAt = clock.nowMillis();
      waiting.push(...takers.map((subscription) => ({ subscription, message, attempt: 1, nextAt })));
      pushDue();
    },
    async pushes() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
      return pushes;
    },
    reset() {
      subscriptions = [];
      waiting = [];
      pushes = [];
    },
  };
}

const nameOf = (topic: string, n: number) => `projects/${topic.split('/')[1]}/subscriptions/push-${n + 1}`;

async function post(subscription: Subscription, message: Message): Promise<number> {
  const { headers, body } = pushRequest(subscription, message);
  const signal = AbortSignal.timeout(ackDeadline);
  try {
    const response = await fetch(subscription.endpoint, { method: 'POST', headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
