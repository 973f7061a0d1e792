import type { Request } from '@google-cloud/functions-framework';

/** What may be asked for: names of rounds and units, nothing longer. */
export type Query = (name: string) => string | null;

export function queryOf(request: Request): Query {
  return (name) => {
    const value: unknown = Object.hasOwn(request.query, name) ? request.query[name] : null;
    return typeof value === 'string' && value !== '' && value.length <= 120 ? value : null;
  };
}
