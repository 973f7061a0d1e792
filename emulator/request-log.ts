/** One API call as it went over the wire. Calls of the control plane and of people's pages are not in the log. */
type LoggedRequest = {
  method: string;
  /** The path without its query, decoded. */
  path: string;
  /** The query with its question mark, or an empty string. */
  query: string;
  /** Who called: the `x-emulator-user` header, or the owner. */
  user: string;
  /** 0 when the socket was closed without an answer. */
  status: number;
  /** Milliseconds of the machine's clock, delays included. */
  ms: number;
  /** Bytes of both bodies together. */
  bytes: number;
  requestBytes: number;
  responseBytes: number;
};

export type RequestLog = {
  add(request: LoggedRequest): void;
  list(): readonly LoggedRequest[];
  clear(): void;
};

export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add: (request) => void requests.push(request),
    list: () => requests,
    clear() {
      requests = [];
    },
  };
}
