import type { SettableClock } from '../clock.ts';
import { type Message, pushRequest, type Subscription } from './push-request.ts';

/** One attempt to push a message. */
type Push = {
  topic: string;
  endpoint: string;
  messageId: string;
  attributes: Record<string, string>;
  attempt: number;
  /** The endpoint's answer; 0 when it could not be reached. */
  status: number;
};

/** Messages on their way to subscriptions, pushed until they are acknowledged. */
export type Deliveries = {
  push(message: Message, subscriptions: readonly Subscription[]): void;
  /** Forgets what waits for any other subscription. */
  keepOnly(subscriptions: readonly Subscription[]): void;
  /** Every push so far, once none is on its way. */
  pushes(): Promise<readonly Push[]>;
  clear(): void;
};

type Delivery = { subscription: Subscription; message: Message; attempt: number; nextAt: number };

const acknowledged = new Set([102, 200, 201, 202, 204]);
/** A message not acknowledged comes again after this, in milliseconds of the emulator's clock … */
const redeliveryDelay = 10_000;
/** … until it is this old. */
const retention = 7 * 24 * 60 * 60_000;
const ackDeadline = 60_000;

export function createDeliveries(clock: SettableClock): Deliveries {
  const onTheirWay = new Set<Promise<void>>();
  let isKept = (_: Subscription): boolean => true;
  let waiting: Delivery[] = [];
  let pushes: Push[] = [];

  async function attempt({ subscription, message, attempt: count }: Delivery): Promise<void> {
    // A push still on its way when all is cleared belongs to what was.
    const record = pushes;
    const status = await post(subscription, message);
    const { topic, endpoint } = subscription;
    const { messageId, attributes } = message;
    record.push({ topic, endpoint, messageId, attributes, attempt: count, status });
    const isOld = clock.nowMillis() - Date.parse(message.publishTime) > retention;
    if (acknowledged.has(status) || isOld) return;
    waiting.push({ subscription, message, attempt: count + 1, nextAt: clock.nowMillis() + redeliveryDelay });
    if (!clock.isStanding()) setTimeout(pushDue, redeliveryDelay).unref();
  }

  function pushDue(): void {
    const now = clock.nowMillis();
    const kept = waiting.filter(({ subscription }) => isKept(subscription));
    waiting = kept.filter(({ nextAt }) => nextAt > now);
    for (const delivery of kept.filter(({ nextAt }) => nextAt <= now)) {
      const done = attempt(delivery).finally(() => onTheirWay.delete(done));
      onTheirWay.add(done);
    }
  }

  clock.onMove(pushDue);
  return {
    push(message, subscriptions) {
      const nextAt = clock.nowMillis();
      waiting.push(...subscriptions.map((subscription) => ({ subscription, message, attempt: 1, nextAt })));
      pushDue();
    },
    keepOnly(subscriptions) {
      isKept = (subscription) => subscriptions.includes(subscription);
    },
    async pushes() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
      return pushes;
    },
    clear() {
      waiting = [];
      pushes = [];
    },
  };
}

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
