const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether what is sent to a host, as a URL has it, stays on this machine. */
export function isThisMachine(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}
