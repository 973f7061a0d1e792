import { invalidArgument, malformed } from '../../google-error.ts';
import type { ServiceContext } from '../../service.ts';
import type { Mask } from '../field-mask.ts';
import { readMessage } from '../json-fields.ts';
import { camelCase, fieldsOf, type MessageName } from '../schema/message-fields.ts';
import type { Store } from '../store.ts';

/** A request on its way to the function that answers it. `Q` and `B` are its query and body, already checked. */
export type Call<Q = object, B = object> = {
  store: Store;
  context: ServiceContext;
  /** The spreadsheet. */
  id: string;
  /** What the path names besides: a range, or the id of metadata. */
  name: string;
  query: Q;
  body: B;
  /** Of the answer; everything when absent. */
  mask: Mask | undefined;
  /** The address of whoever calls. */
  user: string;
};

/** Parameters every Google API takes. */
const system = new Set([
  ...['alt', 'fields', 'key', 'access_token', 'oauth_token', 'prettyPrint', 'quotaUser'],
  ...['uploadType', 'upload_protocol', 'callback', '$.xgafv'],
]);

/** Reads the query against its message; a list may be given as often as one likes. */
export function readQuery(message: MessageName, parameters: URLSearchParams): object {
  const fields = fieldsOf(message);
  const query: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    if (system.has(name)) continue;
    const field = fields.get(camelCase(name));
    if (!field) throw unboundParameter(name);
    const given = parameters.getAll(name);
    query[field.name] = field.isList ? given : given.at(-1);
  }
  return readMessage(message, query);
}

function unboundParameter(name: string): Error {
  const found = `Field '${name}' could not be found in request message.`;
  return malformed('', `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ${found}`);
}

export function required<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw invalidArgument(`'${name}' is required but not specified`);
}
