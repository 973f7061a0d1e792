import { withoutDefaults } from '../proto-json.ts';
import { timestamp } from '../responses/stored-response.ts';

export type Watch = {
  id: string;
  /** The end user who made it: one watch for each user, project, form and event type. */
  user: string;
  topicName: string;
  eventType: 'SCHEMA' | 'RESPONSES';
  /** Milliseconds of the emulator's clock, as all times here. */
  createTime: number;
  expireTime: number;
  state: 'ACTIVE' | 'SUSPENDED';
  errorType?: 'PROJECT_NOT_AUTHORIZED' | 'NO_USER_ACCESS' | 'OTHER_ERRORS' | undefined;
  /** When a notification last left. */
  notifiedAt?: number;
  /** Whether something happened since that no notification told of. */
  hasMore?: boolean;
};

/** Seven days, less a moment: a live watch was recorded to expire 134 ms short of them. */
const life = 7 * 24 * 60 * 60_000 - 134;
export const expiryFrom = (now: number): number => now + life;

export const projectOf = (topicName: string): string => topicName.split('/')[1] ?? '';

export function renderWatch({ id, topicName, eventType, createTime, expireTime, state, errorType }: Watch): object {
  return withoutDefaults({
    id,
    target: { topic: { topicName } },
    eventType,
    createTime: timestamp(BigInt(createTime) * 1000n),
    expireTime: timestamp(BigInt(expireTime) * 1000n),
    errorType,
    state,
  });
}
