/** A message as a topic holds it. A Forms notification has attributes only: no data at all. */
export type Message = { messageId: string; publishTime: string; attributes: Record<string, string> };

/** Where a topic's messages are pushed, and how: as Pub/Sub itself does (`raw`) or as Eventarc does (`ce-binary`). */
export type Subscription = { name: string; topic: string; endpoint: string; format: 'raw' | 'ce-binary' };

/** The POST that carries one message to one subscription. `data` is absent, not empty: the trap of Forms notifications. */
export function pushRequest(subscription: Subscription, message: Message): { headers: Headers; body: string } {
  const { messageId, publishTime, attributes } = message;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (subscription.format === 'ce-binary') {
    headers.set('ce-id', messageId);
    headers.set('ce-type', 'google.cloud.pubsub.topic.v1.messagePublished');
    headers.set('ce-source', `//pubsub.googleapis.com/${subscription.topic}`);
    headers.set('ce-specversion', '1.0');
    headers.set('ce-time', publishTime);
  }
  const twins = { messageId, message_id: messageId, publishTime, publish_time: publishTime };
  return { headers, body: JSON.stringify({ message: { attributes, ...twins }, subscription: subscription.name }) };
}
