import { z } from 'zod';

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function isLoopback(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'http:' && loopbackHost.test(hostname);
}

/** What a test subscribes: pushes never leave this machine. */
export const subscriptionSchema = z.strictObject({
  topic: z.string().regex(/^projects\/[^/]+\/topics\/[^/]+$/, 'must look like projects/P/topics/T'),
  endpoint: z.string().refine(isLoopback, 'must be an http URL on the loopback, like http://127.0.0.1:8081/'),
  format: z.enum(['raw', 'ce-binary']).default('raw'),
});
